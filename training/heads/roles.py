"""Who did what to whom: PropBank predicates and the roles of their arguments (EWT).

An argument is learned by its head word, the only one whose own head lies outside (99 of 100
arguments of the train part have exactly one); its extent follows from the tree.
"""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from training.examples import Example, Head, Labels, rows
from training.heads.syntax import Tree, document_name, join_trees, treebank

ROLES = (
    *(f"ARG{i}" for i in range(5)),
    *(f"ARGM-{name}" for name in (
        "TMP", "ADV", "MOD", "ADJ", "LOC", "NEG", "DIS", "MNR", "EXT", "PRR", "LVB", "CAU",
        "PRP", "PRD", "DIR", "GOL", "COM",
    )),
    *(f"R-ARG{i}" for i in range(2)),
    "R-ARGM-TMP", "R-ARGM-LOC", "C-ARG1",
)  # fmt: skip
_LIKELY = frozenset({"VERB", "AUX", "NOUN", "ADJ"})
HEADS = (
    Head("predicate", "word", ("no", "yes"), weight=0.2, group="meaning"),
    Head("role", "role", ROLES, weight=1.0, group="meaning"),
)


def read(data: Path, part: str) -> Iterator[Example]:
    """EWT documents; ``part`` is train or dev. Sentences without PropBank stay unannotated."""
    frames = {
        row["sent_id"]: row["predicates"]
        for row in rows(data / "srl_propbank_ewt" / f"{part}.jsonl")
    }
    trees = treebank(data / "ud_ewt" / f"en_ewt-ud-{part}.conllu.gz")
    for name, group in groupby(trees, key=lambda tree: document_name(tree.id)):
        sentences = list(group)
        text, segments = join_trees(sentences)
        predicate, role = Labels(), Labels()
        start = 0
        for number, tree in enumerate(sentences):
            if tree.id in frames:
                role.sentences[number] = 1
                verbs = {p["i"] for p in frames[tree.id]}
                predicate.words |= {start + i: int(i in verbs) for i in range(len(tree.words))}
                # Words that might be taken for predicates, so that they learn to have no roles.
                role.words |= {
                    start + i: int(i in verbs)
                    for i, tag in enumerate(tree.upos)
                    if i in verbs or tag in _LIKELY
                }
                role.spans += [
                    (start + p["i"], start + head_of(tree, a["start"], a["end"]), a["role"])
                    for p in frames[tree.id]
                    for a in p["args"]
                    if a["role"] in ROLES
                ]
            start += len(tree.words)
        role.spans.sort()
        yield Example(f"ewt/{name}", text, segments, {"predicate": predicate, "role": role})


def head_of(tree: Tree, first: int, last: int) -> int:
    """The first word of ``[first, last)`` whose head lies outside."""
    return next((i for i in range(first, last) if not first <= tree.heads[i] < last), first)
