"""What kind of link two sides make: how much of each is shared, and whose words those are."""

from typing import NamedTuple

from onrecord.compare.sides import Side
from onrecord.records.origins import COPIES, LinkKind


class Limits(NamedTuple):
    """Every number that decides the kind of a link; shares are parts of 1, the rest words.

    A copy has at least ``own`` unchanged words and ``large`` a share of an article's own words
    (those neither quoted nor furniture), and ``some`` of all its words. Where an article has few of its
    own, ``few`` of them that are ``most`` of them do, if the passages are ``most`` of the text
    and have ``whole`` words; so does ``nearly`` all of both texts, whoever speaks there.
    Of two articles that are known to be copies of one text, ``within`` such words do that are
    ``part`` of a text, in passages of ``piece`` words.
    ``most`` of both sides is a reprint. Less than ``kept`` of the words in the passages unchanged
    is a rewrite. ``passage`` unchanged words of their own in one passage are more than chance, and
    ``long`` words make a quotation or furniture worth a link.
    """

    own: int = 25
    large: float = 0.3
    some: float = 0.2
    few: int = 8
    most: float = 0.5
    whole: int = 50
    nearly: float = 0.8
    within: int = 25
    part: float = 0.15
    piece: int = 40
    kept: float = 0.8
    passage: int = 20
    long: int = 12


LIMITS = Limits()


class Sharing(NamedTuple):
    """What two articles share. ``kept`` is the part of the words in the passages that is equal,
    ``longest`` how many words of both articles' own stand unchanged in the longest passage.
    """

    left: Side
    right: Side
    kept: float
    passages: int
    longest: int

    @property
    def own(self) -> int:
        """How many words of both articles' own are shared."""
        return min(self.left.shared_own, self.right.shared_own)

    @property
    def unchanged(self) -> float:
        """How many of these are the same on both sides."""
        return self.own * self.kept

    @property
    def size(self) -> int:
        """How many words are shared."""
        return min(self.left.shared, self.right.shared)


def kind_of(sharing: Sharing, limits: Limits = LIMITS) -> LinkKind | None:
    """The kind of a link between texts that are not the same words; ``None`` for too little."""
    left, right = sharing.left, sharing.right
    if _is_copy(sharing, limits):
        return copy_of(sharing, limits)
    furniture = min(left.shared_furniture, right.shared_furniture)
    if sharing.longest >= limits.passage and sharing.own > furniture:
        return "shared_passage"
    if min(left.shared_quoted, right.shared_quoted) >= limits.long:
        return "shared_quotation"
    return "shared_boilerplate" if furniture >= limits.long else None


def copy_of(sharing: Sharing, limits: Limits = LIMITS) -> LinkKind:
    """What kind of copy it is, if it is one."""
    if sharing.kept < limits.kept:
        return "rewrite"
    both = min(sharing.left.share, sharing.right.share)
    return "reprint" if both >= limits.most else "excerpt"


def may_be_copy(sharing: Sharing, limits: Limits = LIMITS) -> bool:
    """Whether two articles that are copies of one text are copies of each other too."""
    large = max(sharing.left.text_share, sharing.right.text_share) >= limits.part
    return large and sharing.unchanged >= limits.within and sharing.size >= limits.piece


def _is_copy(sharing: Sharing, limits: Limits) -> bool:
    shares = sharing.left.text_share, sharing.right.text_share
    high = max(sharing.left, sharing.right, key=lambda side: side.own_share)
    large = high.own_share >= limits.large and max(shares) >= limits.some
    most = min(high.own_share, high.text_share) >= limits.most
    return (
        (large and sharing.unchanged >= limits.own)
        or (most and sharing.own >= limits.few and sharing.size >= limits.whole)
        or (min(shares) >= limits.nearly and sharing.size >= limits.own)
    )


def sentence(kind: LinkKind, sharing: Sharing, names: tuple[str, str]) -> str:
    """Say in words what a link of this kind rests on; ``names`` are those of the two sides."""
    passages = f"{sharing.passages} passages" if sharing.passages > 1 else "one passage"
    if kind == "identical":
        return "Both have the same words."
    if kind in COPIES:
        left, right = round(100 * sharing.left.share), round(100 * sharing.right.share)
        same = round(100 * sharing.kept)
        one, other = names if names[0] != names[1] else ("one", "the other")
        return (
            f"{passages.capitalize()}, {same} % word for word: {left} % of the words of {one} and"
            f" {right} % of those of {other}."
        )
    if kind == "shared_passage":
        return (
            f"They share {sharing.own} words of their own, {sharing.longest} of them unchanged in"
            f" one passage; that is too little of either for a copy."
        )
    if kind == "shared_quotation":
        return f"Both quote {_quoted(sharing)} words alike; of their own they share {sharing.own}."
    return f"What they share, {sharing.size} words, is furniture or stands in other articles too."


def _quoted(sharing: Sharing) -> int:
    return min(sharing.left.shared_quoted, sharing.right.shared_quoted)
