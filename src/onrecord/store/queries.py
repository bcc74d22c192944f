"""Every question the case is asked, each with the question in words."""

from collections.abc import Iterator

import msgspec

from onrecord.records.cases import Failed
from onrecord.records.judgements import Judgement
from onrecord.store.database import Database, Row
from onrecord.store.fulltext import condition_of
from onrecord.store.indexes import ArticleWords, ClaimWords
from onrecord.store.questions import Question
from onrecord.store.ranking import LOOKED_AT

PAGE = 100
"""Rows fetched at once when all are gone through: a few megabytes."""
CHUNK = 500
"""Values in one statement; SQLite takes at least 999."""


def is_known(database: Database, key: str) -> bool:
    """Is what has this key on the record?"""
    return database.row("SELECT 1 FROM articles WHERE key = ?", key) is not None


def stored(database: Database, article: str) -> tuple[int, bytes] | None:
    """At which place does this article stand, and which reading does it have?"""
    return database.row("SELECT place, reading FROM articles WHERE id = ?", article)


def count(database: Database) -> int:
    """How many articles are there?"""
    return int(database.rows("SELECT count(*) FROM articles")[0][0])


def placed_readings(database: Database) -> Iterator[tuple[str, int, bytes]]:
    """Which readings are there, by article id, and at which place does each stand?"""
    last = ""
    while found := database.rows(
        f"SELECT id, place, reading FROM articles WHERE id > ? ORDER BY id LIMIT {PAGE}", last
    ):
        yield from found
        last = found[-1][0]


def article_ids(database: Database) -> list[str]:
    """Which articles are there?"""
    return [row[0] for row in database.rows("SELECT id FROM articles ORDER BY id")]


def original(database: Database, article: str) -> tuple[bytes, str, bytes, str] | None:
    """Which page was given for this article: its record, its digest, its packed bytes, its key?"""
    return database.row(
        "SELECT page, digest, bytes, key FROM articles JOIN originals ON digest = original"
        " WHERE articles.id = ?",
        article,
    )


def articles_by_id(database: Database, start: str) -> list[str]:
    """Which articles have an id that starts so? Two are enough to know that it is not clear."""
    rows = database.rows(
        "SELECT id FROM articles WHERE id >= ? AND id < ? ORDER BY id LIMIT 2",
        start,
        start + "\U0010ffff",
    )
    return [row[0] for row in rows]


def articles_by_claim(database: Database, claim: str) -> list[str]:
    """Which articles hold this claim, earliest first and undated last?"""
    rows = database.rows(
        "SELECT articles.id FROM claims JOIN articles ON articles.id = article"
        " WHERE claims.id = ? ORDER BY articles.place < 1099511627776, articles.place",
        claim,
    )
    return [row[0] for row in rows]


def articles_by_name(database: Database, name: str) -> list[str]:
    """Which articles were given under this name or address, newest first?"""
    rows = database.rows(
        "SELECT id FROM articles WHERE name = ? OR url = ? ORDER BY place DESC", name, name
    )
    return [row[0] for row in rows]


def failures(database: Database) -> list[Failed]:
    """What could not be put on the record, and why?"""
    rows = database.rows("SELECT name, key, error, at FROM failures ORDER BY name, id")
    return [Failed(name=name, key=key, error=error, at=at) for name, key, error, at in rows]


def numbered_judgements(database: Database) -> list[tuple[int, str, Judgement]]:
    """What did people decide, in order, each with its number and the digest it was put under?"""
    rows = database.rows("SELECT number, digest, record FROM judgements ORDER BY number")
    return [(*row[:2], msgspec.json.decode(row[2], type=Judgement)) for row in rows]


def last_judgement(database: Database) -> tuple[int, str]:
    """Which judgement is the last: its number and its digest, 0 and "" where there is none?"""
    row = database.row("SELECT number, digest FROM judgements ORDER BY number DESC LIMIT 1")
    return (row[0], row[1]) if row else (0, "")


def claims_of(database: Database, article: str) -> list[tuple[int, str]]:
    """At which places do the claims of this article stand, in text order, and which are they?"""
    return database.rows("SELECT place, id FROM claims WHERE article = ? ORDER BY number", article)


def taken_places(database: Database, places: list[int]) -> set[int]:
    """Which of these places in the order of claims are taken?"""
    marks = ", ".join("?" * len(places))
    rows = database.rows(f"SELECT place FROM claims WHERE place IN ({marks})", *places)
    return {row[0] for row in rows}


def matches(database: Database, table: str, asked: tuple[Question, bool], limit: int) -> list[int]:
    """Which texts or claims answer the question (with its words in the headline), newest first?"""
    condition, values = condition_of(database.dialect, table, *asked)
    rows = database.rows(
        f"SELECT rowid FROM {table} WHERE {condition} ORDER BY rowid DESC LIMIT {limit}", *values
    )
    return [row[0] for row in rows]


def words_at(database: Database, table: str, places: list[int]) -> dict[int, str]:
    """Which words stand in the texts or claims at these places?"""
    if not places:
        return {}
    marks = ", ".join("?" * len(places))
    rows = database.rows(
        f"SELECT rowid, substr(words, 1, {LOOKED_AT}) FROM {table} WHERE rowid IN ({marks})",
        *places,
    )
    return dict(rows)


def article_at(database: Database, place: int) -> tuple[str, bytes]:
    """Which article stands at this place, and what was read in it?"""
    return database.rows("SELECT id, reading FROM articles WHERE place = ?", place)[0]


def claim_at(database: Database, place: int) -> tuple[str, bytes, int]:
    """Which article's claim stands at this place, what was read in it, and which claim is it?"""
    return database.rows(
        "SELECT articles.id, reading, number FROM claims"
        " JOIN articles ON articles.id = article WHERE claims.place = ?",
        place,
    )[0]


def words_of(
    database: Database, place: int, claim_places: list[int]
) -> tuple[ArticleWords | None, tuple[ClaimWords, ...]]:
    """What can the article at this place be found by, and its claims at theirs?"""
    article = database.row(
        "SELECT rowid, headline, words, actors, outlet FROM article_words WHERE rowid = ?", place
    )
    claims: dict[int, ClaimWords] = {}
    for first in range(0, len(claim_places), CHUNK):
        chunk = claim_places[first : first + CHUNK]
        marks = ", ".join("?" * len(chunk))
        for row in database.rows(
            "SELECT rowid, words, actors, voices, kind, outlet FROM claim_words"
            f" WHERE rowid IN ({marks})",
            *chunk,
        ):
            claims[row[0]] = row
    return article, tuple(claims[at] for at in claim_places if at in claims)


def strays(database: Database, table: str, owner: str) -> int:
    """How many search rows belong to no article or claim?"""
    return int(
        database.rows(
            f"SELECT count(*) FROM {table} WHERE rowid NOT IN (SELECT place FROM {owner})"
        )[0][0]
    )


def everything(database: Database, table: str, columns: tuple[str, ...]) -> Iterator[list[Row]]:
    """Which rows does this table have, in the order of its first column, some at a time?"""
    every, key = ", ".join(columns), columns[0]
    rows = database.rows(f"SELECT {every} FROM {table} ORDER BY {key} LIMIT {PAGE}")
    while rows:
        yield rows
        rows = database.rows(
            f"SELECT {every} FROM {table} WHERE {key} > ? ORDER BY {key} LIMIT {PAGE}",
            rows[-1][0],
        )
