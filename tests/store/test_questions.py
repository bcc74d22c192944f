"""What a query is understood as."""

import pytest

from onrecord.store.entries import day_of
from onrecord.store.questions import Question, Term, question_of


def term(*words: str, column: str = "words", without: bool = False) -> Term:
    return Term(column=column, words=words, without=without)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("mill Rally", [term("mill"), term("rally")]),
        ("mill mill", [term("mill")]),
        ('"mill rally" now', [term("mill", "rally"), term("now")]),
        ("“mill rally”", [term("mill", "rally")]),
        ('"mill rally', [term("mill", "rally")]),
        ("well-known", [term("well", "known")]),
        ("-ferry --tug", [term("ferry", without=True), term("tug", without=True)]),
        ('-"coast guard"', [term("coast", "guard", without=True)]),
        ('ACTOR:"Nádia Holm"', [term("nadia", "holm", column="actors")]),
        ("actor:holm", [term("holm", column="actors")]),
        ("-outlet:post x", [term("post", column="outlet", without=True), term("x")]),
        ("10:30 NEAR(a b)", [term("10", "30"), term("near", "a"), term("b")]),
        ('"note: urgent"', [term("note", "urgent")]),
        ("a * - \0 🙂 b", [term("a"), term("b")]),
    ],
)
def test_terms(query: str, terms: list[Term]) -> None:
    question = question_of(query)
    assert list(question.terms) == terms
    assert not question.claims


@pytest.mark.parametrize("query", ["kind:fact", "said-by:holm mill", "-kind:opinion"])
def test_fields_of_claims_ask_for_claims(query: str) -> None:
    assert question_of(query).claims


def test_dates_are_days() -> None:
    assert question_of("after:2024 before:2024-03-05") == Question(
        first=day_of("2024-01-01"), last=day_of("2024-03-05")
    )


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("2024", "2024-01-01"),
        ("2024-03", "2024-03-01"),
        ("2024-03-05T23:59:00+02:00", "2024-03-05"),
    ],
)
def test_the_day_of_a_date_is_its_first(written: str, same: str) -> None:
    assert day_of(written) == day_of(same) > 0


@pytest.mark.parametrize("written", [None, "", "soon", "2024-02-30", "20240305", "5 March 2024"])
def test_what_is_no_date_has_no_day(written: str | None) -> None:
    assert day_of(written) == 0
