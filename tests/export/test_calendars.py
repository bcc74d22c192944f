from datetime import date

import pytest

from onrecord.export.calendars import date_range, in_words


@pytest.mark.parametrize(
    ("edtf", "start", "end", "soft"),
    [
        ("2023-05-12", date(2023, 5, 12), date(2023, 5, 13), (False, False)),
        ("2023-05-12T10:00", date(2023, 5, 12), date(2023, 5, 13), (False, False)),
        ("2024-02", date(2024, 2, 1), date(2024, 3, 1), (False, False)),
        ("2023-12", date(2023, 12, 1), date(2024, 1, 1), (False, False)),
        ("2016", date(2016, 1, 1), date(2017, 1, 1), (False, False)),
        ("2016~", date(2016, 1, 1), date(2017, 1, 1), (True, True)),
        ("199X", date(1990, 1, 1), date(2000, 1, 1), (False, False)),
        ("19XX", date(1900, 1, 1), date(2000, 1, 1), (False, False)),
        ("2020-24", date(2020, 12, 1), date(2021, 3, 1), (False, False)),
        ("2020-33", date(2020, 1, 1), date(2020, 4, 1), (False, False)),
        ("1997/2012", date(1997, 1, 1), date(2013, 1, 1), (False, False)),
        ("1997~/2012", date(1997, 1, 1), date(2013, 1, 1), (True, False)),
        ("2013/..", date(2013, 1, 1), date(2014, 1, 1), (False, True)),
        ("../2009~", date(2009, 1, 1), date(2010, 1, 1), (True, True)),
        ("[2001,2003]", date(2001, 1, 1), date(2004, 1, 1), (True, True)),
    ],
)
def test_values_cover_days(edtf: str, start: date, end: date, soft: tuple[bool, bool]) -> None:
    found = date_range(edtf)
    assert found is not None
    assert (found.start, found.end, (found.soft_start, found.soft_end)) == (start, end, soft)


@pytest.mark.parametrize(
    "edtf", ["", "PAST_REF", "P3D", "2023-13-40", "2023-02-30", "9999", "2012/1997", "/", "[]", "X"]
)
def test_what_has_no_place_on_a_calendar_is_left_out(edtf: str) -> None:
    assert date_range(edtf) is None


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2023-05-12", "12 May 2023"),
        ("2023-06-03T08:15:00Z", "3 June 2023"),
        ("2023-05", "May 2023"),
        ("199X", "the 1990s"),
        ("2020-21", "spring 2020"),
        ("2020-33", "quarter 1 of 2020"),
        ("2016~", "about 2016"),
        ("2016?", "2016 (unsure)"),
        ("1997/2012", "1997 to 2012"),
        ("2013/..", "since 2013"),
        ("../2009~", "until about 2009"),
        ("2023-77", "2023-77"),
        ("recently", "recently"),
    ],
)
def test_values_in_words(edtf: str, words: str) -> None:
    assert in_words(edtf) == words
