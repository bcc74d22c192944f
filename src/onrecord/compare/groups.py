"""Appearances joined step by step, each join with its reason; some are never joined.

Never: two that somebody split, and two that stand side by side in one article under different
full names, unless one name has all the words of the other or is its first letters. A union-find (Tarjan 1975) with these refusals.
"""

from collections.abc import Iterable, Sequence

from onrecord.compare.appearances import Seen
from onrecord.records.people import Join, JoinKind


class Groups:
    """The appearances by index, in groups; ``joins`` are the joins made, in the order made.

    ``printed`` has a printed form of every name by its key.
    """

    def __init__(self, seen: Sequence[Seen], split: Iterable[tuple[int, int]]) -> None:
        self.seen = seen
        self.joins: list[Join] = []
        self.printed = {s.name_key: s.shown.name for s in reversed(seen)}
        self._over = list(range(len(seen)))
        self._members = {i: [i] for i in self._over}
        self._apart: dict[int, set[int]] = {}
        for a, b in split:
            self._apart.setdefault(a, set()).add(b)
            self._apart.setdefault(b, set()).add(a)
        self._named = {i: {s.shown.article: {s.name_key}} for i, s in enumerate(seen) if s.full}

    def root(self, index: int) -> int:
        """The index that stands for the group of an appearance."""
        while self._over[index] != index:
            self._over[index] = self._over[self._over[index]]
            index = self._over[index]
        return index

    def members(self, index: int) -> list[int]:
        """All appearances of a group."""
        return self._members[self.root(index)]

    def groups(self) -> list[list[int]]:
        """Every group, its members in order."""
        return [sorted(members) for members in self._members.values()]

    def join(self, left: int, right: int, reason: tuple[JoinKind, float, str]) -> bool:
        """Make two groups one, if nothing forbids it; the reason is (kind, score, why)."""
        a, b = self.root(left), self.root(right)
        if a == b or self._split(a, b) or (reason[0] != "decided" and self._beside(a, b)):
            return False
        kind, score, why = reason
        keys = self.seen[left].shown.key, self.seen[right].shown.key
        self.joins.append(
            Join(left=keys[0], right=keys[1], kind=kind, why=why, score=round(score, 3))
        )
        self._unite(*sorted((a, b), key=lambda root: (-len(self._members[root]), root)))
        return True

    def _unite(self, large: int, small: int) -> None:
        self._over[small] = large
        self._members[large] += self._members.pop(small)
        self._apart.setdefault(large, set()).update(self._apart.pop(small, ()))
        named = self._named.setdefault(large, {})
        for article, keys in self._named.pop(small, {}).items():
            named.setdefault(article, set()).update(keys)

    def _split(self, a: int, b: int) -> bool:
        return any(self.root(i) == b for i in self._apart.get(a, ()))

    def _beside(self, a: int, b: int) -> bool:
        """Whether an article names one of each group, under full names that cannot be one."""
        here, there = sorted((self._named.get(a, {}), self._named.get(b, {})), key=len)
        return any(
            not _one_name(left, right, self.seen[a].person)
            for article in here.keys() & there.keys()
            for left in here[article]
            for right in there[article]
        )


def _one_name(left: str, right: str, person: bool) -> bool:
    """Whether one name has all the words of the other ("Ana Brandt", "Ana Maria Brandt").

    For a body: whether one is the first letters of the other ("un", "united nations").
    """
    a, b = left.split(), right.split()
    if person:
        return set(a) <= set(b) or set(b) <= set(a)
    return left == right or left == _letters(b) or right == _letters(a)


def _letters(words: list[str]) -> str:
    return "".join(word[0] for word in words)
