"""The words of many texts at once, as numbers: what all comparison of texts is made of.

A word is a run of letters and figures, without case, accents kept. Apostrophes, hyphens and
quotation marks of every kind divide words, so that typography never makes two texts differ.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

Hashes: TypeAlias = NDArray[np.uint64]
Indices: TypeAlias = NDArray[np.int64]

# So many bytes of text are taken at once: what fits the processor's own cache is fastest.
BATCH = 200_000

_PAD = 16  # zero bytes around the texts, so that eight bytes can be read anywhere
_WORD_BYTES = bytes(
    byte if byte >= 128 else ord(chr(byte).lower()) if chr(byte).isalnum() else 0
    for byte in range(256)
)
_MASKS = np.array([(1 << 8 * size) - 1 for size in range(9)], dtype=np.uint64)
_ODD = tuple(
    np.uint64(odd)
    for odd in (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB, 0xD6E8FEB86659FD93)
)
_HALF = np.uint64(32)


class Words(NamedTuple):
    """The words of several texts, in order.

    ``hashes`` are 64 bits a word; ``starts`` and ``lengths`` count bytes of UTF-8 from the
    beginning of the word's own text; the words of text ``n`` are ``bounds[n]`` to ``bounds[n + 1]``.
    """

    hashes: Hashes
    starts: Indices
    lengths: Indices
    bounds: Indices

    def text_numbers(self) -> Indices:
        """For each word, the number of the text it is in."""
        return np.repeat(np.arange(len(self.bounds) - 1), np.diff(self.bounds))


def words(texts: Sequence[str]) -> Words:
    """Find and hash the words of all texts.

    A hash covers the first and last eight bytes of a word and its length: enough to tell
    words apart, and read in two steps however long the word is.
    """
    coded = [text.encode("utf-8", "surrogatepass") for text in texts]
    data = bytes(_PAD) + b"\0".join(coded).translate(_WORD_BYTES) + bytes(_PAD)
    letters = _without_punctuation(data)
    edges = np.flatnonzero(np.diff(letters != 0)) + 1
    starts, lengths = edges[0::2], edges[1::2] - edges[0::2]
    firsts = _PAD + np.cumsum([0, *(len(code) + 1 for code in coded)])
    bounds = np.searchsorted(starts, firsts)
    offsets = np.repeat(firsts[:-1], np.diff(bounds))
    return Words(_hashes(letters, starts, lengths), starts - offsets, lengths, bounds)


def _without_punctuation(data: bytes) -> NDArray[np.uint8]:
    """Bytes with zeros for the curly quotes, dashes and spaces of U+2000-U+203F, « » and U+00A0."""
    letters = np.frombuffer(bytearray(data), dtype=np.uint8)
    general = np.flatnonzero(letters == 0xE2)
    general = general[letters[general + 1] == 0x80]
    latin = np.flatnonzero(letters == 0xC2)
    for start, size in ((general, 3), (latin, 2)):
        for step in range(size):
            letters[start + step] = 0
    return letters


def _hashes(letters: NDArray[np.uint8], starts: Indices, lengths: Indices) -> Hashes:
    eight = np.ndarray((len(letters) - 7,), dtype="<u8", buffer=letters.data, strides=(1,))
    mask = _MASKS[np.minimum(lengths, 8)]
    head = eight[starts] & mask
    tail = eight[starts + np.maximum(lengths - 8, 0)] & mask
    return mix(mix(head * _ODD[0] + lengths.astype(np.uint64)) + tail)


def mix(hashes: Hashes) -> Hashes:
    """Spread what is in the bits (the finaliser of splitmix64, Steele et al. 2014, shortened)."""
    hashes = (hashes ^ (hashes >> np.uint64(29))) * _ODD[1]
    return hashes ^ (hashes >> _HALF)


def grams(hashes: Hashes, size: int) -> Hashes:
    """One hash for each run of ``size`` hashes; shorter than the input by ``size - 1``."""
    count = max(0, len(hashes) - size + 1)
    total = np.zeros(count, dtype=np.uint64)
    for step in range(size):
        total = total * _ODD[3] + hashes[step : step + count]
    return mix(total)


def batches(texts: Sequence[str]) -> Iterator[tuple[int, Sequence[str]]]:
    """Cut a long list of texts into pieces of about ``BATCH`` characters, with their first number."""
    first, size = 0, 0
    for number, text in enumerate(texts):
        size += len(text)
        if size >= BATCH:
            yield first, texts[first : number + 1]
            first, size = number + 1, 0
    if first < len(texts):
        yield first, texts[first:]


def characters(text: str, offsets: Indices) -> Indices:
    """Turn byte offsets of a text's UTF-8 into character offsets."""
    if text.isascii():
        return offsets
    data = np.frombuffer(text.encode("utf-8", "surrogatepass"), dtype=np.uint8)
    counts = np.concatenate(([0], np.cumsum((data & 0xC0) != 0x80)))
    return counts[offsets]
