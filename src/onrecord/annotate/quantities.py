"""Find amounts: a number, what it counts, and the bounds that the words give it.

An exact number is bounded by itself (``40 people``: 40, 40 to 40). "At least" leaves the
top open, "up to" and "nearly" the bottom. "About 40" keeps its value and has no bounds,
since the words state none. A range has bounds and no value. Shares are percentages: "two
thirds" is 66.67 %, "one in five" 20 %. Vague amounts ("dozens") have no value, only the
least they can mean.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from onrecord.lexicons import lexicon
from onrecord.records.marks import QuantityMark, TimeMark
from onrecord.records.phrases import Choice, Classes, Found, Phrases, Tokens, choices, number
from onrecord.records.spans import Span

# The noun that is counted stands within so many words of its number.
NEAREST_NOUN = 6
# A figure of so many digits without commas is a telephone or account number.
LONGEST_FIGURE = 7
OLDEST = 115

_PATTERNS = lexicon("quantity_patterns").words
_CLASSES = Classes(
    {
        **{
            label.replace("num.", "spelt."): words
            for label, words in lexicon("numbers").words.items()
        },
        **lexicon("quantities").words,
    },
    {name: alternatives for name, alternatives in _PATTERNS.items() if name.isupper()},
)
_CODE = _CLASSES.codes


def _codes(names: str) -> frozenset[str]:
    """The codes of some classes."""
    return frozenset(_CODE[name] for name in names.split())


_DIGITS = _codes("NUM DAY YEAR")
_PLURALS = _codes("PLURAL PLURAL_WORD POINTS")
_NOUN_PARTS = _PLURALS | _codes(
    "OTHER CAPITAL PAST_VERB NOUN_LINK DASH CASUALTY YEAR_WORD NOT_COUNTED DOLLAR_LAND"
)
_NOT_BEFORE = _codes("NOT_COUNTED SLASH")
_LINKS = _codes("OF THE NOUN_LINK")


class Amount(NamedTuple):
    """What a rule found: value and bounds, a unit where the amount carries its own."""

    value: float | None
    low: float | None
    high: float | None
    unit: str = ""


Rule = Callable[[Found], Amount | None]


def quantities(tokens: Tokens, times: tuple[TimeMark, ...]) -> tuple[QuantityMark, ...]:
    """Every amount of a text outside its time expressions, in text order."""
    phrases = _CLASSES.read(tokens)
    codes = _without(phrases, times)
    marks: list[QuantityMark] = []
    end = 0
    for start, code in enumerate(codes):
        if start < end or code not in _CHOICES:
            continue
        choice = _CHOICES[code]
        hit = choice.any.match(codes, start) and _read(choice, start, codes, phrases)
        if hit:
            mark, end = hit
            marks.extend([mark] if mark else [])
    return tuple(marks)


def _without(phrases: Phrases, times: tuple[TimeMark, ...]) -> str:
    """The codes with the time expressions blanked out."""
    codes, at = list(phrases.codes), 0
    for mark in times:
        while at < len(codes) and phrases.spans[at][1] <= mark.start:
            at += 1
        while at < len(codes) and phrases.spans[at][0] < mark.end:
            codes[at] = _CODE["MARK"]
            at += 1
    return "".join(codes)


def _read(
    choice: Choice, start: int, codes: str, phrases: Phrases
) -> tuple[QuantityMark | None, int] | None:
    """What the first pattern that fits and whose rule finds an amount makes, and where it ends.

    A number that counts nothing is passed over whole: no part of it is an amount either.
    """
    for place, pattern in choice.patterns:
        match = pattern.match(codes, start)
        if match is None:
            continue
        rule = _TABLE[place][0]
        amount = rule(Found(match, phrases))
        if amount is None:
            continue
        noun = (
            None
            if amount.unit not in ("", "%")
            else _noun(match.end(), codes, phrases, amount, rule)
        )
        if rule in (count, range_, vague) and not _counts(match, codes, phrases, noun):
            if rule is count:
                return None, match.end()
            continue
        return _mark(match, rule, amount, noun, phrases)
    return None


def _mark(
    match: re.Match[str],
    rule: Rule,
    amount: Amount,
    noun: Span | None,
    phrases: Phrases,
) -> tuple[QuantityMark, int]:
    """The record of one amount and the token after it."""
    of = phrases.span(*noun) if noun else None
    last = noun[1] if noun else match.end()
    start, end = phrases.span(match.start(), last)
    unit = amount.unit or (phrases.words[noun[1] - 1].lower() if noun else "")
    mark = QuantityMark(
        start=start,
        end=end,
        rule=_NAMES[rule],
        value=amount.value,
        low=amount.low,
        high=amount.high,
        unit={"persons": "people", "person": "people"}.get(unit, unit),
        of=of,
    )
    return mark, last


def _noun(end: int, codes: str, phrases: Phrases, amount: Amount, rule: Rule) -> Span | None:
    """The tokens of the noun phrase that is counted: up to the first plural after the number."""
    if rule is percentage and codes[end : end + 1] != _CODE["OF"]:
        return None
    if codes[end : end + 1] == _CODE["DASH"]:
        joined = codes[end + 1 : end + 2] in (_CODE["OTHER"], _CODE["CAPITAL"])
        return (end + 1, end + 2) if joined else None
    first = end
    while codes[first : first + 1] in _LINKS:
        first += 1
    run = first
    while run < min(len(codes), first + NEAREST_NOUN) and codes[run] in _NOUN_PARTS:
        if codes[run] in _PLURALS or _plural_name(run, codes, phrases):
            while codes[run + 1 : run + 2] in _PLURALS:
                run += 1
            return first, run + 1
        run += 1
    if codes[first : first + 1] == _CODE["CASUALTY"]:
        return first, first + 1
    single = amount.unit == "%" or (amount.value == 1 and first == end)
    while single and run > first and codes[run - 1] not in (_CODE["OTHER"], _CODE["CAPITAL"]):
        run -= 1
    return (first, run) if single and run > first else None


def _plural_name(at: int, codes: str, phrases: Phrases) -> bool:
    """Whether a capitalised word is a plural: "Democrats", not "Texas" or "Congress"."""
    return codes[at] == _CODE["CAPITAL"] and bool(re.search(r"[^suia']s$", phrases.words[at]))


def _counts(match: re.Match[str], codes: str, phrases: Phrases, noun: Span | None) -> bool:
    """Whether a number counts something, and is no score, number of a thing, list or telephone."""
    start, end = match.span()
    before, after = codes[max(0, start - 1) : start], codes[end : end + 1]
    words = phrases.words
    if before in _NOT_BEFORE or after == _CODE["SLASH"] or words[start - 1 : start] == ("#",):
        return False
    if before == _CODE["DASH"] and phrases.spans[start - 1][1] == phrases.spans[start][0]:
        return False
    if before == _CODE["DOT"] and words[start - 2 : start - 1] in (
        ("No",),
        ("Nos",),
        ("Art",),
    ):
        return False
    if words[start - 1 : start] == ("No",) and codes[start] in _DIGITS:
        return False
    if before in (_CODE["BREAK"], _CODE["DOT"], "") and after == _CODE["DOT"]:
        return False
    if noun:
        # "405 Harbour Street" is an address; a counted name is a plural alone ("15 Democrats").
        return codes[noun[0] : noun[1] + 1] != _CODE["CAPITAL"] * (noun[1] + 1 - noun[0])
    if codes[start] == _CODE["SPELT"] and end == start + 1 and not _small(phrases.values[start]):
        return False
    joined = after == _CODE["DASH"] and phrases.spans[end][0] == phrases.spans[end - 1][1]
    named = before == _CODE["CAPITAL"] or (after == _CODE["CAPITAL"] and len(match[0]) == 1)
    return not joined and not named and _stands_alone(match, codes, phrases)


def _small(value: str) -> bool:
    """Whether a number word can stand alone: not the "hundred" of a number in pieces."""
    return float(value) < 100


def _stands_alone(match: re.Match[str], codes: str, phrases: Phrases) -> bool:
    """Whether a number without a noun is an amount: in figures, or at least a hundred."""
    if match.groupdict().get("vague"):
        return True
    figures = [at for at in range(*match.span()) if codes[at] in _DIGITS]
    if not figures:
        spelt = [at for at in range(*match.span()) if codes[at] == _CODE["SPELT"]]
        return any(float(phrases.values[at]) >= 100 for at in spelt)
    return len(match[0]) > 1 or codes[figures[0]] != _CODE["YEAR"]


def _figure(found: Found, group: str, scale: str = "") -> float | None:
    """The number that a group spells or writes, times its scale (``4.2`` ``bn``)."""
    first, last = found.match.span(group)
    values: list[str] = []
    factor = 1.0
    for at in range(first, last):
        code, value = found.phrases.codes[at], found.phrases.values[at]
        if code == _CODE["DOZEN"]:
            factor = 12.0
        elif code == _CODE["HALF"]:
            factor = 0.5
        elif code == _CODE["FRACTION"]:
            values[-1] = str(float(values[-1]) + _fraction(value))
        elif code in _DIGITS or code == _CODE["SPELT"]:
            values.append(value)
    written = found.phrases.words[first]
    if len(written) >= LONGEST_FIGURE and written.isdigit():
        return None
    read = number(values) if values else 1.0
    if read is None or (found.phrases.codes[first] == _CODE["AN"] and read < 100 and factor == 1):
        return None
    if scale and scale in found and "sign" not in found:
        at = found.match.start(scale)
        if found.phrases.spans[at - 1][1] != found.phrases.spans[at][0]:
            return None
    return read * factor * float(found[scale] or 1)


def _fraction(text: str) -> float:
    """``1/2`` or ``½`` as a number."""
    plain = {"½": "1/2", "⅓": "1/3", "¼": "1/4", "¾": "3/4", "⅔": "2/3"}.get(text, text)
    above, below = plain.split("/")
    return int(above) / int(below)


def _bounded(found: Found, unit: str = "") -> Amount | None:
    """One number or a range, with the bounds that the words before it state."""
    value = _figure(found, "first", "scale")
    if value is None:
        return None
    if "second" in found:
        second = _figure(found, "second", "scale2")
        if second is None:
            return None
        if "scale2" in found and "scale" not in found:
            value *= float(found["scale2"])
        elif second >= 1000 > value and _shares_scale(found):
            value *= _scale_of(found)
        return Amount(None, value, second, unit) if value < second else None
    return _with_bounds(value, found, unit)


def _shares_scale(found: Found) -> bool:
    """Whether the scale of the second number is that of the first too: "two to three million"."""
    last = found.match.end("second") - 1
    return (
        found.phrases.codes[last] == _CODE["SPELT"]
        and found.match.end("second") - found.match.start("second") > 1
    )


def _scale_of(found: Found) -> float:
    """The scale word that ends the second number."""
    return float(found.phrases.values[found.match.end("second") - 1])


def _with_bounds(value: float, found: Found, unit: str) -> Amount:
    """An amount bounded as its words say; "no more than" is "at most"."""
    value = round(value, 6)
    names = {code: name for name, code in found.phrases.classes.items()}
    said = {names[code] for code in (found.match["bound"] or "")}
    over, under = bool(said & {"MORE", "OVER"}), bool(said & {"LESS", "UNDER"})
    if "NO" in said:
        over, under = under, over
    if over or said & {"LEAST", "FEW"}:
        return Amount(value, value, None, unit)
    if under or said & {"UP", "MOST", "MANY", "NEARLY", "CLOSE"}:
        return Amount(value, None, value, unit)
    if "ABOUT" in said:
        return Amount(value, None, None, unit)
    return Amount(value, value, value, unit)


def age(found: Found) -> Amount | None:
    """An age in years: "aged 34", "34 years old", or a figure between commas after a name."""
    years = _figure(found, "first")
    if years is None or not 0 < years <= OLDEST:
        return None
    return Amount(years, years, years, "years old")


def money(found: Found) -> Amount | None:
    """A sum of money; the unit is its ISO 4217 code."""
    unit = "GBP" if "sterling" in found else found["sign"]
    if unit == "USD" and "land" in found:
        unit = found["land"]
    if "vague" in found:
        return Amount(None, _least(found), None, unit)
    return _bounded(found, unit)


def percentage(found: Found) -> Amount | None:
    """A percentage, or a difference in percentage points."""
    return _bounded(found, "percentage points" if "points" in found else "%")


def share(found: Found) -> Amount | None:
    """A share of a whole ("two thirds", "one in five"), as a percentage."""
    if "half" in found:
        return _with_bounds(50.0, found, "%")
    above = _figure(found, "first") if "first" in found else 1.0
    below = float(found["part"]) if "part" in found else _figure(found, "second")
    if not above or not below or above >= below or below > 1000:
        return None
    return _with_bounds(round(100 * above / below, 2), found, "%")


def vague(found: Found) -> Amount | None:
    """A vague amount ("dozens", "tens of thousands"): no value, but the least it can mean."""
    if "handful" in found:
        return Amount(None, None, None)
    if "few" in found:
        scaled = float(found["scaled"])
        return Amount(None, 2 * scaled, None) if scaled >= 12 else None
    return Amount(None, _least(found), None)


def _least(found: Found) -> float:
    """The least that "dozens" or "tens of thousands" can mean."""
    return float(found["vague"]) * float(found["tens"] or 1)


def range_(found: Found) -> Amount | None:
    """A range of two numbers; it has bounds and no value."""
    return _bounded(found)


def count(found: Found) -> Amount | None:
    """A number and the noun it counts."""
    return _bounded(found)


_RULES: tuple[Rule, ...] = (age, money, percentage, share, vague, range_, count)
_NAMES: dict[Rule, str] = {rule: f"quantities.{rule.__name__.rstrip('_')}" for rule in _RULES}
RULES: dict[str, str] = {name: rule.__doc__ or "" for rule, name in _NAMES.items()}


def _table() -> Iterator[tuple[Rule, re.Pattern[str]]]:
    """Every rule with each of its patterns, in the order in which they are tried."""
    for rule in _RULES:
        for pattern in _PATTERNS[rule.__name__.rstrip("_")]:
            yield rule, _CLASSES.compile(pattern)


_TABLE = tuple(_table())
_CHOICES = choices([pattern for _, pattern in _TABLE])
