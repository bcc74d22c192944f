"""Two names: the same in other writing, or another's."""

import pytest

from onrecord.compare.names import SAME, names_match
from onrecord.records.people import NameKind, NameType

ALIKE: list[tuple[str, str, NameType, NameKind]] = [
    ("Dorin Halvek", "DORIN HALVEK", "Person", "same"),
    ("Halvek, Dorin", "Dorin Halvek", "Person", "order"),
    ("Gen. Yusup Karimzade", "Yusup Karimzade", "Person", "same"),
    ("D. Halvek", "Dorin Halvek", "Person", "initials"),
    ("Е. Бересов", "Yevgeny Beresov", "Person", "initials"),
    ("Bill Tremaine", "William Tremaine", "Person", "short_form"),
    ("Ana Maria Brandt", "Ana Brandt", "Person", "left_out"),
    ("Mohammed Qadhafi", "Muhammad Gaddafi", "Person", "spelling"),
    ("Abd al-Rahman Sufi", "Abdulrahman al-Sufi", "Person", "spelling"),
    ("Viktor Beresov", "Виктор Бересов", "Person", "transliteration"),
    ("Salim Haddad", "سليم حداد", "Person", "transliteration"),
    ("Yitzhak Peretz", "יצחק פרץ", "Person", "transliteration"),
    ("Li Qiang", "李强", "Person", "spelling"),
    ("Konstantin Halvek", "Konstatin Halvek", "Person", "slip"),
    ("Ludo van Rees", "Ludo Rees", "Person", "same"),
    ("Halvek Salt GmbH", "Halvek Salt Ltd", "Company", "same"),
    ("Halvek Salt GmbH", "Halvek Salt", "Company", "legal_form"),
    ("Halvek Bros. Intl", "Halvek Brothers International", "Company", "same"),
    ("ООО «Солевар»", "Solevar LLC", "Company", "transliteration"),
    ("S&W Halvek", "S and W Halvek Inc", "Company", "legal_form"),
    ("NSU", "National Salt Union", "Organization", "acronym"),
    ("Ministry of Salt", "Salt Ministry", "Organization", "order"),
    ("MV Grey Heron", "Grey Heron", "Vessel", "same"),
    ("Grey Heron II", "Grey Heron 2", "Vessel", "same"),
    ("City of Valdria", "Valdria", "Place", "same"),
]
OTHERS: list[tuple[str, str, NameType]] = [
    ("Dorin Halvek", "Marta Halvek", "Person"),
    ("Mario Halvek", "Maria Halvek", "Person"),
    ("Dorin Halvek", "Dorin Brandt", "Person"),
    ("Ana M. Brandt", "Ana K. Brandt", "Person"),
    ("George W. Tremaine", "George H. W. Tremaine", "Person"),
    ("Ivan Petrovich Beresov", "Ivan Sergeevich Beresov", "Person"),
    ("Clement XIV", "Clement XIII", "Person"),
    ("Otto Brandt Jr.", "Otto Brandt Sr.", "Person"),
    ("Halvek", "Dorin Halvek", "Person"),
    ("Bank of Valdria", "Central Bank of Valdria", "Organization"),
    ("Northern Salt Union", "Southern Salt Union", "Organization"),
    ("Ministry of Salt", "Ministry of Water", "Organization"),
    ("Salt Fund IV", "Salt Fund V", "Company"),
    ("Halvek Shipping", "Halvek Foods", "Company"),
    ("Grey Heron 1", "Grey Heron 2", "Vessel"),
    ("North Valdria", "South Valdria", "Place"),
    ("Valdria", "Veldova", "Place"),
    ("Iran", "Iraq", "Place"),
    ("ABC", "BBC", "Organization"),
    ("U.S.", "U.S. Senate", "Organization"),
]


@pytest.mark.parametrize(("left", "right", "type", "kind"), ALIKE)
def test_names_of_one_match_and_say_what_had_to_be_assumed(
    left: str, right: str, type: NameType, kind: NameKind
) -> None:
    match = names_match(left, right, type)
    assert match.score >= SAME
    assert match.kind == kind
    assert left in match.why and right in match.why


@pytest.mark.parametrize(("left", "right", "type"), OTHERS)
def test_names_of_two_do_not_match(left: str, right: str, type: NameType) -> None:
    assert names_match(left, right, type).score < SAME


def test_a_part_of_a_name_says_that_it_is_one() -> None:
    assert names_match("Halvek", "Dorin Halvek").kind == "part"


@pytest.mark.parametrize("pair", [p[:3] for p in ALIKE] + OTHERS)
def test_it_does_not_matter_which_name_comes_first(pair: tuple[str, str, NameType]) -> None:
    left, right, type = pair
    assert names_match(left, right, type).score == names_match(right, left, type).score


@pytest.mark.parametrize("name", [pair[0] for pair in ALIKE])
@pytest.mark.parametrize("type", ["Person", "Organization", "Place", "Misc"])
def test_a_name_is_itself(name: str, type: NameType) -> None:
    assert names_match(name, name, type).score == 1.0


@pytest.mark.parametrize(
    "odd", ["", "  ", "...", "—", "123", "(?)", "Jr.", "al-", "‏ ", "🙂", "The"]
)
@pytest.mark.parametrize("type", ["Person", "Company", "Vessel", "LegalEntity"])
def test_odd_names_are_compared_without_an_error(odd: str, type: NameType) -> None:
    for other in (odd, "Dorin Halvek"):
        assert 0.0 <= names_match(odd, other, type).score <= 1.0


def test_a_legal_entity_may_be_a_person_or_a_company() -> None:
    assert names_match("Halvek, Dorin", "Dorin Halvek", "LegalEntity").score >= SAME
    assert names_match("Halvek Salt LLC", "Halvek Salt", "LegalEntity").score >= SAME


def test_a_sentence_taken_for_a_name_is_compared_quickly() -> None:
    endless = " ".join(f"Halvek{chr(97 + i % 26)}" for i in range(5000))
    assert names_match(endless, endless + " Brandt", "Person").score == 1.0
    assert names_match(endless, "Dorin Brandt", "Company").score < SAME
