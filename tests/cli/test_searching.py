"""``onrecord search``: what it prints and what it refuses."""

from pathlib import Path

import msgspec
import pytest

from onrecord.records.cases import Found
from tests.cli.commands_by_hand import one_sentence, run


def test_results_show_title_outlet_passage_and_the_id_to_ask_further(convoy: Path) -> None:
    result = run("search", convoy, "harbour", "master")
    assert result.exit_code == 0 and result.stderr == ""
    assert "At the gates of Fort Aske  Northern Dispatch, 2031-03-06 15:30" in result.stdout
    assert "The harbour master at Aske" in result.stdout and "art-" in result.stdout
    assert result.stdout.splitlines()[-1] == "1 result."


def test_claims_show_on_whose_word_they_stand(convoy: Path) -> None:
    result = run("search", convoy, 'said-by:"Henrik Sol"', "parliament")
    printed = " ".join(result.stdout.split())
    assert "on the word of Valmere Herald -> Opposition lawmaker Henrik Sol claim-" in printed
    plain = run("search", convoy, "--claims", "parliament").stdout
    assert "claim-" in plain and "claim-" not in run("search", convoy, "parliament").stdout


def test_json_is_the_answer_and_nothing_else(convoy: Path) -> None:
    result = run("search", convoy, "ambassador", "--json", "--limit", "2")
    found = msgspec.json.decode(result.stdout, type=Found)
    assert len(found.hits) == 2 and found.matches >= 3 and result.stderr == ""
    for hit in found.hits:
        marked = {
            hit.excerpt.text[a - hit.excerpt.start : b - hit.excerpt.start]
            for a, b in hit.excerpt.highlights
        }
        assert marked == {"ambassador"}


def test_a_limit_says_that_there_is_more(convoy: Path) -> None:
    printed = run("search", convoy, "ambassador", "--limit", 1).stdout
    assert "the best 1 are shown" in printed


@pytest.mark.parametrize("query", ["size:9", '"', "before:soon", "kind:gossip"])
def test_a_question_that_is_none_is_wrong_use(convoy: Path, query: str) -> None:
    result = run("search", convoy, query)
    assert result.exit_code == 2 and one_sentence(result)


def test_a_word_that_must_not_stand_needs_no_quotes(convoy: Path) -> None:
    every = run("search", convoy, "ambassador", "--json").stdout
    some = run("search", convoy, "ambassador", "-landing", "-outlet:compass", "--json").stdout
    left, right = (msgspec.json.decode(found, type=Found) for found in (every, some))
    assert 0 < right.matches < left.matches
    assert not any(hit.outlet == "The Compass" for hit in right.hits)


@pytest.mark.parametrize("option", ["--claim", "--limt=3"])
def test_an_option_that_is_none_is_no_word(convoy: Path, option: str) -> None:
    result = run("search", convoy, "ambassador", option)
    assert result.exit_code == 2 and option.partition("=")[0] in result.stderr


def test_where_nothing_is_found_it_says_how_it_understood(convoy: Path) -> None:
    # What the shell makes of said-by:"Ilya Marlow".
    result = run("search", convoy, "said-by:Ilya Marlow", "-ship", "after:2031", "zzz")
    assert result.exit_code == 0 and result.stdout == "0 results.\n"
    assert result.stderr == (
        "onrecord: Nothing has all of this: said-by:ilya, marlow, -ship, zzz, after:2031-01-01."
        " Names and phrases stand in quotes twice.\n"
    )


def test_a_case_that_is_not_there_is_named(tmp_path: Path) -> None:
    result = run("search", tmp_path / "none.case", "ferry")
    assert result.exit_code == 1 and "none.case" in one_sentence(result)
    assert not (tmp_path / "none.case").exists()
