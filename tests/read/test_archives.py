import gzip
import zlib
from pathlib import Path
from random import Random

import pytest

from onrecord.errors import CannotRead
from onrecord.read import Unreadable, document_from_page, page_from_bytes, page_from_path
from onrecord.read.archives import is_wacz, is_warc, pages_in_wacz, pages_in_warc
from onrecord.records.documents import Page
from onrecord.settings import Settings
from tests.read.archives_by_hand import Response, html, wacz, warc

LIMITS = Settings(max_bytes=200_000)
MILL = html("Mill at Orun to close", "The mayor of Orun said on Monday that the mill will close.")
FERRY = html("Ferry late again", "The ferry to Sall was late for the ninth day, passengers said.")


def ok(name: str, body: bytes = MILL, media: str = "text/html; charset=utf-8") -> Response:
    return f"https://orunpost.example/{name}", "200 OK", media, body


def written(tmp_path: Path, data: bytes, name: str = "dump.warc.gz") -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


def offers(path: Path, settings: Settings = LIMITS) -> list[Page | Unreadable]:
    return list(pages_in_warc(path, settings))


def named(path: Path, made: list[Page | Unreadable]) -> list[str]:
    return [offer.name.removeprefix(f"{path}: ") for offer in made]


@pytest.mark.parametrize("packed", [True, False])
def test_responses_that_may_be_articles_become_pages_with_their_fetch(
    tmp_path: Path, packed: bool
) -> None:
    path = written(
        tmp_path,
        warc(
            ok("mill"),
            ok("style.css", b"p {}", "text/css"),
            ("https://orunpost.example/gone", "404 Not Found", "text/html", MILL),
            ok("note.txt", b"The mill will close, the mayor said.", "text/plain"),
            ok("robots.txt", b"User-agent: *", "text/plain"),
            packed=packed,
        ),
    )
    mill, note = offers(path)
    assert isinstance(mill, Page) and isinstance(note, Page)
    assert mill.name == f"{path}: https://orunpost.example/mill"
    assert (mill.media, mill.data, note.media) == ("html", MILL, "text")
    assert mill.fetch is not None
    assert (mill.fetch.url, mill.fetch.at, mill.fetch.status) == (
        "https://orunpost.example/mill", "2031-04-02T08:00:00Z", 200,
    )  # fmt: skip
    assert mill.fetch.headers["content-type"] == "text/html; charset=utf-8"
    assert document_from_page(mill, LIMITS).url == "https://orunpost.example/mill"


def test_a_body_in_chunks_or_packed_is_what_the_reader_saw(tmp_path: Path) -> None:
    half = len(MILL) // 2
    parts = (MILL[:half], MILL[half:])
    chunked = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"
    for body, extra in (
        (chunked, {"Transfer-Encoding": "chunked"}),
        (gzip.compress(MILL), {"Content-Encoding": "gzip"}),
        (zlib.compress(MILL), {"Content-Encoding": "deflate"}),
        (zlib.compress(MILL)[2:-4], {"Content-Encoding": "deflate"}),
    ):
        (page,) = offers(written(tmp_path, warc(ok("mill", body), extra=extra)))
        assert isinstance(page, Page) and page.data == MILL


def test_an_encoding_nobody_can_unpack_is_named(tmp_path: Path) -> None:
    (bad,) = offers(written(tmp_path, warc(ok("mill"), extra={"Content-Encoding": "br"})))
    assert isinstance(bad, Unreadable) and "packed as 'br'" in bad.error and "/mill" in bad.error


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("share", [0.35, 0.5, 0.65, 0.8, 0.97, 0.999])
def test_a_cut_archive_gives_its_whole_pages_and_then_one_failure(
    tmp_path: Path, packed: bool, share: float
) -> None:
    whole = warc(*(ok(f"page-{n}", MILL + b"<!-- %d -->" % n) for n in range(6)), packed=packed)
    path = written(tmp_path, whole[: int(len(whole) * share)])
    *pages, failure = offers(path)
    assert all(isinstance(page, Page) and page.data.startswith(MILL) for page in pages)
    assert len(pages) < 6 or share > 0.99
    assert isinstance(failure, Unreadable) and failure.name == str(path)
    assert "breaks off" in failure.error and f"its {len(pages)} whole pages" in failure.error


