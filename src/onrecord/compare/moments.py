"""When: articles in time order, and whether two dates can be the same."""

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import UTC, date, datetime
from functools import lru_cache

from onrecord.records.origins import Article

Stretch = tuple[date, date]
_DATE = re.compile(r"(\d[\dX]{3})(?:-(\d\d|XX))?(?:-(\d\d|XX))?")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}


def in_time_order(articles: Iterable[Article]) -> list[Article]:
    """The earliest first, undated ones last; a day without a time comes before its hours."""
    return sorted(articles, key=lambda a: (moment(a.published) or "~", a.id))


@lru_cache(maxsize=100_000)
def moment(published: str | None) -> str | None:
    """A date of publication in UTC where it names its zone, as a string that sorts."""
    if not published or not published[:4].isdigit():
        return None
    try:
        full = datetime.fromisoformat(published)
    except ValueError:
        return published
    if len(published) <= 10 or full.tzinfo is None:
        return published.replace(" ", "T")
    return full.astimezone(UTC).replace(tzinfo=None).isoformat()


def day(published: str | None) -> date | None:
    """The day of publication, or ``None`` where only a month or nothing is known."""
    at = moment(published)
    try:
        return date.fromisoformat(at[:10]) if at else None
    except ValueError:
        return None


@lru_cache(maxsize=100_000)
def stretch(edtf: str) -> Stretch | None:
    """The first and last day an EDTF value may mean; ``None`` where it is open or unclear."""
    first, _, last = edtf.partition("/")
    ends = [_stretch(part) for part in (first, last or first)]
    if ends[0] is None or ends[1] is None:
        return None
    return ends[0][0], ends[1][1]


def _stretch(part: str) -> Stretch | None:
    found = _DATE.match(part)
    if not found:
        return None
    year, month, day = found.groups()
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    try:
        if not month or month == "XX":
            return date(low, 1, 1), date(high, 12, 31)
        first, last = _SEASONS.get(int(month), (int(month), int(month)))
        if day and day != "XX":
            return date(low, first, int(day)), date(high, last, int(day))
        return date(low, first, 1), date(high, last, monthrange(high, last)[1])
    except ValueError:
        return None


def disagree(left: Iterable[str], right: Iterable[str]) -> bool:
    """Whether two sets of EDTF values are both dated and no date of one can be one of the other."""
    mine = [s for s in map(stretch, left) if s]
    theirs = [s for s in map(stretch, right) if s]
    if not mine or not theirs:
        return False
    return not any(a[0] <= b[1] and b[0] <= a[1] for a in mine for b in theirs)
