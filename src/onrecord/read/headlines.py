"""Which unit is the headline; pasted pages carry it twice, with kickers and site names round it."""

import re
from collections.abc import Sequence

from onrecord.read.authors import is_name, words_of
from onrecord.read.bylines import byline_of, is_role, signature_of
from onrecord.read.captions import is_credited
from onrecord.read.dates import take_dates
from onrecord.read.units import Unit
from onrecord.records.spans import Record

_TAIL = re.compile(r"\s+[|–—-]\s+([^|–—]{2,40})$")
_TOP = 12
_LONGEST = 30


class Headline(Record, frozen=True, kw_only=True):
    """The headline's index and words, and the indices that repeat it or stand over it."""

    index: int | None = None
    title: str | None = None
    outlet: str | None = None
    besides: frozenset[int] = frozenset()


def headline_of(units: Sequence[Unit], title: str | None) -> Headline:
    """Find the headline among the first units, given the title where metadata has one."""
    top = _top(units)
    keys = [key_of(unit.words) for unit in units]
    if title:
        return _given(units, keys, title)
    index = _repeated(units, keys, top)
    if index is None:
        index = _first(units, top)
    if index is None:
        return Headline()
    words, outlet = _without_outlet(_without_section(units[index].words), keys)
    same = {keys[index], key_of(words)}
    besides = {i for i, key in enumerate(keys) if i != index and key in same}
    besides |= {i for i in range(index) if is_kicker(units[i]) and _is_free(units[i])}
    return Headline(index=index, title=words, outlet=outlet, besides=frozenset(besides))


def key_of(words: str) -> str:
    """Words for comparing headlines: letters and digits only, in one case."""
    return "".join(filter(str.isalnum, words.casefold()))


def is_kicker(unit: Unit) -> bool:
    """A word or two over a headline: a section or the site's name."""
    return unit.count <= 4 and not unit.stopped and unit.kind is None


def is_date_line(words: str, labelled: bool = False) -> bool:
    """A line of nothing but dates and times (``labelled``: with "Published" or the like)."""
    if words.count(" ") > 16 or len(words) > 200:
        return False
    dates = take_dates(words)
    return dates.taken and not dates.rest and (dates.labelled or not labelled)


def _top(units: Sequence[Unit]) -> int:
    """The index of the first unit that reads as body text."""
    for index, unit in enumerate(units[:_TOP]):
        if unit.stopped and unit.count >= 14 and not is_credited(unit.words):
            return index
    return min(len(units), _TOP)


def _given(units: Sequence[Unit], keys: Sequence[str], title: str) -> Headline:
    """The first unit that says the title; the others that do are repeats."""
    key = key_of(title)
    same = [
        i for i, other in enumerate(keys) if key and (other == key or _is_titled(units[i], key))
    ]
    if not same or same[0] >= _TOP:
        return Headline(title=title)
    besides = set(same[1:]) | {i for i in range(same[0]) if is_kicker(units[i])}
    return Headline(index=same[0], title=title, besides=frozenset(besides))


def _is_titled(unit: Unit, key: str) -> bool:
    """Whether a unit is the title with the outlet's name behind it."""
    match = _TAIL.search(unit.words) if unit.count <= _LONGEST else None
    return bool(match) and key_of(unit.words[: match.start()]) == key if match else False


def _repeated(units: Sequence[Unit], keys: Sequence[str], top: int) -> int | None:
    """The first short unit at the top that comes again, bare or with the outlet behind it."""
    for index in range(min(top + 1, len(units))):
        unit = units[index]
        if unit.count < 3 or unit.count > _LONGEST or not _is_free(unit):
            continue
        match = _TAIL.search(unit.words)
        bare = key_of(unit.words[: match.start()]) if match else keys[index]
        if any(key in (keys[index], bare) for key in keys[index + 1 : top + 8]):
            return index
    return None


def _first(units: Sequence[Unit], top: int) -> int | None:
    """The first unit marked or shaped as a headline, before any body text."""
    for index in range(min(top, len(units) - 1)):
        if units[index].kind == "headline":
            return index
    free = [i for i in range(min(top + 1, len(units) - 1)) if _is_free(units[i])]
    if not free:
        return None
    index = free[0]
    after = [i for i in free[1:3] if i < top]
    signed = signature_of(units[index].words) or _is_author(units, index)
    if signed and _leads_on(units, after):
        index, after = after[0], after[1:]
    for below in (i for i in free if index < i < min(top, index + 4)):
        if not is_kicker(units[index]):
            break
        if is_kicker(units[below]) or _leads_on(units, [below]):
            index = below
    return index if _is_shaped(units, index) else None


def _is_author(units: Sequence[Unit], index: int) -> bool:
    """A name alone, with a post or an outlet on the line below."""
    return is_name(units[index].words) and is_role(units[index + 1].words)


def _leads_on(units: Sequence[Unit], after: Sequence[int]) -> bool:
    """Whether a fuller headline follows."""
    if not after:
        return False
    unit = units[after[0]]
    return (
        4 < unit.count <= _LONGEST and not unit.words.endswith(".") and not signature_of(unit.words)
    )


def _is_free(unit: Unit) -> bool:
    """Not a byline, a date or a caption, nor part of a list."""
    if unit.kind in ("list", "quote", "caption"):
        return False
    return not (byline_of(unit.words) or is_date_line(unit.words) or is_credited(unit.words))


def _is_shaped(units: Sequence[Unit], index: int) -> bool:
    """Short, with no final stop unless a byline or date follows, and with something after it."""
    unit = units[index]
    if (
        index + 1 >= len(units)
        or not 2 <= unit.count <= _LONGEST
        or unit.words.endswith((":", ",", ";"))
    ):
        return False
    below = units[index + 1].words
    if byline_of(below) or is_date_line(below):
        return unit.count <= (12 if unit.words.endswith(".") else 25)
    return not unit.words.rstrip("\"”'’)").endswith(".") and any(
        other.stopped for other in units[index + 1 :]
    )


def _without_section(words: str) -> str:
    """ "Opinion | Headline" without the section."""
    section, bar, rest = words.partition(" | ")
    return rest if bar and rest and section.lower() in words_of("section") else words


def _without_outlet(words: str, keys: Sequence[str]) -> tuple[str, str | None]:
    """ "Headline | Outlet" as its two parts: with a bar, or where the headline stands alone too."""
    match = _TAIL.search(words)
    if match is None or words[: match.start()].count(" ") < 2:
        return words, None
    if "|" in match[0] or key_of(words[: match.start()]) in keys:
        return words[: match.start()], match[1].strip()
    return words, None
