"""Who is who across the articles of a case: names compared, actors joined, each with its reason."""

from collections.abc import Sequence
from typing import Literal

from onrecord.records.findings import ActorType
from onrecord.records.judgements import Judgement
from onrecord.records.spans import Record

NameType = Literal[
    "Person", "Organization", "Company", "Group", "Place", "Vessel", "LegalEntity", "Misc"
]
NameKind = Literal[
    "same", "order", "legal_form", "spelling", "transliteration", "short_form", "slip", "left_out",
    "initials", "acronym", "part", "different",
]  # fmt: skip
"""From the surest to the least: the weakest thing that had to be assumed gives a match its kind."""
JoinKind = Literal["decided", "same_role", "same_company", "other_name", "same_name"]
"""Why two appearances are one actor: somebody decided it; the same name with the same role or
body; with the same others beside it; another form of the name with the same others beside it or
a form that can hardly be another's; and, weakest, the same name and nothing else known.
"""


class NameMatch(Record, frozen=True, kw_only=True):
    """How far two names can be names of one: score 0 to 1, the kind of match, and why in words."""

    score: float
    kind: NameKind
    why: str


class Join(Record, frozen=True, kw_only=True):
    """Two appearances (their keys) taken for one actor; ``score`` 0 to 1 is how surely."""

    left: str
    right: str
    kind: JoinKind
    why: str
    score: float


class CaseRole(Record, frozen=True, kw_only=True):
    """A title or post that an article gives an actor, the body it is held in, and the date."""

    title: str
    organization: str | None
    as_of: str | None
    article: str


class Appearance(Record, frozen=True, kw_only=True):
    """An actor of one article. ``key`` follows from the article and the name alone, so that it
    is the same after reading again; ``actor`` is its id in that article's reading.
    """

    key: str
    article: str
    actor: str
    name: str
    mentions: int


class CaseActor(Record, frozen=True, kw_only=True):
    """Somebody or something across articles, under all its names.

    ``key`` is the least key of its appearances; any of their keys names this actor in a
    judgement. ``joins`` hold the appearances together, the surest first; with a single
    appearance there is none.
    """

    key: str
    type: ActorType
    name: str
    aliases: tuple[str, ...] = ()
    roles: tuple[CaseRole, ...] = ()
    articles: tuple[str, ...] = ()
    appearances: tuple[Appearance, ...] = ()
    joins: tuple[Join, ...] = ()
    mentions: int = 0


def standing(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """The judgements in force: of those about the same two, the last; in order."""
    last = {frozenset(j.about): j for j in judgements if len(set(j.about)) == 2}
    return tuple(j for j in judgements if last.get(frozenset(j.about)) is j)
