"""Words for firmness and loaded words, by list and by model."""

import pytest

from onrecord.annotate.cues import RULES, cues, loaded
from onrecord.records.predictions import Predictions, Syntax, Tag
from onrecord.records.texts import Text
from onrecord.segment import segment
from tests.builders import Scene, plain


def text_of(printed: str) -> Text:
    document = plain(printed)
    return Text(document, segment(document), Syntax())


def found(printed: str) -> list[tuple[str, str, str]]:
    text = text_of(printed)
    return [(text.slice(c.span), c.kind, c.rule) for c in cues(text)]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("The group may have left.", ("may have", "hedge", "cues.possible")),
        ("He reportedly left.", ("reportedly", "hedge", "cues.probable")),
        ("He most likely left.", ("most likely", "hedge", "cues.probable")),
        ("Tarr is believed to own it.", ("is believed to", "hedge", "cues.probable")),
        ("The so-called centre closed.", ("so-called", "doubt", "cues.doubt")),
        ("They didn’t leave.", ("n’t", "negation", "cues.negation")),
        ("Nobody left.", ("Nobody", "negation", "cues.negation")),
        ("They left if it rained.", ("if", "conditional", "cues.conditional")),
        ("It is set to close.", ("set to", "future", "cues.prospect")),
        ("It will close.", ("will", "future", "cues.future")),
        ("It certainly closed.", ("certainly", "certainty", "cues.certainty")),
        ("He rejected it.", ("rejected", "denial", "cues.denial")),
        ("He is unlikely to go.", ("unlikely", "hedge", "cues.improbable")),
        ("He failed to go.", ("failed to", "negation", "cues.unfulfilled")),
        ("He avoided going.", ("avoided going", "negation", "cues.unfulfilled")),
        ("It would have sunk.", ("would have", "conditional", "cues.counterfactual")),
        ("They were said to own it.", ("were said to", "hedge", "cues.possible")),
    ],
)
def test_a_cue_is_found_with_its_kind(printed: str, expected: tuple[str, str, str]) -> None:
    assert expected in found(printed)


def test_the_longest_entry_wins_and_no_two_overlap() -> None:
    assert [word for word, _, _ in found("It would have been no longer possible, of course.")] == [
        "would have", "no longer", "of course",
    ]  # fmt: skip


def test_a_plain_report_has_no_cue() -> None:
    assert found("Soldiers closed the mill on Monday.") == []


def test_a_month_or_a_tin_is_no_hedge() -> None:
    scene = Scene(
        "In/ADP/2/case May/PROPN/4/obl they/PRON/4/nsubj left/VERB/0/root a/DET/6/det can/NOUN/4/obj"
    )
    assert cues(scene.text) == ()


@pytest.mark.parametrize(
    "printed",
    [
        "The No. 4 tram stopped.",
        "He paraded his might.",
        "She appeared in court.",
        "The if clause fills a page.",
        "The could-have-been champion left.",
        "Police questioned the man.",
        "Almost 400 boats left.",
    ],
)
def test_a_lookalike_is_no_cue(printed: str) -> None:
    assert found(printed) == []


def techniques(printed: str, *tags: Tag, names: tuple[Tag, ...] = ()) -> list[tuple[str, str, str]]:
    text = text_of(printed)
    marks = loaded(text, Predictions(loaded=tags, names=names))
    return [(text.slice(m.span), m.technique, m.rule) for m in marks]


def test_loaded_words_by_list() -> None:
    assert techniques("The brutal regime began a witch-hunt.") == [
        ("brutal", "Loaded_Language", "loaded.list"),
        ("regime", "Name_Calling-Labeling", "loaded.list"),
        ("witch-hunt", "Loaded_Language", "loaded.list"),
    ]


def test_what_list_and_model_mark_is_kept_once() -> None:
    both = Tag(first=1, last=3, label="Loaded_Language", score=0.9)
    assert techniques("The brutal men left.", both) == [
        ("brutal", "Loaded_Language", "loaded.list")
    ]


def test_the_model_adds_what_it_is_sure_of() -> None:
    sure = Tag(first=1, last=2, label="Loaded_Language", score=0.8)
    unsure = Tag(first=2, last=3, label="Loaded_Language", score=0.4)
    assert techniques("The putrid deal fell.", sure, unsure) == [
        ("putrid", "Loaded_Language", "loaded.model")
    ]


def test_a_name_is_never_loaded() -> None:
    name = Tag(first=1, last=3, label="Organization", score=0.9)
    assert techniques("The Radical Front won.", names=(name,)) == []
    assert techniques("The Radical Front won.") == [("Radical", "Loaded_Language", "loaded.list")]


@pytest.mark.parametrize("rule", ["loaded.list", "loaded.model"])
def test_rules_are_explained(rule: str) -> None:
    assert RULES[rule].endswith(".")


def test_whoever_appears_side_by_side_is_there_for_sure() -> None:
    there = "They/PRON/2/nsubj appeared/VERB/0/root {}/2/xcomp"
    together, calm = (Scene(there.format(word)).text for word in ("together/ADV", "calm/ADJ"))
    assert cues(together) == () and [c.rule for c in cues(calm)] == ["cues.probable"]
