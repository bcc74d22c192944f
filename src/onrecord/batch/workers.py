"""Worker processes that read pages; one that dies costs its page a second try, nothing more.

One that is not done with its page in time is ended, and the page is given up: it would take as long
again.

Each worker has a pipe of its own and one page at a time, so that it is always known which page a
dead worker held, and nothing queues up. Processes are started afresh (``spawn``): the model's
threads do not survive a fork.
"""

import os
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from math import inf
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from multiprocessing.resource_tracker import ensure_running
from types import ModuleType, TracebackType
from typing import Literal, Self

import msgspec

from onrecord.batch.lines import Failure
from onrecord.errors import CannotRead, OnrecordError, WorkFailed
from onrecord.model.bundle import Bundle, chosen
from onrecord.read import document_from_page
from onrecord.reader import read_documents
from onrecord.records.documents import Page
from onrecord.records.readings import Reading
from onrecord.settings import Settings

TRIES = 2
"""How often a page may end its worker before it is taken for the cause."""
EASY = 100_000
"""Bytes of a page that the settings' ``page_seconds`` are meant for; an idle core needs some ten."""
_PATIENCE = 5.0  # seconds that a worker has to end by itself
_LONGEST_WAIT = 86_400.0  # seconds; the system's call takes no more than some weeks

Answered = tuple[Page, Reading | Failure]


class Answer(msgspec.Struct, frozen=True):
    """What a worker says: that its model is loaded, that it cannot start, or what became of a page."""

    kind: Literal["ready", "stopped", "read", "failed"]
    reading: Reading | None = None
    error: str = ""


_ANSWERS = msgspec.msgpack.Decoder(Answer)
_PAGES = msgspec.msgpack.Decoder(Page)


class Worker:
    """One process and the page it holds; ``ready`` once its model is loaded.

    ``seconds``: how long it may take for its page; ``due``: when they are over, on the
    monotonic clock.
    """

    def __init__(self, settings: Settings) -> None:
        context = get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process: BaseProcess = context.Process(
            target=work, args=(theirs, settings), daemon=True, name="onrecord reader"
        )
        with _apart(), _without_interrupts():
            self.process.start()
        theirs.close()
        self.ready = False
        self.page: Page | None = None
        self.deaths = 0
        self.seconds = self.due = inf
        self._settings = settings

    def hand_over(self) -> None:
        """Send the page held. A worker that has died meanwhile shows in its pipe."""
        if self.ready and self.page is not None:
            self.seconds = seconds_for(self.page, self._settings)
            self.due = time.monotonic() + self.seconds
            with suppress(OSError):
                self.connection.send_bytes(msgspec.msgpack.encode(self.page))

    @property
    def overdue(self) -> bool:
        """Whether its time is over and it has said nothing."""
        return self.due < time.monotonic() and not self.connection.poll()

    def end(self) -> None:
        """Close the pipe, which ends an idle worker; stop one that is not done soon."""
        self.connection.close()
        if self.page is not None:
            self.process.terminate()
        self.process.join(_PATIENCE)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()


def seconds_for(page: Page, settings: Settings) -> float:
    """How long a page may take; ``inf`` where the settings have no end."""
    return (settings.page_seconds or inf) * max(1.0, len(page.data) / EASY)


