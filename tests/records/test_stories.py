"""What later expressions hang on: the date told, the date of publication, the tense."""

from datetime import date

import pytest

from onrecord.records import stories
from onrecord.records.phrases import Classes, Found, tokens
from onrecord.records.stories import Story, Value

CLASSES = Classes(
    {
        "month.05": ["May"],
        "future_cue": ["will"],
        "past_cue": ["said"],
        "until": ["until"],
        "by": ["by"],
        "deadline": ["payable"],
        "dot": ["."],
        "weekday.1": ["Monday"],
        "day_word.0": ["today"],
    },
    {},
)


def found(text: str) -> Found:
    phrases = CLASSES.read(tokens(text))
    at = phrases.codes.index(CLASSES.codes["MONTH"])
    match = CLASSES.compile("(?P<month>MONTH)").match(phrases.codes, at)
    assert match is not None
    return Found(match, phrases)


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("It will close in May", 1),
        ("She said it would in May", -1),
        ("It walked in May", -1),
        ("It is shut in May", 0),
        ("She said so. In May they meet", 0),
        ("In May she said so", -1),
        ("shut until May", 1),
    ],
)
def test_toward(text: str, way: int) -> None:
    assert stories.toward(found(text)) == way


@pytest.mark.parametrize(
    ("text", "published", "history"),
    [
        ("1911 1912 1913 1914 1915 1916 1917", "2024-05-15", True),
        ("1911 1912 1913 1914 1915 1916 1917 today Monday", "2024-05-15", False),
        ("1911", "2024-05-15", False),
        ("2023 2024", "2024-05-15", False),
        ("Monday", None, True),
        ("It was banned in 1993 and used last year", None, False),
    ],
)
def test_a_text_of_old_years_is_history(text: str, published: str | None, history: bool) -> None:
    assert stories.begin(CLASSES.read(tokens(text)), published).history is history


def test_only_dates_are_remembered() -> None:
    story = Story(published="2024-05-15", today=date(2024, 5, 15), history=False)
    assert story.there == story.here == "2024-05-15"
    stories.remember(story, Value("DURATION", "P3D"))
    stories.remember(story, Value("DATE", "PAST_REF"))
    assert story.told is None
    stories.remember(story, Value("TIME", "1998-03-02TNI"))
    assert (story.told, story.there, story.here) == ("1998-03-02", "1998-03-02", "2024-05-15")
    stories.remember(story, Value("DATE", "1997"), compared=True)
    assert story.told == "1998-03-02"
    stories.remember(story, Value("DATE", "1998-Q3"))
    assert story.quarter == "1998-Q3"
