"""Whether two names can be names of one person, body, company, ship or place.

Words are paired best first, joined or parted where that fits ("Abd al-Rahman", "Abdulrahman");
how alike the pairs are, what is left over on one side or on both, and what must not differ
(generation, numbers, "North" and "South") make the score.
"""

from typing import get_args

from onrecord.compare.name_words import words_alike
from onrecord.compare.pairings import Pair, Paired, pair_up
from onrecord.compare.parts import FULL, GENERAL, NameParts, Word, body_parts, person_parts, telling
from onrecord.compare.spellings import fold, romanised, sound_alike
from onrecord.records.people import NameKind, NameMatch, NameType
from onrecord.records.spans import Record

SAME = 0.7
"""From this score on two names are taken for names of one; found on ``evaluation/gold/names/pairs.yml``."""

ACRONYM = 0.88
"""The score of an acronym against its expansion."""
WELL_HEARD = 0.92
"""Names of places are short and well edited: they have to sound the same up to here."""


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
    order_and_extra: float = 0.85
    name_before: float = 0.92
    place_slip: float = 0.75
    no_full_word: float = 0.5


WEIGHTS = Weights()
_KINDS: tuple[NameKind, ...] = get_args(NameKind)


def names_match(left: str, right: str, type: NameType = "Person") -> NameMatch:
    """Compare two names of one type; symmetric. The score is 1 for the same words.

    A match scores ``SAME`` or more; below it the two are not taken for one.
    """
    if type in {"LegalEntity", "Misc"}:
        tries = (_people(left, right), _bodies(left, right, "Organization"))
        return max(tries, key=lambda match: match.score)
    return _people(left, right) if type == "Person" else _bodies(left, right, type)


# People


def _people(left_name: str, right_name: str) -> NameMatch:
    a, b = _parted(left_name), _parted(right_name)
    if not a or not b:
        return _nothing(left_name, right_name)
    paired = pair_up(a.words, b.words, True)
    left, right = _unfamiliar(paired.left, b.extras), _unfamiliar(paired.right, a.extras)
    score = _product(paired.scores) * _missing(len(left), len(right))
    score *= 1.0 if paired.in_order else WEIGHTS.other_order
    score *= 1.0 if paired.in_order or not (left or right) else WEIGHTS.order_and_extra
    score *= _too_little(paired, a, b) * _middles(paired, a, b) * _before(paired)
    score *= _generations(a.generation, b.generation)
    kinds = [p.how for p in paired.pairs]
    kinds += [] if paired.in_order else ["order"]
    kinds += ["left_out"] if left or right else []
    kinds += ["part"] if _only_part(paired, a, b) else []
    return _told(left_name, right_name, score, kinds)


def _only_part(paired: Paired, a: NameParts, b: NameParts) -> bool:
    """Whether a single word stands against a longer name."""
    few, many = sorted((len(a.words), len(b.words)))
    return few == 1 < many and not paired.joined


def _parted(name: str) -> NameParts | None:
    return person_parts(name) if any(c.isalpha() for c in name) else None


def _unfamiliar(words: tuple[Word, ...], extras: tuple[Word, ...]) -> list[Word]:
    """Words left over that are not given as a nickname on the other side."""
    return [w for w in words if all(words_alike((w,), (e,), True).score < 0.8 for e in extras)]


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


def _too_little(paired: Paired, a: NameParts, b: NameParts) -> float:
    """A single word of a longer name says little; initials alone say less."""
    factor = 1.0
    if all(p.how == "initials" or a.words[p.left[0]].initial for p in paired.pairs):
        factor *= WEIGHTS.only_initials
    longest = max(len(a.words), len(b.words))
    if len(paired.pairs) == 1 < longest and not paired.joined:
        factor *= WEIGHTS.alone
    return factor


def _before(paired: Paired) -> float:
    """A name before the other's given name says less than one inside: "Barbara Jeb Bush"."""
    if not paired.pairs or bool(paired.left) == bool(paired.right) or not paired.in_order:
        return 1.0
    first = paired.pairs[0]
    start = first.left.start if paired.left else first.right.start
    return WEIGHTS.name_before if start else 1.0


