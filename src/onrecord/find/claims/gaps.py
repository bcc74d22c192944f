"""What somebody says and no claim has yet: where the tree saw no clause, the report's marks show one.

The model marks the words that somebody said better than the tree tells their clauses apart
(`docs/reference/model-card.md`), so that what is left over between them is looked at once more.
"""

from collections import defaultdict
from collections.abc import Collection

from msgspec.structs import replace

from onrecord.find.claims.borders import REMARK
from onrecord.find.claims.chains import is_supposed, is_withheld
from onrecord.find.claims.quotes import unquoted
from onrecord.find.claims.scenes import Scene
from onrecord.find.claims.tellings import (
    ASKING,
    CLOSING,
    CONCEDING,
    NOMINAL,
    REPORTING,
    is_said,
    is_told,
)
from onrecord.records.clauses import Clause
from onrecord.records.findings import Attribution
from onrecord.records.shelves import Shelf
from onrecord.records.spans import Span
from onrecord.records.texts import Text

LEAST_WORDS = 4
"""Words that nothing claims and that are worth it; fewer are "I think" or "in fact"."""
LONGEST_FRAME = 5
"""Words before "that" which only lead up to what follows: "My judgment is that"."""
LONGEST_HEARER = 5
"""Words before "that" that can name whom it was told to."""
_HEARERS = frozenset({"them", "him", "us", "me"})
_WAITING = frozenset({"AUX", "SCONJ", "PRON", "PART"})
_LEADING = frozenset({"as", "after", "before", "when", "while"})
_AGAINST = frozenset(
    "contrary despite given regardless compared unlike rather instead except".split()
)
"""What these lead up to is said against or beside them."""
_CONDITIONS = frozenset({"if", "unless"})

Words = tuple[int, int]


def filled(scene: Scene, clauses: list[Clause]) -> tuple[list[Clause], list[Span]]:
    """Clauses with the words around them that no other has, and spans of words that make new claims."""
    text = scene.text
    own: defaultdict[int, list[Clause]] = defaultdict(list)
    made: defaultdict[int, list[Span]] = defaultdict(list)
    for clause in clauses:
        own[clause.sentence].append(clause)
    for attribution in scene.findings.attributions:
        if is_withheld(scene, attribution) or not (
            attribution.direct or is_said(text, attribution)
        ):
            continue
        for part in _parts(text, attribution):
            sentence = text.sentence(part[0])
            found, new = own[sentence], made[sentence]
            for gap in _gaps(scene, part, found, new):
                told = _is_told(text, gap)
                at = None if told else _joined(text, gap, part, found)
                if at is not None:
                    found[at] = _with(text, found[at], gap)
                elif told:
                    new.append(unquoted(text, text.span(*gap)))
    whole = [clause for _, group in sorted(own.items()) for clause in group]
    return whole, [span for _, group in sorted(made.items()) for span in group]


def untold(scene: Scene, told: Collection[Span]) -> list[Span]:
    """What sentences tell beside what is claimed: "[She went after Koch], saying he is all talk"."""
    text = scene.text
    shelf = Shelf((span, span) for span in told)
    held = _by_sentence(text, told)
    sources: defaultdict[int, list[Words]] = defaultdict(list)
    for attribution in scene.findings.attributions:
        if any(shelf.touching(content) for content in attribution.content):
            said = (*attribution.cue, *attribution.content)
            for place, spans in ((held, said), (sources, attribution.source)):
                for number, words in _by_sentence(text, spans).items():
                    place[number] += words
    own = []
    for sentence, part in enumerate(text.segments.bounds):
        if not _is_prose(scene, sentence):
            continue
        for at, last in _between(text, part, sorted(held[sentence])):
            gap = _without_source(text, (at, last), sources[sentence])
            if _is_sentence(text, gap) or _is_most(text, gap, part):
                own.append(unquoted(text, text.span(*gap)))
    return own


