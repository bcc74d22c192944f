"""Pages into a case by several real processes."""

import multiprocessing
import os
import signal
import time
from collections.abc import Iterator
from math import inf
from pathlib import Path

import msgspec
import pytest

from onrecord import batch, workbench
from onrecord.batch import Added, Failure
from onrecord.batch.workers import Readers, seconds_for
from onrecord.errors import WorkFailed
from onrecord.read import Unreadable, page_from_bytes
from onrecord.records.documents import Metadata, Page
from onrecord.records.readings import Reading
from onrecord.settings import Settings
from onrecord.store import Case, key_of, open_case

ONE = Settings(workers=1)
TWO = Settings(workers=2)


def text(number: int) -> bytes:
    return (
        f"Ferry {number} late again\n\nThe ferry to Sall left {number + 2} hours late on Monday, "
        f"its captain, Ana Brandt, told the Orun Post. The company denied that {number + 10} "
        "passengers had been left behind.\n"
    ).encode()


def page(number: int) -> Page:
    return page_from_bytes(f"ferry-{number}.txt", text(number), TWO)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with open_case(tmp_path / "ferries.case", create=True) as opened:
        yield opened


def without_seconds(reading: Reading) -> bytes:
    made = msgspec.structs.replace(reading.made_by, seconds=0.0)
    return msgspec.json.encode(msgspec.structs.replace(reading, made_by=made))


def test_pages_are_read_as_onrecord_reads_them_one_by_one(case: Case, tmp_path: Path) -> None:
    offers = [page(n) for n in range(7)]
    steps = list(batch.add(case, offers, TWO, total=7))
    assert [step.done for step in steps] == list(range(1, 8))
    assert steps[-1] == Added(done=7, total=7)
    stored = {reading.document.name: reading for _, reading in case.readings()}
    for number, offer in enumerate(offers):
        path = tmp_path / offer.name
        path.write_bytes(text(number))
        alone = workbench.read(path)
        named = msgspec.structs.replace(alone.document, name=offer.name)
        alone = msgspec.structs.replace(alone, document=named)
        assert without_seconds(stored[offer.name]) == without_seconds(alone)


def test_known_pages_and_the_same_bytes_twice_add_nothing(case: Case) -> None:
    list(batch.add(case, [page(0), page(1)], ONE))
    again = page_from_bytes("other-name.txt", text(0), ONE)
    steps = list(batch.add(case, [page(0), again, page(2), page(2), page(1)], ONE))
    assert (steps[-1].done, steps[-1].known, steps[-1].failed) == (1, 4, 0)
    assert case.count() == 3


def test_when_all_is_known_no_process_is_started(case: Case) -> None:
    list(batch.add(case, [page(0)], ONE))
    with Readers(2, TWO) as readers:
        assert not readers.busy and not readers.full
    assert list(batch.add(case, [page(0)], TWO))[-1] == Added(known=1)


def test_a_bad_page_is_remembered_with_its_reason_until_it_can_be_read(case: Case) -> None:
    empty = Page(name="empty.txt", media="text", data=b"*** !!!")
    gone = Unreadable(name="gone.html", error="gone.html does not exist; check the path.")
    steps = list(batch.add(case, [empty, gone, page(0)], ONE))
    assert (steps[-1].done, steps[-1].failed) == (1, 2)
    failures = [step.failure for step in steps if step.failure]
    assert {failure.id for failure in failures} == {"empty.txt", "gone.html"}
    kept = {failed.name: failed for failed in case.failures()}
    assert kept["gone.html"].error == gone.error and kept["gone.html"].key is None
    assert kept["empty.txt"].key == key_of(empty) and "no article text" in kept["empty.txt"].error


def test_a_fault_of_ours_is_a_failure_of_that_page_alone(case: Case) -> None:
    broken = Page(
        name="broken", media="row", data=b"\xff\xfe half a character", metadata=Metadata()
    )
    steps = list(batch.add(case, [broken, page(0)], ONE))
    assert (steps[-1].done, steps[-1].failed) == (1, 1)
    (failed,) = case.failures()
    assert "broken could not be read (UnicodeDecodeError" in failed.error
    assert "\n" not in failed.error


