"""Candidates: which pairs of texts share enough fingerprints to be worth aligning.

One sort brings equal fingerprints together. What stands in several texts of one outlet, or over
months, that otherwise have little in common is furniture and makes few pairs; what stands in very
many texts makes only pairs of neighbours, so that the work grows with the number of texts and not
with its square.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.compare.fingerprints import hash_of, text_of
from onrecord.compare.words import Hashes, Indices


class Limits(NamedTuple):
    """Every number that decides what is a candidate.

    ``shared``: so many fingerprints in common make a pair. ``family``: up to so many texts with
    one fingerprint, all pairs are made; beyond, each text with its ``neighbours`` next ones and
    with the first. Where a text's fingerprints stand in more than ``crowd`` texts on average,
    ``crowd`` takes the place of ``family``. ``few``: up to so many texts every fingerprint makes
    its pairs; beyond, a sample does. Furniture stands in ``again`` texts, on average
    twice an outlet or over ``long`` days, or in ``widespread`` texts of which no day is known;
    these have on average less than ``common`` of their fingerprints so widespread.
    """

    shared: int = 2
    family: int = 64
    neighbours: int = 4
    crowd: int = 12
    few: int = 8
    again: int = 3
    long: int = 60
    widespread: int = 5
    common: float = 0.5


LIMITS = Limits()


class Known(NamedTuple):
    """What is known of each text: its outlet as a number, its day (0 where it is not known)."""

    outlets: Indices
    days: Indices


class Candidates(NamedTuple):
    """Pairs of text numbers (the smaller first), and the hashes that are furniture, sorted.

    Pairs that hang together stand together, so that a batch of them has few texts.
    """

    pairs: Indices
    furniture: Hashes


class _Groups(NamedTuple):
    """Fingerprints that stand in two texts or more: first key and number of keys of each."""

    keys: Hashes
    firsts: Indices
    sizes: Indices

    def of(self, kept: NDArray[np.bool_]) -> "_Groups":
        return _Groups(self.keys, self.firsts[kept], self.sizes[kept])


def candidates(keys: Hashes, known: Known, limits: Limits = LIMITS) -> Candidates:
    """The pairs worth aligning among texts with these fingerprints."""
    groups = _groups(keys)
    furniture = _furniture(groups, known, limits)
    hashes = hash_of(keys[groups.firsts])
    weights = np.maximum(1, groups.sizes // limits.few)
    sampled = hashes // 8 % weights.astype(np.uint64) == 0
    hot = groups.sizes > _largest(groups.of(~furniture), limits)
    every = ~furniture & sampled & ~hot
    parts = [
        *_all_pairs(groups.of(every)),
        *_near_pairs(groups.of(~furniture & hot), limits.neighbours),
        *_near_pairs(groups.of(furniture), 1),
    ]
    return Candidates(_together(_counted(parts, limits.shared)), hashes[furniture])


def _largest(groups: _Groups, limits: Limits) -> int:
    """Up to which size all pairs of a group are made: less where everything is much copied."""
    texts = text_of(groups.keys[_members(groups)])
    sizes = np.bincount(texts, np.repeat(groups.sizes, groups.sizes))
    counts = np.bincount(texts)
    mean = float((sizes[counts > 0] / counts[counts > 0]).mean()) if len(texts) else 0.0
    return limits.family if mean <= limits.crowd else limits.crowd


def _groups(keys: Hashes) -> _Groups:
    hashes = hash_of(keys)
    firsts = np.flatnonzero(np.diff(hashes, prepend=~hashes[:1]))
    sizes = np.diff(firsts, append=len(keys))
    return _Groups(keys, firsts[sizes > 1], sizes[sizes > 1])


def _members(groups: _Groups) -> Indices:
    """The places of all keys of the groups."""
    ends = np.cumsum(groups.sizes)
    steps = np.arange(ends[-1] if len(ends) else 0)
    return steps + np.repeat(groups.firsts - ends + groups.sizes, groups.sizes)


def _furniture(groups: _Groups, known: Known, limits: Limits) -> NDArray[np.bool_]:
    """Which groups stand in several texts that have little else in common."""
    wide = groups.sizes >= limits.again
    spread = groups.of(wide)
    texts, starts = text_of(groups.keys[_members(spread)]), np.cumsum(spread.sizes) - spread.sizes
    found = np.zeros(len(wide), dtype=bool)
    if len(texts):
        everything = np.maximum(1, np.bincount(text_of(groups.keys)))
        share = np.bincount(texts, minlength=len(everything)) / everything
        strange = np.add.reduceat(share[texts], starts) / spread.sizes < limits.common
        found[wide] = strange & _recurs(spread, texts, starts, known, limits)
    return found


def _recurs(
    groups: _Groups, texts: Indices, starts: Indices, known: Known, limits: Limits
) -> NDArray[np.bool_]:
    """Which groups come again in one outlet, or over months, or in many undated texts."""
    number = np.repeat(np.arange(len(starts)), groups.sizes)
    printed = np.sort((number << 32) | known.outlets[texts])  # np.unique hashes, which is slower
    outlets = np.bincount(printed[np.diff(printed, prepend=-1) > 0] >> 32)
    days = known.days[texts]
    last = np.maximum.reduceat(days, starts)
    first = np.minimum.reduceat(np.where(days == 0, np.iinfo(np.int64).max, days), starts)
    undated = (last == 0) & (groups.sizes >= limits.widespread)
    lasting = (last > 0) & (last - first > limits.long)
    found: NDArray[np.bool_] = (groups.sizes >= 2 * outlets) | lasting | undated
    return found


def _all_pairs(groups: _Groups) -> list[Indices]:
    """Every pair of texts within a group."""
    parts = []
    texts = text_of(groups.keys)
    at, ends = _members(groups), np.repeat(groups.firsts + groups.sizes, groups.sizes)
    for step in range(1, int(groups.sizes.max(initial=0))):
        inside = at + step < ends
        at, ends = at[inside], ends[inside]
        parts.append(_pair(texts[at], texts[at + step]))
    return parts


def _near_pairs(groups: _Groups, reach: int) -> list[Indices]:
    """Pairs of texts that stand near each other in a group, and of each with the first."""
    texts = text_of(groups.keys)
    at, ends = _members(groups), np.repeat(groups.firsts + groups.sizes, groups.sizes)
    first = np.repeat(groups.firsts, groups.sizes)
    pairs = [_pair(texts[first], texts[at])[at - first > reach]]
    for step in range(1, reach + 1):
        inside = at + step < ends
        pairs.append(_pair(texts[at[inside]], texts[at[inside] + step]))
    return pairs


def _pair(left: Indices, right: Indices) -> Indices:
    """Two text numbers, the smaller first, as one number."""
    return (left << 32) | right


def _counted(parts: list[Indices], least: int) -> Indices:
    """The pairs made at least so often, as rows of two numbers.

    A pair of a large group's sample counts once, though it stands for more: one famous phrase
    makes no pairs.
    """
    pairs = np.sort(np.concatenate(parts)) if parts else np.zeros(0, dtype=np.int64)
    firsts = np.flatnonzero(np.diff(pairs, prepend=-1))
    kept = pairs[firsts[np.diff(firsts, append=len(pairs)) >= least]]
    return np.column_stack((kept >> 32, kept & 0xFFFFFFFF))


def _together(pairs: Indices) -> Indices:
    """Pairs in the order of their connected components (labels spread, then jump)."""
    label = np.arange(int(pairs.max(initial=-1)) + 1)
    while True:
        low = np.minimum(label[pairs[:, 0]], label[pairs[:, 1]])
        spread = label.copy()
        np.minimum.at(spread, pairs[:, 0], low)
        np.minimum.at(spread, pairs[:, 1], low)
        spread = spread[spread]
        if np.array_equal(spread, label):
            return pairs[np.argsort(label[pairs[:, 0]], kind="stable")]
        label = spread
