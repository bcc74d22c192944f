import numpy as np

from onrecord.compare.candidates import LIMITS, Known, candidates
from onrecord.compare.fingerprints import fingerprints
from tests.compare.wires import AGENCY, INDEPENDENT, REPRINT

BOX = (
    "The Karven Ledger keeps a night desk in the old customs house, where volunteers "
    "answer letters between supper and sunrise throughout every winter season."
)


def filler(number: int) -> str:
    return " ".join(f"subject{number}x{place} verbal{number}y{place}" for place in range(150))


def known(count: int, outlets: int = 10_000, apart: int = 0) -> Known:
    places = np.arange(count)
    return Known(places % outlets, 700_000 + places * apart)


def pairs(texts: list[str], about: Known) -> list[tuple[int, int]]:
    return [(a, b) for a, b in candidates(fingerprints(texts), about).pairs.tolist()]


def test_copies_are_candidates_and_strangers_are_not() -> None:
    assert (0, 2) in pairs([AGENCY, filler(1), REPRINT, filler(2)], known(4))
    assert pairs([filler(1), filler(2), ""], known(3)) == []
    assert pairs([], known(0)) == []


def test_what_recurs_in_one_outlet_is_furniture_and_makes_few_pairs() -> None:
    texts = [f"{filler(n)}\n\n{BOX}" for n in range(30)]
    keys = fingerprints(texts)
    assert len(candidates(keys, known(30, outlets=2)).furniture) > 1
    assert len(candidates(keys, known(30, apart=30)).furniture) > 1
    assert len(candidates(keys, known(30)).furniture) == 0
    assert len(pairs(texts, known(30, outlets=2))) < 2 * len(texts)


def test_all_pairs_of_a_family_are_made_and_the_work_stays_linear_beyond() -> None:
    family = [f"{AGENCY}\n\n{filler(n)}" for n in range(12)]
    assert len(pairs(family, known(12))) == 66
    crowd = [f"{AGENCY}\n\n{filler(n)[:200]}" for n in range(200)]
    made = pairs(crowd, known(200))
    assert len(made) <= 200 * (LIMITS.neighbours + 1)
    assert {a for a, _ in made} | {b for _, b in made} == set(range(200))


def test_one_famous_phrase_makes_no_pair() -> None:
    assert pairs([AGENCY, INDEPENDENT.replace("Ilse Marrant", "someone")[:300]], known(2)) == []
