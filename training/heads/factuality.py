"""How firmly an event is presented as fact, -3 to +3, in the author's voice.

Two scales: "news" (UW, MEANTIME, CB, RP: most events stand at +3) and "web" (UDS-IH2, where
several people's sureness was averaged); one column for both would be right for neither.
"""

import random
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from training.examples import Example, Head, Labels, join, rows
from training.heads.syntax import document_name, join_trees, treebank

HEADS = (Head("factuality", "score", ("news", "web"), weight=1.0, group="meaning"),)
_RATES = {"UDS-IH2": 0.8, "UW": 3.0}


def read(data: Path, part: str) -> Iterator[Example]:
    """All five sets; a target of several words is marked on its first verb-like word.

    UDS-IH2 judges sentences of EWT: what is learned from them is learned in their documents,
    where the other heads find their annotation too.
    """
    rng = random.Random(13)
    sentences = rows(data / "factuality" / f"{part}.jsonl")
    if part == "train":
        here = {row["text"]: row for row in sentences if row["set"] == "UDS-IH2"}
        yield from _in_documents(data, part, here)
        sentences = [row for row in sentences if row["text"] not in here]
    for row in sentences:
        tokens = row["text"].split()
        if not tokens:
            continue
        text, segments = join([tokens], rng)
        scale = "web" if row["set"] == "UDS-IH2" else "news"
        labels = {"factuality": Labels(words=_figures(row, len(tokens)), scale=scale)}
        rate = _RATES.get(row["set"], 2.0)
        yield Example("factuality/" + row["id"], text, segments, labels, rate)


def _in_documents(data: Path, part: str, judged: dict[str, dict[str, Any]]) -> Iterator[Example]:
    """EWT documents with the figures of their sentences, and ``judged`` left with what was found."""
    trees = treebank(data / "ud_ewt" / f"en_ewt-ud-{part}.conllu.gz")
    found: set[str] = set()
    for name, group in groupby(trees, key=lambda tree: document_name(tree.id)):
        sentences = list(group)
        labels = Labels(scale="web")
        start = 0
        for tree in sentences:
            line = " ".join(tree.words)
            if line in judged:
                found.add(line)
                figures = _figures(judged[line], len(tree.words))
                labels.words |= {start + i: value for i, value in figures.items()}
            start += len(tree.words)
        text, segments = join_trees(sentences)
        yield Example(f"ewt/{name}", text, segments, {"factuality": labels})
    for line in set(judged) - found:
        del judged[line]


def _figures(row: dict[str, Any], size: int) -> dict[int, float]:
    """A sentence's figures by its words."""
    figures = {t["token_span"][0]: t["factuality"] for t in row["targets"]}
    return {i: value for i, value in figures.items() if i < size}
