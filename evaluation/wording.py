"""Two scored tasks about wording: loaded words (BABE), and whose opinion a sentence is.

Both sets are class C: they are scored with, nothing is learned from them.
"""

from collections import Counter
from typing import Any

Row = dict[str, Any]
Counts = Counter[str]


def text_input(row: Row) -> Row:
    return {"id": str(row["id"]), "text": row["text"]}


def loaded_count(row: Row, reading: Row, counts: Counts) -> None:
    """A mark is right when it touches a word that the experts called biased."""
    biased = [tuple(span) for word in row["biased_words"] for span in word["spans"]]
    shift = max(0, row["text"].find(reading["document"]["text"][:20]))
    marks = [(item["start"] + shift, item["end"] + shift) for item in reading["loaded"]]
    counts["right"] += sum(any(s < b and a < e for s, e in biased) for a, b in marks)
    counts["marks"] += len(marks)
    counts["reached"] += sum(any(s < b and a < e for a, b in marks) for s, e in biased)
    counts["biased"] += len(biased)


def loaded_scores(counts: Counts) -> dict[str, float]:
    return {
        "precision": round(counts["right"] / max(1, counts["marks"]), 4),
        "recall": round(counts["reached"] / max(1, counts["biased"]), 4),
    }


_OWN = frozenset({"opinion", "directive", "question"})


def subjectivity_count(row: Row, reading: Row, counts: Counts) -> None:
    """Subjective: the author says something that is no report, or says it in loaded words."""
    own = [c for c in reading["claims"] if all(v["who"] == "author" for v in c["voices"])]
    said = any(c["kind"] in _OWN or c["loaded"] for c in own)
    counts[f"{row['label']}.{'SUBJ' if said else 'OBJ'}"] += 1


def subjectivity_scores(counts: Counts) -> dict[str, float]:
    """Macro-F1 of the two classes."""
    scores = []
    for label, other in (("SUBJ", "OBJ"), ("OBJ", "SUBJ")):
        hit = counts[f"{label}.{label}"]
        wrong = counts[f"{label}.{other}"] + counts[f"{other}.{label}"]
        scores.append(2 * hit / max(1, 2 * hit + wrong))
    return {"macro_f1": round(sum(scores) / 2, 4), "subjective_f1": round(scores[0], 4)}