def workers() -> list[int]:
    """The process ids of this process's workers."""
    return [
        child.pid
        for child in multiprocessing.active_children()
        if child.name == "onrecord reader" and child.pid
    ]


def kill_workers() -> None:
    for victim in workers():
        os.kill(victim, signal.SIGKILL)


def test_a_killed_worker_costs_its_page_one_more_try(case: Case) -> None:
    run = batch.add(case, (page(n) for n in range(8)), TWO)
    next(run)
    kill_workers()
    steps = list(run)
    assert (steps[-1].done, steps[-1].failed) == (8, 0)
    assert case.count() == 8


def test_a_page_that_ends_its_worker_twice_fails_with_that_reason() -> None:
    long = page_from_bytes("long.txt", text(0) * 300, ONE)
    with Readers(1, ONE) as readers:
        readers.give(long)
        assert list(readers.answers()) == []  # the worker is ready and has the page
        kill_workers()
        assert list(readers.answers()) == []  # another one starts
        assert list(readers.answers()) == []
        kill_workers()
        ((held, outcome),) = readers.answers()
        assert held == long and isinstance(outcome, Failure)
        assert outcome.error == (
            "long.txt ended the process that read it, twice; read it on its own."
        )
        assert not readers.busy and not readers.full
        readers.give(page(1))
        assert list(readers.answers()) == []
        ((_, outcome),) = readers.answers()
        assert isinstance(outcome, Reading)


def test_a_page_that_takes_too_long_is_given_up_and_the_others_go_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with Readers(1, Settings(page_seconds=500)) as readers:
        readers.give(page(0))
        assert list(readers.answers()) == []  # the worker is ready and has the page
        (stopped,) = workers()
        os.kill(stopped, signal.SIGSTOP)  # it hangs
        assert list(readers.answers(patience=0)) == []
        now = time.monotonic
        monkeypatch.setattr(time, "monotonic", lambda: now() + 501)
        ((held, outcome),) = readers.answers()
        assert held == page(0) and isinstance(outcome, Failure)
        assert outcome.error == (
            "ferry-0.txt was not read within 500 seconds and was given up;"
            " set ONRECORD_PAGE_SECONDS higher, or leave it out."
        )
        assert not readers.busy and workers() == []
        readers.give(page(1))
        assert list(readers.answers()) == []
        ((_, outcome),) = readers.answers()
        assert isinstance(outcome, Reading)


@pytest.mark.parametrize(
    ("size", "seconds", "allowed"),
    [(10, 300.0, 300.0), (100_000, 300.0, 300.0), (1_000_000, 300.0, 3000.0), (10, 0.0, inf)],
)
def test_a_larger_page_may_take_longer(size: int, seconds: float, allowed: float) -> None:
    held = Page(name="long.txt", media="text", data=b"x" * size)
    assert seconds_for(held, Settings(page_seconds=seconds)) == pytest.approx(allowed)


def test_workers_that_cannot_start_end_the_run_with_one_sentence() -> None:
    with Readers(1, ONE) as readers, pytest.raises(WorkFailed, match="end while they start"):
        readers.give(page(0))
        while readers.busy:
            kill_workers()
            list(readers.answers())


def test_pages_are_taken_as_they_are_needed(case: Case) -> None:
    taken = 0

    def source() -> Iterator[Page]:
        nonlocal taken
        for number in range(50):
            taken += 1
            yield page(number)

    run = batch.add(case, source(), TWO)
    next(run)
    assert taken <= 4
    run.close()
    assert workers() == []
    assert case.count() >= 1


def test_what_was_shown_as_done_is_in_the_case_when_the_run_is_stopped(case: Case) -> None:
    run = batch.add(case, (page(n) for n in range(20)), TWO)
    for step in run:
        if step.done == 3:
            break
    run.close()
    assert case.count() == 3
    steps = list(batch.add(case, (page(n) for n in range(6)), TWO))
    assert (steps[-1].done, steps[-1].known) == (3, 3)
