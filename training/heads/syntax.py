"""Parts of speech and dependency trees (Universal Dependencies, EWT and GUM)."""

import gzip
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from onrecord.model.roles import Ways
from onrecord.records.segments import Segments
from training.examples import Example, Head, Labels

UPOS = [
    "ADJ",
    "ADP",
    "ADV",
    "AUX",
    "CCONJ",
    "DET",
    "INTJ",
    "NOUN",
    "NUM",
    "PART",
    "PRON",
    "PROPN",
    "PUNCT",
    "SCONJ",
    "SYM",
    "VERB",
    "X",
]
RELATIONS = [
    "acl",
    "acl:relcl",
    "advcl",
    "advmod",
    "amod",
    "appos",
    "aux",
    "aux:pass",
    "case",
    "cc",
    "ccomp",
    "compound",
    "compound:prt",
    "conj",
    "cop",
    "csubj",
    "dep",
    "det",
    "discourse",
    "dislocated",
    "expl",
    "fixed",
    "flat",
    "iobj",
    "list",
    "mark",
    "nmod",
    "nmod:poss",
    "nmod:unmarked",
    "nsubj",
    "nsubj:pass",
    "nummod",
    "obj",
    "obl",
    "obl:agent",
    "obl:unmarked",
    "orphan",
    "parataxis",
    "punct",
    "reparandum",
    "root",
    "vocative",
    "xcomp",
    "goeswith",
]
WAYS = Ways(RELATIONS)
HEADS = (
    Head("upos", "word", tuple(UPOS), weight=0.2, group="syntax"),
    Head("relation", "word", tuple(RELATIONS), weight=0.4, group="syntax"),
    Head("arc", "pointer", weight=0.5, group="syntax"),
)


@dataclass
class Tree:
    """One sentence of a treebank: columns of its syntactic words, multiword tokens skipped."""

    id: str
    words: list[str]
    upos: list[str]
    heads: list[int]
    relations: list[str]
    misc: list[str]
    features: list[str]


def treebank(path: Path) -> Iterator[Tree]:
    """The trees of a gzipped CoNLL-U file."""
    tree = Tree("", [], [], [], [], [], [])
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# sent_id"):
                tree.id = line.split("=")[1].strip()
            elif line[0].isdigit():
                cells = line.rstrip("\n").split("\t")
                if cells[0].isdigit():
                    tree.words.append(cells[1])
                    tree.upos.append(cells[3])
                    tree.features.append(cells[5])
                    tree.heads.append(int(cells[6]) - 1)
                    tree.relations.append(cells[7])
                    tree.misc.append(cells[9])
                elif "-" in cells[0]:
                    # "don't" is one token of two words without a blank between them.
                    first, last = map(int, cells[0].split("-"))
                    tree.misc.append(f"multi={last - first + 1}|{cells[9]}")
            elif not line.strip() and tree.words:
                yield _untangle(tree)
                tree = Tree("", [], [], [], [], [], [])


def _untangle(tree: Tree) -> Tree:
    """Give every word of a multiword token its own MISC: no blank inside the token."""
    misc: list[str] = []
    inside, after = 0, ""
    for entry in tree.misc:
        if entry.startswith("multi="):
            size, after = entry[6:].split("|", 1)
            inside = int(size)
        elif inside:
            inside -= 1
            misc.append(entry + ("|SpaceAfter=No" if inside or "SpaceAfter=No" in after else ""))
        else:
            misc.append(entry)
    tree.misc = misc
    return tree


def document_name(sentence: str) -> str:
    """The document part of a sentence id: "weblog-x-0003" is in "weblog-x"."""
    return sentence.rsplit("-", 1)[0]


def join_trees(trees: Sequence[Tree]) -> tuple[str, Segments]:
    """Text and segments of consecutive trees, with the blanks that the treebank records."""
    text, words, bounds = "", [], []
    for tree in trees:
        first = len(words)
        for word, misc in zip(tree.words, tree.misc, strict=True):
            words.append((len(text), len(text) + len(word)))
            text += word + ("" if "SpaceAfter=No" in misc else " ")
        bounds.append((first, len(words)))
        text = text.rstrip() + " "
    sentences = tuple((words[a][0], words[b - 1][1]) for a, b in bounds)
    return text, Segments(sentences=sentences, words=tuple(words), bounds=tuple(bounds))


def tree_labels(trees: Sequence[Tree]) -> dict[str, Labels]:
    """The labels of the three syntax heads; a root points at itself."""
    upos, relation, arc = Labels(), Labels(), Labels()
    start = 0
    for tree in trees:
        for i, (tag, head, name) in enumerate(
            zip(tree.upos, tree.heads, tree.relations, strict=True)
        ):
            upos.words[start + i] = UPOS.index(tag) if tag in UPOS else UPOS.index("X")
            known = name if name in RELATIONS else name.split(":")[0]
            relation.words[start + i] = RELATIONS.index(known if known in RELATIONS else "dep")
            arc.words[start + i] = start + (head if head >= 0 else i)
        start += len(tree.words)
    return {"upos": upos, "relation": relation, "arc": arc}


def read(data: Path, part: str) -> Iterator[Example]:
    """EWT and GUM documents; ``part`` is train or dev."""
    for corpus in ("ewt", "gum"):
        trees = treebank(data / f"ud_{corpus}" / f"en_{corpus}-ud-{part}.conllu.gz")
        for name, group in groupby(trees, key=lambda tree: document_name(tree.id)):
            sentences = list(group)
            text, segments = join_trees(sentences)
            yield Example(f"{corpus}/{name}", text, segments, tree_labels(sentences))
