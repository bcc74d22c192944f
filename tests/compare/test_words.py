import numpy as np

from onrecord.compare.words import batches, characters, grams, words


def spelled(text: str) -> list[str]:
    found = words(["filler first", text])
    part = slice(found.bounds[1], found.bounds[2])
    starts = characters(text, found.starts[part])
    ends = characters(text, found.starts[part] + found.lengths[part])
    return [text[a:b] for a, b in zip(starts, ends, strict=True)]


def test_words_stand_where_the_characters_are_in_any_script() -> None:
    text = "“Café” — О порт; it’s 142 «naïve» 🛳 boats"
    assert spelled(text) == ["Café", "О", "порт", "it", "s", "142", "naïve", "🛳", "boats"]


def test_case_and_typography_make_no_other_words() -> None:
    found = words(["The DOCKERS' union", "the dockers’ Union"])
    half = len(found.hashes) // 2
    assert np.array_equal(found.hashes[:half], found.hashes[half:])


def test_long_words_that_differ_at_the_end_or_in_length_are_told_apart() -> None:
    found = words(["internationalisations internationalisation internationalised"])
    assert len(set(found.hashes.tolist())) == 3


def test_empty_texts_and_lone_surrogates_have_bounds_too() -> None:
    assert words(["", "\ud800 a", ""]).bounds.tolist() == [0, 0, 2, 2]
    assert len(words([]).hashes) == 0


def test_grams_depend_on_order_and_batches_lose_nothing() -> None:
    one, two = words(["a b c", "c b a"]).hashes.reshape(2, 3)
    assert grams(one, 3)[0] != grams(two, 3)[0]
    assert len(grams(one, 4)) == 0
    texts = ["x" * 150_000] * 3 + ["y"]
    assert [text for _, part in batches(texts) for text in part] == texts
