"""One article and its notes: its blocks, its sentences, and where a quote stands."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TypeVar

from notes import (
    Annotation,
    BadNote,
    Passage,
    Quotes,
    find_all,
    find_one,
)

from onrecord.records.documents import Block, BlockKind
from onrecord.records.findings import (
    Attribution,
    Claim,
    Loaded,
    Mention,
    Quantity,
    Time,
    Voice,
)
from onrecord.records.readings import Sentence
from onrecord.records.spans import Span, Spans, identify

GOLD = "gold"


ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Sgt|Sen|Rep|Gov|Prof|St|No|vs|Jr|Sr|approx)"
    r"|\b(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)"
    r"|\b[A-Z]|\b[ap]\.m|\b(?:[A-Z]\.)+[A-Z])\.$"
)


ENDING = re.compile(r"[.!?…][”’\"')]*(?=\s+(?:[-•*] )?[“‘\"'(]?[A-Z0-9])")


class Notebook:
    """One article's text and notes, with what has been looked up in them so far."""

    def __init__(self, notes: Annotation, text: str) -> None:
        """Cut the text into blocks and match each passage with its block."""
        self.notes, self.text = notes, text
        self.id = identify("doc", " ".join(text.split()))
        self.blocks = tuple(self._blocks())
        self.problems: list[str] = []
        self.said: dict[str, Attribution] = {}
        self.chains: dict[str, tuple[Voice, ...]] = {}

    def _blocks(self) -> Iterator[Block]:
        """Runs of lines that are not blank, each with its kind; furniture is left out."""
        chunks = [match.span() for match in re.finditer(r"\S(?:.|\n(?!\s*\n))*", self.text)]
        chunks = [(s, s + len(self.text[s:e].rstrip())) for s, e in chunks]
        kinds: dict[Span, BlockKind] = {}
        notes = self.notes
        listed: dict[BlockKind, list[str]] = {
            "headline": notes.headlines,
            "caption": notes.captions,
            "list": notes.lists,
            "quote": notes.quotes,
        }
        for kind, openings in listed.items():
            kinds.update({self._starting(words, chunks): kind for words in openings})
        furniture = {self._starting(words, chunks) for words in notes.furniture}
        for start, end in chunks:
            if (start, end) not in furniture:
                yield Block(kind=kinds.get((start, end), "paragraph"), start=start, end=end)

    def _starting(self, opening: str, chunks: Iterable[Span]) -> Span:
        words, _, number = opening.partition("#")
        found = [chunk for chunk in chunks if self.text.startswith(words, chunk[0])]
        if number and int(number) <= len(found):
            return found[int(number) - 1]
        if number or len(found) != 1:
            raise BadNote(f"{len(found)} blocks begin with {opening!r}")
        return found[0]

    def bounds(self, passage: Passage, skip: int = 0) -> Span:
        """The block of a passage, or one of the blocks after it."""
        spans = [(block.start, block.end) for block in self.blocks]
        return spans[spans.index(self._starting(passage.at, spans)) + skip]

    def one(self, passage: Passage, quote: str) -> Span:
        """Where a quote stands; ``>> `` looks in the next block.

        A quote not found is kept in ``problems``, so that all of them are told at once.
        """
        ahead = 0
        while quote.startswith(">> "):
            ahead, quote = ahead + 1, quote[3:]
        bounds = self.bounds(passage, ahead)
        try:
            return find_one(self.text, quote, bounds)
        except BadNote as problem:
            self.problems.append(str(problem))
            return bounds

    def many(self, passage: Passage, quotes: Quotes) -> Spans:
        """Where one or several quotes stand."""
        listed = [quotes] if isinstance(quotes, str) else quotes
        return tuple(self.one(passage, quote) for quote in listed)

    def actor(self, key: str | None) -> str | None:
        """The id of an actor by its key; an unknown key raises ``BadNote``."""
        if key is None:
            return None
        if key not in self.notes.actors:
            raise BadNote(f"no actor has the key {key!r}")
        return identify("actor", self.id, key)

    def items(self) -> Iterator[Passage]:
        """The passages."""
        return iter(self.notes.passages)

    def name(self, key: str) -> str:
        """What an actor is called."""
        note = self.notes.actors[key]
        return note.names[0] if note.names else (note.label or key)


def sentences(book: Notebook) -> Iterator[Sentence]:
    """Sentences inside each block; ``joined`` strings are never broken."""
    kept = [
        span
        for words in book.notes.joined
        for span in find_all(book.text, words, (0, len(book.text)))
    ]
    for block in book.blocks:
        start = block.start
        for match in ENDING.finditer(book.text, block.start, block.end):
            inside = any(s < match.end() < e for s, e in kept)
            if inside or ABBREVIATED.search(book.text[start : match.start() + 1]):
                continue
            yield Sentence(start=start, end=match.end())
            start = (
                match.end() + len(book.text[match.end() :]) - len(book.text[match.end() :].lstrip())
            )
        yield Sentence(start=start, end=block.end)


Placed = TypeVar("Placed", Mention, Claim, Time, Quantity, Loaded)


def in_order(book: Notebook, findings: Iterable[Placed]) -> tuple[Placed, ...]:
    """Sorted by place; two findings of a layer on the same characters are a problem."""
    made = tuple(sorted(findings, key=lambda one: (one.start, one.end)))
    for left, right in pairwise(made):
        if (left.start, left.end) == (right.start, right.end) and not isinstance(left, Loaded):
            book.problems.append(f"{left.text!r} is annotated twice")
    return made
