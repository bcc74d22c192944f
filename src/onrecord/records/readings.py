"""One article on the record: the public JSON contract ``onrecord/1``."""

from typing import Literal

from onrecord.records.documents import Document
from onrecord.records.findings import (
    Actor,
    Attribution,
    Claim,
    Event,
    Loaded,
    Mention,
    Quantity,
    Time,
)
from onrecord.records.spans import Record


class Sentence(Record, frozen=True, kw_only=True):
    """Where a sentence stands."""

    start: int
    end: int


class ModelUsed(Record, frozen=True, kw_only=True):
    """The model bundle that read the text, by name and digest of its weights."""

    name: str
    sha256: str


class MadeBy(Record, frozen=True, kw_only=True):
    """What made this reading. ``rules`` says in a sentence what each rule used in it does."""

    onrecord: str
    model: ModelUsed | None
    seconds: float
    rules: dict[str, str] = {}


class Reading(Record, frozen=True, kw_only=True):
    """A document and everything found in it; every finding points at its characters."""

    schema: Literal["onrecord/1"] = "onrecord/1"
    document: Document
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    actors: tuple[Actor, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    loaded: tuple[Loaded, ...] = ()
    made_by: MadeBy
