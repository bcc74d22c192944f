"""Whether the work on a text grows with its size, or faster."""

import gc
import time
from collections.abc import Callable

FACTOR = 8
SLACK = 3
"""A step that looks at the rest of the text from every place costs ``FACTOR`` squared."""


def in_step(work: Callable[[str], object], unit: str, times: int) -> bool:
    """Whether ``FACTOR`` times the text costs at most ``SLACK`` times as much more.

    Each is the best of three: one run beside a busy neighbour says nothing about the work.
    """
    short, long = unit * times, unit * times * FACTOR
    return best(lambda: work(long)) < best(lambda: work(short)) * FACTOR * SLACK


def best(work: Callable[[], object]) -> float:
    """The fewest seconds of three runs."""
    return min(_seconds(work) for _ in range(3))


def _seconds(work: Callable[[], object]) -> float:
    """Seconds of this thread's processor, without what collecting everybody's garbage takes."""
    gc.collect()
    gc.disable()
    try:
        began = time.thread_time()
        work()
        return time.thread_time() - began
    finally:
        gc.enable()
