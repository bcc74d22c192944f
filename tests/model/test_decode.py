"""Decoding: label sequences, links and trees from figures."""

from itertools import pairwise, product

import numpy as np
import pytest

from onrecord.model import decode
from onrecord.records.predictions import Link, Tag

LABELS = ("source", "cue", "content")
NONE, B_SOURCE, I_SOURCE, B_CUE, I_CUE = range(5)


def logits(*codes: int, size: int = 7) -> decode.Floats:
    """Figures that want each word to be just this code."""
    scores = np.zeros((len(codes), size), dtype=np.float32)
    scores[range(len(codes)), codes] = 9.0
    return scores


def places(tags: list[Tag]) -> list[tuple[int, int, str]]:
    return [(tag.first, tag.last, tag.label) for tag in tags]


def random(seed: int, *shape: int) -> decode.Floats:
    return np.random.default_rng(seed).normal(0, 3, shape).astype(np.float32)


def test_softmax_makes_rows_of_one_even_of_large_figures() -> None:
    shares = decode.softmax(np.array([[1000.0, 1000.0], [-1000.0, 0.0]], dtype=np.float32))
    assert shares.tolist() == [[0.5, 0.5], [0.0, 1.0]]


def test_a_clear_sequence_is_read_as_it_stands() -> None:
    wanted = (NONE, B_SOURCE, I_SOURCE, B_CUE, NONE, B_SOURCE, B_SOURCE)
    assert places(decode.spans([logits(*wanted)], LABELS)[0]) == [
        (1, 3, "source"),
        (3, 4, "cue"),
        (5, 6, "source"),
        (6, 7, "source"),
    ]


def test_a_score_is_the_mean_share_of_the_label() -> None:
    (tag,) = decode.spans([logits(NONE, B_CUE, I_CUE)], LABELS)[0]
    assert 0.99 < tag.score <= 1.0
    (unsure,) = decode.spans([logits(NONE, B_CUE, I_CUE) / 9], LABELS)[0]
    share = (np.e + 1) / (np.e + 6)
    assert unsure.score == pytest.approx(share, abs=1e-3)


def test_an_inside_that_follows_nothing_never_stands_alone() -> None:
    alone = decode.spans([logits(NONE, I_SOURCE, NONE)], LABELS)[0]
    assert alone == []
    switched = places(decode.spans([logits(B_SOURCE, I_CUE, I_CUE)], LABELS)[0])
    assert switched in ([(0, 1, "source")], [(0, 3, "cue")], [(0, 3, "source")])


def best_legal(scores: decode.Floats, steps: decode.Floats) -> float:
    """By trying every sequence: the oracle for Viterbi."""
    shares = np.log(decode.softmax(scores) + 1e-9)
    legal = (
        path
        for path in product(range(scores.shape[1]), repeat=len(scores))
        if all(
            code == 0 or code % 2 or (at and path[at - 1] in (code, code - 1))
            for at, code in enumerate(path)
        )
    )
    return max(worth(shares, list(path), steps) for path in legal)


def worth(shares: decode.Floats, path: list[int], steps: decode.Floats) -> float:
    moved = sum(float(steps[a, b]) for a, b in pairwise(path))
    return float(sum(shares[range(len(path)), path])) + moved


def codes_of(tags: list[Tag], size: int, labels: tuple[str, ...]) -> list[int]:
    codes = [0] * size
    for tag in tags:
        begin = 1 + 2 * labels.index(tag.label)
        codes[tag.first : tag.last] = [begin] + [begin + 1] * (tag.last - tag.first - 1)
    return codes


@pytest.mark.parametrize("seed", range(20))
def test_the_sequence_is_the_best_of_all_legal_ones(seed: int) -> None:
    scores = random(seed, 5, 5)
    labels = LABELS[:2]
    shares = np.log(decode.softmax(scores) + 1e-9)
    for steps in (np.zeros((5, 5), dtype=np.float32), random(seed + 500, 5, 5)):
        codes = codes_of(decode.spans([scores], labels, steps.tolist())[0], 5, labels)
        assert worth(shares, codes, steps) == pytest.approx(best_legal(scores, steps), abs=1e-3)


def test_learned_steps_bridge_a_weak_word() -> None:
    weak = logits(B_CUE, NONE, NONE)
    weak[1:, I_CUE] = weak[1:, NONE] - 0.5
    steps = np.zeros((7, 7))
    steps[I_CUE, I_CUE] = steps[B_CUE, I_CUE] = 2.0
    assert places(decode.spans([weak], LABELS)[0]) == [(0, 1, "cue")]
    assert places(decode.spans([weak], LABELS, steps.tolist())[0]) == [(0, 3, "cue")]


@pytest.mark.parametrize("seed", range(20))
def test_windows_of_any_length_read_the_same_alone_and_together(seed: int) -> None:
    chance = np.random.default_rng(seed)
    windows = [random(seed * 100 + i, int(chance.integers(1, 40)), 7) for i in range(6)]
    together = decode.spans(windows, LABELS)
    assert together == [decode.spans([window], LABELS)[0] for window in windows]
    for tags, window in zip(together, windows, strict=True):
        assert all(0 <= t.first < t.last <= len(window) and 0 < t.score <= 1 for t in tags)
        assert all(a.last <= b.first for a, b in pairwise(tags))


def test_no_window_no_tags() -> None:
    assert decode.spans([], LABELS) == []


