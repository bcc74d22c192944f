"""Alignment: which passages two texts share, word for word or lightly edited, in any order.

Seeds are runs of ``GRAM`` words that stand in both texts at most twice. Seeds that follow on one
another are one run; runs with small gaps between them on both sides are chained into a passage
(the way of MUMmer, Delcher et al. 1999, and of blast chains, Kent et al. 2003). A chain never has
to keep the order of the text, so that moved paragraphs are found. All pairs of a batch are
aligned together: the steps below are over arrays with one row a seed, run or passage.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.compare.words import Indices, Words, grams

GRAM = 3
_BITS = np.int64(20)  # a text has fewer than a million words
_MIDDLE = np.int64(1) << (_BITS - np.int64(1))


class Limits(NamedTuple):
    """Every number that decides what is a passage; all counts are words.

    Runs are joined over a ``gap`` on either side; a passage has at least ``equal`` words that are
    the same and is ``long``; shorter ones with ``some`` equal words count where a passage is
    ``near`` on both sides; ``dense`` is the least share of equal words. A run of up to ``edge``
    words at the end of a passage is no part of it where the gap before it is as long and it stands
    inside another run.
    """

    gap: int = 8
    equal: int = 8
    long: int = 12
    some: int = 5
    near: int = 30
    dense: float = 0.4
    ahead: int = 6
    edge: int = 4


LIMITS = Limits()


class Runs(NamedTuple):
    """Runs of equal words, or passages: the pair's number, words of either side, equal words."""

    pair: Indices
    left: Indices
    left_end: Indices
    right: Indices
    right_end: Indices
    equal: Indices

    def of(self, rows: Indices | NDArray[np.bool_]) -> "Runs":
        """Some rows, or all in another order."""
        return Runs(*(column[rows] for column in self))


class _Index(NamedTuple):
    """The word grams of one text: sorted, with the first and last place of each."""

    grams: NDArray[np.uint64]
    firsts: Indices
    lasts: Indices


def passages(found: Words, pairs: Indices, limits: Limits = LIMITS) -> Runs:
    """The aligned passages of each pair of texts, in the order of the left text.

    ``pairs`` has two columns, numbers of texts in ``found``. Word numbers count from the
    beginning of each text.
    """
    runs = _runs(_points(found, pairs))
    chains = _chained(runs, limits)
    return _kept(chains, limits)


def _points(found: Words, pairs: Indices) -> Indices:
    """Where a rare gram stands in both texts: pair, diagonal and left word in one number."""
    indices = [
        _index(found.hashes[start:end])
        for start, end in zip(found.bounds[:-1], found.bounds[1:], strict=True)
    ]
    parts = [
        _met(number, indices[left], indices[right])
        for number, (left, right) in enumerate(pairs.tolist())
    ]
    points = np.sort(np.concatenate(parts)) if parts else np.zeros(0, dtype=np.int64)
    return points[np.diff(points, prepend=-1) > 0]


def _index(hashes: NDArray[np.uint64]) -> _Index:
    every = grams(hashes, GRAM)
    order = np.argsort(every, kind="stable")
    every = every[order]
    starts = np.flatnonzero(np.diff(every, prepend=~every[:1]))
    ends = np.append(starts[1:], len(every))
    rare = ends - starts <= 2
    starts, ends = starts[rare], ends[rare]
    return _Index(every[starts], order[starts], order[ends - 1])


def _met(number: int, left: _Index, right: _Index) -> Indices:
    places = np.searchsorted(right.grams, left.grams)
    places[places == len(right.grams)] = 0
    hit = np.flatnonzero(right.grams[places] == left.grams) if len(right.grams) else places[:0]
    at = places[hit]
    a, b, c, d = left.firsts[hit], left.lasts[hit], right.firsts[at], right.lasts[at]
    twice = (a != b) | (c != d)
    rows = np.concatenate((a, a[twice], b[twice], b[twice]))
    columns = np.concatenate((c, d[twice], c[twice], d[twice]))
    diagonal = columns - rows + _MIDDLE
    points: Indices = (np.int64(number) << (_BITS * 2)) | (diagonal << _BITS) | rows
    return points


def _runs(points: Indices) -> Runs:
    """Points that follow on one another on a diagonal are one run of equal words."""
    starts = np.flatnonzero(np.diff(points, prepend=-2) != 1)
    sizes = np.diff(starts, append=len(points)) + GRAM - 1
    first = points[starts]
    low = (np.int64(1) << _BITS) - 1
    left = first & low
    right = left + ((first >> _BITS) & low) - _MIDDLE
    pair = first >> (_BITS * 2)
    runs = Runs(pair, left, left + sizes, right, right + sizes, sizes)
    return runs.of(np.lexsort((right, left, pair)))


