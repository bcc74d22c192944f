"""Time expressions: what is marked, and what it means. 15 May 2024 is a Wednesday."""

import re
from itertools import pairwise

import pytest

from onrecord.annotate.times import RULES, times
from onrecord.lexicons import lexicon
from onrecord.records.marks import TimeMark
from onrecord.records.phrases import tokens
from tests.growth import in_step

PUBLISHED = "2024-05-15"


def read(
    text: str, published: str | None = PUBLISHED, cuts: tuple[int, ...] = ()
) -> list[TimeMark]:
    return list(times(tokens(text, frozenset((0, *cuts))), published))


def only(text: str, published: str | None = PUBLISHED) -> tuple[str, TimeMark]:
    marks = read(text, published)
    assert len(marks) == 1, [text[mark.start : mark.end] for mark in marks]
    return text[marks[0].start : marks[0].end], marks[0]


@pytest.mark.parametrize(
    ("text", "expression", "value", "edtf"),
    [
        (
            "It opened on 2 December 1991.",
            "2 December 1991",
            "1991-12-02",
            "1991-12-02",
        ),
        (
            "It opened on December 2, 1991.",
            "December 2, 1991",
            "1991-12-02",
            "1991-12-02",
        ),
        ("It opened on Dec. 2, 1991.", "Dec. 2, 1991", "1991-12-02", "1991-12-02"),
        ("the 3rd of March 1918", "the 3rd of March 1918", "1918-03-03", "1918-03-03"),
        ("Monday, 13 May 2024", "Monday, 13 May 2024", "2024-05-13", "2024-05-13"),
        ("dated 2023-07-09 at sea", "2023-07-09", "2023-07-09", "2023-07-09"),
        ("dated 03/04/2023 at sea", "03/04/2023", "2023-03-04", "2023-03-04"),
        ("dated 31/12/2023 at sea", "31/12/2023", "2023-12-31", "2023-12-31"),
        ("dated 31.12.2023 at sea", "31.12.2023", "2023-12-31", "2023-12-31"),
        ("built in June 1950", "June 1950", "1950-06", "1950-06"),
        ("built in 1950", "1950", "1950", "1950"),
        ("begun in early 2024", "early 2024", "2024", "2024-01/2024-04"),
        ("by mid-March 2023", "mid-March 2023", "2023-03", "../2023-03-20"),
        ("the beginning of 2006", "the beginning of 2006", "2006", "2006-01/2006-03"),
        ("in the 1990s", "the 1990s", "199", "199X"),
        ("in the early 1990s", "the early 1990s", "199", "1990/1993"),
        ("in the nineties", "the nineties", "199", "199X"),
        ("the 19th century", "the 19th century", "18", "18XX"),
        (
            "the third quarter of 1998",
            "the third quarter of 1998",
            "1998-Q3",
            "1998-07/1998-09",
        ),
        ("Sales in Q4 2025 fell.", "Q4 2025", "2025-Q4", "2025-10/2025-12"),
        ("the summer of 1998", "the summer of 1998", "1998-SU", "1998-22"),
        (
            "the second half of 2008",
            "the second half of 2008",
            "2008-H2",
            "2008-07/2008-12",
        ),
        ("closed since 2016", "2016", "2016", "2016/.."),
        ("sold before 1998", "1998", "1998", "../1998"),
        ("About 1998 it began.", "About 1998", "1998", "1998~"),
        ("burnt in 480 BC", "480 BC", "BC0480", "-0479"),
        ("the fiscal 2023 loss", "fiscal 2023", "FY2023", "2023~"),
        (
            "On Christmas Day 2020 they met.",
            "Christmas Day 2020",
            "2020-12-25",
            "2020-12-25",
        ),
        ("in nineteen ninety-six", "nineteen ninety-six", "1996", "1996"),
    ],
)
def test_full_dates_need_no_anchor(text: str, expression: str, value: str, edtf: str) -> None:
    found, mark = only(text)
    assert (found, mark.type, mark.value, mark.edtf) == (
        expression,
        "DATE",
        value,
        edtf,
    )
    assert mark.anchor is None


