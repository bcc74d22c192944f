"""Calendar ranges: what an EDTF value (ISO 8601-2) covers, and how to say it."""

import re
from calendar import monthrange
from datetime import date, timedelta

from onrecord.records.spans import Record

_DATE = re.compile(r"(\d{1,4}X{0,3})(?:-(\d\d|XX))?(?:-(\d\d|XX))?(?:T.*)?")
# Seasons of the northern half of the year; quarters, thirds and halves: first month, months.
_PARTS = {
    **{21 + i: (3 + 3 * i, 3, name) for i, name in enumerate(("spring", "summer", "autumn"))},
    24: (12, 3, "winter"),
    **{33 + i: (1 + 3 * i, 3, f"quarter {i + 1} of") for i in range(4)},
    **{37 + i: (1 + 4 * i, 4, f"third {i + 1} of") for i in range(3)},
    **{40 + i: (1 + 6 * i, 6, f"{half} half of") for i, half in enumerate(("first", "second"))},
}
_MONTHS = "January February March April May June July August September October November December"


class DateRange(Record, frozen=True, kw_only=True):
    """The days ``[start, end)`` a value covers; soft where that end is unsure or open."""

    start: date
    end: date
    soft_start: bool = False
    soft_end: bool = False

    @property
    def soft(self) -> bool:
        """Whether either end is unsure or open."""
        return self.soft_start or self.soft_end


def date_range(edtf: str) -> DateRange | None:
    """The days an EDTF value covers; ``None`` where it has no place on a calendar."""
    if edtf[:1] in ("[", "{"):
        found = [date_range(part) for part in re.split(r",|\.\.", edtf.strip("[]{}")) if part]
        spans = [span for span in found if span]
        return _joined(spans[0], spans[-1], soft=True) if spans else None
    if "/" not in edtf:
        return _single(edtf)
    first, last = edtf.split("/", 1)
    start, end = _single(first), _single(last)
    if start and end:
        return _joined(start, end, soft=False)
    if start:
        return DateRange(
            start=start.start, end=start.end, soft_start=start.soft_start, soft_end=True
        )
    if end:
        return DateRange(start=end.start, end=end.end, soft_start=True, soft_end=end.soft_end)
    return None


def in_words(edtf: str) -> str:
    """An EDTF value as a person says it: "May 2013", "about 1990", "1997 to 2001", "the 1990s"."""
    if "/" in edtf:
        first, last = edtf.split("/", 1)
        if first in ("", ".."):
            return f"until {in_words(last)}"
        return (
            f"since {in_words(first)}"
            if last in ("", "..")
            else (f"{in_words(first)} to {in_words(last)}")
        )
    bare = re.sub("[~?%]", "", edtf)
    words = _date_in_words(bare)
    if "~" in edtf or "%" in edtf:
        words = f"about {words}"
    return f"{words} (unsure)" if "?" in edtf or "%" in edtf else words


def _joined(first: DateRange, last: DateRange, *, soft: bool) -> DateRange | None:
    """From the start of one range to the end of another; ``None`` if that runs backwards."""
    if first.start >= last.end:
        return None
    return DateRange(
        start=first.start,
        end=last.end,
        soft_start=soft or first.soft_start,
        soft_end=soft or last.soft_end,
    )


def _single(value: str) -> DateRange | None:
    """The days of a value without a slash."""
    bare = re.sub("[~?%]", "", value)
    match = _DATE.fullmatch(bare)
    if not match or len(match[1]) != 4:
        return None
    soft = bare != value
    try:
        start, end = _bounds(*match.groups())
    except (ValueError, OverflowError):
        return None
    return DateRange(start=start, end=end, soft_start=soft, soft_end=soft)


def _bounds(year: str, month: str | None, day: str | None) -> tuple[date, date]:
    """First day and the day after the last; raises ``ValueError`` off the calendar."""
    if "X" in year or month in (None, "XX"):
        last = int(year.replace("X", "9"))
        return date(int(year.replace("X", "0")), 1, 1), date(last, 12, 31) + timedelta(1)
    number = int(month or 0)
    if number in _PARTS:
        first, months, _ = _PARTS[number]
        start = date(int(year), first, 1)
        return start, _months_later(start, months)
    start = date(int(year), number, 1)
    if day in (None, "XX"):
        return start, start + timedelta(monthrange(start.year, start.month)[1])
    start = start.replace(day=int(day or 0))
    return start, start + timedelta(1)


def _months_later(start: date, months: int) -> date:
    """The same day some months on."""
    years, month = divmod(start.month - 1 + months, 12)
    return date(start.year + years, month + 1, 1)


def _date_in_words(value: str) -> str:
    """A date without qualifiers in words; as it stands where it is no date."""
    match = _DATE.fullmatch(value)
    if not match:
        return value
    year, month, day = match.groups()
    if year.endswith("XX"):
        return f"{year[:-2]}00 to {year[:-2]}99"
    if year.endswith("X"):
        return f"the {year[:-1]}0s"
    if month in (None, "XX"):
        return year
    number = int(month or 0)
    if number in _PARTS:
        return f"{_PARTS[number][2]} {year}"
    if not 1 <= number <= 12:
        return value
    name = f"{_MONTHS.split()[number - 1]} {year}"
    return name if day in (None, "XX") else f"{int(day or 0)} {name}"
