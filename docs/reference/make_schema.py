"""Write ``reading.schema.json`` from the records; ``--check`` says whether it is up to date."""

import json
import sys
from pathlib import Path

import msgspec

from onrecord.records.readings import Reading

TARGET = Path(__file__).with_name("reading.schema.json")


def schema() -> str:
    """The JSON Schema (2020-12) of a reading."""
    made = msgspec.json.schema(Reading)
    made["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    made["title"] = "onrecord/1: one article on the record"
    return json.dumps(made, indent=1) + "\n"


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(0 if TARGET.read_text() == schema() else f"{TARGET} is out of date: make schema")
    TARGET.write_text(schema())
