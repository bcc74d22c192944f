"""Whether words tell something, and whether a report's cue says so, whatever the tree makes of them."""

from onrecord.lexicons import lexicon
from onrecord.records.findings import Attribution
from onrecord.records.spans import Span
from onrecord.records.texts import Text

REPORTING = frozenset((*lexicon("reporting").words["say"], *lexicon("reporting").words["think"]))
"""Verbs that say or think what follows."""
CLOSING = frozenset({")", "]", "”", '"', "%"})
ASKING = frozenset("who whom whose what which how why when where".split())
CONCEDING = frozenset({"while", "although", "though", "whereas"})
"""What these open is asserted beside the main clause."""
NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM"})
SHOWING = frozenset(lexicon("reporting").words["show"])


def is_said(text: Text, attribution: Attribution) -> bool:
    """Whether a cue says, thinks or shows, or is "according to"."""
    words = {w for cue in attribution.cue for w in text.lower[slice(*text.range(cue))]}
    return bool(words & (REPORTING | SHOWING | {"according"}))


def by_saying(text: Text, attribution: Attribution, head: Span) -> bool:
    """Whether a verb is what somebody did by what they said: "[annoyed] the miners by saying that"."""
    said = text.range(attribution.cue[-1])[0]
    return head[1] < attribution.cue[-1][0] and text.lower[said - 1] == "by"


def is_told(text: Text, first: int, last: int) -> bool:
    """Whether words hold somebody or something and then a finite verb, whatever the tree makes of them."""
    for word in range(first + 1, last):
        joined = text.lower[word - 1] == "to" or text.upos(word - 1) == "CCONJ"
        loose = text.relation(word) == "xcomp" and text.lower[word].endswith("ing")
        if text.lower[word] == "'s" and text.upos(word - 1) != "PRON":
            # "the mayor's plan"
            continue
        described = text.relation(word) in {"acl", "amod"} or loose
        if text.upos(word) == "AUX" or (text.upos(word) == "VERB" and not (joined or described)):
            named = any(text.upos(w) in NOMINAL - {"DET", "ADJ"} for w in range(first, word))
            return named and not text.lower[word].endswith("ing")
    return False
