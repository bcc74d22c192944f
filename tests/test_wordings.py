"""Wordings that reporters use every day, read by the whole route: who says what, how firmly.

``wordings.jsonl``: a sentence, and its claims as text, sources (outermost first) and kind, polarity,
certainty. The people and places are invented.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.model.bundle import Bundle, load, shipped
from onrecord.reader import read_documents
from tests.builders import plain

ROWS: list[dict[str, Any]] = [
    json.loads(line) for line in Path(__file__).with_name("wordings.jsonl").read_text().splitlines()
]


@pytest.fixture(scope="module")
def bundle() -> Bundle:
    return load(shipped(), threads=1)


@pytest.mark.parametrize("row", ROWS, ids=[row["text"][:40] for row in ROWS])
def test_who_says_what_how_firmly(bundle: Bundle, row: dict[str, Any]) -> None:
    (reading,) = read_documents([plain(row["text"])], bundle)
    found = [
        [
            claim.text,
            " > ".join(voice.name for voice in claim.voices[1:]),
            f"{claim.kind} {claim.factuality.polarity} {claim.factuality.certainty}",
        ]
        for claim in reading.claims
    ]
    assert found == row["claims"]


def test_a_sentence_cut_anywhere_is_read(bundle: Bundle) -> None:
    texts = [
        part
        for row in ROWS
        for at in range(1, len(row["text"].split()), 3)
        for part in (" ".join(row["text"].split()[:at]), " ".join(row["text"].split()[at:]))
    ]
    readings = read_documents([plain(text) for text in texts], bundle)
    pairs = zip(readings, texts, strict=True)
    assert all(claim.text in text for reading, text in pairs for claim in reading.claims)
