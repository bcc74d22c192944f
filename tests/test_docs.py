"""Prose is under test: commands, settings, records and rules are documented, snippets run."""

import re
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from onrecord import annotate, find
from onrecord.cli import main
from onrecord.records.origins import Origins
from onrecord.records.readings import Reading
from onrecord.records.spans import Record
from onrecord.settings import Settings

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_has_help_with_an_example_and_is_in_the_reference(name: str) -> None:
    shown = CliRunner().invoke(main, [name, "--help"]).output
    assert "Example" in shown
    assert f"onrecord {name}" in shown
    assert f"onrecord {name}" in (ROOT / "docs/reference/commands.md").read_text()


def test_every_option_is_in_the_reference() -> None:
    reference = (ROOT / "docs/reference/commands.md").read_text()
    for command in main.commands.values():
        for parameter in command.params:
            for option in parameter.opts:
                if option.startswith("--"):
                    assert option in reference, option


def test_every_setting_is_in_the_reference() -> None:
    reference = (ROOT / "docs/reference/commands.md").read_text()
    for field in Settings.__struct_fields__:
        assert f"`{field}`" in reference, field


@pytest.mark.parametrize("record", [Reading, Origins])
def test_the_schemata_are_made_from_the_records(record: type[Record]) -> None:
    check = [sys.executable, str(ROOT / "docs/reference/make_schema.py"), "--check"]
    assert subprocess.run(check, check=False).returncode == 0
    name = record.__name__
    made = msgspec.json.decode((ROOT / f"docs/reference/{name.lower()}.schema.json").read_bytes())
    assert set(made["$defs"][name]["properties"]) == set(record.__struct_fields__)


def test_every_rule_says_what_it_does_in_a_sentence() -> None:
    for rule, sentence in (annotate.RULES | find.RULES).items():
        assert re.match(r".{20,}", sentence), f"{rule} has no sentence"


def snippets() -> list[str]:
    pages = [ROOT / "README.md", *sorted((ROOT / "docs/guide").glob("*.md"))]
    return [
        code
        for page in pages
        for code in re.findall(r"```python\n(.*?)```", page.read_text(), re.S)
    ]


@pytest.mark.parametrize("code", snippets())
def test_snippets_run(code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    exec(compile(code, "snippet", "exec"), {})


def test_make_commands_of_the_readme_exist() -> None:
    makefile = (ROOT / "Makefile").read_text()
    for target in re.findall(r"^make (\w+)", (ROOT / "README.md").read_text(), re.M):
        assert f"\n{target}:" in makefile, target


def test_the_demo_article_exists() -> None:
    article = re.search(r"onrecord read (examples/\S+)", (ROOT / "Makefile").read_text())
    assert article is not None
    assert (ROOT / article[1]).stat().st_size > 2000
