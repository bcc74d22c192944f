"""Write the JSON Schemata of the public contracts from the records; ``--check`` compares them."""

import json
import sys
from pathlib import Path

import msgspec

from onrecord.records.origins import Origins
from onrecord.records.readings import Reading

FOLDER = Path(__file__).parent
CONTRACTS = (
    ("reading.schema.json", Reading, "onrecord/1: one article on the record"),
    ("origins.schema.json", Origins, "onrecord-origins/1: who copied whom, who says the same"),
)
"""File, record and title of each contract."""


def schema(record: type, title: str) -> str:
    """The JSON Schema (2020-12) of a record."""
    made = msgspec.json.schema(record)
    made["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    made["title"] = title
    return json.dumps(made, indent=1) + "\n"


if __name__ == "__main__":
    for name, record, title in CONTRACTS:
        target = FOLDER / name
        if "--check" not in sys.argv:
            target.write_text(schema(record, title))
        elif not target.exists() or target.read_text() != schema(record, title):
            sys.exit(f"{target} is out of date: make schema")
