"""Bylines: who wrote it, and for which outlet, as a line of its own says."""

import re
from functools import cache

from onrecord.lexicons import lexicon
from onrecord.read.authors import authors_of, is_name, unique, words_of
from onrecord.read.dates import Dated, take_dates
from onrecord.records.spans import Record

_BY = re.compile(
    r"(?:(?:written|story|posted|words|reported|report|text|analysis|commentary|opinion|review|"
    r"essay|column|published)\s+)?by:?\s+|authors?\s*:\s*",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"\b(reporting|written|writing|story|reported)\s+by:?\s+", re.IGNORECASE)
_DESK = re.compile(
    r"\b(?:editing|edited|compiled|translated|photograph\w*|photos|graphics?)\s+by\b", re.I
)
_PLACE = re.compile(
    r"\s+(?:in|at|from)\s+(?=[A-Z])[^;]*?(?=\s+and\s+[A-Z][\w.-]+\s+[A-Z]|,\s+[A-Z]|[;.)]|$)"
)
_STRONG = re.compile(r"\s*[|•·]\s*|\s+[–—/-]\s+")
_FOR = re.compile(
    r"(?:,\s*)?\b(?:[Ff]or|FOR|[Oo]f|[Ss]pecial to|SPECIAL TO|[Cc]ontributor to)\s+(?=\S)"
)
_DOMAIN = re.compile(r"[\w-]+\.(?:com|org|net|news|info|co\.\w\w|[a-z]{2})$", re.IGNORECASE)
_BRACKET = re.compile(r"\s*\(([^()]{2,40})\)\s*$")
_LONGEST = 30
_WIDEST = 500  # characters; a longer line is no byline, and patterns stay cheap


class Byline(Record, frozen=True, kw_only=True):
    """What a byline says; ``outlet`` is as printed, ``dates`` what else the line held."""

    authors: tuple[str, ...]
    outlet: str | None
    dates: Dated


@cache
def agency_names() -> dict[str, str]:
    """Every code and name of a news agency with the name to show."""
    return lexicon("agencies").labels()


def agency_of(text: str) -> str | None:
    """The agency that a text names and nothing else ("AP", "The Associated Press", "Reuters Staff")."""
    bare = re.sub(
        r"\s+(?:staff|writers?|reporters?|news service)$", "", text.strip(" .,"), flags=re.I
    )
    names = agency_names()
    return names.get(bare) or names.get(re.sub(r"^[Tt]he\s+", "", bare)) or names.get(bare.title())


def byline_of(words: str) -> Byline | None:
    """Read a line as a byline ("By A. AND B. SURNAME, Outlet", "Reporting by ..."), else ``None``."""
    if words.count(" ") >= _LONGEST * 2 or len(words) > _WIDEST:
        return None
    if _SIGNED.search(words) and (";" in words or _DESK.search(words) or words.startswith("(")):
        return _signed_off(words)
    if _DESK.match(words.lstrip("(")) and words.count(" ") < 12:
        return Byline(authors=(), outlet=None, dates=take_dates(""))
    match = _BY.match(words)
    if match is None or words.count(" ") >= _LONGEST:
        return None
    dates = take_dates(words[match.end() :])
    authors, outlet = _people_and_outlet(dates.rest)
    if not authors and not outlet:
        return None
    return Byline(authors=authors, outlet=outlet, dates=dates)


def signature_of(words: str) -> Byline | None:
    """Read "A Surname | The Outlet" or "A Surname, The Outlet" without a "by", else ``None``."""
    if words.count(" ") >= 14 or len(words) > _WIDEST:
        return None
    dates = take_dates(words)
    rest = dates.rest.lstrip("—–- ")
    parts = [part for part in _STRONG.split(rest) if part]
    people = next((i for i, part in enumerate(parts) if _all_names(part)), len(parts))
    if people < 2 and len(parts) == people + 2 and _may_be_outlet(parts[-1]):
        # "Policy brief | A and B Surname | The Institute | May 2022"
        return _signature(parts[people], parts[-1], dates)
    head, comma, tail = rest.rpartition(", ")
    if comma and _all_names(head) and (is_outlet(tail) or is_role(tail)):
        return _signature(head, tail, dates)
    if dates.taken and _all_names(rest):
        return _signature(rest, None, dates)
    return None


def _signature(people: str, outlet: str | None, dates: Dated) -> Byline:
    """A byline of its parts; a post ("Staff Writer") is no outlet."""
    named = None if outlet is None or is_role(outlet) else outlet.strip()
    return Byline(authors=authors_of(people), outlet=named, dates=dates)


