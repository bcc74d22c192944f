"""Rows of names with other names in them, which nobody knows.

    python evaluation/invented.py DATA/ner_worldwide > renamed.jsonl
    python evaluation/score.py mentions renamed.jsonl --run

A reader that knows many towns by heart takes one it never heard of for a person. The names of the
dev rows are made up anew letter by letter (a Markov chain over pairs of letters of the train rows'
names of a type); what the score falls by is what was known by heart.
"""

import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from score import rows
from tasks import WORLDWIDE, Row

TYPES = ("Person", "Place", "Organization")
PEOPLES = "NORP"
SHARE = 0.8
"""How many of a text's names are made up anew; the others stay as they are."""
COMMON, SHORTEST, LONGEST = 3, 4, 10
"""A word printed in small letters so often is no name; the letters of a made-up one."""
STEM, TRIES = 4, 10_000
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
        """A name of this type that the sentences do not have; too few names raise ``ValueError``."""
        after = self._after[kind]
        for _ in range(TRIES):
            made = "^^"
            while made[-1] != "$" and len(made) < LONGEST + 3:
                nexts = after[made[-2:]]
                made += self._rng.choices(list(nexts), list(nexts.values()))[0]
            name = made[2:-1]
            if made[-1] == "$" and len(name) >= SHORTEST and name not in self._known:
                return name.capitalize()
        raise ValueError(f"The sentences have too few names of the type {kind} to make up others.")

    def renamed(self, sentences: Sequence[Sentence]) -> Iterator[list[str]]:
        """The tokens of one text's sentences, with new names: an old one gets the same everywhere."""
        new: dict[str, str] = {}
        kept: set[str] = set()
        pairs = [pair for sentence in sentences for pair in zip(*sentence, strict=True)]
        for token, kind in pairs:
            old = token.capitalize()
            if kind in TYPES and self._is_own(token) and old not in new and old not in kept:
                if self._rng.random() < SHARE:
                    new[old] = self.name(kind)
                else:
                    kept.add(old)
        stems = {name[:STEM]: made for name, made in new.items() if len(name) >= STEM}
        for token, kind in pairs:
            made = stems.get(token[:STEM])
            if kind == PEOPLES and made and self._is_own(token):
                new.setdefault(token.capitalize(), made.rstrip("aeiouy") + _ending(token))
        for tokens, _ in sentences:
            yield [_cased(t, new.get(t.capitalize(), t)) if t[:1].isupper() else t for t in tokens]

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
    return new.upper() if old.isupper() and len(old) > 1 else new


def typed(row: Row) -> list[Sentence]:
    """The tokens of a row's sentences with the types of the names they stand in."""
    return [
        (s["tokens"], [WORLDWIDE.get(label[2:], label[2:]) for label in s["labels"]])
        for s in row["sentences"]
    ]


def renamed(row: Row, inventor: Inventor) -> Row:
    """A row with made-up names under the labels it had."""
    tokens = inventor.renamed(typed(row))
    sentences = zip(row["sentences"], tokens, strict=True)
    return row | {"sentences": [s | {"tokens": new} for s, new in sentences]}


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    maker = Inventor(s for row in rows(folder / "train.jsonl.gz") for s in typed(row))
    for one in rows(folder / "dev.jsonl"):
        print(json.dumps(renamed(one, maker)))
