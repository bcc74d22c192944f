"""Score readings against gold.

    python evaluation/score.py attribution gold.jsonl readings.jsonl   score what was read
    python evaluation/score.py attribution gold.jsonl --run            read it first, then score

Tasks: attribution (PolNeAR rows), mentions (token rows), sentences (rows with
``verifiable`` or ``label``), times (timex rows), claims (the project's own gold),
pronouns (GAP rows), loaded (BABE rows), subjectivity (CheckThat rows). ``--run`` calls the command
``onrecord read --jsonl``, so that the shipped model and the whole route are measured.
"""

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from tasks import TASKS, Row


def rows(path: Path) -> list[Row]:
    """The rows of a JSON Lines file, gzipped or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def score(task: str, gold: list[Row], readings: list[Row]) -> dict[str, float]:
    """Scores of readings that stand in the order of the gold rows."""
    _, count, scores = TASKS[task]
    if len(gold) != len(readings):
        raise SystemExit(f"{len(gold)} gold rows, {len(readings)} readings: not the same run")
    counts: Counter[str] = Counter()
    errors = 0
    for row, reading in zip(gold, readings, strict=True):
        if "error" in reading:
            errors += 1
            reading = {"attributions": [], "mentions": [], "claims": [], "times": [], "loaded": []}
        count(row, reading, counts)
    return scores(counts) | {"rows": len(gold), "errors": errors}


def run(task: str, gold: list[Row]) -> list[Row]:
    """Read the gold rows' texts with the command."""
    prepare = TASKS[task][0]
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "in.jsonl"), Path(folder, "out.jsonl")
        with source.open("w", encoding="utf-8") as out:
            out.writelines(json.dumps(prepare(row)) + "\n" for row in gold)
        command = [
            sys.executable,
            "-m",
            "onrecord.cli",
            "read",
            "--quiet",
            "--jsonl",
            str(source),
            str(target),
        ]
        subprocess.run(command, check=True)
        return rows(target)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("task", choices=TASKS)
    parser.add_argument("gold", type=Path)
    parser.add_argument("readings", type=Path, nargs="?")
    parser.add_argument("--run", action="store_true")
    arguments = parser.parse_args()
    wanted = rows(arguments.gold)
    if arguments.run == bool(arguments.readings):
        parser.error("give either READINGS or --run")
    got = run(arguments.task, wanted) if arguments.run else rows(arguments.readings)
    print(json.dumps(score(arguments.task, wanted, got)))
