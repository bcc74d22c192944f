"""Pages from files and from bytes at hand."""

import zlib
from pathlib import Path

from onrecord.errors import CannotRead, NoText, TooLarge
from onrecord.read.media import media_of, refuse_archive
from onrecord.read.packed import head_of
from onrecord.records.documents import Fetch, Page
from onrecord.settings import MEGABYTE, Settings

_GZIP = b"\x1f\x8b"
_STEP = 1 << 20


def page_from_path(path: Path, settings: Settings) -> Page:
    """Read one file (HTML, PDF, text, Markdown, or one of them gzipped).

    The size is asked of the file system before a byte is read. Raises ``TooLarge``,
    ``NoText`` (empty file) or ``CannotRead``.
    """
    name = str(path)
    try:
        if path.is_dir():
            raise CannotRead(
                f"{name} is a folder; use onrecord add CASE {name}, or name one file in it."
            )
        if not path.exists():
            raise CannotRead(f"{name} does not exist; check the path.")
        if not path.is_file():
            raise CannotRead(f"{name} is not a regular file; pipe it to standard input instead.")
        refuse_archive(name, head_of(path))
        refuse_large(name, path.stat().st_size, settings)
        with path.open("rb") as file:
            data = file.read(settings.max_bytes + 1)
    except PermissionError:
        raise CannotRead(f"{name} may not be read; ask for permission to read it.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise CannotRead(f"{name} cannot be opened ({reason}); check the path.") from None
    return page_from_bytes(name, data, settings)


def page_from_bytes(name: str, data: bytes, settings: Settings, fetch: Fetch | None = None) -> Page:
    """Make a page of bytes at hand (standard input, pasted text, a fetched body).

    Gzipped bytes are unpacked up to ``settings.max_bytes``; ``Page.data`` holds the unpacked
    page, so that a page has the same digest packed or not. Raises as ``page_from_path``.
    """
    refuse_large(name, len(data), settings)
    if data.startswith(_GZIP):
        data = _unpacked(name, data, settings)
    if not data.strip(b" \t\r\n\x0b\x0c\x00"):
        raise NoText(f"{name} is empty; give a file with the article in it.")
    return Page(name=name, media=media_of(name, data), data=data, fetch=fetch)


def refuse_large(name: str, size: int, settings: Settings) -> None:
    """Raise ``TooLarge`` above the limit."""
    if size > settings.max_bytes:
        raise TooLarge(
            f"{name} has {size / MEGABYTE:,.1f} MB, the limit is {settings.max_bytes / MEGABYTE:g} MB;"
            " give the article alone or raise ONRECORD_MAX_MB."
        )


def _unpacked(name: str, data: bytes, settings: Settings) -> bytes:
    """Unpack gzip members until the end or the limit, whichever comes first."""
    out = bytearray()
    while data.startswith(_GZIP):
        engine = zlib.decompressobj(wbits=31)
        pending = data
        while pending and not engine.eof:
            try:
                out += engine.decompress(pending, _STEP)
            except zlib.error:
                raise CannotRead(
                    f"{name} is a damaged gzip file; unpack or fetch it again."
                ) from None
            pending = engine.unconsumed_tail
            if len(out) > settings.max_bytes:
                raise TooLarge(
                    f"{name} unpacks to more than {settings.max_bytes / MEGABYTE:g} MB;"
                    " give the article alone or raise ONRECORD_MAX_MB."
                )
        if not engine.eof:
            raise CannotRead(f"{name} is a gzip file that breaks off; unpack or fetch it again.")
        data = engine.unused_data
    return bytes(out)
