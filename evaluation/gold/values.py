"""Values of times and amounts: TIMEX3 to EDTF, and the short way to write an amount."""

import re
from datetime import date

from onrecord.records.marks import TimeType

SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}


def type_of(value: str) -> TimeType:
    """The TIMEX3 type that a value has unless the note says otherwise."""
    if value.startswith("P") and not value.startswith(("PAST", "PRESENT")):
        return "DURATION"
    if value.startswith("XXXX"):
        return "SET"
    return "TIME" if re.search(r"\dT", value) else "DATE"


def edtf_of(value: str) -> str | None:
    """The EDTF (ISO 8601-2) form of a TIMEX3 value, ``None`` where it has no place in time."""
    if re.fullmatch(r"\d{4}(-\d\d){0,2}", value):
        return value
    if week := re.fullmatch(r"(\d{4})-W(\d\d)", value):
        year, number = int(week[1]), int(week[2])
        days = (date.fromisocalendar(year, number, day).isoformat() for day in (1, 7))
        return "/".join(days)
    if season := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        return f"{season[1]}-{SEASONS[season[2]]}"
    if quarter := re.fullmatch(r"(\d{4})-Q([1-4])", value):
        return f"{quarter[1]}-{32 + int(quarter[2])}"
    if re.fullmatch(r"\d{3}", value):
        return f"{value}X"
    if clock := re.fullmatch(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)?.*", value):
        return f"{clock[1]}T{clock[2]}:00" if clock[2] else clock[1]
    return None


def amount(shape: str) -> tuple[float | None, float | None, float | None]:
    """Value, lower and upper bound of ``12``, ``>=12``, ``<=12``, ``~12``, ``3..5``, ``24..`` or ``?``."""
    if shape == "?":
        return None, None, None
    if ".." in shape:
        low, high = (float(part) if part else None for part in shape.split(".."))
        return None, low, high
    value = float(shape.lstrip("<>=~"))
    if shape[0] in "<>":
        return value, value if shape[0] == ">" else None, value if shape[0] == "<" else None
    if shape[0] == "~":
        return value, None, None
    return value, value, value
