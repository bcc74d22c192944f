"""Clauses that say nothing without the one they hang on, so that the two are one claim."""

from onrecord.find.clauses.frames import ASKING
from onrecord.lexicons import lexicon
from onrecord.records.texts import Text

_NOT = frozenset({"not", "n't", "never"})
_PAST = frozenset(lexicon("tenses").words["past"])
_NOBODY = frozenset({"no", "nobody", "none", "neither", "not"})
"""At the head of a subject these go for every verb it has: "No witness saw it or called"."""
_HELPING = frozenset(
    "may might can could will would shall should must do did does 'll 'd wo ca to".split()
)
_WHENEVER = frozenset({"when", "whenever", "once"})
_PRESENT = frozenset("is are am 's 're 'm do does has have can".split())
_TIMES = frozenset({"after", "before", "since", "until"})
_REASONS = frozenset({"because", "after", "since", "as", "when"})
_MOMENTS = frozenset({"minute", "moment", "second", "instant", "day", "time", "way"})
LEAST_MAIN = 3
"""Words of a main clause that can stand without its reason."""
_MEASURES = frozenset({"shortly", "just", "soon", "long", "right", "immediately", "only"})


def is_bound(text: Text, word: int) -> bool:
    """Whether a clause only measures what it hangs on: "two days after ...", "as long as ..."."""
    first = text.subtree(word)[0]
    if _is_degree(text, word, first):
        return True
    if text.upos(first) == "PUNCT":
        # What a comma sets off says something of its own.
        return False
    if text.relation(word) == "advcl" and _is_not_yet(text, word):
        return True
    if " ".join(text.lower[first : first + 2]) == "so that" and text.relation(word) == "advcl":
        # "opened the door so that they could hear": what for
        return True
    if _is_all_there_is(text, word) or _is_moment(text, word, first):
        return True
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
            first > 1
            and text.lower[first - 2] in {"as", "so"}
            and text.upos(first - 1) in {"ADJ", "ADV"}
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


def _is_moment(text: Text, word: int, first: int) -> bool:
    """ "the minute they start", "a reason why they left": when or why, by a noun."""
    if text.lower[first] == "why" and text.lower[first - 1] in {"reason", "reasons"}:
        return True
    moment = text.lower[first - 2 : first] if first > 1 else []
    return moment[:1] == ["the"] and moment[1] in _MOMENTS and text.syntax.heads[word] < first


def _is_all_there_is(text: Text, word: int) -> bool:
    """ "They lost because Koch lied": without its reason the main clause says too little to be shown."""
    marks = {text.lower[m] for m in text.dependents(word, "mark")}
    if text.relation(word) != "advcl" or not marks & _REASONS:
        return False
    over, own = text.syntax.heads[word], set(text.subtree(word))
    rest = [w for w in text.subtree(over) if w not in own and text.upos(w) != "PUNCT"]
    return over < word and len(rest) < LEAST_MAIN and text.relation(over) in {"root", "ccomp"}


def is_other_way(text: Text, word: int) -> bool:
    """The second of "Either the guards lied or the tape is false": neither half is said alone."""
    begin = text.segments.bounds[text.sentence(word)][0]
    first = text.subtree(word)[0]
    joined = text.lower[first] == "or" or text.lower[max(begin, first - 1)] == "or"
    return joined and "either" in text.lower[begin:first]


def _is_degree(text: Text, word: int, first: int) -> bool:
    """ "so tired that they fell asleep", "such a storm that nobody sailed"."""
    over = text.syntax.heads[word]
    marks = {text.lower[m] for m in text.dependents(word, "mark")}
    that = first if text.lower[first] == "that" else first - 1
    if that > 1 and text.lower[that] == "that" and text.lower[that - 2] == "so":
        # "does not oppose it so strongly that he would stop it"
        return text.upos(that - 1) in {"ADJ", "ADV"}
    if over < 0 or "that" not in marks or text.upos(over) not in {"ADJ", "ADV", "NOUN"}:
        return False
    such = "such" in {text.lower[c] for c in text.dependents(over, "det", "amod")}
    return such or text.lower[over - 1] == "so"


