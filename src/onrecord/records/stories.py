"""How the dates of a text hang on one another and on the day it was published.

A ``Found`` expression is read against a ``Story``: "in May" is a May of the year being
told, or the one before or after publication, as the tense of the sentence says.
"""

import re
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

import msgspec

from onrecord.records import calendars
from onrecord.records.marks import TimeType
from onrecord.records.phrases import Found, Phrases

REFERENCES = ("PRESENT_REF", "FUTURE_REF", "PAST_REF")  # by offset: 0, 1, -1
# A date of publication outside these years is a mistake of the page.
FIRST_YEAR, LAST_YEAR = "1400", "2200"
# A text is history when old years outnumber signs of the present this many times over.
HISTORY = 4
# "This year" in the narrator's own words is as sure a sign of the present as so many dates.
POINTED = 4
# After December a January is the next one: months apart from which on the year has turned.
TURN = 8
# A day without its year is the nearest such day, if it lies within so many days.
NEAR = 120
# How many tokens before an expression are searched for the tense of its sentence.
REACH = 60
# And no more than so many after it, where its sentence has no end (a table, a list).
FARTHEST = 400

_POINTING = frozenset({"this", "last", "next", "past"})
_PERIODS = frozenset(
    {"week", "weekend", "month", "year", "summer", "spring", "winter", "autumn", "night"}
)


class Value(NamedTuple):
    """What an expression means."""

    type: TimeType
    value: str
    anchor: str | None = None
    edtf: str | None = None


class Story(msgspec.Struct, kw_only=True):
    """How far the reading has come: which dates later expressions hang on.

    ``told`` is the last calendar value mentioned, ``quarter`` the last quarter,
    ``days`` the days given with their year, by month and day (``-10-23``).
    ``published`` is ISO, as precise as known; ``today`` only where its day is known.
    """

    published: str | None
    today: date | None
    history: bool
    told: str | None = None
    quarter: str | None = None
    days: dict[str, str] = {}

    @property
    def here(self) -> str | None:
        """The date a narrator means with "this year": that of the story, else of publication."""
        return self.told if self.history else self.published

    @property
    def there(self) -> str | None:
        """The date that "the next day" follows: the last one told, else that of publication."""
        return self.told or self.published


def begin(phrases: Phrases, published: str | None) -> Story:
    """The story before its first date; says whether the text tells history."""
    full = re.match(r"\d{4}-\d\d-\d\d", published or "")
    try:
        today = date.fromisoformat(full[0]) if full else None
    except ValueError:
        today = published = None
    known = published[:10] if published and calendars.bounds(published[:10]) else None
    if known and not FIRST_YEAR <= known[:4] < LAST_YEAR:
        known = today = None
    now = int(known[:4]) if known else 9999
    mark = phrases.classes["YEAR"]
    years = [int(phrases.values[i]) for i, code in enumerate(phrases.codes) if code == mark]
    old = sum(now - other > 1 for other in years)
    days = sum(phrases.codes.count(phrases.classes[name]) for name in ("WEEKDAY", "DAY_WORD"))
    pointed = _deictics(phrases.words)
    new = len(years) - old + days + POINTED * pointed
    # Of a text without a date only its years say that it tells history: "last year" is left open
    # where it is spoken from a day of its own.
    dated = old > min(5 + HISTORY * new, 20 + new)
    return Story(published=known, today=today, history=dated if known else dated or not pointed)


def _deictics(words: tuple[str, ...]) -> int:
    """How often the text speaks from its own day: "this year", "last week", "ago"."""
    lower = [word.lower() for word in words]
    pairs = pairwise(lower)
    return sum(a in _POINTING and b in _PERIODS for a, b in pairs) + lower.count("ago")


def remember(story: Story, value: Value, compared: bool = False) -> None:
    """Let later expressions hang on this date; a date only ``compared`` with does so if a day."""
    day = value.value.partition("T")[0]
    if value.type not in ("DATE", "TIME") or not (calendars.bounds(day) or day.startswith("BC")):
        return
    size = calendars.grain(day)
    if compared and size != "D":
        return
    story.told = day
    if size == "D" and value.anchor is None:
        story.days[day[4:]] = day
    if size == "Q":
        story.quarter = day


