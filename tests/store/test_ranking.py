"""How matches are counted, and which passage is shown."""

from onrecord.store.ranking import PASSAGE, best_excerpt, highlights, standing, whole_excerpt


def test_often_and_near_count() -> None:
    asked = (("ferry",), ("light",))
    near = standing(1, "a ferry light went out", asked, False)
    far = standing(2, "a ferry went out and so did the light", asked, False)
    often = standing(3, "ferry ferry ferry light light", asked, False)
    titled = standing(4, "a ferry light went out", asked, True)
    assert far.score < near.score < often.score
    assert titled.score == 2 * near.score
    assert near.why == "2 times, side by side"
    assert far.why == "2 times, within 8 words"
    assert titled.why == "all words in the headline, 2 times, side by side"


def test_a_phrase_counts_as_a_phrase() -> None:
    found = standing(
        1, "coast guard and guard coast and coast guards", (("coast", "guard"),), False
    )
    assert (found.times, found.window) == (1, None)


def test_what_stands_further_down_says_so() -> None:
    assert standing(1, "", (("ferry",),), False).why == "further down than ranking looks"
    assert standing(1, "", (), False).why == "newest first"


def test_highlights_are_where_phrases_stand() -> None:
    text = "Nádia’s mill: the old Mill, the MILLS."
    found = highlights(text, (("nadia", "s", "mill"), ("mill",)), (0, len(text)))
    assert [(text[start:end], number) for (start, end), number in found] == [
        ("Nádia’s mill", 0),
        ("mill", 1),
        ("Mill", 1),
    ]


def test_highlights_do_not_overlap() -> None:
    text = "the old mill"
    shown = whole_excerpt(text, (0, len(text)), (("old", "mill"), ("mill",)))
    assert shown.highlights == ((4, 12),)


def test_a_passage_begins_with_its_sentence() -> None:
    first, second = "Rain fell all night on the coast. ", "The ferry ran aground off Lasko."
    text = first + second + " Nobody was hurt." * 40
    sentences = [(0, len(first) - 1), (len(first), len(first) + len(second))]
    shown = best_excerpt(text, sentences, (("aground",),), ())
    assert shown.text.startswith("The ferry")
    assert len(shown.text) <= PASSAGE
    assert not shown.text.endswith(" hur")


def test_a_text_without_the_words_is_shown_from_its_beginning() -> None:
    assert best_excerpt("Rain fell.", [(0, 10)], (("sun",),), ()).text == "Rain fell."
    assert best_excerpt("", [], (("sun",),), ()).text == ""


def test_a_phrase_longer_than_a_passage_is_shown_whole() -> None:
    words = tuple(f"w{number}" for number in range(90))
    text = "Before it. " + " ".join(words) + " after it."
    (span,) = best_excerpt(text, [(0, 10)], (words,), ()).highlights
    assert text[slice(*span)] == " ".join(words)
