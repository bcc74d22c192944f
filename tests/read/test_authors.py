import pytest

from onrecord.read.authors import authors_of, is_name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Lina Hart; Tom Roe", ("Lina Hart", "Tom Roe")),
        ("JOHN AND MARY SMITH", ("John Smith", "Mary Smith")),
        ("Lina Hart, Tom Roe, Jr.", ("Lina Hart", "Tom Roe, Jr.")),
        ("By Lina Hart", ("Lina Hart",)),
        ("Lina Hart, Lina Hart", ("Lina Hart",)),
        ("", ()),
    ],
)
def test_lists_of_people(text: str, names: tuple[str, ...]) -> None:
    assert authors_of(text) == names


def test_the_shape_of_a_name() -> None:
    assert is_name("Ana de la Roe") and is_name("J.K. O’Hart")
    assert not is_name("World News") and not is_name("The Camp") and not is_name("closes early")
