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

Peer: TypeAlias = Callable[[Sequence[Made]], Iterator[tuple[str, Likeness]]]
"""A method: in each of its forms, how alike the articles are."""

MOST_MERGES = 0.005
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


PEERS: tuple[Peer, ...] = (minhash, cosine)


def best(alike: Likeness, pairs: Sequence[Pair], most: float = 1.0) -> tuple[float, float]:
    """The best F1 on the scored pairs, and the threshold that gives it.

    ``most`` is the share of independent reports of one event that may be made one.
    """
    scored = [pair for pair in pairs if pair.copy is not None]
    values = np.array([_of(alike, pair) for pair in scored])
    copies = np.array([bool(pair.copy) for pair in scored])
    apart = np.array([pair.copy is False and pair.why.startswith("same event") for pair in scored])
    order = np.argsort(-values, kind="stable")
    values, hits, wrong = values[order], np.cumsum(copies[order]), np.cumsum(apart[order])
    f1 = 2 * hits / (np.arange(1, len(hits) + 1) + copies.sum())
    fit = np.append(values[1:] != values[:-1], True) & (values >= 0)
    fit &= wrong <= most * max(1, apart.sum())
    if not fit.any():
        return 0.0, 1.0
    place = int(np.argmax(np.where(fit, f1, -1)))
    return float(f1[place]), float(values[place])


def _of(alike: Likeness, pair: Pair) -> float:
    return alike.get((pair.left, pair.right), alike.get((pair.right, pair.left), -1.0))


def at_best(
    peer: Peer, made: Sequence[Made], pairs: Sequence[Pair]
) -> Iterator[tuple[str, list[Link]]]:
    """A peer's links in the form and at the threshold that suit it best, and which these are.

    Twice: with the best F1 whatever it makes one, and with the best F1 at which it makes one no
    more independent reports than onrecord may.
    """
    forms = list(peer(made))
    for limit, note in ((1.0, ""), (MOST_MERGES, ", held to false merges of 0.5 %")):
        tried = [(*best(alike, pairs, limit), name, alike) for name, alike in forms]
        _, threshold, name, alike = max(tried, key=lambda one: one[0])
        links = [_link(key, value) for key, value in alike.items() if value >= threshold]
        yield f"{name}, at least {threshold:.3f}{note}", links


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
