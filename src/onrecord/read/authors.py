"""Names of people out of the lists that bylines and metadata give."""

import re
from collections.abc import Iterable
from functools import cache

from onrecord.lexicons import lexicon

_LIST = re.compile(r"\s*(?:[;|/]|,\s+and\b|,\s+&|,|\band\b|\bAND\b|&)\s*")
_LEAD = re.compile(r"^(?:by|written by|posted by)\b:?\s+", re.IGNORECASE)
_SUFFIX = re.compile(r"^(?:jr|sr|ii|iii|iv|md|phd|ph\.d|m\.d|esq|obe|mp)\.?$", re.IGNORECASE)


@cache
def words_of(label: str) -> frozenset[str]:
    """One group of the byline lexicon."""
    return frozenset(lexicon("bylines").words[label])


def authors_of(text: str) -> tuple[str, ...]:
    """Split a list of people ("By A. and B. Surname; C. Other"), each name as one would print it."""
    text = _LEAD.sub("", " ".join(text.split()))
    names: list[str] = []
    for part in _LIST.split(text):
        if names and _SUFFIX.match(part):
            names[-1] = f"{names[-1]}, {part}"
        elif part.strip(" .,-"):
            names.append(part.strip(" ,-"))
    return unique(_printed(name) for name in _with_surname(names))


def unique(names: Iterable[str]) -> tuple[str, ...]:
    """The names in order, none empty, none twice."""
    return tuple(dict.fromkeys(filter(None, names)))


def is_name(text: str, least: int = 2) -> bool:
    """Whether a text has the shape of a person's name: ``least`` to five capitalised words."""
    parts = text.split()
    capital = sum(part[0].isupper() for part in parts)
    return (
        1 <= capital >= least
        and len(parts) <= 5
        and all(_is_name_word(part) for part in parts)
        and parts[0].lower() not in words_of("notname")
        and not any(part.lower().strip(".,") in words_of("section") for part in parts)
    )


def _is_name_word(word: str) -> bool:
    """A capitalised word of letters, or a particle."""
    if word.lower() in words_of("particle"):
        return True
    bare = word.strip(".,'’-").replace("-", "").replace("'", "").replace("’", "").replace(".", "")
    return bare.isalpha() and word[0].isupper()


def _with_surname(names: list[str]) -> list[str]:
    """Give "A. and B. Surname" its surname twice: a part of given names only borrows it."""
    last = names[-1].split() if names else []
    if len(last) < 2:
        return names
    surname = last[-1]
    return [
        f"{name} {surname}" if len(name.split()) == 1 and name != names[-1] else name
        for name in names
    ]


def _printed(name: str) -> str:
    """A name in capitals as one would write it: "J. MCDOE" is "J. McDoe"."""
    if not name.replace("Mc", "MC").isupper() or len(name.replace(".", "")) <= 3:
        return name
    return " ".join(map(_capitalised, name.split()))


def _capitalised(word: str) -> str:
    """One word of a name in capitals; initials and suffixes stay."""
    if "." in word or (_SUFFIX.match(word) and len(word) > 2 and not word.endswith(".")):
        return word if len(word.replace(".", "")) <= 2 or word.upper() != word else word.title()
    word = re.sub(r"[^\W\d_]+", lambda match: match[0].capitalize(), word)
    return re.sub(r"\bMc([a-z])", lambda match: "Mc" + match[1].upper(), word)
