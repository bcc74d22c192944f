"""What makes two articles one origin of a claim: shared text, one publisher, one source.

The kinds are kept apart, and each says why in a sentence that can be read aloud.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from onrecord.compare.sources import Source, key, merged, plain, surely_two
from onrecord.compare.utterances import Quoted, one_utterance, quoted
from onrecord.records.origins import (
    COPIES,
    Article,
    Collapse,
    Dependence,
    Link,
    Statement,
)
from onrecord.records.spans import Record, Span, overlap

COVERED = 0.6
"""Share of a claim's characters that must stand in aligned passages, on both sides."""
_COMPARED = 50
"""Different quotations that a further one is held against."""
_WHOLE = frozenset({"identical", "version"})
"""Kinds of links that join every claim of two articles, wherever their passages end."""
_SHARED = frozenset({"shared_quotation", "shared_passage"})
"""Kinds of links that make no copy, and yet one source of what stands in them."""


class Appearance(Record, frozen=True, kw_only=True):
    """An assertion in one article: all claims there that make it, and the source it rests on.

    ``voices`` are all named voices on the way, the source among them: name by key.
    """

    article: Article
    statements: tuple[Statement, ...]
    source: Source | None
    voices: dict[str, str]

    @property
    def own(self) -> bool:
        """Whether the writer says it in their own voice and on nobody's word."""
        return all(s.standing == "author" for s in self.statements)


class Dependences:
    """Articles by id and links by pair: what is known of all articles before any claim."""

    def __init__(self, articles: Sequence[Article], links: Sequence[Link]) -> None:
        self.articles = {article.id: article for article in articles}
        self.links: dict[str, list[Link]] = defaultdict(list)
        self.furniture: dict[str, list[Span]] = defaultdict(list)
        for link in links:
            if link.kind != "shared_boilerplate":
                self.links[link.left].append(link)
                continue
            for left, left_end, right, right_end in link.passages:
                self.furniture[link.left].append((left, left_end))
                self.furniture[link.right].append((right, right_end))
        for found in self.links.values():
            found.sort(key=_strength)

    def is_furniture(self, statement: Statement) -> bool:
        """Whether a claim stands in what many pages carry: a subscription line, an author box."""
        size = statement.span[1] - statement.span[0]
        spans = self.furniture.get(statement.article, ())
        return any(overlap(statement.span, span) > COVERED * size for span in spans)

    def among(self, ids: Iterable[str]) -> Iterator[Link]:
        """Links between these articles, the strongest first for each left side."""
        inside = set(ids)
        for left in sorted(inside):
            yield from (link for link in self.links.get(left, ()) if link.right in inside)


def _strength(link: Link) -> tuple[bool, float, str]:
    return link.direction == "unknown", -max(link.left_share, link.right_share), link.right


def appearances_of(members: Sequence[Statement], dependences: Dependences) -> dict[str, Appearance]:
    """One appearance an article, in the order given. The first named source speaks for it."""
    inside: dict[str, list[Statement]] = {}
    for statement in members:
        inside.setdefault(statement.article, []).append(statement)
    named = {key(name) for s in members for name in (s.source, *s.via) if name}
    outlets = {key(n) for i in inside for n in signs(dependences.articles[i])}
    fullest = merged(named | outlets)
    return {
        article: _appearance(dependences.articles[article], claims, fullest)
        for article, claims in inside.items()
    }


def _appearance(article: Article, claims: list[Statement], fullest: dict[str, str]) -> Appearance:
    first = next((s for s in claims if s.source), None)
    source = None
    if first is not None and first.source:
        bodies = frozenset(key(body) for body in first.bodies)
        source = Source(name=first.source, key=fullest[key(first.source)], bodies=bodies)
    names = [*first.via, first.source] if first else [name for s in claims for name in s.via]
    voices = {fullest[key(name)]: name for name in names if name}
    return Appearance(article=article, statements=tuple(claims), source=source, voices=voices)


