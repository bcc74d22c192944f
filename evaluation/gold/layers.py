"""From notes to records: blocks, sentences, mentions, attributions, claims and the rest."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TypeVar

import msgspec
from notes import (
    ActorNote,
    Annotation,
    BadNote,
    ClaimNote,
    EventNote,
    Passage,
    Quotes,
    SaidNote,
    TimeNote,
    find_all,
    find_one,
)
from values import amount, edtf_of, type_of

from onrecord.records.documents import Block, BlockKind, Credit, Document
from onrecord.records.findings import (
    Actor,
    Attribution,
    Claim,
    Event,
    Factuality,
    Loaded,
    Mention,
    Named,
    Offered,
    Participant,
    Quantity,
    Role,
    Time,
    Voice,
)
from onrecord.records.marks import TimeType
from onrecord.records.readings import MadeBy, Reading, Sentence
from onrecord.records.spans import Span, Spans, identify, within

GOLD = "gold"
WHY = "A person read the text and wrote this down, following evaluation/gold/README.md."
PRONOUNS = frozenset(
    [
        "i",
        "me",
        "my",
        "mine",
        "we",
        "us",
        "our",
        "ours",
        "you",
        "your",
        "he",
        "him",
        "his",
        "she",
        "her",
        "hers",
        "it",
        "its",
        "they",
        "them",
        "their",
        "theirs",
        "himself",
        "herself",
        "itself",
        "themselves",
        "ourselves",
        "who",
        "whom",
        "whose",
        "which",
    ]
)
MONEY = frozenset(
    ["USD", "EUR", "GBP", "CHF", "crowns", "dinars", "rials", "pesos", "shillings", "francs"]
)
ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Sgt|Sen|Rep|Gov|Prof|St|No|vs|Jr|Sr|approx|Jan|Feb|Aug|Sept|Oct"
    r"|Nov|Dec)"
    r"|\b[A-Z]|\b[ap]\.m|\b(?:[A-Z]\.)+[A-Z])\.$"
)
ENDING = re.compile(r"[.!?…][”’\"')]*(?=\s+[“‘\"'(]?[A-Z0-9])")
VERIFIABLE = {"fact": 1.0}
CHECKWORTHY = {"fact": 0.5}
OFFERED: dict[Named, Offered] = {
    "named": "named_source",
    "unnamed": "unnamed_source",
    "collective": "unnamed_source",
    "unresolved": "none",
}


class Notebook:
    """One article's text and notes, with what has been looked up in them so far."""

    def __init__(self, notes: Annotation, text: str) -> None:
        """Cut the text into blocks and match each passage with its block."""
        self.notes, self.text = notes, text
        self.id = identify("doc", " ".join(text.split()))
        self.blocks = tuple(self._blocks())
        self.problems: list[str] = []
        self.said: dict[str, Attribution] = {}
        self.chains: dict[str, tuple[Voice, ...]] = {}

    def _blocks(self) -> Iterator[Block]:
        """Runs of lines that are not blank, each with its kind; furniture is left out."""
        chunks = [match.span() for match in re.finditer(r"\S(?:.|\n(?!\s*\n))*", self.text)]
        chunks = [(s, s + len(self.text[s:e].rstrip())) for s, e in chunks]
        kinds: dict[Span, BlockKind] = {}
        notes = self.notes
        listed: dict[BlockKind, list[str]] = {
            "headline": notes.headlines,
            "caption": notes.captions,
            "list": notes.lists,
            "quote": notes.quotes,
        }
        for kind, openings in listed.items():
            kinds.update({self._starting(words, chunks): kind for words in openings})
        furniture = {self._starting(words, chunks) for words in notes.furniture}
        for start, end in chunks:
            if (start, end) not in furniture:
                yield Block(kind=kinds.get((start, end), "paragraph"), start=start, end=end)

    def _starting(self, opening: str, chunks: Iterable[Span]) -> Span:
        words, _, number = opening.partition("#")
        found = [chunk for chunk in chunks if self.text.startswith(words, chunk[0])]
        if number and int(number) <= len(found):
            return found[int(number) - 1]
        if number or len(found) != 1:
            raise BadNote(f"{len(found)} blocks begin with {opening!r}")
        return found[0]

    def bounds(self, passage: Passage, skip: int = 0) -> Span:
        """The block of a passage, or one of the blocks after it."""
        spans = [(block.start, block.end) for block in self.blocks]
        return spans[spans.index(self._starting(passage.at, spans)) + skip]

    def one(self, passage: Passage, quote: str) -> Span:
        """Where a quote stands; ``>> `` looks in the next block.

        A quote not found is kept in ``problems``, so that all of them are told at once.
        """
        ahead = 0
        while quote.startswith(">> "):
            ahead, quote = ahead + 1, quote[3:]
        bounds = self.bounds(passage, ahead)
        try:
            return find_one(self.text, quote, bounds)
        except BadNote as problem:
            self.problems.append(str(problem))
            return bounds

    def many(self, passage: Passage, quotes: Quotes) -> Spans:
        """Where one or several quotes stand."""
        listed = [quotes] if isinstance(quotes, str) else quotes
        return tuple(self.one(passage, quote) for quote in listed)

    def actor(self, key: str | None) -> str | None:
        """The id of an actor by its key; an unknown key raises ``BadNote``."""
        if key is None:
            return None
        if key not in self.notes.actors:
            raise BadNote(f"no actor has the key {key!r}")
        return identify("actor", self.id, key)

    def items(self) -> Iterator[Passage]:
        """The passages."""
        return iter(self.notes.passages)

    def name(self, key: str) -> str:
        """What an actor is called."""
        note = self.notes.actors[key]
        return note.names[0] if note.names else (note.label or key)


