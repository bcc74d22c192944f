"""What a route hands on: a text, its blocks and what was learned, before it is a Document."""

import msgspec

from onrecord.records.documents import Block, Credit, Metadata
from onrecord.records.spans import Record, Span, within


class Draft(Record, frozen=True, kw_only=True):
    """An article as one of the routes (text, HTML, PDF) found it."""

    text: str
    blocks: tuple[Block, ...]
    metadata: Metadata
    credit: Credit | None = None
    warnings: tuple[str, ...] = ()


def compacted(draft: Draft) -> Draft:
    """The draft with a text of its blocks alone, and of the line its credit stands in.

    For pages whose text is put together anyway; a text the user gave keeps all its characters.
    """
    spans = [(block.start, block.end) for block in draft.blocks]
    credit = draft.credit
    if (
        credit
        and credit.end
        and not any(within((credit.start, credit.end), span) for span in spans)
    ):
        spans = sorted([*spans, _line_at(draft.text, credit.start)])
    moved: dict[Span, int] = {}
    at = 0
    for span in spans:
        moved[span] = at - span[0]
        at += span[1] - span[0] + 2
    blocks = tuple(
        msgspec.structs.replace(block, start=block.start + shift, end=block.end + shift)
        for block in draft.blocks
        if (shift := moved[(block.start, block.end)]) is not None
    )
    if credit and credit.end:
        shift = next(by for span, by in moved.items() if within((credit.start, credit.end), span))
        credit = msgspec.structs.replace(credit, start=credit.start + shift, end=credit.end + shift)
    text = "\n\n".join(draft.text[start:end] for start, end in spans)
    return msgspec.structs.replace(draft, text=text, blocks=blocks, credit=credit)


def _line_at(text: str, position: int) -> Span:
    """The line round a position."""
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    return (start, len(text) if end < 0 else end)
