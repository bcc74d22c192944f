"""Names of sources: which are one source, and which are surely two."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from rapidfuzz.fuzz import ratio

from onrecord.lexicons import lexicon
from onrecord.records.spans import Record

_NEAR = 80.0
"""Names alike by this much (0 to 100) may be spellings of one."""
_SITE = re.compile(r"^www\.|\.(?:com|org|net|co\.uk|news|info)$")
BODIES = frozenset(
    """agency army authority bank board bureau cabinet centre center city coalition commission
    committee company council court department embassy force forces front government group house
    institute ministry movement navy office organisation organization parliament party police
    service senate state union university""".split()
)
"""Words for kinds of bodies: they tell no body from another."""

_POST_OF = frozenset("of to for at in and on".split())


@cache
def _titles() -> frozenset[str]:
    return frozenset(lexicon("titles").words["title"]) | {"the", "former", "acting", "then", "late"}


@cache
def _agencies() -> dict[str, str]:
    return {plain(form): plain(name) for form, name in lexicon("agencies").labels().items()}


def plain(name: str) -> str:
    """A name in lower case, without accents, dots, "the", "'s" or the ending of a site."""
    folded = unicodedata.normalize("NFKD", name.replace("’", "'")).casefold()
    kept = "".join(c for c in folded if not unicodedata.combining(c))
    kept = _SITE.sub("", kept.strip()).removesuffix("'s").replace(".", "")
    return " ".join(kept.replace(",", " ").split()).removeprefix("the ")


@lru_cache(maxsize=100_000)
def agency(name: str) -> str | None:
    """The news agency that a name or code stands for, under its plain name."""
    return _agencies().get(plain(name))


@lru_cache(maxsize=100_000)
def key(name: str) -> str:
    """What a source is known by: its plain name after any title; codes of agencies in full."""
    whole = plain(name)
    if whole in _agencies():
        return _agencies()[whole]
    words = whole.split()
    posts = [at for at, word in enumerate(words[:-1]) if word in _titles()]
    if posts and words[posts[-1] + 1] not in _POST_OF:
        words = words[posts[-1] + 1 :]
    return " ".join(words)


def merged(names: Iterable[str]) -> dict[str, str]:
    """Every key with the fullest key of the same source.

    A surname or an acronym goes to a fuller name only where there is exactly one it can mean.
    """
    known = sorted(set(names), key=lambda name: (-len(name), name))
    found: dict[str, str] = {}
    for name in known:
        fuller = {found[other] for other in found if _short_for(name, other)}
        found[name] = fuller.pop() if len(fuller) == 1 else name
    return found


def _short_for(short: str, full: str) -> bool:
    """Whether one name is the end of the other, or has its initial, or is its acronym."""
    few, many = short.split(), full.split()
    if len(few) == 1 and len(many) > 1:
        return (few[0] == many[-1] and few[0] not in BODIES) or few[0] in _acronyms(many)
    if len(few) < 2 or few[-1] != many[-1] or few[-1] in BODIES:
        return False
    if many[-len(few) :] == few:
        return True
    return many[0].startswith(few[0]) and (len(few[0]) == 1 or len(many) > len(few))


def _acronyms(words: list[str]) -> set[str]:
    first = "".join(word[0] for word in words)
    without = "".join(w[0] for w in words if w not in {"of", "for", "and", "the", "on", "in"})
    return {first, without} if len(words) > 1 else set()


class Source(Record, frozen=True, kw_only=True):
    """An origin as it is named: its key, and the keys of the bodies it may speak for."""

    name: str
    key: str
    bodies: frozenset[str] = frozenset()


def surely_two(left: Source, right: Source) -> bool:
    """Whether two names cannot be one origin: nothing in the names or posts ties them.

    One last name under two first names may be one person whose name was misread.
    """
    if left.key == right.key or left.bodies & right.bodies:
        return False
    if left.key in right.bodies or right.key in left.bodies:
        return False
    mine, theirs = left.key.split(), right.key.split()
    if set(mine) <= set(theirs) or set(theirs) <= set(mine):
        return False
    if (mine[-1] == theirs[-1] and mine[-1] not in BODIES) or _short_for(*_by_length(left, right)):
        return False
    return ratio(left.key, right.key) < _NEAR


def _by_length(left: Source, right: Source) -> tuple[str, str]:
    short, full = sorted((left.key, right.key), key=len)
    return short, full
