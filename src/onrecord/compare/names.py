"""Whether two names can be names of one person, body, company, ship or place.

Words are paired best first, joined or parted where that fits ("Abd al-Rahman", "Abdulrahman");
how alike the pairs are, what is left over on one side or on both, and what must not differ
(generation, numbers, "North" and "South") make the score.
"""

from functools import lru_cache
from itertools import pairwise
from typing import get_args

from rapidfuzz.distance import OSA

from onrecord.compare.parts import (
    FULL,
    GENERAL,
    NameParts,
    Word,
    body_parts,
    known,
    person_parts,
    telling,
)
from onrecord.compare.spellings import Likeness, fold, foreign, romanised, sound_alike
from onrecord.lexicons import lexicon
from onrecord.records.people import NameKind, NameMatch, NameType
from onrecord.records.spans import Record

SAME = 0.7
"""From this score on two names are taken for names of one; found on ``evaluation/gold/names/pairs.yml``."""


class Weights(Record, frozen=True, kw_only=True):
    """What each finding costs, as a factor of the score (evaluation/names.py found them)."""

    other_order: float = 0.96
    extra: float = 0.94
    more_extra: float = 0.97
    conflict: float = 0.45
    alone: float = 0.62
    only_initials: float = 0.55
    other_generation: float = 0.3
    one_generation: float = 0.86
    other_form: float = 0.95
    one_form: float = 0.985
    both_left: float = 0.85
    telling_left: float = 0.6
    full_left: float = 0.93
    more_initials: float = 0.72
    place_slip: float = 0.75
    no_full_word: float = 0.5


WEIGHTS = Weights()
_KINDS: tuple[NameKind, ...] = get_args(NameKind)
_GIVEN: dict[str, frozenset[str]] = {}
for _label, _forms in lexicon("given_names").words.items():
    for _form in {_label, *_forms}:
        _key = romanised(_form)
        _GIVEN[_key] = _GIVEN.get(_key, frozenset()) | {_label}


_GROWN_ON = ("van", "von", "al", "el", "as", "ad", "ar", "de")


class Pair(Record, frozen=True, kw_only=True):
    """Words of both sides taken for each other: ranges of indexes, and how alike they are."""

    left: range
    right: range
    score: float
    how: str


def names_match(left: str, right: str, type: NameType = "Person") -> NameMatch:
    """Compare two names of one type; symmetric. The score is 1 for the same words.

    A match scores ``SAME`` or more; below it the two are not taken for one.
    """
    if type in {"LegalEntity", "Misc"}:
        tries = (_people(left, right), _bodies(left, right, "Organization"))
        return max(tries, key=lambda match: match.score)
    return _people(left, right) if type == "Person" else _bodies(left, right, type)


# Words


@lru_cache(maxsize=500_000)
def word_alike(left: str, right: str, given: bool) -> Likeness:
    """How alike two words are; ``given`` says that they may be given names of people."""
    a, b = romanised(left), romanised(right)
    if a == b:
        crossed = foreign(left) != foreign(right)
        return Likeness(
            score=0.99 if crossed else 1.0, how="transliteration" if crossed else "same"
        )
    if given and (found := _given(a, b, sound_alike(left, right))):
        return found
    if foreign(left) or foreign(right):
        return _scripts_alike(left, right)
    if not given and known(a) and known(b):
        return Likeness(score=0.3, how="spelling")
    return Likeness(score=max(_slips(a, b), _sound(sound_alike(left, right))), how="spelling")


def _given(a: str, b: str, sound: float) -> Likeness | None:
    """Two known given names: forms of one name, or surely different names."""
    mine, theirs = _GIVEN.get(a), _GIVEN.get(b)
    if not mine or not theirs:
        return None
    if mine & theirs:
        near = sound >= 0.7
        return Likeness(score=0.95 if near else 0.88, how="spelling" if near else "short_form")
    return Likeness(score=min(0.4, sound / 2), how="spelling")


def _scripts_alike(left: str, right: str) -> Likeness:
    """A word against its form in another script: by sound alone."""
    sound = sound_alike(left, right)
    score = 0.8 + (sound - 0.6) / 2 if sound >= 0.6 else sound
    return Likeness(score=score, how="transliteration")


