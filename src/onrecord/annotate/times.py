"""Find time expressions and say which date, length or rhythm they mean.

Words and patterns are data (``lexicons/en/times.yml``, ``time_patterns.yml``); a rule
here gives one kind of expression its TIMEX3 value. Expressions are read in text order,
since "the next day" hangs on the date before it. The two ends of "2014-2018" are two
marks, as in TimeBank and WikiWars; the EDTF value of each is the whole interval.
"""

import re
from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise

from onrecord.lexicons import lexicon
from onrecord.records import calendars, durations, stories
from onrecord.records.marks import TimeMark
from onrecord.records.phrases import Choice, Classes, Found, Phrases, Tokens, choices, number
from onrecord.records.stories import Story, Value

_PATTERNS = lexicon("time_patterns").words
_CLASSES = Classes(
    {**lexicon("numbers").words, **lexicon("times").words},
    {name: alternatives for name, alternatives in _PATTERNS.items() if name.isupper()},
)
_CODE = _CLASSES.codes

Rule = Callable[[Found, Story], Value | None]
Hit = tuple[int, int, str, Value]


def times(tokens: Tokens, published: str | None) -> tuple[TimeMark, ...]:
    """Every time expression of a text, in text order, resolved against its date (ISO).

    Without the date what needs it keeps ``X`` or a ``_REF`` value.
    """
    phrases = _CLASSES.read(tokens)
    story = stories.begin(phrases, published)
    hits: list[Hit] = []
    end = 0
    for start, code in enumerate(phrases.codes):
        if start < end or code not in _CHOICES:
            continue
        choice = _CHOICES[code]
        hit = choice.any.match(phrases.codes, start) and _read(choice, start, phrases, story)
        if hit:
            hits.append(hit)
            end = hit[1]
            stories.remember(story, hit[3], hit[2] == "ago")
    _join_ranges(hits, phrases)
    return tuple(_mark(hit, phrases) for hit in hits)


def _read(choice: Choice, start: int, phrases: Phrases, story: Story) -> Hit | None:
    """The first pattern that fits and whose rule finds a meaning."""
    for place, pattern in choice.patterns:
        match = pattern.match(phrases.codes, start)
        if match is None:
            continue
        found, rule = Found(match, phrases), _TABLE[place][0]
        value = rule(found, story)
        if value:
            return start, match.end(), rule.__name__, _with_edtf(value, found)
    return None


def _with_edtf(value: Value, found: Found) -> Value:
    """Give a date its EDTF value; "since" and "before" leave an end of it open."""
    if value.edtf or value.type in ("DURATION", "SET"):
        return value
    about = found.starts("ABOUT")
    plain = calendars.edtf(value.value, found["part"] or found["edge"], about)
    if plain and found.before("SINCE", "AFTER"):
        plain = plain.partition("/")[0] + "/.."
    elif plain and found.before("BEFORE", "UNTIL", "BY"):
        plain = "../" + (plain.rpartition("/")[2])
    return value._replace(edtf=plain)


def _join_ranges(hits: list[Hit], phrases: Phrases) -> None:
    """Give both ends of "2014-2018" or "between May and July" the interval as EDTF value."""
    for i, (left, right) in enumerate(pairwise(hits)):
        link = phrases.codes[left[1] : right[0]]
        before = phrases.codes[left[0] - 1 : left[0]]
        joined = link == _CODE["DASH"]
        joined |= link in (_CODE["TO"], _CODE["UNTIL"]) and before == _CODE["FROM"]
        joined |= link == _CODE["AND"] and before == _CODE["BETWEEN"]
        ends = left[3].edtf, right[3].edtf
        if joined and left[3].type == right[3].type == "DATE" and ends[0] and ends[1]:
            if "/" in ends[0] + ends[1] or ends[0] >= ends[1]:
                continue
            for at, hit in ((i, left), (i + 1, right)):
                hits[at] = (
                    *hit[:3],
                    hit[3]._replace(edtf="/".join((ends[0], ends[1]))),
                )


