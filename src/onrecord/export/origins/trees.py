"""Trees over time: who comes first in a family of texts, who repeats whom in an assertion.

Of many links a picture can show few. ``branches`` keeps a spanning forest: an article is drawn
from the one it shares most with; where several share as much, from the earliest; from two only
where nothing else joins them. Links of unknown direction only join what no arrow joins.
"""

from collections.abc import Iterable, Sequence
from itertools import combinations

from onrecord.export.origins.lookups import Lookup
from onrecord.records.origins import (
    COPIES,
    Assertion,
    Collapse,
    Dependence,
    Link,
    TextFamily,
)
from onrecord.records.spans import Record

_STRENGTH: tuple[Dependence, ...] = ("same_text", "same_source", "same_publisher")


class Branch(Record, frozen=True, kw_only=True):
    """A line between two articles, an arrow from ``first`` where the direction is known.

    ``share`` says how much of the second's words stand in the first.
    """

    first: str
    second: str
    directed: bool
    dependence: Dependence = "same_text"
    share: float = 0.0
    link: Link | None = None


class Tree(Record, frozen=True, kw_only=True):
    """Articles in the order in which they are drawn, in groups that nothing joins."""

    groups: tuple[tuple[str, ...], ...]
    branches: tuple[Branch, ...]


def family_tree(lookup: Lookup, family: TextFamily) -> Tree:
    """The articles of one text: from the first to those that were drawn from it."""
    inside = set(family.documents)
    links = [link for link in lookup.origins.links if {link.left, link.right} <= inside]
    found = [_branch(lookup, link) for link in links if link.kind in COPIES]
    return _tree(lookup, family.documents, found)


def assertion_tree(lookup: Lookup, assertion: Assertion) -> Tree:
    """The appearances of an assertion, those that are one origin together.

    Collapses by text only say that articles hang together; who repeats whom among those is
    taken from all their links.
    """
    inside = set(assertion.documents)
    collapses = [c for c in assertion.collapsed_by if {c.left, c.right} <= inside]
    found = [_collapsed(lookup, collapse) for collapse in collapses]
    text = _Forest(inside)
    for branch in found:
        if branch.dependence == "same_text":
            text.join(branch)
    pairs = combinations(dict.fromkeys(assertion.documents), 2)
    links = (lookup.copies.get(frozenset(pair)) for pair in pairs if text.joined(*pair))
    found += [_branch(lookup, link) for link in links if link]
    return _tree(lookup, assertion.documents, found)


def _branch(lookup: Lookup, link: Link) -> Branch:
    """A link as a line."""
    first, second = lookup.sides(link)
    return Branch(
        first=first,
        second=second,
        directed=link.direction != "unknown",
        share=lookup.shares(link)[1],
        link=link,
    )


def _collapsed(lookup: Lookup, collapse: Collapse) -> Branch:
    """A collapse as a line; an arrow where it is a copy whose direction is known."""
    link = lookup.copies.get(frozenset((collapse.left, collapse.right)))
    if link and collapse.dependence == "same_text":
        return _branch(lookup, link)
    first, second = sorted((collapse.left, collapse.right), key=lambda a: lookup.of(a).number)
    return Branch(first=first, second=second, directed=False, dependence=collapse.dependence)


def _tree(lookup: Lookup, articles: Sequence[str], found: list[Branch]) -> Tree:
    """The forest of the branches, its articles from each first one downward."""
    kept = branches(lookup, articles, found)
    groups: list[tuple[str, ...]] = []
    placed: set[str] = set()
    targets = {branch.second for branch in kept if branch.directed}
    by_date = sorted(dict.fromkeys(articles), key=lambda a: (a in targets, lookup.of(a).number))
    for article in by_date:
        if article not in placed:
            group = _downward(lookup, article, kept)
            placed.update(group)
            groups.append(group)
    groups.sort(key=lambda group: min(lookup.of(a).number for a in group))
    return Tree(groups=tuple(groups), branches=kept)


def branches(lookup: Lookup, articles: Iterable[str], found: list[Branch]) -> tuple[Branch, ...]:
    """A spanning forest: best first, no circles. Returns the branches it keeps, by date."""
    inside = set(articles)
    known = [branch for branch in found if {branch.first, branch.second} <= inside]
    best = sorted(known, key=lambda b: _preference(lookup, b))
    arrows = [branch for branch in best if branch.directed]
    forest = _Forest(inside)
    for branch in arrows:
        if branch.second not in forest.drawn:
            forest.join(branch)
    # A text put together from two that nothing else joins has two arrows into it.
    for branch in (*(branch for branch in best if not branch.directed), *arrows):
        forest.join(branch)
    return tuple(sorted(forest.kept, key=lambda b: lookup.of(b.second).number))


class _Forest:
    """Articles joined by branches; a branch that would close a circle is left out."""

    def __init__(self, articles: Iterable[str]) -> None:
        self.above = {article: article for article in articles}
        self.kept: list[Branch] = []
        self.drawn: set[str] = set()

    def join(self, branch: Branch) -> None:
        """Keep a branch between two articles that nothing joins yet."""
        if self.joined(branch.first, branch.second):
            return
        self.above[self._top(branch.first)] = self._top(branch.second)
        self.kept.append(branch)
        if branch.directed:
            self.drawn.add(branch.second)

    def joined(self, left: str, right: str) -> bool:
        """Whether something joins two articles already."""
        return self._top(left) == self._top(right)

    def _top(self, article: str) -> str:
        """The article that stands for all that are joined with this one."""
        while self.above[article] != article:
            self.above[article] = article = self.above[self.above[article]]
        return article


def _preference(lookup: Lookup, branch: Branch) -> tuple[int, bool, float, int, int]:
    """Proved copies first, arrows before lines, the largest share, the earliest first."""
    return (
        _STRENGTH.index(branch.dependence),
        not branch.directed,
        -round(branch.share, 2),
        lookup.of(branch.first).number,
        lookup.of(branch.second).number,
    )


def _downward(lookup: Lookup, start: str, kept: Sequence[Branch]) -> tuple[str, ...]:
    """All that hangs together with an article: itself, then each branch to its end, by date."""
    beside: dict[str, list[str]] = {}
    for branch in kept:
        beside.setdefault(branch.first, []).append(branch.second)
        beside.setdefault(branch.second, []).append(branch.first)
    order: dict[str, None] = {}
    waiting = [start]
    while waiting:
        article = waiting.pop()
        if article in order:
            continue
        order[article] = None
        waiting += sorted(beside.get(article, ()), key=lambda a: -lookup.of(a).number)
    return tuple(order)
