"""What a sentence names only to call it false: "claims that he was paid are untrue".

The tree often ties the verdict to the wrong word; the order of the words is enough. Who calls it
false commits to the opposite, as one does who denies it (FactBank: Saurí and Pustejovsky 2009).
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import NamedTuple

from onrecord.find.claims.tellings import NOMINAL, REPORTING
from onrecord.lexicons import lexicon
from onrecord.records.clauses import Clause
from onrecord.records.spans import Span
from onrecord.records.texts import Text

_NOUNS = frozenset(lexicon("unsaid").words["reported"])
_BE = frozenset({"is", "are", "was", "were", "been", "'re", "'s"})
_HAVE = frozenset({"has", "have", "had"})
_MODAL = frozenset({"may", "might", "could", "would", "should", "must"})
"""After these it is no verdict yet: "may have been false"."""
_FALSE = frozenset(lexicon("unsaid").words["refuting"])
_TRUE = frozenset({"true", "accurate", "correct", "credible", "fair"})
_WITHOUT = frozenset({"foundation", "merit", "basis", "substance"})
_NOT = frozenset({"not", "n't", "never"})
_BESIDE = frozenset({"ADV", "PUNCT", "DET", "ADJ", "PART", "AUX", "ADP"})
FARTHEST = 6
"""Words from the verb to the verdict: "are, she said, all completely untrue"."""


class Refuted(NamedTuple):
    """One such sentence, in words: the noun, what it holds ``[first, last)``, and the verdict."""

    noun: int
    first: int
    last: int
    verdict: Span


def with_refuted(text: Text, places: Collection[Refuted], clauses: list[Clause]) -> list[Clause]:
    """The clauses, one for what is called false in the place of those that reach into it."""
    by_sentence: defaultdict[int, list[Refuted]] = defaultdict(list)
    for place in places:
        by_sentence[text.sentence(place.noun)].append(place)
    kept = [
        c for c in clauses if not any(_reaches(text, c, place) for place in by_sentence[c.sentence])
    ]
    return sorted((*kept, *(_clause(text, p) for p in places)), key=lambda c: (c.start, c.end))


def refuted(text: Text) -> Iterator[Refuted]:
    """All such places of a text."""
    for noun, word in enumerate(text.lower[:-2]):
        if word not in _NOUNS or text.lower[noun + 1] != "that" or not _opens(text, noun):
            continue
        end = text.segments.bounds[text.sentence(noun)][1]
        verbs = (w for w in range(noun + 4, end - 1) if text.lower[w] in _BE)
        for verb in (w for w in verbs if text.upos(w) in {"AUX", "VERB"}):
            place = _verdict(text, verb, end)
            last = _helper(text, verb)
            open_ = text.lower[last - 1] in _MODAL
            if place is not None and not open_ and _is_of(text, noun, last):
                yield Refuted(noun, noun + 2, last, place)
                break


def _opens(text: Text, noun: int) -> bool:
    """Whether a noun begins what is said: not "repeated [claims] that", which is what is done to them."""
    first = text.segments.bounds[text.sentence(noun)][0]
    before = noun - 1
    while before >= first and text.upos(before) in NOMINAL - {"PRON", "PROPN"}:
        before -= 1
    said = before < first or text.lower[before] in REPORTING
    if said or text.upos(noun) == "VERB":
        return said
    # Not "if claims that he was paid are false": nobody says that they are.
    return text.lower[before] == "that" or text.upos(before) in {"PUNCT", "CCONJ", "ADV"}


def _helper(text: Text, verb: int) -> int:
    """Where the verb and its helpers begin: "[has since been] debunked"."""
    while text.lower[verb - 1] in _HAVE | {"since"} or text.upos(verb - 1) == "ADV":
        verb -= 1
    return verb


def _verdict(text: Text, verb: int, end: int) -> Span | None:
    """Where a form of "be" goes on to "false", "not true", "without foundation"."""
    denied = "never" in text.lower[verb - 2 : verb]
    for word in range(verb + 1, min(end, verb + 1 + FARTHEST)):
        lower = text.lower[word]
        denied = denied or lower in _NOT or lower == "without"
        if lower in _FALSE:
            return None if denied else (word, word + 1)
        if denied and (lower in _TRUE or lower in _WITHOUT):
            return (verb + 1, word + 1)
        if text.upos(word) not in _BESIDE:
            return None
    return None


def _is_of(text: Text, noun: int, verb: int) -> bool:
    """Whether a verdict is the noun's and not of what it holds: "the claim that the tape is false"."""
    held = range(noun + 2, verb)
    return any(text.upos(w) in {"VERB", "AUX"} for w in held) and text.upos(noun + 2) != "VERB"


def _reaches(text: Text, clause: Clause, place: Refuted) -> bool:
    start, end = text.span(place.noun, place.verdict[1])
    at = text.segments.words[clause.head][0]
    told = clause.start <= start and end <= clause.end and text.lower[clause.head] in REPORTING
    return clause.start < end and start < clause.end and (told or start <= at < end)


def _clause(text: Text, place: Refuted) -> Clause:
    span = text.span(place.first, place.last)
    verbs = [w for w in range(place.first, place.last) if text.upos(w) in {"VERB", "AUX"}]
    heads = [w for w in verbs if text.dependents(w, "nsubj")] or verbs
    return Clause(
        start=span[0],
        end=span[1],
        head=heads[0],
        sentence=text.sentence(place.first),
        conditional=False,
        condition=False,
    )
