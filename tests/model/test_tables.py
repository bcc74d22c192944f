"""The tables beside the graph: counts of frames, weights of words, and the file they lie in."""

import numpy as np
import pytest

from onrecord.model.bundle import load, shipped
from onrecord.model.frames import ANY, Frames, key, marks
from onrecord.model.tables import pack, unpack
from onrecord.model.words import Words, features

# "put" has a place for ARG2 on way 3 after "in", way 4 with whichever mark; "/NOUN" speaks against it.
FRAMES = Frames(
    lemmas={"put": 1, "stop": 2},
    marks={"in": 1, "/NOUN": 2},
    keys=np.sort(
        np.concatenate(
            [key(1, np.array([3]), 1), key(1, np.array([3, 4]), ANY), key(ANY, np.array([4]), 2)]
        )
    ),
    rows=np.zeros((4, 2), dtype=np.int8),
)


def filled() -> Frames:
    worth = {
        int(key(1, np.int64(3), 1)): 32,
        int(key(1, np.int64(3), ANY)): 16,
        int(key(1, np.int64(4), ANY)): 8,
        int(key(ANY, np.int64(4), 2)): -4,
    }
    rows = np.array([[0, worth[int(k)]] for k in FRAMES.keys], dtype=np.int8)
    return Frames(lemmas=FRAMES.lemmas, marks=FRAMES.marks, keys=FRAMES.keys, rows=rows)


def test_the_narrowest_count_speaks_and_wider_ones_stand_in() -> None:
    frames = filled()
    put = np.full(4, frames.lemma("Put"))
    added = frames.of(put, np.array([3, 3, 4, 5]), frames.marked(["in", "under", "/NOUN", "in"]))
    # all three seen; the lemma's way alone; the lemma's way and the mark's; nothing
    assert added[:, 1].tolist() == [2.0, 1.0, 0.5 - 0.25, 0.0]
    assert not added[:, 0].any()


def test_of_an_unknown_verb_only_the_mark_is_known() -> None:
    frames = filled()
    unknown = np.full(2, frames.lemma("frobbed"))
    added = frames.of(unknown, np.array([3, 4]), frames.marked(["in", "/NOUN"]))
    assert added[:, 1].tolist() == [0.0, -0.25]


def test_a_word_is_marked_by_its_first_preposition_else_by_what_it_is() -> None:
    words = "Up to ten ran because rain fell".split()
    heads = [2, 2, 3, -1, 6, 6, 3]
    relations = ["case", "case", "nsubj", "root", "mark", "nsubj", "advcl"]
    upos = ["ADP", "ADP", "NUM", "VERB", "SCONJ", "NOUN", "VERB"]
    assert marks(words, upos, heads, relations) == [
        "/ADP", "/ADP", "up", "/VERB", "/SCONJ", "/NOUN", "because",
    ]  # fmt: skip


WORDS = Words(
    numbers={"will": 0, "^ it": 1},
    rarity=np.array([1.0, 2.0], dtype=np.float32),
    rows=np.array([[0, 3], [0, 1]], dtype=np.float16),
    shifts=np.array([0.5, 0.0], dtype=np.float32),
    columns={"kind": 0},
)


def test_the_words_of_a_sentence_are_weighed_by_how_rare_they_are() -> None:
    sentences = [["Will"], ["Nobody", "came"], ["It", "will"], ["will", "It", "will"]]
    added = WORDS.of(sentences)
    assert added[:, 0].tolist() == [0.5] * 4
    # one feature of length one; none; two of them, 1 and 2 long; "^ it" only begins a sentence
    assert added[:, 1].tolist() == pytest.approx([3.0, 0.0, (1 * 3 + 2 * 1) / 5**0.5, 3.0])
    assert WORDS.of([]).shape == (0, 2)


def test_features_are_words_and_pairs_from_the_start_on() -> None:
    assert features(["A", "Tax"]) == ["a", "tax", "^ a", "a tax"]
    assert features([]) == []


def test_a_file_gives_back_what_was_put_in() -> None:
    table = {"words": {"a\tb": 3, "ü": 7}, "rows": np.eye(2, dtype=np.int8)}
    again = unpack(pack(table))
    assert again["words"] == table["words"] and (again["rows"] == np.eye(2)).all()
    assert pack(table) == pack(table)


def test_what_holds_objects_or_is_no_archive_is_refused() -> None:
    with pytest.raises(ValueError):
        unpack(b"nothing of the kind")
    with pytest.raises(ValueError):
        pack({"rows": np.array([{}], dtype=object)})


def test_the_shipped_tables_fit_the_heads() -> None:
    bundle = load(shipped(), threads=1)
    heads = {head.name: head for head in bundle.manifest.heads}
    assert bundle.frames.rows.shape == (len(bundle.frames.keys), 1 + len(heads["role"].labels))
    assert (np.diff(bundle.frames.keys) > 0).all()
    sizes = {name: len(heads[name].labels) for name in bundle.words.columns}
    assert sum(sizes.values()) == bundle.words.rows.shape[1] == len(bundle.words.shifts)
