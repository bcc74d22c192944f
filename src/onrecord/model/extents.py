"""How far the argument that a word heads reaches: the words under it in the tree, as PropBank has it.

An argument is not quite a branch. The clause of a copula hangs on what it says of somebody ("is
*knowledgeable* and took the time"); "let *me know*" is one argument that is two branches; a
closing bracket or quote mark belongs to what it closes. Source: Bonial et al. 2015, PropBank
annotation guidelines.
"""

from collections.abc import Collection, Sequence

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
_INNER_CLAUSE = _OWN_CLAUSE - {"punct", "parataxis", "discourse", "vocative", "cc", "dislocated"}
"""What belongs to the clause that a copula brings: "the point is *that visitors can* stay"."""
_ONE_WORD = frozenset({"ARGM-MOD", "ARGM-NEG", "ARGM-LVB", "ARGM-PRR"})
_CLAUSAL = ("nsubj", "csubj", "cop", "aux")
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"))
_ALIKE = ('"', "'")


def placed(
    verb: int,
    heads: Sequence[tuple[int, str]],
    syntax: Syntax,
    words: Sequence[str],
    sentence: Span,
) -> list[Role]:
    """The arguments of one predicate, from the ``(head word, label)`` of each.

    Arguments do not overlap: what hangs below the head of one is no part of another, whatever the
    tree says. All word indices are the document's.
    """
    taken = {head for head, _ in heads}
    roles = []
    for head, label in heads:
        first, last = head, head + 1
        if label not in _ONE_WORD:
            first, last = _extent(syntax, head, verb, taken)
            if label == "ARG1" and head > verb == syntax.heads[head]:
                last = _small_clause(syntax, (head, last), verb, taken)
            first, last = _closed(words, (first, last), sentence)
        roles.append(Role(predicate=verb, first=first, last=last, label=label))
    return roles


def _extent(syntax: Syntax, head: int, verb: int, taken: Collection[int]) -> Span:
    """The words under ``head``, less the branch in which the predicate itself stands."""
    kept = _under(syntax, head, _cut(syntax, head, verb) | {word for word in taken if word != head})
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


def _small_clause(syntax: Syntax, object_: Span, verb: int, taken: Collection[int]) -> int:
    """Where an object ends: after the clause it is the subject of, if that has no role of its own.

    "made | him resign", "heard | the crowd shout". ``object_``: its head and where it ends.
    """
    head, last = object_
    if syntax.relations[head] not in {"obj", "iobj"}:
        return last
    for child in syntax.children[verb]:
        if child > head and child not in taken and syntax.relations[child] in {"xcomp", "ccomp"}:
            begins, ends = _extent(syntax, child, verb, taken)
            if begins == last:
                return ends
    return last


def _closed(words: Sequence[str], span: Span, sentence: Span) -> Span:
    """The span with the bracket or quote mark beside it that its other half lies in."""
    first, last = span
    own = words[first:last]
    behind = words[last] if last < sentence[1] else ""
    before = words[first - 1] if first > sentence[0] else ""
    for opened, closes in _PAIRS:
        if (before, behind) == (opened, closes):
            return first - 1, last + 1
        if own.count(opened) > own.count(closes) and behind == closes:
            return first, last + 1
        if own.count(opened) < own.count(closes) and before == opened:
            return first - 1, last
    for mark in _ALIKE:
        if before == behind == mark:
            return first - 1, last + 1
        if own.count(mark) % 2:
            if behind == mark:
                return first, last + 1
            if before == mark:
                return first - 1, last
    return span


def _cut(syntax: Syntax, head: int, verb: int) -> set[int]:
    """Children of ``head`` that are not the argument's: the predicate's branch and, with it,
    what belongs to the clause of ``head`` itself."""
    branch = verb
    while branch >= 0 and syntax.heads[branch] != head:
        branch = syntax.heads[branch]
    if branch < 0 or verb == head:
        return set()
    relation = syntax.relations[branch].split(":")[0]
    if relation in {"cop", "aux"}:
        own = {child for child in syntax.children[head] if _beside_copula(syntax, child, verb)}
    elif relation == "acl":
        own = {
            child
            for child in syntax.children[head]
            if syntax.relations[child] == "case" or _of_clause(syntax, child)
        }
    else:
        own = set()
    return own | {branch}


def _of_clause(syntax: Syntax, child: int) -> bool:
    """Whether a child belongs to the clause that its head makes, not to the head's phrase."""
    relation = syntax.relations[child]
    return relation in _OWN_CLAUSE or (
        relation == "conj"
        and any(syntax.relations[c].split(":")[0] in _CLAUSAL for c in syntax.children[child])
    )


def _beside_copula(syntax: Syntax, child: int, copula: int) -> bool:
    """Whether a child of what a copula says of somebody stands outside of what is said."""
    head, relation = syntax.heads[child], syntax.relations[child]
    if syntax.upos[head] == "VERB":
        # "the plan is that they *stay*": what follows the copula is the inner clause's.
        return _of_clause(syntax, child) and not (child > copula and relation in _INNER_CLAUSE)
    if relation == "conj" and syntax.upos[child] in {"VERB", "AUX"}:
        return True
    if relation == "advcl" and child > head and syntax.upos[head] == "ADJ":
        # "ashamed to be there", "sure of what he saw", not "glad, because he saw it".
        return _extent(syntax, child, child, ())[0] > head + 1
    if child < copula and relation.split(":")[0] in {"advmod", "obl"}:
        return True
    return _of_clause(syntax, child) or (relation == "advmod" and syntax.upos[child] == "PART")


def _under(syntax: Syntax, head: int, cut: Collection[int]) -> set[int]:
    found, open_ones = set(), [head]
    while open_ones:
        word = open_ones.pop()
        found.add(word)
        open_ones += [child for child in syntax.children[word] if child not in cut]
    return found
