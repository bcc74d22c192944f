"""Posts signed at their end: "... — Dara Venn (@daravenn) June 29, 2017" says who says it.

So does what follows a quotation on its line or the next: "— Ana Brandt, Lenn Gazette".
"""

import re
from collections.abc import Iterator

from onrecord.records.marks import Report
from onrecord.records.spans import Span, overlap
from onrecord.records.texts import Text

_SIGNATURE = re.compile(
    r"(?:^|(?<=\s))(?P<dash>[—–-]{1,2})\s+(?P<name>[^—\n(]{2,60}\(@\w+\))"
    r"(?:\s+(?P<day>[A-Z][a-z]+\.? \d{1,2}, \d{4}))?\s*$"
)

_LINE = re.compile(
    r"(?:^|(?<=[”\"»]\s))(?P<dash>[—–-]{1,2})\s*(?P<name>[A-Z][^\n—:;?!]{3,80})(?P<day>$)"
)
_OPENING, _CLOSING = ("“", '"', "«"), ("”", '"', "»")


def signed(text: Text, reports: tuple[Report, ...]) -> tuple[Report, ...]:
    """The reports given, and one for each signed post; none of the former has its source in the name."""
    posts = tuple(_posts(text))
    return (*(r for r in reports if not any(_is_of(post, r) for post in posts)), *posts)


def _is_of(post: Report, report: Report) -> bool:
    """Whether a report has its source in a signature, or takes the words above it for another's."""
    ((start, end),) = post.content
    inside = all(start <= a and b <= end for a, b in report.content)
    outside = all(b <= start or end <= a for a, b in report.source)
    return any(overlap(source, post.source[0]) for source in report.source) or (inside and outside)


def _posts(text: Text) -> Iterator[Report]:
    """A report for each block that a signature ends; alone in its block it signs the one before."""
    before: Span | None = None
    for block in text.document.blocks:
        words = text.slice((block.start, block.end))
        found = _SIGNATURE.search(words) or _LINE.search(words)
        if found is not None and found.re is _LINE:
            said = words[: found.start()] or (text.slice(before) if before else "")
            found = found if _is_quoted(said) else None
        if found is None:
            before = (block.start, block.end)
            continue
        content = (block.start, block.start + len(found.string[: found.start()].rstrip()))
        if content[0] == content[1] and before is not None:
            content = before
        if content[0] < content[1]:
            yield _report(found, block.start, content)
        before = None


def _is_quoted(words: str) -> bool:
    return words.startswith(_OPENING) and words.rstrip(" .,\n").endswith(_CLOSING)


def _report(found: re.Match[str], at: int, content: Span) -> Report:
    cue = [found.span("dash"), found.span("day")]
    return Report(
        start=content[0],
        end=at + found.end(),
        rule="reports.signed",
        score=0.9,
        source=((at + found.start("name"), at + found.end("name")),),
        cue=tuple((at + start, at + end) for start, end in cue if start < end),
        content=(content,),
        direct=True,
    )
