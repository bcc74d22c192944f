from datetime import date

import pytest

from onrecord.compare.moments import day, disagree, in_time_order, moment, stretch
from tests.compare.sayings import article


def test_articles_stand_in_time_order_and_undated_ones_last() -> None:
    given = [
        article("none"),
        article("noon", published="2031-05-03T12:00:00+02:00"),
        article("eleven", published="2031-05-03T11:00:00+00:00"),
        article("day", published="2031-05-03"),
        article("year", published="2031"),
    ]
    assert [a.id for a in in_time_order(given)] == ["year", "day", "noon", "eleven", "none"]


def test_a_moment_is_told_in_utc_where_the_zone_is_known() -> None:
    assert moment("2031-05-03T01:00:00+02:00") == "2031-05-02T23:00:00"
    assert moment("2031-05-03T01:00:00") == "2031-05-03T01:00:00"
    assert moment("yesterday") is None


def test_a_month_is_no_day() -> None:
    assert day("2031-05") is None
    assert day("2031-05-03T10:00:00") == date(2031, 5, 3)


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2031", date(2031, 1, 1), date(2031, 12, 31)),
        ("2031-02", date(2031, 2, 1), date(2031, 2, 28)),
        ("203X", date(2030, 1, 1), date(2039, 12, 31)),
        ("2031-05-03~", date(2031, 5, 3), date(2031, 5, 3)),
        ("2031-05-03/2031-05-09", date(2031, 5, 3), date(2031, 5, 9)),
        ("2031-22", date(2031, 6, 1), date(2031, 8, 31)),
    ],
)
def test_an_edtf_value_covers_its_days(edtf: str, first: date, last: date) -> None:
    assert stretch(edtf) == (first, last)


@pytest.mark.parametrize("edtf", ["XXXX-05-03", "2031-02-31", "P3D", ""])
def test_what_is_on_no_calendar_covers_nothing(edtf: str) -> None:
    assert stretch(edtf) is None


def test_dates_disagree_only_where_both_are_known_and_none_can_be_the_same() -> None:
    assert disagree(["2031-05-03"], ["2031-05-04"])
    assert not disagree(["2031-05-03"], ["2031-05"])
    assert not disagree(["2031-05-03"], [])
    assert not disagree(["2031-05-03"], ["XXXX-05-04"])
