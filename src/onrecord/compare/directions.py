"""Directions: which of two articles that share text came first, and what says so.

A date and a credit line decide, unless they contradict each other; that an excerpt is shorter
than its source decides only where neither speaks. Where a third is credited both may have the
text from there, and only a credit that names the other decides.
"""

import re
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Literal

from msgspec.structs import replace

from onrecord.compare.sources import agency, plain
from onrecord.lexicons import lexicon
from onrecord.records.origins import Article, Direction, LinkKind, Prov
from onrecord.records.spans import Record

Side = Literal["left_first", "right_first"]

_TAKEN = re.compile(
    r"(?:(?:originally|first|previously|initially|also)\s+(?:published|appeared|posted|printed|ran|"
    r"reported|released)|(?:re-?published|re-?printed|re-?posted|syndicated|reproduced|adapted|excerpted)"
    r"|courtesy\s+of|\bvia\b|\bsource:)",
    re.IGNORECASE,
)
_CODE = re.compile(r"\(([^()\n]{2,40})\)")
_MOST = 0.5
_REACH = 80  # characters after such words in which the outlet is named
_ENDS = 800  # characters of a text's beginning and end in which they stand
_OPENING = 300  # characters in which an agency signs
_PROV: dict[LinkKind, Prov] = {
    "identical": "wasDerivedFrom",
    "reprint": "wasDerivedFrom",
    "rewrite": "wasDerivedFrom",
    "excerpt": "wasQuotedFrom",
    "version": "wasRevisionOf",
}


_COMMON: dict[LinkKind, str] = {
    "shared_quotation": "Both quote one statement.",
    "shared_passage": "Both may have the passage from a third text, or one from the other.",
}


class Evidence(Record, frozen=True, kw_only=True):
    """One thing that says which side came first, as a sentence; ``weak`` yields to the others."""

    first: Side
    why: str
    weak: bool = False


class Verdict(Record, frozen=True, kw_only=True):
    """The direction with its evidence in a sentence, and the PROV-O term where it is known.

    ``source`` is a third that both may have it from. ``likely`` is what dates or containment
    say, and ``grounds`` how, where no credit decides: it holds only as long as no third explains
    both. ``presumed``: only one side credits the third, which need not be in this text at all.
    """

    direction: Direction
    why: str
    prov: Prov | None = None
    source: str | None = None
    likely: Direction = "unknown"
    grounds: str = ""
    presumed: bool = False


def direct(left: Article, right: Article, kind: LinkKind, shares: tuple[float, float]) -> Verdict:
    """Weigh what dates, credit lines and containment say of two articles that share text."""
    if kind == "shared_boilerplate":
        return Verdict(direction="unknown", why="")
    if kind in _COMMON:
        return Verdict(direction="unknown", why=_COMMON[kind], prov="hadPrimarySource")
    credits = _credits(left, right)
    found = [*_dates(left, right), *credits, *_containment((left, right), kind, shares)]
    told = [one for one in found if not one.weak] or found
    why = " ".join(one.why for one in told)
    if not told:
        return Verdict(direction="unknown", why="No date and no credit line says which came first.")
    if len({one.first for one in told}) > 1:
        return Verdict(direction="unknown", why=f"What is known contradicts itself: {why}")
    first = told[0].first
    if credits or kind == "version":
        return Verdict(direction=first, why=why, prov=_PROV[kind])
    third = _of_a_third(left, right) or derived(kind, first, why)
    return replace(third, likely=first, grounds=why)


def derived(kind: LinkKind, first: Direction, why: str) -> Verdict:
    """The direction that holds although a third text was looked at."""
    return Verdict(direction=first, why=why, prov=_PROV[kind])


def siblings(source: str, why: str) -> Verdict:
    """Both have it from a third, as far as is known: neither is said to come from the other."""
    return Verdict(direction="unknown", why=why, prov="hadPrimarySource", source=source)


def _of_a_third(left: Article, right: Article) -> Verdict | None:
    """Where a third is credited, a date says when each printed it and not from whom."""
    thirds = [_third(left, right), _third(right, left)]
    named = next((agency for agency in thirds if agency), None)
    if named is None:
        return None
    if all(thirds) and _outlet(thirds[0] or "") == _outlet(thirds[1] or ""):
        why = f"Both credit {named}, and dates do not say that one has it from the other."
        return siblings(named, why)
    credits = " and ".join(
        f"{name_of(article)} credits {agency}"
        for article, agency in zip((left, right), thirds, strict=True)
        if agency
    )
    if all(thirds):
        return Verdict(direction="unknown", why=f"{credits}: dates do not decide.")
    why = f"{credits}, and the other may have it from there too: dates do not decide."
    return replace(siblings(named, why), presumed=True)


def _third(article: Article, other: Article) -> str | None:
    """Whom an article credits that is neither its own outlet nor the other's."""
    if article.credit is None:
        return None
    credited = article.credit.agency
    return None if is_of(article, credited) or is_of(other, credited) else credited


