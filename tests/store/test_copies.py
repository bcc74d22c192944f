"""A case carried away and brought back: nothing is lost, nothing is half."""

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from onrecord.errors import CaseUnusable, WrongUse
from onrecord.store import Case, copy_case, open_case
from tests.store.articles import three
from tests.store.test_cases import judgement

QUERIES = ("mill", "kind:fact", "said-by:reyl", '"tomas reyl"', "-ferry", "before:2025")


def filled(case: Case) -> Case:
    for given, read in three():
        case.put(given, read)
    case.fail("bad.html", "k", "bad.html cannot be read.")
    first = judgement("")
    case.judge(first)
    case.judge(judgement(first.digest, "again"))
    return case


def content(case: Case) -> tuple[object, ...]:
    """Everything that can be got out of a case."""
    ids = [article.id for article in case.articles()]
    return (
        list(case.readings()),
        [case.original(article) for article in ids],
        case.failures(),
        case.judgements(),
        [case.search(query) for query in QUERIES],
        case.damage(),
    )


def test_a_backup_is_a_case_with_the_same_content(case: Case, tmp_path: Path) -> None:
    before = content(filled(case))
    case.backup(tmp_path / "kept.case")
    with open_case(tmp_path / "kept.case") as kept:
        assert content(kept) == before
        given, read = three()[0]
        changed = msgspec.structs.replace(given, data=b"another text")
        kept.put(changed, read)
        assert (kept.count(), case.count()) == (4, 3)
    assert sorted(p.name for p in tmp_path.iterdir() if "kept" in p.name) == ["kept.case"]


def test_a_backup_is_restored_into_an_empty_case(case: Case, target: str, tmp_path: Path) -> None:
    before = content(filled(case))
    case.backup(tmp_path / "kept.case")
    with (
        open_case(tmp_path / "kept.case") as kept,
        open_case(tmp_path / "back.case", create=True) as back,
    ):
        copy_case(kept, back)
        assert content(back) == before


def test_a_file_is_copied_into_postgresql(both: tuple[Case, Case]) -> None:
    left, right = both
    before = content(filled(left))
    copy_case(left, right)
    assert content(right) == before


def test_nothing_is_copied_into_a_case_that_holds_something(both: tuple[Case, Case]) -> None:
    left, right = both
    filled(left)
    right.fail("x", None, "x cannot be read.")
    with pytest.raises(WrongUse, match="not empty"):
        copy_case(left, right)
    assert right.count() == 0


def test_a_backup_replaces_nothing(case: Case, tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.write_text("mine")
    with pytest.raises(WrongUse, match="there exists"):
        case.backup(there)
    assert there.read_text() == "mine"


def test_a_backup_to_nowhere_is_a_sentence(case: Case, tmp_path: Path) -> None:
    with pytest.raises(CaseUnusable):
        case.backup(tmp_path / "no" / "where")


def test_what_a_killed_backup_left_is_no_hindrance(case: Case, tmp_path: Path) -> None:
    (tmp_path / "kept.case.part").write_text("half")
    filled(case).backup(tmp_path / "kept.case")
    assert not (tmp_path / "kept.case.part").exists()


WRITER = """
import sys
from onrecord.store import open_case
from tests.store.articles import MILL, page, reading
with open_case(sys.argv[1]) as case:
    for number in range(400):
        given = page(f"written {number}", MILL)
        case.put(given, reading(given))
        print(number, flush=True)
"""


def test_a_backup_is_whole_while_others_write(case: Case, target: str, tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, target],
        stdout=subprocess.PIPE,
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(root)},
    ) as writer:
        assert writer.stdout
        for _ in range(20):
            writer.stdout.readline()
        case.backup(tmp_path / "kept.case")
        rest = writer.stdout.read()
    assert writer.returncode == 0 and rest
    with open_case(tmp_path / "kept.case") as kept:
        assert 20 <= kept.count() <= case.count() == 400
        assert kept.damage() == []
