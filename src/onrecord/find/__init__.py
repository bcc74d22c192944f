"""Find what a text says: marks become findings, each step seeing the ones before."""

import msgspec

from onrecord.find import actors, attributions, claims, clauses, events, particulars
from onrecord.records.findings import Claim, Event, Findings
from onrecord.records.marks import Marks
from onrecord.records.texts import Text

RULES = (
    actors.RULES
    | attributions.RULES
    | claims.RULES
    | clauses.RULES
    | events.RULES
    | particulars.RULES
)


def find(text: Text, marks: Marks) -> Findings:
    """Everything found in one document."""
    people, mentions = actors.actors(text, marks)
    findings = Findings(
        mentions=mentions,
        actors=people,
        attributions=attributions.attributions(text, marks, mentions),
        times=particulars.times(text, marks),
        quantities=particulars.quantities(text, marks),
        loaded=particulars.loaded(text, marks),
    )
    asserted = claims.claims(text, marks, findings, clauses.clauses(text))
    findings = msgspec.structs.replace(findings, claims=asserted)
    happened = events.events(text, marks, findings)
    return msgspec.structs.replace(
        findings, events=happened, claims=tuple(_with_events(c, happened) for c in asserted)
    )


def _with_events(claim: Claim, happened: tuple[Event, ...]) -> Claim:
    own = tuple(event.id for event in happened if event.claim == claim.id)
    return msgspec.structs.replace(claim, events=own) if own else claim
