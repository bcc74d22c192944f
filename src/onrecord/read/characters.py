"""Characters that are not for the reader's eye: taken out of given text, or only reported."""

import re

BIDI_WARNING = (
    "The text held characters that change the direction of writing; they can make it look"
    " different from what it says."
)
BIDI = "\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c"
# Zero-width space, word joiner, byte-order mark, soft hyphen, interlinear and control characters.
# Zero-width (non-)joiner stays between letters outside Latin: Persian and Indic writing need it.
_ZERO = "\u200b\u2060\ufeff\u00ad\ufff9-\ufffb\x00-\x08\x0e-\x1f\x7f"
_HIDDEN = re.compile(
    f"[{BIDI}{_ZERO}]|(?<![^\x00-\u024f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\u024f])"
)
_BIDI = re.compile(f"[{BIDI}]")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def visible(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with one kind of line end and without hidden characters, and its warnings.

    A form feed and the Unicode line separators count as line ends.
    """
    lines = _LINE_ENDS.sub("\n", text)
    return _HIDDEN.sub("", lines), hidden_warnings(text)


def hidden_warnings(text: str) -> tuple[str, ...]:
    """The warning that bidirectional controls were there, or nothing."""
    return () if text.isascii() or not _BIDI.search(text) else (BIDI_WARNING,)


def one_line(text: str) -> str:
    """The text as a single visible line: white space collapsed, hidden characters out."""
    line = " ".join(text.split())
    return line if line.isprintable() else " ".join(_HIDDEN.sub("", line).split())
