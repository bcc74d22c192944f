"""Posts signed at their end: "... — Dara Venn (@daravenn) June 29, 2017" says who says it."""

import re
from collections.abc import Iterator

from onrecord.records.marks import Report
from onrecord.records.spans import Span, overlap
from onrecord.records.texts import Text

_SIGNATURE = re.compile(
    r"(?:^|(?<=\s))(?P<dash>[—–-]{1,2})\s+(?P<name>[^—\n(]{2,60}\(@\w+\))"
    r"(?:\s+(?P<day>[A-Z][a-z]+\.? \d{1,2}, \d{4}))?\s*$"
)


def signed(text: Text, reports: tuple[Report, ...]) -> tuple[Report, ...]:
    """The reports given, and one for each signed post; none of the former has its source in the name."""
    posts = tuple(_posts(text))
    names = [post.source[0] for post in posts]
    kept = (r for r in reports if not any(overlap(s, n) for s in r.source for n in names))
    return (*kept, *posts)


def _posts(text: Text) -> Iterator[Report]:
    """A report for each block that a signature ends; alone in its block it signs the one before."""
    before: Span | None = None
    for block in text.document.blocks:
        found = _SIGNATURE.search(text.slice((block.start, block.end)))
        if found is None:
            before = (block.start, block.end)
            continue
        content = (block.start, block.start + len(found.string[: found.start()].rstrip()))
        if content[0] == content[1] and before is not None:
            content = before
        if content[0] < content[1]:
            yield _report(found, block.start, content)
        before = None


def _report(found: re.Match[str], at: int, content: Span) -> Report:
    cue = [found.span("dash"), found.span("day")]
    return Report(
        start=content[0],
        end=at + found.end(),
        rule="reports.signed",
        score=0.9,
        source=((at + found.start("name"), at + found.end("name")),),
        cue=tuple((at + start, at + end) for start, end in cue if start >= 0),
        content=(content,),
        direct=True,
    )
