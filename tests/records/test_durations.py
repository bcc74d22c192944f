"""How many units an expression counts."""

import pytest

from onrecord.records.durations import amount
from onrecord.records.phrases import Classes, Found, tokens

CLASSES = Classes(
    {
        "an": ["a"],
        "num.2": ["two"],
        "num.20": ["twenty"],
        "few": ["few", "several"],
        "half": ["half"],
        "and": ["and"],
        "to": ["to"],
        "or": ["or"],
        "couple.2": ["couple"],
        "dozen.12": ["dozen"],
        "up": ["up"],
        "of": ["of"],
    },
    {},
)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("two", 2),
        ("twenty two", 22),
        ("12", 12),
        ("a", 1),
        ("a few", None),
        ("several", None),
        ("two and a half", 2.5),
        ("half a", 0.5),
        ("2 1/2", 2.5),
        ("two to 12", 2),
        ("a couple of", 2),
        ("a dozen", 12),
        ("of", None),
    ],
)
def test_amount(text: str, count: float | None) -> None:
    phrases = CLASSES.read(tokens(text))
    match = CLASSES.compile("(?P<amount>(?:.)+)").match(phrases.codes)
    assert match is not None
    assert amount(Found(match, phrases), "amount") == count
