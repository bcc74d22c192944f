"""Which language a text is in."""

import re
from functools import cache
from typing import TYPE_CHECKING

from onrecord.lexicons import lexicon

if TYPE_CHECKING:
    pass

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ENOUGH = 20  # words below which statistics on letters err too often
_SAMPLE = 1500  # characters; more costs time and changes nothing


def language_of(text: str) -> str:
    """The ISO 639-1 code of a text, ``und`` where it is too short to tell."""
    sample = text[:_SAMPLE]
    words = _WORD.findall(sample.lower())
    if len(words) < _ENOUGH:
        return _short(words)
    import py3langid

    code = str(py3langid.classify(sample)[0])
    return code if len(code) == 2 else "und"


def language_name(code: str) -> str:
    """The English name of a language: "de" is "German"."""
    from babel import Locale

    return str(Locale("en").languages.get(code, code))


def _short(words: list[str]) -> str:
    """English where the letters are ASCII and small English words are among them."""
    if not words:
        return "und"
    common = sum(word in _common() for word in words)
    plain = sum(word.replace("’", "").isascii() for word in words)
    return "en" if plain >= 0.9 * len(words) and common >= max(1, len(words) // 8) else "und"


@cache
def _common() -> frozenset[str]:
    """The small words of English."""
    return frozenset(lexicon("common").words["small"])
