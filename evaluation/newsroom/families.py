"""Families of copies: a text, what other newsrooms made of it, and what others made of that."""

import random
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta

from msgspec.structs import replace
from newsroom.additions import Stock, credit_line, furniture, invented_title, outlet
from newsroom.articles import Made, Row, Source
from newsroom.edits import EDITS, LEAST, Edit, cut_to
from newsroom.subediting import exchanged
from newsroom.texts import Draft, Word, count, lay_out, parse
from newsroom.wordings import SYNONYMS

from onrecord.records.spans import Record

AGENCIES = {
    "AP": "Associated Press",
    "Reuters": "Reuters",
    "AFP": "Agence France-Presse",
    "UPI": "United Press International",
}
_DAY = timedelta(days=1)


class Draught(Record, frozen=True, kw_only=True):
    """A text on its way from desk to desk. ``day`` is when it appears, told or not."""

    name: str
    draft: Draft
    title: str
    outlet: str
    url: str
    day: datetime
    agency: str | None = None
    parents: tuple[str, ...] = ()
    edits: tuple[str, ...] = ()
    credits: frozenset[str] = frozenset()
    timed: bool = False


class Desk:
    """Makes the articles of one run: names them, numbers their outlets, keeps the stock."""

    def __init__(self, chance: random.Random, stock: Stock) -> None:
        self.chance = chance
        self.stock = stock
        self._count = 0

    def next_name(self) -> tuple[str, str]:
        """A new article's id and its outlet."""
        self._count += 1
        return f"n{self._count:05d}", outlet(self._count)


def family(source: Source, desk: Desk, size: int, other: Draught | None) -> list[Draught]:
    """The text as first printed and ``size`` articles made of it, some of those of one another.

    With ``other``, one more article is made of both texts.
    """
    chance = desk.chance
    members = [first_print(source, desk)]
    for _ in range(size):
        parent = members[0] if chance.random() < 0.75 else chance.choice(members)
        members.append(derived(parent, desk))
    if other is not None:
        members.append(merged(members[0], other, desk))
    return members


def first_print(source: Source, desk: Desk) -> Draught:
    """The text where it first appeared; half of the time that is an agency's wire."""
    chance = desk.chance
    name, paper = desk.next_name()
    draft = parse(source.text, f"text:{source.id}")
    agency = chance.choice(sorted(AGENCIES)) if chance.random() < 0.5 else None
    if agency:
        draft = [[[*_dateline(agency, chance), *draft[0][0]], *draft[0][1:]], *draft[1:]]
    start = datetime.fromisoformat(source.published or "2016-05-01").replace(tzinfo=UTC)
    return Draught(
        name=name,
        draft=draft,
        title=source.title,
        outlet=AGENCIES[agency] if agency else paper,
        url=f"https://{name}.example/{name}",
        day=start + timedelta(hours=chance.randint(4, 12)),
        agency=agency,
        timed=chance.random() < 0.3,
    )


def _dateline(agency: str, chance: random.Random) -> list[Word]:
    place = chance.choice(("WASHINGTON", "NEW YORK", "CHICAGO", "LONDON", "DENVER"))
    return [Word(token) for token in f"{place} ({agency}) —".split()]


def derived(parent: Draught, desk: Desk) -> Draught:
    """What another newsroom prints of a text."""
    chance = desk.chance
    if chance.random() < 0.08:
        return version(parent, desk)
    draft, edits = parent.draft, []
    for name, edit in recipe(chance):
        before, draft = draft, edit(draft, chance, severity(chance), desk.stock)
        if draft != before:
            edits.append(name)
    made = _printed(parent, draft, tuple(edits) or ("identical",), desk)
    return _credited(made, parent, desk)


def severity(chance: random.Random) -> float:
    """How much of an edit is done, between 0 and 1; more is likelier."""
    return max(chance.random(), chance.random())


def recipe(chance: random.Random) -> list[tuple[str, Edit]]:
    """No edit, one, or up to seven of them."""
    size = chance.choices((0, 1, 2, 3, 4, 5, 6, 7), (4, 33, 10, 12, 13, 12, 9, 7))[0]
    chosen = chance.sample(range(len(EDITS)), size)
    return [EDITS[index] for index in sorted(chosen, key=lambda i: (EDITS[i][0] == "excerpt", i))]


