"""What an annotator writes: the shape of ``<name>.yml``, and how a quote is found in the text.

A quote is written as it stands in the text. ``"said#2"`` is the second "said" of the passage,
``"he[[said]] no"`` (brackets around the quote, context outside) the one so surrounded,
``"It began ... the end"`` runs from the first part to the first following second part, and
``">> quote"`` stands in the next block.
"""

import re
from typing import Literal

import msgspec

from onrecord.records.findings import ActorType, ClaimKind, Mode, Named, Offered
from onrecord.records.marks import TimeType
from onrecord.records.spans import Span

Quotes = str | list[str]


class Note(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The base of every note: a misspelt field fails."""


class CreditNote(Note, frozen=True, kw_only=True):
    """The agency a text is credited to, and the words that say so."""

    agency: str
    quote: str


class MetaNote(Note, frozen=True, kw_only=True):
    """What the text says of itself; dates ISO 8601."""

    title: str
    authors: list[str] = []
    outlet: str | None = None
    published: str | None = None
    modified: str | None = None
    url: str | None = None
    credit: CreditNote | None = None


class ActorNote(Note, frozen=True, kw_only=True):
    """Somebody or something; every occurrence of a name in ``names`` is a named mention.

    The first name is the full one. ``label`` stands in for it where the text gives no name.
    """

    type: ActorType
    names: list[str] = []
    label: str | None = None


class SaidNote(Note, frozen=True, kw_only=True):
    """One attribution. ``inside`` is the key of the attribution that reports it."""

    source: Quotes = []
    cue: Quotes
    content: Quotes
    actor: str | None = None
    inside: str | None = None
    named: Named | None = None
    direct: bool | None = None


class ClaimNote(Note, frozen=True, kw_only=True):
    """One assertion; ``via`` is the key of the innermost attribution it stands in.

    Unless said otherwise polarity is ``+`` and certain, of questions and directives
    ``u`` and underspecified; facts are verifiable (1) and half check-worthy, the rest neither.
    """

    quote: str
    kind: ClaimKind = "fact"
    via: str | None = None
    polarity: Literal["+", "-", "u"] | None = None
    certainty: Literal["certain", "probable", "possible", "underspecified"] | None = None
    cues: list[str] = []
    conditional: bool = False
    verifiable: float | None = None
    checkworthy: float | None = None
    support: Offered | None = None


class RoleNote(Note, frozen=True, kw_only=True):
    """A title as quoted; ``as_of`` is an EDTF date, the day of publication unless given."""

    actor: str
    title: str
    organization: str | None = None
    as_of: str | None = None


class TimeNote(Note, frozen=True, kw_only=True):
    """A TIMEX3 value where type, EDTF value or anchor do not follow from it."""

    value: str
    type: TimeType | None = None
    edtf: str | None = None
    anchor: str | None = None


class EventNote(Note, frozen=True, kw_only=True):
    """An event; each participant is a quote, or a quote and an actor's key."""

    type: str
    trigger: str
    mode: Mode = "actual"
    who: dict[str, Quotes] = {}
    places: list[str] = []
    times: list[str] = []
    count: str | None = None


class Passage(Note, frozen=True, kw_only=True):
    """The notes on one block, named by the words it begins with.

    ``times`` maps a quote to its value; ``quantities`` maps a quote to its amount
    (``12``, ``>=12``, ``<=12``, ``~12``, ``3..5``, ``24..``, ``?``), unit and what is counted.
    """

    at: str
    said: dict[str, SaidNote] = {}
    claims: list[str | ClaimNote] = []
    refers: dict[str, list[str]] = {}
    roles: list[RoleNote] = []
    times: dict[str, str | TimeNote] = {}
    quantities: dict[str, list[str]] = {}
    loaded: dict[str, str] = {}
    events: list[EventNote] = []


class Annotation(Note, frozen=True, kw_only=True):
    """A whole ``.yml`` file. Blocks not named here are paragraphs; ``furniture`` is no block."""

    document: MetaNote
    complete: list[str]
    headlines: list[str] = []
    captions: list[str] = []
    lists: list[str] = []
    quotes: list[str] = []
    furniture: list[str] = []
    joined: list[str] = []
    demonyms: list[str] = []
    actors: dict[str, ActorNote] = {}
    passages: list[Passage] = []


class BadNote(Exception):
    """A note that does not fit its text; the message says which and why."""


def find_all(text: str, words: str, bounds: Span) -> list[Span]:
    """Every place in ``bounds`` where the words stand as whole words."""
    before = r"(?<!\w)" if words[0].isalnum() else ""
    after = r"(?!\w)" if words[-1].isalnum() else ""
    found = re.compile(before + re.escape(words) + after).finditer(text, *bounds)
    return [match.span() for match in found]


def find_one(text: str, quote: str, bounds: Span) -> Span:
    """The one place a quote names; raises ``BadNote`` where there is none or more than one."""
    if " ... " in quote:
        first, last = quote.split(" ... ", 1)
        start, end = find_one(text, first, bounds)
        ends = find_all(text, last, (end, bounds[1]))
        if not ends:
            raise BadNote(f"nothing after {first!r} reads {last!r}")
        return start, ends[0][1]
    context = re.fullmatch(r"(.*)\[\[(.+)\]\](.*)", quote, re.DOTALL)
    if context:
        left, words, right = context.groups()
        start, end = find_one(text, left + words + right, bounds)
        return start + len(left), end - len(right)
    words, _, number = quote.partition("#")
    places = find_all(text, words, bounds)
    if number and int(number) <= len(places):
        return places[int(number) - 1]
    if number or len(places) != 1:
        raise BadNote(f"{quote!r} stands {len(places)} times in {text[slice(*bounds)][:60]!r}")
    return places[0]
