"""Complements that nobody asserts: one claim with the words that leave them open or deny them.

"The prosecutor has not said that ...", "nobody believes that", "no proof that", "far from clear
that", "the myth that", "designed to show that": the one claim is that he has not said so, that
there is no proof.
"""

from onrecord.find.clauses.bonds import shares_verb
from onrecord.find.clauses.conditions import is_condition
from onrecord.lexicons import lexicon
from onrecord.records.texts import Text

_WORDS = {name: frozenset(words) for name, words in lexicon("unsaid").words.items()}
_REPORTING = lexicon("reporting").words
_SAYING = (
    frozenset(lexicon("sources").words["saying"])
    | frozenset(_REPORTING["say"])
    | frozenset({"rule", "decide", "declare"})
)
_BELIEVING = frozenset(
    (*_REPORTING["think"], *"convinced persuaded sure certain confident convince persuade".split())
)
_SHOWING = frozenset(_REPORTING["show"]) | _WORDS["showing"]
_WITNESSING = frozenset(
    "see sees saw seen hear hears heard know knows knew known understand understands understood grasp grasps grasped notice"
    " notices noticed realise realised realize realized recognise recognised recognize recognized".split()
)
_HEARD_OF = frozenset(lexicon("sources").words["heard_of"])
_MOVED = frozenset("surprised shocked glad pleased sorry sad happy amazed relieved".split())
_SEEMING = frozenset(
    "seem seems seemed appear appears appeared mean means meant look looks looked sound sounds".split()
)
_TOLD = _SAYING | _BELIEVING | _SHOWING | _SEEMING
_DENYING = frozenset(lexicon("cues").words["denial"]) | frozenset(
    "deny denies denied denying doubt doubts doubted dispute disputes disputed".split()
)
_NOT = frozenset({"not", "n't", "never"})
_OPEN = frozenset("would could might may can 'd".split())
_OUGHT = frozenset({"should", "must", "ought"})
_PROVING = _SHOWING | frozenset({"convince", "persuade", "satisfy"})
_MAY = _OUGHT | {"may", "might"}
_HARDLY = frozenset({"hardly", "scarcely", "barely"})
_LOST = (
    _WORDS["belief"]
    | _WORDS["promised"]
    | frozenset("faith confidence trust hopes expectation expectations".split())
)
_THOUGHT = frozenset("thought believed assumed hoped figured imagined guessed".split())
MYTHS = _WORDS["myth"]
LONGEST_SUBJECT = 6
"""Words from "there is" to what there is."""
LONGEST_CHAIN = 3
"""Verbs between a negation and what it leaves open: "does not seem to think that"."""


def is_unsaid(text: Text, clause: int) -> bool:
    """Whether a clause is the complement of words that leave it open or deny it."""
    if not text.syntax.heads or text.syntax.heads[clause] < 0:
        return False
    first = text.subtree(clause)[0]
    if text.lower[first - 1] in {"and", "but"} or text.lower[first] in {"and", "but"}:
        # "did not know why, but that she would": she would.
        return False
    governors = {text.syntax.heads[clause], _lead(text, clause)}
    return any(_leaves_open(text, w) or _has_none(text, w, first) for w in governors)


def _has_none(text: Text, verb: int, first: int) -> bool:
    """ "has seen no evidence that", "had no knowledge that": what a verb has for object there is none of."""
    return any(noun < first and _is_none(text, noun) for noun in text.dependents(verb, "obj"))


def _lead(text: Text, clause: int) -> int:
    """The verb right before a clause, whatever the tree hangs it on; else what it hangs on."""
    before = text.subtree(clause)[0] - 1
    if before > 0 and text.lower[before] == "that":
        before -= 1
    verb = before >= 0 and text.upos(before) == "VERB" and text.lower[before] in _TOLD
    return before if verb else text.syntax.heads[clause]


