"""The order in which claims are shown: what needs checking first, then the text's own order."""

from collections.abc import Iterable

from onrecord.records.findings import Claim
from onrecord.records.spans import Record


class Thresholds(Record, frozen=True, kw_only=True):
    """Where the scores (0 to 1) become words: ``fair`` and ``high`` check-worthiness, checkable."""

    fair: float = 1 / 3
    high: float = 2 / 3
    checkable: float = 0.5


THRESHOLDS = Thresholds()
UNSUPPORTED = ("none", "unnamed_source")


def checkworthiness(claim: Claim) -> str:
    """How much a claim is worth checking, as a word: low, fair or high."""
    if claim.checkworthy >= THRESHOLDS.high:
        return "high"
    return "fair" if claim.checkworthy >= THRESHOLDS.fair else "low"


def checked_first(claim: Claim) -> bool:
    """Whether a claim is of fact, can be checked, is highly check-worthy and lacks a named source."""
    return (
        claim.kind == "fact"
        and claim.verifiable >= THRESHOLDS.checkable
        and claim.support_offered in UNSUPPORTED
        and checkworthiness(claim) == "high"
    )


def text_order(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims as they follow in the text; of two that start together the longer first."""
    return tuple(sorted(claims, key=lambda claim: (claim.start, -claim.end, claim.id)))


def check_order(claims: Iterable[Claim]) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """First: statements that could be checked, are highly check-worthy and have no named source.

    The most check-worthy of them leads. All other claims follow in the order of the text.
    """
    placed = text_order(claims)
    first = sorted(filter(checked_first, placed), key=lambda claim: -claim.checkworthy)
    return tuple(first), tuple(claim for claim in placed if not checked_first(claim))


def explanation() -> str:
    """The order in words, for the place on screen where it is applied."""
    return " ".join((check_order.__doc__ or "").split())
