"""How many independent origins stand behind an assertion.

Articles that share the text of the claim, the publisher or a source count as one origin.
Of the origins left, those that the text itself names are proved (a named source, or a news
agency that signs for it); what rests on unnamed sources or on a writer's own word is unknown.
"""

from collections.abc import Sequence

from onrecord.compare.collapses import (
    Appearance,
    Dependences,
    Joined,
    appearances_of,
    collapses,
    covers,
    signs,
)
from onrecord.compare.sources import Source, agency, surely_two
from onrecord.records.origins import Collapse, Independent, Statement
from onrecord.records.spans import Record

TOUCHED = 0.2
"""Share of a claim in shared passages from which two articles are not proved to be two, though
they are not joined either.
"""


class Counted(Record, frozen=True, kw_only=True):
    """The range for one assertion, what collapsed it, and the articles nothing is proved of."""

    range: Independent
    collapses: tuple[Collapse, ...]
    unknown: tuple[str, ...]


def independent(members: Sequence[Statement], dependences: Dependences) -> Counted:
    """Count the origins of claims that say the same, given in time order of their articles."""
    appearances = appearances_of(members, dependences)
    joins = list(collapses(appearances, dependences))
    groups = _joined(appearances, joins)
    touching = _touching(appearances, dependences) if len(groups) > 1 else set()
    shown = _shown(groups, touching)
    unknown = [a.article.id for i, g in enumerate(groups) if i not in shown for a in g]
    return Counted(
        range=Independent(proved=max(1, len(shown)), possible=len(groups)),
        collapses=tuple(joins),
        unknown=tuple(unknown) if len(groups) > 1 else (),
    )


def _touching(appearances: dict[str, Appearance], dependences: Dependences) -> set[tuple[str, str]]:
    """Pairs of articles whose passages touch the claim: too much to call them two."""
    return {
        (link.left, link.right)
        for link in dependences.among(appearances)
        if covers(link, appearances[link.left], appearances[link.right], TOUCHED)
    }


def _joined(appearances: dict[str, Appearance], joins: list[Collapse]) -> list[list[Appearance]]:
    """Appearances that are one origin, in order of the first of each."""
    joined = Joined()
    for collapse in joins:
        joined.join(collapse.left, collapse.right)
    groups: dict[str, list[Appearance]] = {}
    for article, appearance in appearances.items():
        groups.setdefault(joined.top(article), []).append(appearance)
    return list(groups.values())


def _shown(groups: list[list[Appearance]], touching: set[tuple[str, str]]) -> list[int]:
    """The groups whose origins are named and surely different: sources, or else agencies.

    An agency is held against agencies only: it may have had the claim from a source another
    article names.
    """
    sources = _apart([_sources(group) for group in groups], groups, touching)
    agencies = _apart([_agencies(group) for group in groups], groups, touching)
    return max(sources, agencies, key=len)


def _apart(
    origins: list[list[Source]], groups: list[list[Appearance]], touching: set[tuple[str, str]]
) -> list[int]:
    """From the earliest on: each group that is surely another than all counted before it."""
    counted: list[int] = []
    for i, mine in enumerate(origins):
        if mine and all(
            not _touch(groups[j], groups[i], touching)
            and all(surely_two(a, b) for a in origins[j] for b in mine)
            for j in counted
        ):
            counted.append(i)
    return counted


def _touch(left: list[Appearance], right: list[Appearance], touching: set[tuple[str, str]]) -> bool:
    pairs = ((a.article.id, b.article.id) for a in left for b in right)
    return any(pair in touching or pair[::-1] in touching for pair in pairs)


def _sources(group: list[Appearance]) -> list[Source]:
    return list(dict.fromkeys(a.source for a in group if a.source))


def _agencies(group: list[Appearance]) -> list[Source]:
    """Agencies whose own word a group rests on, where it names no source."""
    if _sources(group):
        return []
    found = (agency(sign) for a in group if a.own for sign in signs(a.article))
    return [Source(name=name, key=name) for name in dict.fromkeys(found) if name]
