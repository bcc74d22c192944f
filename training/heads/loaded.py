"""Loaded wording: the lexical-bias spans of BASIL."""

from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

from training.examples import Example, Head, Labels, from_text, rows, word_range

HEADS = (Head("loaded", "span", ("Loaded_Language",), weight=0.2),)
DEV_TRIPLETS = 10


def read(data: Path, part: str) -> Iterator[Example]:
    """BASIL articles; every tenth event is the dev part, so that no event is in both."""
    for row in rows(data / "basil" / "all.jsonl"):
        held_out = crc32(row["triplet"].encode()) % DEV_TRIPLETS == 0
        if held_out != (part == "dev"):
            continue
        segments = from_text(row["text"])
        spans = [
            (*found, "Loaded_Language")
            for span in row["spans"]
            if span["bias"] == "lexical" and span["where"] == "body"
            if (found := word_range(segments, *span["span"]))
        ]
        labels = {"loaded": Labels(spans)}
        yield Example("basil/" + row["id"], row["text"], segments, labels, 0.2 if spans else 0.03)
