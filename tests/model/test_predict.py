"""The shipped model on clear sentences, and what every prediction must keep to."""

import pytest

from onrecord.model.bundle import Bundle, load, shipped
from onrecord.model.predict import predict
from onrecord.records.predictions import Predictions, Tag
from onrecord.segment import segment
from tests.builders import plain

CLEAR = (
    "Minister Anna Keller said the factory will close.\n\n"
    "The company denied that it had paid the workers.\n\n"
    "Soldiers killed two men in Berlin on Monday."
)


@pytest.fixture(scope="module")
def bundle() -> Bundle:
    return load(shipped(), threads=1)


def read(bundle: Bundle, *texts: str) -> list[Predictions]:
    return predict(bundle, [(text, segment(plain(text))) for text in texts])


def printed(text: str, tags: tuple[Tag, ...]) -> list[tuple[str, str]]:
    words = segment(plain(text)).words
    return [(text[words[t.first][0] : words[t.last - 1][1]], t.label) for t in tags]


def test_names_in_clear_sentences(bundle: Bundle) -> None:
    found = printed(CLEAR, read(bundle, CLEAR)[0].names)
    assert {("Anna Keller", "Person"), ("Berlin", "Place"), ("Monday", "Date")} <= set(found)


def test_attributions_in_clear_sentences_are_tied_together(bundle: Bundle) -> None:
    (made,) = read(bundle, CLEAR)
    tags = printed(CLEAR, made.attribution)
    assert ("said", "cue") in tags and ("denied", "cue") in tags
    owner = {link.part: link.cue for link in made.links}
    for part, cue in (
        ("the factory will close", "said"),
        ("The company", "denied"),
        ("that it had paid the workers", "denied"),
    ):
        at = next(i for i, (words, _) in enumerate(tags) if words == part)
        assert tags[owner[at]] == (cue, "cue")


def test_the_tree_of_a_clear_sentence(bundle: Bundle) -> None:
    text = "Soldiers killed two men."
    (made,) = read(bundle, text)
    assert made.syntax.upos == ("NOUN", "VERB", "NUM", "NOUN", "PUNCT")
    assert made.syntax.heads == (1, -1, 3, 1, 1)
    assert made.syntax.relations == ("nsubj", "root", "nummod", "obj", "punct")


def test_a_thing_done_is_firmer_than_a_thing_not_done(bundle: Bundle) -> None:
    text = "Soldiers killed two men. Soldiers did not kill two men."
    (made,) = read(bundle, text)
    figures = made.factuality["news"]
    assert figures[1] > 1 > figures[8 - 1]


def test_everything_fits_the_words_of_a_text_of_many_windows(bundle: Bundle) -> None:
    text = "\n\n".join([CLEAR] * 12)
    segments = segment(plain(text))
    (made,) = predict(bundle, [(text, segments)])
    words = len(segments.words)
    columns = made.syntax
    assert len(columns.upos) == len(columns.heads) == len(columns.relations) == words
    assert {len(column) for column in made.factuality.values()} == {words}
    for tags in (made.names, made.nominal, made.attribution, made.loaded):
        assert all(0 <= t.first < t.last <= words and 0 < t.score <= 1 for t in tags)
        assert list(tags) == sorted(tags, key=lambda t: t.first)
    for link in made.links:
        assert made.attribution[link.cue].label == "cue"
    for first, last in segments.bounds:
        own = columns.heads[first:last]
        assert own.count(-1) == 1
        assert all(head == -1 or first <= head < last for head in own)
    for judged in made.sentences.values():
        assert len(judged.rows) == len(segments.bounds)
        assert all(sum(row) == pytest.approx(1, abs=0.005) for row in judged.rows)


def test_texts_read_together_keep_their_order_and_names(bundle: Bundle) -> None:
    texts = ("", CLEAR, "It rained.", "\n\n".join([CLEAR] * 3))
    together = read(bundle, *texts)
    for text, made in zip(texts, together, strict=True):
        (alone,) = read(bundle, text)
        assert printed(text, made.names) == printed(text, alone.names)
        assert len(made.factuality["news"]) == len(alone.factuality["news"])


def test_the_same_run_gives_the_same_figures(bundle: Bundle) -> None:
    assert read(bundle, CLEAR) == read(bundle, CLEAR)


def test_an_empty_text_has_empty_predictions(bundle: Bundle) -> None:
    (made,) = read(bundle, "")
    assert (made.names, made.attribution, made.links, made.syntax.upos) == ((), (), (), ())
    assert all(judged.rows == () for judged in made.sentences.values())
    assert predict(bundle, []) == []


def test_a_sentence_longer_than_a_window_is_still_one_row(bundle: Bundle) -> None:
    text = "The mill and " * 120 + "the port closed."
    segments = segment(plain(text))
    (made,) = predict(bundle, [(text, segments)])
    assert len(segments.bounds) == len(made.sentences["kind"].rows) == 1
    assert len(made.syntax.upos) == len(segments.words) > 250
