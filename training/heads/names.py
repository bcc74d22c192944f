"""Named mentions: people, organisations, places, groups, dates, money.

en-worldwide-newswire has all classes; Universal NER on EWT three of them, so that there
the other classes count as "anything but these three".
"""

import random
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from training.examples import Example, Head, Labels, join, rows
from training.heads.syntax import document_name, join_trees, treebank

LABELS = ("Person", "Organization", "Place", "Group", "Misc", "Date", "Money")
HEADS = (Head("names", "span", LABELS, weight=2.0, group="names"),)
_WORLDWIDE = {"Location": "Place", "Facility": "Place", "NORP": "Group", "Product": "Misc"}
_UNER = {"PER": "Person", "ORG": "Organization", "LOC": "Place"}


def read(data: Path, part: str) -> Iterator[Example]:
    """Both sets; ``part`` is train or dev."""
    rng = random.Random(7)
    for row in rows(data / "ner_worldwide" / f"{part}.jsonl"):
        text, segments = join([s["tokens"] for s in row["sentences"]], rng)
        tags = [tag for s in row["sentences"] for tag in s["labels"]]
        spans = [(a, b, _WORLDWIDE.get(label, label)) for a, b, label in bio_spans(tags)]
        yield Example("worldwide/" + row["id"], text, segments, {"names": Labels(spans)})
    tagged = {
        row["sent_id"]: row["labels"] for row in rows(data / "ner_uner_ewt" / f"{part}.jsonl")
    }
    trees = treebank(data / "ud_ewt" / f"en_ewt-ud-{part}.conllu.gz")
    for name, group in groupby(trees, key=lambda tree: document_name(tree.id)):
        sentences = list(group)
        if all(len(tagged.get(t.id, ())) == len(t.words) for t in sentences):
            tags = [tag for tree in sentences for tag in tagged[tree.id]]
            spans = [(a, b, _UNER[label]) for a, b, label in bio_spans(tags) if label in _UNER]
            text, segments = join_trees(sentences)
            labels = Labels(spans, known=frozenset(_UNER.values()))
            yield Example("ewt/" + name, text, segments, {"names": labels}, 3.0, alone=0.5)


def bio_spans(tags: list[str]) -> list[tuple[int, int, str]]:
    """The spans ``(first, last, label)`` of a BIO sequence; a stray I- begins one."""
    spans: list[tuple[int, int, str]] = []
    for i, tag in enumerate(tags):
        if tag == "O":
            continue
        mark, label = tag.split("-", 1)
        if mark == "I" and spans and spans[-1][1] == i and spans[-1][2] == label:
            spans[-1] = (spans[-1][0], i + 1, label)
        else:
            spans.append((i, i + 1, label))
    return spans
