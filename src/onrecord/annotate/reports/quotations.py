"""Quotations that run over paragraphs: whose words the next paragraph holds.

A paragraph that opens a quotation and does not close it goes on, in the next paragraph, with the
same speaker. A closed one without reporting words of its own belongs to whoever spoke before it,
not to the one who is named in the paragraph after it.
"""

import re
from collections.abc import Collection, Sequence

from msgspec.structs import replace

from onrecord.records.marks import Report
from onrecord.records.shelves import Shelf
from onrecord.records.spans import Span, overlap
from onrecord.records.texts import Text

RULES = {
    "reports.led": 'A short paragraph about somebody ("One miner was blunt.") leads up to the quotation in the next.'
}
LONGEST_LEAD = 12
_OPENING = "“«"
_CLOSING = "”»"
_STRAIGHT = '"'
_CLOSES = {"“": "”", "«": "»", '"': '"'}
_ENDED = re.compile(r"[“«\"].*[.!?][”»\"]", re.DOTALL)
"""A quotation that ends with its sentence: behind a comma its speaker would follow."""
LEAST_REST = 2
"""Words behind a quotation that can be a content of their own."""
_TRANSCRIPT = re.compile(r"\W?[A-Z][A-Z .]+:")
"""A speaker's name in capitals: "HOST: Is it safe?"."""


def carried(
    text: Text, reports: Sequence[Report], people: Collection[int] = frozenset()
) -> list[Report]:
    """Reports with the quotations of later paragraphs given to whoever goes on speaking.

    ``people``: the words that name or describe somebody. A short paragraph without reporting words
    that is about one of them leads up to what that one says: "One miner was blunt."
    """
    kept = list(reports)
    cues = Shelf((c, i) for i, r in enumerate(kept) for c in r.cue)
    contents = Shelf((c, i) for i, r in enumerate(kept) for c in r.content)
    speaker: int | None = None
    open_still = False
    led: Report | None = None
    for block in text.document.blocks:
        span = (block.start, block.end)
        quote = _quoted(text, span)
        here = sorted(set(cues.touching(span)))
        outside = [i for i in here if not _is_left_open(text, (span[0], kept[i].cue[0][0]))]
        if quote is not None and led is not None and not here:
            kept.append(led)
            speaker = len(kept) - 1
            _hand_over(kept, sorted(set(contents.touching(quote))), quote, (speaker, True))
            led = None
        elif quote is not None and speaker is not None and not here:
            _hand_over(kept, sorted(set(contents.touching(quote))), quote, (speaker, open_still))
        elif outside or not open_still:
            speaker = outside[-1] if outside else None
        open_still = speaker is not None and _is_left_open(text, span)
        led = None if here or quote is not None or open_still else _lead(text, span, people)
    return [r for r in kept if r.content]


def given_back(text: Text, reports: Sequence[Report]) -> list[Report]:
    """Quoted sentences that a later source has, given to whoever spoke right before them.

    "Moser said it failed. “It cost us nine men.” Two bridges burned, Koch said": Moser's words.
    """
    reports = [_unrolled(text, report) for report in reports]
    kept = list(reports)
    for i, report in enumerate(reports):
        cue = report.cue[0][0] if report.cue else -1
        here = text.sentence(text.range(report.cue[0])[0]) if report.cue else -1
        own = [c for c in report.content if text.sentence(text.range(c)[0]) == here]
        plain = bool(own) and not any(text.slice(c)[:1] in _OPENING + _STRAIGHT for c in own)
        for content in report.content if plain else ():
            number = text.sentence(text.range(content)[0])
            if not _ENDED.fullmatch(text.slice(content)) or number >= here or content[1] > cue:
                continue
            before = _speaker_before(text, reports, i, content)
            if before is not None:
                kept[i] = _without(kept[i], content)
                kept[before] = _with(kept[before], content)
    return kept


def spoken_on(text: Text, reports: Sequence[Report]) -> list[Report]:
    """Reports by a participle without a source, given to whose quotation stands before it.

    "“They want us less free,” adding that the accord is dead", in the sentence after "Koch said".
    """
    ends = {content[1]: r for r in reports if r.source for content in r.content}
    kept = []
    for report in reports:
        on = not report.source and text.slice(report.cue[0]).lower().split()[0].endswith("ing")
        word = text.range(report.cue[0])[0] - 1
        quoted = on and word >= 0 and text.words[word] in _CLOSING + _STRAIGHT
        speaker = ends.get(text.segments.words[word][1]) if quoted else None
        kept.append(replace(report, source=speaker.source) if speaker else report)
    return kept


