"""Where in a text, and on whose authority.

Every position in onrecord is a half-open character span ``[start, end)`` of
``Document.text``: one coordinate system from the tokeniser to the report.
"""

from hashlib import sha256
from typing import TypeAlias

import msgspec

Span: TypeAlias = tuple[int, int]
Spans: TypeAlias = tuple[Span, ...]


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The base of every record: frozen, compared by value.

    ``kw_only`` is not inherited in msgspec: every record says it again.
    """


class Origin(Record, frozen=True, kw_only=True):
    """Which step and rule (or model head) made something, and why, in a sentence."""

    step: str
    rule: str
    why: str


def identify(kind: str, *parts: object) -> str:
    """Make a stable id from content: ``kind`` and twelve hex digits of a SHA-256."""
    digest = sha256("\x1f".join(map(str, parts)).encode()).hexdigest()
    return f"{kind}-{digest[:12]}"


def overlap(left: Span, right: Span) -> int:
    """How many characters two spans share."""
    return max(0, min(left[1], right[1]) - max(left[0], right[0]))


def within(inner: Span, outer: Span) -> bool:
    """Whether ``inner`` lies wholly inside ``outer``."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]
