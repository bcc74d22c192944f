"""Which actor of a case somebody means by a key or a name."""

from collections.abc import Sequence

from onrecord.errors import WrongUse
from onrecord.records.people import Appearance, CaseActor


def appearance_key(actors: Sequence[CaseActor], said: str) -> str:
    """The key that a judgement takes for a key, the beginning of one, or a printed name.

    A name stands for the first appearance under it. Raises ``WrongUse`` with one sentence where
    nobody or more than one actor is meant.
    """
    shown = [(actor, a) for actor in actors for a in actor.appearances]
    exact = [(actor, a) for actor, a in shown if a.key == said]
    found = exact or [(actor, a) for actor, a in shown if _means(a, said)]
    if not found:
        raise WrongUse(f"No actor of the case is called {said!r}: take a key or a name as listed.")
    meant = {actor.key: actor for actor, _ in found}
    if len(meant) > 1:
        keys = ", ".join(f"{actor.key} ({actor.name})" for actor in meant.values())
        raise WrongUse(f"{said!r} can be {len(meant)} actors: take one of the keys {keys}.")
    return min(a.key for _, a in found)


def _means(appearance: Appearance, said: str) -> bool:
    """Whether this is a beginning of the key (at least eight signs) or the name."""
    beginning = len(said) >= 8 and appearance.key.startswith(said)
    return beginning or appearance.name.casefold() == said.casefold()