def _mark(hit: Hit, phrases: Phrases) -> TimeMark:
    """The record of one expression."""
    first, last, name, value = hit
    start, end = phrases.span(first, last)
    return TimeMark(
        start=start,
        end=end,
        rule=f"times.{name}",
        type=value.type,
        value=value.value,
        edtf=value.edtf,
        anchor=value.anchor,
    )


def clock(found: Found, story: Story) -> Value | None:
    """A time of day, on the day named with it or the day the text is speaking of."""
    hour = _hour(found)
    if hour is None:
        return None
    day = stories.dated(found, story)
    if day and calendars.grain(day.value) == "D":
        return Value("TIME", f"{day.value}T{hour}", day.anchor)
    here = story.told if story.told and calendars.grain(story.told) == "D" else None
    here = here or (story.published if story.today and not story.history else None)
    return Value("TIME", f"{here or 'XXXX-XX-XX'}T{hour}", here)


def _hour(found: Found) -> str | None:
    """Hours and minutes on the 24-hour clock."""
    if "noon" in found:
        return found["noon"]
    figures = re.sub(r"[^\d:]", "", found["clock"]) or found["hour"]
    hours, _, minutes = figures.partition(":")
    if not hours.isdigit() or not 0 <= int(hours) <= 24:
        return None
    late = found.word("meridiem").startswith("p") or found["daypart"] in ("AF", "EV")
    hour = int(hours) % 12 + 12 * late if "meridiem" in found or "daypart" in found else int(hours)
    return f"{hour:02}:{minutes or '00'}"


def part_of_day(found: Found, story: Story) -> Value | None:
    """A morning, afternoon, evening or night, on the day named with it or before it."""
    part = f"T{found['daypart'] or found['tonight']}"
    if "weekday" in found and found.word("daypart").endswith("s"):
        return Value("SET", f"XXXX-WXX-{found['weekday']}{part}")
    day = stories.dated(found, story)
    if day is None:
        day = _pointed_day(found, story)
    if calendars.grain(day.value) != "D":
        return Value("TIME", f"XXXX-XX-XX{part}", day.anchor)
    return Value("TIME", day.value + part, day.anchor)


def _pointed_day(found: Found, story: Story) -> Value:
    """The day of "last night", "this morning", "the next morning", "that evening"."""
    point = found.word("point")
    if "tonight" in found or point in ("this", "last"):
        return stories.day_word(-1 if point == "last" else 0, story)
    there = story.there or ""
    value = calendars.shift(there, "D", int(found["point"] or 0)) if there else None
    return Value("DATE", value or "XXXX-XX-XX", there or None)


def holiday(found: Found, story: Story) -> Value | None:
    """A holiday with a fixed day or rule, in the year named or pointed to."""
    if story.today is None and "year" not in found and not story.told:
        return Value("DATE", "XXXX-XX-XX")
    here = (story.told if story.history else story.published) or story.told or ""
    if "year" not in found and not here[:4].isdigit():
        return Value("DATE", "XXXX-XX-XX")
    year = int(stories.year(found, story)) if "year" in found else int(here[:4])
    if "year" not in found:
        year += {"last": -1, "next": 1}.get(found.word("point"), 0)
    if "new_year" in found:
        eve = found.word("eve") == "eve"
        return Value("DATE", f"{year}-12-31" if eve else f"{year}-01-01", here or None)
    day = calendars.feast(found["holiday"], year) - timedelta(days=found.word("eve") == "eve")
    return Value("DATE", day.isoformat(), None if "year" in found else here)


def numeric_date(found: Found, story: Story) -> Value | None:
    """A date in figures: year-month-day, American month/day/year, or day.month.year."""
    return stories.dated(found, story)


def full_date(found: Found, story: Story) -> Value | None:
    """A day of a month; without a year it is placed by the story or the tense."""
    if "month" not in found:
        return _day_alone(int(re.sub(r"\D", "", found["day"])), story)
    value = stories.dated(found, story)
    span = calendars.bounds(value.value) if value else None
    if "week" not in found or value is None:
        return value
    return (
        value._replace(value=calendars.coarsen(span[0], "W"))
        if span and found["week"] == "W"
        else None
    )