def _slips(a: str, b: str) -> float:
    """By letters: how many slips of the pen in how long a word (optimal string alignment)."""
    slips, size = OSA.distance(a, b), max(len(a), len(b))
    allowed = {
        1: (0.3, 0.3, 0.55, 0.66, 0.84, 0.9, 0.9, 0.94),
        2: (0,) * 5 + (0.6, 0.66, 0.76, 0.86),
    }
    steps = allowed.get(slips, (0,) * 10 + (0.78,) if slips == 3 else (0.0,))
    score = float(steps[min(size, len(steps)) - 1])
    if a[:1] != b[:1] and a[1:2] != b[:1]:
        score -= 0.06
    return max(score, 0.6 * (1 - slips / size))


def _sound(sound: float) -> float:
    """By sound: from the share of sounds that agree to a score."""
    steps = ((0.93, 0.95), (0.86, 0.9), (0.79, 0.84), (0.72, 0.74))
    return next((score for least, score in steps if sound >= least), sound * 0.8)


def _initial(left: Word, right: Word) -> Likeness:
    """An initial against a word or initial: the first sound has to agree."""
    short, long = (left, right) if left.initial else (right, left)
    crossed = foreign(short.text) != foreign(long.text)
    fits = long.form.startswith(short.form) or (
        crossed and sound_alike(short.form, long.form[:1]) > 0.5
    )
    both = left.initial and right.initial
    return Likeness(
        score=(0.97 if both else 0.86) if fits else 0.0, how="same" if both else "initials"
    )


def _pair_score(left: tuple[Word, ...], right: tuple[Word, ...], given: bool) -> Likeness:
    """How alike two runs of words are, one of them a single word."""
    if len(left) == len(right) == 1:
        if left[0].number or right[0].number:
            return Likeness(score=float(left[0].form == right[0].form), how="same")
        if given and (left[0].initial or right[0].initial):
            return _initial(left[0], right[0])
        return _bare_alike(left[0], right[0], given)
    if any(w.initial or w.number for w in (*left, *right)):
        return Likeness(score=0.0, how="spelling")
    joined = [_joined(words, given) for words in (left, right)]
    found = word_alike(joined[0], joined[1], False)
    same = romanised(joined[0]) == romanised(joined[1])
    return Likeness(
        score=0.98 if same else found.score - 0.03, how="spelling" if same else found.how
    )


def _joined(words: tuple[Word, ...], given: bool) -> str:
    """The words as one; a body's short forms are written out first."""
    return "".join(w.text if given or foreign(w.text) else w.form for w in words)


def _bare_alike(left: Word, right: Word, given: bool) -> Likeness:
    """Two words; in a person's name also without an article grown onto one of them ("Alassad")."""
    texts = [w.text if given or foreign(w.text) else w.form for w in (left, right)]
    best = word_alike(*texts, given)
    if not given or best.score > 0.9:
        return best
    for i in (0, 1):
        form = romanised(texts[i])
        grown = next((g for g in _GROWN_ON if form.startswith(g) and len(form) > len(g) + 3), None)
        if grown:
            cut = [form[len(grown) :] if i == j else texts[j] for j in (0, 1)]
            found = word_alike(*cut, given)
            if found.score - 0.04 > best.score and found.score > 0.85:
                best = Likeness(score=found.score - 0.04, how="spelling")
    return best


# Pairing


def _pairs(left: tuple[Word, ...], right: tuple[Word, ...], given: bool) -> list[Pair]:
    """The words of both sides paired, best first, each word once."""
    least, found = (0.6 if given else 0.7), []
    for i in range(len(left)):
        for j in range(len(right)):
            for a, b in ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1)):
                if i + a <= len(left) and j + b <= len(right):
                    alike = _pair_score(left[i : i + a], right[j : j + b], given)
                    if alike.score >= (least if a == b else 0.8):
                        found.append(
                            Pair(
                                left=range(i, i + a),
                                right=range(j, j + b),
                                score=alike.score,
                                how=alike.how,
                            )
                        )
    found.sort(
        key=lambda p: (-p.score - 0.01 * (len(p.left) + len(p.right)), abs(p.left[0] - p.right[0]))
    )
    taken: tuple[set[int], set[int]] = (set(), set())
    kept = []
    for pair in found:
        if taken[0].isdisjoint(pair.left) and taken[1].isdisjoint(pair.right):
            taken[0].update(pair.left)
            taken[1].update(pair.right)
            kept.append(pair)
    return sorted(kept, key=lambda p: p.left[0])


