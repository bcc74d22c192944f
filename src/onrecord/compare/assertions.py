"""Claims that say the same, grouped over all articles of a case."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from onrecord.compare.collapses import Dependences
from onrecord.compare.independence import independent
from onrecord.compare.likeness import (
    Feature,
    Sayable,
    Scale,
    asserts,
    contradicts,
)
from onrecord.compare.moments import day, in_time_order
from onrecord.compare.wordings import Wording, wording
from onrecord.records.origins import Article, Assertion, Link, Statement
from onrecord.records.spans import Record


class Limits(Record, frozen=True, kw_only=True):
    """When claims are one assertion."""

    alike: float = 0.5
    """Weighted share of words and figures that two claims need in common."""
    anchored: float = 0.35
    """Share that suffices where both give the same figures and a name in common."""
    apart: float = 0.25
    """What any two claims of one assertion have in common at least."""
    least: int = 2
    """Things (content words, names, figures) a claim must speak of to be compared at all."""
    brief: int = 4
    """Claims that speak of fewer things than this are brief."""
    briefly: float = 0.65
    """Share that brief claims need, of articles at most ``week`` days apart."""
    week: int = 10
    days: int = 45
    """Undated claims of articles further apart than this are far apart."""
    firmly: float = 0.8
    """Share that brief claims need that are not near, and longer ones that are far apart."""
    crowd: int = 400
    """A word in more claims than this finds no candidates on its own."""
    checks: int = 400
    """Pairs looked at before two groups are joined; beyond, the earliest members speak."""


LIMITS = Limits()
_NEVER = 2.0
"""More than any likeness: a few words, months apart, hardly speak of one matter."""
_FEW = 3.0
_YEARS = range(1900, 2100)
"""Figures up to ``_FEW``, and years, are too common to tell one matter from another."""


class Phrase(Record, frozen=True, kw_only=True):
    """Statements that are one to comparison: the same words, figures, dates and roles."""

    said: Sayable
    features: frozenset[Feature]
    statements: tuple[Statement, ...]
    day: int | None


def assertions(
    articles: Sequence[Article],
    statements: Sequence[Statement],
    links: Sequence[Link],
    claim: str | None = None,
) -> tuple[Assertion, ...]:
    """Assertions that stand in at least two articles, those in most articles first.

    With ``claim``: only the assertion this claim belongs to, even if it stands alone.
    """
    ordered = {article.id: at for at, article in enumerate(in_time_order(articles))}
    dependences = Dependences(articles, links)
    made = []
    written = [s for s in statements if s.claim == claim or not dependences.is_furniture(s)]
    for group in groups(articles, written):
        if claim is None and len({s.article for s in group}) < 2:
            continue
        if claim is not None and all(s.claim != claim for s in group):
            continue
        members = sorted(group, key=lambda s: (ordered[s.article], s.span))
        made.append(_assertion(members, dependences))
    return tuple(sorted(made, key=lambda a: (-len(a.documents), a.claims)))


def _assertion(members: list[Statement], dependences: Dependences) -> Assertion:
    """``members`` in time order of their articles."""
    counted = independent(members, dependences)
    return Assertion(
        text=_clearest(members).text,
        claims=tuple(dict.fromkeys(s.claim for s in members)),
        documents=tuple(dict.fromkeys(s.article for s in members)),
        independent=counted.range,
        collapsed_by=counted.collapses,
        unknown=counted.unknown,
    )


def _clearest(members: list[Statement]) -> Statement:
    """The claim that names most of what the group names, the earliest of equals."""
    common: dict[str, int] = defaultdict(int)
    parts = [set(wording(s).words) for s in members]
    for words in parts:
        for word in words:
            common[word] += 1
    shared = {word for word, count in common.items() if 2 * count >= len(members)}
    best = max(range(len(members)), key=lambda i: (len(parts[i] & shared), -i))
    return members[best]


def groups(articles: Sequence[Article], statements: Sequence[Statement]) -> list[list[Statement]]:
    """Every statement in exactly one group of statements that say the same."""
    days = {article.id: day(article.published) for article in articles}
    known = sorted((s for s in statements if s.article in days), key=lambda s: (s.article, s.span))
    parts = [Sayable(statement=s, wording=wording(s)) for s in known if asserts(s)]
    able = [said for said in parts if said.wording.size >= LIMITS.least]
    published = {key: value.toordinal() for key, value in days.items() if value}
    phrases = _phrases(able, published)
    joined = _join(phrases)
    compared = {(said.statement.article, said.statement.claim) for said in able}
    alone = [[s] for s in known if (s.article, s.claim) not in compared]
    return [[s for i in group for s in phrases[i].statements] for group in joined] + alone


def _phrases(able: Iterable[Sayable], days: dict[str, int]) -> list[Phrase]:
    """One phrase for all statements with the same parts, in order of first appearance."""
    alike: dict[tuple[object, ...], list[Sayable]] = {}
    for said in able:
        statement = said.statement
        key = (said.wording, statement.polarity, statement.kind, statement.times)
        time = days.get(statement.article, 0) // LIMITS.days if _is_brief(said) else None
        alike.setdefault((*key, statement.agents, statement.patients, time), []).append(said)
    return [
        Phrase(
            said=same[0],
            features=same[0].features,
            statements=tuple(one.statement for one in same),
            day=min(
                (days[s.statement.article] for s in same if s.statement.article in days),
                default=None,
            ),
        )
        for same in alike.values()
    ]


def _join(phrases: list[Phrase]) -> list[list[int]]:
    """Groups of phrases by likeness, the most alike first; no two of a group contradict."""
    scale = Scale(phrase.features for phrase in phrases)
    group = {i: [i] for i in range(len(phrases))}
    home = list(range(len(phrases)))
    pairs = sorted(_alike(phrases, scale), reverse=True)
    for _, left, right in pairs:
        a, b = home[left], home[right]
        if a == b or not _may_join(phrases, (group[a], group[b]), scale):
            continue
        a, b = (a, b) if len(group[a]) >= len(group[b]) else (b, a)
        for i in group.pop(b):
            group[a].append(i)
            home[i] = a
    return list(group.values())


def _may_join(phrases: list[Phrase], sides: tuple[list[int], list[int]], scale: Scale) -> bool:
    pairs = ((phrases[i], phrases[j]) for i in sides[0] for j in sides[1])
    for count, (left, right) in enumerate(pairs):
        if count >= LIMITS.checks:
            return True
        if contradicts(left.said, right.said):
            return False
        if scale.likeness(left.features, right.features) < LIMITS.apart:
            return False
    return True


def _alike(phrases: list[Phrase], scale: Scale) -> Iterator[tuple[float, int, int]]:
    """Pairs of phrases that say the same, each once, with their likeness.

    Prefix filter (Bayardo, Ma and Srikant 2007): two sets can only be ``alike`` if they share
    one of the rarest words that make up more than ``1 - alike`` of each.
    """
    index: dict[Feature, list[int]] = defaultdict(list)
    for i, phrase in enumerate(phrases):
        prefix = _prefix(phrase.features, scale)
        for j in {j for feature in prefix for j in index[feature]}:
            value = scale.likeness(phrase.features, phrases[j].features)
            if value >= LIMITS.anchored and _are_alike(value, phrase, phrases[j]):
                yield value, j, i
        for feature in prefix:
            if len(index[feature]) < LIMITS.crowd:
                index[feature].append(i)


def _are_alike(value: float, left: Phrase, right: Phrase) -> bool:
    return value >= _needed(left, right) and not contradicts(left.said, right.said)


def _prefix(features: frozenset[Feature], scale: Scale) -> list[Feature]:
    weight = scale.weight
    ordered = sorted(features, key=lambda f: (-weight[f], str(f)))
    rest, kept = scale.of(ordered), []
    floor = rest * LIMITS.alike
    for feature in ordered:
        if rest < floor:
            break
        kept.append(feature)
        rest -= weight[feature]
    return kept


def _needed(left: Phrase, right: Phrase) -> float:
    """The share of words in common that makes two phrases one assertion."""
    days = abs(left.day - right.day) if left.day is not None and right.day is not None else None
    if _is_brief(left.said) or _is_brief(right.said):
        if days is None or days > LIMITS.week:
            return LIMITS.firmly if days is None or days <= LIMITS.days else _NEVER
        return LIMITS.briefly
    enough = (
        LIMITS.anchored if _is_anchored(left.said.wording, right.said.wording) else LIMITS.alike
    )
    if days is None or (left.said.statement.times and right.said.statement.times):
        return enough
    return LIMITS.firmly if days > LIMITS.days else enough


def _is_brief(said: Sayable) -> bool:
    return said.wording.size < LIMITS.brief


def _is_anchored(left: Wording, right: Wording) -> bool:
    """Whether two claims give the same figures, one of them telling, and a name in common."""
    if left.figures != right.figures or all(f <= _FEW or f in _YEARS for f in left.figures):
        return False
    return any(not name.isdisjoint(right.words) for name in left.names)
