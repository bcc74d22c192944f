"""Distances, lengths and rhythms of time: "two years ago", "the past decade", "every Friday".

Rules of ``annotate/times.py`` that count units, each from a ``Found`` expression and the
``Story`` it stands in to its value; a rule's docstring is the sentence the user reads.
"""

import re

from onrecord.records import calendars, stories
from onrecord.records.phrases import Found, number
from onrecord.records.stories import REFERENCES, Story, Value


def ago(found: Found, story: Story) -> Value | None:
    """A distance in time from now ("ago") or from the date last told ("earlier", "later")."""
    unit, way = found["unit"], found.word("way")
    if "year_ago" in found:
        return _back(found["year_ago"], -1, story, story.quarter or story.here)
    if "day_off" in found:
        return _next_to(found, story)
    sign = -1 if way in ("ago", "earlier", "before", "previously", "beforehand") else 1
    count = amount(found, "amount")
    if unit == "2":
        unit, count = "W", count and count * 2
    if count is None or unit not in "DWMQYEC":
        return Value("DATE", REFERENCES[sign])
    base = story.published if way in ("ago", "from") else story.there
    if unit == "Y" and story.told == story.quarter:
        base = story.quarter or base
    return _back(unit, sign * int(count), story, base)


def _back(unit: str, count: int, story: Story, base: str | None) -> Value | None:
    """A date moved; a quarter or month moved by years stays one ("a year earlier")."""
    if base is None:
        return Value("DATE", REFERENCES[-1 if count < 0 else 1])
    if unit == "Y" and calendars.grain(base) in ("Q", "M"):
        return Value("DATE", f"{int(base[:4]) + count}{base[4:]}", base)
    moved = calendars.shift(base, unit, count)
    if moved is None and (within := _within(unit, base)):
        return within
    return Value("DATE", moved or REFERENCES[-1 if count < 0 else 1], base)


def _next_to(found: Found, story: Story) -> Value | None:
    """The day before, or after, the date last told or a day word."""
    sign = -1 if found.word("way") == "before" else 1
    if "day_word" in found:
        day = stories.day_word(int(found["day_word"]), story)
        return _back(found["day_off"], sign, story, day.value if story.today else None)
    if found["day_off"] not in "DWMY" or found.word("day_off").endswith("s"):
        return None
    return _back(found["day_off"], sign, story, story.there)


def every(found: Found, story: Story) -> Value | None:
    """Something that comes again: "every Friday", "daily", "twice a week"."""
    if "word" in found:
        return Value("SET", found["word"])
    if "weekday" in found:
        part = f"T{found['daypart']}" if "daypart" in found else ""
        return Value("SET", f"XXXX-WXX-{found['weekday']}{part}")
    if "month" in found or "season" in found:
        return Value("SET", f"XXXX-{found['month'] or found['season']}")
    if "daypart" in found:
        return Value("SET", f"XXXX-XX-XXT{found['daypart']}")
    unit = {"2": "TS", "WE": "WE"}.get(found["unit"], found["unit"])
    return Value("SET", calendars.duration(float(re.sub(r"\D", "", found["n"]) or 1), unit))


def stretch(found: Found, story: Story) -> Value | None:
    """A stretch that ends or begins at a date: "the past two decades", "the next few days"."""
    unit = found["unit"] or found["plural"]
    if "plural" in found and not found.word("plural").endswith("s"):
        return None
    count = amount(found, "amount") if "amount" in found else None
    if (count or 0) >= 1000 or ("unit" in found and found.word("unit")[-1] != "s"):
        return None
    return _length(count, unit, _reach(found, count, unit, story), story)


def _reach(found: Found, count: float | None, unit: str, story: Story) -> str | None:
    """The interval from or to the story's date, where its length is known."""
    here, way = story.here, found.word("reach")
    if not here or not count or count % 1 or unit not in "DWMQYEC" or not way:
        return None
    if way not in ("last", "past", "next", "coming"):
        return None
    fine = "Y" if unit in "YEC" else "D" if unit in "DW" else "M"
    sign = 1 if way in ("next", "coming") else -1
    steps = int(count) * {"E": 10, "C": 100, "W": 7, "Q": 3}.get(unit, 1)
    near, far = (
        calendars.shift(here, fine, 0),
        calendars.shift(here, fine, sign * steps),
    )
    return "/".join(sorted((near, far))) if near and far else None


def _length(count: float | None, unit: str, edtf: str | None, story: Story) -> Value:
    """A duration of so many units, with its interval where it has one."""
    if unit == "2":
        count, unit = (count and count * 2), "W"
    elif unit == "WE":
        count, unit = (count and count * 2), "D"
    value = calendars.duration(count, unit)
    return Value("DURATION", value, story.here if edtf else None, edtf)


