"""Ways between words, characters, sentences and the tree."""

import pytest

from onrecord.model import decode
from onrecord.records.predictions import Syntax
from onrecord.records.texts import Text
from onrecord.segment import segment
from tests.builders import Scene, plain

FLAT = Text(
    plain("The mill, Tarr’s mill, closed. It burned."),
    segment(plain("The mill, Tarr’s mill, closed. It burned.")),
    Syntax(),
)
TREE = Scene(
    "The/DET/3/det old/ADJ/3/amod leader/NOUN/13/nsubj of/ADP/6/case the/DET/6/det union/NOUN/3/nmod"
    " ,/PUNCT/9/punct who/PRON/9/nsubj left/VERB/3/acl:relcl in/ADP/11/case May/PROPN/9/obl ,/PUNCT/9/punct"
    " spoke/VERB/0/root with/ADP/15/case Tarr/PROPN/13/obl and/CCONJ/17/cc Orr/PROPN/15/conj ./PUNCT/13/punct"
).text


def test_words_are_as_printed_and_lower_with_straight_apostrophes() -> None:
    assert FLAT.words[:6] == ["The", "mill", ",", "Tarr", "’s", "mill"]
    assert FLAT.lower[3:5] == ["tarr", "'s"]


def test_a_span_gives_its_words_and_a_range_its_characters() -> None:
    text = FLAT.document.text
    for first in range(len(FLAT.words)):
        for last in range(first + 1, len(FLAT.words) + 1):
            span = FLAT.span(first, last)
            assert FLAT.range(span) == (first, last)
            assert FLAT.slice(span) == text[span[0] : span[1]]


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        ((1, 2), (0, 1)),
        ((3, 4), (1, 1)),
        ((0, 5), (0, 2)),
        ((3, 5), (1, 2)),
        ((500, 600), (12, 12)),
    ],
)
def test_a_span_that_cuts_words_takes_every_word_it_reaches_into(
    span: tuple[int, int], expected: tuple[int, int]
) -> None:
    assert len(FLAT.words) == 12
    assert FLAT.range(span) == expected


def test_a_word_knows_its_sentence() -> None:
    first, last = FLAT.segments.bounds[1]
    assert [FLAT.sentence(w) for w in (0, first - 1, first, last - 1)] == [0, 0, 1, 1]


def test_without_a_tree_nothing_hangs_on_anything() -> None:
    assert (FLAT.relation(0), FLAT.upos(0), FLAT.children(0), FLAT.subtree(0)) == (
        "dep",
        "X",
        (),
        [0],
    )
    assert FLAT.head_of(0, 2) == 1


def test_an_empty_text_has_no_words_in_any_span() -> None:
    empty = Text(plain(""), segment(plain("")), Syntax())
    assert empty.words == [] and empty.range((0, 5)) == (0, 0)


def test_walking_down_the_tree() -> None:
    assert TREE.relation(8) == "acl" and TREE.syntax.relations[8] == "acl:relcl"
    assert TREE.children(2) == (0, 1, 5, 8)
    assert TREE.dependents(12, "obl", "punct") == [14, 17]
    assert TREE.subtree(8) == [6, 7, 8, 9, 10, 11]
    assert TREE.subtree(2, without=frozenset({8})) == [0, 1, 2, 3, 4, 5]


def test_the_head_of_a_range_is_the_word_whose_head_lies_outside() -> None:
    assert TREE.head_of(0, 6) == 2
    assert TREE.head_of(13, 17) == 14
    assert TREE.head_of(14, 16) == 15  # two tops: the last word


def test_a_noun_phrase_takes_of_but_no_relative_clause_and_no_conjunct() -> None:
    assert TREE.slice(TREE.span(*TREE.phrase(2))) == "The old leader of the union"
    assert TREE.slice(TREE.span(*TREE.phrase(14))) == "Tarr"


def test_every_word_of_a_tree_is_under_its_root_once() -> None:
    assert TREE.subtree(12) == list(range(len(TREE.words)))
    assert decode.syntax(TREE.syntax.upos, TREE.syntax.heads, TREE.syntax.relations) == TREE.syntax
