import pytest

from onrecord.read.headlines import headline_of
from onrecord.read.units import units_of

BODY = "The camp near Ostmere will close within three weeks, the ministers of both states said on Sunday.\nNobody was hurt, a guard said."


@pytest.mark.parametrize(
    ("top", "title", "besides"),
    [
        ("Camp to close within weeks", "Camp to close within weeks", 0),
        ("Camp to close within weeks\nCamp to close within weeks", "Camp to close within weeks", 1),
        (
            "Camp to close within weeks | The Karven Post\nCamp to close within weeks",
            "Camp to close within weeks",
            1,
        ),
        ("The Karven Post\nWorld\nCamp to close within weeks", "Camp to close within weeks", 2),
        (
            "Lina Hart | The Karven Post\nCamp to close within weeks",
            "Camp to close within weeks",
            0,
        ),
        ("By Lina Hart\nCamp to close within weeks", "Camp to close within weeks", 0),
        ("Opinion | Camp must close now", "Camp must close now", 0),
        ("Is the camp to close?", "Is the camp to close?", 0),
        ("The end of a camp.\nBy Lina Hart", "The end of a camp.", 0),
        ("# Camp closes", "Camp closes", 0),
    ],
)
def test_the_headline_among_the_first_lines(top: str, title: str, besides: int) -> None:
    headline = headline_of(units_of(f"{top}\n{BODY}"), None)
    assert headline.title == title
    assert len(headline.besides) == besides


@pytest.mark.parametrize("top", ["", "The camp closes.", "Photo: Lina Hart", "Here is why:"])
def test_a_text_may_have_none(top: str) -> None:
    assert headline_of(units_of(f"{top}\n{BODY}".strip()), None).title is None


def test_a_single_line_is_no_headline() -> None:
    assert headline_of(units_of("Camp to close within weeks"), None).index is None


def test_a_given_title_is_found_and_wins() -> None:
    units = units_of(f"World\nCamp “to close”\n{BODY}\nCamp to close")
    headline = headline_of(units, "Camp to close")
    assert (headline.index, headline.title, headline.besides) == (
        1,
        "Camp to close",
        frozenset({0, 4}),
    )
    assert headline_of(units, "Something else").index is None
