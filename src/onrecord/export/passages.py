"""Passages of the article in reading order: its blocks, and the text that stands outside them."""

import re
from typing import Literal

from markupsafe import Markup

from onrecord.export.lookups import Lookup
from onrecord.export.markings import Cover, covers, marked
from onrecord.export.texts import shortened
from onrecord.records.documents import Block, Document
from onrecord.records.spans import Record, Span, overlap

PassageKind = Literal["headline", "paragraph", "caption", "list", "quote", "outside"]


class Passage(Record, frozen=True, kw_only=True):
    """One passage: what it is, its marked-up words, the numbers of the claims that start in it.

    ``folded`` is the line to unfold a passage that is not part of the article.
    """

    number: int
    kind: PassageKind
    html: Markup
    claims: tuple[int, ...]
    folded: str = ""

    @property
    def margin(self) -> str:
        """The numbers of its claims for the margin: "4" or "4 to 7"; empty where it has none."""
        if not self.claims:
            return ""
        first, last = min(self.claims), max(self.claims)
        return str(first) if first == last else f"{first}–{last}"


def passages(lookup: Lookup) -> tuple[Passage, ...]:
    """The article cut at its blocks, with all marks; nothing of the text is left out."""
    document = lookup.reading.document
    laid = covers(lookup)
    pieces = _pieces(document)
    return tuple(
        _passage(document, number, kind, span, laid)
        for number, (kind, span) in enumerate(pieces, start=1)
    )


def _passage(
    document: Document, number: int, kind: PassageKind, span: Span, laid: tuple[Cover, ...]
) -> Passage:
    """One passage with its marks; text outside the blocks is folded unless a claim is in it."""
    own = tuple(c.number for c in laid if c.number and span[0] <= c.start < span[1])
    touched = any(c.number and overlap((c.start, c.end), span) for c in laid)
    fold = kind == "outside" and not touched
    return Passage(
        number=number,
        kind=kind,
        html=marked(document.text, span, laid),
        claims=own,
        folded=f"Not read as article: {shortened(document.slice(span), 60)}" if fold else "",
    )


def _pieces(document: Document) -> list[tuple[PassageKind, Span]]:
    """Blocks and the gaps between them, in order, without gaps of white space."""
    pieces: list[tuple[PassageKind, Span]] = []
    reached = 0
    for block in document.blocks or _paragraphs(document.text):
        start, end = max(reached, block.start), min(block.end, len(document.text))
        if start >= end:
            continue
        if document.text[reached:start].strip():
            pieces.append(("outside", (reached, start)))
        pieces.append((block.kind, (start, end)))
        reached = end
    if document.text[reached:].strip():
        pieces.append(("outside", (reached, len(document.text))))
    return pieces


def _paragraphs(text: str) -> tuple[Block, ...]:
    """Paragraphs at the empty lines, for a text that came without blocks."""
    found = re.finditer(r"\S(?:.|\n(?!\s*\n))*", text)
    return tuple(Block(kind="paragraph", start=m.start(), end=m.end()) for m in found)
