"""Markdown reduced to its words, where a pasted text is written in it."""

import re

_SIGNS = re.compile(r"\]\([^()\s]+(?:\s+\"[^\"]*\")?\)|^#{1,6} \S|^\s*>\s|\*\*[^*\n]+\*\*", re.MULTILINE)
_IMAGE = re.compile(r"!\[([^\]\n]*)\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)")
_LINK = re.compile(r"\[([^\[\]\n]+)\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)")
_REFERENCE = re.compile(r"\[([^\[\]\n]+)\]\[[^\[\]\n]*\]")
_TARGET = re.compile(r"^ {0,3}\[[^\]\n]+\]:\s+\S+.*$", re.MULTILINE)
_STRONG = re.compile(r"(\*\*|__)(?=\S)([^\n]+?)(?<=\S)\1")
_SOFT = re.compile(r"(?<![\w*\\])([*_])(?=[^\s*_])([^*_\n]+?)(?<=[^\s*_])\1(?![\w*])")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!>-])")
_QUOTED = re.compile(r"^(\s*>[^\n]*\n)\s*>[ \t]?(?=[^\s>])", re.MULTILINE)


def is_markdown(text: str, name: str = "") -> bool:
    """Whether a text is Markdown, by its file's suffix or by its signs."""
    return name.lower().endswith((".md", ".markdown", ".md.gz")) or bool(_SIGNS.search(text))


def without_markup(text: str) -> str:
    """Take out link targets, images, emphasis and escapes; headings, lists and quotes keep theirs."""
    text = _IMAGE.sub("", text)
    while (reduced := _LINK.sub(r"\1", text)) != text:
        text = reduced
    text = _TARGET.sub("", _REFERENCE.sub(r"\1", text))
    text = _SOFT.sub(r"\2", _STRONG.sub(r"\2", text))
    while (reduced := _QUOTED.sub(r"\1", text)) != text:
        text = reduced
    return _ESCAPE.sub(r"\1", text)
