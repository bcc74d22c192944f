"""The words of two names paired, best first; and what is left over."""

from itertools import pairwise

from onrecord.compare.name_words import words_alike
from onrecord.compare.parts import Word
from onrecord.records.spans import Record


class Pair(Record, frozen=True, kw_only=True):
    """Words of both sides taken for each other: ranges of indexes, and how alike they are."""

    left: range
    right: range
    score: float
    how: str


class Paired(Record, frozen=True, kw_only=True):
    """The words of two names paired, in the left name's order, and what each side has left."""

    pairs: tuple[Pair, ...]
    left: tuple[Word, ...]
    right: tuple[Word, ...]

    @property
    def scores(self) -> list[float]:
        """How alike the pairs are."""
        return [pair.score for pair in self.pairs]

    @property
    def rest(self) -> tuple[Word, ...]:
        """What is left over on either side."""
        return (*self.left, *self.right)

    @property
    def in_order(self) -> bool:
        """Whether the pairs stand in one order on both sides."""
        return all(a.right[0] < b.right[0] for a, b in pairwise(self.pairs))

    @property
    def joined(self) -> bool:
        """Whether one word stands for several ("习近平", "Xi Jinping")."""
        return any(len(p.left) != len(p.right) for p in self.pairs)


def pair_up(left: tuple[Word, ...], right: tuple[Word, ...], given: bool) -> Paired:
    """Pair the words of two names, best first, each word once; ``given``: names of people."""
    taken: tuple[set[int], set[int]] = (set(), set())
    kept = []
    for pair in _candidates(left, right, given):
        if taken[0].isdisjoint(pair.left) and taken[1].isdisjoint(pair.right):
            taken[0].update(pair.left)
            taken[1].update(pair.right)
            kept.append(pair)
    return Paired(
        pairs=tuple(sorted(kept, key=lambda p: p.left[0])),
        left=tuple(w for i, w in enumerate(left) if i not in taken[0]),
        right=tuple(w for i, w in enumerate(right) if i not in taken[1]),
    )


def _candidates(left: tuple[Word, ...], right: tuple[Word, ...], given: bool) -> list[Pair]:
    """All pairs alike enough, the best first; a word may stand for two or three."""
    least, found = (0.6 if given else 0.7), []
    for i in range(len(left)):
        for j in range(len(right)):
            for a, b in ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1)):
                if i + a <= len(left) and j + b <= len(right):
                    alike = words_alike(left[i : i + a], right[j : j + b], given)
                    if alike.score >= (least if a == b else 0.8):
                        found.append(
                            Pair(
                                left=range(i, i + a),
                                right=range(j, j + b),
                                score=alike.score,
                                how=alike.how,
                            )
                        )
    found.sort(
        key=lambda p: (-p.score - 0.01 * (len(p.left) + len(p.right)), abs(p.left[0] - p.right[0]))
    )
    return found
