"""Amounts: which numbers count something, what, and within which bounds."""

import re
from itertools import pairwise

import pytest

from onrecord.annotate.quantities import RULES, quantities
from onrecord.annotate.times import times
from onrecord.lexicons import lexicon
from onrecord.records.marks import QuantityMark
from onrecord.records.phrases import tokens
from tests.growth import in_step


def read(text: str) -> list[QuantityMark]:
    read_once = tokens(text, frozenset({0}))
    return list(quantities(read_once, times(read_once, "2024-05-15")))


def only(text: str) -> tuple[str, QuantityMark, str | None]:
    marks = read(text)
    assert len(marks) == 1, [text[mark.start : mark.end] for mark in marks]
    mark = marks[0]
    return text[mark.start : mark.end], mark, text[slice(*mark.of)] if mark.of else None


@pytest.mark.parametrize(
    ("text", "expression", "value", "low", "high", "unit", "of"),
    [
        ("at least 173 suspected members of it", "at least 173 suspected members",
         173, 173, None, "members", "suspected members"),
        ("It moved 2,700 residents.", "2,700 residents", 2700, 2700, 2700, "residents",
         "residents"),
        ("It moved 2,700.", "2,700", 2700, 2700, 2700, "", None),
        ("About 40 guards stayed.", "About 40 guards", 40, None, None, "guards", "guards"),
        ("nearly 200 supporters", "nearly 200 supporters", 200, None, 200, "supporters",
         "supporters"),
        ("No fewer than 15 police officers came.", "No fewer than 15 police officers",
         15, 15, None, "officers", "police officers"),
        ("No more than 15 police officers came.", "No more than 15 police officers",
         15, None, 15, "officers", "police officers"),
        ("up to 500 tents", "up to 500 tents", 500, None, 500, "tents", "tents"),
        ("as many as 500 tents", "as many as 500 tents", 500, None, 500, "tents", "tents"),
        ("over 500 tents", "over 500 tents", 500, 500, None, "tents", "tents"),
        ("a dozen observers", "a dozen observers", 12, 12, 12, "observers", "observers"),
        ("two dozen observers", "two dozen observers", 24, 24, 24, "observers", "observers"),
        ("Two hundred and fifty families fled.", "Two hundred and fifty families",
         250, 250, 250, "families", "families"),
        ("twenty-one boats", "twenty-one boats", 21, 21, 21, "boats", "boats"),
        ("3.5 million people", "3.5 million people", 3.5e6, 3.5e6, 3.5e6, "people", "people"),
        ("half a million people", "half a million people", 5e5, 5e5, 5e5, "people", "people"),
        ("15 Democrats voted", "15 Democrats", 15, 15, 15, "democrats", "Democrats"),
        ("40 of the members left", "40 of the members", 40, 40, 40, "members", "members"),
        ("30 persons", "30 persons", 30, 30, 30, "people", "persons"),
        ("One man died.", "One man", 1, 1, 1, "man", "man"),
        ("38,000 U.S. troops", "38,000 U.S. troops", 38000, 38000, 38000, "troops",
         "U.S. troops"),
        ("It left 12 dead.", "12 dead", 12, 12, 12, "dead", "dead"),
        ("a 20-member delegation", "20-member", 20, 20, 20, "member", "member"),
    ],
)  # fmt: skip
def test_numbers_and_what_they_count(
    text: str,
    expression: str,
    value: float,
    low: float | None,
    high: float | None,
    unit: str,
    of: str | None,
) -> None:
    found, mark, counted = only(text)
    assert (found, counted, mark.unit) == (expression, of, unit)
    assert (mark.value, mark.low, mark.high) == (value, low, high)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("between 50 and 60 tents", 50, 60, "tents"),
        ("20-30 people", 20, 30, "people"),
        ("from 20 to 30 people", 20, 30, "people"),
        ("two to three million euros", 2e6, 3e6, "EUR"),
        ("between $2 million and $3 million", 2e6, 3e6, "USD"),
        ("between 5 and 7 per cent", 5, 7, "%"),
        ("$2-3 million", 2e6, 3e6, "USD"),
    ],
)
def test_a_range_has_bounds_and_no_value(text: str, low: float, high: float, unit: str) -> None:
    found, mark, _ = only(text)
    assert found == text
    assert (mark.value, mark.low, mark.high, mark.unit) == (None, low, high, unit)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("3.5 million dollars", 3.5e6, "USD"),
        ("$4.2bn", 4.2e9, "USD"),
        ("$3m", 3e6, "USD"),
        ("€300", 300, "EUR"),
        ("£20", 20, "GBP"),
        ("US$5 million", 5e6, "USD"),
        ("EUR 40,000", 40000, "EUR"),
        ("600 Canadian dollars", 600, "CAD"),
        ("20 pounds sterling", 20, "GBP"),
        ("9,000 yen", 9000, "JPY"),
    ],
)
def test_sums_of_money(text: str, value: float, unit: str) -> None:
    found, mark, _ = only(f"It paid {text} to them.")
    assert (found, mark.value, mark.unit, mark.rule) == (
        text,
        value,
        unit,
        "quantities.money",
    )


