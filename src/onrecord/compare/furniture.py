"""Which words of an article are its site's furniture, by the phrases that such lines use."""

from functools import cache
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from onrecord.compare.words import Hashes, Indices, grams, words
from onrecord.lexicons import lexicon

ENOUGH = 2
"""A paragraph is furniture with so many points: a sure phrase counts two, a likely one one."""


def furniture(hashes: Hashes, paragraphs: Indices) -> NDArray[np.bool_]:
    """Which words stand in paragraphs that invite, introduce their author or disclaim.

    ``hashes`` are the words of one text, ``paragraphs`` the number of each word's paragraph.
    """
    points = np.zeros(len(hashes), dtype=np.int64)
    for label, worth in (("sure", ENOUGH), ("likely", 1)):
        for size, phrases in _phrases(label):
            every = grams(hashes, size)
            places = np.searchsorted(phrases, every)
            points[: len(every)] += worth * (phrases[places % len(phrases)] == every)
    return (np.bincount(paragraphs, points) >= ENOUGH)[paragraphs]


@cache
def _phrases(label: str) -> tuple[tuple[int, Hashes], ...]:
    """The phrases of one group of the lexicon: for each number of words their sorted hashes."""
    found = words(lexicon("furniture").words[label])
    sizes = np.diff(found.bounds)
    every = sorted((int(size), int(first)) for size, first in zip(sizes, found.bounds, strict=False))
    return tuple(
        (size, np.sort([grams(found.hashes[first : first + size], size)[0] for _, first in group]))
        for size, group in groupby(every, key=lambda pair: pair[0])
    )
