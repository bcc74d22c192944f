"""What goes wrong with a database is one sentence; what is killed in the middle leaves nothing."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.errors import CaseUnusable
from onrecord.store import Case, open_case
from tests.store.articles import MILL, page, reading, three

ROOT = Path(__file__).parents[2]
WRITE = """
import sys
from onrecord.store import open_case
from tests.store.articles import MILL, claim, page, reading
with open_case(sys.argv[1], create=True) as case:
    for number in range(int(sys.argv[3])):
        given = page(f"{sys.argv[2]} {number}", MILL)
        claims = tuple(claim(MILL, MILL[at:at + 20]) for at in range(40))
        case.put(given, reading(given, claims))
        print(number, flush=True)
"""
LIMITED = """
import resource, sys
from onrecord.errors import CaseUnusable
from onrecord.store import open_case
from tests.store.articles import MILL, page, reading
with open_case(sys.argv[1]) as case:
    resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
    try:
        for number in range(1000):
            given = page(f"new {number}", MILL + str(number) * 3000)
            case.put(given, reading(given))
    except CaseUnusable as error:
        print(error)
    print(case.count() >= 3, case.search("ferry").matches)
"""
READ_ONLY = """
import os, sys
from onrecord.store.migrations import scripts
from onrecord.errors import CaseUnusable
from onrecord.store import open_case
from tests.store.articles import FERRY, page, reading
scripts("sqlite")
if os.geteuid() == 0:
    # Rights mean nothing to root.
    os.setgid(65534), os.setuid(65534)
try:
    with open_case(sys.argv[1]) as case:
        print(case.count())
        print(case.search("rally").matches)
        case.backup(sys.argv[2])
        given = page("new", FERRY)
        case.put(given, reading(given))
except CaseUnusable as error:
    print(error)
"""


def python(code: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": f"{ROOT}:{ROOT / 'src'}", "PYTHONDONTWRITEBYTECODE": "1"},
    )


def output(process: subprocess.Popen[str]) -> list[str]:
    said, _ = process.communicate(timeout=120)
    assert process.returncode == 0
    return said.splitlines()


def filled(path: Path) -> Path:
    with open_case(path, create=True) as case:
        for given, read in three():
            case.put(given, read)
    return path


@pytest.fixture
def kept() -> Iterator[Path]:
    """A file that anybody may make."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o777)
        yield Path(folder) / "kept.case"


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that other users may enter; those above ``tmp_path`` are closed to them."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def test_two_writers_at_once_both_succeed(target: str) -> None:
    writers = [python(WRITE, target, name, "60") for name in ("first", "second")]
    for writer in writers:
        assert len(output(writer)) == 60
    with open_case(target) as case:
        assert case.count() == 120
        assert case.damage() == []


def test_readers_see_only_whole_articles(case: Case, target: str) -> None:
    writer = python(WRITE, target, "written", "60")
    seen = 0
    while writer.poll() is None:
        for article, read in case.readings():
            assert len(read.claims) == 40
            assert case.original(article).data.decode() == MILL
            seen += 1
    output(writer)
    assert seen and case.count() == 60


@pytest.mark.parametrize("wait", [0.0, 0.013, 0.05, 0.11, 0.2])
def test_what_was_put_survives_a_kill_and_nothing_is_half(target: str, wait: float) -> None:
    writer = python(WRITE, target, "written", "5000")
    assert writer.stdout
    shown = [writer.stdout.readline()]
    time.sleep(wait)
    writer.send_signal(signal.SIGKILL)
    shown += writer.stdout.readlines()
    writer.wait()
    with open_case(target) as case:
        assert case.count() in (len(shown), len(shown) + 1)
        assert case.damage() == []
        given = page("after", MILL)
        case.put(given, reading(given))


def test_a_full_disk_is_a_sentence_and_loses_nothing(tmp_path: Path) -> None:
    path = filled(tmp_path / "a.case")
    said = output(python(LIMITED, str(path)))
    assert len(said) == 2 and said[0].startswith(str(path)) and "space" in said[0]
    assert said[1] == "True 1"
    with open_case(path) as case:
        assert case.damage() == []


@pytest.mark.parametrize(("file", "folder"), [(0o444, 0o755), (0o444, 0o555), (0o644, 0o555)])
def test_a_case_that_may_not_be_written_can_be_read(
    place: Path, kept: Path, file: int, folder: int
) -> None:
    path = filled(place / "a.case")
    path.chmod(file)
    place.chmod(folder)
    said = output(python(READ_ONLY, str(path), str(kept)))
    place.chmod(0o755)
    assert said[:2] == ["3", "1"]
    assert said[2].startswith(str(path)) and "may not be written" in said[2]
    assert sorted(found.name for found in place.iterdir()) == ["a.case"]


