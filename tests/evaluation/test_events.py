"""The scorer of events: which event answers a row, and what PLV calls it."""

from collections import Counter
from typing import Any

import pytest
from evaluation import events

from onrecord.records.findings import Event, Findings, Mention, Mode, Participant

TEXT = "Halvek threatened to bomb Varna."


def event(kind: str, trigger: tuple[int, int], mode: Mode, **roles: tuple[int, int]) -> Event:
    taking_part = tuple(
        Participant(role=role, actor=None, start=start, end=end)
        for role, (start, end) in roles.items()
    )
    return Event(
        rule="r", id=str(trigger), type=kind, trigger=trigger, mode=mode, participants=taking_part
    )


def row(kind: str = "THREATEN", text: str = TEXT) -> dict[str, Any]:
    spans = [{"role": "SOURCE", "start": 0, "end": 6}, {"role": "TARGET", "start": 26, "end": 31}]
    return {"text": text, "root": kind, "spans": spans}


THREAT = event("THREATEN", (7, 17), "actual", agent=(0, 6), topic=(26, 31))
BOMBING = event("ASSAULT", (21, 25), "hypothetical", agent=(0, 6), patient=(26, 31))


def test_what_is_actual_answers_before_what_is_only_meant() -> None:
    assert events.chosen(Findings(events=(BOMBING, THREAT)), row()) is THREAT


def test_the_event_that_joins_both_answers_first_and_others_types_never() -> None:
    said = event("STATEMENT", (0, 6), "actual", agent=(0, 6), topic=(26, 31))
    alone = event("CONSULT", (7, 17), "actual", agent=(0, 6))
    assert events.chosen(Findings(events=(said, alone, BOMBING)), row()) is BOMBING
    assert events.chosen(Findings(events=(said,)), row()) is None


def test_a_pronoun_stands_for_its_actor() -> None:
    mention = Mention(
        rule="r", start=0, end=6, text="Halvek", type="Person", name="named", actor="a1"
    )
    by_him = Event(
        rule="r", id="e", type="AID", trigger=(7, 17), mode="actual",
        participants=(Participant(role="agent", actor="a1", start=40, end=42),),
    )  # fmt: skip
    counts: Counter[str] = Counter()
    events.count(Findings(mentions=(mention,), events=(by_him,)), row(), counts)
    assert counts["agent.met"] == 1 and counts["recipient.met"] == 0


@pytest.mark.parametrize(
    ("kind", "mode", "word", "wanted"),
    [
        ("CONSULT", "future", "meet", "AGREE"),
        ("ASSAULT", "future", "bomb", "THREATEN"),
        ("YIELD", "negated", "release", "REJECT"),
        ("ASSAULT", "negated", "bomb", "ASSAULT"),
        ("SANCTION", "actual", "imposed new, sharper sanctions", "COERCE"),
        ("SANCTION", "actual", "prolonged the embargo", "COERCE"),
        ("SANCTION", "actual", "announced a suspension of aid", "SANCTION"),
        ("SANCTION", "actual", "convicted", "ACCUSE"),
        ("SANCTION", "actual", "expelled", "SANCTION"),
    ],
)
def test_type_and_mode_become_the_type_of_plv(
    kind: str, mode: Mode, word: str, wanted: str
) -> None:
    first = word.split()[0]
    assert events.root(event(kind, (0, len(first)), mode), word) == wanted


def test_every_type_weighs_alike() -> None:
    counts: Counter[str] = Counter()
    events.count(Findings(events=(THREAT,)), row(), counts)
    events.count(Findings(events=(THREAT,)), row(), counts)
    events.count(Findings(events=()), row("AID"), counts)
    found = events.scores(counts)
    assert found["types"] == {"AID": 0.0, "THREATEN": 1.0}
    assert found["macro_f1"] == 0.5 and found["accuracy"] == 0.6667 and found["agent"] == 0.6667


def test_modes_are_held_against_what_readers_judge() -> None:
    counts: Counter[str] = Counter()
    for mode, value in (("actual", 3.0), ("actual", -2.0), ("negated", -3.0), ("future", 2.0)):
        events.count_mode(mode, value, counts)
    found = events.mode_shares(counts)
    assert (found["actual"], found["negated"], found["denied_not_actual"]) == (0.5, 1.0, 0.5)
