"""Sentence heads: kind (fact, prediction, opinion), speech, verifiable, check-worthy."""

import random
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from onrecord.records.spans import Span
from training.examples import Example, Head, Labels, from_text, rows

KINDS = ("fact", "prediction", "opinion")
HEADS = (
    Head("kind", "sentence", KINDS, weight=0.6),
    Head("speech", "sentence", ("no", "yes"), weight=0.1),
    Head("verifiable", "sentence", ("no", "yes"), weight=0.4),
    Head("checkworthy", "sentence", ("no", "yes"), weight=0.4),
)
_ROLES = {"expectation": "prediction", "evaluation": "opinion"}


def read(data: Path, part: str) -> Iterator[Example]:
    """NewsDiscourse, PoliClaim and CheckThat; ``part`` is train or dev."""
    rng = random.Random(11)
    yield from _newsdiscourse(data, part, rng)
    yield from _policlaim(data, part, rng)
    yield from _checkworthy(data, part, rng)


def together(texts: list[str], rng: random.Random, breaks: float) -> tuple[str, list[Span]]:
    """Join sentences to one text, a new line with chance ``breaks``, and say where each stands."""
    text, spans = "", []
    for sentence in texts:
        if text:
            text += "\n" if rng.random() < breaks else " "
        spans.append((len(text), len(text) + len(sentence)))
        text += sentence
    return text, spans


def example_of(
    key: str,
    texts: list[str],
    labels: dict[str, list[int | None]],
    rng: random.Random,
    rate: float = 1.0,
) -> Example:
    """An example of consecutive sentences; a label of None was not annotated."""
    text, spans = together(texts, rng, 0.5 if len(texts) > 1 else 0)
    segments = from_text(text, spans)
    if len(segments.bounds) != len(texts):
        raise ValueError(f"{key}: {len(texts)} sentences became {len(segments.bounds)}")
    return Example(
        key,
        text,
        segments,
        {
            name: Labels(sentences={i: v for i, v in enumerate(values) if v is not None})
            for name, values in labels.items()
        },
        rate,
    )


def _newsdiscourse(data: Path, part: str, rng: random.Random) -> Iterator[Example]:
    for row in rows(data / "newsdiscourse" / f"{part}.jsonl"):
        kept = [s for s in row["sentences"] if s["text"].split()]
        kinds = [
            None if s["label"] == "na" else KINDS.index(_ROLES.get(s["label"], "fact"))
            for s in kept
        ]
        speech: list[int | None] = [int(s["speech"]) for s in kept]
        texts = [" ".join(s["text"].split()) for s in kept]
        yield example_of(
            "discourse/" + row["id"], texts, {"kind": kinds, "speech": speech}, rng, rate=0.7
        )


def _policlaim(data: Path, part: str, rng: random.Random) -> Iterator[Example]:
    speeches = groupby(rows(data / "policlaim" / f"{part}.jsonl"), key=lambda row: row["speech"])
    for speech, group in speeches:
        sentences = [(" ".join(r["text"].split()), int(r["verifiable"] == "yes")) for r in group]
        sentences = [s for s in sentences if s[0]]
        yield example_of(
            "policlaim/" + speech,
            [s for s, _ in sentences],
            {"verifiable": [v for _, v in sentences]},
            rng,
        )
        # Alone too: a user may paste one sentence.
        for i, (sentence, value) in enumerate(sentences):
            yield example_of(
                f"policlaim/{speech}/{i}", [sentence], {"verifiable": [value]}, rng, rate=0.5
            )


def _checkworthy(data: Path, part: str, rng: random.Random) -> Iterator[Example]:
    """Half of the debates' sentences in runs as they were spoken, half alone."""
    items = [r for r in rows(data / "checkworthy" / f"{part}.jsonl") if r["text"].split()]
    items.sort(key=lambda r: int(r["id"]))
    at = 0
    while at < len(items):
        size = rng.choice((1, 1, 1, 1, 4, 6))
        run = items[at : at + size]
        texts = [" ".join(r["text"].split()) for r in run]
        values: list[int | None] = [int(r["label"] == "Yes") for r in run]
        example = example_of(f"checkworthy/{run[0]['id']}", texts, {"checkworthy": values}, rng)
        example.rate = 0.12
        yield example
        at += size
