"""Judgements: the chain, and what is in force."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from msgspec.structs import replace

from onrecord.errors import WrongUse
from onrecord.records.judgements import Judgement, Verb
from onrecord.review import breaks, judgement, state

NOON = datetime(2024, 5, 6, 12, tzinfo=UTC)


def chain(*said: tuple[Verb, str, str]) -> list[Judgement]:
    made: list[Judgement] = []
    for verb, left, right in said:
        made.append(judgement(verb, (left, right), "Ines Moll", "I asked both.", made, NOON))
    return made


def test_a_judgement_follows_the_one_before_it() -> None:
    first, second = chain(("merge", "a", "b"), ("split", "a", "c"))
    assert first.before == ""
    assert second.before == first.digest
    assert breaks([first, second]) == ()


def test_the_time_is_kept_in_utc() -> None:
    there = NOON.astimezone(timezone(timedelta(hours=3)))
    made = judgement("merge", ("a", "b"), " Ines  Moll ", "Asked.", (), there)
    assert made.at == "2024-05-06T12:00:00+00:00"
    assert made.who == "Ines Moll"


def test_the_last_word_about_two_is_in_force_whichever_is_named_first() -> None:
    made = chain(("merge", "a", "b"), ("merge", "c", "d"), ("split", "b", "a"))
    found = state(made)
    assert found.merged == (made[1],)
    assert found.split == (made[2],)
    assert state(()).merged == state(()).split == ()


@pytest.mark.parametrize("change", [{"why": "Other."}, {"who": "Somebody"}, {"about": ("a", "z")}])
def test_a_changed_judgement_breaks_the_chain(change: dict[str, object]) -> None:
    made = chain(("merge", "a", "b"), ("merge", "c", "d"), ("split", "a", "b"))
    made[1] = replace(made[1], **change)
    (sentence,) = breaks(made)
    assert "Judgement 3" in sentence


def test_a_lost_or_moved_judgement_breaks_the_chain() -> None:
    first, second, third = chain(("merge", "a", "b"), ("merge", "c", "d"), ("split", "a", "b"))
    assert breaks([first, third])
    assert breaks([second, third])
    assert len(breaks([second, first, third])) == 3


@pytest.mark.parametrize(
    ("about", "who", "why"),
    [(("a", "a"), "Ines", "Same."), (("a", "b"), " ", "Same."), (("a", "b"), "Ines", "")],
)
def test_a_judgement_that_says_nothing_is_refused(
    about: tuple[str, str], who: str, why: str
) -> None:
    with pytest.raises(WrongUse):
        judgement("merge", about, who, why, ())
