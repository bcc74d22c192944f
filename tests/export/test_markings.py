import random

from markupsafe import Markup

from onrecord.export.lookups import look_up
from onrecord.export.markings import DEEPEST, Cover, covers, marked

from .samples import contested
from .test_html import Page


def cover(start: int, end: int, number: int = 0, tag: str = "span") -> Cover:
    rank = 0 if number else 2
    return Cover(start, end, rank, tag, Markup(' data-c="{}"').format(number), number)


def test_plain_text_is_escaped() -> None:
    assert marked("a < b & c", (0, 9), []) == "a &lt; b &amp; c"


def test_crossing_covers_are_closed_and_opened_again() -> None:
    html = marked("abcdef", (0, 6), [cover(0, 4, 1), cover(2, 6, 2)])
    page = Page(html)
    assert page.crossed == []
    assert page.words == "1ab2cdef"
    assert html.count("data-first") == 2
    assert html.count('data-c="2"') == 2


def test_a_claim_that_starts_inside_a_name_puts_no_link_into_a_link() -> None:
    html = marked("The Front fights", (0, 16), [cover(0, 9, tag="a"), cover(4, 16, 1)])
    assert Page(html).crossed == []


def test_a_claim_over_the_edge_of_a_region_is_clipped() -> None:
    html = marked("abcdef", (3, 6), [cover(0, 6, 1)])
    assert html == '<span data-c="1">def</span>'


def test_any_heap_of_covers_nests_and_keeps_the_words() -> None:
    chance = random.Random(7)
    text = "the quick brown fox jumps over the lazy dog"
    for _ in range(200):
        laid = []
        for number in range(1, 9):
            start = chance.randrange(len(text))
            end = chance.randrange(start + 1, len(text) + 1)
            tag = chance.choice(["span", "b"])
            laid.append(cover(start, end, chance.choice([0, number]), tag))
        page = Page(marked(text, (0, len(text)), laid))
        assert page.crossed == []
        assert page.open == []
        assert "".join(c for c in page.words if not c.isdigit()) == text


def test_claims_that_overlap_run_on_lines_of_their_own() -> None:
    lookup = look_up(contested())
    lines = [c for c in covers(lookup) if c.number]
    for one in lines:
        for other in lines:
            if one is not other and one.start < other.end and other.start < one.end:
                assert level(one) != level(other)
            assert level(one) < DEEPEST


def level(cover: Cover) -> int:
    return int(cover.attributes.split(" l")[-1][0])
