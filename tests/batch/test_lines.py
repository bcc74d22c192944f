"""Many pages: order kept, failures in their place."""

import json
from collections.abc import Iterator

import pytest

from onrecord.batch.lines import TOGETHER, Failure, Outcome, pages_from_rows, read_pages
from onrecord.model.bundle import Bundle, load, shipped
from onrecord.records.documents import Page
from onrecord.records.readings import Reading
from onrecord.settings import Settings


@pytest.fixture(scope="module")
def bundle() -> Bundle:
    return load(shipped(), threads=1)


def row(name: object, text: object = "The minister said the mill will close in May.") -> bytes:
    return json.dumps({"id": name, "text": text}).encode() + b"\n"


def outcomes(bundle: Bundle, lines: list[bytes]) -> list[Outcome]:
    return list(read_pages(pages_from_rows(lines, "rows.jsonl"), bundle, Settings()))


def test_rows_become_pages_with_their_ids_and_empty_lines_are_skipped() -> None:
    made = list(pages_from_rows([row("a"), b"\n", b"  \n", row(7)], "rows.jsonl"))
    assert [name for name, _ in made] == ["a", 7]
    assert all(isinstance(page, Page) for _, page in made)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (b'{"id": "x", "text": \n', "x"),
        (b'{"id": "x"}\n', "x"),
        (row("x", "  "), "x"),
        (row("x", 5), "x"),
        (b"[1, 2]\n", None),
        (b"nonsense\n", None),
        (b'\xff\xfe{"id"', None),
    ],
)
def test_a_bad_row_is_a_failure_that_names_its_line(line: bytes, name: str | None) -> None:
    made = list(pages_from_rows([row("a"), b"\n", line], "rows.jsonl"))
    found, failure = made[1]
    assert found == name and isinstance(failure, Failure) and failure.id == name
    assert "rows.jsonl, line 3" in failure.error and failure.error.endswith(".")
    assert "\n" not in failure.error


def test_order_is_kept_over_several_lots_with_failures_between(bundle: Bundle) -> None:
    lines = [row(i) if i % 3 else b'{"id": %d}\n' % i for i in range(2 * TOGETHER + 3)]
    made = outcomes(bundle, lines)
    assert [name for name, _ in made] == list(range(len(lines)))
    for name, outcome in made:
        assert isinstance(name, int)
        assert isinstance(outcome, Reading if name % 3 else Failure)
        if isinstance(outcome, Reading):
            assert outcome.document.name == str(name)


def test_a_lot_of_failures_alone_is_no_trouble(bundle: Bundle) -> None:
    made = outcomes(bundle, [b"{}\n"] * (TOGETHER + 1))
    assert len(made) == TOGETHER + 1 and all(isinstance(o, Failure) for _, o in made)
    assert outcomes(bundle, []) == []


def test_a_page_that_holds_no_words_fails_when_it_is_opened(bundle: Bundle) -> None:
    (name, failure), (_, reading) = outcomes(bundle, [row("x", "*** !!!"), row("y")])
    assert name == "x" and isinstance(failure, Failure) and "no article text" in failure.error
    assert isinstance(reading, Reading)


def test_pages_are_read_as_they_come_not_all_at_once(bundle: Bundle) -> None:
    taken = 0

    def source() -> Iterator[bytes]:
        nonlocal taken
        for i in range(10 * TOGETHER):
            taken += 1
            yield row(i)

    first = next(read_pages(pages_from_rows(source(), "rows.jsonl"), bundle, Settings()))
    assert first[0] == 0 and taken == TOGETHER