def _unrolled(text: Text, report: Report) -> Report:
    """A report whose content begins with a quotation and goes on in plain words, as two contents."""
    parts: list[Span] = []
    for start, end in report.content:
        words = text.slice((start, end))
        mark = _CLOSES.get(words[:1])
        at = words.find(mark, 1) if mark else -1
        rest = words[at + 1 :] if at > 0 else ""
        ended = at > 0 and words[at - 1] in ".!?"
        if (
            ended
            and len(rest.split()) > LEAST_REST
            and text.sentence(text.range((start, end))[0])
            != text.sentence(text.range((start + at + 1, end))[0])
        ):
            parts += [(start, start + at + 1), (end - len(rest.lstrip()), end)]
        else:
            parts.append((start, end))
    return replace(report, content=tuple(parts)) if len(parts) > len(report.content) else report


def _speaker_before(text: Text, reports: Sequence[Report], own: int, quote: Span) -> int | None:
    """Who spoke last before a quotation, in the sentence before it and in its paragraph."""
    number = text.sentence(text.range(quote)[0])
    found = [
        (report.cue[0], j)
        for j, report in enumerate(reports)
        if j != own
        and report.cue
        and report.source
        and report.cue[0][1] <= quote[0]
        and text.sentence(text.range(report.cue[0])[0]) >= number - 1
    ]
    if not found:
        return None
    cue, j = max(found)
    return j if "\n" not in text.slice((cue[1], quote[0])) else None


def _lead(text: Text, block: Span, people: Collection[int]) -> Report | None:
    """A report, as yet of nothing, by whom a short paragraph is about: "Moser was less sure"."""
    first, last = text.range(block)
    ends = first < last and text.words[last - 1] in {".", ":"}
    if not ends or last - first > LONGEST_LEAD or text.sentence(first) != text.sentence(last - 1):
        return None
    roots = [w for w in range(first, last) if text.relation(w) == "root"]
    subjects = text.dependents(roots[0], "nsubj") if roots else []
    if not subjects or subjects[0] not in people or subjects[0] > roots[0]:
        return None
    source = text.span(*text.phrase(subjects[0]))
    cue = text.span(roots[0], roots[0] + 1)
    return Report(
        start=source[0],
        end=cue[1],
        rule="reports.led",
        score=0.6,
        source=(source,),
        cue=(cue,),
        content=(),
        direct=True,
    )


def _hand_over(kept: list[Report], holders: list[int], quote: Span, to: tuple[int, bool]) -> None:
    """Give a paragraph's quotation to a speaker, if it is still open or was given to one named later.

    ``holders``: the reports it was given to; ``to``: the speaker, and whether it is still open.
    """
    speaker, open_still = to
    if open_still or (holders and all(_is_ahead(kept[i], quote) for i in holders)):
        for i in holders:
            kept[i] = _without(kept[i], quote)
        kept[speaker] = _with(kept[speaker], quote)


def _quoted(text: Text, block: Span) -> Span | None:
    """The quotation that a paragraph is: from the mark it begins with to the one that ends it."""
    words = text.slice(block)
    if not words or words[0] not in _OPENING + _STRAIGHT or _TRANSCRIPT.match(words):
        return None
    closing = [words.rfind(mark) for mark in (*_CLOSING, _STRAIGHT)]
    end = max(closing)
    whole = end <= 0 or not any(map(str.isalnum, words[end:]))
    return block if whole else None


def _is_left_open(text: Text, block: Span) -> bool:
    """Whether a paragraph ends inside a quotation."""
    words = text.slice(block)
    if words.count(_STRAIGHT) % 2:
        return True
    opened = max(words.rfind(mark) for mark in _OPENING)
    return opened > max(words.rfind(mark) for mark in _CLOSING)


def _is_ahead(report: Report, block: Span) -> bool:
    """Whether a report's own words stand in a later paragraph, with something it reports there."""
    ahead = report.cue[0][0] >= block[1]
    return ahead and any(c[0] >= block[1] for c in report.content)


def _without(report: Report, quote: Span) -> Report:
    return _placed(report, tuple(c for c in report.content if not overlap(c, quote)))


def _with(report: Report, quote: Span) -> Report:
    others = tuple(c for c in report.content if not overlap(c, quote))
    return _placed(report, (*others, quote))


def _placed(report: Report, content: tuple[Span, ...]) -> Report:
    spans = [*report.source, *report.cue, *content]
    return replace(
        report,
        content=tuple(sorted(content)),
        start=min(start for start, _ in spans),
        end=max(end for _, end in spans),
    )
