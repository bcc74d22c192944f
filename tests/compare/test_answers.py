import pytest

from onrecord.compare import origins
from onrecord.errors import WrongUse
from onrecord.records.origins import Origins, TextFamily
from tests.compare.sayings import article, link, said

FERRY = "Eleven people died when the ferry Saint Orla struck a breakwater near Karven"
SCHOOL = "Mayor Tobin Vask opened a school for 300 children in Karven"
ALONE = "The dockers of Karven want lamps on every quay"
PAGE = "https://tide.example/ferry"
ARTICLES = [
    article("d", "Post", "2031-03-04", text="x"),
    article("c", "Mail", None, text="y"),
    article("a", "Tide", "2031-03-01", text="one", url=PAGE),
    article("b", "Tide", "2031-03-02", text="two", url=PAGE),
    article("e", "Star", "2031-03-05", text="z"),
]
CLAIMS = [said("a", FERRY), said("c", FERRY), said("d", SCHOOL), said("e", SCHOOL), said("d", ALONE)]  # fmt: skip
LINKS = [link("a", "c"), link("d", "e", "shared_quotation")]
FAMILIES = [TextFamily(documents=("a", "c"), root="a")]


def answer(about: str | None = None) -> Origins:
    return origins(ARTICLES, CLAIMS, LINKS, FAMILIES, about)


def names(found: Origins) -> list[str]:
    return [d.id for d in found.documents]


def test_the_whole_answer_has_everything_in_time_order() -> None:
    found = answer()
    assert names(found) == ["a", "b", "d", "e", "c"]
    assert len(found.links) == 2 and len(found.families) == 1 and len(found.assertions) == 2
    assert [(v.earlier, v.later) for v in found.versions] == [("a", "b")]


def test_the_answer_about_an_article_is_what_touches_it() -> None:
    found = answer("a")
    assert names(found) == ["a", "b", "c"]
    assert [x.right for x in found.links] == ["c"]
    assert [x.documents for x in found.assertions] == [("a", "c")]
    assert len(found.versions) == len(found.families) == 1


def test_an_article_that_nothing_touches_stands_alone() -> None:
    found = origins([*ARTICLES, article("f")], CLAIMS, LINKS, FAMILIES, "f")
    assert names(found) == ["f"]
    assert found.links == found.assertions == ()


def test_the_answer_about_a_claim_is_its_assertion_even_if_it_stands_alone() -> None:
    assert [x.documents for x in answer(CLAIMS[1].claim).assertions] == [("a", "c")]
    found = answer(CLAIMS[4].claim)
    assert [x.documents for x in found.assertions] == [("d",)]
    assert names(found) == ["d"]


def test_what_is_in_no_case_is_refused_in_a_sentence() -> None:
    with pytest.raises(WrongUse, match=r"^No article or claim .*nobody.*\.$"):
        answer("nobody")