@pytest.mark.parametrize("beside", [("-wal",), ("-wal", "-shm")])
def test_what_is_only_in_the_log_of_a_closed_place_is_read(
    tmp_path: Path, place: Path, kept: Path, beside: tuple[str, ...]
) -> None:
    with open_case(filled(tmp_path / "a.case")) as case:
        given = page("fourth", MILL)
        case.put(given, reading(given))
        for ending in ("", *beside):
            copied = place / f"a.case{ending}"
            shutil.copyfile(tmp_path / f"a.case{ending}", copied)
            copied.chmod(0o444)
    place.chmod(0o555)
    said = output(python(READ_ONLY, str(place / "a.case"), str(kept)))
    place.chmod(0o755)
    assert said[:2] == ["4", "1"] and "may not be written" in said[2]
    with open_case(kept) as case:
        assert case.count() == 4 and case.damage() == []
    assert not list(Path(tempfile.gettempdir()).glob("onrecord-*/a.case"))


def test_a_case_that_may_not_be_read_is_a_sentence(place: Path) -> None:
    path = filled(place / "a.case")
    path.chmod(0o000)
    (said,) = output(python(READ_ONLY, str(path), "nowhere"))
    assert said.startswith(str(path)) and "cannot be opened" in said


def test_a_backup_can_be_read_where_nothing_may_be_written(
    tmp_path: Path, place: Path, kept: Path
) -> None:
    with open_case(filled(tmp_path / "a.case")) as case:
        case.backup(place / "kept.case")
    (place / "kept.case").chmod(0o444)
    place.chmod(0o555)
    said = output(python(READ_ONLY, str(place / "kept.case"), str(kept)))
    place.chmod(0o755)
    assert said[:2] == ["3", "1"] and "may not be written" in said[2]


def test_what_is_no_case_is_refused_in_a_sentence(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("The mill will close in May. " * 100)
    other = sqlite3.connect(tmp_path / "other.db")
    other.execute("CREATE TABLE t (x)")
    other.close()
    for path, said in [
        (text, "is not a case"),
        (tmp_path / "other.db", "another program"),
        (tmp_path, "is a folder"),
        (tmp_path / "none.case", "does not exist"),
        (tmp_path / "no" / "folder.case", "cannot be opened|does not exist"),
    ]:
        with pytest.raises(CaseUnusable, match=said) as refusal:
            open_case(path, create="no/" in str(path))
        assert str(path) in str(refusal.value)


@pytest.mark.parametrize("kept", [10, 3000, 20_000, 60_000])
def test_a_truncated_case_is_a_sentence(tmp_path: Path, kept: int) -> None:
    path = filled(tmp_path / "a.case")
    path.write_bytes(path.read_bytes()[:kept])
    with pytest.raises(CaseUnusable) as refusal, open_case(path) as case:
        found = case.damage()
        assert found
        raise CaseUnusable(f"{path}: {found[0]}")
    assert "\n" not in str(refusal.value)


def test_a_server_that_is_not_there_is_a_sentence_without_the_password() -> None:
    for address in ("vera:secret@127.0.0.1:1/case", "127.0.0.1:1/case?user=vera&password=secret"):
        with pytest.raises(CaseUnusable, match="cannot be reached") as refusal:
            open_case(f"postgresql://{address}")
        assert "\n" not in str(refusal.value)
        assert "secret" not in str(refusal.value)


def test_without_its_driver_postgresql_is_a_sentence() -> None:
    code = """
import sys
sys.modules["psycopg"] = None
from onrecord.errors import CaseUnusable
from onrecord.store import open_case
try:
    open_case("postgresql://localhost/case")
except CaseUnusable as error:
    print(error)
"""
    (said,) = output(python(code))
    assert "pip install 'onrecord[postgresql]'" in said


def test_a_database_that_is_not_there_is_a_sentence(target: str) -> None:
    if target.startswith("postgresql"):
        with pytest.raises(CaseUnusable, match=r"\"nowhere\" does not exist"):
            open_case(target.replace("/postgres?", "/nowhere?"))
        with pytest.raises(CaseUnusable):
            open_case(target.replace("postgres@", "somebody@"))
