from onrecord.export.origins.lookups import Lookup, look_up
from onrecord.export.origins.trees import Branch, assertion_tree, branches, family_tree
from onrecord.records.origins import (
    Assertion,
    Collapse,
    Independent,
    Link,
    Listed,
    Origins,
    TextFamily,
)

from .samples import ARTICLES, sample


def case(*links: Link, names: str = "abcd") -> Lookup:
    documents = tuple(
        Listed(id=n, name=n, outlet=None, published=f"2024-05-0{i}", credit=None)
        for i, n in enumerate(names, start=1)
    )
    return look_up(Origins(documents=documents, links=links))


def link(pair: str, share: float, direction: str = "left_first") -> Link:
    return Link(
        left=pair[0],
        right=pair[1],
        kind="reprint",
        left_share=share,
        right_share=share,
        direction=direction,  # type: ignore[arg-type]
        why="",
    )


def drawn(lookup: Lookup) -> set[tuple[str, str, bool]]:
    family = TextFamily(documents=tuple(lookup.appearances), root=None)
    return {(b.first, b.second, b.directed) for b in family_tree(lookup, family).branches}


def test_an_article_is_drawn_from_the_one_it_shares_most_with() -> None:
    lookup = case(link("ab", 0.5), link("ac", 0.4), link("bc", 0.9), names="abc")
    assert drawn(lookup) == {("a", "b", True), ("b", "c", True)}


def test_where_several_share_as_much_it_is_drawn_from_the_earliest() -> None:
    lookup = case(link("bc", 0.9), link("ac", 0.9), link("ab", 0.9), names="abc")
    assert drawn(lookup) == {("a", "b", True), ("a", "c", True)}


def test_a_line_without_an_arrow_joins_what_no_arrow_joins() -> None:
    lookup = case(link("ab", 0.9), link("ac", 0.8, "unknown"), link("bc", 0.7, "unknown"))
    assert drawn(lookup) == {("a", "b", True), ("a", "c", False)}


def test_a_text_put_together_from_two_has_two_arrows_into_it() -> None:
    lookup = case(link("ac", 0.5), link("bc", 0.4), names="abc")
    assert drawn(lookup) == {("a", "c", True), ("b", "c", True)}


def test_directions_that_run_in_a_circle_are_no_circle_in_the_tree() -> None:
    lookup = case(link("ab", 0.9), link("bc", 0.9), link("ca", 0.9), names="abc")
    assert len(drawn(lookup)) == 2


def test_a_shared_quotation_draws_no_line() -> None:
    lookup = look_up(sample(), ARTICLES)
    family = TextFamily(documents=("d-wire", "d-comment"), root=None)
    assert family_tree(lookup, family).branches == ()


def test_rows_follow_each_branch_to_its_end() -> None:
    lookup = case(link("ab", 0.9), link("ac", 0.9), link("bd", 0.95))
    family = TextFamily(documents=("a", "b", "c", "d"), root="a")
    assert family_tree(lookup, family).groups == (("a", "b", "d", "c"),)


def test_the_appearances_of_an_assertion_fall_into_its_origins() -> None:
    lookup = look_up(sample(), ARTICLES)
    assertion = sample().assertions[0]
    tree = assertion_tree(lookup, assertion)
    assert len(tree.groups) == assertion.independent.possible
    assert {len(group) for group in tree.groups} == {5, 2}
    kinds = {(b.dependence, b.directed) for b in tree.branches}
    assert ("same_publisher", False) in kinds
    assert ("same_text", True) in kinds


def test_who_repeats_whom_is_taken_from_all_links_of_articles_that_share_the_text() -> None:
    lookup = case(link("ab", 0.9), link("ac", 0.5), link("bc", 0.6), names="abc")
    collapses = tuple(
        Collapse(left=left, right="c", dependence="same_text", why="") for left in "ab"
    )
    one = Assertion(
        text="",
        claims=(),
        documents=("a", "b", "c"),
        independent=Independent(proved=1, possible=1),
        collapsed_by=collapses,
    )
    tree = assertion_tree(lookup, one)
    assert {(b.first, b.second) for b in tree.branches} == {("a", "b"), ("b", "c")}


def test_a_branch_to_an_article_that_is_not_drawn_is_left_out() -> None:
    lookup = case(names="ab")
    stray = Branch(first="a", second="elsewhere", directed=True)
    assert branches(lookup, ("a", "b"), [stray]) == ()
