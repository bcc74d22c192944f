"""Links: which articles share text, how much of each, of what kind, and who came first."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

import numpy as np

from onrecord.compare.alignments import Runs, passages
from onrecord.compare.candidates import Known, candidates
from onrecord.compare.directions import direct
from onrecord.compare.fingerprints import fingerprints, sample
from onrecord.compare.kinds import kind_of
from onrecord.compare.moments import day
from onrecord.compare.sides import Mask, Text, common_words, covered, sides
from onrecord.compare.versions import address
from onrecord.compare.words import Hashes, Indices, words
from onrecord.records.origins import COPIES, Article, Link, LinkKind, Passage

Progress: TypeAlias = Callable[[int, int], None]
"""Called with how many pairs are done and how many there are."""

PAIRS = 500
"""So many pairs are aligned together."""


def links(articles: Sequence[Article], progress: Progress | None = None) -> tuple[Link, ...]:
    """Find all articles that share text. Left and right stand in the order given."""
    prints = fingerprints([article.text for article in articles])
    found = candidates(prints, _known(articles))
    made: list[Link] = []
    for start in range(0, len(found.pairs), PAIRS):
        made += _Batch(articles, found.pairs[start : start + PAIRS], found.furniture).links()
        if progress:
            progress(min(start + PAIRS, len(found.pairs)), len(found.pairs))
    return tuple(made)


def _known(articles: Sequence[Article]) -> Known:
    """Outlets and days of articles; an outlet that is not known is one of its own."""
    numbers: dict[str, int] = {}
    names = [article.outlet or article.id for article in articles]
    days = [day(article.published) for article in articles]
    return Known(
        np.array([numbers.setdefault(name, len(numbers)) for name in names], dtype=np.int64),
        np.array([at.toordinal() if at else 0 for at in days], dtype=np.int64),
    )


class _Batch:
    """Some candidate pairs with the words of their texts."""

    def __init__(self, articles: Sequence[Article], pairs: Indices, furniture: Hashes) -> None:
        numbers, places = np.unique(pairs, return_inverse=True)
        some = [articles[number] for number in numbers.tolist()]
        self.pairs = places.reshape(-1, 2)
        self.words = words([article.text for article in some])
        parts = (np.split(column, self.words.bounds[1:-1]) for column in self.words[:3])
        self.texts = [Text(*row) for row in zip(some, *parts, strict=True)]
        self.common = common_words(sample(self.words), furniture, self.words.bounds)

    def links(self) -> Iterator[Link]:
        """The links of the pairs that share something."""
        runs = passages(self.words, self.pairs)
        numbers, starts = np.unique(runs.pair, return_index=True)
        rows = np.split(np.arange(len(runs.pair)), starts[1:])
        for number, part in zip(numbers.tolist(), rows, strict=False):
            left, right = self.pairs[number].tolist()
            link = self._link(left, right, runs.of(part))
            if link is not None:
                yield link

    def _link(self, left: int, right: int, runs: Runs) -> Link | None:
        texts = self.texts[left], self.texts[right]
        shared = _shared(texts, runs)
        kind = self._kind((left, right), shared, _kept(runs))
        if kind is None:
            return None
        articles = texts[0].article, texts[1].article
        shares = float(shared[0].mean()), float(shared[1].mean())
        verdict = direct(*articles, kind, shares)
        return Link(
            left=articles[0].id,
            right=articles[1].id,
            kind=kind,
            left_share=round(shares[0], 3),
            right_share=round(shares[1], 3),
            direction=verdict.direction,
            why=verdict.why,
            prov=verdict.prov,
            passages=_passages(texts, runs),
        )

    def _kind(
        self, pair: tuple[int, int], shared: tuple[Mask, Mask], kept: float
    ) -> LinkKind | None:
        texts = self.texts[pair[0]], self.texts[pair[1]]
        if np.array_equal(texts[0].hashes, texts[1].hashes):
            return "identical"
        common = self.common[pair[0]], self.common[pair[1]]
        kind = kind_of(*sides(texts, shared, common), kept)
        return "version" if kind in COPIES and _one_page(*texts) else kind


def _one_page(left: Text, right: Text) -> bool:
    """Whether two texts stood at one address."""
    first, second = left.article.url, right.article.url
    return bool(first and second and address(first) == address(second))


def _kept(runs: Runs) -> float:
    """Which part of the words in the passages is the same on both sides."""
    spans = np.maximum(runs.left_end - runs.left, runs.right_end - runs.right)
    return float(runs.equal.sum() / max(1, spans.sum()))


def _shared(texts: tuple[Text, Text], runs: Runs) -> tuple[Mask, Mask]:
    """Which words of either text stand in a passage."""
    left = zip(runs.left.tolist(), runs.left_end.tolist(), strict=True)
    right = zip(runs.right.tolist(), runs.right_end.tolist(), strict=True)
    sizes = len(texts[0].hashes), len(texts[1].hashes)
    return covered(sizes[0], list(left)), covered(sizes[1], list(right))


def _passages(texts: tuple[Text, Text], runs: Runs) -> tuple[Passage, ...]:
    (a, b), (c, d) = texts[0].spans, texts[1].spans
    columns = a[runs.left], b[runs.left_end - 1], c[runs.right], d[runs.right_end - 1]
    return tuple((w, x, y, z) for w, x, y, z in np.column_stack(columns).tolist())
