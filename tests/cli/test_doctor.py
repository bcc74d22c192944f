"""``onrecord doctor``: the model, the limits, and the state of a case."""

from pathlib import Path

from tests.cli.commands_by_hand import run


def test_a_sound_case_is_counted(convoy: Path) -> None:
    result = run("doctor", convoy)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0].startswith("model ") and lines[-1] == f"{convoy}: 5 articles"
    assert f"{convoy}: nothing is damaged" in lines


def test_inputs_that_could_not_be_read_are_listed_until_they_are(tmp_path: Path) -> None:
    case, bad = tmp_path / "a.case", tmp_path / "bad.txt"
    bad.write_text("*** !!!")
    added = run("add", case, bad, "--workers", 1)
    assert added.exit_code == 1 and "no article text" in added.stderr
    shown = run("doctor", case)
    assert shown.exit_code == 0
    assert "1 input could not be read:" in shown.stdout and "no article text" in shown.stdout
    bad.write_text("The ferry to Sall was late again, its captain said.")
    assert run("add", case, bad, "--workers", 1).exit_code == 0
    assert "could not be read" not in run("doctor", case).stdout


def test_damage_is_named_and_the_exit_code_says_so(convoy: Path, tmp_path: Path) -> None:
    case = tmp_path / "damaged.case"
    assert run("backup", convoy, case).exit_code == 0
    data = bytearray(case.read_bytes())
    for at in range(len(data) // 2, len(data) // 2 + 9000, 64):
        data[at] ^= 0xFF
    case.write_bytes(bytes(data))
    result = run("doctor", case)
    assert result.exit_code == 1
    assert "nothing is damaged" not in result.stdout and "Traceback" not in result.output


def test_what_is_no_case_is_named(tmp_path: Path) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("These are notes, not a case. " * 200)
    result = run("doctor", other)
    assert result.exit_code == 1 and "notes.txt" in result.stderr
    assert other.read_text().startswith("These are notes")
