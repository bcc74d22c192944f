"""The lines of a text, put together to units: what was one paragraph, heading or item."""

import re
from itertools import pairwise

from onrecord.read.characters import one_line
from onrecord.records.documents import BlockKind
from onrecord.records.spans import Record

# A line that starts something of its own, so that it never continues the one above.
_MARKED = re.compile(r"(?:#{1,6}\s+\S|>\s?|[-*+•‣▪●]\s+\S|\d{1,2}[.)]\s+\S)")
_ITEM = re.compile(r"(?:[-*+•‣▪●]|\d{1,2}[.)])\s+")
_RULE = re.compile(r"(?:=+|-{3,})$")
_HEADING = re.compile(r"(#{1,6})\s+")
_QUOTE = re.compile(r"(?:>\s*)+")
_STOP = re.compile(r"""[.!?…。]\s?[)\]"'”’»*_]*$""")
_WIDEST = 120
_NARROWEST = 30


class Unit(Record, frozen=True, kw_only=True):
    """One paragraph-like run ``[start, end)`` of the text; ``words`` is it on one clean line.

    ``kind`` is what its markup says, if it has any.
    """

    start: int
    end: int
    words: str
    kind: BlockKind | None = None

    @property
    def stopped(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(_STOP.search(self.words))

    @property
    def count(self) -> int:
        """The number of words."""
        return self.words.count(" ") + 1


class _Line(Record, frozen=True, kw_only=True):
    """One line, trimmed; ``after_blank`` says that an empty line is above it."""

    start: int
    end: int
    words: str
    after_blank: bool


def units_of(text: str) -> tuple[Unit, ...]:
    """Cut a plain text or Markdown into units, in order; their spans are trimmed.

    Lines wrapped by hand at some width belong together; otherwise a line is a unit.
    """
    lines = _lines(text)
    width = _wrapped_at(lines)
    groups: list[list[_Line]] = []
    for line in lines:
        if groups and _continues(groups[-1][-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    units: list[Unit] = []
    for group in groups:
        if units and _underlines(group, units[-1]):
            units[-1] = _kinded(units[-1], "headline")
        elif unit := _unit(text, group):
            units.append(unit)
    return tuple(units)


def _lines(text: str) -> list[_Line]:
    """Every line that is not empty."""
    lines, start, blank = [], 0, True
    for raw in text.splitlines(keepends=True):
        if words := one_line(raw):
            left = start + len(raw) - len(raw.lstrip())
            lines.append(
                _Line(start=left, end=start + len(raw.rstrip()), words=words, after_blank=blank)
            )
        blank = not words
        start += len(raw)
    return lines


def _wrapped_at(lines: list[_Line]) -> int | None:
    """The width at which lines were wrapped, or ``None`` where a line is a paragraph.

    In wrapped text the next line's first word would not have fitted on the line above, and most
    lines end inside a sentence.
    """
    pairs = [
        (above, len(below.words.split(" ", 1)[0]))
        for above, below in pairwise(lines)
        if not below.after_blank and not _MARKED.match(below.words)
    ]
    stopped = sum(bool(_STOP.search(above.words)) for above, _ in pairs)
    if len(pairs) < 2 or stopped > len(pairs) / 2:
        return None
    longest = sorted(len(line.words) for line in lines)
    width = longest[int(len(longest) * 0.97) if len(longest) > 30 else -1]
    if not _NARROWEST <= width <= _WIDEST:
        return None
    full = sum(len(above.words) + 1 + first > width - 3 for above, first in pairs)
    return width if full >= len(pairs) * 0.6 else None


def _continues(above: _Line, below: _Line, width: int | None) -> bool:
    """Whether two lines belong to one paragraph."""
    if below.after_blank or _MARKED.match(below.words) or _HEADING.match(above.words):
        return False
    if _RULE.match(below.words) or _RULE.match(above.words):
        return False
    if width is None:
        long = len(above.words) >= _NARROWEST or above.words[0] == ">"
        return long and _runs_on(above, below)
    first = len(below.words.split(" ", 1)[0])
    if len(above.words) + 1 + first > width - 3:
        return True
    return _runs_on(above, below)


def _runs_on(above: _Line, below: _Line) -> bool:
    """Whether a sentence goes on in the next line: no stop above, a small letter below."""
    return below.words[0].islower() and not _STOP.search(above.words) and "@" not in below.words


def _underlines(group: list[_Line], above: Unit) -> bool:
    """Whether this is the row of = or - under a Markdown heading."""
    line = group[0]
    return not line.after_blank and bool(_RULE.match(line.words)) and above.count <= 25


def _kinded(unit: Unit, kind: BlockKind) -> Unit:
    """The same unit with a kind."""
    return Unit(start=unit.start, end=unit.end, words=unit.words, kind=kind)


def _unit(text: str, group: list[_Line]) -> Unit | None:
    """One unit, without its Markdown mark; ``None`` where only signs stand."""
    start, end = group[0].start, group[-1].end
    kind: BlockKind | None = None
    if mark := _HEADING.match(text, start, end):
        kind = "headline"
    elif mark := _QUOTE.match(text, start, end):
        kind = "quote"
    elif mark := _ITEM.match(text, start, end):
        kind = "list"
    if mark:
        start = mark.end()
    words = one_line(text[start:end])
    if not any(map(str.isalnum, words)):
        return None
    return Unit(start=start, end=end, words=words, kind=kind)
