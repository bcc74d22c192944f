import pytest

from onrecord.compare.collapses import Dependences
from onrecord.compare.independence import Counted, independent
from onrecord.records.origins import Article, Link, Statement
from tests.compare.sayings import article, credit, link, said

CLAIM = "The ferry Saint Orla had no working lamps"


def count(claims: list[Statement], links: list[Link] | None = None, *known: Article) -> Counted:
    """Each article has an outlet of its own unless it is given."""
    given = {a.id: a for a in known}
    texts = {s.article: s.text for s in claims}
    articles = [given.get(i) or article(i, f"Paper {i}", text=text) for i, text in texts.items()]
    return independent(claims, Dependences(articles, links or []))


def span(counted: Counted) -> tuple[int, int]:
    return counted.range.proved, counted.range.possible


def kinds(counted: Counted) -> list[str]:
    return [c.dependence for c in counted.collapses]


def test_two_articles_on_different_named_sources_are_two_origins() -> None:
    found = count([said("a", CLAIM, "Ilse Marrant"), said("b", CLAIM, "Pavel Orme")])
    assert span(found) == (2, 2)
    assert found.collapses == found.unknown == ()


def test_one_named_source_is_one_origin_however_it_is_called() -> None:
    names = ["Ilse Marrant", "Marrant", "union leader Ilse Marrant"]
    found = count([said(str(i), CLAIM, name) for i, name in enumerate(names)])
    assert span(found) == (1, 1)
    assert kinds(found) == ["same_source", "same_source"]
    assert "both have it from" in found.collapses[0].why and "Ilse Marrant" in found.collapses[0].why  # fmt: skip


def test_writers_own_words_are_unknown_and_prove_nothing() -> None:
    found = count([said("a", CLAIM), said("b", CLAIM), said("c", CLAIM)])
    assert span(found) == (1, 3)
    assert found.unknown == ("a", "b", "c")


def test_unnamed_sources_never_raise_what_is_proved() -> None:
    claims = [said("a", CLAIM, "Ilse Marrant"), said("b", CLAIM, standing="unnamed")]
    found = count(claims)
    assert span(found) == (1, 2)
    assert found.unknown == ("b",)


def test_shared_text_over_the_claim_is_one_origin() -> None:
    found = count([said("a", CLAIM), said("b", CLAIM)], [link("a", "b")])
    assert span(found) == (1, 1)
    assert kinds(found) == ["same_text"]
    assert found.unknown == ()


def test_shared_text_elsewhere_is_not() -> None:
    elsewhere = link("a", "b", "excerpt", passages=((900, 1200, 900, 1200),))
    claims = [said("a", CLAIM, "Ilse Marrant"), said("b", CLAIM, "Pavel Orme")]
    assert span(count(claims, [elsewhere])) == (2, 2)


