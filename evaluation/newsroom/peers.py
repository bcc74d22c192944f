"""Two public methods on the same articles and pairs, each with the threshold that suits it best.

The threshold is the one with the best F1 on these very pairs: a favour that onrecord does not get.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

import numpy as np
from newsroom.articles import Made
from newsroom.scores import Key
from newsroom.texts import normal_words
from newsroom.truths import Pair

from onrecord.records.origins import Link

Likeness: TypeAlias = Mapping[Key, float]
"""How alike two articles are, for all pairs that a method compares."""

PERMUTATIONS = 128
SHINGLE = 5
LSH_THRESHOLDS = (0.05, 0.1, 0.2, 0.3, 0.5)


def shingles(text: str) -> list[bytes]:
    """Runs of five words."""
    words = normal_words(text)
    return [
        " ".join(words[i : i + SHINGLE]).encode() for i in range(max(1, len(words) - SHINGLE + 1))
    ]


def minhash(made: Sequence[Made]) -> Iterator[tuple[str, Likeness]]:
    """datasketch: MinHash LSH candidates at several thresholds, with their estimated Jaccard."""
    from datasketch import MinHash, MinHashLSH

    sketches = {}
    for one in made:
        sketch = MinHash(num_perm=PERMUTATIONS)
        sketch.update_batch(shingles(one.row.text))
        sketches[one.row.id] = sketch
    for threshold in LSH_THRESHOLDS:
        index = MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS)
        alike: dict[Key, float] = {}
        for name, sketch in sketches.items():
            for other in index.query(sketch):
                alike[other, name] = sketch.jaccard(sketches[other])
            index.insert(name, sketch)
        yield f"datasketch LSH at {threshold}", alike


def cosine(made: Sequence[Made]) -> Iterator[tuple[str, Likeness]]:
    """scikit-learn: cosine of TF-IDF vectors over words, and over runs of three words."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    names = [one.row.id for one in made]
    for size, least in ((1, 0.2), (3, 0.05)):
        vectors = TfidfVectorizer(ngram_range=(size, size), sublinear_tf=True, min_df=1)
        table = vectors.fit_transform([one.row.text for one in made])
        alike: dict[Key, float] = {}
        for start in range(0, len(names), 500):
            block = (table[start : start + 500] @ table.T).tocoo()
            rows, columns = block.row + start, block.col
            near = (rows < columns) & (block.data >= least)
            for i, j, value in zip(rows[near], columns[near], block.data[near], strict=True):
                alike[names[i], names[j]] = float(value)
        yield f"TF-IDF cosine, {size}-grams of words", alike


PEERS: tuple[Callable[[Sequence[Made]], Iterator[tuple[str, Likeness]]], ...] = (minhash, cosine)


def best(alike: Likeness, pairs: Sequence[Pair]) -> tuple[float, float]:
    """The best F1 on the scored pairs, and the threshold that gives it."""
    scored = [pair for pair in pairs if pair.copy is not None]
    values = np.array([_of(alike, pair) for pair in scored])
    copies = np.array([bool(pair.copy) for pair in scored])
    order = np.argsort(-values, kind="stable")
    values, hits = values[order], np.cumsum(copies[order])
    f1 = 2 * hits / (np.arange(1, len(hits) + 1) + copies.sum())
    ends = np.append(values[1:] != values[:-1], True) & (values >= 0)
    if not ends.any():
        return 0.0, 1.0
    place = int(np.argmax(np.where(ends, f1, -1)))
    return float(f1[place]), float(values[place])


def _of(alike: Likeness, pair: Pair) -> float:
    return alike.get((pair.left, pair.right), alike.get((pair.right, pair.left), -1.0))


def at_best(
    peer: Callable[[Sequence[Made]], Iterator[tuple[str, Likeness]]],
    made: Sequence[Made],
    pairs: Sequence[Pair],
) -> tuple[str, list[Link]]:
    """A peer's links in the form and at the threshold that suit it best, and which these are."""
    tried = [(*best(alike, pairs), name, alike) for name, alike in peer(made)]
    _, threshold, name, alike = max(tried, key=lambda one: one[0])
    links = [_link(key, value) for key, value in alike.items() if value >= threshold]
    return f"{name}, at least {threshold:.3f}", links


def _link(key: Key, value: float) -> Link:
    """A copy, as these methods see one: no kind, direction or passages."""
    return Link(
        left=key[0],
        right=key[1],
        kind="reprint",
        left_share=value,
        right_share=value,
        direction="unknown",
        why="alike",
    )
