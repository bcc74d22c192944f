from onrecord.export.origins.sides import on_screen, packed, passages_in_order, shared
from onrecord.export.texts import harmless

from .samples import LINKS


def seen(text: str, span: tuple[int, int]) -> str:
    """What a browser would cut out of the text that is shown."""
    units = harmless(text).encode("utf-16-le")
    return units[span[0] * 2 : span[1] * 2].decode("utf-16-le")


def test_spans_count_as_the_browser_counts_them() -> None:
    text = "\u202eA ship \U0001f6a2\x07 came in"
    start = text.index("came")
    assert seen(text, on_screen(text, (start, start + 4))) == "came"


def test_packed_passages_have_four_numbers_each() -> None:
    passages = ((0, 4, 5, 9), (6, 8, 0, 2))
    assert packed(("plain text", "plain text"), passages) == "0,4,5,9 6,8,0,2"


def test_a_packed_passage_cuts_the_same_words_on_both_sides() -> None:
    left, right = "\U0001f6a2\U0001f6a2 mud moved", "no mud moved"
    passage = (left.index("mud"), len(left), right.index("mud"), len(right))
    numbers = tuple(map(int, packed((left, right), [passage]).split(",")))
    assert seen(left, numbers[:2]) == seen(right, numbers[2:]) == "mud moved"


def test_passages_stand_in_the_order_of_the_first_text() -> None:
    link = LINKS[1]
    turned = passages_in_order(link, turned=True)
    assert [p[2:] + p[:2] for p in turned] == sorted(link.passages, key=lambda p: p[2:])
    assert passages_in_order(link, turned=False) == tuple(sorted(link.passages))


def test_a_passage_is_told_by_how_it_begins() -> None:
    (one,) = shared("The firm owns no ships and has no staff", [(4, 22, 0, 18)])
    assert (one.number, one.opening, one.words) == (1, "firm owns no ships", 4)
