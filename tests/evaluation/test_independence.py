import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "evaluation"))

from claim_families import STOCK, Family, families
from independence import by_hand, scores

MADE = families(80, seed=7)


def test_the_same_seed_makes_the_same_families() -> None:
    assert families(3, seed=2) == families(3, seed=2)
    assert families(3, seed=2) != families(3, seed=3)


@pytest.mark.parametrize("family", MADE[:20], ids=lambda f: f.told[0].article.id)
def test_a_claim_stands_where_its_article_says(family: Family) -> None:
    for told in (*family.told, *family.traps):
        start, end = told.span
        assert told.article.text[start:end] == told.claim


def test_truth_is_what_the_articles_show() -> None:
    for family in MADE:
        named = {t.source for t in family.told if t.source}
        assert 1 <= family.proved <= family.origins
        assert family.proved >= len(named)


def test_a_matter_is_put_in_several_ways_with_the_same_places() -> None:
    for phrasings in STOCK.matters:
        assert len(set(phrasings)) == 4
        assert all("{n}" in phrasing for phrasing in phrasings)


def test_origins_are_counted_as_well_as_promised() -> None:
    found = by_hand(MADE)
    assert found["exact"] >= 0.85
    assert found["false_two"] <= 0.02
    assert found["pair_precision"] >= 0.95


def test_an_answer_without_assertions_scores_what_it_deserves() -> None:
    claims = {t.article.id: "claim" for f in MADE for t in f.told}
    found = scores(MADE, (), claims)
    assert found["exact_of_more"] == found["pair_recall"] == 0.0
    assert found["exact_of_one"] == 1.0
