"""What a claim says, taken apart: content words, figures, names, days, and negation.

Two claims are compared by these parts and never by their order of words alone, so that
"14 people died in the blast" and "The explosion killed fourteen" come out alike.
"""

import re
from functools import cache, lru_cache
from itertools import pairwise

from onrecord.lexicons import lexicon
from onrecord.records.origins import Statement
from onrecord.records.spans import Record

_WORD = re.compile(r"\d[\d,]*(?:\.\d+)?(?![\w-])|[^\W\d_][\w]*(?:['’-][^\W_][\w]*)*|\d+[\w-]+")
_AMERICA = re.compile(r"\bU\.S\.(?:A\.)?|\bUSA?\b|\bUnited States(?: of America)?\b")
_FRAME = re.compile(
    r"^\W*according to [^,]{2,80},\s*|,\s*according to .{2,80}$|,\s*[^,]{2,60} (?:said|says)\W*$",
    re.IGNORECASE,
)
"""Who says it is no part of what is said."""
_POSSESSIVE = re.compile(r"(?:'s|s')$")
_SMALL = frozenset(
    """a about again ahead all also although am amid among an and another any are around as at be
    because been being both but by can could did do does doing during each earlier either ever
    every for from further had has have having he her here hers herself him himself his how i if
    in into is it its itself just later like made make makes many may me might mine more most much
    must my near nearly now of off on once one only or other our ours out over own perhaps quite
    rather s same say says said shall she should since so some something still such than that the
    their theirs them themselves then there these they this those though through thus to together
    too toward towards under until up upon us very was we well were what when where whether which
    while who whom whose why will with within would yet you your yours according told added
    mr mrs ms dr new last next first second today yesterday tomorrow
    week month year weeks months years day days""".split()
)
_DAYS = {
    name: name[:3] for name in "monday tuesday wednesday thursday friday saturday sunday".split()
}
_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
_NEGATORS = frozenset(
    """not no never none nobody nothing neither nor without cannot deny denied denies denying denial
    refused refuses refuse false falsely fake hoax untrue wrongly incorrect dismissed rejected
    failed unable""".split()
)
_SUFFIXES = ("'s", "ingly", "edly", "ies", "ied", "ing", "ed", "es", "ly", "s", "e")


class Wording(Record, frozen=True, kw_only=True):
    """A claim's parts. ``words`` are stems in text order, each once, names among them;
    ``names`` the stems of each name in it, pronouns resolved; ``figures`` its numbers;
    ``size`` how many things it speaks of, a name counting once.
    """

    words: tuple[str, ...]
    names: tuple[frozenset[str], ...]
    figures: frozenset[float]
    days: frozenset[str]
    negated: bool
    passive: bool
    subject: str | None
    verb: str | None
    size: int


@cache
def _senses() -> dict[str, str]:
    return {word: f"={label}" for word, label in lexicon("same_sense").labels().items()}


@cache
def _spelled() -> dict[str, float]:
    """Number words that stand alone: "fourteen"; "hundred" and up only multiply."""
    labels = lexicon("numbers").labels()
    values = {word: float(label.removeprefix("num.")) for word, label in labels.items()}
    return {word: value for word, value in values.items() if value < 100}


def wording(statement: Statement) -> Wording:
    """Take a claim apart."""
    printed = [_POSSESSIVE.sub("", word) for word in _printed(_FRAME.sub("", statement.text))]
    lower = [word.lower() for word in printed]
    words = [stem(word) for word in lower if _counts(word)]
    meant = _meant(statement, frozenset(words))
    names = [*_capitals(printed), *meant]
    figures = _figures(statement, lower)
    subject, verb = _opening(printed)
    inside = frozenset().union(*names) if names else frozenset()
    return Wording(
        words=tuple(dict.fromkeys([*words, *(w for name in meant for w in sorted(name))])),
        names=tuple(names),
        figures=figures,
        days=frozenset(_DAYS[word] for word in lower if word in _DAYS),
        negated=any(word in _NEGATORS or word.endswith("n't") for word in lower),
        passive=_is_passive(lower),
        subject=subject,
        verb=verb,
        size=len(set(words) - inside) + len(set(names)) + len(figures),
    )


