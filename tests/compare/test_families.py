from onrecord.compare import families
from onrecord.records.origins import Direction, Link, LinkKind
from tests.compare.wires import article

ARTICLES = [article(name, name) for name in "abcde"]


def link(
    left: str, right: str, direction: Direction = "unknown", kind: LinkKind = "reprint"
) -> Link:
    return Link(
        left=left, right=right, kind=kind, left_share=1, right_share=1, direction=direction, why=""
    )


def test_copies_are_one_family_and_shared_quotations_none() -> None:
    found = families(
        ARTICLES, [link("c", "a"), link("b", "c"), link("d", "e", kind="shared_quotation")]
    )
    assert [family.documents for family in found] == [("a", "b", "c")]


def test_the_root_is_the_one_all_others_are_reached_from() -> None:
    chain = [link("a", "b", "right_first"), link("a", "c", "left_first")]
    assert families(ARTICLES, chain)[0].root == "b"


def test_two_beginnings_a_gap_or_a_circle_leave_the_root_open() -> None:
    two = [link("a", "c", "left_first"), link("b", "c", "left_first")]
    gap = [link("a", "b", "left_first"), link("b", "c")]
    circle = [link("a", "b", "left_first"), link("b", "a", "left_first")]
    for links in (two, gap, circle):
        assert families(ARTICLES, links)[0].root is None
