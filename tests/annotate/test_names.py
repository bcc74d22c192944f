"""Mentions: names, descriptions and pronouns."""

import pytest

from onrecord.annotate.names import RULES, names
from onrecord.records.marks import Naming
from onrecord.records.predictions import Predictions
from tests.builders import Scene

SCENE = Scene(
    "The/DET/3/det old/ADJ/3/amod leader/NOUN/8/nsubj of/ADP/6/case the/DET/6/det union/NOUN/3/nmod"
    " ,/PUNCT/3/punct met/VERB/0/root Dorin/PROPN/8/obj Halvek/PROPN/9/flat 's/PART/9/case"
    " men/NOUN/8/obl ./PUNCT/8/punct"
)


def found(scene: Scene, **said: object) -> list[tuple[str, str, str]]:
    marks = names(scene.text, scene.predictions(**said))  # type: ignore[arg-type]
    return [(scene.text.slice(m.span), m.type, m.form) for m in marks]


def test_a_name_loses_the_comma_at_its_end() -> None:
    text = Scene(
        "Halvek/PROPN/2/nsubj left/VERB/0/root ,/PUNCT/2/punct early/ADV/2/advmod ./PUNCT/2/punct"
    )
    assert found(text, names=[("left,", "Misc")]) == [("left", "Misc", "named")]


def test_what_is_no_name_and_what_ends_one() -> None:
    text = Scene(
        "No/DET/3/det more/ADJ/3/amod walls/NOUN/5/nsubj on/ADP/5/case Tuesday/PROPN/0/root",
        "Rep./PROPN/2/nmod Roe/PROPN/0/root (/PUNCT/4/punct R-Orm/PROPN/2/appos )/PUNCT/4/punct",
    )
    said = [
        ("No more walls", "Place"),
        ("Tuesday", "Misc"),
        ("Roe (", "Person"),
        ("R-Orm", "Person"),
    ]
    assert found(text, names=said) == [("Tuesday", "Date", "named"), ("Roe", "Person", "named")]


def test_two_lines_do_not_share_a_name() -> None:
    text = Scene(
        "Regards/NOUN/0/root Tesk/PROPN/1/appos",
        "Dana/PROPN/2/nsubj left/VERB/0/root ./PUNCT/2/punct",
    )
    both = f"Tesk{text.text.document.text[12:14]}Dana"
    assert found(text, names=[(both, "Person")]) == [
        ("Tesk", "Person", "named"),
        ("Dana", "Person", "named"),
    ]


def test_a_description_is_the_phrase_around_its_noun() -> None:
    assert found(SCENE, nominal=[("leader", "Person")]) == [
        ("The old leader of the union", "Person", "nominal")
    ]


def test_a_description_inside_a_name_is_left_out() -> None:
    said = {"names": [("union", "Organization")], "nominal": [("union", "Organization")]}
    assert found(SCENE, **said) == [("union", "Organization", "named")]


def test_marks_stand_in_text_order_the_longer_first() -> None:
    made = found(
        SCENE,
        names=[("Dorin Halvek", "Person")],
        nominal=[("men", "Group"), ("union", "Organization"), ("leader", "Person")],
    )
    assert [text for text, _, _ in made] == [
        "The old leader of the union",
        "the union",
        "Dorin Halvek",
        "men",
    ]


def test_an_unsure_name_and_one_of_signs_alone_are_left_out() -> None:
    unsure = SCENE.tag("Dorin Halvek", "Person", score=0.2)
    signs = SCENE.tag(",", "Person")
    predictions = Predictions(names=(unsure, signs), syntax=SCENE.text.syntax)
    assert names(SCENE.text, predictions) == ()


PRONOUNS = Scene(
    "It/PRON/2/expl rained/VERB/0/root and/CCONJ/4/cc he/PRON/4/nsubj took/VERB/2/conj"
    " her/DET/7/nmod:poss boat/NOUN/5/obj from/ADP/9/case them/PRON/5/obl ./PUNCT/2/punct"
)


def test_pronouns_have_the_type_of_what_they_stand_for_and_empty_it_has_none() -> None:
    assert found(PRONOUNS) == [
        ("he", "Person", "pronoun"),
        ("her", "Person", "pronoun"),
        ("them", "Group", "pronoun"),
    ]


def test_a_word_that_only_looks_like_a_pronoun_is_none() -> None:
    scene = Scene("US/PROPN/2/compound troops/NOUN/3/nsubj left/VERB/0/root")
    assert found(scene) == []
    assert found(scene, names=[("US", "Place")]) == [("US", "Place", "named")]


def test_the_head_is_a_word_of_the_mention() -> None:
    marks = names(SCENE.text, SCENE.predictions(nominal=[("leader", "Person")]))
    assert SCENE.text.words[marks[0].head] == "leader"


@pytest.mark.parametrize("mark", names(PRONOUNS.text, PRONOUNS.predictions()))
def test_every_rule_is_explained(mark: Naming) -> None:
    assert mark.rule in RULES
