"""What a case answers: what could not be read, and what a search found where."""

from onrecord.records.findings import ClaimKind, Voice
from onrecord.records.spans import Record, Spans


class Failed(Record, frozen=True, kw_only=True):
    """A page that could not be put on the record: its name, its key where known, why and when.

    ``at`` is ISO 8601, UTC.
    """

    name: str
    key: str | None
    error: str
    at: str


class Excerpt(Record, frozen=True, kw_only=True):
    """The passage to show: characters ``[start, end)`` of ``Document.text``.

    ``highlights`` are the spans of the words asked for, inside it and in the same coordinates.
    """

    start: int
    end: int
    text: str
    highlights: Spans = ()


class FoundClaim(Record, frozen=True, kw_only=True):
    """The claim that a search hit: its id, its kind, and on whose word it stands."""

    id: str
    kind: ClaimKind
    voices: tuple[Voice, ...]


class Hit(Record, frozen=True, kw_only=True):
    """One result of a search: the article, the best passage, the claim where claims were asked for.

    ``why`` says in words what its place in the order rests on.
    """

    article: str
    name: str
    title: str | None
    outlet: str | None
    published: str | None
    excerpt: Excerpt
    why: str
    claim: FoundClaim | None = None


class Found(Record, frozen=True, kw_only=True):
    """The answer to a search, best first.

    ``matches`` counts what was ranked; ``more`` says that the case holds further matches,
    older than these, which were not looked at.
    """

    query: str
    hits: tuple[Hit, ...]
    matches: int
    more: bool
