"""The record beside the article: a note for each claim, an entry for each actor, the filters."""

from collections import Counter

from onrecord.export.calendars import in_words
from onrecord.export.lookups import Lookup, innermost, involved, standing
from onrecord.export.markings import look
from onrecord.export.order import checked_first, checkworthiness
from onrecord.export.sentences import (
    KINDS,
    STANDINGS,
    SUPPORTS,
    Run,
    amount,
    chain,
    counted,
    firmness_with_cues,
    in_full,
    quoted,
    technique,
)
from onrecord.export.texts import one_line
from onrecord.records.findings import Actor, Claim, Role
from onrecord.records.spans import Record

ACTOR_GROUPS = {
    "Person": "People",
    "Organization": "Organisations",
    "Group": "Groups",
    "Place": "Places",
    "Misc": "Others",
}


class Name(Record, frozen=True, kw_only=True):
    """An actor as a link: id and name."""

    id: str
    name: str


class Note(Record, frozen=True, kw_only=True):
    """One claim as it stands in the record; ``details`` are shown when it is selected."""

    number: int
    look: str
    kind: str
    standing: str
    support: str
    first: bool
    chain: tuple[Run, ...]
    text: str
    firmness: str
    offered: str
    worth: str
    figure: str
    loaded: tuple[str, ...]
    actors: tuple[Name, ...]
    details: tuple[tuple[str, str], ...]


class ActorEntry(Record, frozen=True, kw_only=True):
    """One actor with other names, roles, and the numbers of the claims it is in."""

    id: str
    name: str
    aliases: tuple[str, ...]
    roles: tuple[str, ...]
    mentions: str
    about: tuple[int, ...]
    says: tuple[int, ...]


class Choice(Record, frozen=True, kw_only=True):
    """One value to filter by, with its words and the number of claims it leaves."""

    value: str
    words: str
    number: int


class Filter(Record, frozen=True, kw_only=True):
    """One form control: its name, label and choices; ``all`` is its first entry."""

    name: str
    label: str
    all: str
    choices: tuple[Choice, ...]


def note(lookup: Lookup, claim: Claim) -> Note:
    """The note on one claim."""
    document = lookup.reading.document
    names = [lookup.actors[actor] for actor in involved(claim) if actor in lookup.actors]
    return Note(
        number=lookup.numbers[claim.id],
        look=look(claim),
        kind=claim.kind,
        standing=standing(claim),
        support=claim.support_offered,
        first=checked_first(claim),
        chain=chain(lookup, claim),
        text=in_full(document, claim),
        firmness=firmness_with_cues(document, claim),
        offered=SUPPORTS[claim.support_offered],
        worth=checkworthiness(claim),
        figure=f"{claim.checkworthy:.2f}",
        loaded=_loaded(lookup, claim),
        actors=tuple(Name(id=actor.id, name=one_line(actor.name)) for actor in names),
        details=_details(lookup, claim),
    )


def actor_groups(lookup: Lookup) -> tuple[tuple[str, tuple[ActorEntry, ...]], ...]:
    """Actors by type, the most mentioned first."""
    actors = sorted(lookup.reading.actors, key=lambda a: (a.described, -a.mentions, a.name, a.id))
    groups = [
        (title, tuple(_actor_entry(lookup, actor) for actor in actors if actor.type == kind))
        for kind, title in ACTOR_GROUPS.items()
    ]
    return tuple((title, entries) for title, entries in groups if entries)


def role_in_words(lookup: Lookup, role: Role) -> str:
    """A role with its organisation and the date it held at, as far as the text says."""
    words = one_line(role.title)
    organization = lookup.actors.get(role.organization or "")
    if organization:
        words += f", {one_line(organization.name)}"
    if not role.as_of:
        return words
    held = "" if "/" in role.as_of else "as of "
    return f"{words} ({held}{in_words(role.as_of)})"


def filters(lookup: Lookup) -> tuple[Filter, ...]:
    """The controls: kind, voice, support, actor, each choice with its count of claims."""
    claims = lookup.claims
    named = Counter(actor for c in claims for actor in involved(c) if actor in lookup.actors)
    actors = {
        actor: one_line(lookup.actors[actor].name)
        for actor in sorted(named, key=lambda a: (-named[a], lookup.actors[a].name, a))
    }
    kinds = {kind: kind for kind in KINDS}
    return (
        _filter("kind", "Kind", "every kind", kinds, Counter(c.kind for c in claims)),
        _filter("voice", "Voice", "every voice", STANDINGS, Counter(map(standing, claims))),
        _filter(
            "support",
            "Support",
            "any or none",
            SUPPORTS,
            Counter(claim.support_offered for claim in claims),
        ),
        _filter("actor", "Who is in it", "anyone", actors, named),
    )


def _filter(
    name: str, label: str, every: str, words: dict[str, str], numbers: Counter[str]
) -> Filter:
    """One control, without the choices that would leave nothing."""
    choices = [
        Choice(value=value, words=said, number=numbers[value])
        for value, said in words.items()
        if numbers[value]
    ]
    return Filter(name=name, label=label, all=every, choices=tuple(choices))


def _actor_entry(lookup: Lookup, actor: Actor) -> ActorEntry:
    """One actor's entry."""
    last = [(innermost(claim), claim) for claim in lookup.claims]
    return ActorEntry(
        id=actor.id,
        name=one_line(actor.name),
        aliases=tuple(one_line(alias) for alias in actor.aliases if alias != actor.name),
        roles=tuple(dict.fromkeys(role_in_words(lookup, role) for role in actor.roles)),
        mentions=counted(actor.mentions, "mention"),
        about=tuple(lookup.numbers[c.id] for c in lookup.claims if actor.id in c.actors),
        says=tuple(lookup.numbers[c.id] for v, c in last if v and v.actor == actor.id),
    )


def _loaded(lookup: Lookup, claim: Claim) -> tuple[str, ...]:
    """The loaded words of a claim with their techniques."""
    found = [lookup.loaded[item] for item in claim.loaded if item in lookup.loaded]
    return tuple(f"{quoted(item.text)} ({technique(item.technique)})" for item in found)


def _details(lookup: Lookup, claim: Claim) -> tuple[tuple[str, str], ...]:
    """What a selected claim adds: times, amounts, the rule that found it."""
    times = [lookup.times[item] for item in claim.times if item in lookup.times]
    dates = "; ".join(
        f"{quoted(t.text)} ({in_words(t.edtf) if t.edtf else 'no date on a calendar'})"
        for t in times
    )
    amounts = "; ".join(
        f"{quoted(lookup.quantities[item].text)} ({amount(lookup.quantities[item])})"
        for item in claim.quantities
        if item in lookup.quantities
    )
    why = lookup.reading.made_by.rules.get(claim.rule, claim.rule)
    found = f"{one_line(why)} (score {claim.score:.2f})"
    lines = (("Times", dates), ("Amounts", amounts), ("Found by", found))
    return tuple((label, words) for label, words in lines if words)
