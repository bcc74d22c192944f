"""Reporting words that the tree and the model lose because they break into a sentence or open it.

"The pilot, according to two friends, had been drinking"; "In the words of a guard, the camp is a
prison". Word order is enough for these: two commas, or an opening no other words have.
"""

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from msgspec.structs import replace

from onrecord.annotate.reports.reserves import turn_in
from onrecord.lexicons import lexicon
from onrecord.records.marks import Report
from onrecord.records.spans import Span, overlap
from onrecord.records.texts import Text

RULES = {
    "reports.aside": 'Reporting words between two commas break into what is reported ("The money had, Koch claims, been returned").',
    "reports.opening": 'Whose view it is stands before a sentence ("By the army\'s own account, ...").',
}
_SAYING = frozenset(
    word
    for word in lexicon("reporting").words["say"]
    if word.endswith(("s", "ed")) or word in {"say", "said", "wrote", "told"}
) | frozenset({"added", "adds", "believes", "thinks", "suggested", "suggests"})
_IN_NAME = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON"})
_NAMING = frozenset({"NOUN", "PROPN", "PRON"})
_NOBODY = frozenset("i we you it this that which who there one".split())
_STOPS = frozenset({";", ":", "—", "–", "“", "”", '"', "(", ")"})
_BREAKS = frozenset({";", ":", "—", "–"})
_MAIN = frozenset({"root", "conj", "ccomp", "parataxis"})
LONGEST_SOURCE = 14
"""Words between the two commas."""
LONGEST_SPEAKER = 7
SHORTEST = 4
"""Characters of "that" alone, which is no content."""
LEAST_CLAUSE = 3
_OPENINGS = (
    re.compile(r"(?P<cue>In the (?:words|eyes|view|opinion|telling|judgement|judgment) of) (?P<source>[^,;“”\"]{3,80}),"),
    re.compile(r"(?P<cue>By) (?P<source>[^,;“”\"]{3,60}?)['’]s? own (?P<end>account|admission|reckoning|telling|estimate|count|figures),"),
    re.compile(r"(?P<cue>In) (?P<source>[^,;“”\"]{3,60}?)['’]s? (?P<end>view|opinion|telling|words|eyes|judgement|judgment),"),
    re.compile(r"(?P<cue>By (?:some|most|many|several|all) accounts),"),
    re.compile(r"(?P<cue>To hear) (?P<source>[^,;“”\"]{3,60}?) (?P<end>tell it),"),
)  # fmt: skip


class _Aside(NamedTuple):
    """Word ranges of an aside: between its commas, its source and cue, and the clause around it."""

    commas: Span
    source: Span
    cue: Span
    left: Span
    right: Span


def with_asides(text: Text, reports: tuple[Report, ...]) -> tuple[Report, ...]:
    """The reports, those asides and openings of sentences made whole that the model saw by halves."""
    made = [*_asides(text), *_openings(text)]
    halves = [[r for r in reports if _is_of(r, whole)] for whole in made]
    gone = [r for own in halves for r in own]
    whole = [_joined(m, own) for m, own in zip(made, halves, strict=True)]
    kept = [_around(r, whole) for r in reports if r not in gone]
    return tuple(sorted((*kept, *whole), key=lambda r: r.span))


def _around(report: Report, asides: list[Report]) -> Report:
    """A report whose content runs over an aside at its head: "said that, according to the bank, it fell"."""
    for aside in asides:
        frame = (*aside.cue, *aside.source)
        over = len(aside.content) == 1 and any(
            overlap(content, part) for content in report.content for part in frame
        )
        if over and report.cue[-1][1] <= aside.start:
            return replace(report, content=aside.content, end=max(report.end, aside.end))
    return report


def _is_of(report: Report, whole: Report) -> bool:
    """Whether a report has its cue in the reporting words of another."""
    own = (*whole.cue, *whole.source)
    return any(overlap(cue, place) for cue in report.cue for place in own)


