"""What is damaged in a case: one sentence for each thing that is not as it was put."""

import zlib
from collections.abc import Callable, Iterator
from hashlib import sha256

import msgspec

from onrecord.errors import CaseUnusable
from onrecord.records.readings import Reading
from onrecord.store import queries
from onrecord.store.database import REMEDY, Database
from onrecord.store.entries import key_of, page_from, reading_from
from onrecord.store.indexes import indexed

UNREADABLE = (CaseUnusable, zlib.error, msgspec.DecodeError)
"""What reading damaged rows can end in."""


def damage(database: Database) -> list[str]:
    """Examine all of a case; an empty list says that it is sound."""
    found: list[str] = []
    for examine in EXAMINATIONS:
        try:
            found.extend(examine(database))
        except UNREADABLE as error:
            found.append(_sentence(database, error))
    return list(dict.fromkeys(found))


def _sentence(database: Database, error: Exception) -> str:
    if isinstance(error, CaseUnusable):
        return str(error)
    return f"Something in {database.name} cannot be read ({error}); take it from a backup."


def _structure(database: Database) -> Iterator[str]:
    """The database's own checks of its pages, indexes and references."""
    for fault in database.faults():
        yield f"{database.name} is damaged: {fault.rstrip('.')}."


def _articles(database: Database) -> Iterator[str]:
    """Every article: the bytes given, its reading, its claims, its search rows."""
    for article in queries.article_ids(database):
        for examine in (_original, _reading):
            try:
                yield from examine(database, article)
            except UNREADABLE:
                what = "original" if examine is _original else "reading"
                yield f"The {what} of {article} cannot be read; take it from a backup."


def _original(database: Database, article: str) -> Iterator[str]:
    found = queries.original(database, article)
    if found is None:
        yield f"The original of {article} is missing; take it from a backup."
        return
    packed_page, digest, packed, key = found
    data = zlib.decompress(packed)
    if sha256(data).hexdigest() != digest:
        yield f"The original of {article} was changed: its bytes are not those of its digest."
    elif key_of(page_from(packed_page, data)) != key:
        yield f"What is known of the page of {article} was changed since it was put."


def _reading(database: Database, article: str) -> Iterator[str]:
    found = queries.stored(database, article)
    if found is None:
        yield f"{article} is listed and cannot be found; take it from a backup."
        return
    place, packed = found
    reading = reading_from(packed)
    yield from _claims(article, reading)
    rows = queries.claims_of(database, article)
    if [claim.id for claim in reading.claims] != [name for _, name in rows]:
        yield f"The claims listed for {article} are not those of its reading; {REMEDY}."
        return
    places = [at for at, _ in rows]
    wanted = indexed(reading, place, places)
    stored = queries.words_of(database, place, places)
    if stored != (wanted.article, wanted.claims):
        yield f"Searches may miss {article}: its search rows are missing or changed; {REMEDY}."


def _claims(article: str, reading: Reading) -> Iterator[str]:
    """Claims whose text does not stand where they say."""
    text = reading.document.text
    for claim in reading.claims:
        if text[claim.start : claim.end] != claim.text:
            yield (
                f"Claim {claim.id} of {article} does not stand at its characters"
                f" {claim.start} to {claim.end}."
            )


def _strays(database: Database) -> Iterator[str]:
    """Search rows of articles and claims that are not there."""
    for table, owner in (("article_words", "articles"), ("claim_words", "claims")):
        if strays := queries.strays(database, table, owner):
            yield (
                f"{database.name} has {strays} search rows in {table} that belong to nothing; {REMEDY}."
            )


def _chain(database: Database) -> Iterator[str]:
    """Judgements that were changed, or follow none."""
    before = ""
    for number, digest, judgement in queries.numbered_judgements(database):
        if judgement.digest != digest:
            yield f"Judgement {number} was changed after it was made."
        if judgement.before != before:
            yield f"Judgement {number} does not follow the one before it: one is lost or changed."
        before = digest


EXAMINATIONS: tuple[Callable[[Database], Iterator[str]], ...] = (
    _structure,
    _articles,
    _strays,
    _chain,
)
