"""A case of an earlier version is upgraded when it is opened; a newer one is refused."""

import zlib

import msgspec
import pytest

from onrecord.errors import CaseUnusable
from onrecord.records.spans import identify
from onrecord.store import key_of, open_case
from onrecord.store.database import Database, connect
from onrecord.store.entries import packed_page, place_of
from onrecord.store.migrations import scripts
from tests.store.articles import three


def first_version(target: str) -> Database:
    """A case as the first version wrote it, with the three articles: no full text yet."""
    database = connect(target, create=True)
    with database.writing():
        database.run(scripts(database.dialect)[0])
        database.write("INSERT INTO migrations (number, at) VALUES (?, ?)", [(1, "2024-01-01")])
        for given, read in three():
            article = identify("art", key_of(given))
            place = place_of(read.document.published, article)
            database.write(
                "INSERT INTO originals (digest, bytes) VALUES (?, ?)",
                [(read.document.sha256, zlib.compress(given.data))],
            )
            database.write(
                "INSERT INTO articles (id, key, place, name, original, page, reading)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                [
                    (
                        *(article, key_of(given), place, given.name, read.document.sha256),
                        packed_page(given),
                        zlib.compress(msgspec.json.encode(read)),
                    )
                ],
            )
            database.write(
                "INSERT INTO claims (place, id, article, number) VALUES (?, ?, ?, ?)",
                [
                    (place_of(read.document.published, article, claim.id), claim.id, article, at)
                    for at, claim in enumerate(read.claims)
                ],
            )
    return database


def test_an_earlier_case_is_upgraded_and_searchable(target: str) -> None:
    first_version(target).close()
    with open_case(target) as case:
        assert [hit.name for hit in case.search("ferry").hits] == ["ferry"]
        assert case.search("said-by:reyl").matches == 2
        assert case.damage() == []
        assert case.put(*three()[0]) == case.find("mill")


def test_an_upgrade_that_fails_leaves_the_case_as_it_was(target: str) -> None:
    database = first_version(target)
    with database.writing():
        database.rows("UPDATE articles SET reading = ? WHERE name = 'ferry'", b"no zlib")
    with pytest.raises(CaseUnusable, match="reading"), open_case(target):
        pass
    assert database.version() == 1
    database.close()


def test_every_version_has_its_mark(target: str) -> None:
    open_case(target, create=True).close()
    database = connect(target, create=False)
    numbers = [row[0] for row in database.rows("SELECT number FROM migrations ORDER BY number")]
    database.close()
    assert numbers == list(range(1, len(scripts(database.dialect)) + 1))


def test_a_newer_case_is_refused(target: str) -> None:
    open_case(target, create=True).close()
    database = connect(target, create=False)
    with database.writing():
        database.write("INSERT INTO migrations (number, at) VALUES (?, ?)", [(99, "2030-01-01")])
    database.close()
    with pytest.raises(CaseUnusable, match=r"newer onrecord \(case version 99"):
        open_case(target, create=True)


def test_no_case_is_made_unless_asked_for(target: str) -> None:
    with pytest.raises(CaseUnusable, match="onrecord add"):
        open_case(target)


def test_both_dialects_have_the_same_migrations() -> None:
    assert len(scripts("sqlite")) == len(scripts("postgresql")) == 2
