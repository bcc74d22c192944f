"""Siblings: two copies of one third text, which a date alone would make parent and child.

The earlier of two reprints is not the source of the later one where both have the text from
a third. What tells them apart is what textual critics go by: a copy shares with its own source
what that source changed or added, and two siblings share nothing that their source lacks.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from onrecord.compare.directions import Verdict, derived, is_of, name_of, siblings
from onrecord.records.origins import COPIES, Article, Direction, Link, LinkKind

MORE = 5
"""So many more words in common than the third text holds show that one has it from the other."""


class Tie(NamedTuple):
    """A link, the sentence of its kind, its verdict, and how many words stand in both unchanged."""

    link: Link
    said: str
    verdict: Verdict
    equal: int


def settled(ties: Sequence[Tie], articles: Mapping[str, Article]) -> Iterator[Link]:
    """The links, with no direction between two that a third text explains."""
    common = _Common(ties)
    for tie in ties:
        verdict = _weighed(tie, common, articles) if tie.verdict.likely != "unknown" else None
        if verdict is None:
            yield tie.link
            continue
        yield replace(
            tie.link,
            direction=verdict.direction,
            why=f"{tie.said} {verdict.why}",
            prov=verdict.prov,
            source=verdict.source,
        )


class _Common:
    """Which third texts two articles may have it from.

    ``before`` gives for each article how many words it shares with those known to be earlier,
    ``beside`` with those of which that is not known.
    """

    def __init__(self, ties: Sequence[Tie]) -> None:
        self.before: dict[str, dict[str, int]] = defaultdict(dict)
        self.beside: dict[str, dict[str, int]] = defaultdict(dict)
        for tie in ties:
            if tie.link.kind in COPIES:
                first, second = _sides(tie.link, _first(tie.verdict))
                if _first(tie.verdict) == "unknown":
                    self.beside[second][first] = self.beside[first][second] = tie.equal
                else:
                    self.before[second][first] = tie.equal

    def partners(self, article: str) -> set[str]:
        """All that an article may have its text from."""
        return {*self.before[article], *self.beside[article]}

    def earlier(self, first: str, second: str) -> str | None:
        """Of those printed before both the one that the second shares most words with."""
        found = self.before[first].keys() & self.before[second].keys()
        return max(sorted(found), key=lambda one: self.before[second][one], default=None)

    def between(self, first: str, second: str, equal: int) -> str | None:
        """One of unknown time that shares clearly more with either than they do with each other."""
        left, right = self.beside[first], self.beside[second] | self.before[second]
        known = left.keys() & right.keys()
        return min(
            (one for one in known if min(left[one], right[one]) >= equal + MORE), default=None
        )


def _first(verdict: Verdict) -> Direction:
    """Which of two was printed first, as far as is known, whoever has it from whom."""
    return verdict.likely if verdict.direction == "unknown" else verdict.direction


def _sides(link: Link, direction: Direction) -> tuple[str, str]:
    return (link.right, link.left) if direction == "right_first" else (link.left, link.right)


def _weighed(tie: Tie, common: _Common, articles: Mapping[str, Article]) -> Verdict | None:
    """Whether one of two has it from the other or both from a third; ``None`` without a third."""
    first, second = _sides(tie.link, tie.verdict.likely)
    names = name_of(articles[first]), name_of(articles[second])
    third = common.earlier(first, second)
    more = tie.equal - common.before[second][third] if third else 0
    if third and more < MORE:
        return siblings(third, _either(names, name_of(articles[third])))
    between = common.between(first, second, tie.equal)
    if between:
        return siblings(between, _either(names, name_of(articles[between])))
    if third is None:
        return derived(*_told(tie)) if _explained(tie, common, articles) else None
    source = name_of(articles[third])
    more_of_it = f"{names[1]} shares {more} words more with {names[0]} than with {source}."
    return derived(tie.link.kind, tie.verdict.likely, f"{tie.verdict.grounds} {more_of_it}")


def _told(tie: Tie) -> tuple[LinkKind, Direction, str]:
    return tie.link.kind, tie.verdict.likely, tie.verdict.grounds


def _explained(tie: Tie, common: _Common, articles: Mapping[str, Article]) -> bool:
    """Whether one side's credit is for a text of the case: that text was weighed for itself."""
    if not (tie.verdict.presumed and tie.verdict.source):
        return False
    left, right = tie.link.left, tie.link.right
    known = {*common.partners(left), *common.partners(right)}
    return any(is_of(articles[one], tie.verdict.source) for one in known)


def _either(names: tuple[str, str], source: str) -> str:
    """Why a third may be the source of both."""
    return (
        f"Both may have it from {source}: {names[1]} shares nothing with {names[0]} that {source}"
        " lacks, and dates alone do not say who took it from whom."
    )
