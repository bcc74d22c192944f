"""Where a text says that it comes from: datelines, republication lines, bylines of an agency."""

import re
from collections.abc import Sequence

from onrecord.read.bylines import agency_of, is_outlet
from onrecord.read.dates import iso_date
from onrecord.read.units import Unit
from onrecord.records.documents import Credit
from onrecord.records.spans import Record

_DATELINE = re.compile(
    r"(?P<place>[^\W\d_a-z](?:[\w.’'-]|[,/ ](?=\s?[\w(])){1,60}?),?"
    r"(?P<date>\s(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8}\.?)(?:,?\s(?:19|20)\d\d)?)?,?"
    r"\s*(?P<code>\((?P<agency>[^()\d]{2,40})\))\s*(?:[-–—:]+|\.\s)\s*"
)
_BARE_CODE = re.compile(r"(?P<code>\((?P<agency>[A-Z][\w -]{1,30})\))\s*[-–—]+\s*")
_PLAIN_DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Z.’' /-]{2,40}(?:,\s[A-Z][\w.]+(?:\s[A-Z][\w.]+)?)?),?"
    r"(?P<date>\s(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8}\.?)(?:,?\s(?:19|20)\d\d)?)?"
    r"\s+(?:[–—]|--?)\s*"
)
_SELF = (
    r"(?:(?:\bthis|\bour|\bfollowing|\babove|^\W*(?:the|an?))\s+(?:\w+\s+){0,3}?(?:article|story|piece|column|essay|post|report|version|"
    r"analysis|commentary|op-ed|interview|item|text|blog post|work|content)\b[^.;:]{0,60}?\s"
    r"(?:was|is|has been|were|had been)?\s*)"
)
_ACT = (
    r"(?:(?:originally|first|previously|initially|also|also originally)\s+(?:published|appeared|posted|printed|ran|"
    r"reported|released)|re-?published|re-?printed|re-?posted|reproduced|syndicated|adapted|excerpted|"
    r"cross-?posted|distributed|appeared|published)"
)
_NAME = (
    r"(?P<name>(?:[Tt]he\s+)?(?!with\b)[A-Z0-9][\w&.’'-]*(?:\s+(?:(?:of|for|the|and|in|de|&)\s+)*[A-Z0-9][\w&’'.-]*){0,6}"
    r"|[\w-]+\.(?:com|org|net|info|news|co\.\w\w))"
)
_FROM = (
    r"(?:\s+(?:here|online|earlier|today))?\s+(?:in|by|on|at|from|via|with|through|under)"
    r"(?:\s+(?:the\s+)?(?:kind\s+)?permission\s+(?:of|from|by))?\s+"
    r"(?:(?:the\s+)?(?:website|site|pages|blog|newsletter|newspaper|magazine|print edition)(?:\s+of)?\s+)?"
)
_REPUBLISHED = re.compile(rf"(?:(?i:{_SELF}{_ACT})|(?i:^\W*{_ACT}))(?i:{_FROM}){_NAME}")
_PERMISSION = re.compile(
    rf"(?i:\b(?:re-?published|re-?printed|reproduced|used)\s+with\s+(?:the\s+)?(?:kind\s+)?permission\s+(?:of|from)\s+){_NAME}"
)
_VIA = re.compile(
    rf"^\W*(?i:via|source|sources?|from|courtesy of|originally at|by way of)\s*:?\s+{_NAME}\W*$"
)
_VIA_AGENCY = re.compile(rf"(?i:\bvia\s+){_NAME}\W*$")
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:(?:19|20)\d\d)?,?\s*(?:by\s+)?", re.IGNORECASE
)
_TRAIL = re.compile(
    r"\s+in\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)\b.*$|\s+(?:on|in|under|and|with|at|the)$|[.,'’]+$"
)
_MONTH = re.compile(
    r"^(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)


_OPENING = 160  # characters in which a dateline ends


class Dateline(Record, frozen=True, kw_only=True):
    """The place, date and agency code a first paragraph opens with; ``end`` is in its words."""

    place: str
    published: str | None
    agency: str | None
    code: str | None
    end: int


def dateline_of(words: str) -> Dateline | None:
    """Read "KARVEN, March 3, 2024 (Reuters) - " at the start of a paragraph."""
    words = words[:_OPENING]
    bare = _BARE_CODE.match(words)
    if bare and (agency := agency_of(bare["agency"])):
        return Dateline(place="", published=None, agency=agency, code=bare["code"], end=bare.end())
    match = _DATELINE.match(words)
    if match is not None and (agency_of(match["agency"]) or match["place"][:4].isupper()):
        code = match["code"]
        agency = agency_of(match["agency"]) or match["agency"].strip()
    else:
        match, code, agency = _PLAIN_DATELINE.match(words), None, None
    if match is None:
        return None
    return Dateline(
        place=match["place"].strip(" ,"),
        published=iso_date(match["date"] or ""),
        agency=agency,
        code=code,
        end=match.end(),
    )


def credit_in(text: str, units: Sequence[Unit]) -> Credit | None:
    """The first line of republication ("originally published in X", "via X") of these units."""
    for place, unit in enumerate(units):
        if unit.count > 80 or len(unit.words) > 1000:
            continue
        last = place == len(units) - 1
        for pattern in (_PERMISSION, _REPUBLISHED, _VIA):
            match = pattern.search(unit.words)
            leads = unit.words.rstrip().endswith(":") and not last
            if match and pattern is _VIA and (leads or not (last or is_outlet(match["name"]))):
                # "From the Gazette:" above a passage names the passage's source, not the text's.
                continue
            if match and (credit := _credited(text, unit, match)):
                return credit
        match = _VIA_AGENCY.search(unit.words) if unit.count <= 12 else None
        if match and agency_of(match["name"]) and (credit := _credited(text, unit, match)):
            return credit
        if credit := _copyright(text, unit):
            return credit
    return None


def credit_at(text: str, unit: Unit, agency: str, sign: str) -> Credit:
    """A credit whose span is ``sign`` where it stands in the unit, else the whole unit."""
    start = text.find(sign, unit.start, unit.end) if sign else -1
    if start < 0:
        return Credit(
            agency=agency, text=text[unit.start : unit.end], start=unit.start, end=unit.end
        )
    return Credit(agency=agency, text=sign, start=start, end=start + len(sign))


def same_outlet(left: str | None, right: str | None) -> bool:
    """Whether two names mean the same outlet: equal but for article, case, signs and ".com"."""
    if not left or not right:
        return False
    one, two = _bare(left), _bare(right)
    return one == two or (
        min(len(one), len(two)) > 3 and (one.startswith(two) or two.startswith(one))
    )


def _bare(name: str) -> str:
    """A name for comparison."""
    name = (agency_of(name) or name).lower()
    return re.sub(r"^the\s+|\.(?:com|org|net)$|\W+|\b(?:online|news)\b", "", name)


def _credited(text: str, unit: Unit, match: re.Match[str]) -> Credit | None:
    """A credit to the name found, its span the whole phrase."""
    name = match["name"].strip()
    while (shorter := _TRAIL.sub("", name)) != name:
        name = shorter
    if (
        not name
        or _MONTH.match(name)
        or name.isdigit()
        or name.lower() in {"the", "a", "creative commons"}
    ):
        return None
    phrase = match[0].strip(" \n\t*_([")
    phrase = phrase[: phrase.rfind(name) + len(name)]
    return credit_at(text, unit, agency_of(name) or name, phrase)


def _copyright(text: str, unit: Unit) -> Credit | None:
    """ "Copyright 2024 The Associated Press": only where it is an agency's."""
    match = _RIGHTS.search(unit.words) if unit.count <= 40 else None
    if match is None:
        return None
    named = re.match(r"(?:The\s+)?[A-Z][\w-]*(?:\s+[A-Z][\w-]*){0,3}", unit.words[match.end() :])
    if named is None:
        return None
    agency = agency_of(named[0])
    return (
        credit_at(text, unit, agency, unit.words[match.start() : match.end() + named.end()])
        if agency
        else None
    )
