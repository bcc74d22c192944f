"""HTML pages: main text by trafilatura, captions, metadata and blocks by our own reading."""

import re
from collections.abc import Iterable

from lxml.etree import ParserError, XMLSyntaxError, _Element
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from onrecord.errors import CannotRead, NoText
from onrecord.read.articles import article_of
from onrecord.read.characters import hidden_warnings, one_line
from onrecord.read.drafts import Draft, compacted
from onrecord.read.encodings import declared_encoding, decode
from onrecord.read.figures import captions_of
from onrecord.read.flat_pages import flattened
from onrecord.read.headlines import key_of
from onrecord.read.linked_data import article_node, text_of
from onrecord.read.metadata import metadata_of
from onrecord.read.units import Unit
from onrecord.records.documents import BlockKind, Credit, Page

_HEADER_CHARSET = re.compile(r"charset=[\"']?([\w.:-]+)", re.IGNORECASE)
_PROLOG = re.compile(r"^\s*<\?xml[^>]*\?>")
_DEEP = 250  # nested elements; above, recursive code gives up and the page is flattened first
_FEW = 25  # words; an extraction of fewer is tried again less strictly

Piece = tuple[BlockKind | None, str]


def article_from_html(page: Page) -> Draft:
    """Find the article in an HTML page; raises ``NoText`` or ``CannotRead`` naming the page."""
    headers = page.fetch.headers if page.fetch else {}
    charset = _HEADER_CHARSET.search(headers.get("content-type", ""))
    source, guess = decode(
        page.data, charset[1] if charset else declared_encoding(page.data[:4096])
    )
    source = _PROLOG.sub("", source.replace("\x00", ""))
    tree = _tree(page.name, source)
    metadata, upstream = metadata_of(tree, page.fetch.url if page.fetch else None)
    pieces = _with_captions(tree, _pieces(page.name, tree, source))
    if metadata.title:
        title = key_of(metadata.title)
        told = [
            piece for place, piece in enumerate(pieces) if place > 4 or key_of(piece[1]) != title
        ]
        pieces = [("headline", metadata.title), *told]
    if not any(words for kind, words in pieces if kind != "headline"):
        raise NoText(
            f"{page.name} holds no article text; save the article's own page and give that."
        )
    text, units = _composed(pieces)
    draft = compacted(article_of(text, units, metadata))
    credit = draft.credit
    if credit is None and upstream:
        credit = Credit(agency=upstream, text="", start=0, end=0)
    warnings = (*draft.warnings, *hidden_warnings(source), *((guess,) if guess else ()))
    return Draft(
        text=draft.text,
        blocks=draft.blocks,
        metadata=draft.metadata,
        credit=credit,
        warnings=warnings,
    )


def _tree(name: str, source: str) -> HtmlElement:
    """The page parsed, flattened where it nests too deep for what comes after."""
    try:
        tree = document_fromstring(source.encode("utf-8", "replace"), parser=_parser())
    except (ParserError, XMLSyntaxError, ValueError, AssertionError):
        raise NoText(
            f"{name} is an empty or broken HTML page; save it again from a browser."
        ) from None
    if _depth(tree) > _DEEP:
        tree = document_fromstring(flattened(source).encode("utf-8", "replace"), parser=_parser())
    return tree


def _parser() -> HTMLParser:
    """A parser for text that is already decoded."""
    return HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)


def _depth(tree: HtmlElement) -> int:
    """How deep elements nest, counted without recursion."""
    from lxml.etree import iterwalk

    depth = deepest = 0
    for event, _ in iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _pieces(name: str, tree: HtmlElement, source: str) -> list[Piece]:
    """The main text in pieces, by trafilatura; the page's own articleBody where that is fuller."""
    from lxml.html import tostring
    from trafilatura import bare_extraction

    pieces: list[Piece] = []
    for recall in (False, True):
        try:
            found = bare_extraction(
                tostring(tree, encoding="unicode"),
                include_comments=False,
                include_tables=True,
                favor_recall=recall,
                with_metadata=False,
            )
        except RecursionError:
            raise CannotRead(f"{name} nests too deep to be read; save it as plain text.") from None
        body = getattr(found, "body", None)
        pieces = list(_of_body(body)) if body is not None else []
        if _size(pieces) >= _FEW:
            break
    told = text_of_body(tree)
    if len(told.split()) > max(_FEW, 1.6 * _size(pieces)):
        pieces = [(None, line) for part in told.splitlines() if (line := one_line(part))]
    return pieces


def text_of_body(tree: HtmlElement) -> str:
    """JSON-LD's articleBody with its line ends, or nothing."""
    body = article_node(tree).get("articleBody")
    if not isinstance(body, str):
        return ""
    return "\n".join(line for part in body.splitlines() if (line := text_of(part)))


def _size(pieces: Iterable[Piece]) -> int:
    """Words in pieces."""
    return sum(words.count(" ") + 1 for _, words in pieces)


def _of_body(body: _Element) -> Iterable[Piece]:
    """The pieces of trafilatura's tree, in order."""
    for element in body:
        if element.tag == "list":
            for item in element.iter("item"):
                yield from _kinded("list", item)
        elif element.tag == "table":
            for row in element.iter("row"):
                cells = [one_line("".join(cell.itertext())) for cell in row]
                yield (None if len(cells) == 1 else "list"), ", ".join(filter(None, cells))
        else:
            kind: BlockKind | None = {"head": "headline", "quote": "quote"}.get(str(element.tag))  # type: ignore[assignment]
            yield from _kinded(kind, element)


def _kinded(kind: BlockKind | None, element: _Element) -> Iterable[Piece]:
    """An element's lines; a line break divides paragraphs where a sentence ends before it."""
    parts: list[str] = [""]
    for node in element.iter():
        if node is not element and node.tag in ("lb", "p", "item"):
            parts.append("")
        parts[-1] += node.text or ""
        if node is not element:
            parts[-1] += node.tail or ""
    line = ""
    for part in map(one_line, parts):
        if line and part and (line.endswith((".", "!", "?", "”", '"')) or kind == "list"):
            yield kind, line
            line = part
        else:
            line = f"{line} {part}".strip()
    if line:
        yield kind, line


def _with_captions(tree: HtmlElement, pieces: list[Piece]) -> list[Piece]:
    """The pieces with captions in their places; a piece that is one is marked."""
    captions = captions_of(tree, [words for _, words in pieces])
    keys = {key_of(caption.words) for caption in captions}
    known = {key_of(words) for _, words in pieces}
    merged: list[Piece] = []
    for index in range(-1, len(pieces)):
        if index >= 0:
            kind, words = pieces[index]
            merged.append(("caption" if key_of(words) in keys else kind, words))
        merged += [
            ("caption", caption.words)
            for caption in captions
            if caption.after == index and key_of(caption.words) not in known
        ]
    return merged


def _composed(pieces: Iterable[Piece]) -> tuple[str, list[Unit]]:
    """One text of the pieces, an empty line between them, and their units."""
    parts: list[str] = []
    units: list[Unit] = []
    at = 0
    for kind, words in pieces:
        if not words or not any(map(str.isalnum, words)):
            continue
        units.append(Unit(start=at, end=at + len(words), words=words, kind=kind))
        parts.append(words)
        at += len(words) + 2
    return "\n\n".join(parts), units
