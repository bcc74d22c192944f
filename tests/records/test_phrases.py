"""Texts as word classes: lookup, patterns over classes, number words."""

import pytest

from onrecord.records.phrases import Classes, Found, choices, number, tokens

CLASSES = Classes(
    {"month.05": ["May"], "month.06": ["June"], "the": ["the"], "of": ["of"], "num.7": ["seven"]},
    {"FIGURE": ["NUM", "DAY"]},
)


def names(text: str, breaks: frozenset[int] = frozenset()) -> list[str]:
    by_code = {code: name for name, code in CLASSES.codes.items()}
    return [by_code[code] for code in CLASSES.read(tokens(text, breaks)).codes]


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("the 7 of May 1998", ["THE", "DAY", "OF", "MONTH", "YEAR"]),
        ("The MAY may", ["THE", "MONTH", "OTHER"]),
        ("1,998 32 seven", ["NUM", "NUM", "NUM"]),
        ("7:15 1990s '98 3rd 1/2", ["CLOCK", "DECADE", "SHORT_YEAR", "ORDINAL", "FRACTION"]),
        ("2024-05-06 6/5/2024 Q4", ["ISO", "SLASHED", "QUARTER_CODE"]),
        ("Tirana walked people's guards", ["CAPITAL", "PAST_VERB", "OTHER", "POSSESSIVE", "PLURAL"]),
        ("seven\n\nseven", ["NUM", "BREAK", "NUM"]),
    ],
)  # fmt: skip
def test_every_token_has_one_class(text: str, classes: list[str]) -> None:
    assert names(text) == classes


def test_a_break_stands_where_a_block_begins() -> None:
    assert names("the May", frozenset({4})) == ["THE", "BREAK", "MONTH"]


def test_spans_and_values_point_into_the_text() -> None:
    phrases = CLASSES.read(tokens("the 7 of June"))
    assert phrases.span(1, 4) == (4, 13)
    assert phrases.values == ("", "7", "", "06")


def test_a_pattern_is_written_in_classes_and_macros() -> None:
    phrases = CLASSES.read(tokens("the seven of May"))
    match = CLASSES.compile("THE (?P<day>FIGURE) OF (?P<month>MONTH)").match(phrases.codes)
    assert match is not None
    found = Found(match, phrases)
    assert (found["day"], found["month"], found.word("month")) == ("7", "05", "may")
    assert "day" in found
    assert "year" not in found
    assert found["year"] == ""
    assert found.has("OF")
    assert not found.has("THE", group="month")


def test_found_sees_its_neighbours() -> None:
    phrases = CLASSES.read(tokens("the May of"))
    match = CLASSES.compile("MONTH").match(phrases.codes, 1)
    assert match is not None
    found = Found(match, phrases)
    assert found.before("THE")
    assert found.after("OF", "THE")
    assert not found.starts("OF")


def test_an_unknown_class_is_an_error() -> None:
    with pytest.raises(KeyError):
        CLASSES.compile("WEEKDAY")


def test_choices_are_sorted_by_the_code_they_begin_with() -> None:
    patterns = [
        CLASSES.compile(pattern)
        for pattern in ("THE? MONTH", "(?<=OF) [NUM DAY]+ OF", "(?:OF|THE){0,4} YEAR (?! MONTH)")
    ]
    sorted_by = {
        name: [place for place, _ in choice.patterns]
        for code, choice in choices(patterns).items()
        for name in CLASSES.codes
        if CLASSES.codes[name] == code
    }
    assert sorted_by == {
        "THE": [0, 2],
        "MONTH": [0],
        "NUM": [1],
        "DAY": [1],
        "OF": [2],
        "YEAR": [2],
    }


@pytest.mark.parametrize(
    ("values", "total"),
    [
        (["7"], 7),
        (["20", "5"], 25),
        (["2", "100", "50"], 250),
        (["2", "1000", "6"], 2006),
        (["3.5", "1000000"], 3_500_000),
        (["2", "3"], None),
        (["20", "30"], None),
        ([], None),
    ],
)
def test_number(values: list[str], total: float | None) -> None:
    assert number(values) == total