def _by_sentence(text: Text, spans: Collection[Span]) -> defaultdict[int, list[Words]]:
    """Spans as word ranges, in every sentence that they reach into."""
    found: defaultdict[int, list[Words]] = defaultdict(list)
    for first, last in map(text.range, spans):
        for sentence in range(text.sentence(first), text.sentence(max(first, last - 1)) + 1):
            found[sentence].append((first, last))
    return found


def _is_prose(scene: Scene, sentence: int) -> bool:
    """Whether a sentence ends in a full stop and asks nothing."""
    text, mark = scene.text, scene.marks.sentences[sentence]
    return text.slice(mark.span).rstrip("\"”’') ").endswith(".") and not mark.question


def _is_most(text: Text, gap: Words, part: Words) -> bool:
    """Whether a stretch is a sentence but for little: "The 39 percent who read it is down from 46"."""
    opens = gap[0] == part[0] and (text.upos(gap[0]) in NOMINAL or text.upos(gap[0]) == "ADP")
    return opens and 2 * (gap[1] - gap[0]) > part[1] - part[0] and _is_told(text, gap)


def _without_source(text: Text, gap: Words, sources: list[Words]) -> Words:
    """A stretch without whoever speaks behind it: "It fell, but [Orr] said"."""
    first, last = gap
    last = min([s for s, end in sources if first <= s < last <= end + 1], default=last)
    return first, _end(text, first, last, _LEADING)


def _end(text: Text, first: int, last: int, hanging: frozenset[str] = frozenset()) -> int:
    """Where a stretch ends without stops, "and" and what else hangs behind it; a closing mark stays."""
    while last > first and text.words[last - 1] not in CLOSING:
        if text.upos(last - 1) not in {"PUNCT", "CCONJ"} and text.lower[last - 1] not in hanging:
            break
        last -= 1
    return last


def _is_sentence(text: Text, gap: Words) -> bool:
    """Whether a stretch has a subject and its verb, and waits for nothing: not "It is true that"."""
    first, last = gap
    said = [w for w in range(*gap) if text.upos(w) != "PUNCT"]
    loose = text.upos(last - 1) == "ADP" and text.relation(last - 1) != "compound"
    if len(said) < LEAST_WORDS or loose or text.upos(last - 1) in _WAITING:
        return False
    if text.upos(first) not in NOMINAL or text.lower[first] in ASKING | {"that"}:
        return False
    begin = text.segments.bounds[text.sentence(first)][0]
    verbs = (w for w in range(first + 1, last) if text.upos(w) == "VERB")
    if text.lower[begin] in CONCEDING and any(not text.lower[w].endswith("ing") for w in verbs):
        # "While the mayor says P, [tests found lead in it]"
        return True
    verb = next((w for w in range(*gap) if text.upos(w) not in NOMINAL), last)
    told = first == begin and first < verb < last and text.upos(verb) == "VERB"
    if told and text.relation(verb) not in {"acl", "amod"}:
        # "[Koch left the hall] after Orr, her lawyer, said": the tree gave him to "said".
        return not text.lower[verb].endswith("ing")
    return any(
        text.relation(text.syntax.heads[w]) not in {"acl", "advcl", "ccomp"}
        and first <= text.syntax.heads[w] < last
        and text.upos(text.syntax.heads[w]) == "VERB"
        for w in said
        if text.relation(w) == "nsubj" and text.syntax.heads
    )


def _is_remark(text: Text, gap: Words) -> bool:
    """What the reporter adds: "a claim that cannot be verified"."""
    return bool(REMARK.match(", " + text.slice(text.span(*gap))))