def _signed_off(words: str) -> Byline | None:
    """ "(Reporting by A in PLACE; Editing by B)": those who report or write are the authors."""
    people: list[str] = []
    for clause in words.strip("() .").split(";"):
        match = _SIGNED.search(clause)
        if match and not _DESK.match(clause.strip()):
            people += authors_of(_PLACE.sub("", clause[match.end() :]))
    authors = tuple(name for name in unique(people) if is_name(name, least=1))
    return Byline(authors=authors, outlet=None, dates=take_dates("")) if authors else None


def _people_and_outlet(text: str) -> tuple[tuple[str, ...], str | None]:
    """Take apart what follows "By"."""
    text, outlet = _without_bracket(text.strip(" ,;"))
    if parts := [part for part in _STRONG.split(text) if part]:
        text = parts[0]
        for part in parts[1:]:
            if not is_role(part) and _may_be_outlet(part):
                outlet = outlet or part
    if split := _FOR.search(text):
        named = text[split.end() :].strip(" ,.")
        text = text[: split.start()]
        outlet = outlet or (named if _may_be_outlet(named) and not is_role(named) else None)
    text, last = _without_outlet(text.rstrip(" ,"))
    return _people(text), outlet or last


def _without_bracket(text: str) -> tuple[str, str | None]:
    """ "A Surname (Reuters)" as its two parts."""
    match = _BRACKET.search(text)
    if match is None:
        return text, None
    return text[: match.start()], match[1] if _may_be_outlet(match[1]) else None


def _without_outlet(text: str) -> tuple[str, str | None]:
    """Drop posts and take the outlet from the end of "A, B and C, Outlet"."""
    head, comma, tail = text.rpartition(", ")
    if not comma:
        return ("", text) if is_outlet(text) and not _all_names(text, strict=True) else (text, None)
    if agency := agency_of(
        re.sub(r"\s+(?:Staff\s+)?(?:Writers?|Reporters?|Correspondents?)$", "", tail, flags=re.I)
    ):
        return head, agency
    listed = re.search(r"\band\b|&", head, re.IGNORECASE)
    if is_role(tail):
        return _without_outlet(head)
    if is_outlet(tail) or (listed and not re.match(r"and\b|&", tail, re.IGNORECASE)):
        return (head, tail.strip(" .")) if _may_be_outlet(tail) else (text, None)
    return text, None


def _people(text: str) -> tuple[str, ...]:
    """The people of a list, or none where a part is no name."""
    parts = re.split(r",\s*|\s+(?:and|AND|&)\s+", text.strip())
    kept = [part.strip() for part in parts if part.strip() and not is_role(part)]
    if re.match(r"the\s+editor", text, re.IGNORECASE):
        return (text,)
    if not kept or not all(is_name(part, least=1) for part in kept):
        return ()
    if len(kept) == 1 and len(kept[0].split()) == 1 and not kept[0].isupper():
        return (kept[0],) if len(kept[0]) > 2 else ()
    return authors_of(", ".join(kept))


def _all_names(text: str, strict: bool = False) -> bool:
    """Whether a text is one or more full names; ``strict`` refuses words that outlets carry."""
    parts = [part for part in re.split(r",\s*|\s+(?:and|AND|&)\s+", text.strip()) if part]
    shared = len(parts) > 1 and is_name(parts[-1])
    fine = bool(parts) and all(is_name(part, least=1 if shared else 2) for part in parts)
    return fine and not (strict and _has_outlet_word(text))


def _has_outlet_word(text: str) -> bool:
    """Whether one of the words newspapers and agencies are called by is in it."""
    return any(word.lower().strip(".,'’") in words_of("outlet") for word in text.split())


def is_outlet(text: str) -> bool:
    """Whether a text names an outlet by an agency, an outlet's word, an article or a domain."""
    text = text.strip(" .")
    if not _may_be_outlet(text) or is_role(text):
        return False
    if agency_of(text) or _DOMAIN.search(text) or _has_outlet_word(text):
        return True
    return bool(re.match(r"the\s+[A-Z]", text, re.IGNORECASE)) or (
        text.isupper() and 2 <= len(text) <= 6
    )


def _may_be_outlet(text: str) -> bool:
    """Whether a text could be an outlet's name: up to seven words, begun in capitals."""
    words = text.strip(" .").split()
    if len(text) > 80 or not 1 <= len(words) <= 7 or text.rstrip().endswith(("?", "!", ":")):
        return False
    if _DOMAIN.search(text.strip()):
        return True
    joins = words_of("of") | words_of("join") | words_of("particle")
    return words[0][:1].isupper() or (
        words[0].lower() == "the"
        and all(word[:1].isupper() or word.lower() in joins for word in words)
    )


def is_role(text: str) -> bool:
    """Whether a text is a post ("Staff Writer", "Washington correspondent") and no outlet."""
    last = [word.lower().strip(".,") for word in text.split()]
    if not last or agency_of(text):
        return False
    return last[-1] in words_of("role") and not (
        last[0] == "the" or last[-1] in {"national", "press"}
    )
