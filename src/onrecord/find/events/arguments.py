"""Subjects and objects of a verb, also where the tree slips."""

from onrecord.records.texts import Text

_BE = frozenset("be is are was were been being am 's 're 'm get gets got getting gotten".split())
"""Helpers that make a passive; a "has" is none, whatever the tree calls it."""
_FINDING = frozenset("find finds found finding see sees saw seen seeing leave leaves left".split())
_ASIDE = frozenset({"appos", "nmod", "compound", "flat", "dislocated", "obl"})
"""A noun without a preposition that hangs on a verb by one of these is its subject or object."""
_NAMING = frozenset({"NOUN", "PROPN", "PRON"})
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_SUFFERED = frozenset(
    "killed kidnapped abducted arrested jailed detained wounded injured shot murdered beaten held charged indicted freed"
    " sentenced executed hanged captured bombed attacked raided released fined expelled deported evacuated".split()
)
CHARGING = frozenset(
    "accuse accused accuses accusing suspect suspected suspects suspecting charge charged charges charging allege"
    " alleged alleges alleging indict indicted indicts blame blamed blames blaming convict convicted acquit acquitted".split()
)
"""Verbs that say of somebody that he did something: "accused the army of killing"."""
Pair = tuple[int, str]
"""A head word and its role."""


def is_passive(text: Text, word: int) -> bool:
    """ "was killed", "killed by soldiers", "the man killed" are passive.

    A subject alone that the tree takes for a passive's is none where the verb has an object.
    """
    relations = text.syntax.relations
    children = text.children(word)
    if is_found(text, word):
        return True
    opens = word == text.segments.bounds[text.sentence(word)][0]
    if opens and relations[word] == "advcl" and is_reduced(text, word):
        # "Asked about the raid, she left", "Accused of fraud, he fled"
        return True
    if is_reduced(text, word) and any(
        c < word and text.dependents(c, "cc") and not text.dependents(c, "case")
        for c in text.dependents(word, "conj")
    ):
        # "nine were killed and dozens wounded"
        return True
    if any(
        relations[c] == "obl:agent" or (relations[c] == "aux:pass" and text.lower[c] in _BE)
        for c in children
    ):
        return True
    if relations[word] == "conj" and _is_participle(text, word):
        # "was shot and killed": the second shares the helper with its subject.
        before = text.syntax.heads[word]
        if text.lower[before] not in _BE and not text.dependents(
            word, "nsubj", "obj", "aux", "xcomp", "ccomp"
        ):
            return is_passive(text, before)
    if any(relations[c] == "nsubj:pass" for c in children):
        after = [c for c in [*text.dependents(word, "nsubj"), *_aside(text, word)] if c > word]
        return not after and not text.dependents(word, "obj", "aux", "xcomp", "ccomp")
    if _is_headline(text, word) and not text.dependents(word, "obj", "xcomp", "ccomp"):
        return True
    reduced = relations[word] == "acl" and not text.lower[word].endswith("ing")
    return reduced and not text.dependents(word, "obj", "aux", "mark")


def _is_participle(text: Text, word: int) -> bool:
    return text.lower[word].endswith(("ed", "en")) or text.lower[word] in _SUFFERED


def charged(text: Text, word: int) -> list[int]:
    """Who is said to have done it, of "accused Y of doing", "was accused by X of doing"; else empty."""
    marks = {text.lower[c] for c in text.dependents(word, "mark", "case")}
    at = text.syntax.heads[word] if text.syntax.heads else -1
    if at >= 0 and text.upos(at) in _NAMING:
        # The tree may hang "of killing" on the accuser or on the accused.
        at = text.syntax.heads[at]
    if at < 0 or text.lower[at] not in CHARGING or not marks & {"of", "with", "for", "over"}:
        return []
    return subjects(text, at) if is_passive(text, at) else objects(text, at)


def is_found(text: Text, word: int) -> bool:
    """ "found their homes destroyed or burned": by whom is not said."""
    while text.relation(word) == "conj":
        word = text.syntax.heads[word]
    head = text.syntax.heads[word] if text.syntax.heads else -1
    return (
        text.relation(word) == "xcomp"
        and head >= 0
        and text.lower[head] in _FINDING
        and _is_participle(text, word)
        and not text.dependents(word, "mark", "aux", "aux:pass")
    )


def is_reduced(text: Text, word: int) -> bool:
    """ "the two guards killed on Friday": a participle with no subject, object or helper of its own."""
    return _is_participle(text, word) and not text.dependents(
        word, "nsubj", "obj", "aux", "aux:pass", "xcomp"
    )


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
