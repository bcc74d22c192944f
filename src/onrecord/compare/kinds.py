"""What kind of link two sides make: how much of each is shared, and whose words those are."""

from typing import NamedTuple

from onrecord.compare.sides import Side
from onrecord.records.origins import LinkKind


class Limits(NamedTuple):
    """Every number that decides the kind of a link; shares are parts of 1, the rest words.

    A copy has at least ``own`` words and ``large`` a share of an article's own words, those
    neither quoted nor furniture, and ``some`` of all its words; where an article has few of its own, ``few`` of them that are
    ``most`` of them do, if the passages are most of it too and have ``whole`` words; so does
    ``nearly`` all of both texts, whoever speaks there. ``most`` of both sides is a reprint.
    Less than ``kept`` of the words in the passages unchanged is a rewrite. ``long`` words make
    a quotation or furniture worth a link.
    """

    own: int = 30
    large: float = 0.3
    some: float = 0.2
    few: int = 8
    most: float = 0.5
    whole: int = 50
    nearly: float = 0.8
    kept: float = 0.8
    long: int = 12


LIMITS = Limits()


def kind_of(left: Side, right: Side, kept: float, limits: Limits = LIMITS) -> LinkKind | None:
    """The kind of a link between texts that are not the same words; ``None`` for too little.

    ``kept`` is the part of the words in the passages that is the same on both sides.
    """
    if _is_copy(left, right, limits):
        if kept < limits.kept:
            return "rewrite"
        return "reprint" if min(left.share, right.share) >= limits.most else "excerpt"
    if min(left.shared_quoted, right.shared_quoted) >= limits.long:
        return "shared_quotation"
    furniture = min(left.shared_furniture, right.shared_furniture)
    return "shared_boilerplate" if furniture >= limits.long else None


def _is_copy(left: Side, right: Side, limits: Limits) -> bool:
    own = min(left.shared_own, right.shared_own)
    size = min(left.shared, right.shared)
    high = max((left, right), key=lambda side: side.own_share)
    return (
        (
            own >= limits.own
            and high.own_share >= limits.large
            and max(left.text_share, right.text_share) >= limits.some
        )
        or (
            own >= limits.few
            and size >= limits.whole
            and min(high.own_share, high.text_share) >= limits.most
        )
        or (size >= limits.own and min(left.text_share, right.text_share) >= limits.nearly)
    )
