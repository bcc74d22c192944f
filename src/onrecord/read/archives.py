"""Web archives: a WARC, and the WARCs in a WACZ, told and opened."""

from collections.abc import Iterator
from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo

from onrecord.errors import CannotRead
from onrecord.read.packed import opened
from onrecord.read.unreadable import Unreadable
from onrecord.records.documents import Page
from onrecord.settings import Settings

_MEMBER = "archive/"


def is_warc(path: Path, head: bytes) -> bool:
    """Whether a file is a WARC, told by its first bytes (unpacked)."""
    return head.startswith(b"WARC/")


def is_wacz(path: Path, head: bytes) -> bool:
    """Whether a file is a ZIP that holds WARCs where the WACZ format puts them."""
    if not head.startswith(b"PK\x03\x04"):
        return False
    try:
        with ZipFile(path) as archive:
            return bool(_members(archive))
    except (BadZipFile, OSError):
        return path.suffix.lower() == ".wacz"


def pages_in_warc(path: Path, settings: Settings) -> Iterator[Page | Unreadable]:
    """The responses of a WARC that may be articles: status 200 and HTML, PDF or text.

    A page is named ``dump.warc.gz: https://...``; its address and ``WARC-Date`` are its ``fetch``.
    An archive that breaks off gives its whole records, then one ``Unreadable`` that names it.
    """
    from onrecord.read.responses import pages_in_stream

    with opened(path) as file:
        yield from pages_in_stream(str(path), file, settings)


def pages_in_wacz(path: Path, settings: Settings) -> Iterator[Page | Unreadable]:
    """The pages of every WARC in a WACZ; raises ``CannotRead`` where it is no sound ZIP."""
    from onrecord.read.responses import pages_in_stream

    name = str(path)
    try:
        with ZipFile(path) as archive:
            for member in _members(archive):
                with archive.open(member) as file:
                    part = f"{name}/{Path(member.filename).name}"
                    yield from pages_in_stream(part, file, settings)
    except (BadZipFile, NotImplementedError, RuntimeError, OSError):
        raise CannotRead(
            f"{name} is a damaged or locked WACZ archive; save or fetch it again."
        ) from None


def _members(archive: ZipFile) -> list[ZipInfo]:
    """The WARCs of a WACZ in the order of their names."""
    names = [
        member
        for member in archive.infolist()
        if member.filename.startswith(_MEMBER)
        and member.filename.lower().endswith((".warc", ".warc.gz"))
    ]
    return sorted(names, key=lambda member: member.filename)
