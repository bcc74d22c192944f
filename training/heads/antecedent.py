"""Whom a mention goes back to: for its head word, the head words of what it means (GUM, GAP).

A word with nothing before it points at itself. Of GAP only two names a passage are judged, so
there the choice is between these two and nothing else is learned; passages made of news by
hiding a name (``training/masked.py``) are learned in the same way.
"""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from training.examples import Choice, Example, Head, Labels, from_text, rows, word_range
from training.heads.nominal import entities
from training.heads.syntax import Tree, document_name, join_trees, treebank
from training.masked import passages

HEADS = (Head("antecedent", "pointer", weight=0.6, group="mentions"),)


def read(data: Path, part: str) -> Iterator[Example]:
    """GUM documents and GAP passages; ``part`` is train or dev."""
    trees = treebank(data / "ud_gum" / f"en_gum-ud-{part}.conllu.gz")
    for name, group in groupby(trees, key=lambda tree: document_name(tree.id)):
        sentences = list(group)
        text, segments = join_trees(sentences)
        labels = Labels(choices=chains(sentences))
        yield Example("gum/" + name, text, segments, {"antecedent": labels})
    if part == "train":
        yield from passages(data)
    for row in rows(data / "gap" / f"{part}.jsonl"):
        segments = from_text(row["text"])
        yield Example(
            "gap/" + row["id"], row["text"], segments, {"antecedent": Labels(choices=judged(row))}
        )


def chains(trees: list[Tree]) -> dict[int, Choice]:
    """For the head word of every mention of a document the heads of those before it."""
    mentions: list[tuple[int, str]] = []
    start = 0
    for tree in trees:
        for first, last, fields in entities(tree):
            outside = (i for i in range(first, last) if not first <= tree.heads[i] < last)
            mentions.append((start + next(outside, last - 1), fields[0]))
        start += len(tree.words)
    members: dict[str, list[int]] = {}
    found: dict[int, Choice] = {}
    for word, chain in sorted(mentions):
        known = members.setdefault(chain, [])
        if word not in found:
            found[word] = Choice(right=tuple(known) or (word,), same=())
            known.append(word)
    return {
        word: Choice(right=choice.right, same=tuple(members[chain]))
        for word, chain in sorted(mentions)
        if (choice := found.get(word)) is not None
    }


def judged(row: dict) -> dict[int, Choice]:
    """The two candidates of a GAP passage: which of them, if any, the pronoun means."""
    segments = from_text(row["text"])
    words = {
        name: word_range(segments, row[name]["start"], row[name]["end"])
        for name in ("pronoun", "a", "b")
    }
    if None in words.values():
        return {}
    sides: dict[bool, list[int]] = {True: [], False: []}
    for name in ("a", "b"):
        sides[row[name]["coref"]] += range(*words[name])  # type: ignore[misc]
    return {words["pronoun"][0]: Choice(right=tuple(sides[True]), wrong=tuple(sides[False]))}  # type: ignore[index]
