"""What was put together of an actor, as findings."""

from onrecord.find.actors.entries import Entry
from onrecord.records.findings import Actor, Mention, Role
from onrecord.records.marks import Naming
from onrecord.records.spans import Span, identify
from onrecord.records.texts import Text


def identity(text: Text, entry: Entry) -> str:
    """The actor's id: two men without a name are two."""
    place = (entry.first.start,) if entry.described else ()
    return identify("actor", text.document.id, entry.type, entry.name, *place)


def mention_of(text: Text, mark: Naming, actor: str | None) -> Mention:
    """A mention with the id of the actor it stands for."""
    return Mention(
        rule=mark.rule,
        score=mark.score,
        start=mark.start,
        end=mark.end,
        text=text.slice(mark.span),
        type=mark.type,
        name=mark.form,
        actor=actor,
    )


def actor_of(text: Text, entry: Entry, key: str, at: dict[Span, str]) -> Actor:
    """An actor under its id; ``at`` says which actors stand where, for the bodies in its roles."""
    aliases = tuple(n for n, _ in entry.names.most_common() if n != entry.name)
    seen: set[str] = set()
    roles = []
    for title, span, where in entry.titles:
        if title.lower() not in seen:
            seen.add(title.lower())
            organization = at.get(where) if where else None
            roles.append(
                Role(
                    title=title,
                    organization=organization,
                    start=span[0],
                    end=span[1],
                    as_of=text.document.published,
                )
            )
    return Actor(
        rule="actors.name",
        id=key,
        type=entry.type,
        name=entry.name,
        aliases=aliases,
        roles=tuple(roles),
        mentions=entry.count,
        described=entry.described,
    )