def test_shared_text_that_touches_the_claim_proves_no_second_origin() -> None:
    touching = link("a", "b", "rewrite", passages=((0, len(CLAIM) // 2, 0, len(CLAIM) // 2),))
    claims = [said("a", CLAIM, "Ilse Marrant"), said("b", CLAIM, "Pavel Orme")]
    assert span(count(claims, [touching])) == (1, 2)


@pytest.mark.parametrize("kind", ["shared_boilerplate", "shared_quotation"])
def test_shared_furniture_and_quotations_are_no_same_text(kind: str) -> None:
    claims = [said("a", CLAIM, "Ilse Marrant"), said("b", CLAIM, "Pavel Orme")]
    found = count(claims, [link("a", "b", kind)])  # type: ignore[arg-type]
    assert "same_text" not in kinds(found)


def test_a_shared_quotation_is_one_source_where_only_one_side_names_it() -> None:
    claims = [said("a", CLAIM, "Ilse Marrant"), said("b", CLAIM, standing="unresolved")]
    found = count(claims, [link("a", "b", "shared_quotation")])
    assert span(found) == (1, 1)
    assert kinds(found) == ["same_source"]


def test_a_shared_passage_is_one_source_of_what_stands_in_it_and_of_nothing_else() -> None:
    claims = [said("a", CLAIM), said("b", CLAIM)]
    found = count(claims, [link("a", "b", "shared_passage")])
    assert (span(found), kinds(found)) == ((1, 1), ["same_source"])
    assert "print the same passage" in found.collapses[0].why
    elsewhere = link("a", "b", "shared_passage", passages=((900, 1200, 900, 1200),))
    assert span(count(claims, [elsewhere])) == (1, 2)


def test_the_same_quoted_words_are_one_source_without_any_link() -> None:
    quoted = f"“{CLAIM}”"
    claims = [said("a", quoted, "Ilse Marrant"), said("b", quoted, "Pavel Orme")]
    found = count(claims)
    assert span(found) == (1, 1)
    assert found.collapses[0].why == "Paper a and Paper b quote the same words."


def test_one_publisher_is_one_origin_whoever_it_asks() -> None:
    claims = [said("a", CLAIM, "Ilse Marrant"), said("b", CLAIM, "Pavel Orme")]
    family = [article(i, f"Paper {i}", family="Tide Group") for i in "ab"]
    found = count(claims, [], *family)
    assert span(found) == (1, 1)
    assert found.collapses[0].dependence == "same_publisher"
    assert found.collapses[0].why == "Paper a and Paper b belong to one publisher, Tide Group."


def test_one_outlet_under_two_spellings_is_one_publisher() -> None:
    claims = [said("a", CLAIM), said("b", CLAIM)]
    found = count(claims, [], article("a", "The Karven Tide"), article("b", "Karven Tide"))
    assert kinds(found) == ["same_publisher"]


def test_two_agencies_that_sign_for_it_are_two_origins() -> None:
    signed = [article("a", "Tide", credit=credit("AP")), article("b", "Post", credit=credit("Reuters"))]  # fmt: skip
    assert span(count([said("a", CLAIM), said("b", CLAIM)], [], *signed)) == (2, 2)


def test_one_agency_under_two_papers_is_one_origin() -> None:
    signed = [article("a", "Tide", credit=credit("AP")), article("b", "Post", credit=credit("Associated Press"))]  # fmt: skip
    found = count([said("a", CLAIM), said("b", CLAIM)], [], *signed)
    assert span(found) == (1, 1)
    assert found.collapses[0].why == "Post has it from Associated Press, which Tide credits."


def test_an_agency_beside_a_named_source_is_not_proved_to_be_another() -> None:
    claims = [said("a", CLAIM), said("b", CLAIM, "Ilse Marrant")]
    signed = article("a", "Tide", credit=credit("AP"))
    found = count(claims, [], signed)
    assert span(found) == (1, 2)
    assert found.unknown == ("a",)


def test_an_article_that_names_another_outlet_has_it_from_there() -> None:
    claims = [said("a", CLAIM), said("b", CLAIM, via=("The Karven Tide",), standing="unnamed")]
    found = count(claims, [], article("a", "Karven Tide"), article("b", "Post"))
    assert span(found) == (1, 1)
    assert found.collapses[0].why == "Post has it from The Karven Tide."


def test_a_source_and_the_body_it_speaks_for_are_not_proved_two() -> None:
    claims = [said("a", CLAIM, "Pavel Orme", bodies=("Harbour Authority",)), said("b", CLAIM, "Harbour Authority")]  # fmt: skip
    assert span(count(claims)) == (1, 2)


def test_an_article_stands_on_the_first_source_it_names() -> None:
    claims = [said("a", CLAIM), said("a", f"{CLAIM} at all", "Ilse Marrant"), said("b", CLAIM, "Pavel Orme")]  # fmt: skip
    assert span(count(claims)) == (2, 2)


def test_ten_reprints_of_one_agency_text_are_one_origin_with_nine_proofs() -> None:
    claims = [said(str(i), CLAIM) for i in range(10)]
    chain = [link("0", str(i), direction="left_first") for i in range(1, 10)]
    found = count(claims, chain)
    assert span(found) == (1, 1)
    assert kinds(found) == ["same_text"] * 9
    assert found.collapses[0].why == "Paper 1 repeats Paper 0 in the same words."


def test_the_kinds_of_dependence_are_kept_apart() -> None:
    claims = [said("a", CLAIM, "Ilse Marrant"), said("b", CLAIM, "Ilse Marrant")]
    family = [article(i, f"Paper {i}", family="Tide Group") for i in "ab"]
    assert kinds(count(claims, [link("a", "b")], *family)) == [
        "same_text", "same_publisher", "same_source",
    ]  # fmt: skip


def test_proved_never_exceeds_possible_and_both_are_at_least_one() -> None:
    assert span(count([said("a", CLAIM, standing="unnamed")])) == (1, 1)
