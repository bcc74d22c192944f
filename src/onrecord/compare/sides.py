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
    """One text of a pair in numbers of words.

    ``own`` words are neither furniture nor somebody else's. The ``shared_`` numbers count those
    of each sort that stand in a passage.
    """

    words: int
    furniture: int
    own: int
    shared: int
    shared_furniture: int
    shared_quoted: int
    shared_own: int

    @property
    def share(self) -> float:
        """The part of all words that is shared."""
        return self.shared / max(1, self.words)

    @property
    def text_share(self) -> float:
        """The part of the words that are no furniture."""
        return (self.shared - self.shared_furniture) / max(1, self.words - self.furniture)

    @property
    def own_share(self) -> float:
        """The part of the article's own words."""
        return self.shared_own / max(1, self.own)


def side(shared: Mask, furniture: Mask, quoted: Mask) -> Side:
    """Count the words of a text; each mask says it for every word."""
    own = ~(furniture | quoted)
    masks = (furniture, own, shared, shared & furniture, shared & quoted, shared & own)
    return Side(len(shared), *(int(np.count_nonzero(mask)) for mask in masks))


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
    def grams(self) -> Hashes:
        """The runs of words by which a quotation is known again."""
        return grams(self.hashes, SAME)

    @cached_property
    def quotes(self) -> Hashes:
        """The grams of all that is quoted here, sorted."""
        inside = np.ones(len(self.grams), dtype=bool)
        for step in range(SAME):
            inside &= self._marked[step : step + len(inside)]
        return np.sort(self.grams[inside])

    @cached_property
    def quoted(self) -> Mask:
        """Which words are quotations, here or where they stand again."""
        return self._marked | self.among(self.quotes)

    @cached_property
    def _marked(self) -> Mask:
        return self._within(quotations(self.article.text))

    def among(self, known: Hashes) -> Mask:
        """Which words stand in one of these grams (sorted)."""
        found = np.zeros(len(self.hashes), dtype=bool)
        if len(known):
            hits = known[np.searchsorted(known, self.grams) % len(known)] == self.grams
            for step in range(SAME):
                found[step : step + len(hits)] |= hits
        return found

    @cached_property
    def furniture(self) -> Mask:
        """Which words are furniture by their phrases."""
        breaks = [match.start() for match in re.finditer("\n", self.article.text)]
        return furniture(self.hashes, np.searchsorted(np.array(breaks), self.spans[0]))

    def _within(self, spans: list[Span]) -> Mask:
        """Which words begin within spans of characters."""
        places = np.searchsorted(self.spans[0], np.array(spans, dtype=np.int64).reshape(-1, 2))
        return covered(len(self.hashes), places.tolist())


class Sorts(NamedTuple):
    """Which words of a text are furniture, and which are somebody else's."""

    furniture: Mask
    quoted: Mask

    @property
    def own(self) -> Mask:
        """Which are neither."""
        return ~(self.furniture | self.quoted)


def sorts(texts: tuple[Text, Text], common: tuple[Mask, Mask]) -> tuple[Sorts, Sorts]:
    """What the words of a pair of texts are. ``common`` are words that stand in many articles.

    What either side quotes is a quotation on both.
    """
    left, right = texts
    return (
        Sorts(left.furniture | common[0], left.quoted | left.among(right.quotes)),
        Sorts(right.furniture | common[1], right.quoted | right.among(left.quotes)),
    )


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
