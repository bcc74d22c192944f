"""Lookups into a reading: everything by its id, every claim by its number."""

from dataclasses import dataclass

from onrecord.export.order import text_order
from onrecord.records.findings import Actor, Attribution, Claim, Loaded, Quantity, Time, Voice
from onrecord.records.readings import Reading
from onrecord.records.spans import Spans

LEAST_MENTIONS = 3
"""Mentions from which somebody described but not named, who says nothing, is shown."""


@dataclass(frozen=True, slots=True)
class Lookup:
    """A reading with its findings by id; ``numbers`` counts claims from 1 in text order."""

    reading: Reading
    claims: tuple[Claim, ...]
    numbers: dict[str, int]
    actors: dict[str, Actor]
    attributions: dict[str, Attribution]
    times: dict[str, Time]
    quantities: dict[str, Quantity]
    loaded: dict[str, Loaded]


def look_up(reading: Reading) -> Lookup:
    """Index a reading once for all that is shown of it."""
    claims = text_order(reading.claims)
    speaking = {voice.actor for claim in claims for voice in claim.voices}
    return Lookup(
        reading=reading,
        claims=claims,
        numbers={claim.id: number for number, claim in enumerate(claims, start=1)},
        actors={actor.id: actor for actor in reading.actors if _is_shown(actor, speaking)},
        attributions={link.id: link for link in reading.attributions},
        times={time.id: time for time in reading.times},
        quantities={quantity.id: quantity for quantity in reading.quantities},
        loaded={loaded.id: loaded for loaded in reading.loaded},
    )


def _is_shown(actor: Actor, speaking: set[str | None]) -> bool:
    """Whoever has no name is shown where they speak or are spoken of more than in passing."""
    return not actor.described or actor.id in speaking or actor.mentions >= LEAST_MENTIONS


def innermost(claim: Claim) -> Voice | None:
    """The voice a claim rests on in the end; ``None`` where the chain is empty."""
    return claim.voices[-1] if claim.voices else None


def standing(claim: Claim) -> str:
    """On whose word: author, named, unnamed, collective or unresolved (the innermost voice)."""
    voice = innermost(claim)
    if voice is None:
        return "unresolved"
    return "author" if voice.who == "author" else voice.named


def cues(lookup: Lookup, claim: Claim) -> Spans:
    """The reporting words of a claim's voices and the words that say how firmly it is put."""
    links = (lookup.attributions.get(voice.attribution or "") for voice in claim.voices)
    reporting = [span for link in links if link for span in link.cue]
    return tuple(sorted({*reporting, *claim.factuality.cues}))


def involved(claim: Claim) -> tuple[str, ...]:
    """The ids of all actors a claim is about or stands on, each once, in order."""
    speaking = [voice.actor for voice in claim.voices if voice.actor]
    return tuple(dict.fromkeys([*claim.actors, *speaking]))
