"""Who copied whom, and how many independent origins stand behind an assertion.

The public JSON contract ``onrecord-origins/1`` (``docs/reference/origins.schema.json``).
An *article* is one appearance of a text in a case: two outlets that print the same words
are two articles, even where their text (and so ``Document.id``) is the same.
"""

from typing import Literal, TypeAlias

from onrecord.records.documents import Credit
from onrecord.records.spans import Record, Span

LinkKind = Literal[
    "identical",
    "reprint",
    "excerpt",
    "rewrite",
    "version",
    "shared_passage",
    "shared_quotation",
    "shared_boilerplate",
]
COPIES: frozenset[LinkKind] = frozenset({"identical", "reprint", "excerpt", "rewrite", "version"})
"""The kinds that make two articles one text. The others are shown and make no family of texts; a
shared passage or quotation may still be one source of what stands in it.
"""
Direction = Literal["left_first", "right_first", "unknown"]
Prov = Literal["wasDerivedFrom", "wasQuotedFrom", "wasRevisionOf", "hadPrimarySource"]
"""W3C PROV-O terms; the later article is the subject, where the direction is known."""
Dependence = Literal["same_text", "same_publisher", "same_source"]
Standing = Literal["author", "named", "unnamed", "collective", "unresolved"]
"""What the innermost voice of a claim is: the writer, or a source and how it is called."""

Passage: TypeAlias = tuple[int, int, int, int]
"""Left start, left end, right start, right end: characters of the two articles' texts."""


class Article(Record, frozen=True, kw_only=True):
    """One appearance of a text, as comparison sees it. ``family`` is the publisher's family."""

    id: str
    name: str
    text: str
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    family: str | None = None
    published: str | None = None
    modified: str | None = None
    credit: Credit | None = None


class Statement(Record, frozen=True, kw_only=True):
    """One claim of one article, as comparison sees it.

    ``source`` is the innermost voice's name where that voice is a named one, else ``None``;
    ``standing`` says what the innermost voice is; ``via`` names the voices it came through on
    the way, outermost first; ``bodies`` are organisations that the source holds a post in.
    ``numbers`` are values of quantities, ``actors`` names, ``times`` EDTF values; ``agents``
    and ``patients`` are the names of those who do something in it and have it done to them.
    """

    claim: str
    article: str
    span: Span
    text: str
    kind: str
    polarity: Literal["+", "-", "u"]
    source: str | None = None
    standing: Standing = "author"
    via: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    numbers: tuple[float, ...] = ()
    actors: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    patients: tuple[str, ...] = ()


class Listed(Record, frozen=True, kw_only=True):
    """An article in the answer. ``name`` is the row's id or the path as it was given."""

    id: str
    name: str
    outlet: str | None
    published: str | None
    credit: Credit | None


class Link(Record, frozen=True, kw_only=True):
    """Two articles that share text, proved by aligned passages.

    The shares say how much of each side's words stands in a passage; ``why`` gives the
    evidence for kind and direction in a sentence. ``source`` is what both go back to where that
    is neither of them: an article of the case by its id, else whom they credit, by its name;
    ``prov`` is then ``hadPrimarySource`` and says nothing of one coming from the other.
    """

    left: str
    right: str
    kind: LinkKind
    left_share: float
    right_share: float
    direction: Direction
    why: str
    prov: Prov | None = None
    source: str | None = None
    passages: tuple[Passage, ...] = ()


class TextFamily(Record, frozen=True, kw_only=True):
    """Articles that are one text; ``root`` is the one all others come from, where that is known."""

    documents: tuple[str, ...]
    root: str | None


class Independent(Record, frozen=True, kw_only=True):
    """How many independent origins: at least ``proved``, at most ``possible``."""

    proved: int
    possible: int


class Collapse(Record, frozen=True, kw_only=True):
    """What makes two articles one origin of an assertion."""

    left: str
    right: str
    dependence: Dependence
    why: str


class Assertion(Record, frozen=True, kw_only=True):
    """Claims that say the same, in time order of their articles (undated ones last).

    ``unknown`` lists articles whose independence could not be proved.
    """

    text: str
    claims: tuple[str, ...]
    documents: tuple[str, ...]
    independent: Independent
    collapsed_by: tuple[Collapse, ...] = ()
    unknown: tuple[str, ...] = ()


class Change(Record, frozen=True, kw_only=True):
    """How the claims of two versions of one page differ. ``before`` or ``after`` is missing
    where a claim was added or dropped.
    """

    kind: Literal["added", "dropped", "changed_figure", "reworded"]
    before: str | None
    after: str | None


class Versions(Record, frozen=True, kw_only=True):
    """Two versions of one page (the same address, other bytes), earlier first."""

    earlier: str
    later: str
    changes: tuple[Change, ...] = ()


class Origins(Record, frozen=True, kw_only=True):
    """The whole answer for a case, or for the part of it that was asked about."""

    schema: Literal["onrecord-origins/1"] = "onrecord-origins/1"
    documents: tuple[Listed, ...] = ()
    links: tuple[Link, ...] = ()
    families: tuple[TextFamily, ...] = ()
    assertions: tuple[Assertion, ...] = ()
    versions: tuple[Versions, ...] = ()
