"""Fail when a score drops below its floor.

    python evaluation/gate.py --data ../shared/data      every set that is present
    python evaluation/gate.py --lower SET SCORE VALUE    write a lower floor; say why in the changelog

``floors.json`` names for each set its task, file, the digest of the file it was measured
on, and a floor a score. The project's own gold (``gold/``) is always present.
"""

import argparse
import json
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from score import rows, run, score

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"
LAYERS = {"attribution": "attributions", "claims": "claims", "times": "times"}
"""The layer of the project's own gold that a task needs in full (``gold/index.json``)."""


def gold_rows(task: str) -> list[dict[str, Any]]:
    """The project's own articles that are annotated in full for a task, in its row form."""
    found = []
    index = json.loads((HERE / "gold" / "index.json").read_text())
    for path in sorted((HERE / "gold").glob("*.json")):
        if path.name == "index.json" or LAYERS[task] not in index[path.stem]["complete"]:
            continue
        reading = json.loads(path.read_text())
        document = reading["document"]
        row = {
            "id": path.stem,
            "text": document["text"],
            "date": document["published"],
            "dct": document["published"],
        }
        row |= {"attributions": reading["attributions"], "timexes": reading["times"]}
        row |= {"claims": reading["claims"]}
        found.append(row)
    return found


def check(name: str, entry: dict[str, Any], data: Path | None) -> list[str]:
    """What fell below its floor in one set, as sentences."""
    if entry["file"] == "gold":
        gold = gold_rows(entry["task"])
    else:
        path = (data / entry["file"]) if data else None
        if path is None or not path.exists():
            print(f"{name}: not measured, {entry['file']} is not here")
            return []
        if sha256(path.read_bytes()).hexdigest() != entry["sha256"]:
            return [f"{name}: {path} is not the file the floor was measured on"]
        gold = rows(path)
    scores = score(entry["task"], gold, run(entry["task"], gold))
    print(f"{name}: {json.dumps(scores)}")
    return [
        f"{name}: {key} is {scores[key]}, its floor is {floor}"
        for key, floor in entry["floors"].items()
        if scores[key] < floor
    ]


def lower(name: str, key: str, value: str) -> None:
    """Write a lower floor."""
    floors = json.loads(FLOORS.read_text())
    floors[name]["floors"][key] = float(value)
    FLOORS.write_text(json.dumps(floors, indent=1) + "\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--data", type=Path)
    parser.add_argument("--lower", nargs=3, metavar=("SET", "SCORE", "VALUE"))
    arguments = parser.parse_args()
    if arguments.lower:
        lower(*arguments.lower)
    else:
        floors = json.loads(FLOORS.read_text())
        failures = [
            line for name, entry in floors.items() for line in check(name, entry, arguments.data)
        ]
        print(*failures, sep="\n")
        sys.exit(bool(failures))
