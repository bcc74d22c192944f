"""Whether the work on a text grows with its size, or faster."""

import time
from collections.abc import Callable

FACTOR = 8
SLACK = 3
"""A step that looks at the rest of the text from every place costs ``FACTOR`` squared."""


def in_step(work: Callable[[str], object], unit: str, times: int) -> bool:
    """Whether ``FACTOR`` times the text costs at most ``SLACK`` times as much more."""
    short = min(_seconds(work, unit * times) for _ in range(3))
    long = _seconds(work, unit * times * FACTOR)
    return long < short * FACTOR * SLACK + 0.05


def _seconds(work: Callable[[str], object], text: str) -> float:
    began = time.process_time()
    work(text)
    return time.process_time() - began