def _left_over(words: tuple[Word, ...], taken: list[range]) -> list[Word]:
    used = {i for r in taken for i in r}
    return [w for i, w in enumerate(words) if i not in used]


def _in_order(pairs: list[Pair]) -> bool:
    return all(a.right[0] < b.right[0] for a, b in pairwise(pairs))


def _weakest(kinds: list[str]) -> NameKind:
    return max(kinds or ["same"], key=_KINDS.index)  # type: ignore[arg-type]


# People


def _people(left: str, right: str) -> NameMatch:
    a, b = _parted(left), _parted(right)
    if not a or not b:
        return _nothing(left, right)
    pairs = _pairs(a.words, b.words, True)
    rest = (
        _unfamiliar(_left_over(a.words, [p.left for p in pairs]), b.extras),
        _unfamiliar(_left_over(b.words, [p.right for p in pairs]), a.extras),
    )
    score = _product([p.score for p in pairs])
    kinds = [p.how for p in pairs]
    if not _in_order(pairs):
        score *= WEIGHTS.other_order
        kinds.append("order")
    score *= _missing(len(rest[0]), len(rest[1]))
    kinds += ["left_out"] if rest[0] or rest[1] else []
    score *= _too_little(pairs, a, b) * _middles(pairs, rest)
    kinds += (
        ["part"]
        if min(len(a.words), len(b.words)) == 1 < max(len(a.words), len(b.words))
        and not _joins(pairs)
        else []
    )
    score *= _generations(a.generation, b.generation)
    return _told(left, right, score, kinds)


def _joins(pairs: list[Pair]) -> bool:
    """Whether one word stands for several ("习近平", "Xi Jinping")."""
    return any(len(p.left) != len(p.right) for p in pairs)


def _parted(name: str) -> NameParts | None:
    return person_parts(name) if any(c.isalpha() for c in name) else None


def _unfamiliar(words: list[Word], extras: tuple[Word, ...]) -> list[Word]:
    """Words left over that are not given as a nickname on the other side."""
    return [w for w in words if all(_pair_score((w,), (e,), True).score < 0.8 for e in extras)]


def _product(scores: list[float]) -> float:
    """All pairs together; more than two pairs weigh as two."""
    total = 1.0
    for score in scores:
        total *= score
    return float(total ** (2 / max(2, len(scores)))) if scores else 0.0


def _missing(left: int, right: int) -> float:
    """Words left on one side are left out; words left on both sides contradict each other."""
    both, one = min(left, right), abs(left - right)
    factor = WEIGHTS.conflict**both
    return factor * (WEIGHTS.extra * WEIGHTS.more_extra ** (one - 1) if one else 1.0)


def _too_little(pairs: list[Pair], a: NameParts, b: NameParts) -> float:
    """A single word of a longer name says little; initials alone say less."""
    factor = 1.0
    if all(p.how == "initials" or a.words[p.left[0]].initial for p in pairs):
        factor *= WEIGHTS.only_initials
    covered = max(len(p.left) for p in pairs) + max(len(p.right) for p in pairs) if pairs else 0
    if len(pairs) == 1 and covered == 2 and max(len(a.words), len(b.words)) > 1:
        factor *= WEIGHTS.alone
    return factor


def _middles(pairs: list[Pair], rest: tuple[list[Word], list[Word]]) -> float:
    """Both give middle names, and one gives an initial more: "George W.", "George H. W."."""
    more = any(w.initial for w in (*rest[0], *rest[1]))
    return WEIGHTS.more_initials if more and len(pairs) > 2 else 1.0


def _generations(left: str, right: str) -> float:
    if left == right:
        return 1.0
    return WEIGHTS.other_generation if left and right else WEIGHTS.one_generation


# Bodies, companies, ships, places


