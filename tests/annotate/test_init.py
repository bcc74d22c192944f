"""All annotators in one go."""

from itertools import pairwise

from onrecord.annotate import ANNOTATORS, RULES, annotate
from onrecord.records.marks import Marks
from onrecord.records.predictions import Judged, Predictions, Syntax
from onrecord.records.texts import Text
from onrecord.segment import segment
from tests.builders import Scene, plain

SCENE = Scene(
    "Halvek/PROPN/2/nsubj said/VERB/0/root at/ADV/4/case least/ADJ/5/nmod 40/NUM/6/nummod"
    " thugs/NOUN/8/nsubj may/AUX/8/aux arrive/VERB/2/ccomp on/ADP/10/case Monday/PROPN/8/obl ./PUNCT/2/punct"
)
MARKS = SCENE.marks(
    names=[("Halvek", "Person")],
    reports=[("Halvek", "said", "at least 40 thugs may arrive on Monday")],
    sentences={"kind": Judged(labels=("fact", "prediction", "opinion"), rows=((0.5, 0.4, 0.1),))},
)


def test_every_kind_of_mark_is_made() -> None:
    at = SCENE.text.slice
    assert [at(m.span) for m in MARKS.names] == ["Halvek"]
    assert len(MARKS.reports) == 1
    assert [at(m.span) for m in MARKS.times] == ["Monday"]
    assert [(m.low, m.high) for m in MARKS.quantities] == [(40.0, None)]
    assert [at(m.span) for m in MARKS.cues] == ["may"]
    assert [at(m.span) for m in MARKS.loaded] == ["thugs"]
    assert [m.fact for m in MARKS.sentences] == [0.5]
    assert MARKS.syntax == SCENE.text.syntax


def test_every_rule_of_a_mark_is_explained() -> None:
    used = {
        m.rule
        for field in ("names", "reports", "times", "quantities", "loaded", "sentences")
        for m in getattr(MARKS, field)
    }
    assert used and used <= RULES.keys()
    assert all(why.endswith(".") for why in RULES.values())


def test_marks_stand_in_text_order() -> None:
    for field in ("names", "reports", "times", "quantities", "cues", "loaded", "sentences"):
        marks = getattr(MARKS, field)
        assert all(a.start <= b.start for a, b in pairwise(marks)), field


def test_each_annotator_fills_fields_of_its_own() -> None:
    predictions = SCENE.predictions()
    filled = [set(a(SCENE.text, predictions, Marks())) for a in ANNOTATORS]
    assert sum(map(len, filled)) == len(set().union(*filled)) == 7


def test_nothing_makes_no_marks() -> None:
    document = plain("")
    assert annotate(Text(document, segment(document), Syntax()), Predictions()) == Marks()
