"""Who says what: attributions, claims and events."""

from collections.abc import Iterable, Iterator

from books import GOLD, Notebook
from notes import (
    ActorNote,
    BadNote,
    ClaimNote,
    EventNote,
    Passage,
    SaidNote,
)

from onrecord.records.findings import (
    Attribution,
    Claim,
    Event,
    Factuality,
    Mention,
    Named,
    Offered,
    Participant,
    Voice,
)
from onrecord.records.readings import Reading
from onrecord.records.spans import Span, Spans, identify, within

VERIFIABLE = {"fact": 1.0}


CHECKWORTHY = {"fact": 0.5}


OFFERED: dict[Named, Offered] = {
    "named": "named_source",
    "unnamed": "unnamed_source",
    "collective": "unnamed_source",
    "unresolved": "none",
}


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
