from datetime import date

import pytest

from onrecord.export.origins.times import date_words, moment


def test_a_day_is_a_stretch_of_a_day() -> None:
    found = moment("2024-05-03")
    assert found
    assert found.start == date(2024, 5, 3).toordinal()
    assert found.end - found.start == 1
    assert (found.words, found.soft) == ("3 May 2024", False)


def test_a_time_of_day_stands_within_its_day_in_utc_and_is_told_as_given() -> None:
    found = moment("2024-05-03T01:30:00+03:00")
    assert found
    assert found.start == pytest.approx(date(2024, 5, 2).toordinal() + 22.5 / 24)
    assert found.words == "3 May 2024, 01:30"


def test_midnight_is_how_pages_write_a_day() -> None:
    assert moment("2024-05-03T00:00:00Z") == moment("2024-05-03")


def test_a_month_is_long_and_a_doubtful_day_is_soft() -> None:
    month, doubtful = moment("2024-05"), moment("2024-05-03~")
    assert month
    assert doubtful
    assert month.end - month.start == 31
    assert doubtful.soft


@pytest.mark.parametrize("published", [None, "", "soon", "2024-13-40", "May 3rd"])
def test_what_is_on_no_calendar_has_no_place_on_the_line(published: str | None) -> None:
    assert moment(published) is None
    assert date_words(published) == (published or "no date")


def test_a_time_at_the_edge_of_the_calendar_is_a_day() -> None:
    found = moment("0001-01-01T00:30:00+14:00")
    assert found
    assert (found.start, found.words) == (1.0, "1 January 0001")
