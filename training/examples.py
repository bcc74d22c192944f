"""One annotated text, in the shape every head understands, and how to build one."""

import gzip
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, NamedTuple

from onrecord.records.documents import Block, Document
from onrecord.records.segments import Segments
from onrecord.records.spans import Span
from onrecord.segment import segment

Kind = Literal["span", "word", "pointer", "sentence", "score", "role"]


@dataclass(frozen=True)
class Head:
    """What one head predicts.

    ``span``: BIO over ``labels``; ``word``: one label a word; ``pointer``: the index of
    another word; ``sentence``: one label a sentence (word logits averaged over it);
    ``score``: one figure a word and label (scales that sets do not share); ``role``: a label for
    pairs of a predicate and a word of its sentence. ``weight`` multiplies its loss; heads of one ``group``
    share a branch of the network.
    """

    name: str
    kind: Kind
    labels: tuple[str, ...] = ()
    weight: float = 1.0
    group: str = "sentences"


class Choice(NamedTuple):
    """What a word may point at: one of ``right`` (words of a text), and not at ``wrong``.

    Where ``wrong`` is empty, every word is wrong that is neither right nor one of ``same``,
    which mean the same but come later.
    """

    right: tuple[int, ...]
    wrong: tuple[int, ...] = ()
    same: tuple[int, ...] = ()


@dataclass
class Labels:
    """One head's annotation of one example.

    ``spans``: ``(first word, last word, label)`` for span heads; ``words``: word index to
    label index, target word or figure; ``sentences``: sentence index to label index.
    A role head has ``(predicate, head word, label)`` in ``spans``, likely predicates in
    ``words`` and every annotated sentence in ``sentences``; a score head has the label of its scale in ``scale``.
    ``known``: the labels that were annotated, where not all were. ``choices``: for a pointer
    head, the words that have several right targets.
    """

    spans: list[tuple[int, int, str]] = field(default_factory=list)
    words: dict[int, float] = field(default_factory=dict)
    sentences: dict[int, int] = field(default_factory=dict)
    known: frozenset[str] | None = None
    scale: str = ""
    choices: dict[int, Choice] = field(default_factory=dict)


@dataclass
class Example:
    """A text with its words and the annotation of one or several heads.

    Examples with one ``key`` from several heads are merged; ``rate`` is how often an
    epoch takes it (0.5: every second epoch on average; 2: twice), ``alone`` how often its
    sentences are then windows of their own.
    """

    key: str
    text: str
    segments: Segments
    labels: dict[str, Labels]
    rate: float = 1.0
    alone: float = 0.1


def rows(path: Path) -> list[dict[str, Any]]:
    """All rows of a JSON Lines file, gzipped or not; the suffix ``.gz`` may be left out."""
    if not path.exists():
        path = path.with_name(path.name + ".gz")
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def from_text(text: str, sentences: Sequence[Span] = ()) -> Segments:
    """Segment a text whose lines are paragraphs, or whose sentences are known."""
    spans = list(sentences) or [
        (start, start + len(line)) for start, line in _lines(text) if line.strip()
    ]
    # Known sentences are given as blocks of their own that are never cut (headlines are not).
    kind: Literal["headline", "paragraph"] = "headline" if sentences else "paragraph"
    blocks = tuple(Block(kind=kind, start=start, end=end) for start, end in spans)
    return segment(Document(id="", name="", text=text, blocks=blocks, language="en", sha256=""))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1


def join(
    sentences: Iterable[Sequence[str]], rng: random.Random, breaks: float = 0.3
) -> tuple[str, Segments]:
    """Make a text of tokenised sentences: as printed or, half the time, with blanks throughout.

    The words of the segments are exactly the tokens given; ``breaks`` is the chance that
    a sentence begins a line.
    """
    tidy = rng.random() < 0.5
    text = ""
    words: list[Span] = []
    bounds: list[Span] = []
    for tokens in sentences:
        if text:
            text += "\n" if rng.random() < breaks else " "
        first, opened = len(words), False
        for i, token in enumerate(tokens):
            closing = token == '"' and opened
            if i and not (tidy and (closing or _joins(tokens[i - 1], token, opened))):
                text += " "
            if token == '"':
                opened = not opened
            words.append((len(text), len(text) + len(token)))
            text += token
        bounds.append((first, len(words)))
    spans = tuple((words[a][0], words[b - 1][1]) for a, b in bounds if b > a)
    return text, Segments(
        sentences=spans, words=tuple(words), bounds=tuple(b for b in bounds if b[1] > b[0])
    )


_NO_BLANK_BEFORE = frozenset(
    [
        ",",
        ".",
        ";",
        ":",
        "!",
        "?",
        ")",
        "]",
        "%",
        "’",
        "”",
        "'s",
        "’s",
        "n't",
        "n’t",
        "'re",
        "'ve",
        "'ll",
        "'d",
        "'m",
        "’re",
        "’ve",
        "’ll",
    ]
)
_NO_BLANK_AFTER = frozenset(["(", "[", "$", "£", "€", "“", "‘", "#"])


def _joins(before: str, token: str, opened: bool) -> bool:
    """Whether print sets no blank between two tokens."""
    return token in _NO_BLANK_BEFORE or before in _NO_BLANK_AFTER or (before == '"' and opened)


def word_range(segments: Segments, start: int, end: int) -> tuple[int, int] | None:
    """The words that a character span touches, or None."""
    from bisect import bisect_left, bisect_right

    starts = _starts(segments)
    first = bisect_right(starts, start) - 1
    if first < 0 or segments.words[first][1] <= start:
        first += 1
    last = bisect_left(starts, end)
    return (first, last) if last > first else None


_STARTS: dict[int, tuple[Segments, list[int]]] = {}


def _starts(segments: Segments) -> list[int]:
    """Word starts, remembered for the last document asked about."""
    known = _STARTS.get(id(segments))
    if known is None or known[0] is not segments:
        _STARTS.clear()
        known = (segments, [start for start, _ in segments.words])
        _STARTS[id(segments)] = known
    return known[1]
