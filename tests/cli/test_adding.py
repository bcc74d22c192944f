"""``onrecord add``: what it says, and that nothing shown as done is ever lost."""

import os
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from msgspec.structs import replace

from onrecord.records.readings import Reading
from onrecord.store import open_case
from tests.cli.commands_by_hand import one_sentence, run
from tests.read.archives_by_hand import html, warc


def text(number: int) -> str:
    return (
        f"Ferry {number} late again\n\nThe ferry to Sall left {number + 2} hours late on Monday, "
        f"its captain, Ana Brandt, told the Orun Post. The company denied that {number + 10} "
        "passengers had been left behind.\n"
    )


def folder(path: Path, count: int) -> Path:
    path.mkdir()
    for number in range(count):
        (path / f"ferry-{number:03}.txt").write_text(text(number))
    return path


def started(*arguments: object) -> subprocess.Popen[str]:
    """The real command in a process group of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "onrecord.cli", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def held(case: Path) -> int:
    """How many articles a case holds right now, seen from another process."""
    if not case.exists():
        return 0
    with open_case(case) as opened:
        return opened.count()


def wait_for(case: Path, count: int) -> None:
    end = time.monotonic() + 120
    while held_or_none(case) < count:
        assert time.monotonic() < end, "nothing is added"
        time.sleep(0.05)


def held_or_none(case: Path) -> int:
    """``held``, while the case is still being made."""
    try:
        return held(case)
    except Exception:
        return 0


def content(case: Path) -> list[tuple[str, bytes, Reading]]:
    """What a case holds, without how long the reading took."""
    with open_case(case) as opened:
        return [
            (article, opened.original(article).data, without_seconds(reading))
            for article, reading in opened.readings()
        ]


def without_seconds(reading: Reading) -> Reading:
    return replace(reading, made_by=replace(reading.made_by, seconds=0.0))


def test_what_was_added_known_and_failed_is_said_at_the_end(tmp_path: Path) -> None:
    articles, case = folder(tmp_path / "articles", 3), tmp_path / "a.case"
    assert run("add", case, articles, "--workers", 1, "--quiet").stderr == ""
    (articles / "blank.txt").write_text(" \n")
    (articles / "ferry-900.txt").write_text(text(900))
    result = run("add", case, articles, "--workers", 1)
    assert result.exit_code == 1 and result.stdout == ""
    *failures, last = result.stderr.splitlines()
    assert failures[0] == "onrecord: 1 input could not be read:"
    assert failures[1].startswith(f"  {articles}/blank.txt is empty")
    assert re.fullmatch(
        rf"onrecord: 1 article added to {case}, 3 known already, 1 failed, in \d+ s\.", last
    )


def test_of_many_failures_twenty_are_listed_and_doctor_lists_all(tmp_path: Path) -> None:
    case = tmp_path / "a.case"
    for number in range(23):
        (tmp_path / f"blank-{number:02}.txt").write_text(" ")
    result = run("add", case, *sorted(tmp_path.glob("blank-*")), "--quiet")
    lines = result.stderr.splitlines()
    assert result.exit_code == 1 and len([line for line in lines if "is empty" in line]) == 20
    assert lines[-1] == f"  and 3 more; onrecord doctor {case} lists all."
    assert run("doctor", case).stdout.count("is empty") == 23


@pytest.mark.parametrize(
    "arguments", [("add",), ("add", "a.case"), ("add", "a.case", "x", "--workers", "0")]
)
def test_wrong_use_is_told_as_such(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


def test_a_path_that_is_not_there_makes_no_case(tmp_path: Path) -> None:
    result = run("add", tmp_path / "a.case", tmp_path / "nowhere")
    assert result.exit_code == 1 and "nowhere does not exist" in one_sentence(result)
    assert list(tmp_path.iterdir()) == []


def test_a_cut_archive_gives_what_it_has_and_is_named(tmp_path: Path) -> None:
    responses = [
        (f"https://orunpost.example/{n}", "200 OK", "text/html", html(f"Ferry {n} late", text(n)))
        for n in range(4)
    ]
    whole = warc(*responses)
    dump, case = tmp_path / "dump.warc.gz", tmp_path / "a.case"
    dump.write_bytes(whole[: int(len(whole) * 0.8)])
    result = run("add", case, dump, "--workers", 1)
    assert result.exit_code == 1 and f"{dump} breaks off" in result.stderr
    assert held(case) == 3
    dump.write_bytes(whole)
    assert "breaks off" in run("doctor", case).stdout
    assert run("add", case, dump, "--workers", 1).exit_code == 0
    assert held(case) == 4 and "breaks off" not in run("doctor", case).stdout


def test_failures_that_were_tried_again_or_are_gone_are_struck_and_others_stay(
    tmp_path: Path,
) -> None:
    case, articles = tmp_path / "a.case", folder(tmp_path / "articles", 1)
    blank, rows, other = articles / "blank.txt", articles / "rows.jsonl", tmp_path / "other.txt"
    for path in (blank, other):
        path.write_text(" ")
    rows.write_text("no row\n")
    assert run("add", case, articles, other, tmp_path / "nowhere").exit_code == 1
    blank.unlink()
    rows.write_text("")
    assert run("add", case, articles).exit_code == 0
    said = run("doctor", case).stdout
    assert "2 inputs could not be read" in said and "other.txt" in said and "nowhere" in said


def test_a_folder_read_as_one_article_names_the_command_for_it(tmp_path: Path) -> None:
    result = run("read", tmp_path)
    assert result.exit_code == 1 and f"onrecord add CASE {tmp_path}" in one_sentence(result)


def test_killed_at_any_moment_it_loses_nothing_and_goes_on(tmp_path: Path) -> None:
    articles, case, whole = (
        folder(tmp_path / "articles", 9),
        tmp_path / "a.case",
        tmp_path / "b.case",
    )
    assert run("add", whole, articles, "--quiet").exit_code == 0
    chance = random.Random(7)
    for kept in (0, 2, 5):
        process = started("add", case, articles, "--workers", 2)
        if kept:
            wait_for(case, kept)
        time.sleep(chance.random() * 0.3)
        before = held_or_none(case)
        process.kill()  # the workers see their pipes close, and end
        process.communicate()
        assert held_or_none(case) >= before
    assert run("add", case, articles, "--quiet").exit_code == 0
    assert content(case) == content(whole)


def test_ctrl_c_stops_with_a_sentence_and_keeps_what_is_done(tmp_path: Path) -> None:
    articles, case = folder(tmp_path / "articles", 60), tmp_path / "a.case"
    process = started("add", case, articles, "--workers", 2)
    wait_for(case, 2)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to the workers too
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130 and "Traceback" not in said
    done, stopped = said.splitlines()
    told = re.match(r"onrecord: (\d+) articles added to ", done)
    # The signal may come after an article is in the case and before it is counted.
    assert told and held(case) - 1 <= int(told[1]) <= held(case)
    assert stopped == "onrecord: Stopped; run the same command again to go on from here."
    assert all_ended(process.pid)


def all_ended(group: int) -> bool:
    """Whether no process of a group is left, after a moment at most."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