def _meant(statement: Statement, words: frozenset[str]) -> list[frozenset[str]]:
    """Actors that the claim speaks of without their name ("he", "the group"): their last word."""
    named = [[stem(word) for word in content(name)] for name in statement.actors]
    return [frozenset(name[-1:]) for name in named if name and not words.intersection(name)]


def _figures(statement: Statement, lower: list[str]) -> frozenset[float]:
    """Figures as digits and as the reading gives them; number words where it gives none."""
    digits = {float(word.replace(",", "")) for word in lower if _plain(word)}
    spelled = _spelled()
    # The words of a figure ("1.2 million") are in the figures the reading gives.
    told = set() if statement.numbers else {spelled[word] for word in lower if word in spelled}
    return frozenset({*digits, *map(float, statement.numbers), *told})


def _printed(text: str) -> list[str]:
    plain = _AMERICA.sub("Usa", text.replace("’", "'").replace("U.N.", "UN"))
    return _WORD.findall(plain)


def _plain(word: str) -> bool:
    return word.replace(",", "").replace(".", "", 1).isdigit()


@lru_cache(maxsize=200_000)
def _counts(word: str) -> bool:
    """Whether a lower-case word says something of its own: no small word, figure, day or month."""
    return not (
        word.partition("'")[0] in _SMALL
        or len(word) < 2
        or word in _DAYS
        or word in _MONTHS
        or word in _spelled()
        or word in _NEGATORS
        or word.endswith("n't")
        or _plain(word)
    )


def content(text: str) -> list[str]:
    """The content words of a name or sentence, in lower case."""
    lower = (_POSSESSIVE.sub("", word.lower()) for word in _printed(text))
    return [word for word in lower if _counts(word)]


def _capitals(printed: list[str]) -> list[frozenset[str]]:
    """Runs of words in capitals, titles left out, but for a word that a sentence begins with."""
    runs: list[list[str]] = [[]]
    for at, word in enumerate(printed):
        if at and word[0].isupper() and _counts(word.lower()):
            if word.lower() not in _titles():
                runs[-1].append(stem(word.lower()))
        elif runs[-1]:
            runs.append([])
    return [frozenset(run) for run in runs if run]


@cache
def _titles() -> frozenset[str]:
    return frozenset(lexicon("titles").words["title"])


def _is_passive(lower: list[str]) -> bool:
    """ "was attacked by": what stands after "by" did it."""
    return any(
        word == "by" and before.endswith(("ed", "en", "n", "t", "d"))
        for before, word in pairwise(lower)
    )


_LEADS = frozenset("in on at near from after before during for with by under over to of".split())


def _opening(printed: list[str]) -> tuple[str | None, str | None]:
    """The name a claim begins with, if it does, by its last word; and what it is said to do."""
    for at, word in enumerate(printed[:4]):
        if word.lower() in _LEADS:
            break
        if word[0].isupper() and _counts(word.lower()):
            end = next((i for i, w in enumerate(printed) if i > at and not w[0].isupper()), at + 1)
            rest = (w.lower() for w in printed[end:])
            return stem(printed[end - 1].lower()), next((stem(w) for w in rest if _counts(w)), None)
    return None, None


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """A word without its ending; words of one sense share one stem (lexicon ``same_sense``)."""
    sense = _senses().get(word)
    if sense:
        return sense
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            base = word[: -len(suffix)] + ("y" if suffix in {"ies", "ied"} else "")
            return _undoubled(base) if suffix in {"ing", "ed"} else base.removesuffix("e")
    return word


def _undoubled(base: str) -> str:
    """stopp -> stop, but call, pass; a silent e goes as it does elsewhere."""
    if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "lsz":
        return base[:-1]
    return base.removesuffix("e")
