"""Fit the weights with which "he" and "she" find their person (GAP, training part).

    python -m training.pronouns --data ../shared/data

A log-linear model over all candidates and nobody, by gradient ascent with a little shrinkage;
prints the weights to put into ``find/actors/pronouns.py``. Needs no torch: texts are read with
the shipped model.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from onrecord.annotate import annotate
from onrecord.find.actors import cast_of
from onrecord.find.actors.cast import Cast
from onrecord.find.actors.pronouns import FEATURES, weighed
from onrecord.model.bundle import Bundle, load, shipped
from onrecord.model.predict import predict
from onrecord.records.documents import Document
from onrecord.records.texts import Text
from training.examples import from_text, rows

SHRINKAGE, STEPS, RATE = 0.01, 3000, 0.1
Case = tuple[np.ndarray, np.ndarray]
"""Features [candidates + 1, F] (the last row is nobody) and which of them are right [candidates + 1]."""


def cases(bundle: Bundle, path: Path) -> Iterator[Case]:
    """One pronoun after the other with what could be meant."""
    for row in rows(path):
        segments = from_text(row["text"])
        document = Document(id="", name="", text=row["text"], blocks=(), language="en", sha256="")
        predictions = predict(bundle, [(row["text"], segments)])[0]
        text = Text(document, segments, predictions.syntax)
        found = _case(text, cast_of(text, annotate(text, predictions)), row)
        if found is not None:
            yield found


def _case(text: Text, cast: Cast, row: dict) -> Case | None:
    place = row["pronoun"]
    word = text.range((place["start"], place["end"]))[0]
    gender = "f" if place["text"].lower() in {"she", "her", "hers"} else "m"
    candidates = weighed(text, word, gender, [c for c in cast.people if c.head != word])
    meant = {n: _entries(cast, row[n]) for n in ("a", "b")}
    right = {e for n in ("a", "b") if row[n]["coref"] for e in meant[n]}
    wrong = {e for n in ("a", "b") if not row[n]["coref"] for e in meant[n]} - right
    if row["label"] != "NEITHER" and not any(id(c.entry) in right for c, _ in candidates):
        return None
    gold = [id(c.entry) in right for c, _ in candidates]
    if row["label"] == "NEITHER":
        gold = [id(c.entry) not in wrong for c, _ in candidates]
    features = [values for _, values in candidates]
    return np.array([*features, (0.0,) * len(FEATURES)]), np.array(
        [*gold, row["label"] == "NEITHER"]
    )


def _entries(cast: Cast, place: dict) -> set[int]:
    return {
        id(e) for span, e in cast.of.items() if span[0] < place["end"] and place["start"] < span[1]
    }


def fit(found: list[Case]) -> np.ndarray:
    """Weights that make what is right likeliest; each step looks at all pronouns at once."""
    features = np.concatenate([case[0] for case in found])
    right = np.concatenate([case[1] for case in found]).astype(float)
    scale = features.std(0) + 1e-6
    features = features / scale
    starts = np.cumsum([0, *(len(case[1]) for case in found[:-1])])
    own = np.repeat(np.arange(len(found)), [len(case[1]) for case in found])
    weights = np.zeros(len(FEATURES))
    for _ in range(STEPS):
        scores = features @ weights
        shares = np.exp(scores - np.maximum.reduceat(scores, starts)[own])
        shares /= np.add.reduceat(shares, starts)[own]
        wanted = shares * right
        wanted /= np.add.reduceat(wanted, starts)[own] + 1e-9
        gradient = features.T @ (wanted - shares) / len(found) - SHRINKAGE * weights
        weights += RATE * gradient
    return weights / scale


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    arguments = parser.parse_args()
    made = list(cases(load(shipped(), 1), arguments.data / "gap" / "train.jsonl"))
    for name, weight in zip(FEATURES, fit(made), strict=True):
        print(f"{name}: {weight:.2f}")
    print(len(made), "pronouns")
