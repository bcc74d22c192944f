"""Words by sound and across scripts."""

import pytest

from onrecord.compare.spellings import foreign, pieces, romanised, skeleton, sound_alike, sounds


@pytest.mark.parametrize(
    ("word", "latin"),
    [
        ("Бересов", "beresov"),
        ("Щукин", "shchukin"),
        ("Đorđe", "dorde"),
        ("Groß", "gross"),
        ("Çelik", "celik"),
        ("שלום", "shlwm"),
        ("خالد", "khald"),
        ("习近平", "xijinping"),
        ("Ωνάσης", "onasis"),
    ],
)
def test_every_script_is_written_in_latin_letters(word: str, latin: str) -> None:
    assert romanised(word) == latin


def test_letters_that_are_one_sound_are_one_sign() -> None:
    assert sounds("Tschukin") == sounds("Chukin")
    assert sounds("Philipp") == sounds("Filip")
    assert len(sounds("Shch")) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [("Qadhafi", "Gaddafi"), ("Wladimir", "Vladimir"), ("Haddad", "حداد"), ("Peretz", "פרץ")],
)
def test_one_name_in_two_spellings_sounds_alike(left: str, right: str) -> None:
    assert sound_alike(left, right) > 0.75
    assert skeleton(left)[0] == skeleton(right)[0]


@pytest.mark.parametrize(("left", "right"), [("Halvek", "Brandt"), ("Salim", "حداد"), ("", "Ana")])
def test_other_names_do_not(left: str, right: str) -> None:
    assert sound_alike(left, right) < 0.5


def test_sounding_alike_has_no_direction() -> None:
    words = ["Halvek", "Chalwek", "Galbek", "Халвек", "هالفيك", "Brandt"]
    for left in words:
        for right in words:
            assert sound_alike(left, right) == pytest.approx(sound_alike(right, left))


def test_the_words_of_a_name_keep_their_marks() -> None:
    assert pieces("नरेन्द्र मोदी") == ["नरेन्द्र", "मोदी"]
    assert pieces("Salt & Co.", "&") == ["Salt", "&", "Co"]
    assert foreign("मोदी") and not foreign("Modí")
