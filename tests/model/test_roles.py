"""Arguments of predicates: which words, how far each reaches."""

import numpy as np

from onrecord.model.frames import Frames, key
from onrecord.model.roles import Scoring, Sentence, Tree, Ways, roles

LABELS = ("ARG0", "ARG1", "ARGM-NEG")


RELATIONS = ("root", "nsubj", "obj", "conj", "xcomp", "advcl", "ccomp", "det")
WAYS = Ways(RELATIONS)


def columns(*rows: tuple[int, str]) -> Tree:
    """A sentence of ``(head, relation)`` rows as the columns that roles are scored with."""
    return np.array([r[0] for r in rows]), np.array([RELATIONS.index(r[1]) for r in rows])


def unseen(labels: int) -> Frames:
    """No counts at all."""
    return Frames(
        lemmas={}, marks={}, keys=np.array([-1]), rows=np.zeros((1, 1 + labels), dtype=np.int8)
    )


def sentence(first: int, tree: Tree, words: str = "") -> Sentence:
    """A sentence that begins at a word of its window, its words unmarked nouns."""
    size = len(tree[0])
    return (first, first + size), tree, words.split() or ["x"] * size, np.zeros(size, np.int64)


FLAT = columns((-1, "root"), (0, "obj"), (0, "obj"), (0, "obj"), (0, "obj"))


def test_of_two_words_with_one_numbered_role_the_surer_keeps_it() -> None:
    # One dimension a label: a word's figure in it is its score for that label.
    matrix = np.zeros((4, 3 + WAYS.count), dtype=np.float32)
    matrix[1:, :3] = np.eye(3)
    asked = np.array([[1, 0, 0], [0, 0, 0], [2, 0, 0], [0, 0, 1], [0, 0, 1]], dtype=np.float32)
    projections = np.hstack([np.ones((5, 3), dtype=np.float32), asked])
    found = roles(projections, [1], Scoring(LABELS, matrix, WAYS, unseen(3)), [sentence(0, FLAT)])
    assert found == [(1, 2, "ARG0"), (1, 3, "ARGM-NEG"), (1, 4, "ARGM-NEG")]


def test_roles_stay_in_the_sentence_of_their_predicate() -> None:
    matrix = np.zeros((2, 1 + WAYS.count), dtype=np.float32)
    matrix[1, 0] = 1.0
    projections = np.ones((4, 2), dtype=np.float32)
    two = columns((-1, "root"), (0, "obj"))
    both = [sentence(0, two), sentence(2, two)]
    found = roles(projections, [0], Scoring(("ARGM-TMP",), matrix, WAYS, unseen(1)), both)
    assert found == [(0, 0, "ARGM-TMP"), (0, 1, "ARGM-TMP")]


# The guards wanted to catch the thieves and left.
WANTED = columns(
    (1, "det"), (2, "nsubj"), (-1, "root"), (4, "det"), (2, "xcomp"), (6, "det"), (4, "obj"),
    (8, "det"), (2, "conj"),
)  # fmt: skip


def test_every_way_to_a_predicate_is_told_from_the_others() -> None:
    ways = WAYS.of(WANTED, 4).tolist()
    # the subject of the verb above, that verb, itself, its object, the object's article, another branch
    telling = [ways[i] for i in (1, 2, 4, 6, 5, 0)]
    assert 0 not in telling[:5]
    assert telling[5] == 0
    assert len(set(telling)) == 6
    assert max(ways) < WAYS.count


def test_the_same_relation_on_the_other_side_is_another_way() -> None:
    before = WAYS.of(columns((1, "obj"), (-1, "root")), 1)[0]
    after = WAYS.of(columns((-1, "root"), (0, "obj")), 0)[1]
    assert before != after


def test_the_way_in_the_tree_decides_where_the_words_do_not() -> None:
    matrix = np.zeros((2, 1 + WAYS.count), dtype=np.float32)
    matrix[1] = -1
    matrix[1, 1 + WAYS.of(WANTED, 2)[1]] = 5
    flat = np.zeros((9, 2), np.float32)
    found = roles(flat, [2], Scoring(("ARG0",), matrix, WAYS, unseen(1)), [sentence(0, WANTED)])
    assert found == [(2, 1, "ARG0")]


def test_what_was_counted_of_a_verb_tips_the_scale() -> None:
    matrix = np.zeros((3, 1 + WAYS.count), dtype=np.float32)
    # By the network both words beside the verb are its ARG0, by a hair.
    tree = columns((1, "nsubj"), (-1, "root"))
    way = WAYS.of(tree, 1)
    matrix[1, 1 + way[0]] = 1.0
    rows = np.array([[0, 0, 32]], dtype=np.int8)
    counted = Frames(lemmas={"falls": 1}, marks={}, keys=key(1, way[:1], 0), rows=rows)
    found = {
        verb: roles(
            np.zeros((2, 2), np.float32), [1], Scoring(("ARG0", "ARG1"), matrix, WAYS, counted),
            [sentence(0, tree, f"prices {verb}")],
        )
        for verb in ("falls", "rise")
    }  # fmt: skip
    assert found == {"falls": [(1, 0, "ARG1")], "rise": [(1, 0, "ARG0")]}
