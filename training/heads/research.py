"""Heads of the research bundle: its sets may not be used for what a newsroom sells (class C).

Persuasion techniques with spans (SemEval-2023 task 3), subjective sentences (CheckThat!) and
biased ones (BABE). ``training.fit --research`` learns them beside the others.
"""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.examples import Example, Head, Labels, from_text, rows, word_range
from training.heads.sentences import example_of

TECHNIQUES = (
    "Appeal_to_Authority",
    "Appeal_to_Hypocrisy",
    "Appeal_to_Popularity",
    "Appeal_to_Fear-Prejudice",
    "Causal_Oversimplification",
    "Conversation_Killer",
    "Doubt",
    "Exaggeration-Minimisation",
    "False_Dilemma-No_Choice",
    "Flag_Waving",
    "Guilt_by_Association",
    "Loaded_Language",
    "Name_Calling-Labeling",
    "Obfuscation-Vagueness-Confusion",
    "Red_Herring",
    "Repetition",
    "Slogans",
    "Straw_Man",
    "Whataboutism",
)
HEADS = (
    Head("techniques", "span", TECHNIQUES, weight=1.0, group="research"),
    Head("subjective", "sentence", ("no", "yes"), weight=1.0, group="research"),
    Head("biased", "sentence", ("no", "yes"), weight=1.0, group="research"),
)


def read(data: Path, part: str) -> Iterator[Example]:
    """All three sets; ``part`` is train or dev."""
    rng = random.Random(17)
    for row in rows(data / "persuasion" / f"{part}.jsonl"):
        segments = from_text(row["text"])
        labels = Labels(_flat(segments, row["techniques"]))
        yield Example("persuasion/" + row["id"], row["text"], segments, {"techniques": labels})
    for name, head, values in (
        ("subjectivity", "subjective", {"OBJ": 0, "SUBJ": 1}),
        ("babe", "biased", {"non_biased": 0, "biased": 1}),
    ):
        for row in rows(data / name / f"{part}.jsonl"):
            label = row["label" if name == "subjectivity" else "label_bias"]
            text = " ".join(row["text"].split())
            if label in values and text:
                yield example_of(f"{name}/{row['id']}", [text], {head: [values[label]]}, rng)


def _flat(segments: Any, techniques: list[dict[str, Any]]) -> list[tuple[int, int, str]]:
    """Spans that do not overlap: where techniques lie over one another, the shorter is kept."""
    found: list[tuple[int, int, str]] = []
    for item in sorted(techniques, key=lambda t: t["span"][1] - t["span"][0]):
        words = word_range(segments, *item["span"])
        if words and all(words[1] <= a or b <= words[0] for a, b, _ in found):
            found.append((*words, item["technique"]))
    return sorted(found)
