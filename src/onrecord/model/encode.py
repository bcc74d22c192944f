"""Words to model input: word pieces, and the three features that pieces lack.

The encoder's vocabulary is uncased and knows no line ends, so every word carries its
**shape** (capitals, digits), its **gap** (what separates it from the word before) and
whether it stands inside **quotes**. Training and serving both come through here.
"""

from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.records.segments import Segments
from onrecord.records.spans import Span

Ints = NDArray[np.int64]

SHAPES = ("lower", "title", "upper", "mixed", "capital", "digits", "digits_and_letters", "sign")
GAPS = ("none", "blank", "line")
MAX_PIECES = 192
"""Pieces in one window, the two end markers included: longer gained nothing on PolNeAR dev."""
MAX_WORD_PIECES = 12
CLS, SEP = 101, 102
_OPENING, _CLOSING, _STRAIGHT = {"“", "«", "``"}, {"”", "»", "''"}, '"'


class Encoded(msgspec.Struct, frozen=True):
    """One document as arrays. ``ids`` [P] pieces; word ``i`` is ``ids[offsets[i]:offsets[i+1]]``;
    ``shapes``, ``gaps``, ``quotes`` [W] one small integer a word.
    """

    ids: Ints
    offsets: Ints
    shapes: Ints
    gaps: Ints
    quotes: Ints


class Pieces:
    """Word pieces of single words, remembered: news uses the same few thousand words."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self._tokenizer = tokenizer
        self._known: dict[str, tuple[int, ...]] = {}

    def of(self, word: str) -> tuple[int, ...]:
        """The piece ids of one word, at least one and at most ``MAX_WORD_PIECES``."""
        ids = self._known.get(word)
        if ids is None:
            found = self._tokenizer.encode(word, add_special_tokens=False).ids
            ids = tuple(found[:MAX_WORD_PIECES]) or (100,)
            if len(self._known) < 200_000:
                self._known[word] = ids
        return ids


def encode(text: str, segments: Segments, pieces: Pieces) -> Encoded:
    """Turn all words of a document into arrays."""
    words = [text[start:end] for start, end in segments.words]
    per_word = [pieces.of(word) for word in words]
    offsets = np.zeros(len(words) + 1, dtype=np.int64)
    np.cumsum([len(ids) for ids in per_word], out=offsets[1:])
    return Encoded(
        np.array([piece for ids in per_word for piece in ids], dtype=np.int64),
        offsets,
        np.array([_shape(word) for word in words], dtype=np.int64),
        np.array(_gaps(text, segments.words), dtype=np.int64),
        np.array(_quotes(words, segments.bounds), dtype=np.int64),
    )


def _shape(word: str) -> int:
    """Index into ``SHAPES``."""
    if word.islower():
        return 0 if word.isalpha() else 6 if any(map(str.isdigit, word)) else 0
    if word.isdigit():
        return 5
    if not any(map(str.isalpha, word)):
        return 5 if any(map(str.isdigit, word)) else 7
    if any(map(str.isdigit, word)):
        return 6
    if word.isupper():
        return 4 if len(word) == 1 else 2
    return 1 if word.istitle() else 3


def _gaps(text: str, words: Sequence[Span]) -> list[int]:
    """Index into ``GAPS`` for each word; the first follows a line end."""
    gaps: list[int] = []
    before = 0
    for start, end in words:
        gap = 0 if start == before else 2 if "\n" in text[before:start] else 1
        gaps.append(gap if gaps else 2)
        before = end
    return gaps


def _quotes(words: Sequence[str], bounds: Sequence[Span]) -> list[int]:
    """1 for words inside double quotation marks, the marks included.

    A straight quote that is still open after three sentences was a slip: it is closed.
    """
    inside, age = False, 0
    states = []
    for first, last in bounds:
        age += 1
        if inside and age > 3:
            inside = False
        for word in words[first:last]:
            opened = word in _OPENING or (word == _STRAIGHT and not inside)
            closed = word in _CLOSING or (word == _STRAIGHT and inside)
            states.append(int(inside or opened or closed))
            if opened:
                inside, age = True, 0
            elif closed:
                inside = False
    return states


def windows(encoded: Encoded, bounds: Sequence[Span], limit: int = MAX_PIECES) -> list[Span]:
    """Cut a document into word ranges of at most ``limit`` pieces (markers included).

    Whole sentences; a window that is more than half full ends with its paragraph rather
    than take half of the next one. Only a sentence longer than a window is cut.
    """
    room = limit - 2
    ranges: list[Span] = []
    start, last_line = 0, 0
    for first, last in bounds:
        if encoded.gaps[first] == 2:
            last_line = first
        if encoded.offsets[last] - encoded.offsets[start] <= room:
            continue
        filled = encoded.offsets[last_line] - encoded.offsets[start]
        cut = last_line if last_line > start and filled > room // 2 else first
        if cut > start:
            ranges.append((start, cut))
            start = cut
        while encoded.offsets[last] - encoded.offsets[start] > room:
            cut = int(np.searchsorted(encoded.offsets, encoded.offsets[start] + room, "right")) - 1
            ranges.append((start, min(cut, last)))
            start = min(cut, last)
    end = bounds[-1][1] if bounds else 0
    if end > start:
        ranges.append((start, end))
    return ranges


class Batch(msgspec.Struct, frozen=True):
    """Model input for some windows, padded with zeros.

    ``ids``, ``shapes``, ``gaps``, ``quotes`` [B, T] a piece; ``mask`` [B, T] 1 where a piece is;
    ``firsts``, ``lasts`` [B, W] the index of each word's first and last piece.
    """

    ids: Ints
    mask: Ints
    shapes: Ints
    gaps: Ints
    quotes: Ints
    firsts: Ints
    lasts: Ints

    def feeds(self) -> dict[str, Ints]:
        """The arrays by input name."""
        return {name: getattr(self, name) for name in self.__struct_fields__}


def collate(items: Sequence[tuple[Encoded, Span]]) -> Batch:
    """Pad the windows ``(document, word range)`` to one batch."""
    counts = [int(doc.offsets[last] - doc.offsets[first]) for doc, (first, last) in items]
    length = max(counts) + 2
    most_words = max(last - first for _, (first, last) in items)
    ids, mask, shapes, gaps, quotes = (
        np.zeros((len(items), length), dtype=np.int64) for _ in range(5)
    )
    firsts, lasts = (np.zeros((len(items), most_words), dtype=np.int64) for _ in range(2))
    for row, ((doc, (first, last)), count) in enumerate(zip(items, counts, strict=True)):
        begin, end = doc.offsets[first], doc.offsets[last]
        sizes = np.diff(doc.offsets[first : last + 1])
        ids[row, 0], ids[row, 1 : count + 1], ids[row, count + 1] = CLS, doc.ids[begin:end], SEP
        mask[row, : count + 2] = 1
        # 0 is kept for the markers and the padding.
        shapes[row, 1 : count + 1] = np.repeat(doc.shapes[first:last] + 1, sizes)
        gaps[row, 1 : count + 1] = np.repeat(doc.gaps[first:last] + 1, sizes)
        quotes[row, 1 : count + 1] = np.repeat(doc.quotes[first:last] + 1, sizes)
        firsts[row, : last - first] = doc.offsets[first:last] - begin + 1
        lasts[row, : last - first] = doc.offsets[first + 1 : last + 1] - begin
    return Batch(ids, mask, shapes, gaps, quotes, firsts, lasts)
