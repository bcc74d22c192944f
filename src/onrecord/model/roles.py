"""Predicates with their arguments: from two projections a word to labelled spans.

A role head scores every pair of a predicate and a word of its sentence (a trilinear form); the
word is the argument's head, and how far the argument reaches follows from the tree.
"""

from collections.abc import Sequence

import numpy as np

from onrecord.model.decode import Floats
from onrecord.records.predictions import Role, Syntax
from onrecord.records.spans import Span

_OWN_CLAUSE = frozenset(
    {
        "nsubj",
        "nsubj:pass",
        "csubj",
        "cop",
        "aux",
        "aux:pass",
        "mark",
        "punct",
        "parataxis",
        "expl",
        "discourse",
        "vocative",
        "advcl",
        "cc",
        "dislocated",
    }
)
"""What belongs to a noun's or adjective's own clause, not to the phrase it heads."""
_ONE_WORD = frozenset({"ARGM-MOD", "ARGM-NEG", "ARGM-LVB", "ARGM-PRR"})


def roles(
    projections: Floats,
    predicates: Sequence[int],
    matrix: Floats,
    labels: Sequence[str],
    sentences: Sequence[Span],
) -> list[tuple[int, int, str]]:
    """``(predicate, argument's head word, label)`` of one window.

    ``projections`` [W, 2R], ``matrix`` [1 + labels, R] (0 is no role). Of two words with one
    numbered role the surer keeps it.
    """
    width = matrix.shape[1]
    found: list[tuple[int, int, str]] = []
    for first, last in sentences:
        verbs = [i for i in predicates if first <= i < last]
        if not verbs:
            continue
        asked = projections[first:last, width:]
        for verb in verbs:
            scores = asked @ (projections[verb, :width] * matrix).T
            found += _chosen(scores, verb, first, labels)
    return found


def _chosen(
    scores: Floats, verb: int, first: int, labels: Sequence[str]
) -> list[tuple[int, int, str]]:
    """The words of a sentence ([W, 1 + labels]) that have a role towards one predicate."""
    best = scores.argmax(1)
    margins = scores.max(1) - scores[:, 0]
    words = sorted(np.flatnonzero(best).tolist(), key=lambda i: -float(margins[i]))
    taken: set[str] = set()
    found = []
    for i in words:
        label = labels[int(best[i]) - 1]
        if label in taken and not label.startswith("ARGM"):
            continue
        taken.add(label)
        found.append((verb, first + i, label))
    return sorted(found)


def placed(verb: int, head: int, label: str, syntax: Syntax) -> Role:
    """The argument that a word heads, with its words ``[first, last)``."""
    first, last = (head, head + 1) if label in _ONE_WORD else extent(syntax, head, verb)
    return Role(predicate=verb, first=first, last=last, label=label)


def extent(syntax: Syntax, head: int, verb: int) -> Span:
    """The words under ``head``, less the branch in which the predicate itself stands."""
    kept = _under(syntax, head, _cut(syntax, head, verb))
    first = last = head
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept:
        last += 1
    while last > head and syntax.upos[last] == "PUNCT":
        last -= 1
    while first < head and syntax.upos[first] == "PUNCT":
        first += 1
    return first, last + 1


def _cut(syntax: Syntax, head: int, verb: int) -> set[int]:
    """Children of ``head`` that are not the argument's: the predicate's branch and, with it,
    what belongs to the clause of ``head`` itself."""
    branch = verb
    while branch >= 0 and syntax.heads[branch] != head:
        branch = syntax.heads[branch]
    if branch < 0 or verb == head:
        return set()
    relation = syntax.relations[branch].split(":")[0]
    cut = {branch}
    for child in syntax.children[head]:
        name = syntax.relations[child]
        own = name in _OWN_CLAUSE or (name == "conj" and _clausal(syntax, child))
        if relation == "acl":
            own = own or name == "case"
        elif relation in {"cop", "aux"}:
            own = own or (child < verb and name.split(":")[0] in {"advmod", "obl"})
            own = own or (syntax.upos[child] == "PART" and name == "advmod")
        else:
            own = False
        if own:
            cut.add(child)
    return cut


def _clausal(syntax: Syntax, word: int) -> bool:
    return any(syntax.relations[c].startswith(("nsubj", "csubj")) for c in syntax.children[word])


def _under(syntax: Syntax, head: int, cut: set[int]) -> set[int]:
    found, open_ones = set(), [head]
    while open_ones:
        word = open_ones.pop()
        found.add(word)
        open_ones += [child for child in syntax.children[word] if child not in cut]
    return found
