"""Calendar arithmetic: where days fall, and which EDTF a TIMEX3 value has."""

from datetime import date

import pytest

from onrecord.records import calendars


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2023-04-05", date(2023, 4, 5), date(2023, 4, 5)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("202", date(2020, 1, 1), date(2029, 12, 31)),
        ("19", date(1900, 1, 1), date(1999, 12, 31)),
        ("2020-W53", date(2020, 12, 28), date(2021, 1, 3)),
        ("2023-W14-WE", date(2023, 4, 8), date(2023, 4, 9)),
        ("2023-Q4", date(2023, 10, 1), date(2023, 12, 31)),
        ("2023-H1", date(2023, 1, 1), date(2023, 6, 30)),
        ("2023-WI", date(2023, 12, 1), date(2024, 2, 29)),
        ("2023-04-05T18:30", date(2023, 4, 5), date(2023, 4, 5)),
    ],
)
def test_bounds_are_first_and_last_day(value: str, first: date, last: date) -> None:
    assert calendars.bounds(value) == (first, last)


@pytest.mark.parametrize(
    "value",
    [
        "2023-02-30",
        "2021-W53",
        "XXXX-05",
        "PAST_REF",
        "P3D",
        "BC0480",
        "2023-13",
        "0000",
        "9999-WI",
    ],
)
def test_what_is_not_on_the_calendar_has_no_bounds(value: str) -> None:
    assert calendars.bounds(value) is None


@pytest.mark.parametrize(
    ("value", "unit", "count", "moved"),
    [
        ("2023-03-01", "D", -1, "2023-02-28"),
        ("2023-03-01", "W", 1, "2023-W10"),
        ("2023-03-31", "M", -1, "2023-02"),
        ("2023-01-15", "Q", -1, "2022-Q4"),
        ("2023-03-01", "Y", -3, "2020"),
        ("2023-03-01", "E", -1, "201"),
        ("2023-03-01", "C", -1, "19"),
        ("1915", "D", 2, None),
        ("1915", "Y", 2, "1917"),
        ("9999-12-31", "D", 1, None),
        ("BC0480", "Y", 1, "BC0479"),
        ("BC0480-09", "E", -2, "BC0500"),
        ("BC0001", "Y", 1, None),
        ("BC0480", "D", 1, None),
        ("PAST_REF", "D", 1, None),
    ],
)
def test_shift_is_as_fine_as_the_coarser(value: str, unit: str, count: int, moved: str) -> None:
    assert calendars.shift(value, unit, count) == moved


@pytest.mark.parametrize(
    ("month", "day", "toward", "placed"),
    [
        (3, None, -1, "2024-03"),
        (5, None, -1, "2024-05"),
        (11, None, -1, "2023-11"),
        (3, None, 1, "2025-03"),
        (1, 20, 0, "2024-01-20"),
        (12, 20, 0, "2023-12-20"),
        (2, 29, -1, "2024-02-29"),
        (2, 30, 0, None),
    ],
)
def test_place_month(month: int, day: int | None, toward: int, placed: str | None) -> None:
    assert calendars.place_month(month, day, date(2024, 5, 15), toward) == placed


@pytest.mark.parametrize(
    ("weekday", "toward", "placed"),
    [
        (3, -1, "2024-05-15"),
        (3, -2, "2024-05-08"),
        (3, 1, "2024-05-15"),
        (3, 2, "2024-05-22"),
        (1, -1, "2024-05-13"),
        (1, 1, "2024-05-20"),
        (7, -2, "2024-05-12"),
    ],
)
def test_place_weekday_from_a_wednesday(weekday: int, toward: int, placed: str) -> None:
    assert calendars.place_weekday(weekday, date(2024, 5, 15), toward) == placed


@pytest.mark.parametrize(("year", "month", "day"), [(2000, 4, 23), (2024, 3, 31), (2025, 4, 20)])
def test_easter(year: int, month: int, day: int) -> None:
    assert calendars.easter(year) == date(year, month, day)


def test_a_feast_can_be_the_nth_weekday_of_a_month() -> None:
    assert calendars.feast("11-4-4", 2023) == date(2023, 11, 23)
    assert calendars.feast("12-25", 2023) == date(2023, 12, 25)


@pytest.mark.parametrize(
    ("value", "part", "about", "written"),
    [
        ("1991-12-02", "", False, "1991-12-02"),
        ("1991-12", "", False, "1991-12"),
        ("199", "", False, "199X"),
        ("19", "", False, "19XX"),
        ("1998-SU", "", False, "1998-22"),
        ("1998-WI", "", False, "1998-24"),
        ("1991-W48", "", False, "1991-11-25/1991-12-01"),
        ("1998-Q3", "", False, "1998-07/1998-09"),
        ("1998-H2", "", False, "1998-07/1998-12"),
        ("1998", "", True, "1998~"),
        ("2024", "early", False, "2024-01/2024-04"),
        ("2024", "late", False, "2024-09/2024-12"),
        ("2023-02", "late", False, "2023-02-21/2023-02-28"),
        ("199", "mid", False, "1994/1996"),
        ("2024-05-06", "early", False, "2024-05-06"),
        ("1998-01-08T18:30", "", False, "1998-01-08T18:30:00"),
        ("1998-01-08TMO", "", False, "1998-01-08"),
        ("1998-01-08T24:00", "", False, "1998-01-08"),
        ("BC0480", "", False, "-0479"),
        ("BC0480-09", "", False, "-0479-09"),
        ("FY2023", "", False, "2023~"),
        ("XXXX-12-25", "", False, "XXXX-12-25"),
        ("1915-XX-XX", "", False, "1915"),
        ("XXXX-WXX-1", "", False, None),
        ("PAST_REF", "", False, None),
        ("P3D", "", False, None),
    ],
)
def test_edtf(value: str, part: str, about: bool, written: str | None) -> None:
    assert calendars.edtf(value, part, about) == written


@pytest.mark.parametrize(
    ("count", "unit", "value"),
    [
        (3, "D", "P3D"),
        (24, "TH", "PT24H"),
        (2, "E", "P20Y"),
        (1, "C", "P100Y"),
        (2, "Q", "P6M"),
        (2.5, "Y", "P2Y6M"),
        (0.5, "TH", "PT30M"),
        (0.5, "E", "P5Y"),
        (1.5, "W", "P1.5W"),
        (None, "Y", "PXY"),
        (None, "TM", "PTXM"),
    ],
)
def test_duration(count: float | None, unit: str, value: str) -> None:
    assert calendars.duration(count, unit) == value
