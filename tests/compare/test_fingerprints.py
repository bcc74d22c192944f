from onrecord.compare.fingerprints import fingerprints, hash_of, sample, text_of
from onrecord.compare.words import words
from tests.compare.wires import AGENCY, REPRINT


def test_a_text_keeps_its_fingerprints_when_its_paragraphs_move() -> None:
    moved = "\n\n".join(reversed(AGENCY.split("\n\n")))
    keys = fingerprints([AGENCY, moved, REPRINT])
    prints = [set(hash_of(keys[text_of(keys) == n]).tolist()) for n in range(3)]
    assert len(prints[0] & prints[1]) > 0.7 * len(prints[0])
    assert len(prints[0] & prints[2]) > 0.2 * len(prints[0])


def test_short_equal_texts_meet_in_two_fingerprints() -> None:
    keys = fingerprints(["Six die.", "six die", "Six live.", ""])
    assert len(set(hash_of(keys).tolist())) == 4
    assert sorted(text_of(keys).tolist()) == [0, 0, 1, 1, 2, 2]


def test_a_sample_never_reaches_over_the_end_of_a_text() -> None:
    found = words([AGENCY, REPRINT, "tiny"])
    taken = sample(found)
    assert len(taken.hashes) > 20
    for text, first, last in zip(taken.texts, taken.firsts, taken.lasts, strict=True):
        assert found.bounds[text] <= first < last < found.bounds[text + 1]
