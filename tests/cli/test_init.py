"""The same commands with a PostgreSQL database: the same answers."""

from pathlib import Path

from tests.cli.commands_by_hand import run
from tests.cli.conftest import EXAMPLE
from tests.store.servers import Server


def test_every_command_answers_alike_on_both_databases(
    convoy: Path, server: Server, tmp_path: Path
) -> None:
    address = server.empty_database().replace("postgres@", "postgres:secret@", 1)
    added = run("add", address, EXAMPLE, "--workers", 1)
    assert added.exit_code == 0 and "5 articles added to postgresql://postgres@" in added.stderr
    assert "5 known already" in run("add", address, EXAMPLE, "--workers", 1).stderr
    for question in (
        ("search", "ambassador", "--json"),
        ("search", "said-by:Marlow", "--json"),
        ("origins", "--json"),
        ("actors", "--json"),
    ):
        verb, *rest = question
        left, right = run(verb, convoy, *rest), run(verb, address, *rest)
        assert left.stdout == right.stdout and left.exit_code == right.exit_code == 0, question
    assert "nothing is damaged" in run("doctor", address).stdout


def test_a_file_is_carried_to_a_database_and_back(
    convoy: Path, server: Server, tmp_path: Path
) -> None:
    address, copy = server.empty_database(), tmp_path / "copy.case"
    assert "the same 5 articles" in run("backup", convoy, address).stderr
    assert run("backup", convoy, address).exit_code == 2
    assert run("backup", address, copy).exit_code == 0
    assert run("origins", copy, "--json").stdout == run("origins", convoy, "--json").stdout


def test_a_database_that_is_not_there_is_named_without_its_password(tmp_path: Path) -> None:
    result = run("search", f"postgresql://desk:secret@/affair?host={tmp_path}", "ferry")
    assert result.exit_code == 1 and len(result.stderr.splitlines()) == 1
    assert "secret" not in result.stderr
