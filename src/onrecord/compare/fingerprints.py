"""Fingerprints: a sample of what stands in a text that survives a newsroom's edits.

A fingerprint is the hash of three neighbouring words of four or more letters. Short words are
left out, because sub-editing drops and adds them first. Of all such hashes those are kept that
are divisible by ``SAMPLE``: a copy keeps the same ones wherever a passage stands in it (Manber
1994; compare Schleimer et al. 2003, whose windows need more time and find the same pairs).
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from onrecord.compare.words import Hashes, Indices, Words, batches, grams, mix, words

SIZE = 3
SHORTEST = 4  # bytes of the shortest word that counts
SAMPLE = 4

_ARTICLE = np.uint64(0xFFFFFFFF)
_HASH = np.uint64(32)
_PLACES = mix(np.arange(1, 4097, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)) | np.uint64(1)


class Sample(NamedTuple):
    """The fingerprints of some texts: hash, number of the text, first and last word."""

    hashes: Hashes
    texts: Indices
    firsts: Indices
    lasts: Indices


def sample(found: Words) -> Sample:
    """The fingerprints of texts, where they stand."""
    long = np.flatnonzero(found.lengths >= SHORTEST)
    texts = found.text_numbers()[long]
    hashes = grams(found.hashes[long], SIZE)
    reach = SIZE - 1
    kept = np.flatnonzero(
        (hashes & np.uint64(SAMPLE - 1) == 0)
        & (texts[: len(hashes)] == texts[reach:][: len(hashes)])
    )
    return Sample(hashes[kept] >> _HASH, texts[kept], long[kept], long[kept + reach])


def fingerprints(texts: Sequence[str], progress: Callable[[int], None] | None = None) -> Hashes:
    """All fingerprints, each once a text, sorted: 32 bits of hash, then 32 of the text's number.

    Every text that has words also gets two for the whole of them, so that equal texts meet
    however short they are (two in common make a pair). ``progress`` is told how many texts are done.
    """
    parts = []
    for first, some in batches(texts):
        found = words(some)
        part = sample(found)
        parts.append(_keys(part.hashes, part.texts + first))
        parts.append(_keys(*_wholes(found, first)))
        if progress:
            progress(first + len(some))
    keys = np.concatenate(parts) if parts else np.zeros(0, dtype=np.uint64)
    keys.sort()
    return keys[np.flatnonzero(np.diff(keys, prepend=~keys[:1]))]


def hash_of(keys: Hashes) -> Hashes:
    """The hashes of fingerprints."""
    return keys >> _HASH


def text_of(keys: Hashes) -> Indices:
    """The numbers of the texts that fingerprints stand in."""
    return (keys & _ARTICLE).astype(np.int64)


def _keys(hashes: Hashes, texts: Indices) -> Hashes:
    return (hashes << _HASH) | texts.astype(np.uint64)


def _wholes(found: Words, first: int) -> tuple[Hashes, Indices]:
    """Two hashes for all the words of each text in their order."""
    filled = np.flatnonzero(np.diff(found.bounds))
    if not len(filled):
        return np.zeros(0, dtype=np.uint64), filled
    places = np.arange(len(found.hashes)) - np.repeat(found.bounds[:-1], np.diff(found.bounds))
    sums = np.add.reduceat(found.hashes * _PLACES[places % len(_PLACES)], found.bounds[filled])
    both = np.concatenate((mix(sums), mix(~sums)))
    return both >> _HASH, np.tile(filled, 2) + first