def day_of_month(found: Found, story: Story) -> Value | None:
    """A day whose month stands beside another day ("6-7 January", "March 5-9", "on the 13th")."""
    if "month" in found:
        return stories.dated(found, story)
    day = int(re.sub(r"\D", "", found["second_day"] or found["lone_day"]))
    if "year" in found and story.told:
        return Value("DATE", f"{found['year']}{story.told[4:7]}-{day:02}")
    return _day_alone(day, story)


def _day_alone(day: int, story: Story) -> Value | None:
    """A day of the month last spoken of."""
    there = story.there or ""
    if calendars.grain(there) not in ("D", "M"):
        return None
    value = f"{there[:7]}-{day:02}"
    return Value("DATE", value, there) if calendars.bounds(value) else None


def month(found: Found, story: Story) -> Value | None:
    """A month; without a year it is placed by the story or the tense."""
    if "that_year" in found:
        base = story.told if found.word("that_year") in ("that", "same") else story.here
        offset = {"last": -1, "previous": -1, "next": 1, "following": 1}
        year = base and calendars.shift(base, "Y", offset.get(found.word("that_year"), 0))
        return Value("DATE", f"{year or 'XXXX'}-{found['month']}", base)
    return stories.dated(found, story)


def quarter(found: Found, story: Story) -> Value | None:
    """A quarter by number: the latest one that has begun, unless a year or the tense says else."""
    nth = found["nth"] or found["code"].upper().lstrip("Q") or "0"
    nth = re.sub(r"\D", "", nth)
    if "bare" in found or not 1 <= int(nth or 0) <= 4:
        return durations.quarter_meant(found, story)
    here = story.here
    if "year" in found:
        return Value("DATE", f"{stories.year(found, story)}-Q{nth}")
    if here is None or not here[:4].isdigit():
        return Value("DATE", f"XXXX-Q{nth}")
    year = int(here[:4])
    if found.has("LAST") or found.has("NEXT"):
        year += 1 if found.has("NEXT") else -1
    else:
        span = calendars.bounds(f"{year}-Q{nth}")
        ahead = bool(span and story.today and span[0] > story.today)
        year -= ahead and stories.toward(found) <= 0
    return Value("DATE", f"{year}-Q{nth}", here)


def half(found: Found, story: Story) -> Value | None:
    """A half of a year, or of a decade."""
    if "decade" in found:
        return decade(found, story)
    nth = 1 if found["nth"].startswith("1") else 2
    if "year" in found:
        return Value("DATE", f"{found['year']}-H{nth}")
    year = story.here and calendars.shift(story.here, "Y", int(found["point"] or 0))
    return Value("DATE", f"{year}-H{nth}", story.here) if year else None


def season(found: Found, story: Story) -> Value | None:
    """A season; without a year the last one, unless the story, "next" or the tense says else."""
    name, here = found["season"], story.here
    if "year" in found:
        return Value("DATE", f"{stories.year(found, story)}-{name}")
    if here is None or (not calendars.bounds(here) and here[0] != "B"):
        return Value("DATE", f"XXXX-{name}")
    if story.history or story.today is None or "that_year" in found:
        offset = int(found["that_year"] or 0) if found["that_year"] in ("1", "-1") else 0
        base = calendars.shift(here, "Y", offset) or here[: 6 if here[0] == "B" else 4]
        return Value("DATE", f"{base}-{name}", here)
    year, point = story.today.year, found.word("point")
    span = calendars.bounds(f"{year}-{name}")
    if span and point == "next":
        year += span[0] <= story.today
    elif span and point == "last":
        year -= span[1] >= story.today
    elif span and point != "this" and stories.toward(found) <= 0:
        year -= span[0] > story.today
    return Value("DATE", f"{year}-{name}", here)