class Readers:
    """At most ``count`` workers, started as pages come; use it in a ``with`` block."""

    def __init__(self, count: int, settings: Settings) -> None:
        self._count = count
        self._settings = msgspec.structs.replace(settings, threads=1)
        self._workers: list[Worker] = []
        self._false_starts = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for worker in self._workers:
            worker.end()

    @property
    def busy(self) -> bool:
        """Whether a page is being read."""
        return any(worker.page is not None for worker in self._workers)

    @property
    def full(self) -> bool:
        """Whether no worker is free and none may be started."""
        return len(self._workers) == self._count and all(worker.page for worker in self._workers)

    def give(self, page: Page) -> None:
        """Have a page read; only while not ``full``."""
        worker = next((worker for worker in self._workers if worker.page is None), None)
        if worker is None:
            worker = Worker(self._settings)
            self._workers.append(worker)
        worker.page = page
        worker.hand_over()

    def answers(self, patience: float | None = None) -> Iterator[Answered]:
        """The pages that are done, after at most ``patience`` seconds (``None``: when one is).

        A page that has taken too long is done as a failure, and its worker is ended. Raises
        ``WorkFailed`` where workers cannot be started.
        """
        pipes: Sequence[Connection] = [worker.connection for worker in self._workers]
        for pipe in wait(pipes, self._soonest(patience)):
            worker = next(worker for worker in self._workers if worker.connection is pipe)
            try:
                answer = _ANSWERS.decode(worker.connection.recv_bytes())
            except (EOFError, OSError):
                answered = self._replaced(worker)
            else:
                answered = _settled(worker, answer)
            if answered is not None:
                yield answered
        for worker in [worker for worker in self._workers if worker.overdue]:
            yield self._given_up(worker)

    def _soonest(self, patience: float | None) -> float | None:
        """How long to wait for an answer: until the first page has taken too long, at most."""
        left = min((worker.due for worker in self._workers), default=inf) - time.monotonic()
        if left > _LONGEST_WAIT:
            return patience
        return max(0.0, left if patience is None else min(left, patience))

    def _given_up(self, worker: Worker) -> Answered:
        """End a worker that has taken too long; the next page starts another."""
        page = worker.page
        assert page is not None
        worker.process.kill()
        worker.end()
        self._workers.remove(worker)
        error = (
            f"{page.name} was not read within {worker.seconds:,.0f} seconds and was given up;"
            " set ONRECORD_PAGE_SECONDS higher, or leave it out."
        )
        return page, Failure(page.name, error)

    def _replaced(self, worker: Worker) -> Answered | None:
        """Start another worker for one that died; its page is tried again, or given up."""
        worker.connection.close()
        worker.process.join()
        self._workers.remove(worker)
        page = worker.page
        if not worker.ready:
            self._false_starts += 1
        if self._false_starts > TRIES * self._count:
            raise WorkFailed(
                "The processes that read pages end while they start; see onrecord doctor."
            )
        if page is None:
            return None
        deaths = worker.deaths + worker.ready
        if deaths == TRIES:
            error = f"{page.name} ended the process that read it, twice; read it on its own."
            return page, Failure(page.name, error)
        other = Worker(self._settings)
        other.page, other.deaths = page, deaths
        self._workers.append(other)
        return None


def _settled(worker: Worker, answer: Answer) -> Answered | None:
    """What an answer means for its worker: it may have its first page, or is free again."""
    if answer.kind == "stopped":
        raise WorkFailed(answer.error)
    if answer.kind == "ready":
        worker.ready = True
        worker.hand_over()
        return None
    page, worker.page, worker.deaths, worker.due = worker.page, None, 0, inf
    assert page is not None
    return page, answer.reading or Failure(page.name, answer.error)


def work(connection: Connection, settings: Settings) -> None:
    """The life of a worker: load the model, then read what comes until the pipe is closed."""
    with suppress(EOFError, OSError):
        try:
            bundle = chosen(settings)
        except OnrecordError as error:
            _say(connection, Answer("stopped", error=str(error)))
            return
        _say(connection, Answer("ready"))
        while True:
            page = _PAGES.decode(connection.recv_bytes())
            _say(connection, _read(page, bundle, settings))


def _say(connection: Connection, answer: Answer) -> None:
    connection.send_bytes(msgspec.msgpack.encode(answer))


def _read(page: Page, bundle: Bundle, settings: Settings) -> Answer:
    """The reading of one page, or why there is none; no page may end the worker."""
    try:
        document = document_from_page(page, settings)
        return Answer("read", reading=read_documents([document], bundle)[0])
    except CannotRead as error:
        return Answer("failed", error=str(error))
    except Exception as error:
        reason = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        return Answer(
            "failed", error=f"{page.name} could not be read ({reason}); report this page."
        )


@contextmanager
def _apart() -> Iterator[None]:
    """Start processes that do not run the caller's script again, as ``spawn`` otherwise does.

    It looks for the script in ``__main__``: an empty one stands there meanwhile, so that a script
    may add to a case at its top level.
    """
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Start processes to which Ctrl-C, sent to the whole group, means nothing.

    The signal is blocked, which they inherit, and not lost: here it arrives afterwards.
    """
    if os.name != "posix":
        yield
        return
    # The first process starts the tracker beside it, which would let the signal through again.
    ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