def _leaves_open(text: Text, governor: int) -> bool:
    word = text.lower[governor]
    if word in MYTHS or word == "disbelief" or _is_asked_for(text, governor):
        return True
    if text.upos(governor) == "VERB" and word in _WORDS["pretending"] | _WORDS["ensuring"]:
        return not _is_promised(text, governor)
    if word in _THOUGHT and text.upos(governor) == "VERB" and _is_promised(text, governor):
        # "I thought I was a genius": what was believed then
        return True
    if word == "sure" and text.lower[governor - 1].startswith(("mak", "made")):
        return True
    if word in _WITNESSING | {"means", "mean"} and _is_conditional(text, governor):
        # "If the lamp is red, you know the gate is closed"
        return True
    if _is_asked_whether(text, governor):
        return True
    cases = {text.lower[c] for c in text.dependents(governor, "case")}
    if "out" in cases and word in {"fear", "concern", "worry", "hope", "belief", "conviction"}:
        return True
    if text.upos(governor) == "NOUN":
        return _is_none(text, governor) or _is_mistaken(text, governor)
    if text.dependents(governor, "expl") and text.dependents(governor, "nsubj"):
        # "There is no guarantee that ...", where the tree hangs the clause on the verb.
        return any(
            s < governor + LONGEST_SUBJECT and _is_none(text, s)
            for s in text.dependents(governor, "nsubj")
        )
    if word == "far" and text.lower[governor + 1 : governor + 2] == ["from"]:
        return bool(_WORDS["evident"].intersection(text.lower[governor + 2 : governor + 3]))
    if word in _WORDS["evident"] and _is_negated(text, governor):
        return True
    return _is_not_told(text, governor)


def _is_promised(text: Text, verb: int) -> bool:
    """ "I guarantee that", "I thought that": whoever says so of himself."""
    return any(text.lower[s] in {"i", "we"} for s in text.dependents(verb, "nsubj"))


def _is_conditional(text: Text, verb: int) -> bool:
    return any(c < verb and is_condition(text, c) for c in text.dependents(verb, "advcl"))


def _is_asked_whether(text: Text, verb: int) -> bool:
    """ "Do the nurses believe that ...?", "Who says that ...?": what is asked about is not said."""
    if text.lower[verb] not in _TOLD | _WITNESSING or text.upos(verb) != "VERB":
        return False
    last = text.segments.bounds[text.sentence(verb)][1]
    if "?" not in text.words[verb:last]:
        return False
    subjects = text.dependents(verb, "nsubj")
    helpers = [c for c in text.dependents(verb, "aux") if text.lower[c] not in {"to"}]
    if text.relation(verb) not in {"root", "ccomp", "parataxis"} or not subjects:
        return False
    asked = text.lower[subjects[0]] in {"who", "anyone", "anybody"} or bool(
        helpers and helpers[0] < subjects[0]
    )
    return asked and text.lower[subjects[0]] not in {"i", "we"}


def _is_none(text: Text, noun: int) -> bool:
    """ "no proof", "little evidence", "did not find any sign", "no truth to the claim"."""
    evidence = text.lower[noun] in _WORDS["evidence"]
    if evidence and _is_negated(text, noun):
        return True
    over = text.syntax.heads[noun]
    if over < 0:
        return False
    if evidence and text.relation(noun) == "obj":
        return bool(_NOT & {text.lower[c] for c in text.dependents(over, "advmod")})
    if text.relation(noun) != "nmod":
        return False
    others = text.dependents(over, "nsubj") if text.dependents(over, "expl") else [over]
    return any(text.upos(w) == "NOUN" and _is_none(text, w) for w in others)


def _is_negated(text: Text, word: int) -> bool:
    own = {text.lower[c] for c in text.dependents(word, "det", "advmod", "amod", "nsubj", "obl")}
    before = " ".join(text.lower[max(0, word - 3) : word])
    return before.endswith(("by no means", "far from", "anything but")) or bool(
        own & (_WORDS["scarcely"] | {"nothing"})
    )


