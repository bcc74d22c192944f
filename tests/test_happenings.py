"""What is said to have happened, in sentences of every day, read by the whole route: who did it to whom,
and whether it did happen.

``happenings.jsonl``: a sentence, and its events as type, mode, and who takes part. The people and places
are invented.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.model.bundle import Bundle, load, shipped
from onrecord.reader import read_documents
from tests.builders import plain

ROWS: list[dict[str, Any]] = [
    json.loads(line)
    for line in Path(__file__).with_name("happenings.jsonl").read_text().splitlines()
]


@pytest.fixture(scope="module")
def bundle() -> Bundle:
    return load(shipped(), threads=1)


@pytest.mark.parametrize("row", ROWS, ids=[row["text"][:40] for row in ROWS])
def test_who_did_what_to_whom(bundle: Bundle, row: dict[str, Any]) -> None:
    (reading,) = read_documents([plain(row["text"])], bundle)
    text = reading.document.text
    found = [
        [event.type, event.mode, {p.role: text[p.start : p.end] for p in event.participants}]
        for event in reading.events
    ]
    assert found == row["events"]
