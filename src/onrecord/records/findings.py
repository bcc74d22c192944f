"""What a text says: who, on whose word, how firmly. The public contract's findings.

Field names and order are those of the JSON (``docs/reference/reading.schema.json``).
``rule`` names the rule or model head that made a finding; ``MadeBy.rules`` says why in words.
"""

from typing import Literal

from onrecord.records.marks import Form, MentionType, TimeType
from onrecord.records.spans import Record, Span, Spans

ActorType = Literal["Person", "Organization", "Group", "Place", "Misc"]
ClaimKind = Literal["fact", "prediction", "opinion", "question", "directive"]
Named = Literal["named", "unnamed", "collective", "unresolved"]
Offered = Literal["none", "named_source", "unnamed_source", "document", "link"]
Mode = Literal["actual", "future", "hypothetical", "negated"]


class Finding(Record, frozen=True, kw_only=True):
    """The common part: the rule that made it and its score, 0 to 1."""

    rule: str
    score: float = 1.0


class Mention(Finding, frozen=True, kw_only=True):
    """One place where an actor, date or amount is mentioned."""

    start: int
    end: int
    text: str
    type: MentionType
    name: Form
    actor: str | None = None


class Role(Record, frozen=True, kw_only=True):
    """A title or post held, where the text says so. ``as_of`` is the EDTF date it held at."""

    title: str
    organization: str | None
    start: int
    end: int
    as_of: str | None


class Actor(Finding, frozen=True, kw_only=True):
    """Somebody or something under all the names used for it; ``mentions`` is a count.

    ``described``: the text gives no name, ``name`` is a description ("a spokesman").
    """

    id: str
    type: ActorType
    name: str
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    mentions: int = 0
    described: bool = False


class Attribution(Finding, frozen=True, kw_only=True):
    """Who (source) reports (cue) what (content); ``parent`` is the one it stands inside."""

    id: str
    source: Spans
    cue: Spans
    content: Spans
    direct: bool
    parent: str | None = None
    actor: str | None = None


class Voice(Record, frozen=True, kw_only=True):
    """One hop of a claim's chain. The first is always the author."""

    who: Literal["author", "source"]
    name: str
    actor: str | None
    named: Named
    attribution: str | None = None


class Factuality(Record, frozen=True, kw_only=True):
    """How firmly the innermost voice commits (FactBank): polarity x certainty, with its cues."""

    polarity: Literal["+", "-", "u"]
    certainty: Literal["certain", "probable", "possible", "underspecified"]
    cues: Spans = ()


class Claim(Finding, frozen=True, kw_only=True):
    """One assertion worth its own line; ``voices`` outermost first.

    ``subject``: where the text names whom the claim is about, if the claim's own words leave
    it out ("took it off in 2012", "which bans entry").
    """

    id: str
    start: int
    end: int
    text: str
    kind: ClaimKind
    verifiable: float
    checkworthy: float
    voices: tuple[Voice, ...]
    factuality: Factuality
    conditional: bool
    subject: Span | None = None
    support_offered: Offered
    actors: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    quantities: tuple[str, ...] = ()
    loaded: tuple[str, ...] = ()


class Participant(Record, frozen=True, kw_only=True):
    """Who or what takes part in an event, and as what (agent, patient, recipient, ...)."""

    role: str
    actor: str | None
    start: int
    end: int


class Event(Finding, frozen=True, kw_only=True):
    """Something that happened, will or might: a PLOVER or onrecord type and its trigger word."""

    id: str
    type: str
    trigger: Span
    mode: Mode
    participants: tuple[Participant, ...] = ()
    places: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    count: str | None = None
    claim: str | None = None


class Time(Finding, frozen=True, kw_only=True):
    """A time expression, its TIMEX3 and EDTF values and the date it was anchored to."""

    id: str
    start: int
    end: int
    text: str
    type: TimeType
    value: str
    edtf: str | None
    anchor: str | None


class Quantity(Finding, frozen=True, kw_only=True):
    """An amount; ``low`` and ``high`` bound it, ``None`` where it is open. ``of``: what it counts."""

    id: str
    start: int
    end: int
    text: str
    value: float | None
    low: float | None
    high: float | None
    unit: str
    of: Span | None


class Loaded(Finding, frozen=True, kw_only=True):
    """Loaded wording and its persuasion technique."""

    id: str
    start: int
    end: int
    text: str
    technique: str


class Findings(Record, frozen=True, kw_only=True):
    """Everything found in one document, each tuple in text order."""

    mentions: tuple[Mention, ...] = ()
    actors: tuple[Actor, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    loaded: tuple[Loaded, ...] = ()