def test_every_part_is_tied_to_the_cue_its_words_point_at() -> None:
    tags = [
        Tag(first=0, last=2, label="source", score=1.0),
        Tag(first=2, last=3, label="cue", score=1.0),
        Tag(first=3, last=5, label="content", score=1.0),
        Tag(first=5, last=6, label="cue", score=1.0),
    ]
    pointers = np.zeros((6, 6), dtype=np.float32)
    for word, cue in ((0, 2), (1, 2), (2, 2), (3, 5), (4, 5), (5, 5)):
        pointers[word, cue] = 12.0
    assert decode.links(tags, pointers) == [
        Link(part=0, cue=1, score=1.0),
        Link(part=1, cue=1, score=1.0),
        Link(part=2, cue=3, score=1.0),
        Link(part=3, cue=3, score=1.0),
    ]


def test_the_words_of_a_part_vote() -> None:
    tags = [
        Tag(first=0, last=1, label="cue", score=1.0),
        Tag(first=1, last=4, label="content", score=1.0),
        Tag(first=4, last=5, label="cue", score=1.0),
    ]
    pointers = np.zeros((5, 5), dtype=np.float32)
    pointers[[1, 2], 4] = 20.0
    pointers[3, 0] = 20.0
    assert decode.links(tags, pointers)[1] == Link(part=1, cue=2, score=0.667)


def test_without_a_cue_there_is_nothing_to_tie() -> None:
    tags = [Tag(first=0, last=2, label="source", score=1.0)]
    assert decode.links(tags, np.zeros((2, 2), dtype=np.float32)) == []


def test_a_clear_tree_is_read_as_it_stands() -> None:
    pointers = np.full((6, 6), -5.0, dtype=np.float32)
    for word, head in enumerate((1, 1, 1, 4, 4, 4)):
        pointers[word, head] = 5.0
    assert decode.heads(pointers, [(0, 3), (3, 6)]) == [1, -1, 1, 4, -1, 4]


def test_a_head_in_another_sentence_is_out_of_reach() -> None:
    pointers = np.zeros((4, 4), dtype=np.float32)
    pointers[0, 3] = pointers[1, 3] = 50.0
    pointers[0, 0] = pointers[3, 3] = 5.0
    found = decode.heads(pointers, [(0, 2), (2, 4)])
    assert found == [-1, 0, 3, -1]


def test_a_circle_is_hung_on_the_root() -> None:
    pointers = np.full((4, 4), -9.0, dtype=np.float32)
    pointers[0, 0] = 9.0
    pointers[1, 2] = pointers[2, 3] = pointers[3, 1] = 9.0
    found = decode.heads(pointers, [(0, 4)])
    assert found[0] == -1 and found.count(0) == 1
    assert sum(found[word] == {1: 2, 2: 3, 3: 1}[word] for word in (1, 2, 3)) == 2


@pytest.mark.parametrize("seed", range(60))
def test_any_figures_make_trees_with_one_root_and_no_circle(seed: int) -> None:
    chance = np.random.default_rng(seed)
    cuts = np.cumsum([0, *chance.integers(1, 30, size=int(chance.integers(1, 6)))]).tolist()
    sentences = list(pairwise(cuts))
    found = decode.heads(random(seed, cuts[-1], cuts[-1]), sentences)
    for first, last in sentences:
        own = found[first:last]
        assert own.count(-1) == 1
        for word in range(first, last):
            at, steps = word, 0
            while found[at] >= 0:
                at, steps = found[at], steps + 1
                assert first <= at < last and steps < last - first


def test_a_word_that_looks_like_a_root_is_chosen_where_the_arcs_waver() -> None:
    scores = np.zeros((3, 3), dtype=np.float32)
    scores[0, 1], scores[1, 0] = 1.0, 1.0
    scores[2, 0] = 3.0
    assert decode.heads(scores, [(0, 3)])[0] == -1
    assert decode.heads(scores, [(0, 3)], np.array([-5.0, 0.0, -5.0], dtype=np.float32))[1] == -1


def test_only_a_word_without_a_head_is_a_root() -> None:
    names = ("nsubj", "root", "obj")
    scores = np.array([[0.1, 2.0, 0.5], [3.0, 0.0, 1.0]], dtype=np.float32)
    assert decode.relations(scores, [1, -1], names) == ["obj", "root"]


def test_words_outside_every_sentence_hang_on_nothing() -> None:
    assert decode.heads(random(1, 4, 4), [(1, 2)]) == [-1, -1, -1, -1]


def test_columns_of_a_tree_know_their_children() -> None:
    made = decode.syntax(("DET", "NOUN", "VERB"), (1, 2, -1), ("det", "nsubj", "root"))
    assert made.children == ((), (0,), (1,))
    assert made.heads == (1, 2, -1)


def test_a_pronoun_is_told_with_what_it_may_stand_for() -> None:
    pointers = np.full((4, 4), -9.0, dtype=np.float32)
    pointers[3, 0], pointers[3, 2] = 2.0, 1.0
    found = decode.antecedents(pointers, [3])
    assert [aim for aim, _ in found[3]] == [0, 2]
    assert sum(share for _, share in found[3]) == pytest.approx(1, abs=0.01)


def test_a_word_that_points_at_itself_stands_for_nothing_else() -> None:
    pointers = np.eye(3, dtype=np.float32) * 9
    assert decode.antecedents(pointers, [0, 1, 2]) == {}


def test_nobody_points_without_a_mention() -> None:
    assert decode.antecedents(np.zeros((2, 2), dtype=np.float32), []) == {}