def _dates(left: Article, right: Article) -> list[Evidence]:
    first, second = left.published, right.published
    order = earlier(first, second)
    if order == 0:
        return []
    if order > 0:
        left, right = right, left
    return [
        Evidence(
            first="left_first" if order < 0 else "right_first",
            why=f"{name_of(left)} is dated {left.published}, {name_of(right)} {right.published}.",
        )
    ]


def earlier(first: str | None, second: str | None) -> int:
    """-1 or 1 where one ISO date is before the other, 0 where the dates do not decide.

    Dates are compared as precisely as both are known; a time without its zone against one with
    a zone decides only on different days.
    """
    if not first or not second:
        return 0
    instants = [_instant(first), _instant(second)]
    if all(instants) and (instants[0].tzinfo is None) == (instants[1].tzinfo is None):  # type: ignore[union-attr]
        return _sign(instants[0] < instants[1], instants[0] > instants[1])  # type: ignore[operator]
    days = [_day(first), _day(second)]
    size = min(len(days[0]), len(days[1]))
    return _sign(days[0][:size] < days[1][:size], days[0][:size] > days[1][:size])


def _sign(before: bool, after: bool) -> int:
    return after - before


def _instant(value: str) -> datetime | None:
    """A date with its time; one without is no instant."""
    if len(value) <= 10:
        return None
    try:
        found = datetime.fromisoformat(value)
    except ValueError:
        return None
    return found.astimezone(UTC) if found.tzinfo else found


def _day(value: str) -> str:
    """The year, month or day of an ISO date; empty where it is none."""
    match = re.match(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?![\d-])", value)
    if match is None:
        return ""
    try:
        date.fromisoformat((match[0] + "-01-01")[:10])
    except ValueError:
        return ""
    return match[0]


def _credits(left: Article, right: Article) -> list[Evidence]:
    found = []
    sides: tuple[tuple[Side, Article, Article], ...] = (
        ("left_first", left, right),
        ("right_first", right, left),
    )
    for first, source, taker in sides:
        sign = _credit(taker, source)
        if sign and not outlet_keys(source) & outlet_keys(taker):
            found.append(Evidence(first=first, why=f"{name_of(taker)} {sign}."))
    return found


def _credit(taker: Article, source: Article) -> str | None:
    """How an article credits another's outlet, to follow its name in a sentence."""
    if not source.outlet:
        return None
    if taker.credit and is_of(source, taker.credit.agency):
        return f"credits {taker.credit.agency}"
    names = _names(source.outlet)
    for line in _credit_lines(taker.text):
        if names.search(line):
            return f"says “{line}”"
    signed = next(
        (code for code in _CODE.findall(taker.text, 0, _OPENING) if names.fullmatch(code)), None
    )
    return f"is signed ({signed})" if signed else None


@lru_cache(maxsize=10_000)
def _credit_lines(text: str) -> tuple[str, ...]:
    """What an article's beginning and end say after "originally published", "via" and the like."""
    ends = (text,) if len(text) <= 2 * _ENDS else (text[:_ENDS], text[-_ENDS:])
    return tuple(
        " ".join(end[match.start() : match.end() + _REACH].split("\n")[0].split())
        for end in ends
        for match in _TAKEN.finditer(end)
    )


@lru_cache(maxsize=10_000)
def _names(outlet: str) -> re.Pattern[str]:
    """The names an outlet is credited by: its own, and the codes of an agency."""
    codes = lexicon("agencies").labels()
    name = codes.get(outlet, outlet)
    names = {outlet, name, *(code for code, agency in codes.items() if agency == name)}
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, names)))})(?!\w)")


def outlet_keys(article: Article) -> frozenset[str]:
    """What an article's outlet is known by: its name and its host, in letters only."""
    host = re.match(r"https?://([^/:?#]+)", article.url or "")
    return frozenset(_outlet(name) for name in (article.outlet, host and host[1]) if name)


SHORTEST_INITIALS = 3


def is_of(article: Article, name: str) -> bool:
    """Whether an article is by the outlet or agency that is credited under this name or initials."""
    return _outlet(name) in outlet_keys(article) or _abbreviates(name, article.outlet or "")


def _abbreviates(short: str, name: str) -> bool:
    """ "SNA" is the Sorel News Agency; two letters would fit too many."""
    capitals = "".join(word[0] for word in name.split() if word[0].isupper())
    return len(short) >= SHORTEST_INITIALS and short == capitals


@lru_cache(maxsize=10_000)
def _outlet(name: str) -> str:
    """An outlet's name as a host would write it; agency codes in full."""
    return (agency(name) or plain(name)).replace(" ", "")


def _containment(
    sides: tuple[Article, Article], kind: LinkKind, shares: tuple[float, float]
) -> list[Evidence]:
    if kind != "excerpt" or not min(shares) < _MOST <= max(shares):
        return []
    first: Side = "right_first" if shares[0] > shares[1] else "left_first"
    names = [name_of(article) for article in sides]
    short, long = names if first == "right_first" else reversed(names)
    why = f"Most of what {short} prints stands in the longer text of {long}."
    return [Evidence(first=first, weak=True, why=why)]


def name_of(article: Article) -> str:
    """What to call an article in a sentence."""
    return article.outlet or article.name