def _chained(runs: Runs, limits: Limits) -> Runs:
    """Join each run to the nearest one after it on both sides, where both choose each other."""
    count = len(runs.pair)
    after, cost_after = np.full(count, -1), np.full(count, np.inf)
    before, cost_before = np.full(count, -1), np.full(count, np.inf)
    for step in range(1, limits.ahead + 1):
        first, second = np.arange(count - step), np.arange(step, count)
        cost = _cost(runs, first, second, limits)
        better = cost < cost_after[first]
        after[first[better]], cost_after[first[better]] = second[better], cost[better]
        better = cost < cost_before[second]
        before[second[better]], cost_before[second[better]] = first[better], cost[better]
    joined = np.flatnonzero((before >= 0) & (after[before] == np.arange(count)))
    joined = joined[~_frayed(runs, before, joined, limits)]
    root = np.arange(count)
    root[joined] = before[joined]
    while (further := root[root]).tolist() != root.tolist():
        root = further
    return _merged(runs, root)


def _frayed(runs: Runs, before: Indices, joined: Indices, limits: Limits) -> NDArray[np.bool_]:
    """Which joins only add a phrase of another passage to the beginning or end of one."""
    first = before[joined]
    left = runs.left[joined] - runs.left_end[first]
    right = runs.right[joined] - runs.right_end[first]
    gap = np.minimum(np.maximum(left, right), limits.edge)
    taken = _inside(runs.pair, runs.left, runs.left_end)
    taken |= _inside(runs.pair, runs.right, runs.right_end)
    begins = ~np.isin(first, joined) & taken[first] & (runs.equal[first] <= gap)
    ends = ~np.isin(joined, first) & taken[joined] & (runs.equal[joined] <= gap)
    frayed: NDArray[np.bool_] = begins | ends
    return frayed


def _inside(pair: Indices, start: Indices, end: Indices) -> NDArray[np.bool_]:
    """Which stretches lie wholly inside another one of their pair."""
    order = np.lexsort((-end, start, pair))
    reached = (pair[order] << _BITS) | end[order]
    before = np.maximum.accumulate(np.append(-1, reached[:-1]))
    found = np.zeros(len(pair), dtype=bool)
    found[order] = reached <= before
    return found


def _cost(runs: Runs, first: Indices, second: Indices, limits: Limits) -> NDArray[np.float64]:
    """How many words lie between two runs of a pair; infinite where they cannot be joined."""
    left = runs.left[second] - runs.left_end[first]
    right = runs.right[second] - runs.right_end[first]
    cost = np.abs(left - right) * 0.5 + np.maximum(left, 0) + np.maximum(right, 0)
    # Of runs equally near the longer one goes on with the passage; the others are chance.
    cost = cost - 0.01 * np.minimum(np.minimum(runs.equal[first], runs.equal[second]), 50)
    fit = (
        (runs.pair[first] == runs.pair[second])
        & (np.maximum(left, right) <= limits.gap)
        & (runs.left[second] > runs.left[first])
        & (runs.right[second] > runs.right[first])
        & (np.minimum(left, right) > -GRAM)
    )
    return np.where(fit, cost, np.inf)


def _merged(runs: Runs, root: Indices) -> Runs:
    """One passage for all runs with one root; words that two runs share are counted once."""
    order = np.argsort(root, kind="stable")
    runs, root = runs.of(order), root[order]
    starts = np.flatnonzero(np.diff(root, prepend=-1))
    if not len(starts):
        return runs
    over = np.maximum(runs.left_end[:-1] - runs.left[1:], runs.right_end[:-1] - runs.right[1:])
    again = np.append(0, np.maximum(over, 0) * (root[1:] == root[:-1]))
    return Runs(
        runs.pair[starts],
        runs.left[starts],
        np.maximum.reduceat(runs.left_end, starts),
        runs.right[starts],
        np.maximum.reduceat(runs.right_end, starts),
        np.add.reduceat(runs.equal - again, starts),
    )


def _kept(chains: Runs, limits: Limits) -> Runs:
    """Passages that are long enough, and shorter ones near them."""
    span = np.maximum(chains.left_end - chains.left, chains.right_end - chains.right)
    dense = chains.equal >= limits.dense * span
    long = dense & (span >= limits.long) & (chains.equal >= limits.equal)
    near = dense & ~long & (chains.equal >= limits.some) & _near(chains, long, limits.near)
    kept = chains.of(long | near)
    return kept.of(np.lexsort((kept.right, kept.left, kept.pair)))


def _near(chains: Runs, long: NDArray[np.bool_], reach: int) -> NDArray[np.bool_]:
    """Which chains stand close to a long one of their pair in both texts."""
    found = np.zeros(len(long), dtype=bool)
    order = np.lexsort((chains.left, chains.pair))
    for first, second in ((order[:-1], order[1:]), (order[1:], order[:-1])):
        left = np.maximum(
            chains.left[second] - chains.left_end[first],
            chains.left[first] - chains.left_end[second],
        )
        right = np.maximum(
            chains.right[second] - chains.right_end[first],
            chains.right[first] - chains.right_end[second],
        )
        fit = (chains.pair[first] == chains.pair[second]) & (left <= reach) & (right <= reach)
        found[first] |= fit & long[second]
    return found
