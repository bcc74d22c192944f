"""Things by where they stand: the same answers as looking at everything."""

import random

import pytest

from onrecord.records.shelves import Shelf
from onrecord.records.spans import Span, overlap, within


@pytest.mark.parametrize("seed", range(10))
def test_a_shelf_finds_what_a_look_at_everything_finds(seed: int) -> None:
    chance = random.Random(seed)
    starts = [chance.randrange(200) for _ in range(60)]
    items: list[tuple[Span, int]] = [
        ((start, start + chance.randrange(1, 30)), number) for number, start in enumerate(starts)
    ]
    shelf = Shelf(items)
    ordered = sorted(items, key=lambda item: item[0])
    for _ in range(50):
        first = chance.randrange(220)
        span = (first, first + chance.randrange(1, 40))
        assert shelf.inside(span) == [n for place, n in ordered if within(place, span)]
        assert shelf.around(span) == [n for place, n in ordered if within(span, place)]
        assert shelf.touching(span) == [n for place, n in ordered if overlap(place, span)]


def test_an_empty_shelf_has_nothing() -> None:
    shelf: Shelf[int] = Shelf([])
    assert shelf.inside((0, 9)) == shelf.around((0, 9)) == shelf.touching((0, 9)) == []
