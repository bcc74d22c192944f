"""The printed lines of a PDF: their words and places, without running heads and feet."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import pypdfium2
import pypdfium2.raw as pdfium

from onrecord.read.characters import one_line
from onrecord.records.spans import Record

_PAGE_NUMBER = re.compile(r"^\W*(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*$", re.IGNORECASE)
_EDGE_LINES = 3  # lines at a page's top and bottom that may be running heads and feet


class Line(Record, frozen=True):
    """One printed line: its words, its place (points from the page's bottom left) and type size."""

    page: int
    words: str
    left: float
    right: float
    bottom: float
    top: float
    size: float


def lines_of(document: pypdfium2.PdfDocument, number: int) -> Iterator[Line]:
    """The printed lines of a page, in the order of the file; pieces side by side are joined."""
    page = document[number]
    textpage = page.get_textpage()
    try:
        held: Line | None = None
        for index in range(textpage.count_rects()):
            left, bottom, right, top = textpage.get_rect(index)
            # PDFium writes U+0002 for a hyphen at a line's end.
            words = one_line(
                textpage.get_text_bounded(left, bottom, right, top).replace("\x02", "-")
            )
            if not words:
                continue
            line = Line(
                page=number, words=words, left=left, right=right, bottom=bottom, top=top,
                size=_size(textpage, left, right, bottom, top),
            )  # fmt: skip
            if held and _beside(held, line):
                held = _joined(held, line)
            else:
                if held:
                    yield held
                held = line
        if held:
            yield held
    finally:
        textpage.close()
        page.close()


def _size(
    textpage: pypdfium2.PdfTextPage, left: float, right: float, bottom: float, top: float
) -> float:
    """The type size of a line's first character; its height where the file does not say."""
    index = textpage.get_index(left + 1, (bottom + top) / 2, 4, 4)
    size = pdfium.FPDFText_GetFontSize(textpage.raw, index) if index is not None else 0.0
    return round(size if size > 1 else top - bottom, 1)


def _beside(left: Line, right: Line) -> bool:
    """Whether two pieces stand on one line, the second close after the first."""
    height = max(left.top - left.bottom, 1.0)
    level = min(left.top, right.top) - max(left.bottom, right.bottom)
    return (
        level > 0.3 * min(height, right.top - right.bottom)
        and -2 <= right.left - left.right < 2 * height
    )


def _joined(left: Line, right: Line) -> Line:
    """Two pieces as one line."""
    tight = right.left - left.right < 0.12 * left.size
    return Line(
        page=left.page,
        words=left.words + ("" if tight else " ") + right.words,
        left=left.left,
        right=right.right,
        bottom=min(left.bottom, right.bottom),
        top=max(left.top, right.top),
        size=left.size,
    )


def without_running(pages: Sequence[list[Line]]) -> list[Line]:
    """All lines but page numbers and what stands at the same edge of several pages."""
    edges = [_edges(lines) for lines in pages]
    counts = Counter(key for page in edges for key in set(page.values()))
    kept: list[Line] = []
    for lines, page in zip(pages, edges, strict=True):
        for index, line in enumerate(lines):
            running = (
                index in page and len(pages) > 1 and counts[page[index]] >= max(2, len(pages) // 3)
            )
            if not running and not (index in page and _PAGE_NUMBER.match(line.words)):
                kept.append(line)
    return kept


def _edges(lines: Sequence[Line]) -> dict[int, tuple[str, int]]:
    """The topmost and lowest lines of a page: what they say, figures made equal, and how high."""
    order = sorted(range(len(lines)), key=lambda index: -lines[index].top)
    return {
        index: (re.sub(r"\d+", "0", lines[index].words.lower()), round(lines[index].top / 6))
        for index in (*order[:_EDGE_LINES], *order[-_EDGE_LINES:])
    }