@pytest.mark.parametrize(
    ("text", "expression", "value", "edtf"),
    [
        ("Officials said Monday that talks failed.", "Monday", "2024-05-13", "2024-05-13"),
        ("Officials said Wednesday that they met.", "Wednesday", "2024-05-15", "2024-05-15"),
        ("The court will meet Friday.", "Friday", "2024-05-17", "2024-05-17"),
        ("She arrives next Tuesday.", "next Tuesday", "2024-05-21", "2024-05-21"),
        ("She arrived last Wednesday.", "last Wednesday", "2024-05-08", "2024-05-08"),
        ("The vote came yesterday.", "yesterday", "2024-05-14", "2024-05-14"),
        ("The vote is tomorrow.", "tomorrow", "2024-05-16", "2024-05-16"),
        ("It fell last week.", "last week", "2024-W19", "2024-05-06/2024-05-12"),
        ("It fell last month.", "last month", "2024-04", "2024-04"),
        ("It will fall next year.", "next year", "2025", "2025"),
        ("It fell earlier this year.", "earlier this year", "2024", "2024"),
        ("It closed three years ago.", "three years ago", "2021", "2021"),
        ("It closed ten days ago.", "ten days ago", "2024-05-05", "2024-05-05"),
        ("It closed a decade ago.", "a decade ago", "201", "201X"),
        ("It was agreed in March.", "March", "2024-03", "2024-03"),
        ("In December, he flew home.", "December", "2023-12", "2023-12"),
        ("He will fly home in December.", "December", "2024-12", "2024-12"),
        ("She died on 24 June.", "24 June", "2024-06-24", "2024-06-24"),
        ("It was signed on Jan. 14.", "Jan. 14", "2024-01-14", "2024-01-14"),
        ("Rain at the end of the year.", "the end of the year", "2024", "2024-10/2024-12"),
        ("Talks resume this summer.", "this summer", "2024-SU", "2024-22"),
        ("They talked last summer.", "last summer", "2023-SU", "2023-22"),
        ("It fell in the week of March 4.", "the week of March 4", "2024-W10",
         "2024-03-04/2024-03-10"),
        ("They met at Easter.", "Easter", "2024-03-31", "2024-03-31"),
    ],
)  # fmt: skip
def test_the_rest_hangs_on_publication(text: str, expression: str, value: str, edtf: str) -> None:
    found, mark = only(text)
    assert (found, mark.type, mark.value, mark.edtf) == (
        expression,
        "DATE",
        value,
        edtf,
    )
    assert mark.anchor == PUBLISHED


@pytest.mark.parametrize(
    ("text", "expression", "value", "edtf"),
    [
        ("They met Tuesday night.", "Tuesday night", "2024-05-14TNI", "2024-05-14"),
        ("He left last Friday night.", "last Friday night", "2024-05-10TNI", "2024-05-10"),
        ("They fled last night.", "last night", "2024-05-14TNI", "2024-05-14"),
        ("They spoke this morning.", "this morning", "2024-05-15TMO", "2024-05-15"),
        ("Doors open at 3 p.m.", "3 p.m.", "2024-05-15T15:00", "2024-05-15T15:00:00"),
        ("It fell at 12:30 a.m. Monday.", "12:30 a.m. Monday", "2024-05-13T00:30",
         "2024-05-13T00:30:00"),
        ("the night of 24 June 2003", "the night of 24 June 2003", "2003-06-24TNI", "2003-06-24"),
        ("at 18:30 GMT on 8 January 1998", "18:30 GMT on 8 January 1998", "1998-01-08T18:30",
         "1998-01-08T18:30:00"),
        ("It began at noon.", "noon", "2024-05-15T12:00", "2024-05-15T12:00:00"),
    ],
)  # fmt: skip
def test_times_of_day(text: str, expression: str, value: str, edtf: str) -> None:
    found, mark = only(text)
    assert (found, mark.type, mark.value, mark.edtf) == (
        expression,
        "TIME",
        value,
        edtf,
    )


