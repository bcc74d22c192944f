"""Who is who: names, acronyms, titles, nominals and pronouns joined to actors."""

from msgspec.structs import replace

from onrecord.find.actors.cast import ACTOR_TYPES, FIRST, Cast
from onrecord.find.actors.findings import actor_of, identity, mention_of
from onrecord.records.findings import Actor, Mention
from onrecord.records.marks import Marks
from onrecord.records.texts import Text

RULES = {
    "actors.name": "Mentions with the same name and type, a surname after the full name, the last word of a body's name, or an acronym of the full name are one actor.",
    "actors.nominal": "A description ('the group', 'the minister') stands for whose name or title stands beside it, for whom the model surely points at, or for the last actor of that type or role.",
    "actors.pronoun": "He or she stands for the likeliest person near, by the model's pointer and by role in the sentence, distance and gender; it and they for the likeliest fitting body.",
}


def actors(text: Text, marks: Marks) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
    """All actors by first mention, and all mentions with the actor each stands for."""
    cast = cast_of(text, marks)
    ids = {id(entry): identity(text, entry) for entry in cast.entries}
    at = {span: ids[id(entry)] for span, entry in cast.of.items()}
    people = {ids[id(entry)] for entry in cast.entries if entry.type == "Person"}
    found: dict[str, Actor] = {}
    for entry in cast.entries:
        actor = actor_of(text, entry, ids[id(entry)], at)
        before = found.get(actor.id)
        # Two entries under one name, one of them put right to a person later on.
        found[actor.id] = (
            replace(before, mentions=before.mentions + actor.mentions) if before else actor
        )
    mentions = (mention_of(text, mark, at.get(mark.span)) for mark in marks.names)
    return tuple(found.values()), tuple(
        replace(m, type="Person") if m.name == "named" and m.actor in people else m
        for m in mentions
    )


def cast_of(text: Text, marks: Marks) -> Cast:
    """Everybody and everything named, with all that refers to them."""
    cast = Cast(text, marks)
    own = [mark for mark in marks.names if mark.type in ACTOR_TYPES]
    # "In her speech, Brandt said": names come first, and "I" waits for everybody.
    later = [m for m in own if m.form == "pronoun" and text.lower[m.head] in FIRST]
    for mark in own:
        if mark.form == "named":
            cast.name(mark)
    for mark in own:
        if mark.form != "named" and mark not in later:
            cast.refer(mark)
    for mark in later:
        cast.refer(mark)
    cast.settle()
    return cast