def test_every_cut_is_noticed(tmp_path: Path) -> None:
    whole = warc(ok("one"), ok("two", FERRY), packed=False)
    for size in range(20, len(whole)):
        if whole[size:].lstrip().startswith(b"WARC/"):
            continue  # a cut between two records leaves a sound archive
        made = offers(written(tmp_path, whole[:size]))
        assert isinstance(made[-1], Unreadable), size
        assert all(isinstance(page, Page) and page.data in (MILL, FERRY) for page in made[:-1])
    assert not any(isinstance(page, Unreadable) for page in offers(written(tmp_path, whole)))


def test_damage_in_the_middle_ends_the_archive_with_a_failure_and_prints_nothing(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    whole = bytearray(warc(*(ok(f"p{n}") for n in range(5)), packed=False))
    at = whole.index(b"WARC/1.0", len(whole) // 2)
    whole[at : at + 8] = b"nonsense"
    *pages, failure = offers(written(tmp_path, bytes(whole)))
    assert pages and isinstance(failure, Unreadable) and "is damaged" in failure.error
    packed = bytearray(warc(*(ok(f"p{n}") for n in range(5))))
    packed[len(packed) // 2 + 20] ^= 0xFF
    *pages, failure = offers(written(tmp_path, bytes(packed)))
    assert isinstance(failure, Unreadable) and failure.error.count(".") >= 1
    assert capfd.readouterr() == ("", "")


def test_an_oversize_page_is_refused_and_the_next_one_follows(tmp_path: Path) -> None:
    path = written(tmp_path, warc(ok("large", Random(0).randbytes(300_000)), ok("mill")))
    large, mill = offers(path)
    assert isinstance(large, Unreadable) and "ONRECORD_MAX_MB" in large.error
    assert named(path, [large]) == ["https://orunpost.example/large"]
    assert isinstance(mill, Page)


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_a_bomb_in_a_body_is_stopped_at_the_limit(tmp_path: Path, encoding: str) -> None:
    pack = gzip.compress if encoding == "gzip" else zlib.compress
    path = written(
        tmp_path, warc(ok("bomb", pack(bytes(5_000_000))), extra={"Content-Encoding": encoding})
    )
    (bomb,) = offers(path)
    assert isinstance(bomb, Unreadable) and "more than 0.2 MB" in bomb.error


def test_an_archive_that_is_a_bomb_ends_early(tmp_path: Path) -> None:
    path = written(tmp_path, warc(ok("mill")) + gzip.compress(b"x" * 80_000_000))
    *pages, failure = offers(path)
    assert [page.data for page in pages if isinstance(page, Page)] == [MILL]
    assert isinstance(failure, Unreadable) and "200 times its size" in failure.error


def test_an_archive_without_records_says_so(tmp_path: Path) -> None:
    (failure,) = offers(written(tmp_path, gzip.compress(b"")))
    assert isinstance(failure, Unreadable) and "holds no records" in failure.error


def test_a_wacz_gives_the_pages_of_all_its_warcs(tmp_path: Path) -> None:
    path = wacz(tmp_path / "crawl.wacz", warc(ok("mill")), warc(ok("ferry", FERRY)))
    made = list(pages_in_wacz(path, LIMITS))
    assert [offer.name for offer in made] == [
        f"{path}/data-0.warc.gz: https://orunpost.example/mill",
        f"{path}/data-1.warc.gz: https://orunpost.example/ferry",
    ]
    assert is_wacz(path, path.read_bytes()[:100]) and not is_warc(path, path.read_bytes()[:100])


def test_a_damaged_wacz_is_named(tmp_path: Path) -> None:
    path = wacz(tmp_path / "crawl.wacz", warc(ok("mill")))
    path.write_bytes(path.read_bytes()[:-200])
    assert is_wacz(path, path.read_bytes()[:100])
    with pytest.raises(CannotRead, match=r"crawl\.wacz is a damaged or locked WACZ"):
        list(pages_in_wacz(path, LIMITS))


def test_reading_an_archive_as_one_article_names_the_command_for_it(tmp_path: Path) -> None:
    for path in (
        written(tmp_path, warc(ok("mill"))),
        written(tmp_path, warc(ok("mill"), packed=False), "dump.warc"),
        wacz(tmp_path / "crawl.wacz", warc(ok("mill"))),
    ):
        with pytest.raises(CannotRead, match="use onrecord add CASE"):
            page_from_path(path, LIMITS)
        with pytest.raises(CannotRead, match="use onrecord add CASE"):
            page_from_bytes("standard input", path.read_bytes(), LIMITS)
