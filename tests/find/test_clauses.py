"""Clauses that assert something of their own."""

import pytest

from onrecord.find.clauses import clauses
from onrecord.records.predictions import Syntax
from onrecord.records.texts import Text
from onrecord.segment import segment
from tests.builders import Scene, plain


def found(*sentences: str, headline: bool = False) -> list[str]:
    scene = Scene(*sentences, headline=headline)
    return [scene.text.slice((c.start, c.end)) for c in clauses(scene.text)]


CASES = [
    ("The/DET/2/det mill/NOUN/3/nsubj closed/VERB/0/root ./PUNCT/3/punct", ["The mill closed"]),
    (  # a complement with its own subject
        "Halvek/PROPN/2/nsubj said/VERB/0/root that/SCONJ/6/mark the/DET/5/det mill/NOUN/6/nsubj"
        " closed/VERB/2/ccomp early/ADV/6/advmod",
        ["the mill closed early"],
    ),
    (  # coordinated verbs
        "The/DET/2/det mill/NOUN/3/nsubj closed/VERB/0/root and/CCONJ/6/cc its/PRON/6/nmod:poss"
        " owner/NOUN/7/nsubj fled/VERB/3/conj abroad/ADV/7/advmod",
        ["The mill closed", "its owner fled abroad"],
    ),
    (  # an infinitive and a participle assert nothing of their own
        "The/DET/2/det men/NOUN/3/nsubj wanted/VERB/0/root to/PART/5/mark leave/VERB/3/xcomp early/ADV/5/advmod ./PUNCT/3/punct",
        ["The men wanted to leave early"],
    ),
    (  # a subordinate clause too short to be shown alone stays where it stands
        "The/DET/2/det mill/NOUN/3/nsubj closed/VERB/0/root before/SCONJ/6/mark they/PRON/6/nsubj"
        " came/VERB/3/advcl ./PUNCT/3/punct",
        ["The mill closed before they came"],
    ),
    (  # what leads up to a subject is its own, whatever the tree hangs it on
        "It/PRON/2/nsubj closed/VERB/0/root in/ADP/4/case May/PROPN/2/obl and/CCONJ/11/cc in/ADP/8/case the/DET/8/det"
        " north/NOUN/4/conj it/PRON/11/nsubj soon/ADV/11/advmod burned/VERB/2/conj down/ADV/11/advmod ./PUNCT/2/punct",
        ["It closed in May", "in the north it soon burned down"],
    ),
    (  # what only leads up to a clause
        "They/PRON/3/nsubj all/PRON/3/dep think/VERB/0/root the/DET/5/det mill/NOUN/6/nsubj closed/VERB/3/ccomp"
        " early/ADV/6/advmod ./PUNCT/3/punct",
        ["the mill closed early"],
    ),
    (  # a "when" whose clause was cut
        "It/PRON/2/nsubj closed/VERB/0/root early/ADV/2/advmod when/SCONJ/2/mark they/PRON/6/nsubj left/VERB/2/conj"
        " town/NOUN/6/obj ./PUNCT/2/punct",
        ["It closed early", "they left town"],
    ),
    (  # a copula
        "The/DET/2/det mill/NOUN/5/nsubj is/AUX/5/cop very/ADV/5/advmod old/ADJ/0/root ./PUNCT/5/punct",
        ["The mill is very old"],
    ),
    (  # no verb
        "The/DET/2/det mill/NOUN/0/root of/ADP/4/case Orun/PROPN/2/nmod ./PUNCT/2/punct",
        [],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES)
def test_a_sentence_is_cut_into_its_assertions(sentence: str, expected: list[str]) -> None:
    # A frame of two words ("Halvek said") is too short to be a clause.
    assert found(sentence) == expected


LED = (
    "The/DET/2/det man/NOUN/{left}/nsubj{comma} who/PRON/{led}/nsubj once/ADV/{led}/advmod led/VERB/2/acl:relcl{more}"
    " left/VERB/0/root early/ADV/{left}/advmod ./PUNCT/{left}/punct"
)
UNION = " the/DET/{last}/det salt/NOUN/{last}/compound union/NOUN/{led}/obj"


def test_a_relative_clause_after_a_comma_asserts_and_one_without_only_says_who() -> None:
    comma = " ,/PUNCT/6/punct"
    said = LED.format(left=10, led=6, comma=comma, more=UNION.format(last=9, led=6))
    which = LED.format(left=9, led=5, comma="", more=UNION.format(last=8, led=5))
    short = LED.format(left=7, led=6, comma=comma, more="")
    assert "who once led the salt union" in found(said)
    assert found(which) == ["The man who once led the salt union left early"]
    assert found(short) == ["The man, who once led left early"]


def test_a_clause_without_a_subject_says_whom_it_is_about() -> None:
    scene = Scene(
        "The/DET/2/det mill/NOUN/3/nsubj closed/VERB/0/root early/ADV/3/advmod and/CCONJ/6/cc sold/VERB/3/conj"
        " its/PRON/9/nmod:poss old/ADJ/9/amod looms/NOUN/6/obj ./PUNCT/3/punct"
    )
    about = {scene.text.words[c.head]: c.subject for c in clauses(scene.text)}
    assert about["closed"] is None
    assert about["sold"] is not None and scene.text.slice(about["sold"]) == "The mill"


@pytest.mark.parametrize(("mark", "count"), [("that", 1), ("whether", 0)])
def test_an_indirect_question_asserts_nothing(mark: str, count: int) -> None:
    asked = (
        "Halvek/PROPN/2/nsubj knew/VERB/0/root {}/SCONJ/6/mark the/DET/5/det mill/NOUN/6/nsubj closed/VERB/2/ccomp"
        " early/ADV/6/advmod ./PUNCT/2/punct"
    )
    inner = [c for c in found(asked.format(mark)) if c == "the mill closed early"]
    assert len(inner) == count


def test_what_is_not_said_is_no_claim() -> None:
    unsaid = (
        "Halvek/PROPN/4/nsubj has/AUX/4/aux not/PART/4/advmod said/VERB/0/root that/SCONJ/8/mark the/DET/7/det"
        " mill/NOUN/8/nsubj closed/VERB/4/ccomp ./PUNCT/4/punct"
    )
    assert found(unsaid) == ["Halvek has not said that the mill closed"]


def test_what_hangs_on_a_condition_is_marked_and_the_condition_is_no_clause() -> None:
    scene = Scene(
        "If/SCONJ/4/mark the/DET/3/det strike/NOUN/4/nsubj spreads/VERB/11/advcl to/ADP/6/case Varna/PROPN/4/obl ,/PUNCT/4/punct the/DET/9/det"
        " mill/NOUN/11/nsubj will/AUX/11/aux close/VERB/0/root ./PUNCT/11/punct"
    )
    made = {scene.text.words[c.head]: (c.conditional, c.condition) for c in clauses(scene.text)}
    assert made == {"close": (True, False)}


def test_a_reason_is_no_condition() -> None:
    scene = Scene(
        "The/DET/2/det mill/NOUN/3/nsubj closed/VERB/0/root because/SCONJ/7/mark the/DET/6/det strike/NOUN/7/nsubj"
        " spread/VERB/3/advcl to/ADP/10/case all/DET/10/det mills/NOUN/7/obl ./PUNCT/3/punct"
    )
    assert [(c.conditional, c.condition) for c in clauses(scene.text)] == [(False, False)] * 2


NOUNS = "Union/NOUN/2/compound row/NOUN/0/root over/ADP/5/case salt/NOUN/5/compound tax/NOUN/2/nmod"
CLOSED = "The/DET/2/det mill/NOUN/3/nsubj closed/VERB/0/root"


def test_a_headline_counts_only_with_a_verb() -> None:
    assert found(NOUNS, CLOSED, headline=True) == ["The mill closed"]
    assert found(CLOSED, headline=True) == ["The mill closed"]


def test_a_sentence_printed_twice_counts_once() -> None:
    assert found(CLOSED, CLOSED) == ["The mill closed"]


def test_without_a_tree_a_sentence_is_one_clause() -> None:
    document = plain("The old mill closed early on Monday.")
    text = Text(document, segment(document), Syntax())
    assert [(c.start, c.head) for c in clauses(text)] in ([], [(0, 0)])


def test_every_clause_lies_in_its_sentence_and_holds_its_head() -> None:
    for sentence, _ in CASES:
        scene = Scene(sentence, CLOSED)
        for clause in clauses(scene.text):
            start, end = scene.text.segments.sentences[clause.sentence]
            head = scene.text.segments.words[clause.head]
            assert start <= clause.start <= head[0] and head[1] <= clause.end <= end


def test_a_caption_without_a_subject_is_the_pages_own_word() -> None:
    words = "Enlarge/VERB/0/root this/DET/3/det image/NOUN/1/obj"
    document = plain("Enlarge this image", kind="caption")
    scene = Scene(words)
    assert clauses(Text(document, scene.text.segments, scene.text.syntax)) == ()
    assert [c.start for c in clauses(scene.text)] == [0]


def test_a_saying_whose_clause_is_a_claim_of_its_own_does_not_dangle() -> None:
    dangling = (
        "Halvek/PROPN/2/nsubj went/VERB/0/root further/ADV/2/advmod ,/PUNCT/5/punct saying/VERB/2/advcl"
        " the/DET/7/det mill/NOUN/8/nsubj closed/VERB/5/ccomp ./PUNCT/2/punct"
    )
    assert found(dangling) == ["Halvek went further", "the mill closed"]


def test_a_clause_keeps_the_infinitive_the_tree_tears_off() -> None:
    torn = (
        "We/PRON/3/nsubj 're/AUX/3/aux going/VERB/9/ccomp to/PART/6/mark be/AUX/6/cop"
        " careful/VERB/9/ccomp ,/PUNCT/6/punct he/PRON/9/nsubj said/VERB/0/root"
    )
    assert found(torn)[0] == "We 're going to be careful"


def test_no_claim_ends_in_a_when_whose_clause_is_its_own() -> None:
    dangling = (
        "Tesk/PROPN/2/nsubj laughed/VERB/0/root loudly/ADV/2/advmod when/ADV/2/advmod the/DET/6/det"
        " mill/NOUN/7/nsubj closed/VERB/2/advcl down/ADV/7/advmod last/ADJ/10/amod week/NOUN/7/obl"
    )
    assert found(dangling)[0] == "Tesk laughed loudly"


def test_a_claim_keeps_the_mark_of_what_is_not_its_own_verb() -> None:
    before = (
        "Before/SCONJ/2/mark leaving/VERB/5/advcl ,/PUNCT/2/punct Tesk/PROPN/5/nsubj closed/VERB/0/root"
        " mills/NOUN/5/obj"
    )
    assert found(before) == ["Before leaving, Tesk closed mills"]
