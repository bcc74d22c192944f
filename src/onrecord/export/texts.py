"""Texts made safe to show: no control characters, nothing that turns the reading direction."""

import re

# Control characters can drive a terminal, directional overrides and isolates can make a
# title read backwards, lone surrogates cannot be encoded. Plain direction marks (LRM, RLM)
# stay: right-to-left text needs them and they reach no further than their neighbours.
_HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def harmless(text: str) -> str:
    """The text without characters that act on the reader's screen instead of being read."""
    return _HARMFUL.sub("", text)


def one_line(text: str) -> str:
    """The harmless text on one line, runs of white space as one space."""
    return " ".join(harmless(text.replace("\r", " ")).split())


def shortened(text: str, limit: int) -> str:
    """The text on one line, cut at a word to at most ``limit`` characters."""
    line = one_line(text)
    if len(line) <= limit:
        return line
    head = line[:limit]
    return (head.rsplit(" ", 1)[0] if " " in head else head[:-1]) + "…"
