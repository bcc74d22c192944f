"""What the model's PropBank roles add to the tree: a doer it guessed, a thing done it lost."""

from collections.abc import Sequence

from onrecord.find.events.arguments import (
    RELATIVE,
    Pair,
    charged,
    is_found,
    is_passive,
    is_reduced,
    subjects,
)
from onrecord.find.events.triggers import is_act
from onrecord.records.predictions import Role
from onrecord.records.texts import Text


def filled(text: Text, verb: int, found: list[Pair], arguments: Sequence[Role]) -> list[Pair]:
    """Who takes part by the tree, with the doer (ARG0) and the thing done (ARG1) by the roles.

    A subject of the verb's own stands; one that it shares with another verb gives way to the doer.
    Of a participle without a doer ("the guard killed on Friday") it is whom the tree takes for one.
    A thing done is added where the tree has no patient: it is what relative clauses leave behind.
    """
    heads = {
        role.label: text.head_of(role.first, role.last)
        for role in arguments
        if role.label in {"ARG0", "ARG1"}
    }
    doer, thing = heads.get("ARG0"), heads.get("ARG1")
    if charged(text, verb) or is_found(text, verb):
        # The roles take the accuser for the doer.
        return found
    if doer is not None and text.lower[doer] not in RELATIVE:
        found = _with_doer(text, verb, found, doer)
    elif thing is not None and is_reduced(text, verb):
        found = [(w, "patient" if w == thing and r == "agent" else r) for w, r in found]
    lost = thing not in {word for word, _ in found} and all(role != "patient" for _, role in found)
    if thing is not None and lost and not is_act(text, thing):
        return [*found, (thing, "patient")]
    return found


def _with_doer(text: Text, verb: int, found: list[Pair], doer: int) -> list[Pair]:
    agents = [word for word, role in found if role == "agent"]
    if any(doer in range(*text.phrase(agent)) for agent in agents):
        return found
    if any(word == doer for word, _ in found):
        if agents or is_passive(text, verb):
            return found
        return [(word, "agent" if word == doer else role) for word, role in found]
    if agents and subjects(text, verb):
        return found
    return [*((word, role) for word, role in found if role != "agent"), (doer, "agent")]
