"""Every statement that changes a case; each runs inside ``Database.writing``."""

import zlib
from collections.abc import Iterable
from hashlib import sha256

import msgspec

from onrecord.records.cases import Failed
from onrecord.records.judgements import Judgement
from onrecord.records.readings import Reading
from onrecord.records.spans import identify
from onrecord.store import queries
from onrecord.store.database import Database
from onrecord.store.entries import LEVEL, Entry, packed_page, place_of, reading_from, storable
from onrecord.store.indexes import Indexed, indexed


def put(database: Database, entry: Entry) -> None:
    """Write an article with all that belongs to it; the same reading again changes nothing."""
    _forget_failure(database, entry)
    found = queries.stored(database, entry.id)
    if found and found[1] == entry.packed:
        return
    if found:
        _take_out(database, entry.id, found[0])
    _write_article(database, entry)
    places = _write_claims(database, entry.id, entry.reading)
    write_words(database, indexed(entry.reading, entry.place, places))


def _forget_failure(database: Database, entry: Entry) -> None:
    values = [(identify("failed", entry.page.name), entry.key)]
    database.write("DELETE FROM failures WHERE id = ? OR key = ?", values)


def forget(database: Database, names: Iterable[str]) -> None:
    """Strike failures by their names."""
    values = [(identify("failed", storable(name)),) for name in names]
    database.write("DELETE FROM failures WHERE id = ?", values)


def _take_out(database: Database, article: str, place: int) -> None:
    """Remove an article that was read anew; its original bytes stay."""
    claims = [(at,) for at, _ in queries.claims_of(database, article)]
    database.write("DELETE FROM claim_words WHERE rowid = ?", claims)
    database.write("DELETE FROM article_words WHERE rowid = ?", [(place,)])
    database.write("DELETE FROM claims WHERE article = ?", [(article,)])
    database.write("DELETE FROM articles WHERE id = ?", [(article,)])


def _write_article(database: Database, entry: Entry) -> None:
    digest = sha256(entry.page.data).hexdigest()
    database.write(
        "INSERT INTO originals (digest, bytes) VALUES (?, ?) ON CONFLICT (digest) DO NOTHING",
        [(digest, zlib.compress(entry.page.data, LEVEL))],
    )
    document = entry.reading.document
    known = [document.url, document.title, document.outlet, document.published]
    database.write(
        "INSERT INTO articles"
        " (id, key, place, name, url, title, outlet, published, original, page, reading)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                *(entry.id, entry.key, entry.place, entry.page.name),
                *(storable(value) if value else None for value in known),
                *(digest, packed_page(entry.page), entry.packed),
            )
        ],
    )


def relist(database: Database, article: str, reading: Reading) -> None:
    """Replace the claims that are listed for an article with those of its reading."""
    database.write("DELETE FROM claims WHERE article = ?", [(article,)])
    _write_claims(database, article, reading)


def _write_claims(database: Database, article: str, reading: Reading) -> list[int]:
    """List the claims of a reading; returns at which places they stand."""
    places = _free_places(database, article, reading)
    database.write(
        "INSERT INTO claims (place, id, article, number) VALUES (?, ?, ?, ?)",
        [
            (place, claim.id, article, number)
            for number, (place, claim) in enumerate(zip(places, reading.claims, strict=True))
        ],
    )
    return places


def _free_places(database: Database, article: str, reading: Reading) -> list[int]:
    """A place for each claim; the next free one where two digests fall together."""
    published = reading.document.published
    wanted = [place_of(published, article, claim.id) for claim in reading.claims]
    taken: set[int] = set()
    for first in range(0, len(wanted), queries.CHUNK):
        taken |= queries.taken_places(database, wanted[first : first + queries.CHUNK])
    free = []
    for place in wanted:
        while place in taken:
            place += 1
        taken.add(place)
        free.append(place)
    return free


def write_words(database: Database, words: Indexed) -> None:
    """Write what the search finds an article and its claims by."""
    database.write(
        "INSERT INTO article_words (rowid, headline, words, actors, outlet) VALUES (?, ?, ?, ?, ?)",
        [words.article],
    )
    database.write(
        "INSERT INTO claim_words (rowid, words, actors, voices, kind, outlet)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        words.claims,
    )


def index_all(database: Database) -> None:
    """Fill the full-text tables of a case that has none of their rows."""
    for article, place, packed in queries.placed_readings(database):
        places = [at for at, _ in queries.claims_of(database, article)]
        write_words(database, indexed(reading_from(packed), place, places))


def fail(database: Database, failed: Failed) -> None:
    """Remember why a page could not be read; a later reason replaces an earlier one."""
    name = storable(failed.name)
    database.write(
        "INSERT INTO failures (id, name, key, error, at) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET key = excluded.key, error = excluded.error,"
        " at = excluded.at",
        [(identify("failed", name), name, failed.key, storable(failed.error), failed.at)],
    )


def judge(database: Database, judgement: Judgement, number: int) -> None:
    """Append a judgement."""
    database.write(
        "INSERT INTO judgements (number, digest, before, record) VALUES (?, ?, ?, ?)",
        [(number, judgement.digest, judgement.before, msgspec.json.encode(judgement))],
    )
