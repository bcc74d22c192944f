"""Who says what: source, cue and content spans (PolNeAR), and which belong together.

The pointer head ties every word of an attribution to the first word of its cue.
"""

from collections.abc import Iterator
from pathlib import Path

from training.examples import Example, Head, Labels, from_text, rows, word_range

PARTS = ("source", "cue", "content")
HEADS = (
    Head("attribution", "span", PARTS, weight=2.0, group="attribution"),
    Head("attribution_link", "pointer", weight=0.5, group="attribution"),
)


def read(data: Path, part: str) -> Iterator[Example]:
    """PolNeAR articles; ``part`` is train or dev."""
    for row in rows(data / "polnear" / f"{part}.jsonl"):
        segments = from_text(row["text"])
        spans, links = Labels(), Labels()
        for item in row["attributions"]:
            ranges = [
                (found, name)
                for name in PARTS
                for start, end in item[name]
                if (found := word_range(segments, start, end))
            ]
            spans.spans += [(first, last, name) for (first, last), name in ranges]
            cues = [first for (first, _), name in ranges if name == "cue"]
            for (first, last), _ in ranges:
                links.words.update(dict.fromkeys(range(first, last), min(cues)) if cues else {})
        yield Example(
            "polnear/" + row["id"],
            row["text"],
            segments,
            {"attribution": spans, "attribution_link": links},
        )
