"""Pages into a case: known ones passed over, the others read by several processes, one writer.

A page is done when its row exists: whatever ends the run, the next one goes on from there.
"""

import os
from collections.abc import Generator, Iterable, Iterator

import msgspec

from onrecord.batch.lines import Failure
from onrecord.batch.workers import Readers
from onrecord.read import Unreadable
from onrecord.records.documents import Page
from onrecord.settings import Settings
from onrecord.store import Case, key_of


class Added(msgspec.Struct, frozen=True, kw_only=True):
    """How far an ``add`` is: pages put in this run, failed, and known already.

    ``total``: how many pages there are, where that is known. ``failure``: what failed just now.
    """

    done: int = 0
    failed: int = 0
    known: int = 0
    total: int | None = None
    failure: Failure | None = None


def add(
    case: Case, offers: Iterable[Page | Unreadable], settings: Settings, total: int | None = None
) -> Generator[Added, None, None]:
    """Read pages into a case; yields after every page, when it is safely there.

    ``settings.workers`` processes read (0: one a core). Pages are put as they are done, so in no
    order. Stop it by closing the iterator. Raises ``CaseUnusable`` or ``WorkFailed``.
    """
    with Readers(settings.workers or _cores(), settings) as readers:
        run = _Run(case, readers, total)
        for offer in offers:
            yield from run.settled(0)
            while readers.full:
                yield from run.settled()
            yield from run.taken(offer)
        while readers.busy:
            yield from run.settled()


class _Run:
    """One run: the case, who reads for it, and how far it is."""

    def __init__(self, case: Case, readers: Readers, total: int | None) -> None:
        self._case = case
        self._readers = readers
        self._state = Added(total=total)
        self._reading: set[str] = set()

    def taken(self, offer: Page | Unreadable) -> Iterator[Added]:
        """Have a page read, unless it is known, being read already, or no page at all."""
        if isinstance(offer, Unreadable):
            yield self._failed(offer.name, None, offer.error)
            return
        key = key_of(offer)
        if key in self._reading or self._case.known(key):
            yield self._moved(known=1)
            return
        self._reading.add(key)
        self._readers.give(offer)

    def settled(self, patience: float | None = None) -> Iterator[Added]:
        """Write down what became of the pages that are done; waits as ``Readers.answers``."""
        for page, outcome in self._readers.answers(patience):
            key = key_of(page)
            self._reading.discard(key)
            if isinstance(outcome, Failure):
                yield self._failed(page.name, key, outcome.error)
            elif self._case.known(key):  # another run has put it meanwhile
                yield self._moved(known=1)
            else:
                self._case.put(page, outcome)
                yield self._moved(done=1)

    def _failed(self, name: str, key: str | None, error: str) -> Added:
        self._case.fail(name, key, error)
        return self._moved(failure=Failure(name, error))

    def _moved(self, done: int = 0, known: int = 0, failure: Failure | None = None) -> Added:
        """The state after one more page."""
        state = self._state
        self._state = Added(
            done=state.done + done,
            failed=state.failed + (failure is not None),
            known=state.known + known,
            total=state.total,
            failure=failure,
        )
        return self._state


def _cores() -> int:
    """The processor cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
