"""A name taken apart."""

import pytest

from onrecord.compare.parts import GENERAL, body_parts, person_parts


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Gen. Dorin Halvek", ["dorin", "halvek"]),
        ("Ana Brandt, PhD", ["ana", "brandt"]),
        ("J.R. Tremaine", ["j", "r", "tremaine"]),
        ("JD Tremaine", ["j", "d", "tremaine"]),
        ("Sheikh Salim bin Omar al-Haddad", ["salim", "omar", "haddad"]),
        ("Jean-Luc O’Dea", ["jean", "luc", "odea"]),
        ("الشيخ سليم الحداد", ["slym", "hdad"]),
        ("President", ["president"]),
    ],
)
def test_the_words_of_a_person_that_tell(name: str, words: list[str]) -> None:
    assert [w.form for w in person_parts(name).words] == words


@pytest.mark.parametrize(
    ("name", "generation"),
    [("Otto Brandt Jr.", "-"), ("Otto Brandt, Sr", "+"), ("Clement XIV", "14"), ("Ana V", "")],
)
def test_the_generation_stands_apart(name: str, generation: str) -> None:
    assert person_parts(name).generation == generation


def test_a_nickname_stands_beside_the_name() -> None:
    parts = person_parts('William "Bill" Tremaine')
    assert [w.form for w in parts.words] == ["william", "tremaine"]
    assert [w.form for w in parts.extras] == ["bill"]


@pytest.mark.parametrize(
    ("name", "words", "legal"),
    [
        ("Halvek Salt GmbH", ["halvek", "salt"], {"limited"}),
        ("Halvek Salt S.p.A.", ["halvek", "salt"], {"public"}),
        ("ООО Соль", ["sol"], {"limited"}),
        ("Halvek Limited Liability Company", ["halvek"], {"limited"}),
        ("Inc", ["inc"], set()),
    ],
)
def test_the_legal_form_stands_apart(name: str, words: list[str], legal: set[str]) -> None:
    parts = body_parts(name, "Company")
    assert [w.form for w in parts.words] == words
    assert parts.legal == legal


def test_short_forms_are_written_out_and_general_words_weigh_less() -> None:
    halvek, international = body_parts("Halvek Intl", "Company").words
    assert international.form == "international"
    assert international.weight == GENERAL < halvek.weight


def test_a_name_of_general_words_alone_is_told_by_them() -> None:
    assert {w.weight for w in body_parts("General Trading Company", "Company").words} == {1.0}


def test_a_ship_and_a_place_lose_what_says_that_they_are_one() -> None:
    assert [w.form for w in body_parts("M/V Grey Heron", "Vessel").words] == ["grey", "heron"]
    assert [w.form for w in body_parts("Province of Valdria", "Place").words] == ["valdria"]
    assert len(body_parts("United Kingdom", "Place").words) == 2
