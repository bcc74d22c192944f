"""The research bundle's scores: partial overlap and two classes."""

import pytest
from evaluation.research import macro, overlap_scores


def test_spans_count_for_what_they_share() -> None:
    found = [((0, 10), "Doubt"), ((20, 30), "Slogans")]
    wanted = [((5, 10), "Doubt"), ((20, 30), "Flag_Waving")]
    scores = overlap_scores([(found, wanted)])
    assert scores == {"precision": 0.25, "recall": 0.5, "f1": pytest.approx(1 / 3, abs=1e-4)}


def test_spans_that_only_touch_share_nothing() -> None:
    assert overlap_scores([([((0, 5), "Doubt")], [((5, 9), "Doubt")])])["f1"] == 0


def test_macro_is_the_mean_of_both_classes() -> None:
    assert macro([(1, 1), (1, 0), (0, 0), (0, 0)]) == {"no": 0.8, "yes": 0.6667, "macro": 0.7333}
