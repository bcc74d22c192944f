"""Whom "he" and "she" stand for: every person near gets a score, the best one is meant.

The features are the classic ones (Hobbs 1978; Lappin and Leass 1994): how far back, in what
grammatical role, under which verb, how often named. Their weights are a log-linear model
over all candidates and nobody, fitted by ``training/pronouns.py`` on the training part of
GAP (Webster et al. 2018).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from math import exp, log
from operator import mul
from typing import NamedTuple

from onrecord.find.actors.entries import Entry
from onrecord.records.texts import Text

FARTHEST_SENTENCES = 4
FEATURES = (
    "same_sentence",
    "sentence_before",
    "farther",
    "subject",
    "main_subject",
    "object",
    "oblique",
    "possessor",
    "both_subjects",
    "both_objects",
    "own_clause",
    "follows",
    "known_gender",
    "distance",
    "often",
    "between",
    "first_in_sentence",
    "pronoun",
    "reported",
    "paragraph",
    "coordinated",
    "whose_own",
    "steps_up",
    "clauses_down",
    "nearest",
    "guessed_other",
)
WEIGHTS = (
    2.53, 0.07, -1.02, 0.39, 0.8, 0.19, -0.69, -0.05, 0.99, 0.53,
    -1.5, -0.35, 0, -0.29, 0.2, -0.16, -0.08, -2.33, -0.65, 2.11,
    -1.21, 1.13, -0.29, -0.38, 0.48, -0.75,
)  # fmt: skip
RULES_WEIGHT, MODEL_WEIGHT, DOUBT = 0.7, 0.6, 0.02
"""How far these features and how far the model's own pointing decide (tuned on GAP dev), and the
share that everybody keeps."""
SPOKE_LAST, SPOKE = 3.0, 2.0
"""How much likelier "he said" is whoever was quoted last, or before, than somebody only spoken of."""
_POSSESSIVES = frozenset({"his", "her", "hers"})
_CLAUSES = frozenset({"advcl", "ccomp", "xcomp", "conj", "acl", "parataxis", "csubj"})
_SAME = frozenset({"flat", "appos", "compound", "conj"})


class Candidate(NamedTuple):
    """A mention of somebody: the index of its head word, who it is, whether it is a pronoun."""

    head: int
    entry: Entry
    pronoun: bool = False


def choose(
    text: Text,
    word: int,
    gender: str,
    seen: Sequence[Candidate],
    pointed: Mapping[int, float] | None = None,
    spoke: Sequence[int] = (),
) -> Entry | None:
    """The person a pronoun at ``word`` stands for, or None where nobody fits well enough.

    All mentions of one person speak for them together, as in the model that gave the weights.
    ``pointed``: the share that the reader's model gives each person, by the entry's identity.
    ``spoke``: of whom words were reported just before, the last one at the end, where the pronoun is a
    source itself.
    """
    shares: dict[int, float] = {}
    entries: dict[int, Entry] = {}
    # The weights know names only: somebody who is but described needs the model's word.
    near = _near(text, word, seen)
    known = [c for c in near if not c.entry.described or (pointed or {}).get(id(c.entry))]
    for candidate, features in weighed(text, word, gender, known):
        score = sum(map(mul, WEIGHTS, features))
        one = id(candidate.entry)
        shares[one], entries[one] = shares.get(one, 0.0) + exp(score), candidate.entry
    if pointed:
        for one in shares:
            trust = (pointed.get(one, 0.0) + DOUBT) / (1 / 3 + DOUBT)
            shares[one] = shares[one] ** RULES_WEIGHT * trust**MODEL_WEIGHT
    for one in shares.keys() & set(spoke):
        shares[one] *= SPOKE_LAST if one == spoke[-1] else SPOKE
    if spoke:
        # "he said of Brandt": not Brandt, wherever he was named before. Elsewhere trees err too often.
        for one in shares.keys() & {id(c.entry) for c in near if _is_bound(text, word, c.head)}:
            del shares[one]
    best = max(shares, key=lambda one: shares[one], default=None)
    return entries[best] if best is not None and shares[best] > 1 else None


def weighed(
    text: Text, word: int, gender: str, seen: Sequence[Candidate]
) -> list[tuple[Candidate, tuple[float, ...]]]:
    """Every mention that a pronoun may go back to, with the values of ``FEATURES``.

    ``seen`` is in text order.
    """
    near = [
        c
        for c in _near(text, word, seen)
        if c.entry.gender in ("", gender)
        and not _is_bound(text, word, c.head)
        and not (_is_possessor(text, word) and _above(text, word) == c.head)
        and (c.head < word or _rules_over(text, c.head, word))
    ]
    asked = _asked(text, word, gender, near)
    return [(c, _features(text, asked, c)) for c in near]


def _near(text: Text, word: int, seen: Sequence[Candidate]) -> Sequence[Candidate]:
    """The mentions of a word's sentence and of those before that it may go back to."""
    sentence = text.sentence(word)
    first = text.segments.bounds[max(0, sentence - FARTHEST_SENTENCES)][0]
    begin = bisect_left(seen, first, key=_head)
    return seen[begin : bisect_left(seen, text.segments.bounds[sentence][1], key=_head)]


