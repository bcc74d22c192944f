import pytest

from onrecord.compare.wordings import Wording, stem, wording
from tests.compare.sayings import said


def parts(text: str, **more: object) -> Wording:
    return wording(said("a", text, **more))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("closed", "closing"),
        ("stopped", "stops"),
        ("resigned", "resignation"),
        ("killed", "deaths"),
        ("explosion", "blast"),
        ("cities", "city"),
        ("harbour's", "harbour"),
    ],
)
def test_forms_and_words_of_one_sense_share_a_stem(left: str, right: str) -> None:
    assert stem(left) == stem(right)


@pytest.mark.parametrize(
    ("left", "right"), [("rose", "fell"), ("mayor", "minister"), ("bus", "bush")]
)
def test_other_words_do_not(left: str, right: str) -> None:
    assert stem(left) != stem(right)


def test_small_words_say_nothing() -> None:
    assert parts("That's what they've been and that is it.").size == 0


def test_figures_are_read_from_digits_and_words() -> None:
    assert parts("Fourteen of 1,200 guests left").figures == {14.0, 1200.0}


def test_the_words_of_a_figure_are_no_figures_of_their_own() -> None:
    assert parts("Two dozen guests left", numbers=(24.0,)).figures == {24.0}


def test_a_pronoun_stands_for_its_actor() -> None:
    meant = parts("He resigned on Monday", actors=("Tobin Vask",))
    assert set(meant.words) == set(parts("Vask resigned on Monday").words)


def test_titles_are_no_names() -> None:
    assert parts("The council heard Mayor Vask").names == (frozenset({"vask"}),)


def test_negation_voice_subject_and_days_are_seen() -> None:
    found = parts("Harrow Council wasn't asked by Brill on Monday")
    assert found.negated and found.passive
    assert found.subject == "council"
    assert found.days == {"mon"}
    assert parts("In Brill the council met").subject is None


def test_one_country_has_one_name() -> None:
    assert parts("The U.S. agreed").words == parts("The United States agreed").words
    assert "=america" not in parts("They told us that the council agreed").words
