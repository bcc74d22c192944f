"""Cue words for firmness, and loaded words: found by list, longest first."""

from functools import cache

from onrecord.lexicons import lexicon
from onrecord.records.marks import Cue, LoadedMark
from onrecord.records.predictions import Predictions
from onrecord.records.texts import Text

RULES = {
    "cues.probable": "A word that makes what is said probable only (lexicons/en/cues.yml).",
    "cues.possible": "A word that makes what is said possible only (lexicons/en/cues.yml).",
    "cues.doubt": "A word that casts doubt on what is said (lexicons/en/cues.yml).",
    "cues.negation": "A word that negates what is said (lexicons/en/cues.yml).",
    "cues.denial": "A reporting word that denies what is reported (lexicons/en/cues.yml).",
    "cues.conditional": "A word that makes what is said hang on a condition (lexicons/en/cues.yml).",
    "cues.future": "A word that puts what is said in the future (lexicons/en/cues.yml).",
    "cues.obligation": "A word that says what ought to be (lexicons/en/cues.yml).",
    "cues.certainty": "A word that stresses how sure the voice is (lexicons/en/cues.yml).",
    "loaded.list": "A word that carries a judgement by itself (lexicons/en/loaded.yml).",
    "loaded.model": "The model's head for loaded wording marked these words.",
}
_KINDS = {"probable": "hedge", "possible": "hedge"}

Trie = dict[str, tuple[tuple[tuple[str, ...], str], ...]]


@cache
def _entries(name: str) -> Trie:
    """Entries by their first word, longest first, each with its label."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for label, words in lexicon(name).words.items():
        for entry in words:
            parts = tuple(entry.replace("-", " - ").split())
            found.setdefault(parts[0], []).append((parts, label))
    return {k: tuple(sorted(v, key=lambda e: -len(e[0]))) for k, v in found.items()}


def _matches(text: Text, name: str) -> list[tuple[int, int, str]]:
    lower, found, at = text.lower, [], 0
    entries = _entries(name)
    while at < len(lower):
        for parts, label in entries.get(lower[at], ()):
            if tuple(lower[at : at + len(parts)]) == parts:
                found.append((at, at + len(parts), label))
                at += len(parts) - 1
                break
        at += 1
    return found


def cues(text: Text) -> tuple[Cue, ...]:
    """All cues in text order; a hedge's certainty stands in its rule (``cues.probable``)."""
    found = []
    for first, last, label in _matches(text, "cues"):
        if label in {"probable", "possible"} and text.upos(first) in {"NOUN", "PROPN"}:
            continue
        if label == "emphasis":
            continue
        start, end = text.span(first, last)
        kind = _KINDS.get(label, label)
        found.append(Cue(start=start, end=end, rule=f"cues.{label}", kind=kind))  # type: ignore[arg-type]
    return tuple(found)


def loaded(text: Text, predictions: Predictions) -> tuple[LoadedMark, ...]:
    """Loaded words by list and by model; what both mark is kept once. Names are never marked."""
    named = {
        i for tag in predictions.names for i in range(tag.first, tag.last) if tag.label != "Group"
    }
    found, taken = [], set(named)
    for first, last, label in _matches(text, "loaded"):
        if not named.intersection(range(first, last)):
            start, end = text.span(first, last)
            taken.update(range(first, last))
            found.append(LoadedMark(start=start, end=end, rule="loaded.list", technique=label))
    for tag in predictions.loaded:
        if not taken.intersection(range(tag.first, tag.last)) and tag.score >= 0.5:
            start, end = text.span(tag.first, tag.last)
            found.append(
                LoadedMark(
                    start=start, end=end, rule="loaded.model", score=tag.score, technique=tag.label
                )
            )
    return tuple(sorted(found, key=lambda m: m.start))
