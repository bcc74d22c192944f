"""Words as the search sees them: the one place that decides what a word is.

Both databases index what comes out of here and split it at blanks only, so that they cannot
differ. A word is a run of letters, digits and marks; its form for the search is casefolded,
taken apart (NFKD), without marks: "Nádia" and "NADIA" are ``nadia``, "Cole's" is ``cole s``.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import islice

from onrecord.records.spans import Span

LONGEST = 64
"""Characters of a word that count; longer runs are addresses and damage."""
MOST = 600_000
"""Bytes of words indexed of one text, some 100,000 words."""
MOST_NAMES = 100_000
"""Bytes of words indexed of a headline or of names; all together stay under the 2^20 bytes
that PostgreSQL takes."""
BREAK = " ¦ "
"""Stands between names, and between headline and text: no phrase reaches across it."""
_PLANES = 0x20000


@cache
def _runs() -> re.Pattern[str]:
    """A letter or digit and what follows of letters, digits and combining marks.

    The look ahead spares most words the search among two thousand marks: no mark stands below
    U+0300 or among the quotation marks and dashes from U+2000 on.
    """
    marks = "".join(
        character
        for character in map(chr, range(_PLANES))
        if unicodedata.category(character).startswith("M")
    )
    return re.compile(f"\\w+(?:(?=[^\\x00-\u02ff\u2000-\u206f])[{marks}]+\\w*)*")


def _spaced(text: str) -> str:
    """A text as long as before, in which a low line parts words as any other sign does."""
    return text.replace("_", " ")


@lru_cache(maxsize=1 << 16)
def form_of(run: str) -> str:
    """A run as the search compares it; empty where nothing of it is a letter or digit."""
    if run.isascii():
        return run.lower()[:LONGEST]
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", run).casefold())
    return "".join(filter(str.isalnum, plain))[:LONGEST]


def words_of(text: str) -> list[str]:
    """The words of a text, in their form for the search."""
    return list(filter(None, forms_of(text)))


def forms_of(text: str) -> list[str]:
    """The form of every run of a text; empty ones too, so that they can be counted."""
    return list(map(form_of, _runs().findall(_spaced(text))))


def spans_of(text: str, numbers: set[int]) -> dict[int, Span]:
    """At which characters the runs with these numbers stand."""
    if not numbers:
        return {}
    runs = islice(_runs().finditer(_spaced(text)), max(numbers) + 1)
    return {at: run.span() for at, run in enumerate(runs) if at in numbers}


def searchable(*texts: str, most: int = MOST) -> str:
    """The words of several texts as they are indexed, at most so many bytes of them."""
    joined = BREAK.join(" ".join(words_of(text)) for text in texts if text)
    if len(joined) * 4 <= most or len(joined.encode()) <= most:
        return joined
    cut = joined.encode()[: most + 1].decode("utf-8", "ignore")
    return cut[: cut.rfind(" ")]


def listed(names: Iterable[str]) -> str:
    """Names as they are indexed, each once."""
    return searchable(*dict.fromkeys(names), most=MOST_NAMES)
