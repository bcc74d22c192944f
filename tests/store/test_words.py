"""What a word is, and where it stands."""

import random

import pytest

from onrecord.store.words import LONGEST, forms_of, searchable, spans_of, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nádia NA\u0301DIA nadia", ["nadia", "nadia", "nadia"]),
        ("Cole’s Cole's", ["cole", "s", "cole", "s"]),
        ("Straße STRASSE", ["strasse", "strasse"]),
        ("snake_case 3,000 10:30 e.g.", ["snake", "case", "3", "000", "10", "30", "e", "g"]),
        ("ﬁne x² İstanbul", ["fine", "x2", "istanbul"]),
        ("مُحَمَّد Київ 東京", ["محمد", "київ".replace("ї", "і"), "東京"]),
        ("🙂 — “” \0 \ud800 \u0301", []),
    ],
)
def test_words_are_folded(text: str, words: list[str]) -> None:
    assert words_of(text) == words


def test_words_are_only_letters_and_digits_whatever_comes_in() -> None:
    draw = random.Random(7)
    for _ in range(2000):
        text = "".join(chr(draw.randrange(1, 0x11000)) for _ in range(20))
        for word in words_of(text):
            assert word.isalnum() and words_of(word) == [word] and len(word) <= LONGEST


def test_forms_stand_at_their_characters() -> None:
    text = "The mill_at Na\u0301dia’s: 3,000 — ﬁne. " * 30
    forms = forms_of(text)
    spans = spans_of(text, set(range(len(forms))))
    assert [words_of(text[start:end]) for start, end in spans.values()] == [[f] for f in forms]


def test_no_phrase_reaches_across_names() -> None:
    assert searchable("Tomas Reyl", "Nádia Holm") == "tomas reyl ¦ nadia holm"


@pytest.mark.parametrize("letter", ["a", "ж", "東"])
def test_long_texts_are_cut_at_a_word(letter: str) -> None:
    kept = searchable((letter * 7 + " ") * 2000, most=5000)
    assert 4900 < len(kept.encode()) <= 5000
    assert set(kept.split()) == {letter * 7}
