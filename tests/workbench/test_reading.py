"""The verbs every face uses."""

import gzip
import json
from pathlib import Path

import msgspec
import pytest

import onrecord
from onrecord import workbench
from onrecord.errors import CannotRead, NoText, TooLarge, WorkFailed, WrongUse
from onrecord.records.readings import Reading
from onrecord.settings import Settings

ARTICLE = (
    "Mill to close\n\nMinister Anna Keller said the old mill will close in May. "
    "The company denied that it had paid the workers.\n"
)
GERMAN = (
    "Der Minister sagte am Montag, das alte Werk an der Küste werde im Mai geschlossen. "
    "Die Firma bestritt, dass sie den Arbeitern Geld gezahlt habe. Niemand wollte dazu etwas sagen, "
    "und die Stadt wartet noch immer auf eine Antwort der Regierung."
)


def texts(reading: Reading) -> list[str]:
    return [claim.text for claim in reading.claims]


def test_a_text_a_path_and_bytes_are_read_alike(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE)
    packed = tmp_path / "a.txt.gz"
    packed.write_bytes(gzip.compress(ARTICLE.encode()))
    readings = [
        onrecord.read(ARTICLE),
        onrecord.read(path),
        onrecord.read(str(path)),
        workbench.read_bytes("standard input", ARTICLE.encode()),
        onrecord.read(packed),
    ]
    assert len({r.document.id for r in readings}) == 1
    assert all(texts(r) == texts(readings[0]) for r in readings)
    assert "the old mill will close in May" in texts(readings[0])
    assert [r.document.name for r in readings[:2]] == ["text", str(path)]


def test_two_readings_are_the_same_but_for_the_seconds() -> None:
    made = [json.loads(workbench.to_json(onrecord.read(ARTICLE))) for _ in range(2)]
    for reading in made:
        assert reading["made_by"].pop("seconds") >= 0
    assert json.dumps(made[0]) == json.dumps(made[1])


def test_a_text_that_is_not_english_has_a_warning_and_no_findings() -> None:
    reading = onrecord.read(GERMAN + "\n")
    assert reading.document.language == "de"
    (warning,) = reading.document.warnings
    assert "English only" in warning and "German" in warning
    assert len(reading.sentences) == 3
    assert (reading.claims, reading.actors, reading.attributions, reading.times) == ((), (), (), ())


@pytest.mark.parametrize("name", ["nowhere.txt", "a/b/c.pdf"])
def test_a_path_that_is_not_there_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(CannotRead, match="does not exist") as error:
        onrecord.read(tmp_path / name)
    assert str(tmp_path / name) in str(error.value)


def test_empty_and_oversized_inputs_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("  \n")
    with pytest.raises(NoText):
        onrecord.read(path)
    path.write_text(ARTICLE)
    with pytest.raises(TooLarge, match="ONRECORD_MAX_MB"):
        onrecord.read(path, Settings(max_bytes=10))


def rows(path: Path, *lines: object) -> Path:
    path.write_text(
        "".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines)
    )
    return path


def row(name: object) -> dict[str, object]:
    return {"id": name, "text": ARTICLE, "title": "Mill to close", "outlet": "The Orun Post"}


def run(source: Path, target: Path, resume: bool = False) -> list[workbench.Progress]:
    return list(workbench.read_rows(source, target, Settings(), resume))


def lines_of(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def test_a_bad_line_in_the_middle_keeps_its_place(tmp_path: Path) -> None:
    source = rows(tmp_path / "in.jsonl", row("a"), '{"id": "b", "text": ', row(3))
    progress = run(source, tmp_path / "out.jsonl")
    first, error, last = lines_of(tmp_path / "out.jsonl")
    assert [p.done for p in progress] == [1, 2, 3] and progress[-1].failed == 1
    assert first["id"] == "a" and last["id"] == 3
    assert list(error) == ["id", "error"] and error["id"] == "b"
    assert "line 2" in str(error["error"])


def test_a_line_is_an_id_and_a_whole_reading(tmp_path: Path) -> None:
    run(rows(tmp_path / "in.jsonl", row("a")), tmp_path / "out.jsonl")
    (line,) = lines_of(tmp_path / "out.jsonl")
    assert line.pop("id") == "a" and next(iter(line)) == "schema"
    reading = msgspec.convert(line, Reading)
    assert reading.document.outlet == "The Orun Post" and reading.document.text == ARTICLE
    assert reading.claims[0].voices[0].name == "The Orun Post"


def without_seconds(path: Path) -> list[dict[str, object]]:
    lines = lines_of(path)
    for line in lines:
        if "made_by" in line:
            line["made_by"].pop("seconds")  # type: ignore[attr-defined]
    return lines


def test_resume_goes_on_where_a_run_broke_off(tmp_path: Path) -> None:
    source = rows(tmp_path / "in.jsonl", row(1), "", "broken", row(3), row(4))
    whole, part = tmp_path / "whole.jsonl", tmp_path / "part.jsonl"
    run(source, whole)
    data = whole.read_bytes().splitlines(keepends=True)
    assert len(data) == 4
    part.write_bytes(b"".join(data[:2]) + data[2][:50])
    kept = part.read_bytes().splitlines(keepends=True)[:2]
    progress = run(source, part, resume=True)
    assert [p.done for p in progress] == [1, 2]
    assert part.read_bytes().splitlines(keepends=True)[:2] == kept
    assert [line["id"] for line in lines_of(part)] == [1, None, 3, 4]


def test_resume_with_nothing_there_begins_and_with_all_there_does_nothing(tmp_path: Path) -> None:
    source = rows(tmp_path / "in.jsonl", row(1), row(2))
    target = tmp_path / "out.jsonl"
    assert len(run(source, target, resume=True)) == 2
    before = target.read_bytes()
    assert run(source, target, resume=True) == []
    assert target.read_bytes() == before


def test_without_resume_the_output_is_written_anew(tmp_path: Path) -> None:
    source = rows(tmp_path / "in.jsonl", row(1))
    target = tmp_path / "out.jsonl"
    target.write_text("old\nold\n")
    run(source, target)
    assert [line["id"] for line in lines_of(target)] == [1]


def test_input_and_output_must_differ_and_be_reachable(tmp_path: Path) -> None:
    source = rows(tmp_path / "in.jsonl", row(1))
    before = source.read_bytes()
    with pytest.raises(WrongUse):
        run(source, tmp_path / "." / "in.jsonl")
    assert source.read_bytes() == before
    with pytest.raises(CannotRead, match="cannot be opened"):
        run(tmp_path / "nowhere.jsonl", tmp_path / "out.jsonl")
    with pytest.raises(WorkFailed, match="cannot be written"):
        run(source, tmp_path / "no" / "folder" / "out.jsonl")


def test_the_model_is_checked_in_one_line() -> None:
    line = workbench.check_model(Settings())
    assert line.startswith("model ") and "sha256" in line and "\n" not in line
