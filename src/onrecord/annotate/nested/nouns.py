"""Nouns that say whose word a clause is: "Pike's charge that she took bribes", "a claim by Dorn that"."""

from collections.abc import Iterator

from onrecord.lexicons import lexicon
from onrecord.records.marks import Report
from onrecord.records.spans import Span, overlap
from onrecord.records.texts import Text

_NOUNS = frozenset(lexicon("sources").words["heard_of"]) - frozenset(
    "word news talk evidence hope hopes fear fears belief beliefs theory theories".split()
)
_HELD = _NOUNS | frozenset("boast boasts position view views explanation belief beliefs".split())
"""With their owner before them these say what is held as well: "the bank's position that"."""
_DENYING = frozenset(lexicon("cues").words["denial"]) | frozenset(
    "rejected rejects reject dismissed dismisses dismiss disputed disputes dispute refuted refutes".split()
)
_JOINING = frozenset({"and", "but", "or", "yet"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_IN_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})
_QUOTES = frozenset('“"«')
LONGEST_NAME = 6
"""Words of whoever "by" names."""


def with_claimed(text: Text, reports: tuple[Report, ...]) -> tuple[Report, ...]:
    """The reports, and one for each noun that names its source.

    Whoever answers or mocks a charge does not make it: such a report gives way. Who rejects one keeps
    what is rejected.
    """
    found = [r for r in _claimed(text) if not any(_denies(text, other, r) for other in reports)]
    kept = (r for r in reports if not any(_is_inside(r, own) for own in found))
    return (*kept, *found)


def _denies(text: Text, outer: Report, inner: Report) -> bool:
    """Whether a report denies what a noun reports, or has the noun for its own cue."""
    words = {w for cue in outer.cue for w in text.lower[slice(*text.range(cue))]}
    holds = any(overlap(c, inner.content[0]) for c in outer.content)
    own = any(overlap(cue, inner.cue[0]) for cue in outer.cue)
    return own or (holds and bool(words & _DENYING))


def _is_inside(report: Report, own: Report) -> bool:
    """Whether a report takes what a noun reports, with the noun, for its own content."""
    return (
        any(a <= own.start and own.end <= b for a, b in report.content)
        and all(b <= own.start or own.end <= a for a, b in (*report.source, *report.cue))
        and min(report.content)[0] >= own.start - 1
    )


def _claimed(text: Text) -> Iterator[Report]:
    for noun, word in enumerate(text.lower):
        if word in _HELD and text.upos(noun) == "NOUN" and (places := _places(text, noun)):
            source, said = places
            spans = [text.span(*source), text.span(noun, noun + 1), text.span(*said)]
            yield Report(
                start=min(start for start, _ in spans),
                end=max(end for _, end in spans),
                rule="reports.claimed",
                score=0.7,
                source=(spans[0],),
                cue=(spans[1],),
                content=(spans[2],),
                direct=text.words[said[0]] in _QUOTES,
            )


def _places(text: Text, noun: int) -> tuple[Span, Span] | None:
    """Where source and content of a noun stand, as words."""
    begin, end = text.segments.bounds[text.sentence(noun)]
    after, source = noun + 1, _owner(text, noun, begin)
    by = text.lower[noun] in _NOUNS and after < end and text.lower[after] == "by"
    if source is None and by:
        last = after + 1
        while last < min(end, after + 1 + LONGEST_NAME) and text.upos(last) in _IN_PHRASE:
            last += 1
        source, after = (after + 1, last), last
    if source is None or source[0] >= source[1] or after >= end or text.lower[after] != "that":
        return None
    first = after + 1 if after + 1 < end and text.words[after + 1] in _QUOTES else after
    last = _end(text, noun, first, end)
    return (source, (first, last)) if last - first > 2 else None


def _owner(text: Text, noun: int, begin: int) -> Span | None:
    """The words before "'s" before a noun: "[Dorn]'s allegation", "[the union]'s old claim"."""
    at = noun
    while at > begin and text.upos(at - 1) in {"ADJ", "NOUN"} and noun - at < 3:
        at -= 1
    if at <= begin or text.lower[at - 1] not in _POSSESSIVE:
        return None
    first = at - 1
    while first > begin and text.upos(first - 1) in _IN_PHRASE and at - first < LONGEST_NAME:
        first -= 1
    return (first, at - 1)


def _end(text: Text, noun: int, first: int, end: int) -> int:
    """Where what a noun reports ends: before the verb that the noun is a subject of, else the sentence."""
    verb = text.syntax.heads[noun] if text.syntax.heads else -1
    last = end
    if verb > first and text.relation(noun).startswith("nsubj"):
        own = [c for c in text.children(verb) if c > first and c not in text.subtree(noun)]
        last = min((verb, *own))
    joined = (
        w for w in range(first + 3, last) if text.words[w - 1] == "," and text.lower[w] in _JOINING
    )
    # "share the mayor's view that the road is unsafe, [and note that]"
    last = next(joined, last)
    while last > first and text.upos(last - 1) == "PUNCT" and text.words[last - 1] not in '”"»':
        last -= 1
    return last