class Asked(NamedTuple):
    """A pronoun and what all its candidates share, looked up once.

    ``verbs``: those it stands under; ``heads``, ``owners``: the word and the entry's identity of every
    mention near; ``openings``: the first of them in each sentence; ``latest``: who was named last.
    """

    word: int
    gender: str
    verbs: list[int]
    heads: list[int]
    owners: list[int]
    openings: dict[int, int]
    latest: int


def _asked(text: Text, word: int, gender: str, near: Sequence[Candidate]) -> Asked:
    heads, owners = [c.head for c in near], [id(c.entry) for c in near]
    openings: dict[int, int] = {}
    for head in heads:
        openings.setdefault(text.sentence(head), head)
    before = bisect_left(heads, word)
    latest = owners[before - 1] if before else 0
    return Asked(word, gender, _ancestors(text, word), heads, owners, openings, latest)


def _head(candidate: Candidate) -> int:
    return candidate.head


def _features(text: Text, asked: Asked, candidate: Candidate) -> tuple[float, ...]:
    word, gender, verbs, heads, owners, openings, latest = asked
    head, entry, _ = candidate
    place = _place(text, head)
    role, own = text.relation(place), text.relation(word)
    sentence = text.sentence(head)
    back = text.sentence(word) - sentence
    low, high = min(word, head), max(word, head)
    between = set(owners[bisect_right(heads, low) : bisect_left(heads, high)])
    own_clause = role == "nsubj" and _above(text, place) == (verbs[0] if verbs else -2)
    up, down = _apart(text, head, word) if back == 0 else (0, 0)
    start, end = text.segments.words[low][1], text.segments.words[high][0]
    values = (
        back == 0,
        back == 1,
        back > 1,
        role == "nsubj",
        role == "nsubj" and text.relation(_above(text, place)) == "root",
        role in {"obj", "iobj"},
        role in {"obl", "nmod"} and not _is_possessor(text, place),
        _is_possessor(text, place),
        role == own == "nsubj",
        role in {"obj", "iobj"} and own in {"obj", "iobj"},
        own_clause,
        head > word,
        bool(gender) and gender in (entry.gender, entry.guess),
        (high - low) / 20,
        log(1 + entry.count),
        len(between - {id(entry)}),
        head == openings[sentence],
        candidate.pronoun,
        role == "nsubj" and _above(text, place) in verbs[1:],
        "\n" not in text.slice((start, end)),
        text.relation(head) == "conj",
        own_clause and _is_possessor(text, word),
        up,
        down,
        latest == id(entry),
        bool(gender) and entry.guess not in ("", gender),
    )
    return tuple(map(float, values))


def _above(text: Text, word: int) -> int:
    return text.syntax.heads[word] if text.syntax.heads else -1


def _place(text: Text, word: int) -> int:
    """The word that carries a name's role: "the minister, Ana Brandt" stands where she does."""
    for _ in range(4):
        if text.relation(word) not in _SAME or _above(text, word) < 0:
            break
        word = _above(text, word)
    return word


def _ancestors(text: Text, word: int) -> list[int]:
    """The verbs that a word stands under, nearest first."""
    found, at = [], _above(text, word)
    for _ in range(30):
        if at < 0:
            break
        if text.upos(at) in {"VERB", "AUX"} or text.dependents(at, "nsubj", "cop"):
            found.append(at)
        at = _above(text, at)
    return found


def _apart(text: Text, head: int, word: int) -> tuple[int, int]:
    """Steps from a name up to the word that it and the pronoun both stand under, clauses down again."""
    over = {head: 0}
    at = head
    while (at := _above(text, at)) >= 0 and at not in over:
        over[at] = len(over)
    clauses, at, seen = 0, word, {word}
    while at not in over and (up := _above(text, at)) >= 0 and up not in seen:
        clauses += text.relation(at) in _CLAUSES
        seen.add(up)
        at = up
    return over.get(at, len(over)), clauses


def _is_possessor(text: Text, word: int) -> bool:
    relations = text.syntax.relations
    return bool(relations) and relations[word] == "nmod:poss"


def _is_bound(text: Text, word: int, head: int) -> bool:
    """Subject and object of one verb are two people ("Brandt met her"), unless it owns something."""
    if text.relation(word) not in {"obj", "iobj", "obl", "nsubj"}:
        return False
    place = _place(text, head)
    return (
        place != word
        and text.relation(place) in {"obj", "iobj", "obl", "nsubj"}
        and _above(text, place) == _above(text, word)
        and _above(text, word) >= 0
    )


def _rules_over(text: Text, head: int, word: int) -> bool:
    """Whether a name after the pronoun is the subject it looks ahead to: "In her speech, Brandt said"."""
    place = _place(text, head)
    return (
        text.sentence(head) == text.sentence(word)
        and text.relation(place) == "nsubj"
        and _above(text, place) in _ancestors(text, word)
    )
