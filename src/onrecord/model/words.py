"""What the words of a sentence say of its kind by themselves: a line drawn through tf-idf space.

A few thousand words and pairs of words with a weight for each label (Joachims 1998). Where the network
reads what a sentence means, this remembers which words such sentences have; the sum of the two
scores is right more often than either.
"""

from collections.abc import Mapping, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from onrecord.model.decode import Floats

START = "^"
"""Stands before the first word of a sentence in its first pair."""


class Words(msgspec.Struct, frozen=True):
    """The weights of the sentence heads that have some.

    ``numbers``: a feature to its row; ``rarity`` [F] (inverse document frequency); ``rows``
    [F, labels of all heads]; ``shifts`` [labels]; ``columns``: each head's first column.
    """

    numbers: Mapping[str, int]
    rarity: Floats
    rows: NDArray[np.float16]
    shifts: Floats
    columns: Mapping[str, int]

    def of(self, sentences: Sequence[Sequence[str]]) -> Floats:
        """What to add to the logits of all labels [S, labels], for sentences' words as printed."""
        numbers, size = self.numbers, len(self.rarity)
        found = [
            size * i + numbers[name]
            for i, sentence in enumerate(sentences)
            for name in features(sentence)
            if name in numbers
        ]
        added = np.zeros((len(sentences), len(self.shifts)), dtype=np.float32)
        if found:
            places, times = np.unique(found, return_counts=True)
            which, rows = np.divmod(places, size)
            values = (1 + np.log(times)) * self.rarity[rows]
            firsts = np.flatnonzero(np.diff(which, prepend=-1))
            sums = np.add.reduceat(values[:, None] * self.rows[rows], firsts)
            lengths = np.sqrt(np.add.reduceat(values**2, firsts))
            added[which[firsts]] = sums / lengths[:, None]
        return np.asarray(added + self.shifts)


def features(sentence: Sequence[str]) -> list[str]:
    """The words in small letters, and every two neighbours."""
    small = [word.lower() for word in sentence]
    return small + [f"{a} {b}" for a, b in zip([START, *small], small, strict=False)]
