"""The faults done on purpose: a small round of them, and what counts as lost."""

from pathlib import Path

import pytest
from evaluation.faults import NEVER, Bench, Trial, cut_archives, held, killed, table, watched


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return Bench(tmp_path_factory.mktemp("faults"), 3, seed=3)


def test_a_killed_add_loses_nothing_that_was_shown(bench: Bench) -> None:
    trials = list(killed(bench, 2))
    assert sum(trial.fault == "killed" for trial in trials) == 2
    assert trials[-1].fault == "killed, then added again"
    assert all(trial.fine for trial in trials), trials


def test_the_last_count_on_the_terminal_is_what_was_shown(bench: Bench, tmp_path: Path) -> None:
    case = tmp_path / "a.case"
    seen = watched(NEVER, lambda _: True, "add", case, bench.articles, "--workers", 1)
    assert (seen.shown, seen.code, seen.hit) == (3, 0, False)
    assert held(case) == 3


def test_cut_archives_give_their_whole_pages(bench: Bench) -> None:
    trials = list(cut_archives(bench, 2))
    assert len(trials) == 2 and all(trial.fine for trial in trials), trials


def test_the_table_counts_what_was_fine() -> None:
    found = [Trial("a", "", True), Trial("a", "", False), Trial("b", "", True)]
    assert table(found) == {"a": "1 of 2", "b": "1 of 1"}