def _meets(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _parts(text: Text, attribution: Attribution) -> list[Words]:
    """What somebody says, in word ranges, a sentence each."""
    parts = []
    for span in attribution.content:
        first, last = text.range(span)
        while first < last:
            end = min(last, text.segments.bounds[text.sentence(first)][1])
            parts.append((first, end))
            first = end
    return parts


def _gaps(scene: Scene, part: Words, found: list[Clause], new: list[Span]) -> list[Words]:
    """The stretches of a part that no claim has and that report nothing themselves."""
    text, span = scene.text, scene.text.span(*part)
    taken = [(c.start, c.end) for c in found] + new
    taken += scene.verdicts.touching(span)
    for other in scene.reporting.inside(span):
        taken += [] if is_supposed(text, other) else [*other.cue, *other.source]
    return _between(text, part, sorted(text.range(s) for s in taken if _meets(s, span)))


def _between(text: Text, part: Words, held: list[Words]) -> list[Words]:
    gaps, at = [], part[0]
    for first, last in [*held, (part[1], part[1])]:
        gap = _trimmed(text, (at, min(first, part[1])))
        leads = text.lower[gap[1] - 1] in REPORTING
        if gap[1] - gap[0] >= LEAST_WORDS and not leads and not _is_remark(text, gap):
            gaps.append(gap)
        at = max(at, last)
    return gaps


def _trimmed(text: Text, gap: Words) -> Words:
    """A stretch without stops and "and" around it, nor whom it was told to ("them", "the city that")."""
    first, last = gap
    while first < last and (
        text.upos(first) in {"PUNCT", "CCONJ"}
        or text.lower[first] in {"that", "and", "but"} | _HEARERS
    ):
        first += 1
    for word in range(first + 1, min(last, first + LONGEST_HEARER)):
        if text.lower[word] == "that" and text.upos(word) == "SCONJ":
            first = word + 1
        if text.upos(word) not in NOMINAL:
            break
    if text.lower[last - 2 : last] in (["and", "that"], ["but", "that"]):
        last -= 2
    return first, _end(text, first, last)


def _is_told(text: Text, gap: Words) -> bool:
    """Whether a stretch is a sentence by itself: not "if they come", "it appears that", "to a friend when"."""
    first, last = gap
    opens = text.upos(first) in NOMINAL | {"ADV", "INTJ"}
    asks = text.lower[first] in ASKING | _AGAINST
    waits = text.upos(last - 1) in {"CCONJ", "SCONJ", "AUX"}
    return is_told(text, first, last) and opens and not (asks or waits)


def _joined(text: Text, gap: Words, part: Words, found: list[Clause]) -> int | None:
    """Which claim a stretch belongs to: what it leads up to, or what it goes on from."""
    before = after = None
    for i, clause in enumerate(found):
        first, last = text.range((clause.start, clause.end))
        if part[0] <= first and last <= gap[0] and _are_marks(text, (last, gap[0])):
            before = i
        if last <= part[1] and gap[1] <= first and _are_marks(text, (gap[1], first)):
            after = i
    frame = text.lower[gap[1] - 1] == "that"
    if frame and gap[1] - gap[0] <= LONGEST_FRAME:
        return None
    if before is not None and text.range((0, found[before].end))[1] == gap[0]:
        return before
    opens = text.upos(gap[0]) in {"SCONJ", "ADP"} or text.lower[gap[0]] in _AGAINST
    leads = frame or (opens and ":" not in text.words[slice(*gap)])
    return after if after is not None and (leads or before is None) else before


def _are_marks(text: Text, words: Words) -> bool:
    """Whether nothing but stops and "and" stands between."""
    return all(text.upos(w) in {"PUNCT", "CCONJ"} or text.lower[w] == "that" for w in range(*words))


def _with(text: Text, clause: Clause, gap: Words) -> Clause:
    start, end = text.span(*gap)
    start, end = unquoted(text, (min(start, clause.start), max(end, clause.end)))
    supposed = bool(_CONDITIONS & set(text.lower[gap[0] : gap[0] + LEAST_WORDS]))
    return replace(
        clause,
        start=start,
        end=end,
        conditional=clause.conditional or supposed,
    )
