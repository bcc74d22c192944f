"""``onrecord actors``, ``merge`` and ``split``."""

from pathlib import Path

import msgspec
import pytest

from onrecord.records.people import CaseActor
from tests.cli.commands_by_hand import one_sentence, run


@pytest.fixture
def own(convoy: Path, tmp_path: Path) -> Path:
    """A copy of the example case that may be judged in."""
    copy = tmp_path / "own.case"
    assert run("backup", convoy, copy).exit_code == 0
    return copy


def actors(case: Path, *arguments: str) -> list[CaseActor]:
    result = run("actors", case, *arguments, "--json")
    assert result.exit_code == 0 and result.stderr == ""
    return msgspec.json.decode(result.stdout, type=list[CaseActor])


def test_actors_are_listed_with_the_reasons_that_hold_them_together(convoy: Path) -> None:
    printed = " ".join(run("actors", convoy, "--limit", 5).stdout.split())
    assert "actors; the first 5 are shown." in printed
    assert "joined by: " in printed
    (marlow,) = actors(convoy, "Marlow")
    whole = " ".join(run("actors", convoy, "Marlow").stdout.split())
    assert all(seen.key in whole for seen in marlow.appearances)
    assert all(" ".join(join.why.split()) in whole for join in marlow.joins)
    assert len(actors(convoy)) > 10


def test_merge_and_split_say_what_they_did(own: Path) -> None:
    merged = run("merge", own, "Henrik Sol", "Petra Lund", "--why", "a test", "--who", "M. Hald")
    assert merged.exit_code == 0 and "is one actor in" in merged.stderr
    (one,) = actors(own, "Henrik Sol")
    assert any(join.kind == "decided" and "M. Hald" in join.why for join in one.joins)
    sol, lund = (
        next(s for s in one.appearances if s.name == n) for n in ("Henrik Sol", "Petra Lund")
    )
    parted = run("split", own, sol.key, lund.key, "--why", "two people")
    assert parted.exit_code == 0 and "are kept apart" in parted.stderr
    assert len(actors(own, "Petra Lund")[0].articles) == 1


def test_a_judgement_needs_a_reason_and_actors_that_are_there(own: Path) -> None:
    assert run("merge", own, "Henrik Sol", "Petra Lund").exit_code == 2
    result = run("merge", own, "Henrik Sol", "Nobody", "--why", "x")
    assert result.exit_code == 2 and "no actor Nobody" in one_sentence(result)
