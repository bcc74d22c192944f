"""The two sides of a link: which words of an article are shared, whose they are, what they are."""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from onrecord.compare.fingerprints import Sample
from onrecord.compare.furniture import furniture
from onrecord.compare.quotations import quotations
from onrecord.compare.words import Hashes, Indices, characters, grams
from onrecord.records.origins import Article
from onrecord.records.spans import Span

Mask: TypeAlias = NDArray[np.bool_]

FILL = 12
"""So many words between two fingerprints that are furniture are furniture too."""
SAME = 4
"""So many words in a row that one side quotes are a quotation on the other side too."""


class Side(NamedTuple):
    """One text of a pair: which of its words are shared, furniture, somebody else's words."""

    shared: Mask
    furniture: Mask
    quoted: Mask

    @property
    def own(self) -> Mask:
        """The words that are neither furniture nor quoted."""
        return ~(self.furniture | self.quoted)

    @property
    def share(self) -> float:
        """The part of all words that is shared."""
        return part(self.shared, np.ones_like(self.shared))

    @property
    def text_share(self) -> float:
        """The part of the words that are no furniture."""
        return part(self.shared, ~self.furniture)

    @property
    def own_share(self) -> float:
        """The part of the article's own words."""
        return part(self.shared, self.own)

    @property
    def own_words(self) -> int:
        """How many of the shared words are the article's own."""
        return int((self.shared & self.own).sum())


def part(some: Mask, among: Mask) -> float:
    """Which part of the words ``among`` are ``some``; 0 of none."""
    return float((some & among).sum() / max(1, among.sum()))


class Text:
    """One article with its words; what else is asked of it is found out once."""

    def __init__(self, article: Article, hashes: Hashes, starts: Indices, lengths: Indices) -> None:
        self.article = article
        self.hashes = hashes
        self._bytes = starts, lengths

    @cached_property
    def spans(self) -> tuple[Indices, Indices]:
        """Where the words begin and end, in characters."""
        starts, lengths = self._bytes
        text = self.article.text
        return characters(text, starts), characters(text, starts + lengths)

    @cached_property
    def quoted(self) -> Mask:
        """Which words are quotations."""
        return self._within(quotations(self.article.text))

    @cached_property
    def furniture(self) -> Mask:
        """Which words are furniture by their phrases."""
        breaks = [match.start() for match in re.finditer("\n", self.article.text)]
        return furniture(self.hashes, np.searchsorted(np.array(breaks), self.spans[0]))

    def _within(self, spans: list[Span]) -> Mask:
        """Which words begin within spans of characters."""
        places = np.searchsorted(self.spans[0], np.array(spans, dtype=np.int64).reshape(-1, 2))
        return covered(len(self.hashes), places.tolist())


def sides(
    texts: tuple[Text, Text], shared: tuple[Mask, Mask], common: tuple[Mask, Mask]
) -> tuple[Side, Side]:
    """Both sides of a pair. ``common`` are words that stand in many articles.

    What either side quotes is a quotation on both.
    """
    left, right = texts
    quotes = np.concatenate([_within_runs(text) for text in texts])
    known = np.unique(quotes)
    return (
        Side(shared[0], left.furniture | common[0], left.quoted | _again(left, known)),
        Side(shared[1], right.furniture | common[1], right.quoted | _again(right, known)),
    )


def _within_runs(text: Text) -> Hashes:
    """The grams of a text's quotations."""
    every = grams(text.hashes, SAME)
    inside = text.quoted[: len(every)].copy()
    for step in range(1, SAME):
        inside &= text.quoted[step : step + len(every)]
    return every[inside]


def _again(text: Text, known: Hashes) -> Mask:
    """Which words of a text stand in one of the grams."""
    every = grams(text.hashes, SAME)
    found = np.zeros(len(text.hashes), dtype=bool)
    if len(known):
        hits = known[np.searchsorted(known, every) % len(known)] == every
        for step in range(SAME):
            found[step : step + len(every)] |= hits
    return found


def common_words(found: Sample, furniture: Hashes, bounds: Indices) -> list[Mask]:
    """For each text, which words stand between fingerprints that are furniture."""
    kept = np.isin(found.hashes, furniture)
    texts, firsts, lasts = found.texts[kept], found.firsts[kept], found.lasts[kept] + 1
    cuts = np.searchsorted(texts, np.arange(len(bounds)))
    masks = []
    for number, first in enumerate(bounds[:-1].tolist()):
        here = slice(cuts[number], cuts[number + 1])
        spans = zip((firsts[here] - first).tolist(), (lasts[here] - first).tolist(), strict=True)
        masks.append(covered(int(bounds[number + 1]) - first, _filled(list(spans))))
    return masks


def _filled(spans: list[Span]) -> list[Span]:
    """Spans in order, each drawn out to the next one where that is near."""
    out: list[Span] = []
    for start, end in spans:
        if out and start - out[-1][1] <= FILL:
            out[-1] = out[-1][0], max(end, out[-1][1])
        else:
            out.append((start, end))
    return out


def covered(size: int, spans: Sequence[Span]) -> Mask:
    """Which of so many words stand in one of the spans."""
    found = np.zeros(size, dtype=bool)
    for start, end in spans:
        found[start:end] = True
    return found
