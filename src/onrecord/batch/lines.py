"""Many pages, one after the other: what cannot be read takes its place in line as a failure."""

from collections.abc import Iterable, Iterator
from itertools import islice

import msgspec

from onrecord.errors import WorkFailed
from onrecord.model.bundle import Bundle
from onrecord.read import document_from_page, page_from_row, row_id
from onrecord.reader import read_documents
from onrecord.records.documents import Document, Page
from onrecord.records.readings import Reading
from onrecord.settings import Settings

TOGETHER = 8
"""Documents read at once: their windows share batches; more gains under 2 % and costs memory."""


class Failure(msgspec.Struct, frozen=True):
    """An input that could not be read, and the one sentence that says why."""

    id: str | int | None
    error: str


Outcome = tuple[str | int | None, Reading | Failure]


def pages_from_rows(
    lines: Iterable[bytes], source: str
) -> Iterator[tuple[str | int | None, Page | Failure]]:
    """The rows of a JSONL file as pages, each with its id; empty lines are skipped."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        name = row_id(line)
        try:
            yield name, page_from_row(line, number, source)
        except WorkFailed as error:
            yield name, Failure(name, str(error))


def read_pages(
    pages: Iterable[tuple[str | int | None, Page | Failure]], bundle: Bundle, settings: Settings
) -> Iterator[Outcome]:
    """Read pages in order, ``TOGETHER`` at a time; one outcome a page."""
    source = iter(pages)
    while chunk := list(islice(source, TOGETHER)):
        opened = [(name, _opened(name, page, settings)) for name, page in chunk]
        documents = [document for _, document in opened if isinstance(document, Document)]
        readings = iter(read_documents(documents, bundle))
        for name, document in opened:
            yield name, document if isinstance(document, Failure) else next(readings)


def _opened(name: str | int | None, page: Page | Failure, settings: Settings) -> Document | Failure:
    if isinstance(page, Failure):
        return page
    try:
        return document_from_page(page, settings)
    except WorkFailed as error:
        return Failure(name, str(error))
