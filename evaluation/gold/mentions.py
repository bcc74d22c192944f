"""Who and what is mentioned, and the times and amounts among it."""

import re
from collections.abc import Iterable, Iterator

from books import GOLD, Notebook
from notes import (
    BadNote,
    TimeNote,
    find_all,
)
from values import amount, edtf_of, type_of

from onrecord.records.findings import (
    Actor,
    Loaded,
    Mention,
    Quantity,
    Role,
    Time,
)
from onrecord.records.marks import TimeType
from onrecord.records.spans import Span, identify

PRONOUN_WORDS = (
    "i me my mine we us our ours you your he him his she her hers it its they them their theirs "
    "himself herself itself themselves ourselves who whom whose which"
)
PRONOUNS = frozenset(PRONOUN_WORDS.split())
MONEY = frozenset(
    ["USD", "EUR", "GBP", "CHF", "crowns", "dinars", "rials", "pesos", "shillings", "francs"]
)


def named_mentions(book: Notebook) -> Iterator[Mention]:
    """Every occurrence of every name, the longest first, never two on the same characters."""
    names = [(name, key) for key, note in book.notes.actors.items() for name in note.names]
    names += [(name, "") for name in book.notes.demonyms]
    taken: list[Span] = []
    for name, key in sorted(names, key=lambda pair: -len(pair[0])):
        for block in book.blocks:
            for start, end in find_all(book.text, name, (block.start, block.end)):
                if any(s < end and start < e for s, e in taken):
                    continue
                taken.append((start, end))
                kind = book.notes.actors[key].type if key else "Group"
                yield Mention(
                    rule=GOLD,
                    start=start,
                    end=end,
                    text=name,
                    type=kind,
                    name="named",
                    actor=book.actor(key) if key else None,
                )


def other_mentions(book: Notebook) -> Iterator[Mention]:
    """Nominal and pronominal mentions of actors."""
    for passage in book.items():
        for key, quotes in passage.refers.items():
            actor = book.actor(key)
            for start, end in (book.one(passage, quote) for quote in quotes):
                text = book.text[start:end]
                yield Mention(
                    rule=GOLD,
                    start=start,
                    end=end,
                    text=text,
                    type=book.notes.actors[key].type,
                    name="pronoun" if text.lower() in PRONOUNS else "nominal",
                    actor=actor,
                )


def value_mentions(times: Iterable[Time], quantities: Iterable[Quantity]) -> Iterator[Mention]:
    """Times and amounts are mentions too."""
    for time in times:
        yield Mention(
            rule=GOLD, start=time.start, end=time.end, text=time.text, type="Date", name="named"
        )
    for one in quantities:
        yield Mention(
            rule=GOLD,
            start=one.start,
            end=one.end,
            text=one.text,
            name="named",
            type="Money" if one.unit in MONEY else "Quantity",
        )


def actors(book: Notebook, mentions: Iterable[Mention]) -> Iterator[Actor]:
    """The actors with their roles; ``mentions`` counts theirs."""
    of = [mention.actor for mention in mentions]
    roles: dict[str, list[Role]] = {}
    for passage in book.items():
        for note in passage.roles:
            start, end = book.one(passage, note.title)
            book.actor(note.actor)
            roles.setdefault(note.actor, []).append(
                Role(
                    title=book.text[start:end],
                    organization=book.actor(note.organization),
                    start=start,
                    end=end,
                    as_of=note.as_of or book.notes.document.published,
                )
            )
    for key, one in book.notes.actors.items():
        ident = book.actor(key) or ""
        if ident not in of:
            raise BadNote(f"the actor {key!r} is never mentioned")
        yield Actor(
            rule=GOLD,
            id=ident,
            type=one.type,
            name=book.name(key),
            aliases=tuple(one.names[1:]),
            roles=tuple(roles.get(key, ())),
            mentions=of.count(ident),
        )


def times(book: Notebook) -> Iterator[Time]:
    """The time expressions; relative ones are anchored to the day of publication."""
    day = book.notes.document.published
    for passage in book.items():
        for quote, given in passage.times.items():
            note = TimeNote(value=given) if isinstance(given, str) else given
            start, end = book.one(passage, quote)
            text = book.text[start:end]
            kind: TimeType = note.type or type_of(note.value)
            edtf = note.edtf or (edtf_of(note.value) if kind in ("DATE", "TIME") else None)
            explicit = edtf is None or re.search(r"\d{4}|\d0s", text)
            yield Time(
                rule=GOLD,
                id=identify("time", book.id, start, end),
                start=start,
                end=end,
                text=text,
                type=kind,
                value=note.value,
                edtf=edtf,
                anchor=note.anchor or (None if explicit else day),
            )


def quantities(book: Notebook) -> Iterator[Quantity]:
    """The amounts."""
    for passage in book.items():
        for quote, (shape, unit, *counted) in passage.quantities.items():
            start, end = book.one(passage, quote)
            value, low, high = amount(shape)
            yield Quantity(
                rule=GOLD,
                id=identify("quantity", book.id, start, end),
                start=start,
                end=end,
                text=book.text[start:end],
                value=value,
                low=low,
                high=high,
                unit=unit,
                of=book.one(passage, counted[0]) if counted else None,
            )


def loaded(book: Notebook) -> Iterator[Loaded]:
    """Loaded wording."""
    for passage in book.items():
        for quote, technique in passage.loaded.items():
            start, end = book.one(passage, quote)
            yield Loaded(
                rule=GOLD,
                id=identify("loaded", book.id, start, end, technique),
                start=start,
                end=end,
                text=book.text[start:end],
                technique=technique,
            )
