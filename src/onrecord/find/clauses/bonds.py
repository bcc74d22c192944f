"""Clauses that say nothing without the one they hang on, so that the two are one claim."""

from onrecord.lexicons import lexicon
from onrecord.records.texts import Text

_WORDS = lexicon("reporting").words
_SAYING = frozenset(lexicon("sources").words["saying"])
_BELIEVING = frozenset(
    (*_WORDS["think"], *"convinced persuaded sure certain confident convince persuade".split())
)
_SHOWING = frozenset(
    (*_WORDS["show"], "prove", "proved", "proven", "accept", "accepted", "accepts")
)
_SEEMING = frozenset(
    "seem seems seemed appear appears appeared mean means meant look looks looked".split()
)
_REPORTING = _SAYING | _BELIEVING | _SHOWING | _SEEMING | frozenset(_WORDS["say"])
MYTHS = frozenset(lexicon("sources").words["myth"])
_DENYING = frozenset(lexicon("cues").words["denial"]) | frozenset(
    "deny denies denied denying doubt doubts doubted dispute disputes disputed".split()
)
_CONCLUDING = frozenset(
    "conclude think believe suggest assume imagine suppose say claim argue pretend infer insist expect".split()
)
_WRONG = frozenset(
    "mistake mistaken wrong naive foolish absurd error folly misleading unfair premature ridiculous silly dangerous"
    " irresponsible nonsense simplistic".split()
)
_NOT = frozenset({"not", "n't", "never"})
_NOBODY = frozenset(lexicon("sources").words["nobody"])
_WITHHOLDING = frozenset(lexicon("sources").words["withholding"])
_PAST = frozenset(lexicon("tenses").words["past"])
_HELPING = frozenset(
    "may might can could will would shall should must do did does 'll 'd wo ca to".split()
)
_WHENEVER = frozenset({"when", "whenever", "once"})
_PRESENT = frozenset("is are am 's 're 'm do does has have can".split())
_TIMES = frozenset({"after", "before", "since", "until"})
_MEASURES = frozenset({"shortly", "just", "soon", "long", "right", "immediately", "only"})


def is_bound(text: Text, word: int) -> bool:
    """Whether a clause only measures what it hangs on: "two days after ...", "as long as ..."."""
    first = text.subtree(word)[0]
    if text.upos(first) == "PUNCT":
        # What a comma sets off says something of its own.
        return False
    marks = [m for m in text.dependents(word, "mark") if text.lower[m] in _TIMES]
    if marks and first < marks[0] and text.relation(word) == "advcl":
        # "only days after", "just hours before"
        return (
            first > 0
            and text.upos(first - 1) not in {"PUNCT", "CCONJ"}
            and text.syntax.heads[word] < first
        )
    lead, before = text.lower[first], text.lower[first - 1]
    if lead == "than":
        return True
    if lead in _WHENEVER:
        return text.relation(word) == "advcl" and _is_present(text, word)
    if lead == "as":
        return (
            first > 1 and text.lower[first - 2] == "as" and text.upos(first - 1) in {"ADJ", "ADV"}
        )
    if first == 0 or lead not in _TIMES:
        return False
    begins = text.subtree(first - 1)[0]
    measured = (
        text.upos(first - 1) == "NOUN"
        and text.relation(first - 1) in {"obl", "nmod"}
        and not text.dependents(first - 1, "case")
        and text.upos(begins - 1) != "PUNCT"
    )
    return before in _MEASURES or measured


def _is_present(text: Text, word: int) -> bool:
    """Whether a clause tells of no one time: "when the rules aren't enough for you"."""
    helpers = {text.lower[c] for c in text.dependents(word, "aux", "cop")}
    lower = text.lower[word]
    plain = not helpers and lower not in _PAST and not lower.endswith(("ed", "ing"))
    return bool(helpers & _PRESENT) or (plain and text.upos(word) == "VERB")


def shares_verb(text: Text, word: int) -> bool:
    """Whether a second verb goes on with the first one's "not", "may" or "will": "did not pay or leave"."""
    if text.relation(word) != "conj" or text.dependents(word, "nsubj", "aux", "cop"):
        return False
    top = text.syntax.heads[word]
    while text.relation(top) == "conj" and not text.dependents(top, "nsubj", "aux"):
        top = text.syntax.heads[top]
    helpers = {text.lower[c] for c in text.dependents(top, "aux")}
    denied = bool({text.lower[c] for c in text.dependents(top, "advmod")} & _NOT)
    joined = {text.lower[c] for c in text.dependents(word, "cc")}
    if denied and joined & {"or", "nor"}:
        return True
    lower = text.lower[word]
    bare = lower not in _PAST and not lower.endswith(("ed", "ing", "s"))
    return bare and bool(helpers & _HELPING)


def without_measure(text: Text, words: list[int]) -> list[int]:
    """Words without "two days" at their end, where what came two days before or after was cut."""
    if not words or text.lower[words[-1] + 1 : words[-1] + 2] not in (["after"], ["before"]):
        return words
    last = words[-1]
    if text.relation(last) not in {"obl", "nmod"} or text.dependents(last, "case"):
        return words
    own = set(text.subtree(last))
    return [w for w in words if w not in own]


def is_unsaid(text: Text, verb: int) -> bool:
    """ "The prosecutor has not said that ...": the one claim is that he has not said so.

    So are "nobody believes that", "refused to say that", "I don't think that", "the myth that".
    """
    if verb >= 0 and text.lower[verb] in MYTHS:
        return True
    if verb >= 0 and text.lower[verb] in _CONCLUDING and _is_rejected(text, verb):
        return True
    if verb < 0 or text.lower[verb] not in _REPORTING or text.lower[verb] in _DENYING:
        return False
    beside = {text.lower[c] for c in text.dependents(verb, "advmod")}
    over = text.syntax.heads[verb] if text.relation(verb) == "xcomp" else -1
    withheld = over >= 0 and text.lower[over] in _WITHHOLDING
    subjects = text.dependents(verb, "nsubj") or (
        text.dependents(over, "nsubj") if over >= 0 else []
    )
    nobody = any(
        text.lower[s] in _NOBODY or any(text.lower[c] in _NOBODY for c in text.children(s))
        for s in subjects
    )
    yet = over >= 0 and "yet" in {text.lower[c] for c in text.dependents(over, "advmod")}
    return bool(beside & _NOT) or withheld or nobody or yet


def _is_rejected(text: Text, verb: int) -> bool:
    """ "a mistake to conclude", "naive to believe", "no reason to think"."""
    if not any(text.lower[mark] == "to" for mark in text.dependents(verb, "mark")):
        return False
    over = text.syntax.heads[verb]
    if over < 0:
        return False
    unfounded = text.lower[over] == "reason" and any(
        text.lower[c] == "no" for c in text.dependents(over, "det")
    )
    return text.lower[over] in _WRONG or unfounded


def is_complement(text: Text, word: int) -> bool:
    """A clause with "that" that the tree calls an adverbial one: "It is clear that it fell"."""
    return text.relation(word) == "advcl" and any(
        text.lower[mark] == "that" for mark in text.dependents(word, "mark")
    )
