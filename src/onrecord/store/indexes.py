"""What an article and its claims are found by: one row of words for each."""

from collections.abc import Iterator

from onrecord.records.documents import Document
from onrecord.records.findings import Claim
from onrecord.records.readings import Reading
from onrecord.records.spans import Record
from onrecord.store.words import MOST_NAMES, listed, searchable

ArticleWords = tuple[int, str, str, str, str]
"""Place, headline, words, actors, outlet."""
ClaimWords = tuple[int, str, str, str, str, str]
"""Place, words, actors, voices, kind, outlet."""


class Indexed(Record, frozen=True, kw_only=True):
    """The rows of the full-text tables that an article has."""

    article: ArticleWords
    claims: tuple[ClaimWords, ...]


def indexed(reading: Reading, place: int, claim_places: list[int]) -> Indexed:
    """The rows for an article at a place, and for its claims at theirs."""
    document = reading.document
    outlet = searchable(document.outlet or "", most=MOST_NAMES)
    names = {actor.id: (actor.name, *actor.aliases) for actor in reading.actors}
    headline = _headline(document)
    texts = (document.text,) if headline in document.text else (headline, document.text)
    return Indexed(
        article=(
            place,
            searchable(headline, most=MOST_NAMES),
            searchable(*texts),
            listed(name for every in names.values() for name in every),
            outlet,
        ),
        claims=tuple(
            _claim(claim, at, names, outlet)
            for claim, at in zip(reading.claims, claim_places, strict=True)
        ),
    )


Names = dict[str, tuple[str, ...]]
"""The names of each actor, by its id."""


def _claim(claim: Claim, place: int, names: Names, outlet: str) -> ClaimWords:
    return (
        place,
        searchable(claim.text, most=MOST_NAMES),
        listed(name for actor in claim.actors for name in names.get(actor, ())),
        listed(_voices(claim, names)),
        claim.kind,
        outlet,
    )


def _voices(claim: Claim, names: Names) -> Iterator[str]:
    """The names of the sources a claim passes through; of its author where there is no source."""
    for voice in claim.voices[1:] or claim.voices:
        yield voice.name
        yield from names.get(voice.actor or "", ())


def _headline(document: Document) -> str:
    """The title, or the headline as it stands in the text."""
    blocks = [block for block in document.blocks if block.kind == "headline"]
    if document.title or not blocks:
        return document.title or ""
    return document.slice((blocks[0].start, blocks[0].end))
