"""One run of the newsroom: families, strangers and the truth about their pairs, from one seed."""

import random
from collections.abc import Sequence

from newsroom.additions import Stock
from newsroom.articles import Made, Source, untouched
from newsroom.families import Desk, Draught, family, printed
from newsroom.sources import apart, by_topic
from newsroom.strangers import reports, shared_furniture, shared_statements
from newsroom.truths import Pair, pairs, unrelated

from onrecord.records.spans import Record


class Plan(Record, frozen=True, kw_only=True):
    """How many of each. ``groups`` are articles with the same furniture, two to twelve a group."""

    families: int = 300
    statements: int = 150
    groups: int = 40
    unrelated: int = 500


class Run(Record, frozen=True, kw_only=True):
    """What one seed made of the texts."""

    articles: tuple[Made, ...]
    pairs: tuple[Pair, ...]


def run(sources: Sequence[Source], stories: Sequence[Source], seed: int, plan: Plan) -> Run:
    """Make the articles and the truth about them."""
    chance = random.Random(seed)
    fit = list(apart(sources))
    chance.shuffle(fit)
    bases, rest = fit[: plan.families], fit[plan.families :]
    paired = by_topic(rest, plan.statements, chance)
    taken = {source.id for source in paired}
    rest = [source for source in rest if source.id not in taken]
    sizes = [chance.choice((2, 2, 2, 3, 4, 6, 12)) for _ in range(plan.groups)]
    housed, donors = rest[: sum(sizes)], rest[sum(sizes) :]
    desk = Desk(chance, Stock([source.text for source in donors], chance))
    made = [
        *_families(bases, desk),
        *shared_statements(_twos([untouched(s, desk.next_name()[0]) for s in paired]), desk),
        *shared_furniture(_cut([untouched(s, desk.next_name()[0]) for s in housed], sizes), chance),
        *_stories(stories, desk),
    ]
    truths = pairs(made)
    known = {(pair.left, pair.right) for pair in truths}
    drawn = (tuple(chance.sample(made, 2)) for _ in range(plan.unrelated))
    free = [
        unrelated(a, b)
        for a, b in drawn
        if not known & {(a.row.id, b.row.id), (b.row.id, a.row.id)}
    ]
    return Run(articles=tuple(made), pairs=(*truths, *free))


def _families(bases: Sequence[Source], desk: Desk) -> list[Made]:
    """Families of two to eleven; in one of eight a text of the family before is merged in."""
    made: list[Made] = []
    before: Draught | None = None
    for source in bases:
        size = desk.chance.choice((1, 2, 3, 4, 5, 6, 8, 10))
        members = family(source, desk, size, before if desk.chance.random() < 0.125 else None)
        made += printed(members, desk.chance)
        before = members[0]
    return made


def _twos(made: Sequence[Made]) -> list[tuple[Made, Made]]:
    return list(zip(made[::2], made[1::2], strict=False))


def _cut(made: Sequence[Made], sizes: Sequence[int]) -> list[Sequence[Made]]:
    starts = [sum(sizes[:i]) for i in range(len(sizes))]
    groups = (made[start : start + size] for start, size in zip(starts, sizes, strict=True))
    return [group for group in groups if len(group) > 1]


def _stories(stories: Sequence[Source], desk: Desk) -> list[Made]:
    """Independent reports; in one event of five two of them also quote one statement."""
    out: list[Made] = []
    for event in reports(stories, desk):
        if len(event) > 1 and desk.chance.random() < 0.2:
            event[:2] = shared_statements([(event[0], event[1])], desk)
        out += event
    return out
