"""What is true about two articles, read off the words they share."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Literal, TypeAlias

from newsroom.articles import Made
from newsroom.texts import grams, normal_words

from onrecord.records.origins import Direction, LinkKind, Passage
from onrecord.records.spans import Record

Evidence = Literal["date", "credit", "both", "none"]


class Pair(Record, frozen=True, kw_only=True):
    """Two articles and what is true about them.

    ``copy`` is ``None`` where a few shared words leave it open; such pairs are not scored.
    ``survive`` is the share of all word 3-grams of the two that stand in both;
    ``why`` says what kind of pair it is: ``derived``, ``siblings``, ``same event``,
    ``shared quotation``, ``shared furniture`` or ``unrelated``.
    ``passages`` are runs of words that stayed as they were; ``edited`` those that were exchanged.
    """

    left: str
    right: str
    copy: bool | None
    why: str
    kind: LinkKind | None = None
    direction: Direction = "unknown"
    evidence: Evidence = "none"
    edits: tuple[str, ...] = ()
    survive: float = 0.0
    passages: tuple[Passage, ...] = ()
    edited: tuple[Passage, ...] = ()


DOUBTFUL = 0.15
"""Reports of one event that share so much prose are not called independent: agencies stand behind
some of them. They are not scored, only counted."""
MOST = 0.5
"""A reprint shares this much of both sides; an excerpt less of one."""
REWRITTEN = 0.6
"""Below this share of runs that stayed, shared words are a rewrite."""
_QUOTED = re.compile(r"“[^“”\n]{1,900}”?|\"[^\"\n]{1,900}\"")
ENOUGH_WORDS = 40
ENOUGH = 0.2
"""A copy keeps at least so many words of the other's prose, outside quotation marks, and shares this
part of one side. With less, a pair stays open: who took only the same quotations copied nobody."""


class Side(Record, frozen=True, kw_only=True):
    """An article prepared for comparison: where its words come from, and its word 3-grams."""

    made: Made
    where: dict[tuple[str, int], tuple[int, bool]]
    grams: frozenset[tuple[str, ...]]
    prose: frozenset[tuple[str, ...]]
    quoted: frozenset[int]

    @property
    def id(self) -> str:
        """The article's."""
        return self.made.row.id


def side(made: Made) -> Side:
    """Prepare an article."""
    places = {(w.base, w.at): (i, w.same) for i, (w, *_) in enumerate(made.words) if w.base}
    text = made.row.text
    return Side(
        made=made,
        where=places,
        grams=frozenset(grams(normal_words(text), 3)),
        prose=frozenset(grams(normal_words(_QUOTED.sub(" ", text)), 5)),
        quoted=frozenset(_quoted(made)),
    )


