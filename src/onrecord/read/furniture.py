"""Lines round an article that are no part of it: share bars, notices, related headlines, comments."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

from onrecord.lexicons import lexicon
from onrecord.read.bylines import byline_of
from onrecord.read.units import Unit

Line = Literal["line", "section", "comments"]

_EDGE = ' .:!…»«>›<*_|[](){}-–—+#•·►▶→"“”'
_COUNT = re.compile(r"^\d[\d,.]*k?\s+|\s*\(?\d[\d,.]*k?\)?$", re.IGNORECASE)
_HANDLE = re.compile(r"^(?:follow\s+)?@\w+$|^https?://\S+$|^pic\.twitter\.com/\S+$", re.IGNORECASE)
_CALL = re.compile(r"^[\s(>•-]*(?:[A-Z’' ]{3,22}|[A-Z][a-z]+):\s*\S")
_REPLY = re.compile(
    r"\bsays:|\bwrote:|\breply\b|\b(?:minutes?|hours?|days?|weeks?|months?|years?) ago\b|\blikes?\b"
    r"|^[\w.@ -]{2,25}:\s|\b(?:upvote|log in to)\b",
    re.IGNORECASE,
)
_INBOX = re.compile(
    r"\b(?:to|in) your inbox\b|\bnewsletters?\b.{0,40}\b(?:sign|subscri)|\b(?:sign up|subscribe)\b.{0,40}\bnewsletter"
    r"|\b(?:by clicking|click) here\W*$|\bour (?:free )?(?:app|newsletter)s?\W*$",
    re.IGNORECASE,
)
# Who else worked on a piece, where its author is to be followed, what a player says when it fails.
_NOTE = re.compile(
    r"\bcontributed\s+(?:reporting|research|to\s+this\s+(?:report|story|article|post))(?:\s+from\s+[\w ,.’'-]{2,40})?\W*$"
    r"|^\W*(?:additional|with|some)\s+reporting\s+(?:by|from)\s.{2,120}$"
    r"|^\W*follow\s+[\w .’'-]{2,40}\s+on\s+(?:twitter|facebook|instagram)\b[^.!?]{0,40}\W*$"
    r"|^\W*(?:media|video|audio)\s+playback\s+is\s+(?:unsupported|not\s+supported)\b"
    r"|\bclick\s+here(?:\s+now)?\W*$"
    r"|^\W*note:\s+watch\s"
    r"|^\W*(?:to\s+(?:comment|contact|reach)|contact|reach|e-?mail)\b.{0,80}\s\S+@\S+\W*$",
    re.IGNORECASE,
)
_LONGEST_NOTE = 45
_AGAIN = re.compile(r"\b(\w+)(?:\s+\1\b)+")
_SHORT = 25
_SPEECH = frozenset('“”"')
"""Marks that somebody speaks: "I contributed to this report," she said."""


@cache
def _words(label: str) -> frozenset[str]:
    """One group of the lexicon."""
    return frozenset(lexicon("related").words[label])


@cache
def _starts() -> tuple[str, ...]:
    """How lines begin that are furniture as a whole."""
    return lexicon("related").words["start"]


def furniture_of(words: str) -> Line | None:
    """Tell a line that is no part of an article: alone, or the heading of a section of such."""
    if len(words) > 1000:
        return None
    if words.count(" ") < _LONGEST_NOTE and not _SPEECH & set(words) and _NOTE.search(words):
        return "line"
    if words.count(" ") >= _SHORT:
        return "line" if _is_notice(words) else None
    bare = _AGAIN.sub(r"\1", words.lower().replace("’", "'").strip(_EDGE))
    plain = _COUNT.sub("", bare).strip(_EDGE)
    if not plain:
        return "line" if len(bare) < 3 else None
    if bare in _words("comments") or plain in _words("comments"):
        return "comments"
    if bare in _words("section") or plain in _words("section"):
        return "section"
    if bare in _words("line") or plain in _words("line") or _HANDLE.match(words):
        return "line"
    if bare.startswith(_starts()) and _is_call(words, bare):
        return "line"
    return "line" if _INBOX.search(words) or _is_share_bar(plain) else None


def without_sections(units: Sequence[Unit], lines: Sequence[Line | None]) -> set[int]:
    """The indices of furniture: each line of it, and what stands under its headings."""
    out = {index for index, line in enumerate(lines) if line}
    total = sum(unit.count for unit in units)
    for index, line in enumerate(lines):
        if line == "section":
            out.update(_listed(units, lines, index + 1, total))
        elif line == "comments":
            out.update(_comments(units, index + 1, total))
    return out


def looks_like_body(unit: Unit) -> bool:
    """Whether a unit reads as a paragraph and not as a headline."""
    if not unit.stopped:
        return unit.count > _SHORT * 2
    if unit.words.rstrip("\"”'’)").endswith(("?", "!")):
        return unit.count > 14
    return True


def _listed(units: Sequence[Unit], lines: Sequence[Line | None], first: int, total: int) -> range:
    """The headlines under a "Related posts", and their teasers where all to the end is such."""
    last = first
    while last < len(units) and (lines[last] or not looks_like_body(units[last])):
        last += 1
    rest = [looks_like_body(unit) for unit in units[last:]]
    share = sum(unit.count for unit in units[last:])
    # One headline, one teaser, to the very end: a list of stories told in two lines each.
    paired = len(rest) >= 3 and all(body == (place % 2 == 0) for place, body in enumerate(rest))
    if last - first == 1 and paired and share < total * 0.35:
        last = len(units)
    if last == len(units) > first and byline_of(units[-1].words):
        last -= 1
    return range(first, last)


def _comments(units: Sequence[Unit], first: int, total: int) -> range:
    """All that follows a comments heading, where enough of an article stands before it."""
    before = sum(unit.count for unit in units[: first - 1] if looks_like_body(unit))
    after = units[first:]
    size = sum(unit.count for unit in after)
    replies = sum(bool(_REPLY.search(unit.words)) for unit in after)
    enough = before >= 40 and sum(map(looks_like_body, units[: first - 1])) >= 2
    if enough and (size <= total * 0.3 or replies * 3 >= len(after)):
        return range(first, len(units))
    return range(first, first)


def _is_call(words: str, bare: str) -> bool:
    """A start like "read:" counts only as a call in front of a headline; "more from" always."""
    if not words.rstrip().endswith((".", "”", '"')):
        return True
    return bool(_CALL.match(words)) or words.count(" ") < 14 or "©" in bare or "copyright" in bare


def _is_share_bar(plain: str) -> bool:
    """Only names of networks, "share", "print" and small words, at least one of the former."""
    parts = re.findall(r"[\w'-]+", plain)
    strong = [part for part in parts if part in _words("share")]
    weak = _words("between")
    return (
        0 < len(strong) >= len(parts) / 3
        and len(parts) <= 20
        and all(part in weak or part in _words("share") or part.isdigit() for part in parts)
    )


def _is_notice(words: str) -> bool:
    """A cookie or consent notice as a whole paragraph."""
    low = words.lower()
    if words.count(" ") > 90:
        return False
    if words.count(" ") < 40 and _INBOX.search(words):
        return True
    cookies = "cookies" in low and ("we use" in low or "site uses" in low or "consent" in low)
    return cookies or low.startswith(
        ("by signing up", "by subscribing", "by clicking", "copyright ©")
    )
