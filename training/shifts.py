"""Find what to add to the sentence heads' logits, so that one half is the best threshold (dev).

    python -m training.shifts --data ../shared/data --bundle runs/default/bundle

Prints, for every head, the scores without and with the best shift; the shifts to keep stand in
``to_onnx.SHIFTS``. A bundle that was written with shifts is measured as it is.
"""

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from onrecord.model.bundle import Bundle, load, shipped
from onrecord.model.predict import predict
from training.heads import sentences

Floats = np.ndarray
GRID = np.arange(-2.0, 2.01, 0.1)


def judged(bundle: Bundle, data: Path, head: str) -> tuple[Floats, Floats]:
    """Log probabilities [N, labels] and labels [N] of a head's dev sentences."""
    logs, wanted = [], []
    for example in sentences.read(data, "dev"):
        if head in example.labels:
            found = predict(bundle, [(example.text, example.segments)])[0].sentences[head].rows
            for i, label in example.labels[head].sentences.items():
                logs.append(np.log(np.array(found[i]) + 1e-4))
                wanted.append(label)
    return np.array(logs), np.array(wanted)


def accuracy(best: Floats, wanted: Floats) -> float:
    """The share of right labels."""
    return float((best == wanted).mean())


def f1(*labels: int) -> Callable[[Floats, Floats], float]:
    """The mean F1 of some labels."""

    def score(best: Floats, wanted: Floats) -> float:
        return float(
            np.mean(
                [
                    2 * ((best == k) & (wanted == k)).sum()
                    / max(1, (best == k).sum() + (wanted == k).sum())
                    for k in labels
                ]
            )
        )  # fmt: skip

    return score


SCORES = {"verifiable": accuracy, "checkworthy": f1(1), "speech": f1(1), "kind": f1(1, 2)}


def shifted(logs: Floats) -> Iterator[tuple[tuple[float, ...], Floats]]:
    """Every shift of the labels beyond the first, with the labels that are best then."""
    for first in GRID:
        for second in GRID if logs.shape[1] > 2 else [0.0]:
            shift = np.array([0.0, first, second])[: logs.shape[1]]
            yield tuple(round(float(v), 1) for v in shift[1:]), (logs + shift).argmax(1)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--bundle", type=Path, default=shipped())
    arguments = parser.parse_args()
    model = load(arguments.bundle, 2)
    for head, score in SCORES.items():
        logs, wanted = judged(model, arguments.data, head)
        plain = score(logs.argmax(1), wanted)
        value, shift = max((score(best, wanted), shift) for shift, best in shifted(logs))
        print(f"{head}: {plain:.4f}, with {shift}: {value:.4f}", flush=True)
        if head == "kind":
            best = (logs + np.array([0.0, *shift])).argmax(1)
            print(
                "   prediction",
                round(f1(1)(best, wanted), 4),
                "opinion",
                round(f1(2)(best, wanted), 4),
            )