def test_two_at_once_add_to_one_case(tmp_path: Path) -> None:
    articles, other = folder(tmp_path / "a", 10), folder(tmp_path / "b", 14)
    case = tmp_path / "a.case"
    both = [started("add", case, path, "--workers", 1) for path in (articles, other)]
    for process in both:
        _, said = process.communicate(timeout=200)
        assert process.returncode == 0, said
    assert held(case) == 14
    assert "nothing is damaged" in run("doctor", case).stdout


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_folder_that_may_not_be_written_is_named(tmp_path: Path) -> None:
    articles, closed = folder(tmp_path / "articles", 1), tmp_path / "closed"
    closed.mkdir(mode=0o555)
    result = run("add", closed / "a.case", articles)
    assert result.exit_code == 1 and "a.case" in one_sentence(result)


def test_a_place_where_no_case_can_be_is_named(tmp_path: Path) -> None:
    articles = folder(tmp_path / "articles", 1)
    for place in (tmp_path / "none" / "a.case", articles, articles / "ferry-000.txt"):
        result = run("add", place, articles)
        assert result.exit_code in (1, 2) and str(place) in one_sentence(result)


def test_a_script_may_add_at_its_top_level(tmp_path: Path) -> None:
    articles, script = folder(tmp_path / "articles", 2), tmp_path / "script.py"
    script.write_text(
        "from pathlib import Path\n"
        "from onrecord import Settings, workbench\n"
        f"for step in workbench.add({str(tmp_path / 'a.case')!r}, [Path({str(articles)!r})],"
        " Settings(workers=2)):\n    pass\n"
        "print(step.done)\n"
    )
    made = subprocess.run(
        [sys.executable, str(script)], capture_output=True, text=True, check=False, timeout=200
    )
    assert (made.stdout, made.stderr) == ("2\n", "")
