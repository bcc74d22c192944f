"""Words that only lead up to a clause, and clauses that only say which thing is meant."""

import re

from onrecord.find.clauses.edges import LONGEST_FRAME
from onrecord.lexicons import lexicon
from onrecord.records.texts import Text

ASKING = frozenset({"who", "whom", "whose", "what", "which", "how", "why", "when", "where"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_NEGATED = frozenset({"not", "n't", "never", "nobody", "none", "no"})
_REPORTING = frozenset((*lexicon("reporting").words["say"], *lexicon("reporting").words["think"]))
PERFORMING = re.compile(
    r"(?:i|we) (?:can|must|want to|have to|will|would like to)(?: now| only)?"
    r" (?:confirm|say|tell you|assure you|reveal|report|announce|promise you|guarantee)"
)
"""These do not hedge: "I can confirm that two men died" says so."""
_WHENEVER = frozenset("when if because after as since while before where".split())
LONGEST_STUB = 6
"""Words of "It is still quite possible" before what is."""


def only_leads_up(text: Text, head: int, words: list[int], heads: frozenset[int]) -> bool:
    """ "I think", "they point out", "customs data show": no more than the way to a clause of its own."""
    if text.lower[words[0]] == "it" and text.dependents(head, "cop") and len(words) <= LONGEST_STUB:
        # "It is entirely possible", "It is still the case": what is so follows.
        return _leads_on(text, head, words, heads)
    if [text.lower[w] for w in words] in (["that", "is", "why"], ["this", "is", "why"]):
        return True
    if PERFORMING.fullmatch(" ".join(text.lower[w] for w in words)):
        return True
    loose = {"PUNCT", "INTJ", "ADV"} if text.upos(words[0]) in {"INTJ", "ADV"} else set()
    said = [w for w in words if text.upos(w) not in loose]
    if len(said) > LONGEST_FRAME or any(text.lower[w] in _NEGATED for w in words):
        return False
    return any(c in heads and c not in words for c in text.dependents(head, "ccomp"))


def _leads_on(text: Text, head: int, words: list[int], heads: frozenset[int]) -> bool:
    """Whether a clause of its own follows: "It is important to note [that] the mayor paid"."""
    after = words[-1] + 1
    if set(text.lower[after : after + 1]) & _WHENEVER:
        return False
    after += text.lower[after : after + 1] in (["noting"], ["remembering"], ["recalling"])
    after += text.lower[after : after + 1] == ["that"]
    over = text.dependents(head, "ccomp", "csubj", "xcomp", "advcl")
    told = (h for c in over for h in (c, *text.dependents(c, "ccomp", "csubj", "advcl")))
    under = [h for h in told if h in heads and text.relation(h) != "xcomp"]
    return any(text.subtree(h)[0] in {after, after - 1} for h in under)


def told_of(text: Text, head: int) -> int | None:
    """What somebody says of a noun: "the bridge, which engineers say [is close to collapse]"."""
    if text.relation(head) != "acl" or text.lower[head] not in _REPORTING:
        return None
    said = [c for c in text.dependents(head, "ccomp") if c > head]
    by = [s for s in text.dependents(head, "nsubj") if s < head and text.lower[s] not in ASKING]
    first = text.subtree(head)[0]
    first += text.upos(first) == "PUNCT"
    led = text.lower[first] in {"which", "who", "whom", "that"}
    own = text.dependents(said[0], "nsubj") if said else []
    return said[0] if said and by and led and all(w < head for w in own) else None


def describes(text: Text, word: int) -> bool:
    """Whether what the tree calls a complement says which thing is meant: "a debt [our town can pay]"."""
    noun = text.syntax.heads[word]
    first = text.subtree(word)[0]
    bare = not text.dependents(word, "mark", "cc") and first == noun + 1
    return (
        bare
        and text.upos(first) != "PUNCT"
        and text.upos(noun) in NOMINAL
        and bool(text.dependents(noun, "cop"))
    )
