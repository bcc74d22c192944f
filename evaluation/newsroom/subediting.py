"""Sentence-level editing: each rule takes one sentence and says what else it could be.

A rule answers ``None`` where it does not apply. Words that stay keep their way; words put in the
place of others keep the place but not the sameness.
"""

import random
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import TypeAlias

from newsroom.texts import Sentence, Word, capital, ended, is_quoted, split, stripped
from newsroom.wordings import NUMBERS, SYNONYMS, VERBS

Rule: TypeAlias = Callable[[Sentence, random.Random], Sentence | None]
Table: TypeAlias = Mapping[str, tuple[str, ...]]

_LONGEST = 3
_SPELLED = {word: (figure,) for figure, word in NUMBERS.items()}
_FIGURES = {figure: (word,) for figure, word in NUMBERS.items()}
_FOLLOWED = ("percent", "per", "million", "billion", "trillion", "p.m.", "a.m.")
_LOWERED = set(
    "the a an he she it they we this that these those in on at for but and his her their its there "
    "some many most after before while as if when by with from under since although".split()
)


def exchanged(sentence: Sentence, table: Table, chance: random.Random, rate: float) -> Sentence:
    """Put other words in the place of those in a table; quoted words stay as they are."""
    out: Sentence = []
    place, inside = 0, False
    while place < len(sentence):
        opens = any(mark in sentence[place].text for mark in '"“')
        size = 0 if inside or opens else _matched(sentence, place, table)
        if size and chance.random() < rate:
            out += _replaced(sentence[place : place + size], table, chance)
        else:
            size = 1
            out.append(sentence[place])
        inside = _inside(sentence[place].text, inside)
        place += size
    return out


def _inside(token: str, inside: bool) -> bool:
    """Whether a quotation is open behind this word."""
    for sign in token:
        inside = {"“": True, "”": False, '"': not inside}.get(sign, inside)
    return inside


def _matched(sentence: Sentence, place: int, table: Table) -> int:
    """How many words from here stand in the table, at most three."""
    for size in range(min(_LONGEST, len(sentence) - place), 0, -1):
        parts = [split(word.text) for word in sentence[place : place + size]]
        dotted = [core + trail[:1] for _, core, trail in parts[-1:] if trail[:1] == "."]
        unbroken = all(not trail for _, _, trail in parts[:-1]) and all(
            not lead for lead, _, _ in parts[1:]
        )
        key = " ".join(core for _, core, _ in parts).lower()
        if unbroken and (key in table or (size == 1 and dotted and dotted[0].lower() in table)):
            return size
    return 0


def _replaced(words: Sentence, table: Table, chance: random.Random) -> Sentence:
    parts = [split(word.text) for word in words]
    key = " ".join(core for _, core, _ in parts).lower()
    trail = parts[-1][2]
    if key not in table:
        key, trail = key + ".", trail[1:]
    new = chance.choice(table[key]).split()
    if parts[0][1][:1].isupper():
        new[0] = new[0][:1].upper() + new[0][1:]
    new[0], new[-1] = parts[0][0] + new[0], new[-1] + trail
    return [Word(text, *_way(words[min(index, len(words) - 1)])) for index, text in enumerate(new)]


def _way(word: Word) -> tuple[str | None, int, bool]:
    return word.base, word.at, False


def numbers(sentence: Sentence, chance: random.Random) -> Sentence | None:
    """12 becomes twelve, or the other way round."""
    table = chance.choice((_FIGURES, _SPELLED))
    return _changed(sentence, exchanged(sentence, table, chance, 1.0))


def verbs(sentence: Sentence, chance: random.Random) -> Sentence | None:
    """Another reporting verb."""
    return _changed(sentence, exchanged(sentence, VERBS, chance, 1.0))


def synonyms(sentence: Sentence, chance: random.Random) -> Sentence | None:
    """Other words for the same thing, wherever one is known."""
    return _changed(sentence, exchanged(sentence, SYNONYMS | VERBS, chance, 0.85))


def _changed(old: Sentence, new: Sentence) -> Sentence | None:
    return new if new != old else None


def no_aside(sentence: Sentence, chance: random.Random) -> Sentence | None:
    """A clause between two commas, or in brackets, is dropped."""
    if is_quoted(sentence):
        return None
    commas = [i for i, word in enumerate(sentence[:-1]) if word.text.endswith(",")]
    asides = [(a, b) for a, b in pairwise(commas) if 2 <= b - a <= 12]
    if not asides:
        return None
    start, end = chance.choice(asides)
    return [*sentence[:start], stripped(sentence[start], ","), *sentence[end + 1 :]]


def no_tail(sentence: Sentence, chance: random.Random) -> Sentence | None:
    """What follows the last comma, "which" or "where" is dropped."""
    if is_quoted(sentence) or len(sentence) < 14:
        return None
    ends = [i for i, word in enumerate(sentence) if word.text.endswith(",")]
    ends = [i for i in ends if 8 <= i < len(sentence) - 3]
    return [*sentence[: ends[-1]], ended(sentence[ends[-1]], ".")] if ends else None