def _bodies(left: str, right: str, type: NameType) -> NameMatch:
    a, b = body_parts(left, type), body_parts(right, type)
    if not a.words or not b.words:
        return _nothing(left, right)
    pairs = _pairs(a.words, b.words, False)
    rest = (
        _left_over(a.words, [p.left for p in pairs]),
        _left_over(b.words, [p.right for p in pairs]),
    )
    score = _share(a, b, pairs)
    kinds = [p.how for p in pairs]
    if rest[0] and rest[1]:
        score *= WEIGHTS.both_left
    kinds += ["left_out"] if rest[0] or rest[1] else []
    score *= _left_factor((*rest[0], *rest[1]))
    if type == "Place":
        score *= WEIGHTS.place_slip ** sum(_misheard(a.words, b.words, p) for p in pairs)
    if not any(
        a.words[i].weight > GENERAL and not a.words[i].number for p in pairs for i in p.left
    ):
        score *= WEIGHTS.no_full_word
    if not _in_order(pairs):
        score *= WEIGHTS.other_order
        kinds.append("order")
    score *= _legal(a, b)
    kinds += ["legal_form"] if a.legal != b.legal else []
    if score < 0.88 and _acronym(left, right, a, b):
        return _told(left, right, 0.88, ["acronym"])
    return _told(left, right, score, kinds)


def _left_factor(words: tuple[Word, ...]) -> float:
    """Words that stand on one side only: which tell one from another, and full ones."""
    factor = WEIGHTS.telling_left ** sum(telling(w) for w in words)
    return factor * (WEIGHTS.full_left if any(w.weight == FULL for w in words) else 1.0)


def _misheard(left: tuple[Word, ...], right: tuple[Word, ...], pair: Pair) -> bool:
    """Whether two words of places differ by more than how they sound ("Iran", "Iraq")."""
    if pair.how != "spelling" or len(pair.left) + len(pair.right) != 2:
        return False
    return sound_alike(left[pair.left[0]].form, right[pair.right[0]].form) < 0.92


def _share(a: NameParts, b: NameParts, pairs: list[Pair]) -> float:
    """The share of what both names tell that agrees; a pair weighs as its lighter side."""
    weights = [
        min(
            sum(a.words[i].weight for i in pair.left),
            sum(b.words[j].weight for j in pair.right),
        )
        for pair in pairs
    ]
    rest = (
        *_left_over(a.words, [p.left for p in pairs]),
        *_left_over(b.words, [p.right for p in pairs]),
    )
    agreed = 2 * sum(w * p.score for w, p in zip(weights, pairs, strict=True))
    return agreed / (2 * sum(weights) + sum(w.weight for w in rest))


def _legal(a: NameParts, b: NameParts) -> float:
    if a.legal == b.legal:
        return 1.0
    return WEIGHTS.one_form if not a.legal or not b.legal else WEIGHTS.other_form


def _acronym(left: str, right: str, a: NameParts, b: NameParts) -> bool:
    """Whether one name is the first letters of the other's words."""
    return _stands_for(a, left, b) or _stands_for(b, right, a)


def _stands_for(short: NameParts, printed: str, long: NameParts) -> bool:
    if len(short.words) != 1 or len(long.words) < 2:
        return False
    letters = romanised(short.words[0].text)
    firsts = {"".join(w.form[:1] for w in long.words), long.letters}
    return 1 < len(letters) < 8 and letters in firsts and fold(printed) != printed


# Words about it

_SAID: dict[NameKind, str] = {
    "same": "the same words",
    "order": "the same words in another order",
    "legal_form": "the same name with another legal form or none",
    "spelling": "the same name in another spelling",
    "transliteration": "the same name in another script or transliteration",
    "short_form": "a short or other form of the same given name",
    "left_out": "the same name with a word left out",
    "initials": "initials of the same name",
    "acronym": "the first letters of the full name",
    "part": "only a part of the full name",
    "different": "not the same name",
}


def _told(left: str, right: str, score: float, kinds: list[str]) -> NameMatch:
    """The match with its kind and sentence."""
    kind = _weakest(kinds)
    if kind != "part" and score < SAME:
        kind = "different"
    return NameMatch(
        score=round(min(1.0, max(0.0, score)), 3),
        kind=kind,
        why=f"“{left}” and “{right}”: {_SAID[kind]}.",
    )


def _nothing(left: str, right: str) -> NameMatch:
    return NameMatch(
        score=0.0, kind="different", why=f"“{left}” and “{right}”: no words to compare."
    )