@pytest.mark.parametrize(
    ("text", "expression", "value", "edtf"),
    [
        ("It lasted nearly a decade.", "nearly a decade", "P10Y", None),
        (
            "It ran for more than three decades.",
            "more than three decades",
            "P30Y",
            None,
        ),
        (
            "Over the past two decades, it grew.",
            "Over the past two decades",
            "P20Y",
            "2004/2024",
        ),
        (
            "over the next three months",
            "over the next three months",
            "P3M",
            "2024-05/2024-08",
        ),
        ("a two-week truce", "two-week", "P2W", None),
        ("for 24 hours", "24 hours", "PT24H", None),
        ("for half an hour", "half an hour", "PT30M", None),
        ("for two and a half years", "two and a half years", "P2Y6M", None),
        ("for several years", "several years", "PXY", None),
        ("for months", "months", "PXM", None),
        ("in recent years", "recent years", "PXY", None),
        ("a year-long siege", "year-long", "P1Y", None),
        ("for a fortnight", "a fortnight", "P2W", None),
        ("twenty-five years", "twenty-five years", "P25Y", None),
    ],
)
def test_lengths(text: str, expression: str, value: str, edtf: str | None) -> None:
    found, mark = only(text)
    assert (found, mark.type, mark.value, mark.edtf) == (
        expression,
        "DURATION",
        value,
        edtf,
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Every Friday they meet.", "XXXX-WXX-5"),
        ("They meet every two weeks.", "P2W"),
        ("They meet daily.", "P1D"),
        ("They meet twice a month.", "P1M"),
        ("She earns $500 a week.", "P1W"),
        ("Each July they march.", "XXXX-07"),
        ("Tuesday nights were quiet.", "XXXX-WXX-2TNI"),
    ],
)
def test_what_comes_again_is_a_set(text: str, value: str) -> None:
    _, mark = only(text)
    assert (mark.type, mark.value, mark.edtf) == ("SET", value, None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It is now closed.", "PRESENT_REF"),
        ("It is currently closed.", "PRESENT_REF"),
        ("It was recently sold.", "PAST_REF"),
        ("in the near future", "FUTURE_REF"),
        ("several years ago", "PAST_REF"),
    ],
)
def test_words_for_now_and_then_have_no_place_on_a_calendar(text: str, value: str) -> None:
    _, mark = only(text)
    assert (mark.type, mark.value, mark.edtf) == ("DATE", value, None)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "It opened on 2 December 1991. The next day it shut.",
            ["1991-12-02", "1991-12-03"],
        ),
        (
            "It opened on 2 December 1991. Two days later it shut.",
            ["1991-12-02", "1991-12-04"],
        ),
        ("It opened in June 1991. That year it failed.", ["1991-06", "1991"]),
        ("It opened in 1915. Two days later it shut.", ["1915", "1915-XX-XX"]),
        (
            "He died on 7 May 1954. That afternoon guns fell silent.",
            ["1954-05-07", "1954-05-07TAF"],
        ),
        (
            "On October 23, 1998 he fell. The October 23 case stayed open.",
            ["1998-10-23"] * 2,
        ),
        (
            "Profit for the third quarter of 2023 rose from a year earlier.",
            ["2023-Q3", "2022-Q3"],
        ),
    ],
)
def test_a_story_carries_its_own_dates(text: str, values: list[str]) -> None:
    assert [mark.value for mark in read(text)] == values


def test_the_anchor_is_the_date_told() -> None:
    marks = read("It opened on 2 December 1991. The next day it shut.")
    assert [mark.anchor for mark in marks] == [None, "1991-12-02"]


HISTORY = (
    "In 1911 a revolt began. On 5 May 1912 it spread. In June it ended. In 1913, 1914, 1915 and "
    "1916 there was war. On 3 November they attacked. In January peace came."
)


