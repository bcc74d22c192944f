"""What a text shows before anyone interprets it: annotated spans, each with its rule and score."""

from typing import Literal

from onrecord.records.predictions import Role, Shares, Syntax
from onrecord.records.spans import Record, Span, Spans

MentionType = Literal[
    "Person", "Organization", "Group", "Place", "Misc", "Date", "Money", "Quantity"
]
Form = Literal["named", "nominal", "pronoun"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
CueKind = Literal[
    "hedge", "negation", "doubt", "denial", "conditional", "future", "obligation", "certainty"
]
Support = Literal["document", "link"]


class Mark(Record, frozen=True, kw_only=True):
    """The common part: where, the rule or model head that made it, and how sure it is (0 to 1)."""

    start: int
    end: int
    rule: str
    score: float = 1.0

    @property
    def span(self) -> Span:
        """The half-open character span."""
        return (self.start, self.end)


class Naming(Mark, frozen=True, kw_only=True):
    """A mention of somebody or something. ``head`` is the index of its head word.

    ``before``: of a description or pronoun, the words it may stand for with the model's share.
    """

    type: MentionType
    form: Form
    head: int
    before: Shares = ()


class Report(Mark, frozen=True, kw_only=True):
    """One attribution as marked: source, cue and content spans; the mark covers all of them.

    ``source`` is empty where none is marked. ``direct`` says that the content stands in
    quotation marks. Source, cue, content: PARC 3 / PolNeAR.
    """

    source: Spans
    cue: Spans
    content: Spans
    direct: bool


class TimeMark(Mark, frozen=True, kw_only=True):
    """A time expression with its TIMEX3 type and value, EDTF value, and the anchor date used.

    ``edtf`` (ISO 8601-2) is ``None`` where the value has no place on a calendar
    (``PAST_REF``, a bare duration). ``anchor`` is an ISO date or ``None``.
    """

    type: TimeType
    value: str
    edtf: str | None = None
    anchor: str | None = None


class QuantityMark(Mark, frozen=True, kw_only=True):
    """A number with what it counts. ``low``/``high`` bound it: "at least 173" is 173 to None."""

    value: float | None
    low: float | None
    high: float | None
    unit: str
    of: Span | None = None


class Cue(Mark, frozen=True, kw_only=True):
    """A word that changes how firmly something is put: "reportedly", "not", "so-called", "if"."""

    kind: CueKind


class LoadedMark(Mark, frozen=True, kw_only=True):
    """Loaded wording and the persuasion technique it belongs to (SemEval-2023 names)."""

    technique: str


class SentenceMark(Mark, frozen=True, kw_only=True):
    """What kind of sentence this is: probabilities 0 to 1 from the sentence heads and rules."""

    fact: float
    prediction: float
    opinion: float
    question: bool
    directive: bool
    verifiable: float
    checkworthy: float
    speech: float


class Marks(Record, frozen=True, kw_only=True):
    """All marks of one document, each tuple in text order; ``sentences`` one a sentence."""

    syntax: Syntax = Syntax()
    factuality: tuple[float, ...] = ()
    roles: tuple[Role, ...] = ()
    names: tuple[Naming, ...] = ()
    reports: tuple[Report, ...] = ()
    times: tuple[TimeMark, ...] = ()
    quantities: tuple[QuantityMark, ...] = ()
    cues: tuple[Cue, ...] = ()
    loaded: tuple[LoadedMark, ...] = ()
    sentences: tuple[SentenceMark, ...] = ()
