import gzip
import json
import os
from pathlib import Path

import pytest

from onrecord.read import Unreadable, count_pages, pages_from_paths
from onrecord.records.documents import Page
from onrecord.settings import Settings
from tests.read.archives_by_hand import html, wacz, warc

LIMITS = Settings(max_bytes=200_000)
MILL = html("Mill to close", "The mayor of Orun said on Monday that the mill will close.")
TEXT = "The ferry to Sall was late again, its captain said."


def rows(*names: str) -> bytes:
    return b"".join(json.dumps({"id": n, "text": TEXT}).encode() + b"\n" for n in names)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    response = ("https://orunpost.example/mill", "200 OK", "text/html", MILL)
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(TEXT.encode()))
    (tmp_path / "c.jsonl").write_bytes(rows("r1", "r2"))
    (tmp_path / "d.jsonl.gz").write_bytes(gzip.compress(rows("r3")))
    (tmp_path / "e").mkdir()
    (tmp_path / "e" / "page.html").write_bytes(MILL)
    (tmp_path / "f.docx").write_bytes(b"PK\x03\x04 word/document.xml")
    (tmp_path / "g.warc.gz").write_bytes(warc(response))
    wacz(tmp_path / "h.wacz", warc(response))
    return tmp_path


def test_a_folder_gives_the_pages_of_everything_in_it_in_order(folder: Path) -> None:
    made = list(pages_from_paths([folder], LIMITS))
    assert [offer.name.removeprefix(f"{folder}/") for offer in made] == [
        "a.txt", "b.txt.gz", "r1", "r2", "r3", "e/page.html", "f.docx",
        "g.warc.gz: https://orunpost.example/mill",
        "h.wacz/data-0.warc.gz: https://orunpost.example/mill",
    ]  # fmt: skip
    (bad,) = (offer for offer in made if isinstance(offer, Unreadable))
    assert "Word document" in bad.error


def test_pages_are_counted_where_that_can_be_told(folder: Path) -> None:
    assert count_pages([folder], LIMITS) is None
    for name in ("g.warc.gz", "h.wacz"):
        (folder / name).unlink()
    assert count_pages([folder], LIMITS) == 7 == len(list(pages_from_paths([folder], LIMITS)))


def test_what_cannot_be_had_is_an_offer_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    os.mkfifo(tmp_path / "pipe")
    paths = [tmp_path / "nowhere.html", tmp_path / "empty", tmp_path / "pipe"]
    made = list(pages_from_paths(paths, LIMITS))
    assert [offer.name for offer in made] == [str(path) for path in paths]
    says = ("does not exist", "holds no files", "not a regular file")
    for offer, words in zip(made, says, strict=True):
        assert isinstance(offer, Unreadable) and words in offer.error
    assert count_pages(paths, LIMITS) == 3


def test_pages_stream_one_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(rows(*map(str, range(1000))))
    source = pages_from_paths([path, tmp_path / "nowhere"], LIMITS)
    assert isinstance(next(source), Page)
    path.write_bytes(b"")
    assert len(list(source)) < 900


def test_a_file_name_that_is_not_utf_8_can_be_written_down(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    path.write_text(TEXT)
    (page,) = pages_from_paths([tmp_path], LIMITS)
    assert isinstance(page, Page) and page.name == f"{tmp_path}/caf?.txt"
