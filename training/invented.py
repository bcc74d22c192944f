"""Names that nobody knows, put in the place of those a text has.

A reader that has learned which words are towns takes a town it never heard of for a person. Shown the
same sentences with names made up letter by letter (a Markov chain over pairs of letters of the names of
a type), it has to look at what stands around them.
"""

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

TYPES = ("Person", "Place", "Organization")
SHARE = 0.8
"""How many of a text's names are made up anew; the others stay as they are."""
COMMON, SHORTEST, LONGEST = 3, 4, 10
"""A word printed in small letters so often is no name; the letters of a made-up one."""
STEM = 4
"""A group whose name begins with as many letters of a place's is its people: they go together."""

Sentence = tuple[Sequence[str], Sequence[str]]
"""Tokens, and the type of the name each stands in (empty: none)."""


class Inventor:
    """Makes names up after those of annotated sentences."""

    def __init__(self, sentences: Iterable[Sentence], seed: int = 5) -> None:
        self._rng = random.Random(seed)
        self._after: dict[str, defaultdict[str, Counter[str]]] = {
            kind: defaultdict(Counter) for kind in TYPES
        }
        self._small: Counter[str] = Counter()
        self._known: set[str] = set()
        names: set[tuple[str, str]] = set()
        for tokens, kinds in sentences:
            self._small.update(token for token in tokens if token.islower())
            names.update(
                (kind, token.lower())
                for token, kind in zip(tokens, kinds, strict=True)
                if kind in TYPES and _is_name(token) and not token.isupper()
            )
        self._known = {name for _, name in names} | set(self._small)
        for kind, name in sorted(names):
            if self._small[name] < COMMON:
                for a, b, c in _triples(name):
                    self._after[kind][a + b][c] += 1

    def name(self, kind: str) -> str:
        """A name of this type that the sentences do not have."""
        after = self._after[kind]
        while True:
            made = "^^"
            while made[-1] != "$" and len(made) < LONGEST + 3:
                nexts = after[made[-2:]]
                made += self._rng.choices(list(nexts), list(nexts.values()))[0]
            name = made[2:-1]
            if made[-1] == "$" and len(name) >= SHORTEST and name not in self._known:
                return name.capitalize()

    def renamed(self, sentences: Sequence[Sentence]) -> Iterator[list[str]]:
        """The tokens of one text's sentences, with new names: an old one gets the same everywhere."""
        new: dict[str, str] = {}
        kept: set[str] = set()
        pairs = [pair for sentence in sentences for pair in zip(*sentence, strict=True)]
        for token, kind in pairs:
            if kind in TYPES and self._is_own(token) and token not in new and token not in kept:
                if self._rng.random() < SHARE:
                    new[token] = self.name(kind)
                else:
                    kept.add(token)
        stems = {name[:STEM]: made for name, made in new.items() if len(name) >= STEM}
        for token, kind in pairs:
            made = stems.get(token[:STEM])
            if kind == "Group" and made and self._is_own(token):
                new.setdefault(token, made.rstrip("aeiouy") + _ending(token))
        for tokens, _ in sentences:
            yield [_cased(token, new[token]) if token in new else token for token in tokens]

    def _is_own(self, token: str) -> bool:
        return _is_name(token) and self._small[token.lower()] < COMMON


def _is_name(token: str) -> bool:
    return token.isalpha() and token[0].isupper() and len(token) > 2


def _triples(name: str) -> Iterator[tuple[str, str, str]]:
    marked = f"^^{name}$"
    return zip(marked, marked[1:], marked[2:], strict=False)


def _ending(token: str) -> str:
    """How the people of a place are called after it: "-ian", "-ese", "-i", "-ish"."""
    return next((e for e in ("ese", "ish", "ians", "ian", "ans") if token.endswith(e)), "ian")


def _cased(old: str, new: str) -> str:
    return new.upper() if old.isupper() else new
