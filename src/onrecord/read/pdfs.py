"""PDF pages: lines by where they stand, running heads and feet out, paragraphs put together."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

import pypdfium2

from onrecord.errors import CannotRead, NoText
from onrecord.read.articles import article_of
from onrecord.read.characters import hidden_warnings, one_line
from onrecord.read.dates import iso_date
from onrecord.read.drafts import Draft, compacted
from onrecord.read.printed_lines import Line, lines_of, without_running
from onrecord.read.units import Unit
from onrecord.records.documents import BlockKind, Metadata, Page

_STOP = re.compile(r"""[.!?:]["'”’)\]]*$""")
_PDF_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
_MOST_PAGES = 500
_FEW = 3  # words a page below which it is taken for a picture of text


def article_from_pdf(page: Page) -> Draft:
    """Find the article in a PDF; raises ``CannotRead`` (damaged, locked) or ``NoText`` (scanned)."""
    document = _opened(page)
    try:
        pages = [
            list(lines_of(document, number)) for number in range(min(len(document), _MOST_PAGES))
        ]
        told = {key: one_line(value) for key, value in document.get_metadata_dict().items()}
    except pypdfium2.PdfiumError:
        raise CannotRead(f"{page.name} is a damaged PDF; save or download it again.") from None
    finally:
        document.close()
    if sum(line.words.count(" ") + 1 for lines in pages for line in lines) < _FEW * max(
        1, len(pages)
    ):
        raise NoText(f"{page.name} is a PDF without text (scanned?); run OCR on it first.")
    lines = without_running(pages)
    paragraphs = list(_paragraphs(lines))
    text, units = _composed(paragraphs)
    draft = compacted(article_of(text, units, _metadata(told, units)))
    cut = (f"Only the first {_MOST_PAGES} pages were read.",) if len(pages) == _MOST_PAGES else ()
    raw = "".join(line.words for line in lines)
    return Draft(
        text=draft.text,
        blocks=draft.blocks,
        metadata=draft.metadata,
        credit=draft.credit,
        warnings=(*hidden_warnings(raw), *cut),
    )


def _opened(page: Page) -> pypdfium2.PdfDocument:
    """The document, or ``CannotRead`` with what is the matter."""
    try:
        return pypdfium2.PdfDocument(page.data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise CannotRead(
                f"{page.name} is an encrypted PDF; remove its password first."
            ) from None
        raise CannotRead(f"{page.name} is a damaged PDF; save or download it again.") from None


def _paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines grouped to paragraphs by gap, indent, type size and short last lines."""
    leading = _leading(lines)
    group: list[Line] = []
    for line in lines:
        if group and _starts(group, line, leading):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _leading(lines: Sequence[Line]) -> float:
    """The usual distance from one line to the next."""
    steps = [
        above.bottom - below.bottom
        for above, below in pairwise(lines)
        if above.page == below.page and 0 < above.bottom - below.bottom < 4 * above.size
    ]
    return median(steps) if steps else 12.0


def _starts(group: Sequence[Line], line: Line, leading: float) -> bool:
    """Whether a line starts a new paragraph."""
    above = group[-1]
    if abs(line.size - above.size) > 0.8:
        return True
    ended = bool(_STOP.search(above.words))
    widest = max(other.right for other in group)
    short = above.right < widest - 0.2 * (widest - above.left) and len(group) > 1
    if above.page != line.page or line.bottom > above.bottom:
        return ended and (short or not line.words[0].islower())
    if above.bottom - line.bottom > 1.35 * leading:
        return ended or not line.words[0].islower()
    indented = line.left - min(other.left for other in group) > 0.8 * line.size
    return ended and (indented or short)


def _composed(paragraphs: Sequence[Sequence[Line]]) -> tuple[str, list[Unit]]:
    """One text of the paragraphs, an empty line between them; the largest type first is the headline."""
    sizes = Counter[float]()
    for group in paragraphs:
        for line in group:
            sizes[line.size] += len(line.words)
    usual = sizes.most_common(1)[0][0]
    parts: list[str] = []
    units: list[Unit] = []
    at = 0
    for group in paragraphs:
        words = _read(group)
        if not any(map(str.isalnum, words)):
            continue
        large = group[0].size > 1.15 * usual and words.count(" ") < 30
        kind: BlockKind | None = "headline" if large else None
        units.append(Unit(start=at, end=at + len(words), words=words, kind=kind))
        parts.append(words)
        at += len(words) + 2
    return "\n\n".join(parts), units


def _read(group: Sequence[Line]) -> str:
    """A paragraph's lines as one; a hyphen between small letters at a line's end goes."""
    words = ""
    for line in group:
        if re.search(r"[a-z][-\u2010]$", words) and line.words[0].islower():
            words = words[:-1] + line.words
        else:
            words = f"{words} {line.words}" if words else line.words
    return words


def _metadata(told: dict[str, str], units: Sequence[Unit]) -> Metadata:
    """The title, authors and date that the file states, where the text bears the title out."""
    from onrecord.read.authors import authors_of, is_name
    from onrecord.read.headlines import key_of

    title = told.get("Title") or None
    if title and not any(key_of(title) == key_of(unit.words) for unit in units[:8]):
        title = None
    authors = tuple(name for name in authors_of(told.get("Author", "")) if is_name(name))
    match = _PDF_DATE.match(told.get("CreationDate", ""))
    published = iso_date("-".join(match.groups())) if match and title else None
    found = {
        field: "pdf properties"
        for field, value in (("title", title), ("authors", authors), ("published", published))
        if value
    }
    return Metadata(title=title, authors=authors, published=published, found=found)
