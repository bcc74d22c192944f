"""Texts as strings of word classes, so that a rule over phrases is one regular expression.

Every word, figure and punctuation mark becomes one character: the code of its class. A
pattern is written with class names (``MONTH DAY COMMA? YEAR``), compiled once, and run over
that string, which is a fifth as long as the text and needs no spelling variants.
Classes come from a lexicon: the label ``month.05`` is class ``MONTH`` with value ``05``.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import msgspec

from onrecord.records.spans import Record, Span

# the typographic apostrophe is meant
# Figures and marks by shape; all else is looked up. The order is that of preference, but for plain
# words, which no other shape fits: they come first, without a name, since they are most of a text.
SHAPE = re.compile(
    r"""[A-Za-z]+(?=[ \n,])
    |(?P<ISO>\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?)(?![\w-])
    |(?P<SLASHED>\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d\d))(?![\w/])
    |(?P<CLOCK>(?:[01]?\d|2[0-4]):[0-5]\d)(?!\d|:\d)(?:hrs|h)?
    |(?P<DECADE>\d{2,3}0['’]?s|['’]\d0s|(?<!\w)[1-9]0s)\b
    |(?P<QUARTER_CODE>Q[1-4])\b
    |(?P<ORDINAL>\d{1,3}(?:st|nd|rd|th))\b
    |(?P<FRACTION>[1-9]/[2-9](?!\d)|[½⅓¼¾⅔])
    |(?P<SHORT_YEAR>(?<![\w$])['’]\d\d)(?![\ds])
    |(?P<DIGITS>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)
    |(?P<POSSESSIVE>['’]s)\b
    |(?P<WORD>(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.
        |(?:[AaPp]\.\s?[Mm]|B\.C(?:\.E)?|A\.D)\.?|(?:[^\W\d_]\.){2,}
        |[^\W\d_]+(?:['’](?:t|ll|re|ve|d|m|clock)\b)?)
    |(?P<BREAK>\n[ \t]*\n)
    |(?P<MARK>[^\s\w]|_)""",
    re.VERBOSE,
)
OPENING = re.compile(r"[(](?:[?](?:P<\w+>|:|<?[=!]))?")
GROUP = re.compile(r"[(][?]P<\w+>")
REPETITION = re.compile(r"[?*+]|[{][0-9]+,[0-9]+[}]")
NAME = re.compile(r"\b[A-Z][A-Z_]+\b")
SHAPES = (
    "ISO",
    "SLASHED",
    "CLOCK",
    "DECADE",
    "QUARTER_CODE",
    "ORDINAL",
    "FRACTION",
    "SHORT_YEAR",
    "DAY",
    "NUM",
    "YEAR",
    "POSSESSIVE",
    "BREAK",
)
OTHERS = ("OTHER", "CAPITAL", "PLURAL", "PAST_VERB", "MARK")
FIRST_CODE = 0x100  # away from every character that means something in a pattern


class Tokens(Record, frozen=True, kw_only=True):
    """The words, figures and marks of a text: where, as printed, and the shape of each.

    A break between blocks is a token without characters of shape ``BREAK``.
    """

    spans: tuple[Span, ...]
    words: tuple[str, ...]
    shapes: tuple[str, ...]


def tokens(text: str, breaks: frozenset[int] = frozenset()) -> Tokens:
    """Cut a text into tokens; no phrase crosses a blank line or one of the ``breaks`` (positions)."""
    rows: list[tuple[Span, str, str]] = []
    for found in SHAPE.finditer(text):
        span = found.span()
        if span[0] in breaks:
            rows.append(((span[0], span[0]), "", "BREAK"))
        rows.append((span, found[0], found.lastgroup or "WORD"))
    spans, words, shapes = zip(*rows, strict=True) if rows else ((), (), ())
    return Tokens(spans=spans, words=words, shapes=shapes)


class Phrases(Record, frozen=True, kw_only=True):
    """A text as classes: ``codes[i]`` is the class of the token at ``spans[i]``, with its value.

    ``classes`` maps the name of a class to its code.
    """

    classes: dict[str, str]
    codes: str
    spans: tuple[Span, ...]
    values: tuple[str, ...]
    words: tuple[str, ...]

    def span(self, first: int, last: int) -> Span:
        """The characters of the tokens ``[first, last)``."""
        return self.spans[first][0], self.spans[last - 1][1]


class Found(msgspec.Struct, frozen=True):
    """A pattern that fits: its match over the codes of the phrases."""

    match: re.Match[str]
    phrases: Phrases

    def __contains__(self, group: object) -> bool:
        """Whether the pattern has this group and it took part."""
        place = self.match.re.groupindex.get(str(group))
        return place is not None and bool(self.match[place])

    def __getitem__(self, group: str) -> str:
        """The value of the first token of a group, ``""`` where it took no part."""
        return self.phrases.values[self.match.start(group)] if group in self else ""

    def word(self, group: str) -> str:
        """The first word of a group in lower case."""
        return self.phrases.words[self.match.start(group)].lower() if group in self else ""

    def has(self, *names: str, group: str | int = 0) -> bool:
        """Whether a token of one of these classes is part of the match, or of a group of it."""
        return any(self.phrases.classes[name] in (self.match[group] or "") for name in names)

    def starts(self, *names: str) -> bool:
        """Whether the first token is of one of these classes."""
        return self._is(self.match.start(), names)

    def before(self, *names: str) -> bool:
        """Whether the token before the match is of one of these classes."""
        return self._is(self.match.start() - 1, names)

    def after(self, *names: str) -> bool:
        """Whether the token after the match is of one of these classes."""
        return self._is(self.match.end(), names)

    def _is(self, at: int, names: Sequence[str]) -> bool:
        codes, classes = self.match.string, self.phrases.classes
        return 0 <= at < len(codes) and any(codes[at] == classes[name] for name in names)


class Classes:
    """The word classes of one lexicon: reads texts into ``Phrases`` and compiles patterns."""

    def __init__(self, words: Mapping[str, Iterable[str]], macros: Mapping[str, Sequence[str]]):
        """``words`` maps ``class.value`` to its words, ``macros`` a name to its alternatives."""
        self._entries: dict[str, tuple[str, str]] = {}
        names = [*OTHERS, *SHAPES]
        for label, entries in words.items():
            name, _, value = label.partition(".")
            names.append(name.upper())
            self._entries.update((entry, (name.upper(), value)) for entry in entries)
        self.codes = {name: chr(FIRST_CODE + i) for i, name in enumerate(dict.fromkeys(names))}
        self._macros = macros
        self._known = lru_cache(maxsize=8192)(self._classify)

    def read(self, tokens: Tokens) -> Phrases:
        """Look up every token of a text."""
        known = list(map(self._known, tokens.words, tokens.shapes))
        return Phrases(
            classes=self.codes,
            codes="".join([code for code, _ in known]),
            spans=tokens.spans,
            values=tuple([value for _, value in known]),
            words=tokens.words,
        )

    def compile(self, pattern: str) -> re.Pattern[str]:
        """A pattern over classes; an unknown name raises ``KeyError``."""
        return re.compile(self._expand(pattern))

    def _expand(self, pattern: str) -> str:
        """Replace macros and class names, drop the spaces."""

        def replace(found: re.Match[str]) -> str:
            name = found[0]
            if name in self._macros:
                return f"(?:{self._expand('|'.join(self._macros[name]))})"
            return self.codes[name]

        return NAME.sub(replace, pattern).replace(" ", "").replace("\n", "")

    def _classify(self, word: str, shape: str) -> tuple[str, str]:
        """The code and value of one token."""
        name, value = shape, word
        if shape == "DIGITS":
            name, value = "NUM", word.replace(",", "")
            if len(word) == 4 and word.isdigit() and "1000" <= word <= "2199":
                name = "YEAR"
            elif len(word) <= 2 and 1 <= int(word.zfill(2)[:2]) <= 31 and word.isdigit():
                name = "DAY"
        elif shape in ("WORD", "MARK"):
            name, value = self._look_up(word)
        return self.codes[name], value

    def _look_up(self, word: str) -> tuple[str, str]:
        """As written, in lower case, or capitalised where it is all capitals; else by its form."""
        entries = self._entries
        known = entries.get(word) or entries.get(word.lower())
        if known is None and word.isupper() and len(word) > 2:
            known = entries.get(word.capitalize())
        if known is None and word.endswith("."):
            known = entries.get(word.rstrip(".").replace(". ", "."))
        if known is not None:
            return known
        if not word[0].isalpha():
            return "MARK", word
        if word[0].isupper():
            return "CAPITAL", word
        if word.endswith("ed") and len(word) > 4:
            return "PAST_VERB", word
        plural = word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3
        return ("PLURAL" if plural else "OTHER"), word


class Choice(NamedTuple):
    """Patterns that can begin with one class, in order, and all of them as one expression."""

    any: re.Pattern[str]
    patterns: tuple[tuple[int, re.Pattern[str]], ...]


def choices(patterns: Sequence[re.Pattern[str]]) -> dict[str, Choice]:
    """Patterns sorted by the code they can begin with, each with its place in the list.

    Most words begin no pattern and cost nothing; the others are tried against few.
    """
    by_code: dict[str, list[tuple[int, re.Pattern[str]]]] = {}
    for place, pattern in enumerate(patterns):
        for code in _beginnings(pattern.pattern):
            by_code.setdefault(code, []).append((place, pattern))
    return {
        code: Choice(
            re.compile("|".join(GROUP.sub("(?:", entry.pattern) for _, entry in entries)),
            tuple(entries),
        )
        for code, entries in by_code.items()
    }


def _beginnings(pattern: str) -> set[str]:
    """The codes with which a match of a pattern can begin."""
    codes, _, _ = _first(pattern, 0)
    return codes


def _first(pattern: str, at: int) -> tuple[set[str], bool, int]:
    """First codes of the alternatives from ``at`` on, whether one is empty, and where they end."""
    codes: set[str] = set()
    empty, open_ended = False, True
    while at < len(pattern) and pattern[at] != ")":
        if pattern[at] == "|":
            empty, open_ended, at = empty or open_ended, True, at + 1
            continue
        part, skippable, at = _first_part(pattern, at)
        often = REPETITION.match(pattern, at)
        if often:
            skippable, at = skippable or often[0][:2] in ("?", "*", "{0"), often.end()
        if open_ended:
            codes |= part
            open_ended = skippable
    return codes, empty or open_ended, at


def _first_part(pattern: str, at: int) -> tuple[set[str], bool, int]:
    """The same for one code, set of codes, group or look to either side."""
    if pattern[at] == "[":
        end = pattern.index("]", at)
        return set(pattern[at + 1 : end]), False, end + 1
    if pattern[at] != "(":
        return {pattern[at]}, False, at + 1
    opening = OPENING.match(pattern, at)
    inside = opening.end() if opening else at + 1
    codes, empty, end = _first(pattern, inside)
    looks = opening is not None and opening[0] in ("(?=", "(?!", "(?<=", "(?<!")
    return (set(), True, end + 1) if looks else (codes, empty, end + 1)


def number(values: Sequence[str]) -> float | None:
    """Read figures and number words already looked up: ``("2", "100", "6")`` is 206.

    ``None`` where they do not make one number ("two three").
    """
    total, part, last = 0.0, 0.0, 0.0
    for value in values:
        figure = float(value)
        if figure >= 1000 and figure in (1e3, 1e6, 1e9, 1e12) and (part or total):
            total, part = total + part * figure, 0.0
        elif figure == 100 and 0 < part < 100:
            part *= 100
        elif part and not (last >= 20 and figure < 10) and not (last >= 100 > figure):
            return None
        else:
            part += figure
        last = figure
    return total + part if values else None