def _is_not_yet(text: Text, word: int) -> bool:
    """ "until the king agreed", "before the lake is clean": what has not, or not yet, come about."""
    marks = {text.lower[m] for m in text.dependents(word, "mark")}
    if marks & {"until", "till"}:
        return True
    helpers = {text.lower[c] for c in text.dependents(word, "aux", "cop")}
    return "before" in marks and (_is_present(text, word) or bool(helpers & _HELPING))


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
    joined = {text.lower[c] for w in _series(text, top) for c in text.dependents(w, "cc")}
    nobody = any(
        text.lower[s] in _NOBODY or text.lower[text.subtree(s)[0]] in _NOBODY
        for s in text.dependents(top, "nsubj")
    )
    if nobody and joined & {"or", "and", "nor"}:
        return True
    neither = "neither" in {text.lower[c] for c in text.children(top)} and "nor" in joined
    if neither or (denied and joined & {"or", "nor"}):
        return True
    lower = text.lower[word]
    bare = lower not in _PAST and not lower.endswith(("ed", "ing", "s"))
    done = "have" in helpers and (lower in _PAST or lower.endswith(("ed", "en")))
    return (bare or done) and bool(helpers & _HELPING)


def _series(text: Text, top: int) -> list[int]:
    """The verbs coordinated with a first one: "did not open, read or burn it"."""
    found = [top]
    for at in found:
        found += [c for c in text.dependents(at, "conj") if not text.dependents(c, "nsubj")]
    return found[1:]


def is_likened(text: Text, word: int) -> bool:
    """ "sounded [as though it came from the hill]": what something is like is not said to be so."""
    if not any(text.lower[m] in {"if", "though", "as"} for m in text.dependents(word, "mark")):
        return False
    first = text.subtree(word)[0]
    return any(
        text.lower[w : w + 2] in (["as", "if"], ["as", "though"]) for w in (first - 1, first)
    )


def is_of_reason(text: Text, word: int) -> bool:
    """The second half of a reason or a time: "because the king lied [and the army quit]"."""
    top = word
    while text.relation(top) == "conj":
        top = text.syntax.heads[top]
    marks = {text.lower[m] for m in text.dependents(top, "mark")}
    own = {text.lower[m] for m in text.dependents(word, "mark")}
    apart = text.words[text.subtree(word)[0] - 1] == "," or "," in text.words[text.subtree(word)[0]]
    return (
        top != word
        and text.relation(top) == "advcl"
        and bool(marks & _REASONS)
        and not own
        and not apart
    )


def is_but_that(text: Text, word: int) -> bool:
    """ "not that the mayor lied but that nobody cared": what it is, beside what it is not."""
    first = text.subtree(word)[0]
    if text.lower[first : first + 2] != ["but", "that"]:
        return False
    begin = text.segments.bounds[text.sentence(word)][0]
    before = text.lower[begin:first]
    return any(
        before[i : i + 2] == ["not", "that"] or before[i : i + 3] == ["not", "only", "that"]
        for i in range(len(before))
    )


def without_measure(text: Text, words: list[int]) -> list[int]:
    """Words without "two days" at their end, where what came two days before or after was cut."""
    if not words or text.lower[words[-1] + 1 : words[-1] + 2] not in (["after"], ["before"]):
        return words
    last = words[-1]
    if text.relation(last) not in {"obl", "nmod"} or text.dependents(last, "case"):
        return words
    own = set(text.subtree(last))
    return [w for w in words if w not in own]


def is_complement(text: Text, word: int) -> bool:
    """A clause with "that" that the tree calls an adverbial one: "It is clear that it fell"."""
    return text.relation(word) == "advcl" and any(
        text.lower[mark] == "that" for mark in text.dependents(word, "mark")
    )


def is_asked(text: Text, word: int) -> bool:
    """An indirect question ("whether it will take part", "who dug them") asserts nothing."""
    marks = {text.lower[c] for c in text.dependents(word, "mark")}
    first = text.subtree(word)[0]
    weighs = text.lower[max(0, first - 2) : first - 1] == ["how"]
    return (
        bool(marks & {"whether", "if"})
        or (weighs and text.upos(first - 1) in {"ADJ", "ADV"})
        or (
            any(w in ASKING for w in text.lower[max(0, first - 1) : first + 1])
            and not _opens_with_time(text, word, first)
        )
    )


def _opens_with_time(text: Text, word: int, first: int) -> bool:
    """ "When the dam broke, we left": a clause beside it asks nothing."""
    beside = text.dependents(word, "advcl")
    return text.lower[first] == "when" and any(first in text.subtree(w) for w in beside)
