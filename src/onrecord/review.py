"""Room 8, review: what people decided, as a pure function of the list of judgements.

A judgement is only appended. Each carries the digest of the one before it, so that a changed,
lost or moved one shows. Of several about the same two, the last is in force.
"""

from collections.abc import Sequence
from datetime import UTC, datetime

from onrecord.errors import WrongUse
from onrecord.records.judgements import Judgement, Verb
from onrecord.records.people import standing
from onrecord.records.spans import Record


class State(Record, frozen=True, kw_only=True):
    """What is in force: who was merged with whom and kept apart from whom, by whom and why."""

    merged: tuple[Judgement, ...] = ()
    split: tuple[Judgement, ...] = ()


def state(judgements: Sequence[Judgement]) -> State:
    """What the judgements come to, each kind in the order in which it was decided."""
    force = standing(judgements)
    return State(
        merged=tuple(j for j in force if j.verb == "merge"),
        split=tuple(j for j in force if j.verb == "split"),
    )


def breaks(judgements: Sequence[Judgement]) -> tuple[str, ...]:
    """Where the chain is broken, a sentence for each place; none where it holds."""
    before, found = "", []
    for number, judgement in enumerate(judgements, start=1):
        if judgement.before != before:
            found.append(
                f"Judgement {number} ({judgement.verb} by {judgement.who} on {judgement.at}) does"
                " not follow the one before it: something was changed, lost or moved there."
            )
        before = judgement.digest
    return tuple(found)


def judgement(
    verb: Verb,
    about: tuple[str, str],
    who: str,
    why: str,
    judgements: Sequence[Judgement],
    at: datetime | None = None,
) -> Judgement:
    """The next judgement after these; ``at`` is now unless given.

    Raises ``WrongUse`` where it says nothing: no name, no reason, or one actor twice.
    """
    if about[0] == about[1]:
        raise WrongUse(f"Both keys are {about[0]}: name two different actors to {verb} them.")
    if not who.strip() or not why.strip():
        raise WrongUse("A judgement needs who decides and why: give both in words.")
    moment = (at or datetime.now(UTC)).astimezone(UTC)
    return Judgement(
        verb=verb,
        about=about,
        who=" ".join(who.split()),
        at=moment.isoformat(timespec="seconds"),
        why=" ".join(why.split()),
        before=judgements[-1].digest if judgements else "",
    )