def _is_mistaken(text: Text, noun: int) -> bool:
    """ "the mistaken view", "a widespread but false belief"."""
    described = [
        w for c in text.dependents(noun, "amod") for w in (c, *text.dependents(c, "conj", "amod"))
    ]
    return text.lower[noun] in _WORDS["belief"] and any(
        text.lower[w] in _WORDS["mistaken"] for w in described
    )


def _is_asked_for(text: Text, noun: int) -> bool:
    """ "seeking assurances that", "asking for promises that"; "shrugged off warnings that"."""
    over = text.syntax.heads[noun]
    if over < 0 or text.relation(noun) not in {"obj", "obl", "xcomp", "nmod"}:
        return False
    if text.lower[noun] in _WORDS["promised"] and text.lower[over] in _WORDS["seeking"]:
        return True
    named = any(
        text.syntax.relations[c] == "nmod:poss" or "by" in {text.lower[m] for m in text.children(c)}
        for c in text.children(noun)
    )
    if text.lower[noun] in _LOST and text.lower[over] in _WORDS["losing"]:
        return True
    if text.lower[noun] not in _HEARD_OF or named:
        # "responded to allegations by two deputies that": theirs.
        return False
    while over >= 0 and (text.upos(over) == "NOUN" or text.lower[over] in {"doubt", "light"}):
        # "cast doubt on reports that"
        over = text.syntax.heads[over]
    return over >= 0 and text.lower[over] in _WORDS["shrugging"]


def _is_only(text: Text, verb: int) -> bool:
    """ "Only a fool would believe that": whoever says so does not believe it."""
    subjects = text.dependents(verb, "nsubj")
    return bool(subjects) and "only" in text.lower[max(0, subjects[0] - 3) : subjects[0]]


def _is_not_told(text: Text, verb: int) -> bool:
    """Whether a verb that would tell or show something does not: nobody does, or somebody will not."""
    word = text.lower[verb]
    if word in _WORDS["concluding"] and _is_rejected(text, verb):
        return True
    helpers = {text.lower[c] for c in text.dependents(verb, "aux")}
    if word in _PROVING and helpers & _OUGHT:
        # "must prove that": it has still to.
        return True
    if "would" in helpers and word in _BELIEVING | _SAYING and _is_only(text, verb):
        return True
    if word in _SAYING and "could" in helpers and not _is_promised(text, verb):
        # "The court could say that"
        return True
    if word in _SHOWING | {"mean"} and helpers & _OPEN:
        # "The letter, if real, would show that ..."
        return True
    if word in {"suppose", "imagine", "assume"} and not text.dependents(verb, "nsubj"):
        return True
    if word in _SAYING and helpers & _MAY:
        # "Koch may say that", "the mayor must explain that"
        return True
    marks = {text.lower[c] for c in text.dependents(verb, "mark")}
    if word in _WORDS["missing"]:
        return True
    wanted = _SAYING | _WITNESSING | _PROVING | _BELIEVING | _WORDS["evident"]
    if word in wanted and _is_wanted(text, verb):
        return True
    waits = "before" in marks and text.dependents(verb, "nsubj")
    if word in _TOLD | _WORDS["concluding"] and waits:
        # "more tests before we can say that"
        return True
    over = text.syntax.heads[verb]
    if marks & {"into", "in"} and word in {"believing", "thinking", "assuming"}:
        # "tricked into believing that", "wrong in thinking that"
        return over < 0 or text.lower[over] not in {"right", "correct", "justified"}
    if over >= 0 and word in _BELIEVING and text.lower[over] in _WORDS["leading"]:
        # "made us think that", "would have us believe that"
        return text.relation(verb) in {"xcomp", "ccomp", "advcl"}
    if (
        over >= 0
        and "to" in marks | {"in"}
        and text.lower[over] in _WORDS["meant"]
        and word in _TOLD
    ):
        return True
    if over >= 0 and word in _TOLD and _is_one_of_many(text, verb, over):
        return True
    if over >= 0 and word in _BELIEVING and text.lower[over] in _SEEMING:
        # "seems to think that"
        return text.relation(verb) == "xcomp"
    if word in {"confirm", "deny"} and "neither" in text.lower[max(0, verb - 3) : verb]:
        return True
    if word not in _TOLD | _WITNESSING | _DENYING:
        return False
    return _is_withheld(text, verb)