def decade(found: Found, story: Story) -> Value | None:
    """A decade: "the 1990s", "the '80s", "the nineties"."""
    digits = re.sub(r"\D", "", found["decade"]) or found["decade_word"] + "0"
    if found.has("BC"):
        return Value("DATE", f"BC{int(digits):04}"[:5])
    if len(digits) == 2:
        near = (story.published or story.told or "2000")[:2]
        return Value("DATE", f"{near if near < '20' or digits < '30' else '19'}{digits[0]}")
    return Value("DATE", digits[:-1])


def century(found: Found, story: Story) -> Value | None:
    """A century by its number: the 20th is 19."""
    figure = re.sub(r"\D", "", found["century"])
    if found["unit"] != "C" or not figure:
        return None
    return Value("DATE", f"{'BC' if found.has('BC') else ''}{int(figure) - 1:02}")


def weekday(found: Found, story: Story) -> Value | None:
    """A weekday: the last one, unless "next" or the tense points ahead."""
    return stories.weekday(found, story)


def day_word(found: Found, story: Story) -> Value | None:
    """Today, yesterday or tomorrow, counted from the day of publication."""
    return stories.day_word(int(found["day_word"]), story)


def year(found: Found, story: Story) -> Value | None:
    """A year in figures or spelled out, not a figure that counts or names something."""
    start, end = found.match.span()
    if "spelled" in found:
        figures = [float(v) for v in found.phrases.values[start:end] if v[:1].isdigit()]
        rest = number([f"{figure:g}" for figure in figures[1:]])
        if figures[0] not in (18, 19, 20) or rest is None or not 10 <= rest <= 99:
            return None
        return Value("DATE", f"{int(figures[0] * 100 + rest)}")
    if "short" in found:
        first, last = found.phrases.values[start - 2], found["short"]
        later = len(last) == 2 and first[2:] < last
        return Value("DATE", first[:2] + last) if later else None
    value = stories.year(found, story)
    if value[0] == "B":
        return Value("DATE", value)
    counted = found.after("PLURAL") or found.phrases.words[end : end + 1] == ("people",)
    if counted and (found.starts(*_COUNTING) or found.before(*_COUNTING)):
        return None
    bare = start == found.match.start("year") and not found.before(*_INTRODUCES)
    if bare and not "1900" <= value <= "2099" and not found.after("DASH"):
        return None
    return Value("DATE", value)


def reference(found: Found, story: Story) -> Value | None:
    """A word for the present, the past or the future without a date."""
    if "soon" in found:
        return Value("DATE", "FUTURE_REF")
    if "past" in found:
        return Value("DATE", "PAST_REF")
    if "some" in found:
        return Value("DURATION", "PXX")
    if "then" in found:
        present = found.word("then") == "this"
        told = None if present else story.told
        return Value("DATE", told or ("PRESENT_REF" if present else "PAST_REF"), told)
    return Value(
        "DATE",
        found["ref"] if found["ref"].endswith("_REF") else _WORDS[found.word("ref")],
    )


_WORDS = {"recent": "PAST_REF", "current": "PRESENT_REF", "present": "PRESENT_REF"}
_COUNTING = ("ABOUT", "NEARLY", "AT", "LEAST", "THAN", "MORE", "LESS", "UP")
_INTRODUCES = (
    "IN",
    "SINCE",
    "OF",
    "BY",
    "UNTIL",
    "FROM",
    "TO",
    "DASH",
    "OPEN",
    "AND",
    "OR",
    "BETWEEN",
    "PART_WORD",
    "ABOUT",
    "BEFORE",
    "AFTER",
    "COMMA",
    "MONTH",
)
_RULES: tuple[Rule, ...] = (
    clock, part_of_day, holiday, numeric_date, full_date, day_of_month, month, quarter, half,
    season, decade, century, durations.ago, durations.every, durations.stretch,
    durations.fiscal_year, durations.same_unit, weekday, day_word, durations.duration, year,
    reference,
)  # fmt: skip
RULES: dict[str, str] = {f"times.{rule.__name__}": rule.__doc__ or "" for rule in _RULES}
_TABLE = tuple(
    (rule, _CLASSES.compile(pattern)) for rule in _RULES for pattern in _PATTERNS[rule.__name__]
)
_CHOICES = choices([pattern for _, pattern in _TABLE])
