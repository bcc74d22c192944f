"""Each thing that can break is broken by hand, and named."""

import sqlite3
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.store import Case, open_case
from onrecord.store.database import connect
from tests.store.articles import MILL, page, reading, three
from tests.store.test_cases import judgement


@pytest.fixture
def sound(case: Case) -> Case:
    for given, read in three():
        case.put(given, read)
    first = judgement("")
    case.judge(first)
    case.judge(judgement(first.digest, "again"))
    assert case.damage() == []
    return case


def change(target: str, sql: str, *values: str | int | bytes) -> None:
    database = connect(target, create=False)
    with database.writing():
        database.rows(sql, *values)
    database.close()


@pytest.mark.parametrize(
    ("sql", "values", "named"),
    [
        ("UPDATE originals SET bytes = ?", (zlib.compress(b"other"),), "original of {mill} was changed"),
        ("UPDATE originals SET bytes = ?", (b"no zlib",), "original of {mill} cannot be read"),
        ("UPDATE articles SET reading = ? WHERE name = 'mill'", (b"x",), "reading of {mill} cannot"),
        ("UPDATE articles SET key = 'k' WHERE name = 'mill'", (), "page of {mill} was changed"),
        ("DELETE FROM article_words WHERE outlet = 'orsova courier'", (), "Searches may miss {mill}"),
        ("DELETE FROM claim_words WHERE kind = 'prediction'", (), "Searches may miss {mill}"),
        ("UPDATE claim_words SET voices = 'x'", (), "Searches may miss {mill}"),
        ("DELETE FROM claims", (), "claims listed for {mill}"),
        ("DELETE FROM claims", (), "8 search rows in claim_words|6 search rows in claim_words"),
        ("UPDATE judgements SET digest = ? WHERE number = 1", ("0",), "Judgement 1 was changed"),
        ("DELETE FROM judgements WHERE number = 1", (), "Judgement 2 does not follow"),
    ],
)  # fmt: skip
def test_damage_is_named(
    sound: Case, target: str, sql: str, values: tuple[bytes, ...], named: str
) -> None:
    change(target, sql, *values)
    found = sound.damage()
    wanted = named.format(mill=sound.find("mill")).split("|")
    assert any(part in sentence for part in wanted for sentence in found), found
    assert all(sentence.endswith(".") and "\n" not in sentence for sentence in found)


def test_a_claim_that_does_not_stand_at_its_characters_is_named(case: Case) -> None:
    given, read = three()[0]
    moved = page("moved", "Another headline\n" + MILL)
    case.put(moved, reading(moved, read.claims, read.actors))
    assert any(read.claims[1].id in sentence for sentence in case.damage())
    assert given


def test_a_full_text_index_that_does_not_fit_is_named(sound: Case, target: str) -> None:
    if not target.startswith("postgresql"):
        change(target, "DELETE FROM article_words_data WHERE id > 10")
        assert any("full-text index article_words" in sentence for sentence in sound.damage())


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM article_words WHERE outlet = 'orsova courier'",
        "DELETE FROM article_words",
        "UPDATE article_words SET words = 'other words'",
        "UPDATE claim_words SET voices = 'x'",
        "DELETE FROM claim_words WHERE kind = 'prediction'",
        "INSERT INTO claim_words (rowid, words, actors, voices, kind, outlet)"
        " VALUES (7, 'mill', '', '', 'fact', '')",
        "DELETE FROM claims WHERE number = 0",
        "UPDATE claims SET id = 'clm-0'",
    ],
)
def test_search_rows_and_lists_of_claims_are_repaired(sound: Case, target: str, sql: str) -> None:
    queries = ("mill", "claims mill", "said-by:reyl", "kind:prediction", "outlet:courier")
    before = [sound.search(query, claims="claims" in query) for query in queries]
    change(target, sql)
    assert sound.damage() != []
    assert sound.repair() == 3
    assert sound.damage() == []
    assert [sound.search(query, claims="claims" in query) for query in queries] == before


def test_a_full_text_index_that_does_not_fit_is_repaired(sound: Case, target: str) -> None:
    if not target.startswith("postgresql"):
        change(target, "DELETE FROM article_words_data WHERE id > 10")
        assert any("--repair" in sentence for sentence in sound.damage())
        sound.repair()
        assert sound.damage() == []


def test_a_damaged_reading_is_left_out_of_a_repair_and_named_after_it(
    sound: Case, target: str
) -> None:
    change(target, "UPDATE articles SET reading = ? WHERE name = 'mill'", b"x")
    assert sound.repair() == 2
    mill = sound.find("mill")
    assert any(f"The reading of {mill} cannot be read" in found for found in sound.damage())
    assert sound.search("ferry").matches == 1


def holes(path: Path, step: int) -> Callable[[], None]:
    """Overwrite pages of a file here and there."""

    def make() -> None:
        data = bytearray(path.read_bytes())
        for at in range(4096 * step, len(data) - 4096, 4096 * step):
            data[at : at + 1024] = b"\xa5" * 1024
        path.write_bytes(data)

    return make


@pytest.mark.parametrize("step", [3, 7, 12])
def test_corrupt_pages_are_named_and_never_a_traceback(tmp_path: Path, step: int) -> None:
    path = tmp_path / "a.case"
    with open_case(path, create=True) as case:
        for number in range(30):
            given = page(str(number), MILL * 5)
            case.put(given, reading(given))
    holes(path, step)()
    with open_case(path) as case:
        found = case.damage()
    assert found and all(sentence.endswith(".") and "\n" not in sentence for sentence in found)
    assert sqlite3.connect(path)
