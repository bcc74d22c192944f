"""Which units are captions: what stands under a picture, pasted between the paragraphs."""

import re
from functools import cache

from onrecord.lexicons import lexicon
from onrecord.read.dates import find_date, iso_date
from onrecord.read.units import Unit

_LEAD = re.compile(
    r"\(?(?:FILE\b|File\s+(?:photo|picture|image)\b|Photos?(?:graph)?(?:\s+by\b|\s*[:|]|\s+credit\b|\s+courtesy\b)"
    r"|Images?(?:\s*:|\s+credit\b|\s+by\b)|Pictures?\s*:|Pictured\b|Caption\s*:|Enlarge this image\b"
    r"|toggle caption\b|Credit\s*:|Illustration\s*:|Illustration by\b|Screenshot\b\s*[:(]|Image\s+(?=[A-Z])"
    r"|(?:In|A)\s+this\s+(?:\w+,?\s+){0,4}(?:file\s+)?(?:photo|image|picture|photograph|frame grab)\b)"
)
_TAIL = re.compile(
    r"\((?:[^()]*\b)?(?:[Pp]hotos?|PHOTOS?|[Pp]hotograph\w*|[Pp]icture|[Ii]mages?|[Ff]ile|FILE|[Hh]andout|[Cc]redit"
    r"|[Cc]ourtesy|[Ss]creenshot|[Ss]creengrab)\b[^()]*\)\W*$"
    r"|\b(?:[Pp]hotos?|[Pp]hotograph|[Ii]mage|[Pp]icture|[Cc]redit|PHOTO|CREDIT)(?:\s+[Cc]redit)?\s*(?:[:|]|\.{3}|\s[Bb]y\b)\s*"
    r"[^.!?]{2,80}\.?$"
    r"|\b(?:[Ff]ile [Pp]hoto|FILE PHOTO|[Ff]ile [Pp]icture)\W*$"
)
_BUTTONS = re.compile(r"(?:(?:Enlarge this image|toggle caption|hide caption|View Slideshow)\s+)+")
_SETTING = re.compile(r"\b(?:in|at|outside|inside|during|near|on|before|after|with|to|from)\b")
_POSTED = re.compile(r"\(@\w+\)|\bt\.co/|pic\.twitter\.com")
_SENTENCE = re.compile(r"[a-z)”][.!?]\s+[A-Z“]")
_LONGEST = 60


def buttons_before(words: str) -> int:
    """How many characters at the start are a picture's buttons: "Enlarge this image toggle caption"."""
    match = _BUTTONS.match(words)
    return match.end() if match and match.end() < len(words) else 0


@cache
def _agencies() -> re.Pattern[str]:
    """A picture credit at the end: "Name/Agency", "AP Photo/Name", "Name | Agency | Agency"."""
    names = "|".join(
        sorted(map(re.escape, lexicon("captions").words["agency"]), key=len, reverse=True)
    )
    person = r"(?:[A-Z][\w.'’-]*\s+){0,3}[A-Z][\w.'’-]*"
    via = rf"(?:\s*(?:/|\||,|—|–|-|via|for)\s*(?:{names}))*"
    return re.compile(
        rf"(?:\b{person}\s*(?:/|\||—)\s*(?:{names}){via}"
        rf"|\b(?:{names})\s*/\s*{person}{via}(?:\s*/\s*File Photo)?"
        rf"|\((?:{person}\s*[/,|]\s*)?(?:{names}){via}(?:/{person})?\)"
        rf"|(?<=[.!?\w])\s+(?:Getty Images|AP Photo|AFP|EPA|Shutterstock){via})\W*$"
    )


@cache
def _verbs() -> re.Pattern[str]:
    """The present-tense verbs captions describe with."""
    verbs = "|".join(
        sorted(map(re.escape, lexicon("captions").words["verb"]), key=len, reverse=True)
    )
    return re.compile(rf"(?<=\w)\s+(?:{verbs})\b")


def is_credited(words: str) -> bool:
    """Whether a unit begins or ends as only captions do: with a picture's credit."""
    if len(words) > 800 or words.count(" ") >= _LONGEST or len(_SENTENCE.findall(words)) > 3:
        return False
    if _POSTED.search(words):
        return False
    if _LEAD.match(words) or _TAIL.search(words[-140:]):
        return not words.startswith(("“", '"'))
    return bool(_agencies().search(words[-90:])) and not _is_dateline_only(words)


def is_described(unit: Unit, in_body: bool) -> bool:
    """Whether a unit describes a picture: in the present tense, mostly without a final stop.

    ``in_body`` says that article text stands above it; without, a standfirst is likelier and
    more is asked for.
    """
    words = unit.words
    if not 4 <= unit.count <= 45 or len(words) > 500 or words.startswith(("“", '"', "'", "‘")):
        return False
    if words.endswith((":", ",", "?", "!", "…")) or _POSTED.search(words):
        return False
    low = words.lower()
    placed = any(sign in low for sign in lexicon("captions").words["place"])
    verb = bool(_verbs().search(" ".join(words.split(" ")[:16])))
    dated = _ends_dated(words)
    if unit.stopped:
        return (placed and (verb or dated)) or (verb and dated and unit.count <= 35)
    if not in_body:
        return verb and (placed or dated)
    seen = unit.count >= 7 and (verb or _is_scene(words)) and bool(_SETTING.search(words))
    return placed or seen or (dated and (verb or unit.count >= 8))


def _ends_dated(words: str) -> bool:
    """Whether the last words are a full date, or a day in a month."""
    tail = words[-32:]
    match = find_date(tail)
    return bool(
        match and len(tail) - match.end() <= 2 and (iso_date(tail) or match["m1"] or match["m2"])
    )


def _is_scene(words: str) -> bool:
    """ "Supporters of the party waving flags in the square": a noun phrase with a participle."""
    participles = lexicon("captions").words["participle"]
    return any(word in participles for word in words.split(" ")[1:9])


def _is_dateline_only(words: str) -> bool:
    """ "KARVEN (AP)" is a dateline, not a picture's credit."""
    return bool(re.match(r"[A-Z][A-Z ,./'-]+\([A-Za-z ]+\)\W*$", words))
