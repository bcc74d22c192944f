"""Two articles laid side by side: what they share, and the link that follows."""

from collections.abc import Iterator, Sequence
from functools import cached_property

import numpy as np

from onrecord.compare.alignments import Runs, passages
from onrecord.compare.directions import direct, name_of
from onrecord.compare.fingerprints import sample
from onrecord.compare.kinds import Sharing, copy_of, kind_of, may_be_copy, sentence
from onrecord.compare.siblings import Tie
from onrecord.compare.sides import Mask, Sorts, Text, common_words, covered, side, sorts
from onrecord.compare.versions import address
from onrecord.compare.words import Hashes, Indices, words
from onrecord.records.origins import COPIES, Article, Link, LinkKind, Passage


class Comparison:
    """A pair of texts with their aligned passages; ``common`` says which words are furniture."""

    def __init__(self, texts: tuple[Text, Text], common: tuple[Mask, Mask], runs: Runs) -> None:
        self._texts = texts
        self._common = common
        self._runs = runs

    @cached_property
    def kind(self) -> LinkKind | None:
        """The kind of their link, ``None`` where they share too little for one."""
        if np.array_equal(self._texts[0].hashes, self._texts[1].hashes):
            return "identical"
        return self._here(kind_of(self.sharing))

    @cached_property
    def kind_within(self) -> LinkKind | None:
        """The kind of copy they are if other links show them to be of one family."""
        return self._here(copy_of(self.sharing)) if may_be_copy(self.sharing) else None

    def _here(self, kind: LinkKind | None) -> LinkKind | None:
        """Copies at one address are versions."""
        first, second = (address(text.article.url) for text in self._texts)
        return "version" if kind in COPIES and first and first == second else kind

    @cached_property
    def sharing(self) -> Sharing:
        """What they share, in numbers."""
        runs = self._runs
        rows = ((runs.left, runs.left_end), (runs.right, runs.right_end))
        shared = [
            covered(len(text.hashes), list(zip(first.tolist(), last.tolist(), strict=True)))
            for text, (first, last) in zip(self._texts, rows, strict=True)
        ]
        spans = np.maximum(runs.left_end - runs.left, runs.right_end - runs.right)
        kept = float(runs.equal.sum() / max(1, spans.sum()))
        both = sorts(self._texts, self._common)
        left, right = (side(mask, *one) for mask, one in zip(shared, both, strict=True))
        return Sharing(left, right, kept, len(spans), self._longest(both, spans))

    def _longest(self, both: tuple[Sorts, Sorts], spans: Indices) -> int:
        """The most words of both articles' own that stand unchanged in one passage."""
        runs = self._runs
        before = [np.concatenate(([0], np.cumsum(one.own))) for one in both]
        own = np.minimum(
            before[0][runs.left_end] - before[0][runs.left],
            before[1][runs.right_end] - before[1][runs.right],
        )
        return int((own * runs.equal / np.maximum(1, spans)).max(initial=0))

    def tie(self, kind: LinkKind) -> Tie:
        """Their link, if it is of this kind, and what decides about siblings."""
        left, right = self._texts[0].article, self._texts[1].article
        shares = self.sharing.left.share, self.sharing.right.share
        said = sentence(kind, self.sharing, (name_of(left), name_of(right)))
        verdict = direct(left, right, kind, shares)
        link = Link(
            left=left.id,
            right=right.id,
            kind=kind,
            left_share=round(shares[0], 3),
            right_share=round(shares[1], 3),
            direction=verdict.direction,
            why=f"{said} {verdict.why}".strip(),
            prov=verdict.prov,
            source=verdict.source,
            passages=self._passages(),
        )
        return Tie(link, said, verdict, int(self._runs.equal.sum()))

    def _passages(self) -> tuple[Passage, ...]:
        (a, b), (c, d), runs = self._texts[0].spans, self._texts[1].spans, self._runs
        columns = a[runs.left], b[runs.left_end - 1], c[runs.right], d[runs.right_end - 1]
        return tuple((w, x, y, z) for w, x, y, z in np.column_stack(columns).tolist())


def comparisons(
    articles: Sequence[Article], pairs: Indices, furniture: Hashes
) -> Iterator[Comparison]:
    """Compare the pairs (rows of two article numbers) that have aligned passages.

    ``furniture`` are hashes of fingerprints that stand in many articles, sorted.
    """
    numbers, places = np.unique(pairs, return_inverse=True)
    some = [articles[number] for number in numbers.tolist()]
    found, places = words([article.text for article in some]), places.reshape(-1, 2)
    parts = (np.split(column, found.bounds[1:-1]) for column in found[:3])
    texts = [Text(*row) for row in zip(some, *parts, strict=True)]
    common = common_words(sample(found), furniture, found.bounds)
    runs = passages(found, places)
    compared, starts = np.unique(runs.pair, return_index=True)
    for number, rows in zip(compared.tolist(), _rows(starts, len(runs.pair)), strict=True):
        left, right = places[number].tolist()
        yield Comparison((texts[left], texts[right]), (common[left], common[right]), runs.of(rows))


def _rows(starts: Indices, count: int) -> list[Indices]:
    """The numbers 0 to ``count``, cut at the starts."""
    return np.split(np.arange(count), starts[1:]) if len(starts) else []
