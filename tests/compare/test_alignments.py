import numpy as np

from onrecord.compare.alignments import Runs, passages
from onrecord.compare.words import words

FIRST = "dock workers in the port of karven stopped work on monday three days after eleven died"
SECOND = "the ferry was carrying passengers from the island of hesk when it hit the breakwater"


def aligned(left: str, right: str) -> Runs:
    return passages(words([left, right]), np.array([[0, 1]]))


def test_a_changed_word_and_a_changed_figure_are_bridged() -> None:
    runs = aligned(FIRST, FIRST.replace("stopped", "downed").replace("three", "3"))
    assert len(runs.pair) == 1
    assert (runs.left[0], runs.left_end[0]) == (0, len(FIRST.split()))
    assert runs.equal[0] == len(FIRST.split()) - 2


def test_passages_are_found_in_any_order() -> None:
    runs = aligned(f"{FIRST} {SECOND}", f"{SECOND} {FIRST}")
    assert len(runs.pair) == 2
    assert runs.right[0] > runs.right[1]


def test_a_long_insertion_parts_two_passages() -> None:
    own = " ".join(f"own{n}" for n in range(40))
    runs = aligned(f"{FIRST} {SECOND}", f"{FIRST} {own} {SECOND}")
    assert len(runs.pair) == 2
    assert all("own" not in word for word in (FIRST + SECOND).split())
    assert runs.right[1] - runs.right_end[0] == 40


def test_stock_phrases_are_no_passage() -> None:
    left = "a b c said in a statement on monday d e f"
    assert len(aligned(left, "x y said in a statement on monday z w").pair) == 0
    assert len(aligned("", "").pair) == 0


def test_pairs_are_aligned_apart() -> None:
    found = words([FIRST, SECOND, f"{SECOND} {FIRST}"])
    runs = passages(found, np.array([[0, 1], [0, 2], [1, 2]]))
    assert runs.pair.tolist() == [1, 2]


def test_a_phrase_that_belongs_to_another_passage_begins_none() -> None:
    """ "to the ministry" stands once on the right, and there in the passage before."""
    first = f"{FIRST} to the ministry in november"
    left = (
        f"{first} someone wrote it all down and handed it to the ministry on march twelfth {SECOND}"
    )
    runs = aligned(left, f"{first} {SECOND}")
    assert len(runs.pair) == 2
    assert runs.left[1] == len(left.split()) - len(SECOND.split())
    assert runs.right_end[0] == runs.right[1]