def signs(article: Article) -> list[str]:
    """Under which names an article stands for what it says: its outlet, and who is credited."""
    return [n for n in (article.outlet, article.credit.agency if article.credit else None) if n]


def collapses(appearances: dict[str, Appearance], dependences: Dependences) -> Iterator[Collapse]:
    """Every dependence that joins what its kind had not joined yet; kinds are kept apart."""
    listed = list(appearances.values())
    yield from _same_text(appearances, dependences)
    yield from _spanning(_same_publisher(listed))
    yield from _spanning(_same_source(listed, appearances, dependences))


def _spanning(found: Iterable[Collapse]) -> Iterator[Collapse]:
    """Leave out what says nothing new: two articles already joined by this kind."""
    joined = Joined()
    for collapse in found:
        if joined.join(collapse.left, collapse.right):
            yield collapse


def _same_text(appearances: dict[str, Appearance], dependences: Dependences) -> Iterator[Collapse]:
    joined = Joined()
    for link in sorted(dependences.among(appearances), key=_strength):
        left, right = appearances[link.left], appearances[link.right]
        if link.kind not in COPIES or joined.top(link.left) == joined.top(link.right):
            continue
        if link.kind in _WHOLE or covers(link, left, right):
            joined.join(link.left, link.right)
            yield _collapse(left, right, "same_text", _copied(link, left.article, right.article))


def covers(link: Link, left: Appearance, right: Appearance, least: float = COVERED) -> bool:
    """Whether a claim of each side stands in the aligned passages, by this share at least."""
    mine = [(a, b) for a, b, _, _ in link.passages]
    theirs = [(c, d) for _, _, c, d in link.passages]
    return _stands_in(left, mine, least) and _stands_in(right, theirs, least)


def _stands_in(appearance: Appearance, spans: list[Span], least: float) -> bool:
    for statement in appearance.statements:
        size = max(1, statement.span[1] - statement.span[0])
        if sum(overlap(statement.span, span) for span in spans) >= least * size:
            return True
    return False


def _same_publisher(listed: list[Appearance]) -> Iterator[Collapse]:
    firsts: dict[str, Appearance] = {}
    for appearance in listed:
        article = appearance.article
        name = article.family or article.outlet
        if not name:
            continue
        first = firsts.setdefault(plain(name), appearance)
        if first is not appearance:
            why = f"{title(first.article)} and {title(article)} belong to one publisher, {name}."
            if plain(first.article.outlet or "") == plain(article.outlet or ""):
                why = f"Both articles were published by {name}."
            yield _collapse(first, appearance, "same_publisher", why)


def _same_source(
    listed: list[Appearance], by_id: dict[str, Appearance], dependences: Dependences
) -> Iterator[Collapse]:
    """A voice in both chains, one credit line, one citing the other, or one quotation."""
    yield from _same_voice(listed)
    yield from _cited(listed)
    yield from _linked_words(by_id, dependences)
    yield from _same_words(listed)


def _same_voice(listed: list[Appearance]) -> Iterator[Collapse]:
    """Articles whose chains pass through one named voice."""
    firsts: dict[str, Appearance] = {}
    for one in listed:
        for voice, name in one.voices.items():
            first = firsts.setdefault(voice, one)
            if first is not one:
                full = max(name, first.voices[voice], key=len)
                why = f"{title(first.article)} and {title(one.article)} both have it from {full}."
                yield _collapse(first, one, "same_source", why)


def _cited(listed: list[Appearance]) -> Iterator[Collapse]:
    """Articles that name another one's outlet or agency as where they have it from."""
    outlets: dict[str, Appearance] = {}
    credits: dict[str, Appearance] = {}
    for one in listed:
        if one.article.outlet:
            outlets.setdefault(key(one.article.outlet), one)
        if one.article.credit:
            credits.setdefault(key(one.article.credit.agency), one)
    for one in listed:
        credit = one.article.credit
        names = dict(one.voices)
        if credit:
            names[key(credit.agency)] = credit.agency
        for voice, name in names.items():
            first = outlets.get(voice) or credits.get(voice)
            if first and first is not one and plain(one.article.outlet or "") != voice:
                whose = "" if voice in outlets else f", which {title(first.article)} credits"
                why = f"{title(one.article)} has it from {name}{whose}."
                if title(one.article) == title(first.article):
                    why = f"Both have it from {name}."
                yield _collapse(first, one, "same_source", why)


