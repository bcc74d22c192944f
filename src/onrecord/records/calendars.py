"""Calendar arithmetic on TIMEX3 values, and their form in EDTF (ISO 8601-2).

A value is a string as in TimeML: ``1991-12-02``, ``1991-12``, ``1991-W48``, ``1998-Q3``,
``1998-H1``, ``1998-SU``, ``1998``, ``199`` (decade), ``19`` (century), ``BC0480``, with
``X`` for what is not known. Units are ``D W M Q Y E C``: day, week, month, quarter, year,
decade (``E``), century; clock units are ``TS TM TH``.
"""

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
YEARS = {"Y": 1, "E": 10, "C": 100}
DATED = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?|-W(?P<week>\d\d)(?P<weekend>-WE)?"
    r"|-Q(?P<quarter>[1-4])|-H(?P<half>[12]))?(?P<clock>T[0-9A-Z:]+)?"
)
# Thirds, so that "early", "mid" and "late" cover a year, month or decade without a gap.
THIRDS = {
    "year": {
        "early": (1, 4),
        "mid": (5, 8),
        "late": (9, 12),
        "start": (1, 3),
        "end": (10, 12),
    },
    "month": {
        "early": (1, 10),
        "mid": (11, 20),
        "late": (21, 31),
        "start": (1, 7),
        "end": (24, 31),
    },
    "decade": {
        "early": (0, 3),
        "mid": (4, 6),
        "late": (7, 9),
        "start": (0, 2),
        "end": (8, 9),
    },
}


@lru_cache(maxsize=4096)
def bounds(value: str) -> tuple[date, date] | None:
    """The first and last day of a value, or ``None`` where it is not on the calendar."""
    if value.isdigit() and len(value) in (2, 3):
        width = 10 ** (4 - len(value))
        first = int(value) * width
        return (date(first, 1, 1), date(first + width - 1, 12, 31)) if first else None
    found = DATED.fullmatch(value)
    try:
        return _dated_bounds(found) if found else _season_bounds(value)
    except (ValueError, OverflowError):
        return None


def _dated_bounds(found: re.Match[str]) -> tuple[date, date]:
    """First and last day of a matched value; ``ValueError`` for dates that do not exist."""
    year = int(found["year"])
    if found["day"]:
        day = date(year, int(found["month"]), int(found["day"]))
        return day, day
    if found["week"]:
        monday = date.fromisocalendar(year, int(found["week"]), 1)
        return monday + timedelta(days=5 if found["weekend"] else 0), monday + timedelta(days=6)
    first, last = 1, 12
    if found["month"]:
        first = last = int(found["month"])
    elif found["quarter"]:
        first, last = 3 * int(found["quarter"]) - 2, 3 * int(found["quarter"])
    elif found["half"]:
        first, last = 6 * int(found["half"]) - 5, 6 * int(found["half"])
    return date(year, first, 1), _month_end(year, last)


def _season_bounds(value: str) -> tuple[date, date] | None:
    """Seasons by calendar months of the northern hemisphere; winter ends in the next year."""
    year, _, season = value.partition("-")
    if season not in SEASONS or not year.isdigit() or len(year) != 4:
        return None
    first = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[season]
    if season == "WI":
        return date(int(year), 12, 1), _month_end(int(year) + 1, 2)
    return date(int(year), first, 1), _month_end(int(year), first + 2)


def _month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def grain(value: str) -> str:
    """How fine a value is: ``D W M Q H S Y E C``, or ``""`` where it is not on the calendar."""
    if bounds(value) is None:
        return ""
    if len(value) <= 4:
        return {4: "Y", 3: "E", 2: "C"}[len(value)]
    if value[5] in "WQH":
        return "S" if value[5:] == "WI" else value[5]
    if value[5:7] in SEASONS:
        return "S"
    return "D" if len(value) >= 10 else "M"


def coarsen(day: date, unit: str) -> str:
    """The value of the unit in which a day lies: ``1998-03-02`` as ``W`` is ``1998-W10``."""
    if unit == "W":
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}"
    if unit == "Q":
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    if unit == "S":
        return f"{day.year:04}-{('WI', 'SP', 'SU', 'FA')[day.month % 12 // 3]}"
    full = day.isoformat()
    return full[: {"D": 10, "M": 7, "Y": 4, "E": 3, "C": 2}[unit]]


def step(day: date, unit: str, count: int) -> date:
    """A day moved by whole units; the 31st becomes the last day of a shorter month.

    Raises ``ValueError`` or ``OverflowError`` where the calendar ends.
    """
    if unit in "DW":
        return day + timedelta(days=count * (7 if unit == "W" else 1))
    months = count * {"M": 1, "Q": 3}.get(unit, 12 * YEARS.get(unit, 1))
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def shift(value: str, unit: str, count: int) -> str | None:
    """A value moved by whole units, as fine as the coarser of the two, or ``None``.

    ``shift("1998-03-02", "Y", -2)`` is ``1996``; ``shift("1915", "D", 2)`` cannot be known.
    """
    if value.startswith("BC"):
        return _shift_bc(value, unit, count)
    span = bounds(value)
    order = "DWMQHSYEC"
    if span is None or unit not in order or order.index(grain(value)) > order.index(unit):
        return None
    try:
        return coarsen(step(span[0], unit, count), unit)
    except (ValueError, OverflowError):
        return None


def _shift_bc(value: str, unit: str, count: int) -> str | None:
    """Years before the common era count down; anything finer than a year stays unknown."""
    if unit not in YEARS or not value[2:6].isdigit():
        return None
    year = int(value[2:6]) - count * YEARS[unit]
    return f"BC{year:04}" if year > 0 else None


