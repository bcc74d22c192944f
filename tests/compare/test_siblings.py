import msgspec

from onrecord.compare.directions import direct
from onrecord.compare.siblings import MORE, Tie, settled
from onrecord.records.origins import Article, Direction, Link
from tests.compare.wires import article, credit

ARTICLES = {
    name: article(name, "", outlet=name.title(), published=published)
    for name, published in (
        ("wire", "2024-03-01"),
        ("post", "2024-03-02"),
        ("echo", "2024-03-03"),
        ("undated", None),
    )
}


def tie(left: str, right: str, equal: int, known: dict[str, Article] = ARTICLES) -> Tie:
    verdict = direct(known[left], known[right], "reprint", (0.9, 0.9))
    link = Link(
        left=left,
        right=right,
        kind="reprint",
        left_share=0.9,
        right_share=0.9,
        direction=verdict.direction,
        why="",
        prov=verdict.prov,
        source=verdict.source,
    )
    return Tie(link, "Most is the same.", verdict, equal)


def told(*ties: Tie) -> tuple[Direction, str | None]:
    """The direction and the source of the last one."""
    link = list(settled(ties, ARTICLES))[-1]
    return link.direction, link.source


def test_a_pair_without_a_third_keeps_what_dates_say() -> None:
    assert told(tie("post", "echo", 200)) == ("left_first", None)
    assert told(tie("wire", "post", 200), tie("post", "echo", 200)) == ("left_first", None)


def test_a_third_before_both_that_holds_as_much_takes_the_direction_away() -> None:
    common = tie("wire", "post", 300), tie("wire", "echo", 200)
    assert told(*common, tie("post", "echo", 200)) == ("unknown", "wire")
    assert told(*common, tie("post", "echo", 200 + MORE - 1)) == ("unknown", "wire")
    assert told(*common, tie("post", "echo", 200 + MORE)) == ("left_first", None)


def test_an_undated_third_does_so_only_if_it_stands_between() -> None:
    even = tie("post", "undated", 200), tie("echo", "undated", 200)
    assert told(*even, tie("post", "echo", 200)) == ("left_first", None)
    nearer = tie("post", "undated", 240), tie("echo", "undated", 240)
    assert told(*nearer, tie("post", "echo", 200)) == ("unknown", "undated")


def test_a_credit_on_one_side_yields_where_the_one_credited_is_in_the_case() -> None:
    credited = msgspec.structs.replace(ARTICLES["echo"], credit=credit("Undated"))
    known = ARTICLES | {"echo": credited}
    pair = tie("post", "echo", 200, known)
    assert (pair.link.direction, pair.verdict.presumed) == ("unknown", True)
    assert [link.source for link in settled([pair], known)] == ["Undated"]
    wire = tie("echo", "undated", 90, known)
    link = list(settled([wire, pair], known))[-1]
    assert (link.direction, link.prov, link.source) == ("left_first", "wasDerivedFrom", None)


def test_the_third_itself_stays_the_source_of_both() -> None:
    ties = tie("wire", "post", 300), tie("wire", "echo", 200), tie("post", "echo", 200)
    links = list(settled(ties, ARTICLES))
    assert [link.direction for link in links] == ["left_first", "left_first", "unknown"]
    assert links[2].why.startswith("Most is the same. Both may have it from Wire")
    assert links[2].prov == "hadPrimarySource"
