import msgspec

from onrecord.export.origins.lookups import look_up
from onrecord.records.origins import Origins

from .samples import ARTICLES, LINKS, STATEMENTS, sample


def test_articles_are_numbered_in_the_order_of_the_answer() -> None:
    lookup = look_up(sample(), ARTICLES)
    assert [lookup.of(item.id).number for item in sample().documents] == list(range(1, 9))


def test_an_article_goes_by_its_outlet_else_its_host_else_its_file() -> None:
    with_texts, without = look_up(sample(), ARTICLES), look_up(sample())
    assert with_texts.of("d-wire").who == "Nordwire"
    assert with_texts.of("d-feed").who == "feed.example"
    assert without.of("d-feed").who == "feed.html"


def test_an_article_that_is_spoken_of_but_not_listed_has_a_name_too() -> None:
    lookup = look_up(Origins(links=LINKS[:1]))
    assert lookup.of("d-wire").who == "d-wire"
    assert lookup.of("d-wire").when == "no date"


def test_the_first_article_of_a_link_comes_first_whichever_side_it_is_on() -> None:
    lookup = look_up(sample(), ARTICLES)
    cut = LINKS[1]
    assert (cut.left, cut.direction) == ("d-coast", "right_first")
    assert lookup.sides(cut) == ("d-wire", "d-coast")
    assert lookup.shares(cut) == (cut.right_share, cut.left_share)


def test_where_the_direction_is_unknown_the_one_listed_first_comes_first() -> None:
    lookup = look_up(sample(), ARTICLES)
    turned = msgspec.structs.replace(LINKS[3], left="d-feed", right="d-wire")
    assert lookup.sides(turned) == ("d-wire", "d-feed")


def test_a_claim_of_the_same_id_in_two_articles_is_found_for_each() -> None:
    lookup = look_up(sample(), ARTICLES, STATEMENTS)
    twin = msgspec.structs.replace(STATEMENTS[0], article="d-feed", source="Somebody Else")
    both = look_up(sample(), ARTICLES, (*STATEMENTS, twin))
    assertion = sample().assertions[0]
    assert lookup.said(assertion, "d-wire") == STATEMENTS[0]
    assert both.said(assertion, "d-wire") == STATEMENTS[0]
    assert both.said(assertion, "d-feed") == twin


def test_an_address_that_cannot_be_read_is_no_error() -> None:
    broken = tuple(msgspec.structs.replace(a, url="http://[broken") for a in ARTICLES)
    assert look_up(sample(), broken).of("d-feed").who == "feed.html"
