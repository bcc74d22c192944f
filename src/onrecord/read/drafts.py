"""What a route hands on: a text, its blocks and what was learned, before it is a Document."""

from onrecord.records.documents import Block, Credit, Metadata
from onrecord.records.spans import Record


class Draft(Record):
    """An article as one of the routes (text, HTML, PDF) found it."""

    text: str
    blocks: tuple[Block, ...]
    metadata: Metadata
    credit: Credit | None = None
    warnings: tuple[str, ...] = ()