def _quoted(made: Made) -> Iterator[int]:
    """The numbers of the words inside quotation marks."""
    inside = bytearray(len(made.row.text))
    for match in _QUOTED.finditer(made.row.text):
        inside[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
    return (index for index, (_, start, _) in enumerate(made.words) if inside[start])


Places: TypeAlias = list[tuple[int, int, bool]]
"""Words of one text that stand in two articles: their numbers on both sides, and whether they stayed."""


def shared_words(left: Side, right: Side, bases: str) -> Places:
    """The words of both that come from the same place of a text, quotation or furniture."""
    found = []
    for place, (index, same) in left.where.items():
        match = right.where.get(place) if place[0].startswith(bases) else None
        if match:
            found.append((index, match[0], same and match[1]))
    return sorted(found)


def runs(left: Side, right: Side, shared: Places, same: bool) -> tuple[Passage, ...]:
    """Passages of words that follow one another on both sides."""
    out: list[list[int]] = []
    before = (-9, -9)
    for i, j, stayed in shared:
        if stayed is not same:
            continue
        (_, ls, le), (_, rs, re) = left.made.words[i], right.made.words[j]
        if (i, j) == (before[0] + 1, before[1] + 1):
            out[-1][1], out[-1][3] = le, re
        else:
            out.append([ls, le, rs, re])
        before = (i, j)
    return tuple((a, b, c, d) for a, b, c, d in out)


def truth(left: Side, right: Side) -> Pair | None:
    """What is true about two articles; ``None`` where they have nothing to do with one another."""
    shared = shared_words(left, right, "text:")
    if not shared:
        return _not_copies(left, right)
    shares = len(shared) / len(left.made.words), len(shared) / len(right.made.words)
    kept = sum(same and i not in left.quoted and j not in right.quoted for i, j, same in shared)
    enough = kept >= ENOUGH_WORDS and max(shares) >= ENOUGH
    direction = _direction(left.made, right.made)
    return Pair(
        left=left.id,
        right=right.id,
        copy=True if enough else None,
        why="derived" if direction != "unknown" else "siblings",
        kind=_kind(left.made, right.made, shared, shares),
        direction=direction,
        evidence=_evidence(left.made, right.made, direction),
        edits=_edits(left.made, right.made, direction),
        survive=survival(left, right),
        passages=runs(left, right, shared, True),
        edited=runs(left, right, shared, False),
    )


def _not_copies(left: Side, right: Side) -> Pair | None:
    """Same event, quotation or furniture; the last two say what may be shown as shared."""
    kinds: tuple[tuple[str, str, LinkKind], ...] = (
        ("quote:", "shared quotation", "shared_quotation"),
        ("furniture:", "shared furniture", "shared_boilerplate"),
    )
    same = left.made.event is not None and left.made.event == right.made.event
    event = f"same event in {(left.made.event or '').partition('/')[0]}"
    for base, why, kind in kinds:
        shared = shared_words(left, right, base)
        if len(shared) >= 15:
            why = f"{event}, {why}" if same else why
            passages = runs(left, right, shared, True)
            return _strangers(left, right, why, kind, passages)
    return _strangers(left, right, event, None, ()) if same else None


def _strangers(
    left: Side, right: Side, why: str, kind: LinkKind | None, passages: tuple[Passage, ...]
) -> Pair:
    """Not copies; but two reports of an event that share much prose may be, and stay open."""
    open_case = why.startswith("same event") and overlap(left, right) >= DOUBTFUL
    return Pair(
        left=left.id,
        right=right.id,
        copy=None if open_case else False,
        why=why,
        kind=kind,
        survive=survival(left, right),
        passages=passages,
    )


def unrelated(left: Made, right: Made) -> Pair:
    """Two articles that were drawn at random."""
    return _strangers(side(left), side(right), "unrelated", None, ())


def survival(left: Side, right: Side) -> float:
    """The share of all word 3-grams of two texts that stand in both."""
    both = len(left.grams & right.grams)
    return round(both / max(1, len(left.grams) + len(right.grams) - both), 4)


def overlap(left: Side, right: Side) -> float:
    """The share of the smaller side's word 5-grams, outside quotation marks, that stand in both."""
    return len(left.prose & right.prose) / max(1, min(len(left.prose), len(right.prose)))


def _direction(left: Made, right: Made) -> Direction:
    if left.row.id in right.parents:
        return "left_first"
    return "right_first" if right.row.id in left.parents else "unknown"


def _evidence(left: Made, right: Made, direction: Direction) -> Evidence:
    """What a reader could go by: two dates that differ, a line naming the other's outlet."""
    if direction == "unknown":
        return "none"
    first, second = (left, right) if direction == "left_first" else (right, left)
    dates = [made.row.published for made in (first, second)]
    dated = None not in dates and dates[0] != dates[1] and len({len(d or "") for d in dates}) == 1
    credited = first.row.outlet in second.credits and first.row.outlet != second.row.outlet
    return "both" if dated and credited else "date" if dated else "credit" if credited else "none"


def _edits(left: Made, right: Made, direction: Direction) -> tuple[str, ...]:
    """What was done to the later one; for siblings what was done to either."""
    if direction == "unknown":
        return (*left.edits, *right.edits)
    first, second = (left, right) if direction == "left_first" else (right, left)
    near = first.row.id == second.parents[0] or "two texts merged" in second.edits
    return second.edits if near else (*second.edits, "at second hand")


def _kind(left: Made, right: Made, shared: Places, shares: tuple[float, float]) -> LinkKind:
    """By address, then by how much of each side is shared and how much of that stayed.

    What stayed is counted in runs of three words, as readers of two columns would see it.
    """
    if left.row.url == right.row.url:
        return "version"
    if normal_words(left.row.text) == normal_words(right.row.text):
        return "identical"
    stayed = {(i, j) for i, j, same in shared if same}
    triples = sum({(i + 1, j + 1), (i + 2, j + 2)} <= stayed for i, j in stayed)
    if triples < REWRITTEN * len(shared):
        return "rewrite"
    return "reprint" if min(shares) >= MOST else "excerpt"


def pairs(articles: Sequence[Made]) -> list[Pair]:
    """What is true about all pairs that have anything to do with one another."""
    groups: dict[str, set[int]] = defaultdict(set)
    for index, made in enumerate(articles):
        for base in {word.base for word, *_ in made.words if word.base}:
            groups[base].add(index)
        if made.event:
            groups[f"event:{made.event}"].add(index)
    seen = {pair for group in groups.values() for pair in combinations(sorted(group), 2)}
    sides = [side(made) for made in articles]
    found = (truth(sides[i], sides[j]) for i, j in sorted(seen))
    return [pair for pair in found if pair is not None]