@pytest.mark.parametrize(
    ("text", "value", "unit", "of"),
    [
        ("12 per cent of voters", 12, "%", "voters"),
        ("7.5% of the seats", 7.5, "%", "seats"),
        ("7.5%", 7.5, "%", None),
        ("two percentage points", 2, "percentage points", None),
        ("two thirds of the delegates", 66.67, "%", "delegates"),
        ("two-thirds of the delegates", 66.67, "%", "delegates"),
        ("a third of the delegates", 33.33, "%", "delegates"),
        ("three quarters of them", 75, "%", None),
        ("half of the members", 50, "%", "members"),
        ("one in five residents", 20, "%", "residents"),
        ("nine out of 10 residents", 90, "%", "residents"),
    ],
)
def test_shares_are_percentages(text: str, value: float, unit: str, of: str | None) -> None:
    _, mark, counted = only(f"It lost {text} there.")
    assert (mark.value, mark.unit, counted) == (value, unit, of)


def test_more_than_half_is_open_above() -> None:
    _, mark, _ = only("It lost more than half of the votes.")
    assert (mark.value, mark.low, mark.high) == (50, 50, None)


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        ("thousands of people", 1000, "people"),
        ("tens of thousands of fans", 10000, "fans"),
        ("hundreds of thousands of fans", 100000, "fans"),
        ("several hundred students", 200, "students"),
        ("a few dozen students", 24, "students"),
        ("dozens", 24, ""),
        ("millions of dollars", 1e6, "USD"),
        ("a handful of guests", None, "guests"),
    ],
)
def test_vague_amounts_have_no_value(text: str, low: float | None, unit: str) -> None:
    found, mark, _ = only(f"It drew {text}.")
    assert (found, mark.value, mark.low, mark.high, mark.unit) == (
        text,
        None,
        low,
        None,
        unit,
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Ilir Marku, 34, left.", 34),
        ("a man aged 35", 35),
        ("a 36-year-old left", 36),
        ("She is 40 years old.", 40),
        ("a forty-one-year-old woman", 41),
    ],
)
def test_ages(text: str, value: float) -> None:
    _, mark, _ = only(text)
    assert (mark.value, mark.unit, mark.rule) == (value, "years old", "quantities.age")


@pytest.mark.parametrize(
    "text",
    [
        "Article 629 and Resolution 1929 apply, as does Section 4.",
        "No. 3 came, and No 4.",
        "A Boeing 737 landed; Flight 19 did not.",
        "It was signed on 12 June 2014 at 3 p.m., in the third year.",
        "It lasted more than three decades, over 20 years.",
        "The team won 3-1.",
        "Call 555-1990-22 or 5551234567.",
        "The Covid-19 rules and the F-16 stayed.",
        "1. Bread",
        "No one said it; one of them knew.",
        "She came first, then second.",
        "It was the 21st time.",
        "He lived at 405 Williams Avenue, not 469 Vermont Street.",
        "One of the first left.",
        "Flight Alba eight hundred landed.",
    ],
)
def test_not_an_amount(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize("unit", ["12 345 ", "one ", "one-two-", "two and ", "over "])
def test_a_table_costs_what_it_is_long(unit: str) -> None:
    assert in_step(read, unit, 100)


def test_no_pattern_repeats_without_an_end() -> None:
    patterns = [p for own in lexicon("quantity_patterns").words.values() for p in own]
    assert [p for p in patterns if re.search("[*+]", p)] == []


def test_marks_are_in_order_and_apart_and_name_their_rule() -> None:
    text = "Some 40 people paid $5 each; 12% of voters, dozens of guards and Ana Prifti, 34, left."
    marks = read(text)
    assert len(marks) == 5
    assert all(left.end <= right.start for left, right in pairwise(marks))
    assert {mark.rule for mark in marks} <= set(RULES)
    assert all(name.startswith("quantities.") and why.endswith(".") for name, why in RULES.items())
