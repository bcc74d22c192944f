"""One article, or the rows of a file, on the record."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import BinaryIO

import msgspec

from onrecord.batch import Failure, pages_from_rows, read_pages
from onrecord.errors import CannotRead, WorkFailed, WrongUse
from onrecord.model.bundle import Bundle, chosen
from onrecord.read import document_from_page, page_from_bytes, page_from_path, page_from_url
from onrecord.reader import read_documents
from onrecord.records.documents import Page
from onrecord.records.readings import Reading
from onrecord.settings import Settings


class Progress(msgspec.Struct, frozen=True):
    """How far a run over rows is: lines written in this run, and how many of them are errors."""

    done: int
    failed: int


@cache
def _bundle(settings: Settings) -> Bundle:
    """The model, loaded once a process and choice."""
    return chosen(settings)


def read(source: str | Path, settings: Settings | None = None) -> Reading:
    """Put one article on the record.

    ``source`` is a path, an http(s) address (fetched because you named it), or the text
    itself (a string with a line break or more than one blank). Raises ``CannotRead`` or
    ``CannotFetch`` with one sentence that says what to do.

    >>> import onrecord
    >>> reading = onrecord.read("Mill Rally\\n\\nThe mayor said the mill will close in May.")
    >>> [claim.kind for claim in reading.claims][-1]
    'prediction'
    """
    limits = settings or Settings()
    return _read_page(_page(source, limits), limits)


def read_bytes(name: str, data: bytes, settings: Settings | None = None) -> Reading:
    """Put bytes on the record that were given without a file, such as standard input."""
    limits = settings or Settings()
    return _read_page(page_from_bytes(name, data, limits), limits)


def _page(source: str | Path, settings: Settings) -> Page:
    if isinstance(source, str):
        if source.startswith(("http://", "https://")) and len(source.split()) == 1:
            return page_from_url(source, settings)
        if "\n" in source or (source.count(" ") > 3 and not Path(source[:255]).exists()):
            return page_from_bytes("text", source.encode("utf-8", "replace"), settings)
    return page_from_path(Path(source), settings)


def _read_page(page: Page, settings: Settings) -> Reading:
    document = document_from_page(page, settings)
    return read_documents([document], _bundle(settings))[0]


def read_rows(
    source: Path, target: Path, settings: Settings, resume: bool = False
) -> Iterator[Progress]:
    """Read a JSONL file line by line into another; yields after every line written.

    Every line that has text gets one line, in order: ``{"id", ...reading}`` or
    ``{"id", "error"}``. With ``resume`` the lines that stand in ``target`` are kept
    and the run goes on after them.
    """
    if source.resolve() == target.resolve():
        raise WrongUse(f"{target} is both input and output; name another output file.")
    kept = _kept_lines(target) if resume else 0
    try:
        lines = source.open("rb")
    except OSError as error:
        raise CannotRead(f"{source} cannot be opened ({error.strerror}); check the path.") from None
    with lines, _opened_output(target, append=kept > 0) as out:
        pages = pages_from_rows(lines, str(source))
        for _ in range(kept):
            next(pages, None)
        done = failed = 0
        for name, outcome in read_pages(pages, _bundle(settings), settings):
            out.write(_line(name, outcome))
            done, failed = done + 1, failed + isinstance(outcome, Failure)
            yield Progress(done, failed)


def _opened_output(target: Path, append: bool) -> BinaryIO:
    try:
        return target.open("ab" if append else "wb")
    except OSError as error:
        raise WorkFailed(
            f"{target} cannot be written ({error.strerror}); choose another place."
        ) from None


def _kept_lines(target: Path) -> int:
    """How many whole lines a file has; a last line without its end is cut off."""
    if not target.exists():
        return 0
    data = target.read_bytes()
    whole = data[: data.rfind(b"\n") + 1]
    if whole != data:
        target.write_bytes(whole)
    return whole.count(b"\n")


def _line(name: str | int | None, outcome: Reading | Failure) -> bytes:
    if isinstance(outcome, Failure):
        return msgspec.json.encode(outcome) + b"\n"
    head = msgspec.json.encode({"id": name})
    return head[:-1] + b"," + msgspec.json.encode(outcome)[1:] + b"\n"


def check_model(settings: Settings) -> str:
    """One line on the model that would be used; raises ``ModelUnusable`` if it cannot be."""
    bundle = _bundle(settings)
    return f"model {bundle.manifest.name}, sha256 {bundle.sha256[:12]}, {len(bundle.manifest.heads)} heads"
