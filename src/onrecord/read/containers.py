"""Pages from whatever a user names: files, folders, web archives, files of rows, mailboxes.

Everything streams: one page is in memory at a time, however large the archive.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from msgspec.structs import replace

from onrecord.errors import CannotRead
from onrecord.read.archives import is_wacz, is_warc, pages_in_wacz, pages_in_warc
from onrecord.read.folders import files_in
from onrecord.read.mails import is_mail, is_mailbox, pages_in_mail, pages_in_mailbox
from onrecord.read.packed import head_of
from onrecord.read.pages import page_from_path
from onrecord.read.row_files import count_rows, is_rows, pages_in_rows
from onrecord.read.unreadable import Unreadable
from onrecord.records.documents import Page
from onrecord.settings import Settings

Told = Callable[[Path, bytes], bool]
Opened = Callable[[Path, Settings], Iterator[Page | Unreadable]]

CONTAINERS: tuple[tuple[Told, Opened], ...] = (
    (is_warc, pages_in_warc),
    (is_wacz, pages_in_wacz),
    (is_rows, pages_in_rows),
    (is_mailbox, pages_in_mailbox),
    (is_mail, pages_in_mail),
)
"""How each kind of container is told (by path and first bytes), and how its pages are had."""


def pages_from_paths(paths: Iterable[Path], settings: Settings) -> Iterator[Page | Unreadable]:
    """Every page in the files and folders named, in a stable order, bad ones in their place.

    Never raises for an input: what gives no page is an ``Unreadable`` with its reason.
    """
    for path in paths:
        for file in _files(path):
            offers = [file] if isinstance(file, Unreadable) else _pages_of(file, settings)
            yield from map(_shown, offers)


def count_pages(paths: Iterable[Path], settings: Settings) -> int | None:
    """How many pages there are, where that can be told without opening them, else ``None``."""
    total = 0
    for path in paths:
        for file in _files(path):
            opener = None if isinstance(file, Unreadable) else _opener(file)
            if opener is pages_in_rows:
                total += count_rows(Path(str(file)), settings)
            elif opener in (None, _single, pages_in_mail):
                total += 1
            else:
                return None
    return total


def _shown(offer: Page | Unreadable) -> Page | Unreadable:
    """An offer whose name can be written down, also where a path is not in UTF-8."""
    name = _storable(offer.name)
    if isinstance(offer, Unreadable):
        return Unreadable(name=name, error=_storable(offer.error))
    return offer if name == offer.name else replace(offer, name=name)


def _storable(text: str) -> str:
    return text.encode("utf-8", "replace").decode()


def _files(path: Path) -> Iterator[Path | Unreadable]:
    """The path itself, or the files of a folder."""
    if not path.is_dir():
        yield path
        return
    empty = True
    try:
        for file in files_in(path):
            empty = False
            yield file
    except OSError as error:
        at = error.filename or path
        reason = f"{at} cannot be listed ({error.strerror}); ask for permission to read it."
        yield Unreadable(name=str(at), error=reason)
        return
    if empty:
        reason = f"{path} holds no files to read; name a folder of articles."
        yield Unreadable(name=str(path), error=reason)


def _pages_of(path: Path, settings: Settings) -> Iterator[Page | Unreadable]:
    """The pages of one file, whatever it is."""
    try:
        yield from (_opener(path) or _single)(path, settings)
    except CannotRead as error:
        yield Unreadable(name=str(path), error=str(error))


def _opener(path: Path) -> Opened | None:
    """What opens a file: by its first bytes, else as a single page; ``None`` if it cannot be."""
    try:
        head = head_of(path) if path.is_file() else b""
    except CannotRead:
        return None
    return next((opened for told, opened in CONTAINERS if told(path, head)), _single)


def _single(path: Path, settings: Settings) -> Iterator[Page | Unreadable]:
    """A file that is one page."""
    yield page_from_path(path, settings)
