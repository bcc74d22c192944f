"""What the claims task counts as a right chain."""

import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

EVALUATION = Path(__file__).parents[2] / "evaluation"
sys.path.insert(0, str(EVALUATION))

from gate import gold_rows  # noqa: E402
from tasks import claims_count, claims_scores  # noqa: E402

FIRM = {"polarity": "+", "certainty": "certain"}


def claim(*names: str, start: int = 0) -> dict[str, Any]:
    """A claim of the author, through sources of these names."""
    sources = [{"who": "source", "name": name, "named": "unnamed"} for name in names]
    return {
        "start": start,
        "end": start + 40,
        "kind": "fact",
        "factuality": FIRM,
        "support_offered": "none",
        "voices": [{"who": "author", "name": "Ada Sund", "named": "named"}, *sources],
    }


def scored(wanted: list[dict[str, Any]], found: list[dict[str, Any]]) -> dict[str, float]:
    counts: Counter[str] = Counter()
    claims_count({"claims": wanted}, {"claims": found}, counts)
    return claims_scores(counts)


@pytest.mark.parametrize(
    ("names", "right"),
    [
        (("the ministry", "two guards"), 1.0),
        (("a ministry aide", "guards"), 1.0),
        (("the paper", "two guards"), 0.0),
        (("two guards",), 0.0),
        (("two guards", "the ministry"), 0.0),
    ],
)
def test_a_chain_is_right_when_every_source_is(names: tuple[str, ...], right: float) -> None:
    scores = scored([claim("the ministry", "two guards")], [claim(*names)])
    assert scores["chain_2"] == right
    assert scores["claims"] == 1.0


def test_a_claim_not_found_counts_against_the_share_of_all() -> None:
    wanted = [claim("the ministry", "guards"), claim("the ministry", "guards", start=50)]
    scores = scored(wanted, [claim("the ministry", "guards")])
    assert (scores["chain_2"], scores["chain_2_of_all"]) == (1.0, 0.5)


def test_three_sources_or_more_are_one_depth() -> None:
    deep = claim("the paper", "an aide", "a guard", "a cook")
    assert scored([deep], [deep])["chain_3"] == 1.0
    assert scored([claim()], [claim()])["chain_0"] == 1.0


def test_a_task_is_measured_only_where_its_layer_is_complete() -> None:
    assert len(gold_rows("times")) == 8
    assert len(gold_rows("claims")) == len(gold_rows("attribution")) == 14
