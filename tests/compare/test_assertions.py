import random
from functools import partial

import pytest

from onrecord.compare import assertions
from onrecord.records.origins import Assertion, Statement
from tests.compare.sayings import article, link, said
from tests.growth import best

FERRY = "Eleven people died when the ferry Saint Orla struck a breakwater near Karven"
SAME = "The ferry Saint Orla struck a breakwater near Karven, killing 11 people"


def made(*claims: Statement, **more: object) -> tuple[Assertion, ...]:
    dates = {"a": "2031-03-01", "b": "2031-03-02", "c": None, "d": "2031-03-04"}
    articles = [article(name, f"Paper {name}", dates.get(name)) for name in {s.article: 0 for s in claims}]  # fmt: skip
    return assertions(articles, claims, [], **more)  # type: ignore[arg-type]


def documents(*claims: Statement) -> list[tuple[str, ...]]:
    return [one.documents for one in made(*claims)]


def test_claims_that_say_the_same_are_one_assertion_in_time_order() -> None:
    (found,) = made(said("c", FERRY), said("b", SAME), said("a", FERRY))
    assert found.documents == ("a", "b", "c")
    assert found.text == FERRY
    assert len(found.claims) == 3


def test_a_claim_in_one_article_alone_is_no_assertion_of_the_case() -> None:
    assert made(said("a", FERRY), said("a", SAME), said("b", "The mayor opened a school")) == ()


def test_a_claim_asked_for_stands_even_alone() -> None:
    alone = said("b", "The mayor opened a school")
    (found,) = made(said("a", FERRY), said("c", SAME), alone, claim=alone.claim)
    assert found.documents == ("b",)
    assert found.independent.proved == found.independent.possible == 1


@pytest.mark.parametrize(
    "other",
    [
        said("b", FERRY.replace("Eleven", "Twelve")),
        said("b", FERRY, polarity="-"),
        said("b", FERRY.replace("died", "did not die")),
        said("b", FERRY.replace("Karven", "Aldery")),
        said("b", FERRY, times=("2031-02-27",)),
    ],
)
def test_what_is_in_dispute_is_not_the_same_assertion(other: Statement) -> None:
    assert documents(said("a", FERRY, times=("2031-02-28",)), other) == []


def test_a_third_claim_does_not_bridge_two_that_contradict() -> None:
    bare = "The ferry Saint Orla struck a breakwater near Karven on a winter night"
    claims = [said("a", f"{bare} in 2029"), said("b", f"{bare} in 2030"), said("d", bare + " in 2029")]  # fmt: skip
    assert documents(*claims) == [("a", "d")]


def test_articles_far_apart_in_time_need_the_same_words() -> None:
    then = article("a", published="2029-01-01"), article("b", published="2031-01-01")
    loose = "Karven harbour workers stopped work over unpaid winter wages", "Karven harbour workers stopped work over their wages"  # fmt: skip
    apart = assertions(then, [said("a", loose[0]), said("b", loose[1])], [])
    near = assertions(
        [article("a", published="2031-01-02"), then[1]],
        [said("a", loose[0]), said("b", loose[1])],
        [],
    )
    assert apart == () and len(near) == 1


def test_claims_that_say_next_to_nothing_are_never_grouped() -> None:
    assert documents(said("a", "That is what it was"), said("b", "That is what it was")) == []


def test_site_furniture_is_no_assertion() -> None:
    claims = [said("a", FERRY), said("b", FERRY)]
    shared = link("a", "b", "shared_boilerplate")
    assert assertions([article("a"), article("b")], claims, [shared]) == ()


def test_two_articles_with_one_text_share_its_claims() -> None:
    twin = said("a", FERRY, claim="claim-1"), said("b", FERRY, claim="claim-1")
    (found,) = made(*twin)
    assert found.claims == ("claim-1",)
    assert found.documents == ("a", "b")


def test_the_order_of_the_input_does_not_matter() -> None:
    claims = [said(name, text) for name, text in zip("abcd", (FERRY, SAME, FERRY, SAME), strict=True)]  # fmt: skip
    claims += [said(name, "Dockers in Karven stopped work over the ferry") for name in "ab"]
    assert made(*claims) == made(*claims[::-1])


def crowd(size: int) -> list[Statement]:
    chance = random.Random(size)
    words = [f"w{chance.randrange(size)}x" for _ in range(4 * size)]
    common = "the council in Karven said on the harbour".split()
    return [
        said(f"art{i // 20}", " ".join([*chance.sample(words, 6), *chance.sample(common, 4)]))
        for i in range(size)
    ]


def test_the_work_grows_about_as_the_case_does() -> None:
    spent = []
    for size in (2_000, 8_000):
        claims = crowd(size)
        articles = [article(name) for name in {s.article: 0 for s in claims}]
        spent.append(best(partial(assertions, articles, claims, [])))
    assert spent[1] < 8 * spent[0]
