"""``onrecord backup``."""

from pathlib import Path

from tests.cli.commands_by_hand import one_sentence, run


def test_a_backup_is_a_case_with_the_same_answers(convoy: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.case"
    result = run("backup", convoy, copy)
    assert result.exit_code == 0 and "the same 5 articles" in result.stderr
    assert run("search", copy, "ambassador").stdout == run("search", convoy, "ambassador").stdout


def test_a_backup_never_writes_over_a_file(convoy: Path, tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.write_text("kept")
    result = run("backup", convoy, there)
    assert result.exit_code in (1, 2) and "there" in one_sentence(result)
    assert there.read_text() == "kept"


def test_a_place_that_cannot_be_written_is_named_and_not_the_case(
    convoy: Path, tmp_path: Path
) -> None:
    result = run("backup", convoy, tmp_path / "nowhere" / "copy.case")
    assert result.exit_code == 1
    assert f"{tmp_path / 'nowhere' / 'copy.case'} cannot be written" in one_sentence(result)
