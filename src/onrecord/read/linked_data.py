"""What a page says of its article in JSON-LD (schema.org), read forgivingly."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from lxml.html import HtmlElement

from onrecord.read.authors import authors_of, unique
from onrecord.read.characters import one_line

# Most telling first: a page's frame (WebPage) often carries other dates than its article.
_KINDS = (
    "NewsArticle", "ReportageNewsArticle", "OpinionNewsArticle", "AnalysisNewsArticle",
    "BackgroundNewsArticle", "ReviewNewsArticle", "LiveBlogPosting", "Article", "BlogPosting",
    "Report", "ScholarlyArticle", "TechArticle", "SocialMediaPosting", "WebPage",
)  # fmt: skip
_TAGS = re.compile(
    r"<(script|style)\b.*?(?:</\1\s*>|$)|</?[a-zA-Z!][^<>]*>", re.IGNORECASE | re.DOTALL
)
_DEEPEST = 12


def article_node(tree: HtmlElement) -> dict[str, Any]:
    """The node that describes the article, or an empty one."""
    best: dict[str, Any] = {}
    rank = len(_KINDS)
    for script in tree.iterfind(".//script[@type]"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        for node in _nodes(_loaded(script.text or ""), 0):
            for kind in _texts(node.get("@type")):
                place = _KINDS.index(kind) if kind in _KINDS else rank
                if place < rank:
                    best, rank = node, place
    return best


def text_of(value: object) -> str | None:
    """A string value as one plain line, tags and entities resolved."""
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    return plain(value) if isinstance(value, str) else None


def plain(text: str) -> str | None:
    """One line of plain text: entities resolved, tags and scripts out; ``None`` when empty."""
    return one_line(_TAGS.sub(" ", unescape(unescape(text)))).strip() or None


def names_of(value: object, kind: str | None = None) -> tuple[str, ...]:
    """The names of people or bodies in a value; ``kind`` keeps nodes of one @type only."""
    names: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            if kind and kind not in _texts(item.get("@type")):
                continue
            given = item.get("name")
            names += names_of(given) if given else ()
        elif (
            isinstance(item, str) and kind is None and not item.startswith(("http", "#", "@", "/"))
        ):
            names += authors_of(plain(item) or "")
    return unique(names)


def _nodes(value: object, depth: int) -> Iterator[dict[str, Any]]:
    """Every node, those inside @graph, lists and mainEntity included."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _nodes(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "hasPart"):
            if isinstance(value.get(key), list | dict):
                yield from _nodes(value[key], depth + 1)


def _loaded(text: str) -> object:
    """The JSON of a script element, with what pages wrap round it taken off."""
    text = re.sub(r"^\s*(?://\s*)?<!(?:\[CDATA\[|--)|(?://\s*)?(?:\]\]|--)>\s*$", "", text.strip())
    for attempt in (text, text.rstrip(" ;\n\t"), re.sub(r",\s*([}\]])", r"\1", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _texts(value: object) -> list[str]:
    """A string or the strings of a list."""
    items = value if isinstance(value, list) else [value]
    return [item.rsplit("/", 1)[-1] for item in items if isinstance(item, str)]
