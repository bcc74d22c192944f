"""``onrecord doctor``: the model, the limits, and the state of a case."""

import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from onrecord.model.bundle import shipped
from onrecord.workbench import reading
from tests.cli.commands_by_hand import one_sentence, run


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
    lines = [line for line in result.stdout.splitlines() if line.startswith(str(case))]
    assert lines and all(line.count(str(case)) == 1 for line in lines)


def test_what_searches_find_by_is_repaired_when_asked(convoy: Path, tmp_path: Path) -> None:
    case = tmp_path / "hurt.case"
    assert run("backup", convoy, case).exit_code == 0
    database = sqlite3.connect(case)
    database.execute("DELETE FROM article_words")
    database.commit()
    database.close()
    told = run("doctor", case)
    assert told.exit_code == 1 and told.stdout.count("doctor --repair") == 5
    assert run("doctor", case).exit_code == 1  # it only looked
    mended = run("doctor", case, "--repair")
    assert mended.exit_code == 0
    assert f"{case}: search rows of 5 articles made anew" in mended.stdout.splitlines()
    assert f"{case}: nothing is damaged" in mended.stdout.splitlines()
    assert run("doctor", case).exit_code == 0


def test_repair_needs_a_case() -> None:
    result = run("doctor", "--repair")
    assert result.exit_code == 2 and "name it" in one_sentence(result)


def damaged_bundle(folder: Path, damage: str) -> Path:
    """A copy of the shipped bundle in which one thing is not as it should be."""
    bundle = folder / "files"
    shutil.copytree(shipped(), bundle)
    weights, manifest = bundle / "model.onnx", bundle / "manifest.json"
    told = json.loads(manifest.read_bytes())
    if damage == "digest":
        data = bytearray(weights.read_bytes())
        data[len(data) // 2] ^= 1
        weights.write_bytes(data)
    elif damage == "cut":
        weights.write_bytes(weights.read_bytes()[:1000])
    elif damage == "version":
        manifest.write_text(json.dumps(told | {"format": "onrecord-model/9"}))
    elif damage == "unreadable":
        manifest.write_text("{")
    else:
        (bundle / damage).unlink()
    return bundle


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("digest", "model.onnx is not the one its manifest names"),
        ("cut", "model.onnx is not the one its manifest names"),
        ("model.onnx", "model.onnx is missing"),
        ("tokenizer.json", "tokenizer.json is missing"),
        ("manifest.json", "There is no model in"),
        ("version", "is a bundle of format 'onrecord-model/9', this onrecord reads"),
        ("unreadable", "manifest.json cannot be read"),
    ],
)
def test_a_damaged_model_is_explained_in_a_sentence_and_the_case_is_still_looked_at(
    convoy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: str, said: str
) -> None:
    bundle = damaged_bundle(tmp_path, damage)
    monkeypatch.setenv("ONRECORD_MODEL", str(bundle))
    reading._bundle.cache_clear()
    result = run("doctor", convoy)
    reading._bundle.cache_clear()
    (line,) = result.stderr.splitlines()
    assert result.exit_code == 1 and isinstance(result.exception, SystemExit)
    assert line.startswith("onrecord: ") and said in line and "install" in line
    assert line.endswith(".") and "Traceback" not in result.output
    assert f"{convoy}: nothing is damaged" in result.stdout.splitlines()


def test_what_is_no_case_is_named(tmp_path: Path) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("These are notes, not a case. " * 200)
    result = run("doctor", other)
    assert result.exit_code == 1 and "notes.txt" in result.stderr
    assert other.read_text().startswith("These are notes")
