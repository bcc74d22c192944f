"""What stood beside a predicate in the treebank, counted: a memory beside the network's scores.

A network keeps of one verb what it shares with others; the counts say plainly that "put" has a place for
its second argument. For a lemma, the way to a word in the tree and the mark on that word there
is a row of log ratios, one a role: how much likelier it is here than on that way in general.
Rows of wider counts (the lemma and the way; the way and the mark) stand in where all three were
not seen together (Katz 1987 calls it backing off).
"""

from collections.abc import Mapping, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from onrecord.model.decode import Floats

Ints = NDArray[np.int64]
STEP = 1 / 16
"""What one unit of a stored row is worth."""
ANY = 0
"""The number of "whichever lemma" and "whichever mark"; others count from 1."""
SIZE = 1 << 12
"""More than there are ways, and than there are marks."""
_MARKING = frozenset({"case", "mark"})


class Frames(msgspec.Struct, frozen=True):
    """The counts of a bundle.

    ``lemmas``: a predicate's form, in small letters, to a number; ``marks``: a word's mark to a
    number; ``keys`` [K], sorted, and ``rows`` [K, 1 + labels].
    """

    lemmas: Mapping[str, int]
    marks: Mapping[str, int]
    keys: Ints
    rows: NDArray[np.int8]

    def lemma(self, verb: str) -> int:
        """The number of a predicate as it is printed; ``ANY`` of one never seen."""
        return self.lemmas.get(verb.lower(), ANY)

    def marked(self, by: Sequence[str]) -> Ints:
        """The numbers of marks."""
        return np.array([self.marks.get(mark, ANY) for mark in by], dtype=np.int64)

    def of(self, lemmas: Ints, ways: Ints, marked: Ints) -> Floats:
        """What to add to the scores of N pairs of a predicate and a word, [N, 1 + labels].

        ``lemmas``: numbers of the predicates; ``ways``: see ``model/roles.py``; ``marked``: numbers
        of the words' marks.
        """
        asked = np.stack(
            [key(lemmas, ways, marked), key(lemmas, ways, ANY), key(ANY, ways, marked)]
        )
        at = np.searchsorted(self.keys, asked).clip(max=len(self.keys) - 1)
        found = self.keys[at] == asked
        narrow, by_lemma, by_mark = self.rows[at] * (found * np.float32(STEP))[:, :, None]
        return np.asarray(np.where(found[0][:, None], narrow, by_lemma + by_mark))


def key(lemma: Ints | int, ways: Ints, mark: Ints | int) -> Ints:
    """One number for a lemma, a way and a mark."""
    return (lemma * SIZE + ways) * SIZE + mark


def marks(
    words: Sequence[str], upos: Sequence[str], heads: Sequence[int], relations: Sequence[str]
) -> list[str]:
    """What marks each word: its first preposition or conjunction (in small letters), else its part
    of speech. ``heads`` count in the same words; those that point elsewhere are left alone."""
    found = [f"/{tag}" for tag in upos]
    for i in range(len(words) - 1, -1, -1):
        if relations[i] in _MARKING and 0 <= heads[i] < len(words):
            found[heads[i]] = words[i].lower()
    return found
