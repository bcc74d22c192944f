"""Things by where they stand, so that a rule need not look at the whole document for each claim."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import Generic, TypeVar

from onrecord.records.spans import Span, overlap, within

T = TypeVar("T")


class Shelf(Generic[T]):
    """Things with their spans, sorted by start; a question costs what lies near, not what there is."""

    def __init__(self, items: Iterable[tuple[Span, T]]) -> None:
        self._items = sorted(items, key=lambda item: item[0])
        self._starts = [span[0] for span, _ in self._items]
        self._longest = max((end - start for (start, end), _ in self._items), default=0)

    def inside(self, span: Span) -> list[T]:
        """What lies wholly inside a span, in text order."""
        return [item for place, item in self._from(span[0], span[1]) if within(place, span)]

    def around(self, span: Span) -> list[T]:
        """What holds a span as a whole, in text order."""
        near = self._from(span[0] - self._longest, span[0] + 1)
        return [item for place, item in near if within(span, place)]

    def touching(self, span: Span) -> list[T]:
        """What shares a character with a span, in text order."""
        near = self._from(span[0] - self._longest, span[1])
        return [item for place, item in near if overlap(place, span)]

    def _from(self, first: int, last: int) -> list[tuple[Span, T]]:
        return self._items[bisect_left(self._starts, first) : bisect_left(self._starts, last)]
