"""Names made up in the place of those of a text."""

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "evaluation"))

from invented import TYPES, Inventor, renamed, typed

ROW: dict[str, Any] = {
    "id": "a",
    "sentences": [
        {
            "tokens": "Lena Koch of Karven met a Karvenian in KARVEN near the bank".split(),
            "labels": "B-Person I-Person O B-Location O O B-NORP O B-Location O O O".split(),
        },
        {"tokens": ["Koch", "left"], "labels": ["B-Person", "O"]},
    ],
}

NAMES = [(["Marna", "Lorda", "Dorna", "Karla", "Marlen", "Norden"], [kind] * 6) for kind in TYPES]


def made(seed: int = 5) -> list[list[str]]:
    again = renamed(ROW, Inventor([*typed(ROW), *NAMES], seed))
    return [sentence["tokens"] for sentence in again["sentences"]]


def test_too_few_names_are_an_error() -> None:
    with pytest.raises(ValueError, match="too few names"):
        renamed(ROW, Inventor(typed(ROW)))


def test_an_old_name_gets_one_new_one_everywhere() -> None:
    (first, second) = made()
    assert (first[1], first[3]) != ("Koch", "Karven")
    assert second == [first[1], "left"]
    assert first[8] == first[3].upper()


def test_the_people_of_a_place_are_called_after_its_new_name() -> None:
    (first, _) = made()
    assert first[6] == first[3].rstrip("aeiouy") + "ian"


def test_everything_else_stays_and_the_labels_fit() -> None:
    again = renamed(ROW, Inventor([*typed(ROW), *NAMES]))
    kept = [
        (old, new)
        for one, other in zip(ROW["sentences"], again["sentences"], strict=True)
        for old, new, label in zip(one["tokens"], other["tokens"], one["labels"], strict=True)
        if label == "O"
    ]
    assert all(old == new for old, new in kept)
    assert [s["labels"] for s in again["sentences"]] == [s["labels"] for s in ROW["sentences"]]
    assert made() == made()
