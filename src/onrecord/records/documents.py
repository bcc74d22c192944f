"""What came in (a Page) and the article found in it (a Document)."""

from typing import Literal

import msgspec

from onrecord.records.spans import Record, Span

BlockKind = Literal["headline", "paragraph", "caption", "list", "quote"]
MediaType = Literal["html", "pdf", "text", "row"]


class Metadata(Record, frozen=True, kw_only=True):
    """What is known of an article from outside its text.

    ``found`` says for each field where it was found, e.g. ``{"published": "json-ld"}``.
    Dates are ISO 8601, as precise as the page gives them.
    """

    url: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    published: str | None = None
    modified: str | None = None
    found: dict[str, str] = {}


class Fetch(Record, frozen=True, kw_only=True):
    """How a page came over the network: when (ISO 8601, UTC), from where, with which headers."""

    url: str
    at: str
    status: int
    headers: dict[str, str]


class Page(Record, frozen=True, kw_only=True):
    """The bytes as they were given, before anything is understood.

    ``name`` is the path, address or row id the user gave. A ``row`` page
    (one line of a JSONL file) carries its own ``metadata``.
    """

    name: str
    media: MediaType
    data: bytes
    metadata: Metadata = Metadata()
    fetch: Fetch | None = None


class Block(Record, frozen=True, kw_only=True):
    """A headline, paragraph, caption, list or quote of the article."""

    kind: BlockKind
    start: int
    end: int


class Credit(Record, frozen=True, kw_only=True):
    """Where the text says that it comes from: an agency code, "originally published in", "via"."""

    agency: str
    text: str
    start: int
    end: int


class Document(Record, frozen=True, kw_only=True):
    """The article: one text, its blocks in order, and what is known of it.

    ``id`` is a digest of the normalised text; ``sha256`` that of the bytes given.
    ``language`` is an ISO 639-1 code or ``"und"``.
    """

    id: str
    name: str
    text: str
    blocks: tuple[Block, ...]
    language: str
    sha256: str
    url: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    published: str | None = None
    modified: str | None = None
    found: dict[str, str] = {}
    credit: Credit | None = None
    fetch: Fetch | None = None
    warnings: tuple[str, ...] = ()

    def slice(self, span: Span) -> str:
        """The characters of a span."""
        return self.text[span[0] : span[1]]


def with_warning(document: Document, warning: str) -> Document:
    """The same document with one more warning."""
    return msgspec.structs.replace(document, warnings=(*document.warnings, warning))
