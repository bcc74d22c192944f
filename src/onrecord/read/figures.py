"""Captions of a page's pictures, which extractors of main text drop, put back where they stood."""

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from onrecord.read.characters import one_line
from onrecord.records.spans import Record

_TEXTS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "div"})
_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:fig(?:ure)?-?|image-?|photo-?|media-?|wp-)?(?:caption|cutline)(?:[\s_-]|$)",
    re.I,
)
_ELSEWHERE = re.compile(
    r"related|promo|sidebar|recirc|newsletter|comment|bio\b|teaser|recommend|most-?read|footer"
    r"|trending|carousel-?nav|card\b|signup",
    re.IGNORECASE,
)
_ASIDE = frozenset({"aside", "nav", "footer", "form"})
_KEY = 50


class Placed(Record, frozen=True, kw_only=True):
    """A caption and the index of the extracted text it follows, -1 for the top."""

    words: str
    after: int


def captions_of(tree: HtmlElement, texts: Sequence[str]) -> list[Placed]:
    """Find the captions within the main content, given its extracted texts in order."""
    keys = {_key(text): index for index, text in reversed(list(enumerate(texts))) if len(text) > 15}
    walk: list[tuple[HtmlElement, int | None]] = []
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        if _is_caption(element):
            walk.append((element, None))
        elif element.tag in _TEXTS and (index := keys.get(_key(_start(element)))) is not None:
            walk.append((element, index))
    homes = [element for element, index in walk if index is not None]
    home = _home(homes)
    if home is None:
        return []
    inside = set(home.iter())
    return _placed(walk, inside, texts)


def _placed(
    walk: Sequence[tuple[HtmlElement, int | None]], inside: set[HtmlElement], texts: Sequence[str]
) -> list[Placed]:
    """The captions of the home element, each after the text last seen before it."""
    placed: list[Placed] = []
    seen: set[str] = set()
    after = -1
    for element, index in walk:
        if index is not None:
            after = max(after, index)
            continue
        words = _caption_words(element)
        key = _key(words)
        if element not in inside or key in seen or not 2 <= words.count(" ") + 1 <= 90:
            continue
        if not _is_elsewhere(element):
            seen.add(key)
            placed.append(Placed(words=words, after=after))
    return placed


def _is_caption(element: HtmlElement) -> bool:
    """A figcaption, or an element whose class says caption, outermost only."""
    if element.tag == "figcaption":
        return True
    if element.tag not in ("p", "div", "span", "small", "em", "dd"):
        return False
    if not _CAPTION.search(element.get("class") or "") or len(element) > 8:
        return False
    # WordPress names the box round picture and caption "wp-caption" too.
    if element.find(".//img") is not None or element.find(".//figcaption") is not None:
        return False
    return not any(
        _is_caption(above) for above in element.iterancestors("figcaption", "p", "div", "span")
    )


def _caption_words(element: HtmlElement) -> str:
    """The caption on one line, its parts kept apart."""
    return one_line(" ".join(part for part in element.itertext() if isinstance(part, str)))


def _home(elements: Sequence[HtmlElement]) -> HtmlElement | None:
    """The element that holds the article: what most of its texts share, or <article> round it."""
    if not elements:
        return None
    middle = elements[len(elements) // 2]
    for above in middle.iterancestors():
        if above.tag in ("article", "main") or above.get("itemprop") == "articleBody":
            return above
    below = set(elements)
    for above in middle.iterancestors():
        if len(below.intersection(above.iter())) >= 0.8 * len(below):
            parent = above.getparent()
            return above if parent is None or above.tag == "body" else parent
    return None


def _is_elsewhere(element: HtmlElement) -> bool:
    """Whether a caption belongs to a teaser or a box beside the article."""
    for above in element.iterancestors():
        if above.tag in ("article", "main", "body"):
            return False
        if above.tag in _ASIDE or _ELSEWHERE.search(
            f"{above.get('class') or ''} {above.get('id') or ''}"
        ):
            return True
    return False


def _start(element: HtmlElement) -> str:
    """The first characters of an element's text, not walking through a whole page."""
    size, parts = 0, []
    for part in element.itertext():
        parts.append(part)
        size += len(part)
        if size > _KEY * 4 and len(_key("".join(parts))) >= _KEY:
            break
    return "".join(parts)


def _key(text: str) -> str:
    """The first letters and digits of a text, for finding it again."""
    return "".join(filter(str.isalnum, text[: _KEY * 6]))[:_KEY]
