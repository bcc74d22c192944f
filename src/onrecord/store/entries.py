"""What a page and its reading become in the case: rows, and the records again."""

import zlib
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from typing import TypeVar

import msgspec

from onrecord.errors import CaseUnusable
from onrecord.records.calendars import bounds
from onrecord.records.documents import Document, Metadata, Page
from onrecord.records.findings import Claim
from onrecord.records.origins import Article
from onrecord.records.readings import Reading, Sentence
from onrecord.records.spans import Record, identify

LEVEL = 1
"""zlib's level: 6 takes four times as long and saves a tenth."""
_ROW_FIELDS = ("url", "title", "outlet", "published", "modified")


class Entry(Record, frozen=True, kw_only=True):
    """An article ready to be written: every value as its column takes it."""

    id: str
    key: str
    place: int
    page: Page
    reading: Reading
    packed: bytes


class Head(msgspec.Struct, frozen=True):
    """The part of a reading that shows where things stand; the rest is passed over unread."""

    document: Document
    sentences: tuple[Sentence, ...] = ()


class Claimed(Head, frozen=True):
    """A head with the reading's claims."""

    claims: tuple[Claim, ...] = ()


_READINGS = msgspec.json.Decoder(Reading)
_HEADS = msgspec.json.Decoder(Head)
_CLAIMED = msgspec.json.Decoder(Claimed)
_PAGES = msgspec.json.Decoder(Page)


def key_of(page: Page) -> str:
    """The identity of what was given, a SHA-256.

    For a file it is that of the bytes. For a row it covers id, metadata and text: two rows with
    one text but other ids or outlets are two articles, the same row twice is one.
    """
    if page.media != "row":
        return sha256(page.data).hexdigest()
    digest = sha256()
    for part in (page.name, *_described(page.metadata)):
        digest.update((part or "").encode("utf-8", "surrogatepass") + b"\x1f")
    digest.update(page.data)
    return digest.hexdigest()


def _described(metadata: Metadata) -> Iterator[str | None]:
    yield from (getattr(metadata, field) for field in _ROW_FIELDS)
    yield from metadata.authors


def entry_of(page: Page, reading: Reading) -> Entry:
    """What is to be written for a page and what was read in it."""
    key = key_of(page)
    document = reading.document
    if (name := storable(document.name)) != document.name:
        # A path that is not in UTF-8 cannot be written in JSON.
        document = msgspec.structs.replace(document, name=name)
        reading = msgspec.structs.replace(reading, document=document)
    article = identify("art", key)
    return Entry(
        id=article,
        key=key,
        place=place_of(document.published, article),
        page=msgspec.structs.replace(page, name=storable(page.name)),
        reading=reading,
        packed=zlib.compress(msgspec.json.encode(reading), LEVEL),
    )


def place_of(published: str | None, *identity: str) -> int:
    """Where something stands when all is ordered by day: 22 bits of day, 40 of its digest.

    Undated things have day 0. The two databases give everything the same place.
    """
    digest = sha256("\x1f".join(identity).encode("utf-8", "replace")).hexdigest()
    return (day_of(published) << 40) | int(digest[:10], 16)


@lru_cache(maxsize=4096)
def day_of(published: str | None) -> int:
    """The first day that an ISO date names, counted from 1 January of year 1; 0 if there is none."""
    span = bounds(published[:10].partition("T")[0]) if published and len(published) >= 4 else None
    return span[0].toordinal() if span else 0


def storable(text: str) -> str:
    """Text that both databases take: without NUL characters and halves of characters."""
    try:
        text.encode()
    except UnicodeEncodeError:
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text.replace("\0", "\ufffd")


def packed_page(page: Page) -> bytes:
    """A page without its bytes, as JSON."""
    return msgspec.json.encode(msgspec.structs.replace(page, data=b""))


def page_from(packed: bytes, data: bytes) -> Page:
    """The page again."""
    return msgspec.structs.replace(_PAGES.decode(packed), data=data)


def reading_from(packed: bytes) -> Reading:
    """The reading again."""
    return _unpacked(packed, _READINGS)


def head_from(packed: bytes) -> Head:
    """The document and its sentences alone: a tenth of the work."""
    return _unpacked(packed, _HEADS)


def claimed_from(packed: bytes) -> Claimed:
    """The document, its sentences and its claims."""
    return _unpacked(packed, _CLAIMED)


Part = TypeVar("Part")


def _unpacked(packed: bytes, decoder: msgspec.json.Decoder[Part]) -> Part:
    """A part of a packed reading; raises ``CaseUnusable`` where it is damaged."""
    try:
        return decoder.decode(zlib.decompress(packed))
    except (zlib.error, msgspec.DecodeError):
        raise CaseUnusable(
            "A reading in the case is damaged; `onrecord doctor` says which one."
        ) from None


def article_from(article: str, document: Document) -> Article:
    """A document as comparison sees it."""
    return Article(
        id=article,
        name=document.name,
        text=document.text,
        title=document.title,
        url=document.url,
        outlet=document.outlet,
        published=document.published,
        modified=document.modified,
        credit=document.credit,
    )