def fiscal_year(found: Found, story: Story) -> Value | None:
    """A fiscal year, which need not be a calendar year."""
    if "year" in found:
        return Value("DATE", f"FY{found['year']}")
    if found["unit"] != "Y":
        return None
    year = story.here and calendars.shift(story.here, "Y", int(found["point"] or 0))
    return Value("DATE", f"FY{year}" if year else "FYXXXX", story.here)


def same_unit(found: Found, story: Story) -> Value | None:
    """A day, week, month, year or longer by where it stands: "last week", "that year"."""
    if "days" in found:
        return Value("DATE", "PRESENT_REF") if found.word("days") == "days" else None
    unit = found["unit"] or found["the"] or found["yearend"] or found["unit_of"]
    point = found.word("point")
    plural = found.match.end() and found.phrases.words[found.match.end() - 1].endswith("s")
    if plural and "yearend" not in found:
        return _length(None, unit, None, story) if unit not in ("2", "WE") else None
    part = (point == "last" and found.after("OF")) or found.after("ENDING")
    if unit[0] == "T" or part or (point in ("past", "latest") and unit != "Q"):
        return _length(1, unit, None, story) if part or point not in ("", "same", "that") else None
    if unit == "Q":
        return quarter_meant(found, story)
    narrated = found.has("THE") and point not in ("last", "current")
    narrated |= point in ("that", "same", "previous", "following")
    base = story.there if narrated and (point or unit == "D") else story.here
    weekend, offset = unit == "WE", int(found["point"] or 0)
    if weekend and not point and stories.toward(found) < 0:
        offset = -1
    value = base and calendars.shift(base, "W" if weekend else unit, offset)
    if not value:
        return _within(unit, base) or Value("DATE", REFERENCES[offset])
    return Value("DATE", value + "-WE" if weekend else value, base)


def _within(unit: str, base: str | None) -> Value | None:
    """A day, week or month somewhere in a date known less finely: ``1915-XX-XX``."""
    if base is None or unit not in "DWM":
        return None
    size = 6 if base[0] == "B" else 7 if unit == "D" and calendars.grain(base) == "M" else 4
    blank = "-WXX" if unit == "W" else "-XX" if unit == "M" or size == 7 else "-XX-XX"
    return Value("DATE", base[:size] + blank, base)


def duration(found: Found, story: Story) -> Value | None:
    """A length of time, such as three weeks or two decades."""
    unit = found["unit"] or found["bare"] or found["lone"]
    if "bare" in found and found.word("bare")[-1] != "s":
        return _length(1, unit, None, story)
    if (unit == "Q" and found.after("OF")) or ("lone" in found and found.word("lone")[-1] != "s"):
        return None
    count = amount(found, "amount") if "amount" in found else None
    if "amount2" in found:
        first = calendars.duration(count, unit)
        return Value(
            "DURATION",
            first + calendars.duration(amount(found, "amount2"), found["unit2"]).lstrip("PT"),
        )
    if "half" in found and count:
        count += 0.5
    return _length(count, "TS" if found.has("SECOND") else unit, None, story)


def amount(found: Found, group: str) -> float | None:
    """How many: figures or words, the first end of a range, ``None`` for "a few" or nothing."""
    first, last = found.match.span(group)
    names = {code: name for name, code in found.phrases.classes.items()}
    values: list[str] = []
    extra = 0.0
    for at in range(first, last):
        name = names[found.phrases.codes[at]]
        if name in ("NUM", "DAY", "YEAR"):
            values.append(found.phrases.values[at])
        elif name in ("COUPLE", "DOZEN"):
            return float(found.phrases.values[at])
        elif name in ("HALF", "FRACTION"):
            extra = 0.5
        elif name == "FEW":
            return None
        elif name in ("TO", "OR") and values:
            break
    read = number(values) if values else None
    if values and read is None:
        read = float(values[0])
    if read is None and not extra:
        return 1.0 if found.has("AN", group=group) else None
    return (read or 0) + extra


def quarter_meant(found: Found, story: Story) -> Value | None:
    """The quarter spoken of ("the quarter", "the 1988 quarter"), in the year given."""
    base = story.quarter or (story.here and calendars.shift(story.here, "Q", -1))
    if found.word("point") in ("this", "current", "next", "coming", "last"):
        offset = {"next": 1, "coming": 1, "last": -1}.get(found.word("point"), 0)
        base = story.here and calendars.shift(story.here, "Q", offset)
    if base and "year" in found:
        base = found["year"] + base[4:]
    return Value("DATE", base or "XXXX-QX", story.here)
