"""Who takes part in an event, and as what, by the tree."""

from collections.abc import Sequence

from onrecord.find.events.arguments import (
    RELATIVE,
    Pair,
    charged,
    is_found,
    is_passive,
    is_reduced,
    objects,
    subjects,
)
from onrecord.find.events.roles import filled
from onrecord.find.events.triggers import Trigger, is_act
from onrecord.records.predictions import Role
from onrecord.records.texts import Text

_TOWARDS = frozenset(
    "to for with against on at toward towards over upon into from between among about".split()
)
"""Prepositions before whoever an act is directed at."""
_OBJECT_CONTROL = frozenset(
    "urge ask order force allow let help want press pressure invite tell instruct permit persuade warn"
    " call beg implore require compel encourage".split()
)
"""Verbs whose object, not their subject, does what follows: "asked him to leave"."""
_CALLING = frozenset(
    "call calls called calling phone phones phoned phoning ring rings rang".split()
)
_TOLD = frozenset(
    "apologise apologize convey express thank congratulate discuss inform assure wish offer say tell".split()
)
"""What one calls somebody to do oneself: "called her to apologise"."""
_SPECIAL = {
    "MOVE": {
        "from": "origin",
        "to": "destination",
        "into": "destination",
        "in": "destination",
        "towards": "destination",
    },
    "HOLD_ROLE": {"as": "post"},
    "DESIGNATE": {"as": "topic"},
}
"""Roles that only one type has, by preposition."""
_LIGHT = frozenset(
    form
    for verb in "make issue give have launch carry conduct begin start hold stage express voice lead repeat reiterate mount".split()
    for form in (verb, verb + "s", verb + "d", verb + "ed", verb.removesuffix("e") + "ing")
) | frozenset({"made", "gave", "had", "has", "held", "led", "carries", "carried", "began"})
"""Verbs whose subject does what their object names: "made a pledge"."""
_WRITTEN = frozenset(
    "statement report letter resolution decree declaration note message communique petition speech tweet order"
    " ruling memo bill article editorial post text email video".split()
)
"""What people say things with: its author does what it is said to do."""
_ARMS = frozenset(
    "air aerial airborne drone missile rocket bomb bombing mortar artillery tank gun knife ground land sea naval suicide cyber"
    " terror terrorist military army police commando government state rebel militia".split()
)
"""What an attack is made with, or by whom, between its name and the noun."""
_WAYS = frozenset("road way route path journey".split())
"""Where something happens on the way to a place, to whom it is not done."""
FARTHEST = 4
"""Verbs up the tree that are asked for a subject."""


def participants(text: Text, trigger: Trigger, arguments: Sequence[Role] = ()) -> list[Pair]:
    """The head words of whoever takes part, each with its role; the first of a word counts.

    ``arguments`` is what the model says of the trigger as a predicate.
    """
    if trigger.noun:
        found = _of_noun(text, trigger.word, arguments)
    elif text.relation(trigger.word) == "aux":
        found = _of_demand(text, text.syntax.heads[trigger.word])
    else:
        found = filled(text, trigger.word, _of_verb(text, trigger.word), arguments)
    seen: dict[int, str] = {}
    for word, role in _special(text, trigger) + found:
        for one in (word, *text.dependents(word, "conj")):
            beside = {text.lower[c] for c in text.dependents(one, "case")}
            denied = any(text.lower[c] == "not" for c in text.dependents(one, "advmod"))
            if "alongside" in beside or denied:
                continue
            if one != trigger.word and text.upos(one) in {
                "NOUN",
                "PROPN",
                "PRON",
                "NUM",
                "ADJ",
                "X",
                "DET",
            }:
                seen.setdefault(one, role)
    return sorted(seen.items())


def _special(text: Text, trigger: Trigger) -> list[Pair]:
    """Roles of single types: where a MOVE goes and comes from, the post of a HOLD_ROLE."""
    wanted = _SPECIAL.get(trigger.type, {})
    found = []
    for child in text.dependents(trigger.word, "obl", "nmod", "obj", "xcomp") if wanted else ():
        cases = {text.lower[c] for c in text.dependents(child, "case", "mark")}
        role = next((wanted[case] for case in cases if case in wanted), None)
        bare = text.relation(child) == "xcomp" and text.upos(child) in {"NOUN", "PROPN"}
        if role or (bare and "as" in wanted):
            found.append((child, role or "post"))
    return found


