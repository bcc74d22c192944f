"""Make anew what follows from the readings: the claims that are listed, and the search rows."""

from onrecord.errors import CaseUnusable
from onrecord.store import queries
from onrecord.store.database import Database
from onrecord.store.entries import reading_from
from onrecord.store.indexes import indexed
from onrecord.store.migrations import FULL_TEXT, scripts
from onrecord.store.writes import relist, write_words


def repair(database: Database) -> int:
    """Fill the full-text tables anew, wholly or not at all; returns with how many articles.

    An article whose reading is damaged is left out: it has to come from a backup.
    """
    repaired = 0
    with database.writing(durable=True):
        for table in ("article_words", "claim_words"):
            database.rows(f"DROP TABLE IF EXISTS {table}")
        database.run(scripts(database.dialect)[FULL_TEXT - 1])
        for article, place, packed in queries.placed_readings(database):
            repaired += _repaired(database, article, place, packed)
    return repaired


def _repaired(database: Database, article: str, place: int, packed: bytes) -> bool:
    """Whether an article could be listed and indexed again."""
    try:
        reading = reading_from(packed)
    except CaseUnusable:
        return False
    listed = queries.claims_of(database, article)
    if [claim.id for claim in reading.claims] != [name for _, name in listed]:
        relist(database, article, reading)
        listed = queries.claims_of(database, article)
    write_words(database, indexed(reading, place, [at for at, _ in listed]))
    return True