def _is_wanted(text: Text, word: int) -> bool:
    """Whether something is yet to be said or made sure of: "has to prove that", "wants to be sure that".

    Or is asked of somebody ("dared him to say that"), or taken back ("regrets saying that").
    """
    at = word
    for _ in range(LONGEST_CHAIN):
        helpers = {text.lower[c] for c in text.dependents(at, "aux")}
        if helpers & _OUGHT and text.lower[at] not in _SAYING:
            return True
        over = text.syntax.heads[at]
        if over < 0 or text.relation(at) not in {"xcomp", "advcl", "ccomp"}:
            return False
        to = any(text.lower[m] == "to" for m in text.dependents(at, "mark"))
        if (to and text.lower[over] in _WORDS["wanting"]) or (
            text.lower[at].endswith("ing") and text.lower[over] in _WORDS["regretting"]
        ):
            return True
        if not (to or text.lower[over] in {"make", "making", "makes", "stop", "be"}):
            return False
        at = over
    return False


def _is_withheld(text: Text, verb: int) -> bool:
    if text.lower[verb] == "worry" and not text.dependents(verb, "nsubj"):
        # "Don't worry, it will hold": it will.
        return False
    at = verb
    if text.lower[verb - 2 : verb] == ["help", "but"]:
        # "could not help but notice": noticed.
        return False
    for step in range(LONGEST_CHAIN):
        beside = {text.lower[c] for c in text.dependents(at, "advmod")}
        subjects = text.dependents(at, "nsubj")
        nobody = any(_is_nobody(text, s) for s in subjects)
        if {"no", "longer"} <= beside and text.lower[at] in _DENYING:
            return True
        if beside & (_NOT | _HARDLY) or nobody or (step and "yet" in beside):
            return True
        if step and text.lower[at] in _WORDS["withholding"]:
            return True
        over = text.syntax.heads[at]
        seems = over >= 0 and text.lower[over] in _SEEMING
        infinite = text.relation(at) == "xcomp" or text.lower[at - 1] == "to"
        # "can't just wake up and say that"
        infinite |= text.relation(at) == "conj" and shares_verb(text, at)
        if text.lower[over] in _MOVED:
            # "will not be surprised to hear that"
            return False
        if over < 0 or not (infinite or seems):
            return False
        at = over
    return False


def _is_nobody(text: Text, subject: int) -> bool:
    beside = {text.lower[c] for c in text.children(subject)}
    beside.add(text.lower[text.subtree(subject)[0]])
    if text.lower[subject - 1 : subject + 1] == ["no", "one"]:
        return True
    if "a" in beside:
        # "A few farmers warn that": some do.
        beside -= {"few"}
    return text.lower[subject] in _WORDS["nobody"] or bool(
        beside & (_WORDS["nobody"] | _HARDLY | {"not"})
    )


def _is_one_of_many(text: Text, verb: int, over: int) -> bool:
    """ "not the first minister to claim that", "not alone in saying that"."""
    own = {text.lower[over], *(text.lower[c] for c in text.dependents(over, "amod"))}
    infinite = text.relation(verb) in {"acl", "advcl", "xcomp"} and not text.dependents(
        verb, "nsubj"
    )
    return infinite and bool(own & _WORDS["among"]) and _is_negated(text, over)


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
    weighed = text.lower[over] in _WORDS["wrong"] and not _is_negated(text, over)
    loose = text.lower[over] in _WORDS["loose"] and text.lower[verb] not in {"see", "know"}
    return weighed or unfounded or loose