def _of_demand(text: Text, verb: int) -> list[Pair]:
    """ "The ministry says the union must leave": it asks the union."""
    asking = text.syntax.heads[verb]
    found = [(s, "agent") for s in _subjects(text, asking)]
    return found + [(s, "recipient") for s in subjects(text, verb)]


def _of_verb(text: Text, word: int, depth: int = 2) -> list[Pair]:
    passive = is_passive(text, word)
    found = [(s, "patient" if passive else "agent") for s in _subjects(text, word)]
    found += [(o, "patient") for o in _things(text, word) if not is_act(text, o)]
    found += [(o, "recipient") for o in text.dependents(word, "iobj")]
    found += _obliques(text, word, passive)
    if passive and not any(role == "agent" for _, role in found):
        # "was shot and killed by a guard": the guard did both.
        before = text.syntax.heads[word] if text.relation(word) == "conj" else word
        found += [p for p in _obliques(text, before, True) if p[0] > word and p[1] == "agent"]
    if _is_told(text, word, text.syntax.heads[word]):
        found += [(o, "recipient") for o in objects(text, text.syntax.heads[word])]
    for below in text.dependents(word, "xcomp", "ccomp", "advcl") if depth else ():
        # "threatened to attack the town", "gathered to demand their release": whom the act is meant for
        if text.relation(below) != "advcl" or _is_purpose(text, below):
            met = _of_verb(text, below, depth - 1)
            found += [
                (o, "topic")
                for o, role in met
                if role != "agent" or text.relation(below) == "ccomp"
            ]
    for thing in objects(text, word) + text.dependents(word, "xcomp"):
        # "signed a deal with the union", "imposed sanctions on the bank"
        found += _modifiers(text, thing)
    return found


def _things(text: Text, word: int) -> list[int]:
    """The objects of a verb; for the "that" of a relative clause, what the clause describes."""
    found = []
    for thing in objects(text, word):
        described = _antecedent(text, word) if text.lower[thing] in RELATIVE else []
        found += described or [thing]
    return found


def _subjects(text: Text, word: int, left: int = FARTHEST) -> list[int]:
    """The subject of a verb, or of the verb it shares one with."""
    own = subjects(text, word)
    if own and text.lower[own[0]] in RELATIVE:
        return _antecedent(text, word) or own
    if own or left == 0:
        return own
    if accused := charged(text, word):
        return accused
    if is_found(text, word):
        return objects(text, text.syntax.heads[word])
    relation, head = text.relation(word), text.syntax.heads[word] if text.syntax.heads else -1
    if head < 0:
        return []
    if is_reduced(text, word) and (counted := _counted(text, word)):
        return counted
    if relation == "acl":
        return _authors(text, head, left) or [head]
    if relation in {"xcomp", "advcl", "conj", "parataxis", "ccomp"} and text.upos(head) in {
        "VERB",
        "AUX",
        "ADJ",
        "NOUN",
    }:
        if _is_told(text, word, head):
            return _subjects(text, head, left - 1)
        leads = {text.lower[c] for c in text.dependents(word, "mark", "case")}
        if leads & {"from", "against"} and objects(text, head):
            # "prevented the rebels from seizing", "warned them against going"
            return objects(text, head)
        asked = relation == "xcomp" or (relation in {"advcl", "ccomp"} and "to" in leads)
        if asked and text.lower[head].rstrip("eding") in _STEMS:
            return (
                objects(text, head)
                or text.dependents(head, "iobj")
                or _subjects(text, head, left - 1)
            )
        if relation == "xcomp" and objects(text, head):
            return objects(text, head)
        return _subjects(text, head, left - 1)
    return []


def _counted(text: Text, word: int) -> list[int]:
    """ "nine were killed and dozens wounded": the noun between the conjunction and its participle."""
    found = [
        c
        for c in text.dependents(word, "conj", "nsubj", "obj", "obl")
        if c < word and text.upos(c) in {"NOUN", "PROPN", "NUM", "PRON", "ADJ"}
        if text.dependents(c, "cc") and not text.dependents(c, "case")
    ]
    return found[:1]


