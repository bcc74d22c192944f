"""Nominal mentions of people, groups, organisations and places, marked on their head noun (GUM)."""

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from training.examples import Example, Head, Labels
from training.heads.syntax import Tree, document_name, join_trees, treebank

HEADS = (
    Head(
        "nominal", "span", ("Person", "Group", "Organization", "Place"), weight=0.5, group="names"
    ),
)
_TYPES = {"organization": "Organization", "place": "Place"}
_BRACKET = re.compile(r"\(([^()]*)(\))?|(\d+)\)")


def read(data: Path, part: str) -> Iterator[Example]:
    """GUM documents; ``part`` is train or dev."""
    trees = treebank(data / "ud_gum" / f"en_gum-ud-{part}.conllu.gz")
    for name, group in groupby(trees, key=lambda tree: document_name(tree.id)):
        sentences = list(group)
        text, segments = join_trees(sentences)
        labels, start = Labels(), 0
        for tree in sentences:
            labels.spans += [(start + i, start + i + 1, label) for i, label in heads_of(tree)]
            start += len(tree.words)
        yield Example("gum/" + name, text, segments, {"nominal": labels}, 1.5)


def heads_of(tree: Tree) -> Iterator[tuple[int, str]]:
    """Head nouns of the tree's mentions with their label."""
    for first, last, fields in entities(tree):
        inside = [i for i in range(first, last) if not first <= tree.heads[i] < last]
        head = inside[0] if inside else last - 1
        if tree.upos[head] != "NOUN":
            continue
        if fields[1] == "person":
            yield head, "Group" if "Number=Plur" in tree.features[head] else "Person"
        elif fields[1] in _TYPES:
            yield head, _TYPES[fields[1]]


def entities(tree: Tree) -> Iterator[tuple[int, int, list[str]]]:
    """Mentions ``(first, last, fields)`` from the ``Entity=`` brackets in MISC."""
    open_ones: dict[str, list[tuple[int, list[str]]]] = {}
    for i, misc in enumerate(tree.misc):
        entry = next((e[7:] for e in misc.split("|") if e.startswith("Entity=")), "")
        for opened, closed, closes in _BRACKET.findall(entry):
            if closes:
                if open_ones.get(closes):
                    first, fields = open_ones[closes].pop()
                    yield first, i + 1, fields
            elif opened:
                fields = opened.split("-")
                if closed:
                    yield i, i + 1, fields
                else:
                    open_ones.setdefault(fields[0], []).append((i, fields))
