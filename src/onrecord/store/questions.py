"""What is asked of a case: the query language of ``onrecord search``.

Words and "phrases" that must stand, fields with a colon, a minus for what must not be. Whatever
cannot be understood is a ``WrongUse`` of one sentence; nothing reaches a database unparsed.
"""

import re
from datetime import date
from typing import Literal, get_args

from onrecord.errors import WrongUse
from onrecord.records.calendars import bounds
from onrecord.records.findings import ClaimKind
from onrecord.records.spans import Record
from onrecord.store.entries import day_of
from onrecord.store.words import words_of

Column = Literal["words", "actors", "voices", "kind", "outlet"]

FIELDS: tuple[tuple[str, Column], ...] = (
    ("actor", "actors"),
    ("kind", "kind"),
    ("outlet", "outlet"),
    ("said-by", "voices"),
)
DATES = ("before", "after")
LONGEST = 100
"""Words a question may have; a phrase of a hundred words finds any reprint."""
_OF_CLAIMS = {"kind", "voices"}
_PART = re.compile(
    r"""(?P<minus>-?)
        (?:(?P<field>[A-Za-z][A-Za-z-]*):)?
        (?:["“”„](?P<quoted>[^"“”„]*)["“”„]?|(?P<bare>[^\s"“”„]*))""",
    re.VERBOSE,
)
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)


class Term(Record, frozen=True, kw_only=True):
    """One thing that must stand, or must not: words one after the other in a column."""

    column: Column
    words: tuple[str, ...]
    without: bool = False


class Question(Record, frozen=True, kw_only=True):
    """A query as understood: terms, and the days from ``first`` up to and not with ``last``.

    Days count as ``day_of`` does. ``claims``: claims are asked for, not texts.
    """

    terms: tuple[Term, ...] = ()
    first: int | None = None
    last: int | None = None
    claims: bool = False

    @property
    def words(self) -> tuple[tuple[str, ...], ...]:
        """The words and phrases that must stand in the text."""
        return tuple(t.words for t in self.terms if t.column == "words" and not t.without)

    @property
    def names(self) -> tuple[tuple[str, ...], ...]:
        """The names that must stand among the actors."""
        return tuple(t.words for t in self.terms if t.column == "actors" and not t.without)


def question_of(query: str) -> Question:
    """Understand a query; raises ``WrongUse`` with a sentence that says what can be asked."""
    terms: list[Term] = []
    days: dict[str, int] = {}
    for part in _PART.finditer(query):
        if (field := part["field"]) and field.lower() in DATES:
            days[field.lower()] = _day(part)
        elif term := _term(part):
            terms.append(term)
    if not terms and not days:
        raise WrongUse('There is no word in the question; ask for words, "phrases" or fields.')
    if sum(len(term.words) for term in terms) > LONGEST:
        raise WrongUse(f"The question has more than {LONGEST} words; ask with fewer.")
    return Question(
        terms=tuple(dict.fromkeys(terms)),
        first=days.get("after"),
        last=days.get("before"),
        claims=any(term.column in _OF_CLAIMS for term in terms),
    )


def parts_of(query: str) -> tuple[str, ...]:
    """A query as understood, part by part in the query language; raises as ``question_of``."""
    question = question_of(query)
    fields = {column: f"{field}:" for field, column in FIELDS}
    parts = [
        ("-" if term.without else "") + fields.get(term.column, "") + _quoted(term.words)
        for term in question.terms
    ]
    days = (("after", question.first), ("before", question.last))
    parts += [f"{name}:{date.fromordinal(day)}" for name, day in days if day is not None]
    return tuple(parts)


def _quoted(words: tuple[str, ...]) -> str:
    return words[0] if len(words) == 1 else f'"{" ".join(words)}"'


def _term(part: re.Match[str]) -> Term | None:
    """A word, phrase or field; ``None`` for a part without any letter or digit."""
    value = part["bare"] if part["quoted"] is None else part["quoted"]
    words, without = tuple(words_of(value)), bool(part["minus"])
    if not part["field"]:
        return Term(column="words", words=words, without=without) if words else None
    name = part["field"].lower()
    column = dict(FIELDS).get(name)
    if column is None:
        raise WrongUse(
            f"There is no field {name[:40]}: to search in; the fields are "
            + ", ".join(f"{field}:" for field in (*dict(FIELDS), *DATES))
            + " (put a word with a colon into quotes to search for it)."
        )
    if not words:
        raise WrongUse(f'{name}: has no value; write it right after the colon, {name}:"..."')
    if column == "kind" and " ".join(words) not in get_args(ClaimKind):
        kinds = ", ".join(get_args(ClaimKind))
        raise WrongUse(f"There is no kind {' '.join(words)[:40]}; the kinds are {kinds}.")
    return Term(column=column, words=words, without=without)


def _day(part: re.Match[str]) -> int:
    """The first day of a date in a question."""
    name = part["field"].lower()
    value = part["bare"] if part["quoted"] is None else part["quoted"]
    if part["minus"] or not _DATE.fullmatch(value) or not bounds(value):
        raise WrongUse(f"{name}: takes a date of the calendar, as in {name}:2024-05-31.")
    return day_of(value)
