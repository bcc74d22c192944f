"""The whole way from files to who copied whom, over the example case."""

from pathlib import Path

import pytest

from onrecord import workbench
from onrecord.errors import NotInCase
from onrecord.settings import Settings
from onrecord.workbench import Compared

EXAMPLE = Path(__file__).parents[2] / "examples" / "convoy"


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> str:
    target = str(tmp_path_factory.mktemp("convoy") / "convoy.case")
    steps = list(workbench.add(target, [EXAMPLE], Settings(workers=1)))
    assert (steps[-1].done, steps[-1].failed) == (5, 0)
    return target


def outlets(compared: Compared) -> dict[str, str]:
    return {article.id: article.outlet or "" for article in compared.articles}


def test_the_copies_of_the_agency_text_are_one_family_and_the_report_of_its_own_is_not(
    case: str,
) -> None:
    compared = workbench.origins(case)
    names = outlets(compared)
    (family,) = compared.origins.families
    assert {names[one] for one in family.documents} == {
        "Sorel News Agency", "The Harbour Gazette", "Valmere Herald", "The Compass",
    }  # fmt: skip
    assert family.root is not None and names[family.root] == "Sorel News Agency"
    assert {document.name for document in compared.origins.documents} == {
        str(path) for path in EXAMPLE.glob("*.html")
    }


def test_what_four_articles_repeat_has_one_origin(case: str) -> None:
    compared = workbench.origins(case)
    moved = next(
        one for one in compared.origins.assertions
        if "have been moved to a former naval base" in one.text
    )  # fmt: skip
    assert len(moved.documents) >= 3
    assert moved.independent.proved == 1
    assert {collapse.dependence for collapse in moved.collapsed_by} >= {"same_text"}


def test_declared_publishers_collapse_what_they_print(case: str) -> None:
    compared = workbench.origins(case, publishers=EXAMPLE / "case.toml")
    families = {article.outlet: article.family for article in compared.articles}
    assert families["The Harbour Gazette"] == families["Valmere Herald"] == "Valmere Press House"
    assert families["The Compass"] is None
    assert any(
        collapse.dependence == "same_publisher" and "Valmere Press House" in collapse.why
        for one in compared.origins.assertions
        for collapse in one.collapsed_by
    )


def test_one_article_or_claim_may_be_asked_about_by_any_of_its_names(case: str) -> None:
    whole = workbench.origins(case)
    compass = next(one for one in whole.articles if one.outlet == "The Compass")
    answers = [
        workbench.origins(case, about).origins
        for about in (compass.id, compass.id[:10], compass.name, compass.url)
    ]
    assert all(answer == answers[0] for answer in answers)
    assert all(compass.id in (link.left, link.right) or link in whole.origins.links
               for link in answers[0].links)  # fmt: skip
    claim = next(one for one in whole.statements if one.article == compass.id)
    (assertion,) = workbench.origins(case, claim.claim).origins.assertions
    assert claim.claim in assertion.claims
    with pytest.raises(NotInCase, match="art-none"):
        workbench.origins(case, "art-none")
