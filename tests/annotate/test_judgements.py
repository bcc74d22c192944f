"""What kind of sentence each sentence is."""

import pytest

from onrecord.annotate.judgements import judgements
from onrecord.records.marks import SentenceMark
from onrecord.records.predictions import Judged
from tests.builders import Scene


def judged(*sentences: str, **heads: Judged) -> tuple[SentenceMark, ...]:
    scene = Scene(*sentences)
    return judgements(scene.text, scene.predictions(sentences=heads))


LEFT = "They/PRON/2/nsubj left/VERB/0/root ./PUNCT/2/punct"


def test_probabilities_come_from_the_heads_row_by_row() -> None:
    marks = judged(
        LEFT,
        LEFT,
        kind=Judged(
            labels=("fact", "prediction", "opinion"), rows=((0.7, 0.2, 0.1), (0.1, 0.6, 0.3))
        ),
        verifiable=Judged(labels=("no", "yes"), rows=((0.2, 0.8), (0.6, 0.4))),
        checkworthy=Judged(labels=("no", "yes"), rows=((0.9, 0.1), (0.5, 0.5))),
        speech=Judged(labels=("no", "yes"), rows=((1.0, 0.0), (0.3, 0.7))),
    )
    assert [(m.fact, m.prediction, m.opinion) for m in marks] == [(0.7, 0.2, 0.1), (0.1, 0.6, 0.3)]
    assert [(m.verifiable, m.checkworthy, m.speech) for m in marks] == [
        (0.8, 0.1, 0.0),
        (0.4, 0.5, 0.7),
    ]


def test_without_heads_there_is_one_mark_a_sentence_all_the_same() -> None:
    marks = judged(LEFT, LEFT)
    assert len(marks) == 2 and marks[0].span == (0, 10)
    assert (marks[0].fact, marks[0].opinion, marks[0].verifiable) == (0.0, 0.0, 0.0)


QUESTIONS = [
    "Why/ADV/3/advmod they/PRON/3/nsubj left/VERB/0/root ?/PUNCT/3/punct",
    "“/PUNCT/3/punct They/PRON/3/nsubj left/VERB/0/root ?/PUNCT/3/punct ”/PUNCT/3/punct",
]


@pytest.mark.parametrize("sentence", QUESTIONS)
def test_a_question_ends_with_its_mark(sentence: str) -> None:
    assert [m.question for m in judged(sentence, LEFT)] == [True, False]


DIRECTIVES = [
    "Close/VERB/0/root the/DET/3/det mill/NOUN/1/obj ./PUNCT/1/punct",
    "Please/INTJ/2/discourse close/VERB/0/root it/PRON/2/obj ./PUNCT/2/punct",
    "“/PUNCT/2/punct Stop/VERB/0/root them/PRON/2/obj !/PUNCT/2/punct",
]
OTHERS = [
    LEFT,
    "Closed/VERB/0/root on/ADP/3/case Monday/PROPN/1/obl ./PUNCT/1/punct",
    "Mill/NOUN/0/root of/ADP/3/case Orun/PROPN/1/nmod ./PUNCT/1/punct",
    "They/PRON/3/nsubj will/AUX/3/aux close/VERB/0/root it/PRON/3/obj ./PUNCT/3/punct",
    "In/ADP/2/case May/PROPN/3/obl close/VERB/0/root them/PRON/3/obj ./PUNCT/3/punct",
]


@pytest.mark.parametrize("sentence", DIRECTIVES)
def test_a_bare_verb_in_front_is_a_directive(sentence: str) -> None:
    assert judged(sentence)[0].directive


@pytest.mark.parametrize("sentence", OTHERS)
def test_these_are_no_directives(sentence: str) -> None:
    assert not judged(sentence)[0].directive