def no_opening(sentence: Sentence, chance: random.Random) -> Sentence | None:
    """An opening phrase up to the first comma is dropped."""
    ends = [i for i, word in enumerate(sentence[:9]) if word.text.endswith(",")]
    if is_quoted(sentence) or not ends or len(sentence) - ends[0] < 8:
        return None
    return [capital(sentence[ends[0] + 1]), *sentence[ends[0] + 2 :]]


def no_adverbs(sentence: Sentence, chance: random.Random) -> Sentence | None:
    """Adverbs in -ly are dropped."""
    kept = [
        word
        for i, word in enumerate(sentence)
        if not (i and word.text.endswith("ly") and len(word.text) > 5 and word.text.islower())
    ]
    return None if is_quoted(sentence) else _changed(sentence, kept)


def broken(sentence: Sentence, chance: random.Random) -> Sentence | None:
    """One sentence becomes two at ", and" or ", but"."""
    if is_quoted(sentence):
        return None
    for place in range(7, len(sentence) - 6):
        if sentence[place].text.endswith(",") and sentence[place + 1].text in {"and", "but"}:
            rest = [capital(sentence[place + 2]), *sentence[place + 3 :]]
            return [*sentence[:place], ended(sentence[place], "."), *rest]
    return None


def speaker_first(sentence: Sentence, chance: random.Random) -> Sentence | None:
    """The speaker behind a quotation or an assertion moves to the front."""
    ends = [i for i, word in enumerate(sentence[:-2]) if word.text.rstrip('"”').endswith(",")]
    if not ends or not 2 <= len(sentence) - ends[-1] - 1 <= 8:
        return None
    cut = ends[-1] + 1
    tail = sentence[cut:]
    if not any(split(word.text)[1] in VERBS for word in tail):
        return None
    quoted = any(mark in sentence[cut - 1].text for mark in '"”')
    said = [capital(tail[0]), *tail[1:-1], ended(tail[-1], ":" if quoted else "")]
    link = [] if quoted else [Word("that")]
    return [*said, *link, *sentence[: cut - 1], ended(sentence[cut - 1], ".")]


def speaker_last(sentence: Sentence, chance: random.Random) -> Sentence | None:
    """ "X said that Y." becomes "Y, X said." """
    cues = [i for i, word in enumerate(sentence[1:9], 1) if word.text in VERBS]
    if is_quoted(sentence) or not cues or len(sentence) - cues[0] < 8:
        return None
    start = cues[0] + 1 + (sentence[cues[0] + 1].text == "that")
    head = [*sentence[: cues[0]], ended(sentence[cues[0]], ".")]
    if head[0].text.lower() in _LOWERED:
        head[0] = head[0]._replace(text=head[0].text.lower())
    body = [capital(sentence[start]), *sentence[start + 1 : -1], ended(sentence[-1], ",")]
    return [*body, *head]


def opening_last(sentence: Sentence, chance: random.Random) -> Sentence | None:
    """ "On Thursday, X." becomes "X on Thursday." """
    ends = [i for i, word in enumerate(sentence[:7]) if word.text.endswith(",")]
    first = sentence[0].text.lower() if sentence else ""
    if is_quoted(sentence) or not ends or first not in _LOWERED or len(sentence) - ends[0] < 8:
        return None
    opening = [sentence[0]._replace(text=first), *sentence[1 : ends[0]]]
    rest = [capital(sentence[ends[0] + 1]), *sentence[ends[0] + 2 : -1]]
    return [*rest, stripped(sentence[-1], "."), *opening, ended(sentence[ends[0]], ".")]


def shorter_quote(sentence: Sentence, chance: random.Random) -> Sentence | None:
    """A quotation loses its second half, at a comma or in the middle."""
    opening = next((i for i, w in enumerate(sentence) if w.text[:1] in '"“'), None)
    if opening is None:
        return None
    ends = (i for i in range(opening + 1, len(sentence)) if sentence[i].text[-1:] in '"”')
    closing = next(ends, None)
    if closing is None or closing - opening < 10:
        return None
    commas = [i for i in range(opening + 4, closing - 2) if sentence[i].text.endswith(",")]
    cut = chance.choice(commas) if commas else (opening + closing) // 2
    last = split(sentence[closing].text)
    sign = last[2] or '"'
    kept = sentence[cut]._replace(text=sentence[cut].text.rstrip(".,;:") + sign)
    return [*sentence[:cut], kept, *sentence[closing + 1 :]]


NUMBER_RULES: tuple[Rule, ...] = (numbers,)
VERB_RULES: tuple[Rule, ...] = (verbs,)
DROPPING: tuple[Rule, ...] = (no_aside, no_tail, no_opening, no_adverbs)
MOVING: tuple[Rule, ...] = (speaker_first, speaker_last, opening_last)
SHORTENING: tuple[Rule, ...] = (shorter_quote,)
BREAKING: tuple[Rule, ...] = (broken,)


def joined(left: Sentence, right: Sentence) -> Sentence | None:
    """Two plain sentences become one with "and"."""
    first = right[0].text if right else ""
    if not left or first.lower() not in _LOWERED or is_quoted(left) or is_quoted(right):
        return None
    lowered = right[0]._replace(text=first[:1].lower() + first[1:])
    return [*left[:-1], ended(left[-1], ","), Word("and"), lowered, *right[1:]]
