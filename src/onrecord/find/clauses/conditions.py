"""Conditions: what holds only if something else does is one claim with what it hangs on."""

import re

from onrecord.records.spans import Span
from onrecord.records.texts import Text

_CONDITIONS = frozenset({"if", "unless", "whether", "lest", "should"})
_TURNED = frozenset({"should", "had", "were"})
"""Before their subject these make a condition: "Should it be restored, the price will fall"."""
_SUPPOSING = frozenset({"supposing", "assuming", "providing", "provided"})
_IN_CASE = re.compile(r"\bin case\b(?! of)|\bon (?:the )?condition that\b|\b[as][so] long as\b")
_NO_CONDITION = frozenset("nor neither so why how what when where never not only as than".split())
"""Before "should it" these turn subject and verb round for another reason."""
_OPEN = frozenset("would could might should will may 'd 'll wo".split())
_CHAINED = frozenset({"conj", "xcomp", "ccomp", "acl", "advcl"})
DEEPEST = 6
"""Steps up the tree to a condition."""


def is_condition(text: Text, word: int) -> bool:
    """Whether a word heads a condition: by its mark, by word order ("should it"), or supposed."""
    marks = {text.lower[m] for m in text.dependents(word, "mark")}
    first = text.subtree(word)[0]
    first += text.upos(first) == "PUNCT"
    if text.lower[first : first + 2] == ["if", "not"] and text.upos(word) in {"ADJ", "ADV"}:
        # "a passionate, if not stubborn, leader"
        return False
    return is_supposed(text, word) or bool(marks & _CONDITIONS) or _is_turned(text, word)


def is_supposed(text: Text, word: int) -> bool:
    """ "supposing it rains", "provided that it pays", "in case it rains"; not "providing shelter"."""
    if text.relation(word) == "advcl":
        first = text.subtree(word)[0]
        before = first - 1 - (text.lower[first] != "that" and text.lower[first - 1] == "that")
        opening = " ".join(text.lower[max(0, first - 3) : first + 4])
        if _IN_CASE.search(opening):
            return True
        if before > 0 and text.lower[before] in _SUPPOSING and text.upos(before - 1) == "PUNCT":
            return True
    if text.lower[word] not in _SUPPOSING:
        return False
    return text.lower[word + 1 : word + 2] == ["that"] or bool(text.dependents(word, "ccomp"))


def _is_turned(text: Text, word: int) -> bool:
    """ "should the vote be rigged" anywhere, "Had it rained" at the start of a sentence."""
    subjects = text.dependents(word, "nsubj")
    if not subjects:
        return False
    begin = text.subtree(subjects[0])[0]
    helper = begin - 1
    if helper < 0 or text.lower[helper] not in _TURNED:
        return False
    first, last = text.segments.bounds[text.sentence(word)]
    if "?" in text.words[word:last] or helper < first:
        return False
    opens = all(text.upos(w) in {"PUNCT", "CCONJ"} for w in range(first, helper))
    if text.lower[helper] != "should":
        supposed = bool(_OPEN & set(text.lower[first:helper]))
        return (opens and turned(text, first, last) is not None) or (
            supposed and text.lower[helper - 1] not in _NO_CONDITION | {"and", "but", "that"}
        )
    return opens or text.lower[helper - 1] not in _NO_CONDITION


def turned(text: Text, first: int, last: int) -> Span | None:
    """Where a sentence opens with a condition by word order, and the comma that ends it.

    "Had the army stepped in, we would have lost": what follows could, would or might.
    """
    while first < last and text.upos(first) in {"PUNCT", "CCONJ"}:
        first += 1
    if first + 2 >= last or text.lower[first] not in _TURNED or "?" in text.words[first:last]:
        return None
    commas = [w for w in range(first + 2, last) if text.words[w] == ","]
    follows = bool(commas) and bool(_OPEN & set(text.lower[commas[0] : last]))
    subject = text.upos(first + 1) in {"DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM"}
    return (first, commas[0]) if follows and subject else None


def hangs_on_condition(text: Text, word: int) -> bool:
    """Whether a clause is a condition, a part of one, or goes on with what hangs on one.

    "If A and B, C": A and B; "If A, C and D will": D.
    """
    at = word
    for _ in range(DEEPEST):
        if at < 0:
            return False
        adverbial = text.relation(at) in {"advcl", "acl"} or _is_turned(text, at)
        if (adverbial or is_supposed(text, at)) and is_condition(text, at):
            return True
        if text.relation(at) not in _CHAINED:
            return False
        over = text.syntax.heads[at]
        if text.relation(at) == "conj" and at == word and _is_open(text, at):
            conditions = [c for c in text.dependents(over, "advcl") if c < over]
            if any(is_condition(text, c) for c in conditions):
                return True
        at = over
    return False


def _is_open(text: Text, word: int) -> bool:
    return bool(_OPEN & {text.lower[c] for c in text.dependents(word, "aux")})


def is_threat(text: Text, head: int) -> bool:
    """ "The bank must pay, [or the firm will close]": what comes if that does not."""
    joined = {text.lower[c] for c in text.dependents(head, "cc")}
    over = text.syntax.heads[head] if text.syntax.heads else -1
    if text.relation(head) != "conj" or "or" not in joined or not text.dependents(head, "nsubj"):
        return False
    helpers = {text.lower[c] for c in text.dependents(over, "aux")}
    bidden = not text.dependents(over, "nsubj", "aux", "cop") and text.upos(over) == "VERB"
    return bool(helpers & {"must", "should"}) or bidden


def is_bare_condition(text: Text, head: int, words: list[int]) -> bool:
    """ "unless the state pays", whatever its verb hangs on: a condition without what hangs on it."""
    first = words[0]
    led = text.lower[first] in {"if", "unless"} and first in text.dependents(head, "mark")
    return led and not any(text.words[w] == "," for w in words)
