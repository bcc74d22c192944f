"""The three measures of who is who, on examples worked out by hand and in their papers."""

from collections import Counter
from itertools import permutations

import pytest
from evaluation import coreference

from onrecord.records.findings import Findings, Mention

GOLD = [frozenset({(1, 1), (2, 2), (3, 3), (4, 4), (5, 5)}), frozenset({(6, 6), (7, 7)}),
        frozenset({(8, 8), (9, 9), (10, 10), (11, 11), (12, 12)})]  # fmt: skip
JOINED = [GOLD[0], GOLD[1] | GOLD[2]]
"""The worked example of Bagga and Baldwin (1998) and of Luo (2005): two of three clusters joined."""


def scored(gold: coreference.Clusters, found: coreference.Clusters) -> dict[str, float]:
    counts: Counter[str] = Counter()
    coreference.count(gold, found, counts, "x")
    return coreference.scores(counts, "x")


def test_the_example_of_the_papers() -> None:
    kept, links = coreference.muc(JOINED, GOLD)
    assert (kept, links) == (9, 10)  # MUC precision 90 %
    assert coreference.muc(GOLD, JOINED) == (9, 9)
    shared, mentions = coreference.b3(JOINED, GOLD)
    assert round(shared / mentions, 2) == 0.76  # B3 precision 76 %
    assert coreference.b3(GOLD, JOINED) == (12, 12)
    likeness, mine = coreference.ceaf(JOINED, GOLD)
    assert round(likeness, 3) == 1.833 and mine == 2  # 1 + 2 * 5 / 12


def test_the_same_clusters_score_one_and_none_score_nothing() -> None:
    assert set(scored(GOLD, GOLD).values()) == {1.0}
    assert set(scored(GOLD, []).values()) == {0.0}


def test_a_mention_that_nobody_marked_breaks_a_link_and_costs() -> None:
    found = [frozenset({(1, 1), (2, 2), (3, 3), (4, 4), (99, 99)})]
    kept, links = coreference.muc(GOLD[:1], found)
    assert (kept, links) == (3, 4)
    assert scored(GOLD[:1], found)["mentions"] == 0.8


@pytest.mark.parametrize(
    "weights",
    [
        [[0.9, 0.8], [0.8, 0.1]],
        [[0.2, 0.7, 0.0], [0.6, 0.7, 0.3]],
        [[0.2, 0.6], [0.7, 0.7], [0.0, 0.3]],
        [[0.0, 0.0], [0.0, 0.5]],
        [[0.3, 0.3, 0.3], [0.9, 0.1, 0.4], [0.8, 0.7, 0.2]],
    ],
)
def test_the_best_pairing_is_the_best_of_all_pairings(weights: list[list[float]]) -> None:
    rows, columns = len(weights), len(weights[0])
    if rows <= columns:
        pairings = permutations(range(columns), rows)
        best = max(sum(weights[r][c] for r, c in enumerate(p)) for p in pairings)
    else:
        pairings = permutations(range(rows), columns)
        best = max(sum(weights[r][c] for c, r in enumerate(p)) for p in pairings)
    assert coreference.best_pairing(weights) == pytest.approx(best)


def test_actors_mentioned_once_and_mentions_of_nobody_are_left_out() -> None:
    mentions = tuple(
        Mention(rule="r", start=i, end=i + 1, text="x", type="Person", name="named", actor=actor)
        for i, actor in enumerate(("a", "b", "a", None))
    )
    assert coreference.clusters(Findings(mentions=mentions)) == [frozenset({(0, 1), (2, 3)})]


def test_gold_of_some_types() -> None:
    row = {"clusters": [[[0, 1], [2, 3]], [[4, 5], [6, 7]]], "entity_types": ["person", "object"]}
    assert len(coreference.gold_clusters(row)) == 2
    only = coreference.gold_clusters(row, coreference.OURS)
    assert only == [frozenset({(0, 1), (2, 3)})]


def test_a_mention_stands_for_the_shortest_gold_mention_it_begins_or_ends() -> None:
    text = "the old mayor of Odrin left"
    gold = [frozenset({(0, 22), (17, 22)}), frozenset({(0, 13)})]
    found = [frozenset({(4, 13), (17, 22), (23, 27)})]
    assert coreference.aligned(found, gold, text) == [frozenset({(0, 13), (17, 22), (23, 27)})]
