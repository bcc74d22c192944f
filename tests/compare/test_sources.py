import pytest

from onrecord.compare.sources import Source, agency, key, merged, plain, surely_two


def two(one: str, other: str, **bodies: str) -> bool:
    first, second = (
        Source(name=n, key=key(n), bodies=frozenset({key(bodies[at])} if at in bodies else ()))
        for n, at in ((one, "left"), (other, "right"))
    )
    assert surely_two(first, second) == surely_two(second, first)
    return surely_two(first, second)


def test_a_name_is_known_without_case_accents_titles_and_endings_of_sites() -> None:
    assert key("The Mayor José Vask") == key("jose vask")
    assert plain("www.brilltimes.com") == "brilltimes"
    assert plain("The Brill Times") == plain("brill times")


def test_a_post_before_a_name_is_no_part_of_it_but_may_be_the_whole() -> None:
    assert key("dockers' union leader Ilse Marrant") == key("Ilse Marrant")
    assert key("the health minister") == "health minister"
    assert key("Director of Ports") == "director of ports"


def test_codes_of_agencies_stand_for_their_names() -> None:
    assert key("AP") == key("The Associated Press") == agency("Associated Press")
    assert agency("Brill Times") is None


def test_a_surname_and_an_acronym_go_to_the_one_fuller_name_they_can_mean() -> None:
    names = ["tobin vask", "vask", "t vask", "harbour safety board", "hsb"]
    found = merged(names)
    assert {found[n] for n in names[:3]} == {"tobin vask"}
    assert found["hsb"] == "harbour safety board"


def test_a_surname_that_can_mean_two_people_means_neither() -> None:
    assert merged(["tobin vask", "ilse vask", "vask"])["vask"] == "vask"


def test_a_kind_of_body_is_no_surname() -> None:
    assert merged(["transport ministry", "ministry"])["ministry"] == "ministry"


def test_different_people_and_bodies_are_surely_two() -> None:
    assert two("Tobin Vask", "Ilse Marrant")
    assert two("the transport ministry", "Ilse Marrant")
    assert two("the transport ministry", "the health ministry")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Tobin Vask", "Vask"),
        ("Tobin Vask", "Ilse Vask"),
        ("Mohammed Darrag", "Muhammad Daragh"),
        ("Transport Ministry", "Ministry"),
        ("Harbour Safety Board", "HSB"),
    ],
)
def test_names_that_may_be_one_are_not_surely_two(left: str, right: str) -> None:
    assert not two(left, right)


def test_somebody_and_the_body_they_hold_a_post_in_are_not_surely_two() -> None:
    assert not two("Tobin Vask", "Transport Ministry", left="Transport Ministry")
    assert not two("Tobin Vask", "Ilse Marrant", left="Dockers Union", right="dockers union")
