"""Predictions: plain records that go to JSON and back."""

import msgspec
import pytest

from onrecord.records.predictions import Judged, Link, Predictions, Syntax, Tag


def test_a_probability_is_looked_up_by_sentence_and_label() -> None:
    judged = Judged(labels=("fact", "opinion"), rows=((0.9, 0.1), (0.2, 0.8)))
    assert judged.probability(1, "opinion") == 0.8
    assert judged.probability(0, "fact") == 0.9
    with pytest.raises(ValueError):
        judged.probability(0, "poem")


def test_predictions_survive_json() -> None:
    made = Predictions(
        names=(Tag(first=0, last=2, label="Person", score=0.5),),
        links=(Link(part=0, cue=1, score=0.25),),
        syntax=Syntax(upos=("NOUN",), heads=(-1,), relations=("root",), children=((),)),
        factuality={"news": (2.5,)},
        sentences={"kind": Judged(labels=("fact",), rows=((1.0,),))},
    )
    assert msgspec.json.decode(msgspec.json.encode(made), type=Predictions) == made


def test_two_empty_predictions_share_nothing_that_changes() -> None:
    first, second = Predictions(), Predictions()
    first.sentences["kind"] = Judged(labels=(), rows=())
    assert second.sentences == {}
