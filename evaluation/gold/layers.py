"""From notes to a Reading, layer by layer."""

from collections.abc import Iterable, Iterator

import msgspec
from books import GOLD, Notebook, in_order, sentences
from mentions import (
    actors,
    loaded,
    named_mentions,
    other_mentions,
    quantities,
    times,
    value_mentions,
)
from notes import Annotation, BadNote, find_one
from statements import attributions, claims, events

from onrecord.records.documents import Credit, Document
from onrecord.records.findings import (
    Claim,
    Event,
)
from onrecord.records.readings import MadeBy, Reading
from onrecord.records.spans import within

WHY = "Annotated from the text alone, following evaluation/gold/README.md."


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
