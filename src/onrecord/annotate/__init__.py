"""Annotate what a text shows: predictions and rules become marks."""

from collections.abc import Callable

import msgspec

from onrecord.annotate import cues, judgements, names, nested, quantities, reports, times
from onrecord.annotate.reports.interviews import with_turns
from onrecord.records.marks import Marks
from onrecord.records.predictions import Predictions
from onrecord.records.texts import Text

Annotator = Callable[[Text, Predictions, Marks], dict[str, object]]


def _times(text: Text, _predictions: Predictions, _marks: Marks) -> dict[str, object]:
    return {"times": times.times(text.tokens, text.document.published)}


def _quantities(text: Text, _predictions: Predictions, marks: Marks) -> dict[str, object]:
    return {"quantities": quantities.quantities(text.tokens, marks.times)}


def _reports(text: Text, predictions: Predictions, marks: Marks) -> dict[str, object]:
    told = nested.nested(text, reports.reports(text, predictions))
    return {"reports": with_turns(text, marks.names, told)}


ANNOTATORS: tuple[Annotator, ...] = (
    lambda text, predictions, _: {"names": names.names(text, predictions)},
    _reports,
    _times,
    _quantities,
    lambda text, _, __: {"cues": cues.cues(text)},
    lambda text, predictions, _: {"loaded": cues.loaded(text, predictions)},
    lambda text, predictions, _: {"sentences": judgements.judgements(text, predictions)},
)
RULES = (
    names.RULES
    | reports.RULES
    | nested.RULES
    | times.RULES
    | quantities.RULES
    | cues.RULES
    | judgements.RULES
)


def annotate(text: Text, predictions: Predictions) -> Marks:
    """Run every annotator in order; later ones see the marks of earlier ones."""
    marks = Marks(
        syntax=predictions.syntax,
        factuality=predictions.factuality.get("news", ()),
        roles=predictions.roles,
    )
    for annotator in ANNOTATORS:
        marks = msgspec.structs.replace(marks, **annotator(text, predictions, marks))
    return marks