def _joined(whole: Report, halves: list[Report]) -> Report:
    """A report with what the model gave it besides: a quotation that runs on over sentences."""
    frame = (*whole.cue, *whole.source)
    more = [
        content
        for half in halves
        for content in half.content
        if not any(overlap(content, part) for part in frame) and content[1] - content[0] > SHORTEST
    ]
    own = [c for c in whole.content if not any(overlap(c, other) for other in more)]
    spans = tuple(sorted((*own, *more)))
    return replace(
        whole, content=spans, start=min(whole.start, spans[0][0]), end=max(whole.end, spans[-1][1])
    )


def _asides(text: Text) -> Iterator[Report]:
    for first, last in text.segments.bounds:
        found = [a for a in (_aside(text, w, (first, last)) for w in range(first, last)) if a]
        for aside, follows in zip_longest(found, found[1:]):
            right = aside.right
            if follows is not None:
                right = (right[0], _border(text, right[0], follows.commas[0]))
            left = (
                aside.left
                if aside is found[0]
                else (_border(text, first, aside.commas[0]) + 1, aside.commas[0])
            )
            if right[0] >= right[1]:
                continue
            if text.lower[aside.commas[0] - 2] == "that":
                inner = _report(text, aside, (None, right))
                yield inner
                yield from _outer(text, aside, inner)
            elif left[0] < left[1] and _is_broken(text, left, right):
                yield _report(text, aside, (left, right))


def _outer(text: Text, aside: _Aside, inner: Report) -> Iterator[Report]:
    """Who says that somebody else says so: "Koch said that, according to the bank, ..."."""
    verb = aside.commas[0] - 3
    while verb > aside.left[0] and text.upos(verb) in {"ADV", "NOUN"}:
        verb -= 1
    source = (aside.left[0], verb)
    if text.lower[verb] in _SAYING and _is_speaker(text, source):
        span, cue = text.span(*source), text.span(verb, verb + 1)
        yield replace(inner, start=span[0], source=(span,), cue=(cue,))


def _aside(text: Text, comma: int, sentence: Span) -> _Aside | None:
    """The aside that a comma opens: ", according to X," or ", X says,"."""
    first, last = sentence
    if text.words[comma] != "," or comma == first:
        return None
    end = next(
        (w for w in range(comma + 2, min(last, comma + LONGEST_SOURCE)) if text.words[w] == ","),
        None,
    )
    if end is None or end + 1 >= last or _STOPS & set(text.words[comma:end]):
        return None
    inside = (comma + 1, end)
    if text.lower[comma + 1 : comma + 3] == ["according", "to"]:
        source, cue = (comma + 3, end), (comma + 1, comma + 3)
    else:
        said = _verb(text, comma + 2, end)
        if said is None or not _is_speaker(text, (comma + 1, said)):
            return None
        source, cue = (comma + 1, said), (said, said + 1)
    if source[0] >= source[1]:
        return None
    left = (_after_stop(text, first, comma), comma)
    return _Aside(inside, source, cue, left, (end + 1, _end(text, end + 1, last)))


def _verb(text: Text, first: int, end: int) -> int | None:
    """The reporting verb of an aside; behind it no more than where or when: "she said on Friday"."""
    verbs = [w for w in range(first, end) if text.upos(w) in {"VERB", "AUX"}]
    return verbs[0] if len(verbs) == 1 and text.lower[verbs[0]] in _SAYING else None


def _is_speaker(text: Text, source: Span) -> bool:
    words = range(*source)
    return (
        0 < len(words) <= LONGEST_SPEAKER
        and all(text.upos(w) in _IN_NAME or text.lower[w] in {"of", "for", "'s"} for w in words)
        and any(text.upos(w) in _NAMING for w in words)
        and text.lower[source[0]] not in _NOBODY
    )