def _middles(paired: Paired, a: NameParts, b: NameParts) -> float:
    """Both give middle initials, and one gives one more: "George W.", "George H. W."."""
    more = any(w.initial for w in paired.rest) and len(paired.pairs) > 2
    both = all(any(w.initial for w in parts.words) for parts in (a, b))
    return WEIGHTS.more_initials if more and both else 1.0


def _generations(left: str, right: str) -> float:
    if left == right:
        return 1.0
    return WEIGHTS.other_generation if left and right else WEIGHTS.one_generation


# Bodies, companies, ships, places


def _bodies(left: str, right: str, type: NameType) -> NameMatch:
    a, b = body_parts(left, type), body_parts(right, type)
    if not a.words or not b.words:
        return _nothing(left, right)
    paired = pair_up(a.words, b.words, False)
    score = _share(a, b, paired) * _left_factor(paired) * _legal(a, b)
    score *= 1.0 if paired.in_order else WEIGHTS.other_order
    score *= 1.0 if _tells(a, b, paired) else WEIGHTS.no_full_word
    if type == "Place":
        score *= WEIGHTS.place_slip ** sum(_misheard(a, b, p) for p in paired.pairs)
    if score < ACRONYM and _acronym(left, right, a, b):
        return _told(left, right, ACRONYM, ["acronym"])
    kinds = [p.how for p in paired.pairs]
    kinds += [] if paired.in_order else ["order"]
    kinds += ["left_out"] if paired.rest else []
    kinds += [] if a.legal == b.legal else ["legal_form"]
    return _told(left, right, score, kinds)


def _tells(a: NameParts, b: NameParts, paired: Paired) -> bool:
    """Whether a word that tells one body from another is among what agrees."""
    return any(
        words[i].weight > GENERAL and not words[i].number
        for pair in paired.pairs
        for words, places in ((a.words, pair.left), (b.words, pair.right))
        for i in places
    )


def _left_factor(paired: Paired) -> float:
    """Words that stand on one side only: which tell one from another, and full ones."""
    factor = WEIGHTS.telling_left ** sum(telling(w) for w in paired.rest)
    factor *= WEIGHTS.full_left if any(w.weight == FULL for w in paired.rest) else 1.0
    return factor * (WEIGHTS.both_left if paired.left and paired.right else 1.0)


def _misheard(a: NameParts, b: NameParts, pair: Pair) -> bool:
    """Whether two words of places differ by more than how they sound ("Iran", "Iraq")."""
    if pair.how not in {"spelling", "slip"} or len(pair.left) + len(pair.right) != 2:
        return False
    return sound_alike(a.words[pair.left[0]].form, b.words[pair.right[0]].form) < WELL_HEARD


def _share(a: NameParts, b: NameParts, paired: Paired) -> float:
    """The share of what both names tell that agrees; a pair weighs as its lighter side."""
    weights = [
        min(sum(a.words[i].weight for i in pair.left), sum(b.words[j].weight for j in pair.right))
        for pair in paired.pairs
    ]
    agreed = 2 * sum(w * s for w, s in zip(weights, paired.scores, strict=True))
    return agreed / (2 * sum(weights) + sum(w.weight for w in paired.rest))


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
    if any(len(w.form) == 1 or w.form == letters for w in long.words):
        return False
    firsts = {"".join(w.form[:1] for w in long.words), long.letters}
    return 1 < len(letters) < 8 and letters in firsts and fold(printed) != printed


# In words


def _weakest(kinds: list[str]) -> NameKind:
    return max(kinds or ["same"], key=_KINDS.index)  # type: ignore[arg-type]


_SAID: dict[NameKind, str] = {
    "same": "the same words",
    "order": "the same words in another order",
    "legal_form": "the same name with another legal form or none",
    "spelling": "the same name in another spelling",
    "transliteration": "the same name in another script or transliteration",
    "short_form": "a short or other form of the same given name",
    "slip": "the same name but for a slip of the pen",
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
