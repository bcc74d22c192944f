import json

import pytest

from onrecord.errors import CannotRead, NoText
from onrecord.read import document_from_page, page_from_row, row_id
from onrecord.settings import Settings


def line(**fields: object) -> bytes:
    return json.dumps(fields).encode()


def test_a_row_keeps_its_text_and_metadata() -> None:
    page = page_from_row(
        line(id=7, text="It closed.", title=" Camp  closes ", authors="By A. and B. Harlow", outlet="The Post"),
        3,
        "in.jsonl",
    )  # fmt: skip
    assert (page.name, page.media, page.data) == ("7", "row", b"It closed.")
    assert page.metadata.authors == ("A. Harlow", "B. Harlow")
    assert page.metadata.title == "Camp closes"
    assert page.metadata.found == {"title": "row", "outlet": "row", "authors": "row"}


def test_authors_may_be_a_list() -> None:
    page = page_from_row(line(id="a", text="It closed.", authors=["Lina Hart", "Tom Roe"]), 1, "in")
    assert page.metadata.authors == ("Lina Hart", "Tom Roe")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"{", "not valid JSON"),
        (b"\xff\xfe", "not valid JSON"),
        (b"[" * 100_000, "not valid JSON"),
        (b"[1]", "not a JSON object"),
        (line(text="x"), 'no "id"'),
        (line(id=True, text="x"), 'no "id"'),
        (line(id="a"), 'no "text"'),
        (line(id="a", text=["x"]), 'no "text"'),
        (b'{"id": "a", "text": "\\ud800 broke"}', "in, line 4"),
    ],
)
def test_a_bad_row_is_named_in_one_sentence(data: bytes, says: str) -> None:
    with pytest.raises(CannotRead) as caught:
        page_from_row(data, 4, "in")
    assert says in str(caught.value)
    assert "in, line 4" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_blank_text_is_no_text() -> None:
    with pytest.raises(NoText, match='empty "text"'):
        page_from_row(line(id="a", text=" \n"), 1, "in")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b'{"id": "a", "text": 5}', "a"),
        (b'{"id": 12, "text": "broken', 12),
        (b'{"text": "x", "id":"b\\"c", ', 'b"c'),
        (b'{"id": true}', None),
        (b"nothing", None),
        (b"[1]", None),
    ],
)
def test_the_id_of_a_broken_row(data: bytes, expected: str | int | None) -> None:
    assert row_id(data) == expected


def test_the_text_of_a_row_is_untouched() -> None:
    text = "  Camp closes\r\n\r\nBy Lina Hart\r\n\r\nIt \u200bclosed\u202e on Sunday, the ministers of all three states said.\r\n"
    document = document_from_page(page_from_row(line(id="a", text=text), 1, "in"), Settings())
    assert document.text == text
    first = document.blocks[0]
    assert document.slice((first.start, first.end)) == "Camp closes"
    assert any("direction of writing" in warning for warning in document.warnings)
    assert document.authors == ("Lina Hart",)