def toward(found: Found) -> int:
    """-1 where the sentence speaks of the past, +1 of the future, 0 where it does not show."""
    code, codes, (start, end) = (
        found.phrases.classes,
        found.phrases.codes,
        found.match.span(),
    )
    begin, limit = max(0, start - REACH), end + FARTHEST
    first = max(begin, *(codes.rfind(code[stop], begin, start) for stop in ("DOT", "BREAK")))
    left = codes[first:start]
    future, past = left.rfind(code["FUTURE_CUE"]), left.rfind(code["PAST_CUE"])
    if past < 0 and left[-1:] in (code["UNTIL"], code["BY"], code["DEADLINE"]):
        return 1
    if future > past:
        return 1
    if past >= 0 or code["PAST_VERB"] in left:
        return -1
    # What follows says nothing reliable of the future: "On Friday they planned to leave".
    ends = [codes.find(code[stop], end, limit) for stop in ("DOT", "BREAK")]
    right = codes[end : min((stop for stop in ends if stop >= 0), default=limit)]
    return -1 if code["PAST_CUE"] in right or code["PAST_VERB"] in right else 0


def year(found: Found, story: Story) -> str:
    """A year as written, in full: '89 is the nearest such year not far in the future."""
    digits = re.sub(r"\D", "", found["year"])
    if "bc" in found:
        return f"BC{int(digits):04}"
    if len(digits) != 2:
        return digits
    near = int(
        (story.told if story.told and story.told[0] != "B" else story.published or "2000")[:4]
    )
    century = near // 100 * 100
    full = century + int(digits)
    return str(full - 100 if full > near + 20 else full)


def dated(found: Found, story: Story) -> Value | None:
    """The value of a day given by its month, weekday, day word or figures."""
    if "iso" in found:
        return _known(found["iso"][:10])
    if "slashed" in found:
        return _known(_slashed(found["slashed"], story))
    if "day_word" in found:
        return day_word(int(found["day_word"]), story)
    if "month" not in found:
        return weekday(found, story) if "weekday" in found else None
    month, day = int(found["month"]), int(re.sub(r"\D", "", found["day"]) or 0) or None
    if day and day > 31:
        return None
    rest = f"-{month:02}" + (f"-{day:02}" if day else "")
    if "year" in found:
        value = year(found, story) + rest
        return Value("DATE", value) if value[0] == "B" else _known(value)
    return _placed(month, day, rest, found, story)


def _placed(month: int, day: int | None, rest: str, found: Found, story: Story) -> Value | None:
    """A month or day without its year: that of the story, or the one the tense points to."""
    told = story.told
    if story.history or story.today is None:
        if told is None or (calendars.grain(told) in "EC" and told[0] != "B"):
            return Value("DATE", "XXXX" + rest)
        return Value("DATE", _told_year(told, month) + rest, told)
    if rest in story.days:
        return Value("DATE", story.days[rest], story.days[rest])
    way = {"last": -1, "previous": -1, "past": -1, "next": 1}.get(found.word("point"))
    if way and not day and month == story.today.month:
        return _known(f"{story.today.year + way}{rest}")
    placed = calendars.place_month(month, day, story.today, way or (0 if day else toward(found)))
    if placed and day and abs((date.fromisoformat(placed) - story.today).days) > NEAR:
        placed = calendars.place_month(month, day, story.today, toward(found) or -1)
    return Value("DATE", placed, story.today.isoformat()) if placed else None


def _told_year(told: str, month: int) -> str:
    """The year being told; an early month after a late one is in the next."""
    if told[0] == "B":
        return told[:6]
    last = int(told[5:7]) if told[5:7].isdigit() else 0
    return str(int(told[:4]) + (last - month >= TURN))


def _known(value: str) -> Value | None:
    """A full date, unless the calendar has no such day."""
    return Value("DATE", value) if calendars.bounds(value) else None


def _slashed(figures: str, story: Story) -> str:
    """3/4/2024 in American order, 3.4.2024 and 13/4/2024 with the day first."""
    first, second, year = re.split(r"[/.]", figures)
    month, day = (second, first) if "." in figures or int(first) > 12 else (first, second)
    if len(year) == 2:
        year = ("19" if int(year) > 50 else "20") + year
    return f"{year}-{int(month):02}-{int(day):02}"


def day_word(offset: int, story: Story) -> Value:
    """Today, yesterday or tomorrow, counted from the day of publication."""
    if story.history or story.today is None:
        return Value("DATE", REFERENCES[offset])
    day = story.today + timedelta(days=offset)
    return Value("DATE", day.isoformat(), story.today.isoformat())


def weekday(found: Found, story: Story) -> Value:
    """A weekday: the last one, unless "next" or the tense points ahead."""
    weekday, point = int(found["weekday"]), found["point"]
    if story.today is None or story.history:
        return Value("DATE", f"XXXX-WXX-{weekday}")
    way = toward(found)
    if point == "1":
        way = 2
    elif point == "-1":
        way = -2
    value = calendars.place_weekday(weekday, story.today, way or -1)
    return Value("DATE", value, story.today.isoformat())
