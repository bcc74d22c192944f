"""Predicates with their arguments: from two projections a word to labelled spans.

A role head scores every pair of a predicate and a word of its sentence (a trilinear form); the
word is the argument's head (``extents`` says how far from there the argument reaches).
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.model.decode import Floats
from onrecord.model.frames import Frames
from onrecord.records.spans import Span

Ints = NDArray[np.int64]
Tree = tuple[Ints, Ints]
"""One sentence: head of each word counted in it (-1 root), and the index of its relation."""
Sentence = tuple[Span, Tree, Sequence[str], Ints]
"""Where a sentence lies in its window, its tree, its words and the numbers of their marks."""
_CLAUSES = ("conj", "xcomp", "advcl", "ccomp")


class Ways:
    """How a word can stand to a predicate in the tree, numbered.

    0 far away; then below it (by relation and side), above it, the predicate itself, beside it
    under one head (by both relations), below a word below it, beside the word above it.
    """

    def __init__(self, relations: Sequence[str]) -> None:
        size = len(relations)
        self._group = np.zeros(size, dtype=np.int64)
        self._group[[relations.index(name) for name in _CLAUSES]] = np.arange(len(_CLAUSES)) + 1
        self._size, self._above = size, 1 + 2 * size
        self._itself = self._above + size
        self._beside = self._itself + 1
        self._grand = self._beside + (1 + len(_CLAUSES)) * size
        self._uncle = self._grand + size
        self.count = self._uncle + size

    def of(self, tree: Tree, verb: int) -> Ints:
        """The way from a predicate to each word of its sentence, [W]."""
        return np.asarray(self.from_each(tree, [verb])[0])

    def from_each(self, tree: Tree, verbs: Sequence[int]) -> Ints:
        """The ways from several predicates to each word of their sentence, [P, W]."""
        heads, relations = tree
        at = np.array(verbs, dtype=np.int64)[:, None]
        above, own = heads[at], relations[at]
        hangs = above >= 0
        over = np.where(hangs, heads[above], -2)
        grand = np.where(heads >= 0, heads[heads], -1)
        ways = np.zeros((len(at), len(heads)), dtype=np.int64)
        ways = np.where((heads == over) & (heads >= 0), self._uncle + relations, ways)
        ways = np.where(grand == at, self._grand + relations, ways)
        beside = self._beside + self._group[own] * self._size
        ways = np.where(hangs & (heads == above), beside + relations, ways)
        words = np.arange(len(heads))
        ways = np.where(hangs & (words == above), self._above + own, ways)
        ways = np.where(heads == at, 1 + 2 * relations + (words > at), ways)
        return np.where(words == at, self._itself, ways)


class Scoring(NamedTuple):
    """What roles are scored with, beside two words' projections.

    ``matrix`` [1 + labels, R + ways]: 0 is no role; what the two words give, then what the way
    between them in the tree gives; ``frames`` adds what was counted.
    """

    labels: Sequence[str]
    matrix: Floats
    ways: Ways
    frames: Frames


def roles(
    projections: Floats,
    predicates: Sequence[int],
    scoring: Scoring,
    sentences: Sequence[Sentence],
) -> list[tuple[int, int, str]]:
    """``(predicate, argument's head word, label)`` of one window, from ``projections`` [W, 2R].

    Of two words with one numbered role the surer keeps it.
    """
    labels, matrix, ways, frames = scoring
    width = projections.shape[1] // 2
    pairs: list[tuple[int, Span]] = []
    scores, every, lemmas, marked = [], [], [], []
    for span, tree, words, by in sentences:
        first, last = span
        verbs = [verb for verb in predicates if first <= verb < last]
        if verbs:
            pairs += [(verb, span) for verb in verbs]
            asking = projections[verbs, None, :width] * matrix[:, :width]
            asked = projections[first:last, width:] @ asking.reshape(-1, width).T
            scores.append(asked.reshape(last - first, len(verbs), -1).transpose(1, 0, 2))
            inside = [verb - first for verb in verbs]
            every.append(ways.from_each(tree, inside).ravel())
            lemmas.append(np.repeat([frames.lemma(words[i]) for i in inside], last - first))
            marked.append(np.tile(by, len(verbs)))
    if not pairs:
        return []
    way = np.concatenate(every)
    total = np.concatenate([s.reshape(-1, len(matrix)) for s in scores]) + matrix[:, width:].T[way]
    total += frames.of(np.concatenate(lemmas), way, np.concatenate(marked))
    best = total.argmax(1)
    margins = total[np.arange(len(total)), best] - total[:, 0]
    found: list[tuple[int, int, str]] = []
    at = 0
    for verb, (first, last) in pairs:
        own = slice(at, at + last - first)
        found += _chosen(best[own], margins[own], (verb, first), labels)
        at += last - first
    return found


def _chosen(
    best: Ints, margins: Floats, place: tuple[int, int], labels: Sequence[str]
) -> list[tuple[int, int, str]]:
    """The words of a sentence that have a role towards one predicate, by likeliest label ([W]).

    ``place``: the predicate and the sentence's first word; ``margins`` [W]: over no role at all.
    """
    verb, first = place
    words = np.flatnonzero(best)
    taken: set[str] = set()
    found = []
    for i in words[np.argsort(-margins[words], kind="stable")].tolist():
        label = labels[int(best[i]) - 1]
        if label in taken and not label.startswith("ARGM"):
            continue
        taken.add(label)
        found.append((verb, first + i, label))
    return sorted(found)
