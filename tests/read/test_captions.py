import pytest

from onrecord.read.captions import buttons_before, is_credited, is_described
from onrecord.read.units import Unit


def unit(words: str) -> Unit:
    return Unit(start=0, end=len(words), words=words)


@pytest.mark.parametrize(
    "words",
    [
        "Photo: Lina Hart",
        "(Photo: Lina Hart)",
        "FILE PHOTO: A guard stands at the gate of the camp near Ostmere, Veland, March 2, 2024. REUTERS/Lina Hart",
        "General Tomas Reyl addresses supporters in Ostmere (File photo)",
        "Minister Dana Orwell on May 22. Lina Hart/Getty Images",
        "The gate of the camp. | AP Photo/Lina Hart",
        "A march in Ostmere. Photograph: Lina Hart/The Karven Post",
        "In this March 3, 2024 photo, a guard stands at the gate.",
        "Enlarge this image toggle caption Lina Hart/AP",
    ],
)
def test_a_picture_credit_makes_a_caption(words: str) -> None:
    assert is_credited(words)


@pytest.mark.parametrize(
    "words",
    [
        "KARVEN (AP) — Ministers met on Sunday to discuss the camp.",
        "The minister posted a photo of the gate.",
        "The image of the party suffered, he said.",
        "Ministers met on Sunday, Reuters reported.",
        "“Photo: none,” the file said.",
        "It was so. — Lina Hart (@linahart) March 3, 2024",
    ],
)
def test_prose_has_no_picture_credit(words: str) -> None:
    assert not is_credited(words)


@pytest.mark.parametrize(
    ("words", "in_body", "expected"),
    [
        ("Supporters of the Karven Front wave flags during a rally in Ostmere", True, True),
        ("Supporters of the Front waving flags in the square at Ostmere", True, True),
        ("Dana Orwell (left) and Tomas Reyl", True, True),
        ("A guard stands at the gate in Ostmere on March 3, 2024", False, True),
        ("A guard stands at the gate of the camp, March 3, 2024.", True, True),
        ("Decision comes after three years of talks with the group", False, False),
        ("Minister stands by plan to close the camp in Ostmere", False, False),
        ("The minister spoke in Ostmere on March 3, 2024.", True, False),
        ("Here is what she holds against the men in the camp:", True, False),
        ("What the vote means", True, False),
    ],
)
def test_a_description_in_the_present_without_a_stop(
    words: str, in_body: bool, expected: bool
) -> None:
    assert is_described(unit(words), in_body) is expected


def test_a_pictures_buttons_are_no_part_of_its_caption() -> None:
    words = "Enlarge this image toggle caption A guard stands at the gate. Lina Hart/Getty Images"
    assert words[buttons_before(words) :].startswith("A guard stands")
    assert buttons_before("Enlarge this image ") == 0
    assert buttons_before("A guard stands at the gate.") == 0
