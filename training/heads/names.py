"""Named mentions: people, organisations, places, groups, dates, money.

en-worldwide-newswire has all classes; Universal NER on EWT three of them, so that there
the other classes count as "anything but these three". Every text of the train parts comes once more
with names that nobody knows (``training.invented``).
"""

import random
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from training.examples import Example, Head, Labels, join, rows
from training.heads.syntax import document_name, join_trees, treebank
from training.invented import Inventor, Sentence

LABELS = ("Person", "Organization", "Place", "Group", "Misc", "Date", "Money")
HEADS = (Head("names", "span", LABELS, weight=2.0, group="names"),)
Row = dict[str, Any]
_WORLDWIDE = {"Location": "Place", "Facility": "Place", "NORP": "Group", "Product": "Misc"}
_UNER = {"PER": "Person", "ORG": "Organization", "LOC": "Place"}


def read(data: Path, part: str) -> Iterator[Example]:
    """Both sets; ``part`` is train or dev."""
    rng = random.Random(7)
    worldwide = rows(data / "ner_worldwide" / f"{part}.jsonl")
    inventor = Inventor(s for row in worldwide for s in _typed(row)) if part == "train" else None
    again = random.Random(8)
    for row in worldwide:
        yield _newswire("worldwide/" + row["id"], row, [s["tokens"] for s in row["sentences"]], rng)
        if inventor:
            renamed = list(inventor.renamed(_typed(row)))
            yield _newswire("renamed/" + row["id"], row, renamed, again)
    tagged = {
        row["sent_id"]: row["labels"] for row in rows(data / "ner_uner_ewt" / f"{part}.jsonl")
    }
    trees = treebank(data / "ud_ewt" / f"en_ewt-ud-{part}.conllu.gz")
    for name, group in groupby(trees, key=lambda tree: document_name(tree.id)):
        sentences = list(group)
        if all(len(tagged.get(t.id, ())) == len(t.words) for t in sentences):
            tags = [tag for tree in sentences for tag in tagged[tree.id]]
            spans = [(a, b, _UNER[label]) for a, b, label in bio_spans(tags) if label in _UNER]
            labels = {"names": Labels(spans, known=frozenset(_UNER.values()))}
            yield Example("ewt/" + name, *join_trees(sentences), labels, 3.0, alone=0.5)
            if inventor:
                typed = [
                    (t.words, [_UNER.get(tag[2:], "") for tag in tagged[t.id]]) for t in sentences
                ]
                text, segments = join(list(inventor.renamed(typed)), again)
                yield Example("renamed-ewt/" + name, text, segments, labels, 3.0, alone=0.5)


def _newswire(key: str, row: Row, tokens: Sequence[Sequence[str]], rng: random.Random) -> Example:
    text, segments = join(tokens, rng)
    tags = [tag for s in row["sentences"] for tag in s["labels"]]
    spans = [(a, b, _WORLDWIDE.get(label, label)) for a, b, label in bio_spans(tags)]
    return Example(key, text, segments, {"names": Labels(spans)})


def _typed(row: Row) -> list[Sentence]:
    """The tokens of a row's sentences with the types of the names they stand in."""
    return [
        (s["tokens"], [_WORLDWIDE.get(tag[2:], tag[2:]) for tag in s["labels"]])
        for s in row["sentences"]
    ]


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
