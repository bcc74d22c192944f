"""Spans and ids."""

import msgspec
import pytest

from onrecord.records.spans import Origin, identify, overlap, within


def test_an_id_is_its_kind_and_twelve_hex_digits_of_its_content() -> None:
    made = identify("claim", "doc-1", 3, 9)
    assert made == identify("claim", "doc-1", 3, 9)
    kind, digest = made.split("-")
    assert kind == "claim" and len(digest) == 12 and int(digest, 16) >= 0


def test_other_content_has_another_id_however_it_is_cut() -> None:
    made = {identify("a", "b", 12), identify("a", "b1", 2), identify("a", "b", 1, 2), identify("b")}
    assert len(made) == 4


@pytest.mark.parametrize(
    ("left", "right", "shared"),
    [
        ((0, 4), (2, 9), 2),
        ((2, 9), (0, 4), 2),
        ((0, 4), (4, 9), 0),
        ((0, 9), (3, 4), 1),
        ((0, 1), (5, 6), 0),
    ],
)
def test_overlap_counts_shared_characters(
    left: tuple[int, int], right: tuple[int, int], shared: int
) -> None:
    assert overlap(left, right) == shared


def test_within_takes_in_the_edges() -> None:
    assert within((2, 4), (2, 4)) and within((3, 3), (2, 4))
    assert not within((1, 4), (2, 4)) and not within((2, 5), (2, 4))


def test_a_record_is_frozen_and_takes_no_unknown_field() -> None:
    origin = Origin(step="find", rule="r", why="w")
    with pytest.raises(AttributeError):
        origin.rule = "s"  # type: ignore[misc]
    with pytest.raises(msgspec.ValidationError, match="unknown field"):
        msgspec.json.decode(b'{"step":"a","rule":"b","why":"c","more":1}', type=Origin)
