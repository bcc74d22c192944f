"""Which words of an article are its site's furniture, by the phrases that such lines use."""

from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.compare.words import Hashes, Indices, grams, words
from onrecord.lexicons import lexicon

ENOUGH = 2
"""A paragraph is furniture with so many points: a sure phrase counts two, a likely one one."""
LONGEST = 90
"""A paragraph of more words is no furniture, whatever it says."""
_LOW = np.uint64(0xFFFF)


class _Phrases(NamedTuple):
    """The phrases of one number of words: sorted hashes, points, and which low bits they have."""

    size: int
    hashes: Hashes
    points: Indices
    low: NDArray[np.bool_]


def furniture(hashes: Hashes, paragraphs: Indices) -> NDArray[np.bool_]:
    """Which words stand in paragraphs that invite, introduce their author or disclaim.

    ``hashes`` are the words of one text, ``paragraphs`` the number of each word's paragraph.
    """
    points = np.zeros(len(hashes), dtype=np.int64)
    for size, known, worth, low in _phrases():
        every = grams(hashes, size)
        some = np.flatnonzero(low[every & _LOW])
        places = np.searchsorted(known, every[some]) % len(known)
        points[some] += worth[places] * (known[places] == every[some])
    found = (np.bincount(paragraphs, points) >= ENOUGH) & (np.bincount(paragraphs) <= LONGEST)
    return found[paragraphs]


@cache
def _phrases() -> tuple[_Phrases, ...]:
    """All phrases of the lexicon, by their number of words."""
    listed = lexicon("furniture").words
    points = np.repeat([ENOUGH, 1], [len(listed["sure"]), len(listed["likely"])])
    found = words([*listed["sure"], *listed["likely"]])
    sizes = np.diff(found.bounds)
    return tuple(
        _sized(int(size), found.hashes, found.bounds[:-1][sizes == size], points[sizes == size])
        for size in np.unique(sizes)
    )


def _sized(size: int, hashes: Hashes, firsts: Indices, points: Indices) -> _Phrases:
    every = np.array([grams(hashes[first : first + size], size)[0] for first in firsts])
    order = np.argsort(every)
    low = np.zeros(int(_LOW) + 1, dtype=bool)
    low[every & _LOW] = True
    return _Phrases(size, every[order], points[order], low)
