"""Calendar dates as articles print them, to ISO 8601; only what is written, nothing guessed."""

import re
from datetime import date

from onrecord.records.spans import Record

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun",
            "july jul", "august aug", "september sep sept", "october oct", "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = r"(?P<{}>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_DATE = re.compile(
    r"\b(?:"
    r"(?P<iso>(?:19|20)\d\d-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z\b|[+-]\d\d:?\d\d\b)?)?)"
    rf"|{_MONTH.format('m1')}\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<y1>(?:19|20)\d\d)\b)?"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH.format('m2')}(?:,?\s+(?P<y2>(?:19|20)\d\d)\b)?"
    r"|(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<y3>(?:19|20)\d\d)\b"
    r")",
    re.IGNORECASE,
)
# What else stands in a date line; a line of nothing but dates and these is one.
_AROUND = re.compile(
    r"\b(?:\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:hrs?\b|h\b)?\s*(?:[ap]\.?\s?m\b\.?)?|\d{1,2}\s*[ap]\.?m\b\.?"
    r"|(?:UTC|GMT|EST|EDT|ET|CST|CDT|CT|MST|MDT|MT|PST|PDT|PT|CET|CEST|BST|IST|EAT|WAT|EET)(?:[+-]\d+)?\b"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
    r"|(?:first|last|originally)?\s*(?:published|updated?|posted|modified|issued|edited|revised|created|printed)\b"
    r"|(?:\d+|an?|one|two|three)\s+(?:sec(?:ond)?|min(?:ute)?|hour|day|week|month|year)s?\s+ago\b"
    r"|\d+[\s-]min(?:ute)?s?\s+read\b|(?:reading|read)\s+time\b|\d+\s+min(?:ute)?s?\b"
    r"|local time|today|yesterday)(?!\w)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\b(?:date|at|on|time)\b", re.IGNORECASE)
_EDGES = re.compile(r"[\s|·•,;:()\[\]/–—-]+")
_CHANGED = re.compile(r"updat|modif|revis|edited", re.IGNORECASE)
_LABEL = re.compile(r"publish|updat|posted|modified|revised|issued", re.IGNORECASE)


class Dated(Record, frozen=True, kw_only=True):
    """A line with its dates taken out: what remains, and the ISO dates it gave.

    ``labelled`` says that the line names its own purpose ("Published ...").
    """

    rest: str
    published: str | None = None
    modified: str | None = None
    labelled: bool = False
    taken: bool = False


def iso_date(text: str) -> str | None:
    """The first full date of a text as ``YYYY-MM-DD`` (or the ISO time it is), else ``None``."""
    for match in _DATE.finditer(text):
        if value := _value(match):
            return value
    return None


def find_date(text: str) -> re.Match[str] | None:
    """The first date with or without a year."""
    return _DATE.search(text)


def take_dates(text: str) -> Dated:
    """Take dates, times, weekdays and their labels out of a line."""
    published = modified = None
    before = 0
    for match in _DATE.finditer(text):
        value = _value(match)
        if value and _CHANGED.search(text[before : match.start()]):
            modified = modified or value
        elif value:
            published = published or value
        before = match.end()
    rest = _AROUND.sub(" ", _DATE.sub(" | ", text))
    taken = rest != text
    rest = " ".join(_BETWEEN.sub(" ", rest).split()) if taken else text
    if not _EDGES.sub("", rest):
        rest = ""
    return Dated(
        rest=rest.strip(" |·•,;:–—-/"),
        published=published,
        modified=modified,
        labelled=bool(_LABEL.match(text)),
        taken=taken,
    )


def _value(match: re.Match[str]) -> str | None:
    """One match as ISO 8601; ``None`` without a year or where day and month may be swapped."""
    if iso := match["iso"]:
        return iso.replace(" ", "T") if _valid(iso[:4], iso[5:7], iso[8:10]) else None
    if match["m1"]:
        return _valid(match["y1"], _MONTHS[match["m1"].lower()], match["d1"])
    if match["m2"]:
        return _valid(match["y2"], _MONTHS[match["m2"].lower()], match["d2"])
    first, second = int(match["a"]), int(match["b"])
    if match["sep"] == "." or first > 12 or first == second:
        return _valid(match["y3"], second, first)
    return _valid(match["y3"], first, second) if second > 12 else None


def _valid(year: str | None, month: str | int, day: str | int) -> str | None:
    """An ISO date, or ``None`` where there is no such day."""
    if year is None:
        return None
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