def _after_stop(text: Text, first: int, comma: int) -> int:
    """Where, before an aside, its clause begins: behind a stop, or a comma before its subject."""
    stops = [w for w in range(first, comma) if text.words[w] in _BREAKS]
    begin = stops[-1] + 1 if stops else first
    heads = text.syntax.heads or [-1] * len(text.words)
    subjects = [w for w in range(begin, comma) if text.relation(w) == "nsubj" and heads[w] > comma]
    opens = text.subtree(subjects[-1])[0] if subjects else begin
    commas = [w for w in range(begin, opens) if text.words[w] == ","]
    if commas and any(text.relation(w) in {"nsubj", "mark"} for w in range(begin, commas[-1])):
        begin = commas[-1] + 1
    while begin < comma and text.upos(begin) in {"CCONJ", "PUNCT"}:
        begin += 1
    return begin


def _end(text: Text, first: int, last: int) -> int:
    stop = next((w for w in range(first, last) if text.words[w] in {";", "—", "–"}), last)
    turn = turn_in(text, first, stop)
    stop = stop if turn is None else turn
    while stop > first and text.upos(stop - 1) == "PUNCT":
        stop -= 1
    return stop


def _border(text: Text, first: int, comma: int) -> int:
    """The comma before "and" or "but" that parts two clauses with an aside each."""
    for word in range(comma - 1, first, -1):
        if text.words[word - 1] == "," and text.upos(word) == "CCONJ":
            return word - 1
    return comma


def _is_broken(text: Text, left: Span, right: Span) -> bool:
    """Whether an aside breaks into one clause: its subject or helping verb stands on one side only."""
    while left[0] < left[1] and text.upos(left[0]) in {"CCONJ", "PUNCT"}:
        left = (left[0] + 1, left[1])
    before, after = range(*left), range(*right)
    if not any(text.upos(w) in {"VERB", "AUX"} for w in after):
        return False
    if text.upos(left[1] - 1) == "AUX":
        return True
    verbs = [w for w in before if text.upos(w) in {"VERB", "AUX"}]
    heads = text.syntax.heads or [-1] * len(text.words)
    crosses = any(text.relation(w) == "nsubj" and heads[w] in after for w in before)
    whole = any(text.relation(w) in _MAIN for w in verbs)
    # "On Monday, he said, “we left”": when he said so is no part of it.
    dated = text.words[right[0]] in _STOPS and text.upos(left[0]) in {"ADP", "ADV", "SCONJ"}
    return (crosses and not whole) or (not verbs and not dated)


def _report(text: Text, aside: _Aside, sides: tuple[Span | None, Span]) -> Report:
    """The report of an aside; with nothing on its left it stands behind "said that"."""
    left, right = sides
    while left is not None and text.upos(left[0]) in {"CCONJ", "PUNCT"}:
        left = (left[0] + 1, left[1])
    content = tuple(text.span(*side) for side in (left, right) if side is not None)
    return Report(
        start=min(content[0][0], text.span(*aside.cue)[0]),
        end=content[-1][1],
        rule="reports.aside",
        score=0.8,
        source=(text.span(*aside.source),),
        cue=(text.span(*aside.cue),),
        content=content,
        direct=False,
    )


def _openings(text: Text) -> Iterator[Report]:
    words = text.document.text
    for start, end in text.segments.sentences:
        for pattern in _OPENINGS:
            match = pattern.match(words, start, end)
            if match is None:
                continue
            begins = match.end()
            while begins < end and not words[begins].isalnum() and words[begins] not in '“"«':
                begins += 1
            first, last = text.range((begins, end))
            while last > first and text.words[last - 1] in {".", "!", "?"}:
                last -= 1
            if last - first < LEAST_CLAUSE:
                continue
            said = text.span(first, last)
            named = match.groupdict()
            cues = [match.span("cue"), *([match.span("end")] if named.get("end") else [])]
            source = (match.span("source"),) if named.get("source") else ()
            yield Report(
                start=start,
                end=end,
                rule="reports.opening",
                score=0.8,
                source=source,
                cue=tuple(cues),
                content=(said,),
                direct=False,
            )
            break