def _printed(parent: Draught, draft: Draft, edits: tuple[str, ...], desk: Desk) -> Draught:
    chance = desk.chance
    name, paper = desk.next_name()
    keeps = chance.random() < 0.35 and "new headline and lead" not in edits
    later = chance.choices((0, 1, 2, 3, 9, 40), (30, 30, 15, 10, 10, 5))[0]
    return Draught(
        name=name,
        draft=draft,
        title=parent.title if keeps else new_title(parent.title, chance),
        outlet=paper,
        url=f"https://{name}.example/{name}",
        day=parent.day + later * _DAY + timedelta(minutes=chance.randint(20, 400)),
        agency=parent.agency,
        parents=(parent.name, *parent.parents),
        edits=edits,
        credits=parent.credits,
        timed=parent.timed,
    )


def new_title(title: str, chance: random.Random) -> str:
    """Another headline: other words in the old one, or one of the paper's own."""
    if chance.random() < 0.5:
        return invented_title(chance)
    words = exchanged(parse(title, None)[0][0], SYNONYMS, chance, 1.0) if title else []
    return " ".join(word.text for word in words) or invented_title(chance)


def _has_dateline(draft: Draft, agency: str) -> bool:
    return any(word.text == f"({agency})" and word.base is None for word in draft[0][0][:4])


def _credited(made: Draught, parent: Draught, desk: Desk) -> Draught:
    """With or without the agency's line; with or without a line that names the source."""
    chance, draft, edits, credits = desk.chance, made.draft, made.edits, set[str]()
    if made.agency and _has_dateline(draft, made.agency):
        if chance.random() < 0.45:
            draft = [[draft[0][0][3:], *draft[0][1:]], *draft[1:]]
            edits = (*edits, "agency line removed")
        else:
            credits.add(AGENCIES[made.agency])
    if chance.random() < 0.3:
        named = parent.outlet
        draft = [*draft, parse(credit_line(named, chance), None)[0]]
        credits.add(named)
    if chance.random() < 0.2:
        draft = [*draft, *(parse(piece, None)[0] for piece in furniture(chance))]
    return replace(made, draft=draft, edits=edits, credits=frozenset(credits))


def version(parent: Draught, desk: Desk) -> Draught:
    """The same address later: paragraphs added and dropped, a few words changed."""
    chance = desk.chance
    edits = dict(EDITS)
    draft = edits["local paragraphs"](parent.draft, chance, 0.15, desk.stock)
    draft = edits["paragraphs dropped"](draft, chance, 0.2, desk.stock)
    draft = edits["numbers spelled"](draft, chance, 0.1, desk.stock)
    made = _printed(parent, draft, ("version",), desk)
    return replace(made, url=parent.url, outlet=parent.outlet)


def merged(left: Draught, right: Draught, desk: Desk) -> Draught:
    """One article of two texts: the first part of each, in turn or one after the other."""
    chance = desk.chance
    parts = [
        cut_to(one.draft, max(LEAST, round(count(one.draft) * chance.uniform(0.3, 0.8))))
        for one in (left, right)
    ]
    draft = [*parts[0], *parts[1]]
    if chance.random() < 0.5:
        longest = max(map(len, parts))
        draft = [part[i] for i in range(longest) for part in parts if i < len(part)]
    later = left if left.day > right.day else right
    made = _printed(later, draft, ("two texts merged",), desk)
    parents = (left.name, right.name, *left.parents, *right.parents)
    return replace(made, parents=parents, credits=left.credits | right.credits, agency=None)


def printed(draughts: Sequence[Draught], chance: random.Random) -> Iterator[Made]:
    """Rows of them; one date in eight is not told."""
    for draught in draughts:
        text, placed = lay_out(draught.draft)
        row = Row(
            id=draught.name,
            text=text,
            title=draught.title,
            outlet=draught.outlet,
            url=draught.url,
            published=None if chance.random() < 0.125 else told(draught.day, draught.timed),
        )
        yield Made(
            row=row,
            words=tuple(placed),
            parents=draught.parents,
            edits=draught.edits,
            credits=draught.credits,
        )


def told(day: datetime, timed: bool) -> str:
    """A date as articles tell it: the day, or the minute in UTC."""
    return day.strftime("%Y-%m-%dT%H:%M:00+00:00") if timed else date.isoformat(day)[:10]