def sentences(book: Notebook) -> Iterator[Sentence]:
    """Sentences inside each block; ``joined`` strings are never broken."""
    kept = [
        span
        for words in book.notes.joined
        for span in find_all(book.text, words, (0, len(book.text)))
    ]
    for block in book.blocks:
        start = block.start
        for match in ENDING.finditer(book.text, block.start, block.end):
            inside = any(s < match.end() < e for s, e in kept)
            if inside or ABBREVIATED.search(book.text[start : match.start() + 1]):
                continue
            yield Sentence(start=start, end=match.end())
            start = (
                match.end() + len(book.text[match.end() :]) - len(book.text[match.end() :].lstrip())
            )
        yield Sentence(start=start, end=block.end)


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


def attributions(book: Notebook) -> Iterator[Attribution]:
    """The attributions; fills ``book.said`` and ``book.chains``, so it runs before the claims."""
    for passage in book.items():
        for key, note in passage.said.items():
            if key in book.said:
                raise BadNote(f"two attributions have the key {key!r}")
            source, cue, content = (
                book.many(passage, part) for part in (note.source, note.cue, note.content)
            )
            if note.inside and note.inside not in book.said:
                raise BadNote(f"{key!r} stands inside {note.inside!r}, which comes later or never")
            book.said[key] = Attribution(
                rule=GOLD,
                id=identify("attribution", book.id, cue, content),
                source=source,
                cue=cue,
                content=content,
                direct=_direct(book, note, content),
                parent=book.said[note.inside].id if note.inside else None,
                actor=book.actor(note.actor),
            )
            _nested(book, key, note)
            book.chains[key] = (*book.chains.get(note.inside or "", ()), _voice(book, key, note))
            yield book.said[key]


def _nested(book: Notebook, key: str, note: SaidNote) -> None:
    """A nested attribution's content lies inside its parent's; else ``BadNote``."""
    if not note.inside:
        return
    outer = book.said[note.inside].content
    hull = (outer[0][0], outer[-1][1])
    if not all(within(span, hull) for span in book.said[key].content):
        book.problems.append(f"the content of {key!r} reaches outside that of {note.inside!r}")


def _direct(book: Notebook, note: SaidNote, content: Spans) -> bool:
    if note.direct is not None:
        return note.direct
    return all(book.text[s] in '“"' for s, _ in content) and book.text[content[-1][1] - 1] in '”"'


