from datetime import date, timedelta

import pytest

from onrecord.export.calendars import DateRange
from onrecord.export.pictures import WIDTHS, Entry, picture


def entry(label: str, start: date, days: int) -> Entry:
    span = DateRange(start=start, end=start + timedelta(days))
    return Entry(label=label, span=span, words=(label,), anchor="", claims=())


@pytest.mark.parametrize("days", [1, 20, 90, 700, 4_000, 90_000, 700_000])
def test_any_stretch_of_time_has_a_few_ticks(days: int) -> None:
    first = entry("first", date(50, 1, 1), 1)
    last = entry("last", date(50, 1, 1) + timedelta(days), 1)
    for width in WIDTHS:
        drawn = picture((first, last), None, width, "Two days.")
        assert drawn.count('class="tick"') <= width // 60
        assert "first" in drawn


def test_words_are_escaped_and_an_entry_leads_to_its_claim() -> None:
    undated = Entry(label="<b>soon</b>", span=None, words=("soon",), anchor="", claims=(3,))
    drawn = picture((undated,), None, WIDTHS[0], 'A "sentence".')
    assert "<b>" not in drawn
    assert '<a href="#c3">' in drawn
    assert 'aria-label="A &#34;sentence&#34;."' in drawn
