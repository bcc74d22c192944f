"""Times, quantities and loaded words: marks with an id of their own."""

from onrecord.records.findings import Loaded, Quantity, Time
from onrecord.records.marks import Marks
from onrecord.records.spans import identify
from onrecord.records.texts import Text

RULES: dict[str, str] = {}


def times(text: Text, marks: Marks) -> tuple[Time, ...]:
    """Every time expression as a finding."""
    return tuple(
        Time(
            rule=m.rule,
            score=m.score,
            id=identify("time", text.document.id, *m.span),
            start=m.start,
            end=m.end,
            text=text.slice(m.span),
            type=m.type,
            value=m.value,
            edtf=m.edtf,
            anchor=m.anchor,
        )
        for m in marks.times
    )


def quantities(text: Text, marks: Marks) -> tuple[Quantity, ...]:
    """Every quantity as a finding."""
    return tuple(
        Quantity(
            rule=m.rule,
            score=m.score,
            id=identify("quantity", text.document.id, *m.span),
            start=m.start,
            end=m.end,
            text=text.slice(m.span),
            value=m.value,
            low=m.low,
            high=m.high,
            unit=m.unit,
            of=m.of,
        )
        for m in marks.quantities
    )


def loaded(text: Text, marks: Marks) -> tuple[Loaded, ...]:
    """Every loaded wording as a finding."""
    return tuple(
        Loaded(
            rule=m.rule,
            score=m.score,
            id=identify("loaded", text.document.id, *m.span),
            start=m.start,
            end=m.end,
            text=text.slice(m.span),
            technique=m.technique,
        )
        for m in marks.loaded
    )
