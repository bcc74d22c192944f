"""A clause that asserts something: where it stands and its head word."""

from onrecord.records.spans import Record, Span


class Clause(Record, frozen=True, kw_only=True):
    """Characters ``[start, end)``, head word index, sentence index.

    ``conditional``: holds only under a condition named beside it; ``condition``: is that
    condition itself ("if ..."), and so asserts nothing. ``subject``: whom it is about, where
    its own words leave that out (a coordinated verb, a relative clause). ``unsaid``: what it holds
    and nobody asserts ("no proof [that he paid]").
    """

    start: int
    end: int
    head: int
    sentence: int
    conditional: bool
    condition: bool
    subject: Span | None = None
    unsaid: tuple[Span, ...] = ()
