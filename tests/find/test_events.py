"""Simple events: the trigger, who did it to whom, whether it happened."""

import pytest

from onrecord.records.findings import Event, Findings
from tests.builders import Scene

KILLED = (
    "Soldiers/NOUN/2/nsubj killed/VERB/0/root two/NUM/4/nummod men/NOUN/2/obj in/ADP/6/case Varna/PROPN/2/obl"
    " on/ADP/8/case Monday/PROPN/2/obl ./PUNCT/2/punct"
)
PASSIVE = (
    "Two/NUM/2/nummod men/NOUN/4/nsubj:pass were/AUX/4/aux:pass killed/VERB/0/root by/ADP/6/case"
    " soldiers/NOUN/4/obl:agent ./PUNCT/4/punct"
)


def parts(scene: Scene, event: Event) -> list[tuple[str, str]]:
    return [(p.role, scene.text.slice((p.start, p.end))) for p in event.participants]


def only(sentence: str) -> tuple[Scene, Event]:
    scene = Scene(sentence)
    (event,) = scene.findings().events
    return scene, event


def test_who_did_it_to_whom() -> None:
    scene, event = only(KILLED)
    assert (event.type, event.mode, scene.text.slice(event.trigger)) == (
        "ASSAULT",
        "actual",
        "killed",
    )
    assert parts(scene, event) == [("agent", "Soldiers"), ("patient", "two men")]


def test_the_passive_turns_the_roles_round() -> None:
    scene, event = only(PASSIVE)
    assert parts(scene, event) == [("patient", "Two men"), ("agent", "soldiers")]


def test_where_when_and_how_many_and_in_which_claim() -> None:
    scene = Scene(KILLED)
    found: Findings = scene.findings(names=[("Varna", "Place"), ("Monday", "Date")])
    (event,) = found.events
    assert event.places == tuple(a.id for a in found.actors) and len(event.places) == 1
    assert event.times == tuple(t.id for t in found.times) and len(event.times) == 1
    assert [q.id for q in found.quantities if q.value == 2] == [event.count]
    assert event.claim == found.claims[0].id and found.claims[0].events == (event.id,)


def test_a_participant_is_tied_to_its_actor() -> None:
    scene = Scene("Halvek/PROPN/2/nsubj accused/VERB/0/root Tesk/PROPN/2/obj ./PUNCT/2/punct")
    found = scene.findings(names=[("Halvek", "Person"), ("Tesk", "Person")])
    names = {a.id: a.name for a in found.actors}
    (event,) = found.events
    assert event.type == "ACCUSE"
    assert [(p.role, names[p.actor or ""]) for p in event.participants] == [
        ("agent", "Halvek"),
        ("patient", "Tesk"),
    ]


def test_to_whom() -> None:
    scene, event = only(
        "Halvek/PROPN/2/nsubj supplied/VERB/0/root arms/NOUN/2/obj to/ADP/5/case rebels/NOUN/2/obl ./PUNCT/2/punct"
    )
    assert event.type == "AID"
    assert ("recipient", "rebels") in parts(scene, event)


def test_a_coordinated_verb_shares_its_subject() -> None:
    scene = Scene(
        "Police/NOUN/2/nsubj raided/VERB/0/root homes/NOUN/2/obj and/CCONJ/5/cc arrested/VERB/2/conj men/NOUN/5/obj ./PUNCT/2/punct"
    )
    raid, arrest = scene.findings().events
    assert parts(scene, raid) == [("agent", "Police"), ("patient", "homes")]
    assert parts(scene, arrest) == [("agent", "Police"), ("patient", "men")]


MODES = [
    ("Soldiers/NOUN/3/nsubj will/AUX/3/aux attack/VERB/0/root them/PRON/3/obj", "future"),
    ("Soldiers/NOUN/3/nsubj may/AUX/3/aux attack/VERB/0/root them/PRON/3/obj", "hypothetical"),
    ("They/PRON/2/nsubj planned/VERB/0/root to/PART/4/mark attack/VERB/2/xcomp Varna/PROPN/4/obj", "hypothetical"),
    ("Soldiers/NOUN/4/nsubj did/AUX/4/aux not/PART/4/advmod attack/VERB/0/root them/PRON/4/obj", "negated"),
    ("Soldiers/NOUN/4/nsubj will/AUX/4/aux never/ADV/4/advmod attack/VERB/0/root them/PRON/4/obj", "negated"),
    ("Soldiers/NOUN/3/nsubj have/AUX/3/aux attacked/VERB/0/root them/PRON/3/obj", "actual"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "mode"), MODES)
def test_whether_it_happened(sentence: str, mode: str) -> None:
    _, event = only(sentence)
    assert (event.type, event.mode) == ("ASSAULT", mode)


FORMS = [
    ("met", "CONSULT"), ("shot", "ASSAULT"), ("withdrew", "YIELD"), ("banned", "SANCTION"), ("denied", None),
    ("fled", "MOVE"), ("led", "HOLD_ROLE"), ("arrests", "COERCE"), ("accusing", "ACCUSE"), ("slept", None),
    ("ratifies", "AGREE"), ("testified", "STATEMENT"),
]  # fmt: skip


@pytest.mark.parametrize(("word", "kind"), FORMS)
def test_every_form_of_a_trigger_is_known(word: str, kind: str | None) -> None:
    found = Scene(f"They/PRON/2/nsubj {word}/VERB/0/root them/PRON/2/obj").findings()
    assert [e.type for e in found.events] == ([kind] if kind else [])


def test_a_noun_is_no_trigger() -> None:
    assert Scene("The/DET/2/det attack/NOUN/3/nsubj ended/VERB/0/root").findings().events == ()
