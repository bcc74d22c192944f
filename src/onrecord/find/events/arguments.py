"""Subjects and objects of a verb, also where the tree slips."""

from onrecord.records.texts import Text

_BE = frozenset("be is are was were been being am 's 're 'm get gets got getting gotten".split())
"""Helpers that make a passive; a "has" is none, whatever the tree calls it."""
_ASIDE = frozenset({"appos", "nmod", "compound", "flat", "dislocated", "obl"})
"""A noun without a preposition that hangs on a verb by one of these is its subject or object."""
_NAMING = frozenset({"NOUN", "PROPN", "PRON"})
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_SUFFERED = frozenset(
    "killed kidnapped abducted arrested jailed detained wounded injured shot murdered beaten held charged indicted freed"
    " sentenced executed hanged captured bombed attacked raided released fined expelled deported evacuated".split()
)
Pair = tuple[int, str]
"""A head word and its role."""


def is_passive(text: Text, word: int) -> bool:
    """ "was killed", "killed by soldiers", "the man killed" are passive.

    A subject alone that the tree takes for a passive's is none where the verb has an object.
    """
    relations = text.syntax.relations
    children = text.children(word)
    if any(
        relations[c] == "obl:agent" or (relations[c] == "aux:pass" and text.lower[c] in _BE)
        for c in children
    ):
        return True
    if any(relations[c] == "nsubj:pass" for c in children):
        after = [c for c in [*text.dependents(word, "nsubj"), *_aside(text, word)] if c > word]
        return not after and not text.dependents(word, "obj", "aux", "xcomp", "ccomp")
    if _is_headline(text, word) and not text.dependents(word, "obj", "xcomp", "ccomp"):
        return True
    reduced = relations[word] == "acl" and not text.lower[word].endswith("ing")
    return reduced and not text.dependents(word, "obj", "aux", "mark")


def _is_headline(text: Text, word: int) -> bool:
    """ "Nine Nurses Kidnapped in Karven": with a capital, in a headline, a participle without "were"."""
    begins = word == 0 or text.upos(word - 1) == "PUNCT"
    past = text.lower[word].endswith(("ed", "en")) or text.lower[word] in {"shot", "held", "hit"}
    return (
        text.words[word][:1].isupper()
        and not begins
        and past
        and text.lower[word] in _SUFFERED
        and not text.dependents(word, "aux")
    )


def subjects(text: Text, word: int) -> list[int]:
    """A verb's own subjects: of two, the one after the verb is an object."""
    found = text.dependents(word, "nsubj", "csubj")
    if not found and is_passive(text, word):
        found = [o for o in text.dependents(word, "obj") if o < word]
    before = [s for s in found if s < word]
    return before or found or [c for c in _aside(text, word) if c < word][:1]


def objects(text: Text, word: int) -> list[int]:
    """A verb's own objects."""
    own = subjects(text, word)
    found = [o for o in text.dependents(word, "obj", "nsubj") if o not in own]
    return found or [c for c in _aside(text, word) if c > word and c not in own][:1]


def _aside(text: Text, word: int) -> list[int]:
    """Bare nouns under a verb that the tree hangs there as only a noun's company could."""
    if text.upos(word) != "VERB":
        return []
    relations = text.syntax.relations
    return [
        child
        for child in text.children(word)
        if relations[child] in _ASIDE
        and text.upos(child) in _NAMING
        and not text.dependents(child, "case")
    ]