def place_month(month: int, day: int | None, anchor: date, toward: int) -> str | None:
    """The month (and day) of the year that lies ``toward`` (-1 past, +1 coming, 0 nearest).

    ``None`` where there is no such day, as with 30 February.
    """
    options = []
    for year in (anchor.year - 1, anchor.year, anchor.year + 1):
        value = f"{year:04}-{month:02}" + (f"-{day:02}" if day else "")
        span = bounds(value)
        if span is not None:
            options.append((value, *span))
    before = [value for value, first, _ in options if first <= anchor]
    after = [value for value, _, last in options if last >= anchor]
    if toward and (before if toward < 0 else after):
        return before[-1] if toward < 0 else after[0]
    distances = [(max((f - anchor).days, (anchor - e).days, 0), v) for v, f, e in options]
    return min(distances)[1] if distances else None


def place_weekday(weekday: int, anchor: date, toward: int) -> str:
    """The nearest such weekday (1 Monday to 7 Sunday) at or before, or at or after, a day.

    ``toward`` -2 and +2 leave the anchor day itself out.
    """
    away = (weekday - anchor.isoweekday()) % 7
    if toward < 0:
        away = away - 7 if away or toward == -2 else 0
    elif not away and toward == 2:
        away = 7
    return (anchor + timedelta(days=away)).isoformat()


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the anonymous Gregorian computus)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap, skipped = divmod(century, 4)
    epact = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    day = (32 + 2 * skipped + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * day) // 451
    month, dom = divmod(epact + day - 7 * late + 114, 31)
    return date(year, month, dom + 1)


def edtf(value: str, part: str = "", about: bool = False) -> str | None:
    """A TIMEX3 value in EDTF, or ``None`` where it has no place on a calendar.

    ``part`` (``early``, ``mid``, ``late``, ``start``, ``end``) gives the interval it covers;
    ``about`` adds ``~``. Weeks, quarters and halves become intervals, parts of a day their day.
    """
    if part and (narrowed := _narrow(value, part)):
        return narrowed
    plain = _plain(value)
    if plain is None or not about or "/" in plain:
        return plain
    return plain + "~"


def _plain(value: str) -> str | None:
    """EDTF without a qualifier."""
    if value.startswith("BC") and value[2:6].isdigit():
        # ISO 8601 has a year 0: 480 BC is -0479.
        return f"-{int(value[2:6]) - 1:04}" + (
            value[6:] if re.fullmatch(r"-\d\d", value[6:]) else ""
        )
    if re.fullmatch(r"FY\d{4}", value):
        return value[2:] + "~"
    if re.fullmatch(r"XXXX-\d\d(-\d\d)?", value):
        return value
    span = bounds(value)
    if span is None:
        unknown = re.match(r"(\d{4}(?:-\d\d)?)(?:-XX)*(?:T\w*)?$", value)
        return unknown[1] if unknown else None
    return _calendar(value, span)


def _calendar(value: str, span: tuple[date, date]) -> str:
    """EDTF of a value that has bounds."""
    size = grain(value)
    if size == "W":
        return f"{span[0].isoformat()}/{span[1].isoformat()}"
    if size in "QH":
        return f"{span[0].isoformat()[:7]}/{span[1].isoformat()[:7]}"
    if size == "S":
        return f"{value[:4]}-{SEASONS[value[5:7]]}"
    if size in "EC":
        return value.ljust(4, "X")
    day, _, clock = value.partition("T")
    if not re.fullmatch(r"[0-2]\d:\d\d", clock) or clock > "23:59":
        return day
    return f"{day}T{clock}:00"


def _narrow(value: str, part: str) -> str | None:
    """The interval of a part: early 2024 is ``2024-01/2024-04``."""
    span, size = bounds(value), grain(value)
    if span is None or size not in "YME":
        return None
    first, last = THIRDS[{"Y": "year", "M": "month", "E": "decade"}[size]][part]
    if size == "E":
        return f"{value}{first}/{value}{last}"
    if size == "M":
        last = min(last, span[1].day)
    return f"{value}-{first:02}/{value}-{last:02}"


def duration(count: float | None, unit: str) -> str:
    """The length of so many units: ``P3D``, ``PT24H``, ``P20Y`` for two decades, ``PXY``."""
    if count is None:
        return f"PTX{unit[1]}" if unit.startswith("T") else f"PX{unit}"
    if unit in "EC":
        count, unit = count * YEARS[unit], "Y"
    elif unit == "Q":
        count, unit = count * 3, "M"
    whole, half = int(count), count % 1
    finer = {"Y": ("M", 12), "TH": ("TM", 60), "TM": ("TS", 60)}.get(unit)
    clock, letter = ("T", unit[1]) if unit.startswith("T") else ("", unit)
    if half != 0.5 or finer is None:
        return f"P{clock}{count:g}{letter}"
    lead = f"{whole}{letter}" if whole else ""
    return f"P{clock}{lead}{int(half * finer[1])}{finer[0][-1]}"


def feast(name: str, year: int) -> date:
    """The day of a feast: ``12-25``, ``easter``, or the nth weekday of a month, ``11-4-4``."""
    if name == "easter":
        return easter(year)
    month, day, *nth = map(int, name.split("-"))
    if not nth:
        return date(year, month, day)
    first = date(year, month, 1)
    return first + timedelta(days=(day - first.isoweekday()) % 7 + 7 * (nth[0] - 1))
