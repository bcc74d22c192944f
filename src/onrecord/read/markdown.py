"""Markdown reduced to its words, where a pasted text is written in it."""

import re

_SIGNS = re.compile(
    r"\]\([^()\s]+(?:\s+\"[^\"]*\")?\)|^#{1,6} \S|^\s*>\s|\*\*[^*\n]+\*\*", re.MULTILINE
)
_IMAGE = re.compile(r"!\[([^\]\n]*)\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)")
_LINK = re.compile(r"\[([^\[\]\n]+)\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)")
_REFERENCE = re.compile(r"\[([^\[\]\n]+)\]\[[^\[\]\n]*\]")
_TARGET = re.compile(r"^ {0,3}\[[^\]\n]+\]:\s+\S+.*$", re.MULTILINE)
_STRONG = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,300})(?<=\S)\1")
_SOFT = re.compile(r"(?<![\w*\\])([*_])(?=[^\s*_])([^*_\n]{1,300}?)(?<=[^\s*_])\1(?![\w*])")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!>-])")
_QUOTED = re.compile(r" {0,3}>[ \t]?(?=\S)")
_DEEPEST = 5


def is_markdown(text: str, name: str = "") -> bool:
    """Whether a text is Markdown, by its file's suffix or by its signs."""
    return name.lower().endswith((".md", ".markdown", ".md.gz")) or bool(_SIGNS.search(text))


def without_markup(text: str) -> str:
    """Take out link targets, images, emphasis and escapes; headings, lists and quotes keep theirs."""
    text = _IMAGE.sub("", text)
    for _ in range(_DEEPEST):
        text = _LINK.sub(r"\1", text)
    text = _TARGET.sub("", _REFERENCE.sub(r"\1", text))
    text = _SOFT.sub(r"\2", _STRONG.sub(r"\2", text))
    return _ESCAPE.sub(r"\1", _with_quotes_joined(text))


def _with_quotes_joined(text: str) -> str:
    """Take the > off every line of a quoted paragraph but its first, as Markdown itself allows."""
    lines: list[str] = []
    quoted = False
    for line in text.split("\n"):
        match = _QUOTED.match(line)
        lines.append(line[match.end() :] if match and quoted else line)
        quoted = match is not None
    return "\n".join(lines)