def _linked_words(by_id: dict[str, Appearance], dependences: Dependences) -> Iterator[Collapse]:
    """Quotations and passages that the links show to be shared, unless each side names a speaker
    of its own.
    """
    for link in dependences.among(by_id):
        left, right = by_id[link.left], by_id[link.right]
        named = left.source and right.source and surely_two(left.source, right.source)
        if link.kind in _SHARED and not named and covers(link, left, right):
            passage = link.kind == "shared_passage"
            yield _one_passage(left, right) if passage else _quoted(left, right)


def _one_passage(left: Appearance, right: Appearance) -> Collapse:
    """Whether one has it from the other or both from a third, it is one text."""
    names = f"{title(left.article)} and {title(right.article)}"
    why = f"{names} print the same passage: one text, theirs or a third, stands behind it."
    return _collapse(left, right, "same_source", why)


def _same_words(listed: list[Appearance]) -> Iterator[Collapse]:
    """Claims quoted word for word alike: one utterance, whoever each article says it is of."""
    printed: dict[Quoted, Appearance] = {}
    for one in listed:
        said = [words for s in one.statements if (words := quoted(one.article, s))]
        first = next((printed[words] for words in said if words in printed), None)
        if first is None:
            first = next((printed[known] for known in _similar(printed, said)), None)
        if first is not None and first is not one:
            yield _quoted(first, one)
        for words in said:
            printed.setdefault(words, first or one)


def _similar(printed: dict[Quoted, Appearance], said: list[Quoted]) -> Iterator[Quoted]:
    for known in list(printed)[:_COMPARED]:
        if any(one_utterance(known, words) for words in said):
            yield known


def _quoted(left: Appearance, right: Appearance) -> Collapse:
    """Named after the speaker, where only one is named or both name the same."""
    keys = {a.source.key: a.source.name for a in (left, right) if a.source}
    whose = f" of {next(iter(keys.values()))}" if len(keys) == 1 else ""
    why = f"{title(left.article)} and {title(right.article)} quote the same words{whose}."
    return _collapse(left, right, "same_source", why)


def _collapse(left: Appearance, right: Appearance, kind: Dependence, why: str) -> Collapse:
    return Collapse(left=left.article.id, right=right.article.id, dependence=kind, why=why)


def _copied(link: Link, left: Article, right: Article) -> str:
    """Who has the other's words, as far as the link knows."""
    if title(left) == title(right):
        return _again(link)
    first, later = (right, left) if link.direction == "right_first" else (left, right)
    if link.direction == "unknown":
        told = "who came first" if link.source is None else "whether one has it from the other"
        return f"{title(left)} and {title(right)} say it in the same words; {told} is unknown."
    return f"{title(later)} repeats {title(first)} in the same words."


def _again(link: Link) -> str:
    """Two articles of one name, whose sentence has both names before it."""
    if link.kind == "version":
        return "Versions of one page."
    return "The same words under one name."


def title(article: Article) -> str:
    """What an article is called in a sentence: its outlet, else the name it was given under."""
    return article.outlet or article.name


class Joined:
    """Union-find over ids."""

    def __init__(self) -> None:
        self.above: dict[str, str] = {}

    def top(self, one: str) -> str:
        """The id that stands for all that are joined with this one."""
        while (above := self.above.get(one, one)) != one:
            self.above[one] = self.above.get(above, above)
            one = above
        return one

    def join(self, left: str, right: str) -> bool:
        """Join two; says whether they were apart."""
        a, b = self.top(left), self.top(right)
        self.above[b] = a
        return a != b
