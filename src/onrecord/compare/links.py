"""Links: which articles share text, how much of each, of what kind, and who came first."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

import numpy as np

from onrecord.compare.candidates import Candidates, Known, candidates
from onrecord.compare.comparisons import Comparison, comparisons
from onrecord.compare.families import heads
from onrecord.compare.fingerprints import fingerprints
from onrecord.compare.moments import day, in_time_order
from onrecord.compare.siblings import Tie, settled
from onrecord.records.origins import COPIES, Article, Link

Progress: TypeAlias = Callable[[int, int], None]
"""Called with how many pairs are done and how many there are."""
PAIRS = 500
"""So many pairs are aligned together."""


def links(articles: Sequence[Article], progress: Progress | None = None) -> tuple[Link, ...]:
    """Find all articles that share text; the earlier one is on the left, undated ones last.

    A pair that shares too little to be a copy by itself is one where other links show both to be
    copies of one text. Neither of two copies of a third is said to come from the other, unless
    they have more in common than that third holds.
    """
    articles = in_time_order(articles)
    found = candidates(fingerprints([article.text for article in articles]), _known(articles))
    sure: list[Tie] = []
    doubtful: list[tuple[Tie | None, Tie]] = []
    for one in _compared(articles, found, progress):
        own = one.tie(one.kind) if one.kind else None
        if one.kind not in COPIES and one.kind_within:
            doubtful.append((own, one.tie(one.kind_within)))
        elif own:
            sure.append(own)
    family = heads(tie.link for tie in sure)
    for own, copy in doubtful:
        head = family.get(copy.link.left)
        tie = copy if head is not None and head == family.get(copy.link.right) else own
        if tie:
            sure.append(tie)
    place = {article.id: number for number, article in enumerate(articles)}
    told = settled(sure, {article.id: article for article in articles})
    return tuple(sorted(told, key=lambda link: (place[link.left], place[link.right])))


def _compared(
    articles: Sequence[Article], found: Candidates, progress: Progress | None
) -> Iterator[Comparison]:
    count = len(found.pairs)
    for start in range(0, count, PAIRS):
        yield from comparisons(articles, found.pairs[start : start + PAIRS], found.furniture)
        if progress:
            progress(min(start + PAIRS, count), count)


def _known(articles: Sequence[Article]) -> Known:
    """Outlets and days of articles; an outlet that is not known is one of its own."""
    numbers: dict[str, int] = {}
    names = [article.outlet or article.id for article in articles]
    days = [day(article.published) for article in articles]
    return Known(
        np.array([numbers.setdefault(name, len(numbers)) for name in names], dtype=np.int64),
        np.array([at.toordinal() if at else 0 for at in days], dtype=np.int64),
    )
