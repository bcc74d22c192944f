"""Cue words for firmness, and loaded words: found by list, longest first."""

from functools import cache
from itertools import product

from onrecord.lexicons import lexicon
from onrecord.records.marks import Cue, LoadedMark
from onrecord.records.predictions import Predictions
from onrecord.records.texts import Text

RULES = {
    "cues.probable": "A word that makes what is said probable only (lexicons/en/cues.yml).",
    "cues.possible": "A word that makes what is said possible only (lexicons/en/cues.yml).",
    "cues.improbable": "A word that makes what is said improbable (lexicons/en/cues.yml).",
    "cues.doubt": "A word that casts doubt on what is said (lexicons/en/cues.yml).",
    "cues.negation": "A word that negates what is said (lexicons/en/cues.yml).",
    "cues.unfulfilled": "A word that says that something did not come about (lexicons/en/cues.yml).",
    "cues.denial": "A reporting word that denies what is reported (lexicons/en/cues.yml).",
    "cues.conditional": "A word that makes what is said hang on a condition (lexicons/en/cues.yml).",
    "cues.counterfactual": "A word that speaks of what would be so otherwise (lexicons/en/cues.yml).",
    "cues.prospect": "A word for what is planned or near (lexicons/en/cues.yml).",
    "cues.future": "A word that puts what is said in the future (lexicons/en/cues.yml).",
    "cues.obligation": "A word that says what ought to be (lexicons/en/cues.yml).",
    "cues.certainty": "A word that stresses how sure the voice is (lexicons/en/cues.yml).",
    "loaded.list": "A word that carries a judgement by itself (lexicons/en/loaded.yml).",
    "loaded.model": "The model's head for loaded wording marked these words.",
}
_KINDS = {
    "probable": "hedge",
    "possible": "hedge",
    "improbable": "hedge",
    "unfulfilled": "negation",
    "counterfactual": "conditional",
    "prospect": "future",
}
_FORMS = {
    "{be}": ("is", "are", "was", "were", "be", "been", "being", "'s", "'re"),
    "{have}": ("has", "have", "had"),
}
"""What stands for all forms of a verb in an entry."""
_DETERMINERS = frozenset(
    {"the", "a", "an", "its", "his", "her", "their", "our", "my", "your", "of"}
)
_NOUNS_TOO = frozenset("may might can would will must if suspect doubt".split())
_SHORT_OF = frozenset({"almost", "nearly", "virtually", "practically", "all but", "as good as"})
_VERB_LIKE = frozenset({"VERB", "AUX", "ADJ", "X"})
_NOUN_LIKE = frozenset({"DET", "NOUN", "PROPN", "PRON", "NUM", "ADP"})
_SEEMING = frozenset({"appear", "appears", "appeared"})
_PLACES = frozenset("in at on before near from under alongside with onstage , . and for".split())
"""After "appeared" these say that somebody was there to be seen."""

Trie = dict[str, tuple[tuple[tuple[str, ...], str], ...]]


@cache
def _entries(name: str) -> Trie:
    """Entries by their first word, longest first, each with its label."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for label, words in lexicon(name).words.items():
        for parts in (p for entry in words for p in _forms(entry)):
            found.setdefault(parts[0], []).append((parts, label))
    return {k: tuple(sorted(v, key=lambda e: -len(e[0]))) for k, v in found.items()}


def _forms(entry: str) -> list[tuple[str, ...]]:
    """An entry as words, once for each form of the verb it leaves open."""
    parts = entry.replace("-", " - ").split()
    choices = [_FORMS.get(part, (part,)) for part in parts]
    return list(product(*choices))


def _matches(text: Text, name: str) -> list[tuple[int, int, str]]:
    lower, found, at = text.lower, [], 0
    entries = _entries(name)
    while at < len(lower):
        for parts, label in entries.get(lower[at], ()):
            last = at + len(parts)
            if _is_there(lower[at:last], parts) and (name != "cues" or _is_meant(text, at, last)):
                found.append((at, last, label))
                at = last - 1
                break
        at += 1
    return found


def _is_there(words: list[str], parts: tuple[str, ...]) -> bool:
    """Whether words are those of an entry; its last may be any form in -ing."""
    if parts[-1] == "*ing":
        return tuple(words[:-1]) == parts[:-1] and words[-1].endswith("ing")
    return tuple(words) == parts


def _is_meant(text: Text, first: int, last: int) -> bool:
    """Whether the words around a word of several readings allow the one of the list."""
    words, follow = " ".join(text.lower[first:last]), text.lower[last : last + 2]
    after = text.upos(last) if follow else "PUNCT"
    if words == "no" and follow[:1] == [","]:
        # "No, I never took it": the answer, not a second denial.
        return False
    if words == "no" and follow[:1] == ["."] and follow[1:] and follow[1][0].isdigit():
        return False
    if words in _NOUNS_TOO and first and text.lower[first - 1] in _DETERMINERS:
        return False
    if words in {"dispute", "disputes"} and text.upos(first) == "NOUN":
        # "settled their dispute over the bridge" denies nothing.
        return False
    if words in _SEEMING:
        return bool(follow) and follow[0] not in _PLACES and after not in {"ADV", "NOUN"}
    if words in _SHORT_OF:
        return after in _VERB_LIKE and not follow[0][0].isdigit()
    if words.endswith((" to", " have")) and last - first > 1:
        return after not in _NOUN_LIKE and follow[:1] != ["to"]
    return True


def cues(text: Text) -> tuple[Cue, ...]:
    """All cues in text order; a hedge's certainty stands in its rule (``cues.probable``).

    A noun ("the suspect", "in May", "a plan to") is none, unless a hedge of several words names it.
    """
    found = []
    for first, last, label in _matches(text, "cues"):
        hedge = last - first == 1 and _KINDS.get(label) == "hedge"
        noun = text.upos(first) in {"NOUN", "PROPN"} and (hedge or label == "prospect")
        if label == "emphasis" or noun:
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
