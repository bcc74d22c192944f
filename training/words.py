"""Learn what the words of a sentence say of its kind by themselves, for ``onrecord.model.words``.

A logistic regression over words and pairs of words (tf-idf). It errs elsewhere than the network
does, so that the two together (a product of both, Hinton 2002) err less than either.
"""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from onrecord.model.words import Words, features
from training.examples import Labels
from training.heads import sentences

HEADS = ("kind", "verifiable")
"""The heads it helps on the dev parts; check-worthiness in debates of another year it does not."""
STRENGTH, SHARE = 0.5, 1.0
"""How freely it learns, and how much it is worth beside the network (both chosen on dev)."""
SEEN, KEPT = 3, 4000
"""A feature seen less often says nothing; so many are kept, those that weigh most."""


Floats = NDArray[np.float64]
Annotated = tuple[list[list[str]], list[int]]
"""Sentences as words, and the label of each."""


def build(data: Path) -> Words:
    """The weights of all heads, over one set of features."""
    annotated = {head: read(data, "train", head) for head in HEADS}
    texts = [words for found, _ in annotated.values() for words in found]
    every = TfidfVectorizer(analyzer=features, sublinear_tf=True, min_df=SEEN).fit(texts)
    weights = [np.abs(fit(every, found)[0]).max(0) for found in annotated.values()]
    kept = every.get_feature_names_out()[np.argsort(-np.sum(weights, 0), kind="stable")[:KEPT]]
    chosen = TfidfVectorizer(analyzer=features, sublinear_tf=True, vocabulary=sorted(kept))
    chosen.fit(texts)
    lines = [fit(chosen, found) for found in annotated.values()]
    sizes = [len(shifts) for _, shifts in lines]
    return Words(
        numbers={str(name): int(row) for name, row in sorted(chosen.vocabulary_.items())},
        rarity=chosen.idf_.astype(np.float32),
        rows=(SHARE * np.vstack([rows for rows, _ in lines])).T.astype(np.float16),
        shifts=(SHARE * np.concatenate([shifts for _, shifts in lines])).astype(np.float32),
        columns={head: sum(sizes[:i]) for i, head in enumerate(HEADS)},
    )


def read(data: Path, part: str, head: str) -> Annotated:
    """All sentences that a head is annotated for."""
    texts, labels = [], []
    for example in sentences.read(data, part):
        for i, label in example.labels.get(head, Labels()).sentences.items():
            first, last = example.segments.bounds[i]
            texts.append([example.text[a:b] for a, b in example.segments.words[first:last]])
            labels.append(label)
    return texts, labels


def fit(features_of: TfidfVectorizer, annotated: Annotated) -> tuple[Floats, Floats]:
    """A row of weights and a shift for every label; of two labels the first has none."""
    model = LogisticRegression(C=STRENGTH, max_iter=400)
    model.fit(features_of.transform(annotated[0]), annotated[1])
    rows, shifts = model.coef_, model.intercept_
    if len(shifts) == 1:
        rows, shifts = np.vstack([0 * rows, rows]), np.append(0, shifts)
    return rows, shifts
