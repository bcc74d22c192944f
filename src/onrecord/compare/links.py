"""Links: which articles share text, how much of each, of what kind, and who came first."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from onrecord.compare.alignments import Runs, covered, passages
from onrecord.compare.candidates import candidates
from onrecord.compare.directions import direct
from onrecord.compare.fingerprints import fingerprints, sample
from onrecord.compare.words import Hashes, Indices, Words, characters, words
from onrecord.records.origins import Article, Link, LinkKind, Passage

Progress: TypeAlias = Callable[[int, int], None]
"""Called with how much is done and how much there is."""
Mask: TypeAlias = NDArray[np.bool_]

PAIRS = 500  # so many pairs are aligned together
_QUOTED = re.compile(r"[“„«][^”»\n]*[”»]?|\"[^\"\n]*\"?")


class Limits(NamedTuple):
    """Every number that decides the kind of a link.

    Shares are of the words that are neither furniture nor, where ``own`` is said, in quotation
    marks. ``most`` of a side makes a reprint or an excerpt, ``large`` of both a rewrite. A copy
    has at least ``own`` shared words of the article's own. ``brief``: a passage
    of a quotation has up to so many words around it.
    """

    most: float = 0.6
    large: float = 0.25
    own: int = 30
    own_share: float = 0.2
    fill: int = 12


LIMITS = Limits()


class Side(NamedTuple):
    """One text of a pair: which of its words are shared, furniture, in quotation marks."""

    shared: Mask
    furniture: Mask
    quoted: Mask

    @property
    def share(self) -> float:
        """The part of all words that stands in a passage."""
        return float(self.shared.mean()) if len(self.shared) else 0.0

    @property
    def text_share(self) -> float:
        """The part of the words that are no furniture."""
        return _part(self.shared, ~self.furniture)

    @property
    def own_share(self) -> float:
        """The part of the words that are neither furniture nor quoted."""
        return _part(self.shared, ~self.furniture & ~self.quoted)

    @property
    def own_words(self) -> int:
        """How many shared words are neither furniture nor quoted."""
        return int((self.shared & ~self.furniture & ~self.quoted).sum())


def _part(shared: Mask, among: Mask) -> float:
    return float((shared & among).sum() / max(1, among.sum()))


def links(articles: Sequence[Article], progress: Progress | None = None) -> tuple[Link, ...]:
    """Find all articles that share text. Left and right stand in the order given."""
    texts = [article.text for article in articles]
    found = candidates(fingerprints(texts))
    made: list[Link] = []
    for start in range(0, len(found.pairs), PAIRS):
        batch = _Batch(articles, found.pairs[start : start + PAIRS], found.furniture)
        made.extend(batch.links())
        if progress:
            progress(min(start + PAIRS, len(found.pairs)), len(found.pairs))
    return tuple(made)


class _Batch:
    """Some candidate pairs with the words of their texts."""

    def __init__(self, articles: Sequence[Article], pairs: Indices, furniture: Hashes) -> None:
        numbers, places = np.unique(pairs, return_inverse=True)
        self.articles = [articles[number] for number in numbers.tolist()]
        self.pairs = places.reshape(-1, 2)
        self.words = words([article.text for article in self.articles])
        self.spans = [self._spans(number) for number in range(len(self.articles))]
        self.quoted = [self._quoted(number) for number in range(len(self.articles))]
        self.furniture = self._furniture(furniture)

    def _spans(self, number: int) -> tuple[Indices, Indices]:
        """Where the words of a text begin and end, in characters."""
        first, last = self.words.bounds[number : number + 2]
        starts, lengths = self.words.starts[first:last], self.words.lengths[first:last]
        text = self.articles[number].text
        return characters(text, starts), characters(text, starts + lengths)

    def _quoted(self, number: int) -> Mask:
        starts, _ = self.spans[number]
        quotes = [match.span() for match in _QUOTED.finditer(self.articles[number].text)]
        places = np.searchsorted(starts, np.array(quotes, dtype=np.int64).reshape(-1, 2))
        return covered(len(starts), places.tolist())

    def _furniture(self, hashes: Hashes) -> list[Mask]:
        """Which words of each text stand between fingerprints that are furniture."""
        found = sample(self.words)
        kept = np.isin(found.hashes, hashes)
        masks = []
        for number, (first, last) in enumerate(_bounds(self.words)):
            here = kept & (found.texts == number)
            firsts, lasts = found.firsts[here] - first, found.lasts[here] - first + 1
            masks.append(covered(last - first, _filled(firsts, lasts)))
        return masks

    def links(self) -> Iterator[Link]:
        """The links of the pairs that share something."""
        runs = passages(self.words, self.pairs)
        numbers, starts = np.unique(runs.pair, return_index=True)
        for number, rows in zip(
            numbers.tolist(), np.split(np.arange(len(runs.pair)), starts[1:]), strict=True
        ):
            left, right = self.pairs[number].tolist()
            link = self._link(left, right, runs.of(rows))
            if link is not None:
                yield link

    def _link(self, left: int, right: int, runs: Runs) -> Link | None:
        sides = (
            self._side(left, list(zip(runs.left, runs.left_end, strict=True))),
            self._side(right, list(zip(runs.right, runs.right_end, strict=True))),
        )
        same = np.array_equal(self._hashes(left), self._hashes(right))
        kind = "identical" if same else classify(*sides, int(runs.equal.sum()))
        if kind is None:
            return None
        a, b = self.articles[left], self.articles[right]
        verdict = direct(a, b, kind, (sides[0].share, sides[1].share))
        return Link(
            left=a.id,
            right=b.id,
            kind=kind,
            left_share=round(sides[0].share, 3),
            right_share=round(sides[1].share, 3),
            direction=verdict.direction,
            why=verdict.why,
            prov=verdict.prov,
            passages=self._passages(left, right, runs),
        )

    def _hashes(self, number: int) -> Hashes:
        first, last = self.words.bounds[number : number + 2]
        return self.words.hashes[first:last]

    def _side(self, number: int, spans: list[tuple[int, int]]) -> Side:
        shared = covered(len(self.quoted[number]), spans)
        return Side(shared, self.furniture[number], self.quoted[number])

    def _passages(self, left: int, right: int, runs: Runs) -> tuple[Passage, ...]:
        (a, b), (c, d) = self.spans[left], self.spans[right]
        columns = a[runs.left], b[runs.left_end - 1], c[runs.right], d[runs.right_end - 1]
        return tuple((w, x, y, z) for w, x, y, z in np.column_stack(columns).tolist())


def _bounds(found: Words) -> Iterator[tuple[int, int]]:
    yield from zip(found.bounds[:-1].tolist(), found.bounds[1:].tolist(), strict=True)


def _filled(firsts: Indices, lasts: Indices) -> list[tuple[int, int]]:
    """Spans, those near the next one drawn out to it."""
    spans = list(zip(firsts.tolist(), lasts.tolist(), strict=True))
    gaps = [(end, start) for (_, end), (start, _) in pairwise(spans) if start - end <= LIMITS.fill]
    return spans + gaps


def classify(left: Side, right: Side, equal: int, limits: Limits = LIMITS) -> LinkKind | None:
    """The kind of a link between texts that are not the same words; ``None`` for too little."""
    own = min(left.own_words, right.own_words)
    if (left.shared & ~left.furniture).sum() < 12:
        return "shared_boilerplate"
    if own < limits.own:
        return "shared_quotation" if (left.shared & left.quoted).sum() >= 8 else None
    low, high = sorted((left, right), key=lambda side: side.text_share)
    if low.text_share >= limits.most and low.own_share >= limits.own_share:
        return "reprint"
    if high.text_share >= limits.most and high.own_share >= limits.own_share:
        return "excerpt"
    if low.text_share >= limits.large and low.own_share >= limits.own_share:
        return "rewrite"
    return None
