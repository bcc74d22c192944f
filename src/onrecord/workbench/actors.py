"""Who is who in a case, and what people decided about it."""

from collections.abc import Sequence

from onrecord import compare, review
from onrecord.errors import NotInCase, WrongUse
from onrecord.records.judgements import Judgement, Verb
from onrecord.records.people import CaseActor
from onrecord.store import Case, open_case


def actors(case: str, name: str | None = None) -> tuple[CaseActor, ...]:
    """The actors of a case across its articles, each join with its reason, most widely named first.

    ``name`` (words of a name or alias in any case, or a key) leaves only those that it fits.
    """
    with open_case(case) as opened:
        found = _actors(opened)
    return tuple(actor for actor in found if name is None or _fits(actor, name))


def merge(case: str, pair: tuple[str, str], who: str, why: str) -> CaseActor:
    """Write down that two actors are one; returns that one. See ``split``."""
    return _judged(case, "merge", pair, (who, why))[0]


def split(case: str, pair: tuple[str, str], who: str, why: str) -> tuple[CaseActor, CaseActor]:
    """Write down that two appearances are not one actor; returns the two.

    Each is named by a key (``Appearance.key``), the start of one, or a full name that only one
    actor has. Raises ``NotInCase``, ``WrongUse`` or, where somebody was faster, ``OutOfDate``.
    """
    return _judged(case, "split", pair, (who, why))


def _judged(
    case: str, verb: Verb, pair: tuple[str, str], said: tuple[str, str]
) -> tuple[CaseActor, CaseActor]:
    """Append a judgement; returns the actors that the two named now belong to."""
    with open_case(case) as opened:
        known = _actors(opened)
        left, right = (_key(known, named) for named in pair)
        before: Sequence[Judgement] = opened.judgements()
        opened.judge(review.judgement(verb, (left, right), *said, before))
        after = _actors(opened)
    return _holder(after, left), _holder(after, right)


def _actors(opened: Case) -> tuple[CaseActor, ...]:
    return compare.actors(opened.readings(), opened.judgements())


def _fits(actor: CaseActor, name: str) -> bool:
    """Whether a name or key is one of this actor's."""
    if any(seen.key.startswith(name) for seen in actor.appearances):
        return True
    words = set(name.casefold().split())
    return any(words <= set(known.casefold().split()) for known in (actor.name, *actor.aliases))


def _key(known: Sequence[CaseActor], named: str) -> str:
    """The one key that is meant."""
    keys = [seen.key for actor in known for seen in actor.appearances]
    fitting = [key for key in keys if key.startswith(named)] if named else []
    if named in fitting or len(fitting) == 1:
        return named if named in fitting else fitting[0]
    same = [actor for actor in known if _is_called(actor, named)]
    if len(same) == 1 and not fitting:
        return same[0].key
    if fitting or same:
        raise WrongUse(f"{named} may be several actors; give a key as onrecord actors shows them.")
    raise NotInCase(f"There is no actor {named}; see onrecord actors for names and keys.")


def _is_called(actor: CaseActor, named: str) -> bool:
    """Whether this is the actor's whole name."""
    return " ".join(named.casefold().split()) == " ".join(actor.name.casefold().split())


def _holder(actors: Sequence[CaseActor], key: str) -> CaseActor:
    """The actor that an appearance belongs to."""
    return next(a for a in actors if any(seen.key == key for seen in a.appearances))
