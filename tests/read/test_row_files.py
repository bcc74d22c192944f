import gzip
import json
from pathlib import Path

from onrecord.read import Unreadable
from onrecord.read.row_files import count_rows, is_rows, pages_in_rows
from onrecord.records.documents import Page
from onrecord.settings import Settings

LIMITS = Settings(max_bytes=2_000)


def row(name: object, text: object = "The mill will close, the mayor of Orun said.") -> bytes:
    return json.dumps({"id": name, "text": text}).encode() + b"\n"


def test_rows_are_pages_and_bad_lines_keep_their_place(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(row("a") + b"\n" + b'{"id": "b", "text"\n' + b"nonsense\n" + row(7)[:-1])
    made = list(pages_in_rows(path, LIMITS))
    assert [offer.name for offer in made] == ["a", "b", f"{path}, line 4", "7"]
    assert [isinstance(offer, Page) for offer in made] == [True, False, False, True]
    assert isinstance(made[1], Unreadable) and "line 3" in made[1].error
    assert count_rows(path, LIMITS) == 4


def test_a_line_too_long_to_hold_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(row("a") + row("long", "word " * 5000) + row("b"))
    first, long, last = pages_in_rows(path, LIMITS)
    assert (first.name, last.name) == ("a", "b")
    assert isinstance(long, Unreadable) and "line 2 has more than 0.002 MB" in long.error
    assert count_rows(path, LIMITS) == 3


def test_packed_rows_that_break_off_say_so_last(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl.gz"
    packed = gzip.compress(b"".join(row(n, f"Report {n * 7919} of the mill.") for n in range(400)))
    path.write_bytes(packed)
    assert len(list(pages_in_rows(path, LIMITS))) == count_rows(path, LIMITS) == 400
    path.write_bytes(packed[: len(packed) // 2])
    made = list(pages_in_rows(path, LIMITS))
    assert sum(isinstance(offer, Page) for offer in made) > 100
    assert isinstance(made[-1], Unreadable) and "breaks off" in made[-1].error


def test_rows_are_told_by_name_or_by_their_first_line() -> None:
    assert is_rows(Path("a.JSONL"), b"") and is_rows(Path("a.ndjson.gz"), b"")
    assert is_rows(Path("export.txt"), row("a"))
    assert not is_rows(Path("a.txt"), b'{"id": "a"}\n{"text": "b"}')
    assert not is_rows(Path("a.txt"), b"The mill will close.")
