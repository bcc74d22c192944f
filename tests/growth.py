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
    return _best(work, unit * times * FACTOR) < _best(work, unit * times) * FACTOR * SLACK


def _best(work: Callable[[str], object], text: str) -> float:
    return min(_seconds(work, text) for _ in range(3))


def _seconds(work: Callable[[str], object], text: str) -> float:
    """Seconds of this thread's processor, without what collecting everybody's garbage takes."""
    gc.collect()
    gc.disable()
    try:
        began = time.thread_time()
        work(text)
        return time.thread_time() - began
    finally:
        gc.enable()
