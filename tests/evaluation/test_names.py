"""The measure of names: its pairs are sound, its scores are counted right."""

import random

from evaluation.names import Pair, gold, measure, scores, slip, variations


def test_the_pairs_are_many_and_of_every_type_and_both_answers() -> None:
    pairs = gold()
    assert len(pairs) >= 300
    for type in ("Person", "Organization", "Company", "Vessel", "Place"):
        assert {p.same for p in pairs if p.type == type} == {True, False}
    assert len({(p.left, p.right, p.type) for p in pairs}) == len(pairs)


def test_scores_are_counted_at_the_threshold_that_is_shipped() -> None:
    told = scores([(0.9, True), (0.8, False), (0.2, True), (0.1, False)], least=0.7)
    assert (told["precision"], told["recall"], told["f1"]) == (0.5, 0.5, 0.5)
    assert told["best_f1"] == 0.667


def test_a_slip_changes_one_place_of_a_name() -> None:
    for seed in range(50):
        made = slip("Dorin Halvek", random.Random(seed))
        assert abs(len(made) - len("Dorin Halvek")) <= 1
    assert slip("A B", random.Random(0)) == "A B"


def test_variations_are_made_alike_every_time_and_with_both_answers() -> None:
    pairs = [
        Pair("Dorin Halvek", "D. Halvek", "Person", True, ""),
        Pair("Marta Brandt", "M. Brandt", "Person", True, ""),
        Pair("Halvek Salt", "Salt", "Company", True, ""),
        Pair("Marine Foods", "Foods", "Company", True, ""),
    ]
    made = variations(pairs)
    assert made == variations(pairs)
    assert {p.same for p in made} == {True, False}
    assert ("Marta Brandt", "BRANDT, Marta") in {(p.left, p.right) for p in made}


def test_names_are_compared_at_least_as_well_as_they_were() -> None:
    assert measure(gold(), show=False)["f1"] >= 0.96
