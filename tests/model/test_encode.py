"""Words to arrays: shapes, gaps, quotes, windows and padding."""

import itertools

import numpy as np
import pytest
from tokenizers import Tokenizer

from onrecord.model.bundle import shipped
from onrecord.model.encode import (
    CLS,
    GAPS,
    MAX_PIECES,
    MAX_WORD_PIECES,
    SEP,
    SHAPES,
    Encoded,
    Pieces,
    collate,
    encode,
    windows,
)
from onrecord.records.segments import Segments
from onrecord.segment import segment
from tests.builders import plain


@pytest.fixture(scope="module")
def pieces() -> Pieces:
    return Pieces(Tokenizer.from_file(str(shipped() / "tokenizer.json")))


def encoded(text: str, pieces: Pieces) -> tuple[Encoded, Segments]:
    segments = segment(plain(text))
    return encode(text, segments, pieces), segments


def test_every_word_has_a_shape(pieces: Pieces) -> None:
    found, _ = encoded("mill Tarr NSU McRae I 12 2,700 1990s G7 3m ! “", pieces)
    assert [SHAPES[i] for i in found.shapes] == [
        "lower",
        "title",
        "upper",
        "mixed",
        "capital",
        "digits",
        "digits",
        "digits_and_letters",
        "digits_and_letters",
        "digits_and_letters",
        "sign",
        "sign",
    ]


def test_every_word_knows_what_separates_it_from_the_one_before(pieces: Pieces) -> None:
    found, _ = encoded("Mill closes\n\nDon't go, Tarr.", pieces)
    assert [GAPS[i] for i in found.gaps] == [
        "line",
        "blank",
        "line",
        "none",
        "blank",
        "none",
        "blank",
        "none",
    ]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("He “did not” go.", "“ did not ”"),
        ('He "did not" go.', '" did not "'),
        ("He «did» go.", "« did »"),
        ("“We won. We left.” He sat.", "“ We won . We left . ”"),
        ("It's Tarr’s ‘own’ mill.", ""),
    ],
)
def test_words_in_double_quotes_are_marked_marks_included(
    pieces: Pieces, text: str, inside: str
) -> None:
    found, segments = encoded(text, pieces)
    words = [text[a:b] for a, b in segments.words]
    assert " ".join(w for w, q in zip(words, found.quotes, strict=True) if q) == inside


def test_a_quote_never_closed_ends_after_some_sentences(pieces: Pieces) -> None:
    text = "He said “no. One came. Two came. Three came. Four came."
    found, segments = encoded(text, pieces)
    states = [int(found.quotes[first]) for first, _ in segments.bounds]
    assert states[:2] == [0, 1] and states[-1] == 0
    assert states[1:] == sorted(states[1:], reverse=True)


def test_a_word_has_at_least_one_piece_and_never_too_many(pieces: Pieces) -> None:
    assert len(pieces.of("mill")) == 1
    assert len(pieces.of("\u200b")) >= 1
    assert len(pieces.of("xq9" * 25)) == MAX_WORD_PIECES
    assert pieces.of("Mill") == pieces.of("mill"), "the vocabulary is uncased"


def test_offsets_cut_the_pieces_into_words(pieces: Pieces) -> None:
    text = "Halvek shuttered the Orun saltworks."
    found, segments = encoded(text, pieces)
    assert found.offsets[0] == 0 and found.offsets[-1] == len(found.ids)
    for i, (a, b) in enumerate(segments.words):
        assert tuple(found.ids[found.offsets[i] : found.offsets[i + 1]]) == pieces.of(text[a:b])


def long_text(chance: np.random.Generator) -> str:
    lines = []
    for _ in range(int(chance.integers(1, 12))):
        sizes = chance.integers(1, 60, size=int(chance.integers(1, 5)))
        lines.append(" ".join("Tarr " + "saltworks " * int(n) + "closed." for n in sizes))
    return "\n\n".join(lines)


@pytest.mark.parametrize("seed", range(15))
def test_windows_cover_every_word_once_and_keep_sentences_whole(pieces: Pieces, seed: int) -> None:
    found, segments = encoded(long_text(np.random.default_rng(seed)), pieces)
    ranges = windows(found, segments.bounds)
    assert ranges[0][0] == 0 and ranges[-1][1] == len(segments.words)
    assert all(a[1] == b[0] for a, b in itertools.pairwise(ranges))
    starts = {first for first, _ in segments.bounds}
    for first, last in ranges:
        assert 0 < found.offsets[last] - found.offsets[first] <= MAX_PIECES - 2
        assert first in starts, "no sentence here is longer than a window"


def test_only_a_sentence_longer_than_a_window_is_cut(pieces: Pieces) -> None:
    found, segments = encoded("It rained. " + "Mill " * 390 + "closed. It rained.", pieces)
    ranges = windows(found, segments.bounds)
    sizes = [int(found.offsets[b] - found.offsets[a]) for a, b in ranges]
    assert ranges[0] == (0, 3), "the short sentence is not joined to half of the long one"
    assert sizes[1:3] == [MAX_PIECES - 2] * 2
    assert sum(sizes) == len(found.ids)


def test_a_window_more_than_half_full_ends_with_its_paragraph(pieces: Pieces) -> None:
    found, segments = encoded("mill " * 120 + ".\n\n" + ("salt " * 30 + ". ") * 3, pieces)
    assert windows(found, segments.bounds)[0] == (0, 121)


def test_nothing_has_no_window(pieces: Pieces) -> None:
    found, segments = encoded("", pieces)
    assert windows(found, segments.bounds) == [] and len(found.ids) == 0


def test_a_batch_is_padded_with_zeros_and_keeps_every_word(pieces: Pieces) -> None:
    long, one = encoded("Halvek shuttered the “Orun” saltworks. It rained.", pieces)
    short, two = encoded("It rained.", pieces)
    batch = collate([(long, (0, len(one.words))), (short, (0, len(two.words)))])
    size = len(long.ids) + 2
    assert batch.ids.shape == batch.mask.shape == (2, size)
    assert batch.ids[0, 0] == batch.ids[1, 0] == CLS
    assert batch.ids[0, size - 1] == SEP and batch.ids[1, len(short.ids) + 1] == SEP
    assert batch.mask.sum(1).tolist() == [size, len(short.ids) + 2]
    assert not batch.ids[1, len(short.ids) + 2 :].any()
    for row, found, segments in ((0, long, one), (1, short, two)):
        for i in range(len(segments.words)):
            at = batch.firsts[row, i]
            assert batch.ids[row, at] == found.ids[found.offsets[i]]
            assert batch.ids[row, batch.lasts[row, i]] == found.ids[found.offsets[i + 1] - 1]
            assert batch.shapes[row, at] == found.shapes[i] + 1
            assert batch.gaps[row, at] == found.gaps[i] + 1
            assert batch.quotes[row, at] == found.quotes[i] + 1
    assert set(batch.feeds()) == {"ids", "mask", "shapes", "gaps", "quotes", "firsts", "lasts"}


def test_a_window_in_the_middle_is_cut_out_exactly(pieces: Pieces) -> None:
    found, segments = encoded("It rained. Halvek left. It rained.", pieces)
    first, last = segments.bounds[1]
    alone, own = encoded("Halvek left.", pieces)
    middle = collate([(found, (first, last))])
    single = collate([(alone, (0, len(own.words)))])
    assert middle.ids.tolist() == single.ids.tolist()
    assert middle.firsts.tolist() == single.firsts.tolist()
