"""``onrecord origins``: terminal, JSON, page."""

import re
from pathlib import Path

import msgspec

from onrecord.records.origins import Origins
from tests.cli.commands_by_hand import one_sentence, run
from tests.cli.conftest import EXAMPLE


def test_json_is_exactly_the_contract(convoy: Path) -> None:
    result = run("origins", convoy, "--json")
    assert result.exit_code == 0 and result.stderr == ""
    answer = msgspec.json.decode(result.stdout, type=Origins)
    assert answer.schema == "onrecord-origins/1"
    assert len(answer.documents) == 5 and len(answer.families) == 1


def test_the_terminal_shows_families_and_says_what_it_does_not_say(convoy: Path) -> None:
    result = run("origins", convoy)
    assert result.exit_code == 0
    assert "Sorel News Agency" in result.stdout and "onrecord says who says so" in result.stdout


def test_the_page_asks_nothing_of_the_network(convoy: Path, tmp_path: Path) -> None:
    target = tmp_path / "new" / "origins.html"
    result = run("origins", convoy, "--html", target)
    assert result.exit_code == 0 and result.stdout == "" and str(target) in result.stderr
    page = target.read_text()
    assert page.lstrip().lower().startswith("<!doctype html>") and "Valmere Herald" in page
    assert not re.search(r"""(?:src|href)=["']?(?:https?:|//)|@import|url\(["']?http""", page)


def test_page_and_json_may_be_had_at_once(convoy: Path, tmp_path: Path) -> None:
    target = tmp_path / "origins.html"
    result = run("origins", convoy, "--html", target, "--json")
    assert target.exists() and msgspec.json.decode(result.stdout, type=Origins).documents


def test_publishers_are_named_in_a_file(convoy: Path, tmp_path: Path) -> None:
    told = run("origins", convoy, "--json", "--publishers", EXAMPLE / "case.toml").stdout
    assert "Valmere Press House" in told
    assert "Valmere Press House" not in run("origins", convoy, "--json").stdout
    broken = tmp_path / "p.toml"
    broken.write_text("[publishers")
    result = run("origins", convoy, "--publishers", broken)
    assert result.exit_code == 2 and "p.toml is not valid TOML" in one_sentence(result)


def test_one_article_may_be_asked_about_and_an_unknown_one_is_wrong_use(convoy: Path) -> None:
    address = "https://northerndispatch.example/fort-aske"
    answer = msgspec.json.decode(run("origins", convoy, address, "--json").stdout, type=Origins)
    assert answer.families == () and address is not None
    assert "Northern Dispatch" in {document.outlet for document in answer.documents}
    result = run("origins", convoy, "https://nobody.example/")
    assert result.exit_code == 2 and "nobody.example" in one_sentence(result)
