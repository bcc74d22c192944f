import gzip
import io
import os
import zipfile
from pathlib import Path

import pytest

from onrecord.errors import CannotRead, NoText, OnrecordError, TooLarge
from onrecord.read import page_from_bytes, page_from_path
from onrecord.settings import Settings

SETTINGS = Settings()
ARTICLE = (
    b"<html><body><article><p>The camp will close, ministers said.</p></article></body></html>"
)


def zipped(member: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
        archive.writestr(member, "<x/>")
    return out.getvalue()


def test_a_page_is_told_by_its_bytes_not_its_suffix(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(ARTICLE)
    page = page_from_path(path, SETTINGS)
    assert (page.media, page.data, page.name) == ("html", ARTICLE, str(path))


def test_prose_about_a_tag_is_text() -> None:
    page = page_from_bytes("a", b"The <p> tag marks a paragraph, the guide says.", SETTINGS)
    assert page.media == "text"


def test_a_gzipped_page_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "page.html.gz"
    path.write_bytes(gzip.compress(ARTICLE[:40]) + gzip.compress(ARTICLE[40:]))
    assert page_from_path(path, SETTINGS).data == ARTICLE


def test_a_bomb_is_stopped_at_the_limit() -> None:
    small = Settings(max_bytes=1_000_000)
    with pytest.raises(TooLarge, match=r"bomb\.gz unpacks to more than 1 MB"):
        page_from_bytes("bomb.gz", gzip.compress(bytes(30_000_000)), small)


@pytest.mark.parametrize("cut", [5, 40])
def test_a_broken_gzip_is_named(cut: int) -> None:
    data = gzip.compress(os.urandom(5000))
    with pytest.raises(CannotRead, match="gzip"):
        page_from_bytes("a.gz", data[: len(data) - cut * 20], SETTINGS)


def test_a_large_file_is_refused_without_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "large.html"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(TooLarge, match=r"large\.html has 200\.0 MB, the limit is 50 MB"):
        page_from_path(path, SETTINGS)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(60), "a PNG image"),
        (b"\xff\xd8\xff\xe0" + bytes(60), "a JPEG image"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "a WebP image"),
        (zipped("word/document.xml"), "a Word document"),
        (zipped("notes.txt"), "a ZIP archive"),
        (b"\x00\x00\x00\x18ftypmp42" + bytes(60), "an image or video file"),
        (b"{\\rtf1 hello}", "an RTF document"),
        (bytes(range(256)) * 20, "a binary file"),
    ],
)
def test_what_is_no_page_is_called_by_its_name(data: bytes, what: str) -> None:
    with pytest.raises(CannotRead) as caught:
        page_from_bytes("thing", data, SETTINGS)
    message = str(caught.value)
    assert message.startswith(f"thing is {what}")
    assert message.endswith(".") and ";" in message


@pytest.mark.parametrize("data", [b"", b" \r\n\t ", gzip.compress(b"")])
def test_an_empty_input_has_no_text(data: bytes) -> None:
    with pytest.raises(NoText, match="blank is empty"):
        page_from_bytes("blank", data, SETTINGS)


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="does not exist"):
        page_from_path(tmp_path / "none.html", SETTINGS)
    with pytest.raises(CannotRead, match="is a folder"):
        page_from_path(tmp_path, SETTINGS)
    with pytest.raises(CannotRead, match=r"cannot be opened|does not exist"):
        page_from_path(tmp_path / ("x" * 5000), SETTINGS)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(CannotRead, match="not a regular file"):
        page_from_path(pipe, SETTINGS)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "locked.txt"
    path.write_text("The camp will close.")
    path.chmod(0)
    with pytest.raises(OnrecordError, match="may not be read"):
        page_from_path(path, SETTINGS)
