"""Word lists: every one loads, says what it is, and holds no slips."""

from importlib.resources import files

import pytest

from onrecord.lexicons import lexicon

NAMES = sorted(
    f.name.removesuffix(".yml")
    for f in files("onrecord.lexicons").joinpath("en").iterdir()
    if f.name.endswith(".yml")
)


def test_the_lists_that_the_rules_ask_for_are_there() -> None:
    needed = {"abbreviations", "common", "cues", "events", "loaded", "sources", "titles"}
    assert needed <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_list_says_what_it_holds_and_every_entry_is_text(name: str) -> None:
    found = lexicon(name)
    assert found.about and found.source and found.licence
    assert found.words
    for label, entries in found.words.items():
        assert label and entries
        assert all(entry.strip() == entry and entry for entry in entries), label


def test_yaml_does_not_read_no_as_a_truth_value() -> None:
    assert "no" in lexicon("abbreviations").words["number"]
    assert "no" in lexicon("cues").words["negation"]


def test_labels_turn_a_list_round() -> None:
    assert lexicon("events").labels()["resign"] == "YIELD"


def test_a_list_is_read_once() -> None:
    assert lexicon("cues") is lexicon("cues")


def test_an_unknown_list_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        lexicon("poems")
