"""All findings in one go: every place fits the text, every id stands for one thing."""

from onrecord.find import RULES, find
from onrecord.records.findings import Findings
from onrecord.records.marks import Marks
from onrecord.records.predictions import Syntax
from onrecord.records.texts import Text
from onrecord.segment import segment
from tests.builders import Scene, plain

SCENE = Scene(
    "Soldiers/NOUN/2/nsubj killed/VERB/0/root 40/NUM/4/nummod thugs/NOUN/2/obj in/ADP/6/case Varna/PROPN/2/obl"
    " on/ADP/8/case Monday/PROPN/2/obl ./PUNCT/2/punct",
    "Halvek/PROPN/2/nsubj said/VERB/0/root they/PRON/4/nsubj fled/VERB/2/ccomp from/ADP/6/case Varna/PROPN/4/obl ./PUNCT/2/punct",
)
FOUND = SCENE.findings(
    names=[("Varna", "Place"), ("Monday", "Date"), ("Halvek", "Person"), ("Varna#2", "Place")],
    reports=[("Halvek", "said", "they fled from Varna")],
)


def test_everything_is_found() -> None:
    assert [a.name for a in FOUND.actors] == ["Varna", "Halvek"]
    assert [c.text for c in FOUND.claims] == [
        "Soldiers killed 40 thugs in Varna on Monday",
        "they fled from Varna",
    ]
    assert [e.type for e in FOUND.events] == ["ASSAULT", "MOVE"]
    assert [e.claim for e in FOUND.events] == [c.id for c in FOUND.claims]
    assert [c.events for c in FOUND.claims] == [(e.id,) for e in FOUND.events]
    assert [v.name for v in FOUND.claims[1].voices] == ["the author", "Halvek"]


def test_texts_match_places_and_ids_are_unique() -> None:
    parts = [getattr(FOUND, name) for name in FOUND.__struct_fields__]
    for finding in (f for part in parts for f in part if hasattr(f, "text")):
        assert SCENE.text.slice((finding.start, finding.end)) == finding.text
    ids = [f.id for part in parts for f in part if hasattr(f, "id")]
    assert len(ids) == len(set(ids)) == 10


def test_every_id_that_is_named_is_there() -> None:
    known = {
        f.id for name in FOUND.__struct_fields__ for f in getattr(FOUND, name) if hasattr(f, "id")
    }
    named = [m.actor for m in FOUND.mentions]
    for claim in FOUND.claims:
        named += [*claim.actors, *claim.events, *claim.times, *claim.quantities, *claim.loaded]
        named += [i for v in claim.voices for i in (v.actor, v.attribution)]
    for event in FOUND.events:
        named += [event.claim, event.count, *event.places, *event.times]
        named += [p.actor for p in event.participants]
    assert {i for i in named if i} <= known


def test_rules_say_why_in_a_sentence() -> None:
    assert all(why.endswith(".") for why in RULES.values())


def test_nothing_said_nothing_found() -> None:
    document = plain("")
    assert find(Text(document, segment(document), Syntax()), Marks()) == Findings()
