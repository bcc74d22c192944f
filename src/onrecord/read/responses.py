"""The responses of a web archive that may be articles, one record at a time."""

import zlib
from collections.abc import Iterator
from contextlib import suppress
from io import BufferedReader
from typing import IO, TYPE_CHECKING

from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]
from warcio.bufferedreaders import ChunkedDataReader  # type: ignore[import-untyped]
from warcio.exceptions import ArchiveLoadFailed  # type: ignore[import-untyped]

from onrecord.errors import CannotRead, TooLarge
from onrecord.read.packed import Unpacked
from onrecord.read.pages import page_from_bytes
from onrecord.read.unreadable import Unreadable
from onrecord.records.documents import Fetch, Page
from onrecord.settings import MEGABYTE, Settings

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord  # type: ignore[import-untyped]

_ARTICLES = frozenset({"text/html", "application/xhtml+xml", "application/pdf", "text/plain"})
_PACKED = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})
# What warcio raises on records it cannot make sense of.
_BROKEN = (ArchiveLoadFailed, ValueError, AttributeError, TypeError, LookupError, zlib.error)


class _Records(ArchiveIterator):  # type: ignore[misc]
    """The records of an archive; what warcio would print about a bad one stays unsaid here.

    ``cut``: the archive ended inside the headers of a record.
    """

    INC_RECORD = ""
    cut = False

    def _next_record(self, next_line: str | None) -> "ArcWarcRecord":
        try:
            return super()._next_record(next_line)
        except EOFError:
            self.cut = bool(next_line)
            raise


def pages_in_stream(name: str, file: IO[bytes], settings: Settings) -> Iterator[Page | Unreadable]:
    """The pages of one stream of records, and at its end what is wrong with it."""
    source = Unpacked(file, settings.max_bytes)
    records = _Records(BufferedReader(source))
    count, last, damage = 0, None, None
    try:
        for record in records:
            last = record
            if _is_article(record) and (made := _made(name, record, settings)):
                count += isinstance(made, Page)
                yield made
    except _BROKEN:
        damage = "is damaged"
    if records.cut or _is_cut(source, last):
        damage = damage or "breaks off"
    if damage := source.damage or damage:
        had = f"its {count} whole pages before that were taken"
        yield Unreadable(name=name, error=f"{name} {damage}; {had}, fetch it again for the rest.")
    elif not count and last is None:
        yield Unreadable(name=name, error=f"{name} holds no records; fetch it again.")


def _is_cut(source: Unpacked, last: "ArcWarcRecord | None") -> bool:
    """Whether the stream ends inside a record: each is as long as it says, then two line ends."""
    if last is None:
        return bool(source.tail)
    return _is_short(last) or source.tail != b"\r\n\r\n"


def _is_short(record: "ArcWarcRecord") -> bool:
    """Whether fewer bytes came than the record announced."""
    return record.length is None or getattr(record.raw_stream, "limit", 0) > 0


def _is_article(record: "ArcWarcRecord") -> bool:
    """Whether a record is a response that may hold an article."""
    headers = record.http_headers
    if record.rec_type != "response" or headers is None or headers.get_statuscode() != "200":
        return False
    media = (headers.get_header("content-type") or "").partition(";")[0].strip().lower()
    return media in _ARTICLES and not _address(record).endswith("/robots.txt")


def _address(record: "ArcWarcRecord") -> str:
    """The address a record was fetched from; some writers put it in angle brackets."""
    return (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")


def _made(name: str, record: "ArcWarcRecord", settings: Settings) -> Page | Unreadable | None:
    """The page of one response; ``None`` where the archive breaks off inside it."""
    name = f"{name}: {_address(record)}"
    headers = {key.lower(): value for key, value in record.http_headers.headers}
    try:
        if record.payload_length > settings.max_bytes:
            raise _too_large(name, settings)
        body = _body(record, headers)
        if _is_short(record):
            return None
        data = _decoded(name, body, headers.get("content-encoding", "").lower(), settings)
        at = record.rec_headers.get_header("WARC-Date") or ""
        fetch = Fetch(url=_address(record), at=at, status=200, headers=headers)
        return page_from_bytes(name, data, settings, fetch)
    except CannotRead as error:
        return Unreadable(name=name, error=str(error))


def _body(record: "ArcWarcRecord", headers: dict[str, str]) -> bytes:
    """The body as sent, its chunks put together."""
    stream = record.raw_stream
    if headers.get("transfer-encoding", "").lower() == "chunked":
        stream = ChunkedDataReader(stream)
    data: bytes = stream.read()
    return data


def _decoded(name: str, body: bytes, packed: str, settings: Settings) -> bytes:
    """The body without its content encoding; gzip is left to ``page_from_bytes``."""
    if packed not in _PACKED:
        raise CannotRead(f"{name} is packed as {packed!r}; save the page and add that.")
    if packed != "deflate":
        return body
    for wbits in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        with suppress(zlib.error):
            data = zlib.decompressobj(wbits).decompress(body, settings.max_bytes + 1)
            if len(data) > settings.max_bytes:
                raise _too_large(name, settings)
            return data
    return body


def _too_large(name: str, settings: Settings) -> TooLarge:
    limit = f"{settings.max_bytes / MEGABYTE:g} MB"
    return TooLarge(f"{name} has more than {limit}; leave it out or raise ONRECORD_MAX_MB.")
