"""How firmly an event is presented as fact, -3 to +3, in the author's voice.

Two scales: "news" (UW, MEANTIME, CB, RP: most events stand at +3) and "web" (UDS-IH2, where
several people's sureness was averaged); one column for both would be right for neither.
"""

import random
from collections.abc import Iterator
from pathlib import Path

from training.examples import Example, Head, Labels, join, rows

HEADS = (Head("factuality", "score", ("news", "web"), weight=1.0, group="meaning"),)
_RATES = {"UDS-IH2": 0.8, "UW": 3.0}


def read(data: Path, part: str) -> Iterator[Example]:
    """All five sets; a target of several words is marked on its first verb-like word."""
    rng = random.Random(13)
    for row in rows(data / "factuality" / f"{part}.jsonl"):
        tokens = row["text"].split()
        if not tokens:
            continue
        text, segments = join([tokens], rng)
        figures = {t["token_span"][0]: t["factuality"] for t in row["targets"]}
        figures = {i: value for i, value in figures.items() if i < len(tokens)}
        yield Example(
            "factuality/" + row["id"],
            text,
            segments,
            {
                "factuality": Labels(
                    words=figures, scale="web" if row["set"] == "UDS-IH2" else "news"
                )
            },
            _RATES.get(row["set"], 2.0),
        )
