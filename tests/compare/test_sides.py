import numpy as np

from onrecord.compare.sides import Text, covered, side, sorts
from onrecord.compare.words import words
from tests.compare.wires import article

QUOTE = "nobody came and nobody called before the coffins arrived"


def text(name: str, written: str) -> Text:
    found = words([written])
    return Text(article(name, written), *found[:3])


def test_what_one_side_quotes_is_a_quotation_on_the_other() -> None:
    left, right = text("a", f"She said “{QUOTE}” twice."), text("b", f"It seems {QUOTE} there.")
    nothing = tuple(np.zeros(len(one.hashes), dtype=bool) for one in (left, right))
    found = sorts((left, right), (nothing[0], nothing[1]))
    assert [int(one.quoted.sum()) for one in found] == [9, 9]
    assert int(found[1].own.sum()) == len(right.hashes) - 9


def test_words_of_a_side_are_counted_by_sort() -> None:
    masks = [covered(10, spans) for spans in ([(0, 6)], [(0, 2)], [(2, 5)])]
    counted = side(masks[0], masks[1], masks[2])
    assert (counted.share, counted.text_share, counted.own_share) == (0.6, 0.5, 0.2)
    assert side(masks[0][:0], masks[1][:0], masks[2][:0]).share == 0


def test_furniture_is_marked_by_paragraph_in_characters() -> None:
    one = text("a", "Café “lamps” lit.\nAll rights reserved.")
    assert one.furniture.tolist() == [False] * 3 + [True] * 3
    assert one.quoted.tolist() == [False, True, False, False, False, False]
