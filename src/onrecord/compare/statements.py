"""The claims of one reading as comparison sees them: words, figures, dates, and on whose word."""

import re
from collections.abc import Iterable

from onrecord.records.findings import Actor, Claim, Quantity, Voice
from onrecord.records.origins import Standing, Statement
from onrecord.records.readings import Reading

_ACCORDING = re.compile(r"\baccording to ([^,]{2,80})", re.IGNORECASE)
_NAMED = ("Person", "Organization")
_BODIES = frozenset({"Organization", "Place"})


def statements(article: str, reading: Reading) -> tuple[Statement, ...]:
    """Every claim of a reading, in text order, as a statement of the article ``article``."""
    scene = _Scene(reading)
    return tuple(_statement(article, scene, claim) for claim in reading.claims)


class _Scene:
    """A reading's findings by id, indexed once."""

    def __init__(self, reading: Reading) -> None:
        self.actors = {actor.id: actor for actor in reading.actors}
        self.times = {time.id: time.edtf for time in reading.times}
        self.quantities = {quantity.id: quantity for quantity in reading.quantities}
        self.mentions = [m for m in reading.mentions if m.name == "named"]
        self.agents = _participants(reading, "agent")
        self.patients = _participants(reading, "patient")

    def names(self, ids: Iterable[str]) -> tuple[str, ...]:
        """The names of actors, each once, in order."""
        return tuple(dict.fromkeys(self.actors[i].name for i in ids if i in self.actors))

    def is_place(self, voice: Voice) -> bool:
        """Whether a place speaks ("Moscow said"): a word for whoever governs it."""
        actor = self.actors.get(voice.actor or "")
        return actor is not None and actor.type == "Place"

    def standing(self, voice: Voice | None) -> Standing:
        """What an innermost voice is; a place is a collective, named as one on the way."""
        if voice is None:
            return "author"
        return "collective" if voice.named == "named" and self.is_place(voice) else voice.named


def _participants(reading: Reading, role: str) -> dict[str, list[str]]:
    """By claim: the ids of those who take part in its events in a role."""
    found: dict[str, list[str]] = {}
    for event in reading.events:
        for one in event.participants:
            if event.claim and one.actor and one.role == role:
                found.setdefault(event.claim, []).append(one.actor)
    return found


def _statement(article: str, scene: _Scene, claim: Claim) -> Statement:
    voices = [v for v in claim.voices if v.who == "source"] or _framed(scene, claim)
    last = voices[-1] if voices else None
    named = [_name(scene, voice) for voice in voices if voice.named == "named"]
    source = named.pop() if last and last.named == "named" and not scene.is_place(last) else None
    times = (scene.times.get(time) for time in claim.times)
    return Statement(
        claim=claim.id,
        article=article,
        span=(claim.start, claim.end),
        text=claim.text,
        kind=claim.kind,
        polarity=claim.factuality.polarity,
        source=source,
        standing=scene.standing(last),
        via=tuple(dict.fromkeys(named)),
        bodies=_bodies(scene, last),
        numbers=_numbers(scene.quantities[q] for q in claim.quantities if q in scene.quantities),
        actors=scene.names(claim.actors),
        times=tuple(dict.fromkeys(time for time in times if time)),
        agents=scene.names(scene.agents.get(claim.id, ())),
        patients=scene.names(scene.patients.get(claim.id, ())),
    )


def _framed(scene: _Scene, claim: Claim) -> list[Voice]:
    """Whom a claim without a source names itself: "according to the harbour master"."""
    frame = _ACCORDING.search(claim.text)
    if frame is None:
        return []
    start, end = (claim.start + at for at in frame.span(1))
    inside = (m.actor for m in scene.mentions if start <= m.start and m.end <= end)
    known = [scene.actors[i] for i in inside if i in scene.actors]
    named = next((a for a in known if a.type in _NAMED), None)
    if named is None:
        return [Voice(who="source", name=frame[1], actor=None, named="unnamed")]
    return [Voice(who="source", name=named.name, actor=named.id, named="named")]


def _name(scene: _Scene, voice: Voice) -> str:
    """The name the text uses most fully for a voice, else the words that stand for it."""
    actor = scene.actors.get(voice.actor or "")
    return actor.name if actor is not None else voice.name


def _bodies(scene: _Scene, voice: Voice | None) -> tuple[str, ...]:
    """Whom a voice may speak for: the organisations of its posts."""
    actor: Actor | None = scene.actors.get(voice.actor or "") if voice else None
    if actor is None or actor.type in _BODIES:
        return ()
    return scene.names(role.organization for role in actor.roles if role.organization)


def _numbers(quantities: Iterable[Quantity]) -> tuple[float, ...]:
    """The figures given; where only a bound is given ("at least 14"), the bound."""
    given = (_figure(quantity) for quantity in quantities)
    return tuple(figure for figure in given if figure is not None)


def _figure(quantity: Quantity) -> float | None:
    bounds = (quantity.value, quantity.low, quantity.high)
    return next((bound for bound in bounds if bound is not None), None)
