import re

import msgspec
import pytest

from onrecord.export.origins.lookups import Lookup, look_up
from onrecord.export.origins.pictures import WIDTHS, Row, picture
from onrecord.export.origins.trees import Branch, Tree, family_tree
from onrecord.records.origins import Listed, Origins, TextFamily

from .samples import ARTICLES, sample


def family(width: int = WIDTHS[0]) -> str:
    lookup = look_up(sample(), ARTICLES)
    tree = family_tree(lookup, sample().families[0])
    rows = {a: Row(appearance=lookup.of(a)) for group in tree.groups for a in group}
    return str(picture(tree, rows, width, "A tree."))


def case(*published: str | None) -> Lookup:
    documents = tuple(
        Listed(id=str(n), name=f"name {n}", outlet=None, published=when, credit=None)
        for n, when in enumerate(published)
    )
    return look_up(Origins(documents=documents))


def dated(*published: str | None) -> str:
    lookup = case(*published)
    tree = family_tree(lookup, TextFamily(documents=tuple(lookup.appearances), root=None))
    rows = {a: Row(appearance=lookup.of(a)) for a in lookup.appearances}
    return str(picture(tree, rows, WIDTHS[0], "Dates."))


def places(drawn: str) -> dict[str, tuple[float, float]]:
    """Where the label of each article stands."""
    found = re.findall(r'<text x="([\d.]+)" y="([\d.]+)"><tspan[^>]*>(\d+)<', drawn)
    return {number: (float(x), float(y)) for x, y, number in found}


def test_each_article_has_its_own_row_and_leads_to_its_entry() -> None:
    drawn = family()
    assert len({y for _, y in places(drawn).values()}) == 5
    for number in places(drawn):
        assert f'<a href="#a{number}">' in drawn


def test_arrows_run_where_the_direction_is_known_and_plain_lines_where_not() -> None:
    drawn = family()
    assert drawn.count('class="line text"') == 4
    assert drawn.count('class="head"') == 3


def test_later_articles_stand_further_to_the_right() -> None:
    at = places(dated("2024-05-01T08:00", "2024-05-02T08:00", "2024-06-01T08:00"))
    assert at["1"][0] < at["2"][0] < at["3"][0]


def test_a_day_is_a_bar_and_a_moment_is_a_dot() -> None:
    drawn = dated("2024-05-01", "2024-05-02T08:00:00")
    assert drawn.count('class="span"') == 1
    assert drawn.count('class="dot"') == 1


def test_a_doubtful_day_has_soft_ends() -> None:
    drawn = dated("2024-05-01?", "2024-05-03")
    assert drawn.count('class="fog"') == 4


def test_undated_articles_have_a_lane_of_their_own_below() -> None:
    drawn = dated(None, "2024-05-01", "2024-05-02")
    at = places(drawn)
    assert "no date</text>" in drawn
    assert at["1"][1] > max(at["2"][1], at["3"][1])


def test_nothing_dated_is_a_picture_too() -> None:
    assert len(places(dated(None, None))) == 2
    assert 'class="axis over" x="0.0"' in dated(None)


@pytest.mark.parametrize(
    "last", ["2024-05-02", "2024-05-20", "2024-11-01", "2029-01-01", "2500-01-01", "9999-12-30"]
)
def test_any_stretch_of_time_has_a_few_ticks(last: str) -> None:
    drawn = dated("2024-05-01", last)
    assert 1 <= drawn.count('class="axis"') <= 5


def test_a_long_name_is_cut_to_the_room_there_is() -> None:
    lookup = look_up(sample(), ARTICLES)
    tree = family_tree(lookup, sample().families[0])
    long = "The Journal of Everything That Ever Happened on the Coast"
    rows = {
        a: Row(appearance=msgspec.structs.replace(lookup.of(a), who=long))
        for group in tree.groups
        for a in group
    }
    drawn = str(picture(tree, rows, WIDTHS[1], "A tree."))
    assert long not in drawn
    assert drawn.count("…") == 5


def upright(drawn: str) -> set[float]:
    """Where the upright parts of the lines stand."""
    lines = re.findall(r'class="line[^"]*" d="M([\d.]+) [\d.]+(?:V[\d.]+H([\d.]+))?V', drawn)
    return {float(trunk or start) for start, trunk in lines}


def test_lines_from_two_articles_of_one_day_run_on_two_trunks() -> None:
    lookup = case("2024-05-01", "2024-05-01", "2024-05-01", "2024-05-01")
    tree = Tree(
        groups=(("0", "1", "2", "3"),),
        branches=(
            Branch(first="0", second="2", directed=True),
            Branch(first="1", second="3", directed=True),
        ),
    )
    rows = {a: Row(appearance=lookup.of(a)) for a in lookup.appearances}
    assert len(upright(str(picture(tree, rows, WIDTHS[0], "Two lines.")))) == 2


def test_a_line_does_not_run_through_the_mark_of_another_article() -> None:
    lookup = case("2024-05-01T08:00", "2024-05-01T08:00", "2024-05-04T08:00")
    tree = Tree(groups=(("0", "1", "2"),), branches=(Branch(first="0", second="2", directed=True),))
    rows = {a: Row(appearance=lookup.of(a)) for a in lookup.appearances}
    drawn = str(picture(tree, rows, WIDTHS[0], "Around."))
    mark = float(re.findall(r'<circle class="dot" cx="([\d.]+)"', drawn)[1])
    assert max(upright(drawn)) <= mark - 10


def test_what_is_unknown_is_hollow() -> None:
    lookup = look_up(sample(), ARTICLES)
    tree = family_tree(lookup, sample().families[0])
    rows = {a: Row(appearance=lookup.of(a), hollow=True) for g in tree.groups for a in g}
    drawn = str(picture(tree, rows, WIDTHS[0], "Unknown."))
    assert drawn.count("hollow") == 5


def test_what_leaves_to_the_left_does_not_run_on_the_arrow_that_comes_in() -> None:
    lookup = case("2024-05-01T08:00", "2024-05-03T08:00", "2024-05-03T09:00")
    tree = Tree(
        groups=(("0", "1", "2"),),
        branches=(
            Branch(first="0", second="1", directed=True),
            Branch(first="1", second="2", directed=True),
        ),
    )
    rows = {a: Row(appearance=lookup.of(a)) for a in lookup.appearances}
    drawn = str(picture(tree, rows, WIDTHS[0], "A chain."))
    incoming, leaving = re.findall(r'class="line text" d="([^"]*)"', drawn)
    level = re.findall(r"V([\d.]+)", incoming)[-1]
    assert level not in re.findall(r"V([\d.]+)H", leaving)