def _voice(book: Notebook, key: str, note: SaidNote) -> Voice:
    actor: ActorNote | None = book.notes.actors[note.actor] if note.actor else None
    named: Named | None = note.named
    if named is None and actor:
        named = "named" if actor.names or actor.type == "Organization" else "unnamed"
    if named is None and note.source:
        raise BadNote(f"say whether the source of {key!r} is named, unnamed or collective")
    one = book.said[key]
    words = " ".join(book.text[s:e] for s, e in one.source)
    return Voice(
        who="source",
        name=book.name(note.actor) if note.actor else words,
        actor=one.actor,
        named=named or "unresolved",
        attribution=one.id,
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


def claims(book: Notebook, found: Reading) -> Iterator[Claim]:
    """The claims, each with what was found inside its span."""
    author = ", ".join(found.document.authors) or found.document.outlet or "author"
    first = Voice(who="author", name=author, actor=_author(book, found), named="named")
    for passage in book.items():
        for given in passage.claims:
            note = ClaimNote(quote=given) if isinstance(given, str) else given
            if note.via and note.via not in book.chains:
                raise BadNote(f"the claim {note.quote!r} names the unknown {note.via!r}")
            span = book.one(passage, note.quote)
            voices = (first, *book.chains.get(note.via or "", ()))
            yield _claim(book, found, note, span, voices, book.many(passage, note.cues))


def _author(book: Notebook, found: Reading) -> str | None:
    keys = [key for key in book.notes.actors if book.name(key) in found.document.authors]
    return book.actor(keys[0]) if len(keys) == 1 else None


def _claim(
    book: Notebook,
    found: Reading,
    note: ClaimNote,
    span: Span,
    voices: tuple[Voice, ...],
    cues: Spans,
) -> Claim:
    inner, open_ended = voices[-1], note.kind in ("question", "directive")
    offered = OFFERED[inner.named] if len(voices) > 1 else "none"
    defaults = (VERIFIABLE.get(note.kind, 0.0), CHECKWORTHY.get(note.kind, 0.0))
    who = [m.actor for m in found.mentions if m.actor and within((m.start, m.end), span)]
    return Claim(
        rule=GOLD,
        id=identify("claim", book.id, *span),
        start=span[0],
        end=span[1],
        text=book.text[slice(*span)],
        kind=note.kind,
        verifiable=defaults[0] if note.verifiable is None else note.verifiable,
        checkworthy=defaults[1] if note.checkworthy is None else note.checkworthy,
        voices=voices,
        factuality=Factuality(
            polarity=note.polarity or ("u" if open_ended else "+"),
            certainty=note.certainty or ("underspecified" if open_ended else "certain"),
            cues=cues,
        ),
        conditional=note.conditional,
        support_offered=note.support or offered,
        actors=tuple(dict.fromkeys(who)),
        events=tuple(e.id for e in found.events if within(e.trigger, span)),
        times=tuple(t.id for t in found.times if within((t.start, t.end), span)),
        quantities=tuple(q.id for q in found.quantities if within((q.start, q.end), span)),
        loaded=tuple(w.id for w in found.loaded if within((w.start, w.end), span)),
    )


def events(book: Notebook, mentions: Iterable[Mention]) -> Iterator[Event]:
    """The events; a participant that is exactly a mention takes that mention's actor."""
    known = {(m.start, m.end): m.actor for m in mentions}
    for passage in book.items():
        for note in passage.events:
            trigger = book.one(passage, note.trigger)
            yield Event(
                rule=GOLD,
                id=identify("event", book.id, note.type, *trigger),
                type=note.type,
                trigger=trigger,
                mode=note.mode,
                participants=tuple(_participants(book, passage, note, known)),
                places=tuple(book.actor(key) or "" for key in note.places),
                times=tuple(
                    identify("time", book.id, *book.one(passage, quote)) for quote in note.times
                ),
                count=identify("quantity", book.id, *book.one(passage, note.count))
                if note.count
                else None,
            )


def _participants(
    book: Notebook, passage: Passage, note: EventNote, known: dict[Span, str | None]
) -> Iterator[Participant]:
    for role, given in note.who.items():
        quote, key = (given, None) if isinstance(given, str) else (given[0], given[1])
        start, end = book.one(passage, quote)
        actor = book.actor(key) if key else known.get((start, end))
        yield Participant(role=role, actor=actor, start=start, end=end)


def document(book: Notebook, name: str, digest: str) -> Document:
    """The article, with what its own text says of it."""
    meta, credit = book.notes.document, None
    if meta.credit:
        start, end = find_one(book.text, meta.credit.quote, (0, len(book.text)))
        credit = Credit(agency=meta.credit.agency, text=book.text[start:end], start=start, end=end)
    return Document(
        id=book.id,
        name=name,
        text=book.text,
        blocks=book.blocks,
        language="en",
        sha256=digest,
        url=meta.url,
        title=meta.title,
        authors=tuple(meta.authors),
        outlet=meta.outlet,
        published=meta.published,
        modified=meta.modified,
        credit=credit,
    )


def assemble(notes: Annotation, text: str, name: str, digest: str) -> Reading:
    """The whole Reading of one annotated article; raises ``BadNote`` where a note does not fit."""
    book = Notebook(notes, text)
    when, amounts = in_order(book, times(book)), in_order(book, quantities(book))
    mentions = in_order(
        book, [*named_mentions(book), *other_mentions(book), *value_mentions(when, amounts)]
    )
    said = tuple(sorted(attributions(book), key=lambda one: (one.cue, one.content)))
    found = Reading(
        document=document(book, name, digest),
        sentences=tuple(sentences(book)),
        mentions=mentions,
        actors=tuple(actors(book, mentions)),
        attributions=said,
        events=tuple(sorted(events(book, mentions), key=lambda event: event.trigger)),
        times=when,
        quantities=amounts,
        loaded=in_order(book, loaded(book)),
        made_by=MadeBy(onrecord=GOLD, model=None, seconds=0.0, rules={GOLD: WHY}),
    )
    made = in_order(book, claims(book, found))
    if book.problems:
        raise BadNote("; ".join(dict.fromkeys(book.problems)))
    return msgspec.structs.replace(found, claims=made, events=tuple(_owned(found.events, made)))


def _owned(found: Iterable[Event], made: Iterable[Claim]) -> Iterator[Event]:
    """Each event with the shortest claim around its trigger."""
    for event in found:
        around = [one for one in made if within(event.trigger, (one.start, one.end))]
        claim = min(around, key=lambda one: one.end - one.start, default=None)
        yield msgspec.structs.replace(event, claim=claim.id if claim else None)


Placed = TypeVar("Placed", Mention, Claim, Time, Quantity, Loaded)


def in_order(book: Notebook, findings: Iterable[Placed]) -> tuple[Placed, ...]:
    """Sorted by place; two findings of a layer on the same characters are a problem."""
    made = tuple(sorted(findings, key=lambda one: (one.start, one.end)))
    for left, right in pairwise(made):
        if (left.start, left.end) == (right.start, right.end) and not isinstance(left, Loaded):
            book.problems.append(f"{left.text!r} is annotated twice")
    return made