def _is_told(text: Text, word: int, head: int) -> bool:
    """ "called her to apologise": the caller does, to her."""
    return text.lower[word] in _TOLD and head >= 0 and text.lower[head] in _CALLING


def _authors(text: Text, noun: int, left: int) -> list[int]:
    """ "issued a statement condemning the raid": who issued it condemns."""
    verb = text.syntax.heads[noun]
    written = text.lower[noun].removesuffix("s") in _WRITTEN and text.relation(noun) == "obj"
    return _subjects(text, verb, left - 1) if written and verb >= 0 else []


def _is_purpose(text: Text, word: int) -> bool:
    return any(text.lower[mark] == "to" for mark in text.dependents(word, "mark"))


_STEMS = frozenset(verb.rstrip("eding") for verb in _OBJECT_CONTROL)


def _antecedent(text: Text, word: int) -> list[int]:
    """The noun that a relative clause describes."""
    at = word
    for _ in range(FARTHEST):
        if text.relation(at) == "acl":
            return [text.syntax.heads[at]]
        if text.relation(at) not in {"conj", "xcomp"}:
            break
        at = text.syntax.heads[at]
    return []


def _obliques(text: Text, word: int, passive: bool) -> list[Pair]:
    found = []
    for oblique in text.dependents(word, "obl", "nmod"):
        cases = {text.lower[c] for c in text.dependents(oblique, "case")}
        if passive and "by" in cases:
            found.append((oblique, "agent"))
        elif cases & _TOWARDS and text.upos(oblique) != "NUM" and text.lower[oblique] not in _WAYS:
            found.append((oblique, "recipient"))
    return found


def _modifiers(text: Text, noun: int) -> list[Pair]:
    found = []
    for child in text.dependents(noun, "nmod", "obl"):
        cases = {text.lower[c] for c in text.dependents(child, "case")}
        if cases & (_TOWARDS | {"of", "in", "by"}):
            found.append((child, "recipient"))
        if text.syntax.relations[child] == "nmod:poss" and text.upos(child) != "PRON":
            found.append((child, "recipient"))
    return found


def _of_noun(text: Text, noun: int, arguments: Sequence[Role]) -> list[Pair]:
    """ "Varna's attack on the port", "the arrest of two men by police"."""
    found: list[Pair] = []
    places = {i for r in arguments if r.label == "ARGM-LOC" for i in range(r.first, r.last)}
    for child in text.children(noun):
        relation = text.syntax.relations[child]
        cases = {text.lower[c] for c in text.dependents(child, "case")}
        oblique = relation.startswith(("nmod", "obl"))
        people = (
            relation in {"amod", "compound"}
            and text.words[child][0].isupper()
            and child not in places
            and not _is_where(text, child, noun)
        )
        if people or relation == "nmod:poss" or (oblique and cases & {"by", "from"}):
            found.append((child, "agent"))
        elif oblique and cases & {"of", "on", "against"}:
            found.append((child, "patient"))
        elif oblique and cases & _TOWARDS:
            found.append((child, "recipient"))
    if not any(role == "agent" for _, role in found):
        found += _light_subject(text, noun)
    return found


def _is_where(text: Text, name: int, noun: int) -> bool:
    """ "the Karven prison massacre" was in Karven; "the Karven drone attack" was Karven's."""
    between = text.lower[name + 1 : noun]
    return bool(between) and not any(
        word in _ARMS or text.words[i][0].isupper()
        for i, word in enumerate(between, start=name + 1)
    )


def _light_subject(text: Text, noun: int) -> list[Pair]:
    """ "made a pledge to the town": who did the act that the noun names."""
    head = text.syntax.heads[noun] if text.syntax.heads else -1
    withheld = {text.lower[c] for c in text.dependents(head, "compound") if head >= 0}
    if (
        head >= 0
        and text.relation(noun) == "obj"
        and text.lower[head] in _LIGHT
        and not withheld & {"up", "back", "off"}
    ):
        return [(s, "agent") for s in _subjects(text, head)]
    return []