def test_in_a_history_months_belong_to_the_year_told() -> None:
    values = {HISTORY[mark.start : mark.end]: mark.value for mark in read(HISTORY)}
    assert values["June"] == "1912-06"
    assert values["3 November"] == "1916-11-03"
    assert values["January"] == "1917-01"


@pytest.mark.parametrize(
    ("text", "parts", "edtf"),
    [
        ("He served 2014-2018.", ["2014", "2018"], "2014/2018"),
        ("between 2003 and 2012", ["2003", "2012"], "2003/2012"),
        (
            "from March 2020 to June 2021",
            ["March 2020", "June 2021"],
            "2020-03/2021-06",
        ),
        ("12-14 July 1950", ["12", "14 July 1950"], "1950-07-12/1950-07-14"),
        ("March 5-9, 1918", ["March 5", "9, 1918"], "1918-03-05/1918-03-09"),
        ("the years 1990-94 passed", ["the years 1990", "94"], "1990/1994"),
    ],
)
def test_both_ends_of_a_range_are_marked_and_carry_the_interval(
    text: str, parts: list[str], edtf: str
) -> None:
    marks = read(text)
    assert [text[mark.start : mark.end] for mark in marks] == parts
    assert [mark.edtf for mark in marks] == [edtf, edtf]


@pytest.mark.parametrize(
    "text",
    [
        "He may march on, said Theresa May.",
        "Jan Tovar and April Holt agreed.",
        "A second man came first.",
        "The Sunday Times wrote of it.",
        "Prices rise and fall as they spring up.",
        "They sold 2,100 and 40 and 7.",
        "Resolution 1929 and Flight 1900 stand.",
        "It cost $2000 or 1999%.",
        "The 34-year-old left.",
        "About 2000 people came.",
        "Three quarters of them stayed.",
        "Call 555-1990-22 for it.",
        "1. Bread. 2. Salt.",
    ],
)
def test_not_a_time(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "value", "edtf"),
    [
        ("Officials said Monday.", "XXXX-WXX-1", None),
        ("It happened yesterday.", "PAST_REF", None),
        ("It closed three years ago.", "PAST_REF", None),
        ("It closed in May.", "XXXX-05", "XXXX-05"),
        ("It closed on 25 December.", "XXXX-12-25", "XXXX-12-25"),
        ("Last week it closed.", "PAST_REF", None),
        ("It closes at 3 p.m.", "XXXX-XX-XXT15:00", None),
    ],
)
@pytest.mark.parametrize("published", [None, "not a date", "0001-01-01", "9999-12-31"])
def test_without_a_date_nothing_is_invented(
    text: str, value: str, edtf: str | None, published: str | None
) -> None:
    _, mark = only(text, published)
    assert (mark.value, mark.edtf, mark.anchor) == (value, edtf, None)


def test_a_date_known_to_the_month_still_tells_the_year() -> None:
    _, mark = only("It closed last year.", "2024-05")
    assert (mark.value, mark.anchor) == ("2023", "2024-05")
    _, mark = only("It closed yesterday.", "2024-05")
    assert mark.value == "PAST_REF"


def test_no_expression_crosses_a_block() -> None:
    text = "Sold in May\n2023 was a good year."
    marks = read(text, cuts=(text.index("2023"),))
    assert [text[mark.start : mark.end] for mark in marks] == ["May", "2023"]


@pytest.mark.parametrize("unit", ["12 345 ", "3-4-", "on Monday ", "at least ", "the last 1998 "])
def test_a_table_costs_what_it_is_long(unit: str) -> None:
    assert in_step(read, unit, 100)


def test_no_pattern_repeats_without_an_end() -> None:
    patterns = [p for own in lexicon("time_patterns").words.values() for p in own]
    assert [p for p in patterns if re.search("[*+]", p)] == []


def test_marks_are_in_order_and_apart_and_name_their_rule() -> None:
    marks = read(HISTORY)
    assert all(left.end <= right.start for left, right in pairwise(marks))
    assert {mark.rule for mark in marks} <= set(RULES)
    assert all(name.startswith("times.") and why.endswith(".") for name, why in RULES.items())
