"""The command: what it prints, writes and returns."""

import json
import re
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result

from onrecord.cli import main
from onrecord.records.readings import Reading

ARTICLE = (
    "Mill to close\n\nMinister Anna Keller said the old mill will close in May. "
    "The company denied that it had paid the workers.\n"
)


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ONRECORD_MAX_MB", "ONRECORD_TIMEOUT", "ONRECORD_THREADS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "mill.txt"
    path.write_text(ARTICLE)
    return path


def run(*arguments: object, given: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments], input=given)


def one_sentence(result: Result) -> str:
    """The message of a failure: one line on standard error, nothing on standard output."""
    assert result.stdout == ""
    assert isinstance(result.exception, SystemExit)
    (line,) = result.stderr.splitlines()
    assert line.startswith("onrecord: ") and line.endswith(".") and "Traceback" not in line
    return line


def test_reading_a_file_prints_what_it_says(article: Path) -> None:
    result = run("read", article)
    assert result.exit_code == 0 and result.stderr == ""
    printed = " ".join(result.stdout.split())
    assert "mill will close in May" in printed and "Anna Keller" in printed


def test_standard_input_is_read(article: Path) -> None:
    result = run("read", "-", given=ARTICLE)
    assert result.exit_code == 0 and "mill will close in May" in " ".join(result.stdout.split())


def test_quiet_prints_nothing(article: Path) -> None:
    result = run("read", article, "--quiet")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")


def test_json_is_the_record(article: Path, tmp_path: Path) -> None:
    target = tmp_path / "new" / "mill.json"
    assert run("read", article, "--json", target, "--quiet").exit_code == 0
    reading = msgspec.json.decode(target.read_bytes(), type=Reading)
    assert reading.document.name == str(article)
    assert "the old mill will close in May" in [c.text for c in reading.claims]


def test_html_is_one_page_that_asks_nothing_of_the_network(article: Path, tmp_path: Path) -> None:
    target = tmp_path / "mill.html"
    assert run("read", article, "--html", target, "--quiet").exit_code == 0
    page = target.read_text()
    assert page.lstrip().lower().startswith("<!doctype html>") and "Mill to close" in page
    assert not re.search(r"""(?:src|href)=["']?(?:https?:|//)|@import|url\(["']?http""", page)


def test_several_inputs_go_to_a_folder_and_a_bad_one_does_not_stop_them(
    article: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.txt"
    other.write_text(ARTICLE)
    out = tmp_path / "out"
    result = run(
        "read", article, tmp_path / "nowhere.txt", other, "--json", out, "--html", out, "--quiet"
    )
    assert result.exit_code == 1
    assert sorted(p.name for p in out.iterdir()) == [
        "mill.txt.html", "mill.txt.json", "other.txt.html", "other.txt.json",
    ]  # fmt: skip
    assert "nowhere.txt" in one_sentence(result)


def test_several_inputs_into_one_file_are_wrong_use(article: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.write_text("kept")
    result = run("read", article, article, "--json", target, "--quiet")
    assert result.exit_code != 0 and target.read_text() == "kept"


def jsonl(path: Path, *lines: str) -> Path:
    path.write_text("".join(line + "\n" for line in lines))
    return path


def row(name: object) -> str:
    return json.dumps({"id": name, "text": ARTICLE})


def test_rows_keep_their_order_with_an_error_line_in_its_place(tmp_path: Path) -> None:
    source = jsonl(tmp_path / "in.jsonl", row("a"), '{"id": "b", "text": 5}', row("c"))
    target = tmp_path / "out.jsonl"
    result = run("read", "--jsonl", source, target)
    assert result.exit_code == 0 and result.stdout == ""
    assert result.stderr.splitlines()[-1].startswith("onrecord: 3 lines written to ")
    assert "1 of them" in result.stderr
    lines = [json.loads(line) for line in target.read_bytes().splitlines()]
    assert [line["id"] for line in lines] == ["a", "b", "c"]
    assert set(lines[1]) == {"id", "error"} and lines[0]["claims"]


def test_rows_resume_and_quiet(tmp_path: Path) -> None:
    source = jsonl(tmp_path / "in.jsonl", row("a"), row("b"))
    target = tmp_path / "out.jsonl"
    target.write_text('{"id":"a","kept":true}\n{"id":"b","cut')
    result = run("read", "--jsonl", source, target, "--resume", "--quiet")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    first, second = (json.loads(line) for line in target.read_bytes().splitlines())
    assert first == {"id": "a", "kept": True} and second["id"] == "b" and second["claims"]


def test_no_input_is_wrong_use() -> None:
    result = run("read")
    assert result.exit_code == 2 and "--help" in one_sentence(result)


def test_rows_stand_alone(article: Path, tmp_path: Path) -> None:
    result = run("read", article, "--jsonl", tmp_path / "a", tmp_path / "b")
    assert result.exit_code == 2 and "--jsonl" in one_sentence(result)


def test_a_setting_that_is_no_number_is_wrong_use(
    article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_MAX_MB", "lots")
    result = run("read", article)
    assert result.exit_code == 2 and "ONRECORD_MAX_MB" in one_sentence(result)


def test_failed_work_is_one_sentence(
    article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = run("read", tmp_path / "nowhere.txt")
    assert result.exit_code == 1 and "nowhere.txt" in one_sentence(result)
    result = run("read", "-", given="  \n")
    assert result.exit_code == 1 and "standard input" in one_sentence(result)
    monkeypatch.setenv("ONRECORD_MAX_MB", "0.00001")
    result = run("read", "-", given=ARTICLE)
    assert result.exit_code == 1 and "ONRECORD_MAX_MB" in one_sentence(result)


def test_an_output_that_cannot_be_written_is_failed_work(article: Path) -> None:
    result = run("read", article, "--json", article / "inside.json", "--quiet")
    assert result.exit_code == 1 and "cannot be written" in one_sentence(result)


def test_an_unknown_option_is_wrong_use() -> None:
    assert run("read", "--poem").exit_code == 2


def test_doctor_says_what_is_used() -> None:
    result = run("doctor")
    assert result.exit_code == 0
    assert result.stdout.startswith("model ") and "50 MB" in result.stdout


@pytest.mark.parametrize("command", [("--help",), ("read", "--help"), ("doctor", "--help")])
def test_help_has_an_example_or_the_commands(command: tuple[str, ...]) -> None:
    result = run(*command)
    assert result.exit_code == 0 and ("Example" in result.stdout or "Commands" in result.stdout)


def test_exit_codes_of_the_real_command(article: Path) -> None:
    def code(*arguments: str) -> tuple[int, bytes]:
        made = subprocess.run(
            [sys.executable, "-m", "onrecord.cli", *arguments],
            capture_output=True,
            check=False,
            timeout=120,
        )
        assert b"Traceback" not in made.stderr
        return made.returncode, made.stderr

    assert code("read", str(article), "--quiet") == (0, b"")
    assert code("read", "nowhere.txt")[0] == 1
    assert code("read")[0] == 2
