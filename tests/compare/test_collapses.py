from onrecord.compare.collapses import Dependences, Joined, appearances_of, collapses
from onrecord.records.origins import Article, Collapse, Link, LinkKind, Statement
from tests.compare.sayings import article, credit, link, said

CLAIM = "The ferry Saint Orla had no working lamps"


def found(
    claims: list[Statement], links: list[Link] | None = None, *known: Article
) -> list[Collapse]:
    articles = [article(i, f"Paper {i}", text=CLAIM) for i in dict.fromkeys(s.article for s in claims)]  # fmt: skip
    dependences = Dependences(known or articles, links or [])
    return list(collapses(appearances_of(claims, dependences), dependences))


def test_joining_says_whether_two_were_apart() -> None:
    joined = Joined()
    assert joined.join("a", "b") and joined.join("b", "c")
    assert not joined.join("a", "c")
    assert joined.top("c") == joined.top("a") != joined.top("d")


def test_each_kind_is_listed_once_for_what_it_joins() -> None:
    claims = [said(name, CLAIM) for name in "abc"]
    triangle = [link("a", "b"), link("b", "c"), link("a", "c")]
    assert len(found(claims, triangle)) == 2


def test_a_known_direction_is_told_before_an_unknown_one() -> None:
    claims = [said(name, CLAIM) for name in "abc"]
    links = [link("a", "b"), link("b", "c"), link("a", "c", direction="right_first")]
    assert found(claims, links)[0].why == "Paper a repeats Paper c in the same words."


def test_two_of_one_name_are_not_said_to_repeat_themselves() -> None:
    claims = [said("a", CLAIM), said("b", CLAIM)]
    same = [article(name, "Tide", credit=credit("AP")) for name in "ab"]
    kinds: tuple[tuple[LinkKind, str], ...] = (
        ("version", "Versions of one page."),
        ("reprint", "The same words"),
    )
    for kind, why in kinds:
        told = found(claims, [link("a", "b", kind, direction="left_first")], *same)
        assert told[0].why.startswith(why)
    assert "Both have it from AP." in [one.why for one in told]


def test_a_copy_proves_nothing_of_a_claim_outside_its_passages() -> None:
    claims = [said("a", CLAIM), said("b", CLAIM)]
    assert found(claims, [link("a", "b", passages=((90, 200, 90, 200),))]) == []
    assert found(claims, [link("a", "b", passages=((0, 200, 90, 300),))]) == []


def test_identical_texts_need_no_passages() -> None:
    claims = [said("a", CLAIM), said("b", CLAIM)]
    assert len(found(claims, [link("a", "b", "identical", passages=())])) == 1


def test_the_first_named_source_of_an_article_is_the_one_it_stands_on() -> None:
    claims = [said("a", CLAIM), said("a", CLAIM, "Ilse Marrant", via=("Ostwire",)), said("a", CLAIM, "Pavel Orme")]  # fmt: skip
    (one,) = appearances_of(claims, Dependences([article("a", "Post")], [])).values()
    assert one.source is not None and one.source.name == "Ilse Marrant"
    assert set(one.voices.values()) == {"Ostwire", "Ilse Marrant"}
    assert not one.own


def test_an_outlet_that_is_itself_cited_is_where_the_citing_one_has_it_from() -> None:
    articles = [article("a", "Ostwire"), article("b", "Post", credit=credit("Ostwire"))]
    dependences = Dependences(articles, [])
    claims = [said("a", CLAIM), said("b", CLAIM)]
    (one,) = collapses(appearances_of(claims, dependences), dependences)
    assert (one.dependence, one.why) == ("same_source", "Post has it from Ostwire.")


def test_a_claim_in_site_furniture_is_known_as_such() -> None:
    shared = link("a", "b", "shared_boilerplate", passages=((0, 100, 200, 300),))
    dependences = Dependences([article("a"), article("b")], [shared])
    assert dependences.is_furniture(said("a", CLAIM))
    assert not dependences.is_furniture(said("b", CLAIM))
