"""Directions: which of two articles that share text came first, and what says so.

A date and a credit line decide, unless they contradict each other; that an excerpt is shorter
than its source decides only where neither speaks.
"""

import re
from datetime import UTC, date, datetime
from functools import cache
from typing import Literal

from onrecord.lexicons import lexicon
from onrecord.records.origins import Article, Direction, LinkKind, Prov
from onrecord.records.spans import Record

Side = Literal["left_first", "right_first"]

_DOMAIN = re.compile(
    r"^(?:https?://)?(?:www\d?\.)?|(?:\.(?:com|org|net|info|news|example|co))?(?:\.[a-z]{2,3})?(?:/.*)?$"
)
_TAKEN = re.compile(
    r"(?:(?:originally|first|previously|initially|also)\s+(?:published|appeared|posted|printed|ran|"
    r"reported|released)|(?:re-?published|re-?printed|re-?posted|syndicated|reproduced|adapted|excerpted)"
    r"|courtesy\s+of|\bvia\b|\bsource:)",
    re.IGNORECASE,
)
_REACH = 120  # characters after such words in which the outlet is named
_SIGNED = 300  # characters of a text's beginning and end in which an agency signs
_PROV: dict[LinkKind, Prov] = {
    "identical": "wasDerivedFrom",
    "reprint": "wasDerivedFrom",
    "rewrite": "wasDerivedFrom",
    "excerpt": "wasQuotedFrom",
    "version": "wasRevisionOf",
}


class Evidence(Record, frozen=True, kw_only=True):
    """One thing that says which side came first, as a sentence; ``weak`` yields to the others."""

    first: Side
    why: str
    weak: bool = False


class Verdict(Record, frozen=True, kw_only=True):
    """The direction with its evidence in a sentence, and the PROV-O term where it is known."""

    direction: Direction
    why: str
    prov: Prov | None = None


def direct(left: Article, right: Article, kind: LinkKind, shares: tuple[float, float]) -> Verdict:
    """Weigh what dates, credit lines and containment say of two articles that share text."""
    if kind == "shared_boilerplate":
        return Verdict(direction="unknown", why="")
    if kind == "shared_quotation":
        return Verdict(
            direction="unknown", why="Both quote one statement.", prov="hadPrimarySource"
        )
    found = [*_dates(left, right), *_credits(left, right), *_containment(kind, shares)]
    told = [one for one in found if not one.weak] or found
    why = " ".join(one.why for one in told)
    if not told:
        return Verdict(direction="unknown", why="No date and no credit line says which came first.")
    if len({one.first for one in told}) > 1:
        return Verdict(direction="unknown", why=f"What is known contradicts itself: {why}")
    return Verdict(direction=told[0].first, why=why, prov=_PROV[kind])


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
        if sign and not _same_outlet(source, taker):
            found.append(Evidence(first=first, why=f"{name_of(taker)} {sign}."))
    return found


def _credit(taker: Article, source: Article) -> str | None:
    """How an article credits another's outlet, to follow its name in a sentence."""
    keys = outlet_keys(source)
    if not keys:
        return None
    if taker.credit and outlet_key(taker.credit.agency) in keys:
        return f"credits {taker.credit.agency}"
    for match in _TAKEN.finditer(taker.text):
        after = taker.text[match.end() : match.end() + _REACH].split("\n")[0]
        if any(_names(after, name) for name in _outlet_names(source)):
            return f"says “{' '.join((match[0] + after).split())[:100]}”"
    ends = taker.text[:_SIGNED], taker.text[-_SIGNED:]
    for name in _outlet_names(source):
        if any(f"({name})" in end for end in ends):
            return f"is signed ({name})"
    return None


def _names(text: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _outlet_names(article: Article) -> tuple[str, ...]:
    """The names an outlet is credited by: its own, and the codes of an agency."""
    if not article.outlet:
        return ()
    agency = agency_names().get(article.outlet)
    return (article.outlet, *(code for code, name in agency_names().items() if name == agency))


@cache
def agency_names() -> dict[str, str]:
    """Every code and name of a news agency with the name to show."""
    return lexicon("agencies").labels()


def outlet_keys(article: Article) -> frozenset[str]:
    """What an article's outlet is known by: its name and its host, without "the" and ".com"."""
    return frozenset(outlet_key(name) for name in (article.outlet, _host(article.url)) if name)


def _host(url: str | None) -> str | None:
    match = re.match(r"https?://([^/:?#]+)", url or "")
    return match[1] if match else None


@cache
def outlet_key(name: str) -> str:
    """An outlet's name for comparing: agency codes in full, letters and figures only."""
    name = agency_names().get(name.strip(), name.strip()).casefold()
    bare = _DOMAIN.sub("", name) if "." in name and " " not in name else name
    return re.sub(r"^the(?=\W)|\W|_", "", bare)


def _same_outlet(left: Article, right: Article) -> bool:
    return bool(
        left.outlet and right.outlet and outlet_key(left.outlet) == outlet_key(right.outlet)
    )


def _containment(kind: LinkKind, shares: tuple[float, float]) -> list[Evidence]:
    if kind != "excerpt":
        return []
    first: Side = "right_first" if shares[0] > shares[1] else "left_first"
    short, long = ("left", "right") if first == "right_first" else ("right", "left")
    return [
        Evidence(
            first=first, weak=True, why=f"Most of the {short} text stands in the longer {long} one."
        )
    ]


def name_of(article: Article) -> str:
    """What to call an article in a sentence."""
    return article.outlet or article.name
