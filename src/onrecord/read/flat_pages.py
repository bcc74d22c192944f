"""Pages nested too deep for tree code, made flat: title, headings and paragraphs only."""

from html import escape
from html.parser import HTMLParser

_SKIPPED = frozenset({"script", "style", "noscript", "template", "svg", "nav", "footer", "form"})
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "em",
        "font",
        "i",
        "kbd",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "u",
        "wbr",
    ]
)
_HEADINGS = frozenset({"h1", "h2", "h3"})


class _Flattener(HTMLParser):
    """Collects text by paragraph; a stack of tags is never kept, so depth costs nothing."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.title = ""
        self.parts: list[str] = []
        self._words: list[str] = []
        self._inside = "p"
        self._skipping: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Start a paragraph at every element that is no part of a line."""
        if self._skipping is None and tag in _SKIPPED:
            self._skipping = tag
        if tag not in _INLINE:
            self.finish()
            self._inside = tag if tag in _HEADINGS or tag == "title" else "p"

    def handle_endtag(self, tag: str) -> None:
        """End the paragraph, or what was left out."""
        if tag == self._skipping:
            self._skipping = None
        if tag not in _INLINE:
            self.finish()
            self._inside = "p"

    def handle_data(self, data: str) -> None:
        """Keep text that is shown."""
        if self._skipping is None:
            self._words.append(data)

    def finish(self) -> None:
        """Write the paragraph at hand."""
        words = " ".join("".join(self._words).split())
        self._words.clear()
        if words and self._inside == "title":
            self.title = self.title or words
        elif words:
            self.parts.append(f"<{self._inside}>{escape(words)}</{self._inside}>")


def flattened(source: str) -> str:
    """The page with one level of headings and paragraphs in an article element."""
    parser = _Flattener()
    parser.feed(source)
    parser.close()
    parser.finish()
    head = f"<head><title>{escape(parser.title)}</title></head>"
    return f"<html>{head}<body><article>{''.join(parser.parts)}</article></body></html>"
