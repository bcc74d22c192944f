"""Which matches come first, and which passage of them is shown: counted here, not in a database."""

from bisect import bisect_right
from collections.abc import Iterator
from contextlib import suppress
from math import log2

from onrecord.records.cases import Excerpt
from onrecord.records.spans import Record, Span
from onrecord.store.words import forms_of, spans_of

LOOKED_AT = 20_000
"""Characters of a text's words that ranking looks at: some 3,500 words."""
OCCURRENCES = 64
"""Occurrences of one word that count."""
PASSAGE = 280
"""Characters of a passage."""
WEIGHED = 2000
"""Places at which a passage may begin."""
SHOWN = 200_000
"""Characters of a text among which its passage is chosen."""

Phrase = tuple[str, ...]


class Standing(Record, frozen=True, kw_only=True):
    """How a match stands to its question: how often its words occur, and how near together.

    ``asked`` is the number of words and phrases that were asked for, ``times`` how often they occur.
    ``window`` is the smallest number of words that has all of them, ``None`` where they do not
    all stand in the part that was looked at.
    """

    place: int
    asked: int
    headline: bool
    times: int
    window: int | None
    score: float

    @property
    def why(self) -> str:
        """The standing in words."""
        parts = ["all words in the headline"] if self.headline else []
        if not self.times:
            parts.append("further down than ranking looks" if self.asked else "newest first")
        else:
            parts.append("once" if self.times == 1 else f"{self.times} times")
        if self.window is not None:
            parts.append("side by side" if self.window == 0 else f"within {self.window} words")
        return ", ".join(parts)


def standing(place: int, words: str, phrases: tuple[Phrase, ...], headline: bool) -> Standing:
    """Rank one match: the logarithm of how often, times how near, doubled for the headline."""
    padded = f" {words} "
    found = [_occurrences(padded, " ".join(phrase)) for phrase in phrases]
    times = sum(map(len, found))
    score = sum(log2(1 + len(places)) for places in found)
    window = None
    if len(phrases) > 1 and all(found):
        needed = sum(map(len, phrases))
        start, end = _smallest(found, [len(" ".join(phrase)) for phrase in phrases])
        spread = padded.count(" ", start, end) + 1
        window = 0 if spread <= needed else spread
        score *= 1 + needed / max(spread, needed)
    if headline:
        score *= 2
    return Standing(
        place=place,
        asked=len(phrases),
        headline=headline,
        times=times,
        window=window,
        score=score,
    )


def _occurrences(padded: str, phrase: str) -> list[int]:
    """Where a phrase stands among words with blanks around them: its first character."""
    found: list[int] = []
    sought, at = f" {phrase} ", -1
    while len(found) < OCCURRENCES and (at := padded.find(sought, at + 1)) >= 0:
        found.append(at + 1)
    return found


def _smallest(found: list[list[int]], lengths: list[int]) -> Span:
    """The smallest stretch that has one occurrence of each phrase."""
    every = sorted((at, which) for which, places in enumerate(found) for at in places)
    last: dict[int, int] = {}
    best = (0, 1 << 60)
    for at, which in every:
        last[which] = at
        if len(last) == len(found):
            start = min(last.values())
            end = max(at + lengths[which] for which, at in last.items())
            best = min(best, (start, end), key=lambda span: span[1] - span[0])
    return best


def highlights(text: str, phrases: tuple[Phrase, ...], within: Span) -> list[tuple[Span, int]]:
    """The spans at which phrases stand in a part of a text, each with the phrase's number."""
    part = text[within[0] : within[1]]
    forms = forms_of(part)
    found = [
        (at, at + len(phrase) - 1, number)
        for number, phrase in enumerate(phrases)
        for at in _places(forms, phrase)
    ]
    placed = spans_of(part, {at for first, last, _ in found for at in (first, last)})
    return sorted(
        ((within[0] + placed[first][0], within[0] + placed[last][1]), number)
        for first, last, number in found
    )


def _places(forms: list[str], phrase: Phrase) -> Iterator[int]:
    """At which words a phrase begins."""
    at = -1
    with suppress(ValueError):
        while True:
            at = forms.index(phrase[0], at + 1)
            if tuple(forms[at : at + len(phrase)]) == phrase:
                yield at


def whole_excerpt(text: str, span: Span, phrases: tuple[Phrase, ...]) -> Excerpt:
    """A span of a text as it stands, with what was asked for highlighted."""
    return _excerpt(text, span, [found for found, _ in highlights(text, phrases, span)])


def best_excerpt(
    text: str, sentences: list[Span], phrases: tuple[Phrase, ...], other: tuple[Phrase, ...]
) -> Excerpt:
    """The passage in which most of the phrases stand; the first of several, else the beginning.

    It begins with a sentence where one begins near by. ``other`` phrases are highlighted too.
    """
    found = highlights(text, phrases + other, (0, min(len(text), SHOWN)))
    core = _fullest(found)
    start, end = _stretch(text, sentences, core)
    return _excerpt(text, (start, end), [span for span, _ in found])


def _fullest(found: list[tuple[Span, int]]) -> Span:
    """Where most of the phrases stand within a passage; the first such place."""
    starts = [start for (start, _), _ in found]
    best, most = (0, 0), 0
    for at, ((start, end), _) in enumerate(found[:WEIGHED]):
        near = found[at : max(at + 1, bisect_right(starts, start + PASSAGE))]
        inside = [item for item in near if item[0][1] <= max(end, start + PASSAGE)]
        kinds = len({number for _, number in inside})
        if kinds > most:
            best, most = (start, max(item[0][1] for item in inside)), kinds
    return best


def _stretch(text: str, sentences: list[Span], core: Span) -> Span:
    """A passage around what must be in it: from its sentence's start, to a blank near the end."""
    before = bisect_right(sentences, (core[0], len(text))) - 1
    start = sentences[before][0] if before >= 0 else 0
    if core[1] - start > PASSAGE:
        blank = text.find(" ", max(start, core[1] - PASSAGE), core[0])
        start = blank + 1 if blank >= 0 else core[0]
    end = max(core[1], min(len(text), start + PASSAGE))
    if end < len(text):
        blank = text.rfind(" ", core[1], end + 1)
        end = blank if blank > start else end
    return start, end


def _excerpt(text: str, span: Span, found: list[Span]) -> Excerpt:
    """The passage; where two highlights overlap, the first one stays."""
    kept: list[Span] = []
    for start, end in found:
        if span[0] <= start and end <= span[1] and (not kept or kept[-1][1] <= start):
            kept.append((start, end))
    return Excerpt(start=span[0], end=span[1], text=text[slice(*span)], highlights=tuple(kept))
