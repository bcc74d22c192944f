"""Score the heads of a research bundle (its sets are class C: for research only).

    python evaluation/research.py --data ../shared/data --bundle runs/research/bundle

Persuasion techniques on their dev part: micro-F1 with credit for partial overlap (Da San Martino
et al. 2020, equations 1 and 2: a pair of spans with one technique counts for what they share,
over the length of the one found for precision, of the annotated one for recall). Subjective
(CheckThat!) and biased sentences (BABE): F1 of each class and their mean.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from training.examples import rows
from training.heads import research

from onrecord.model.bundle import Bundle, load
from onrecord.model.predict import predict

Span = tuple[int, int]
Marked = tuple[Span, str]


def overlap_scores(pairs: list[tuple[list[Marked], list[Marked]]]) -> dict[str, float]:
    """Micro precision, recall and F1 over ``(found, annotated)`` lists of ``(span, technique)``."""
    shared = {"found": 0.0, "wanted": 0.0}
    total = {"found": 0, "wanted": 0}
    for found, wanted in pairs:
        total["found"] += len(found)
        total["wanted"] += len(wanted)
        for mine, technique in found:
            for theirs, other in wanted:
                common = min(mine[1], theirs[1]) - max(mine[0], theirs[0])
                if technique == other and common > 0:
                    shared["found"] += common / (mine[1] - mine[0])
                    shared["wanted"] += common / (theirs[1] - theirs[0])
    precision, recall = (shared[side] / max(1, total[side]) for side in ("found", "wanted"))
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}


def macro(pairs: list[tuple[int, int]]) -> dict[str, float]:
    """F1 of both classes of ``(guessed, annotated)`` pairs, and their mean."""
    scores = []
    for value in (0, 1):
        hit = sum(a == b == value for a, b in pairs)
        scores.append(2 * hit / max(1, sum((a == value) + (b == value) for a, b in pairs)))
    return {
        "no": round(scores[0], 4),
        "yes": round(scores[1], 4),
        "macro": round(sum(scores) / 2, 4),
    }


def techniques(bundle: Bundle, data: Path) -> dict[str, float]:
    """Spans of persuasion techniques in whole articles."""
    pairs = []
    for row in rows(data / "persuasion" / "dev.jsonl"):
        segments = research.from_text(row["text"])
        tags = predict(bundle, [(row["text"], segments)])[0].loaded
        found = [
            ((segments.words[t.first][0], segments.words[t.last - 1][1]), t.label) for t in tags
        ]
        pairs.append((found, [(tuple(t["span"]), t["technique"]) for t in row["techniques"]]))
    return overlap_scores(pairs)  # type: ignore[arg-type]


def sentences(bundle: Bundle, data: Path) -> dict[str, dict[str, float]]:
    """Subjective and biased sentences, each a text of its own."""
    pairs: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for example in research.read(data, "dev"):
        for head in {"subjective", "biased"} & set(example.labels):
            judged = predict(bundle, [(example.text, example.segments)])[0].sentences[head]
            wanted = example.labels[head].sentences
            pairs[head] += [(int(np.argmax(judged.rows[i])), value) for i, value in wanted.items()]
    return {head: macro(found) for head, found in sorted(pairs.items())}


def measure(bundle: Bundle, data: Path) -> Iterator[tuple[str, dict[str, float]]]:
    yield "techniques", techniques(bundle, data)
    yield from sentences(bundle, data).items()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--bundle", type=Path, required=True)
    arguments = parser.parse_args()
    for task, scores in measure(load(arguments.bundle, 2), arguments.data):
        print(f"{task}: {json.dumps(scores)}", flush=True)
