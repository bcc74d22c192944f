"""How alike two words of names are: by letters, by sound, and across scripts.

A word is romanised, then read as a row of sounds ("kh", "gh" and "sh" are one sound each), and
two rows are aligned with a weighted edit distance: near sounds cost little, vowels less than
consonants, and next to nothing where one side comes from a script that does not write them.
"""

import unicodedata
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import Levenshtein

from onrecord.records.spans import Record

_CYRILLIC = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґўђћљњџјѕќѓәғқңөұүһ",
        "a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh shch  y  e yu ya yo i yi ye g w"
        " dj c lj nj dz j dz kj gj a gh k ng o u u h".split(" "),
        strict=True,
    )
)
_ARABIC = dict(
    zip(
        "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإؤئىةپچژگکیێۆڤھہەے",
        "a b t th j h kh d dh r z s sh s d t z  gh f q k l m n h w y  a a i u i a a p ch zh g k y e o v"
        " h h a e".split(" "),
        strict=True,
    )
)
_HEBREW = dict(
    zip(
        "אבגדהוזחטיכךלמםנןסעפףצץקרשת",
        "a v g d h w z kh t y k kh l m m n n s  p f ts ts k r sh t".split(" "),
        strict=True,
    )
)
_LETTERS = {**_CYRILLIC, **_ARABIC, **_HEBREW, "ß": "ss", "ø": "o", "đ": "d", "ð": "d", "þ": "th"}
_MARKED = tuple(
    (letter + mark, sound)
    for letter, sound in (("ג", "j"), ("צ", "ch"), ("ץ", "ch"), ("ז", "zh"), ("ת", "th"))
    for mark in "'’׳"
)
_VOWELLESS = ("ARABIC", "HEBREW", "DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI", "SYRIAC")

# Written groups of letters that are one sound; longest first.
_GROUPS = (
    ("schtsch", "S"), ("shch", "S"), ("tsch", "C"), ("tch", "C"), ("sch", "S"), ("dzh", "J"), ("dsh", "J"),
    ("sh", "S"), ("ch", "C"), ("zh", "Z"), ("kh", "H"), ("gh", "G"), ("ph", "f"),
    ("th", "T"), ("dh", "D"), ("ts", "c"), ("tz", "c"), ("cz", "C"), ("sz", "S"), ("dj", "J"),
    ("dz", "J"), ("ck", "k"), ("qu", "k"), ("cc", "k"), ("oo", "u"), ("ou", "u"),
    ("ee", "i"), ("ie", "i"), ("ei", "i"), ("iy", "i"), ("yi", "i"), ("ij", "i"), ("ii", "i"),
    ("yy", "i"), ("ce", "se"), ("ci", "si"), ("cy", "si"), ("y", "i"), ("x", "ks"), ("c", "k"),
    ("q", "k"), ("j", "J"),
)  # fmt: skip
_VOWELS = frozenset("aeiouw")
_NEAR = {
    frozenset(pair): cost
    for cost, pairs in (
        (0.1, "vw wu TD Dd Tt GH JZ Ji uo ei iI kg"),
        (
            0.25,
            "kH Hh Gg Gh CS bv bp sz Sc cs Zz gh Ds Dz Ts ae ao eo vf pf aw ai iu Jg ow ou zc GJ CJ",
        ),
        (0.45, "kG Gk SJ td tc SZ Cc Ck Ct Zs hk HC Jd ks eu au Sk cz SC TS mn"),
    )
    for pair in pairs.split()
}
BONES, BONES_ACROSS = 0.6, 0.3
"""Words whose consonants agree less than this (in one script, across scripts) do not sound alike."""
FAR = 0.6
"""From this share of differing sounds on, how much more they differ does not matter."""
VOWEL, SILENT, UNWRITTEN, CONSONANT = 0.35, 0.4, 0.12, 1.0


class Likeness(Record, frozen=True, kw_only=True):
    """How alike two words are, 0 to 1, and what makes them so."""

    score: float
    how: str


def fold(text: str) -> str:
    """Lower case, without accents, in one form of each character; letters keep their script."""
    spread = unicodedata.normalize("NFKD", text.casefold().replace("ё", "е"))
    kept = "".join(c for c in spread if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", kept)


def pieces(text: str, signs: str = "") -> list[str]:
    """The words of a name: runs of letters, marks and digits; each of ``signs`` is one too."""
    spaced = (f" {c} " if c in signs else c if _stays(c) else " " for c in text)
    return "".join(spaced).split()


def _stays(character: str) -> bool:
    return character.isalnum() or unicodedata.category(character)[0] == "M"


@lru_cache(maxsize=100_000)
def romanised(word: str) -> str:
    """The word in lower-case Latin letters and digits."""
    letters = []
    for marked, sound in _MARKED:
        word = word.replace(marked, sound)
    for letter in fold(word):
        known = _LETTERS.get(letter)
        letters.append(anyascii(letter) if known is None else known)
    return "".join(c for c in "".join(letters).lower() if c.isascii() and c.isalnum())


@lru_cache(maxsize=100_000)
def unwritten(word: str) -> bool:
    """Whether the word stands in a script that leaves short vowels out."""
    return not word.isascii() and any(
        unicodedata.name(c, "").startswith(_VOWELLESS) for c in word if not c.isascii()
    )


@lru_cache(maxsize=100_000)
def foreign(word: str) -> bool:
    """Whether the word has letters that are not Latin."""
    return not word.isascii() and any(
        c.isalpha() and not unicodedata.name(c, "").startswith("LATIN") for c in word
    )


@lru_cache(maxsize=100_000)
def sounds(word: str) -> str:
    """The word as a row of sounds, one sign each; a doubled letter is one sound."""
    left, made = romanised(word), ""
    while left:
        for letters, sound in _GROUPS:
            if left.startswith(letters):
                made, left = made + sound, left[len(letters) :]
                break
        else:
            made, left = made + left[0], left[1:]
    return "".join(s for i, s in enumerate(made) if i == 0 or s != made[i - 1])


_CLASS = str.maketrans(
    "bpvfwkgqHGhCSZJcszTDtdlrmn", "ppppp" + "kkkkkh"[:6] + "ssssssstttt" + "lrmm"
)


@lru_cache(maxsize=100_000)
def skeleton(word: str) -> str:
    """The consonants of a word, near ones made one: what words that sound alike share."""
    classes = sounds(word).translate(_CLASS)
    bare = "".join(c for c in classes if c not in "aeiouh")
    return "".join(c for i, c in enumerate(bare) if i == 0 or c != bare[i - 1]) or classes[:1]


def _drop(sound: str, vowel: float) -> float:
    return vowel if sound in _VOWELS else SILENT if sound == "h" else CONSONANT


def _swap(left: str, right: str) -> float:
    if left == right:
        return 0.0
    near = _NEAR.get(frozenset((left, right)))
    return near if near is not None else 0.3 if {left, right} <= _VOWELS else CONSONANT


def begin_alike(left: str, right: str) -> bool:
    """Whether two words begin with the same or a near sound."""
    a, b = sounds(left), sounds(right)
    return bool(a and b) and _swap(a[0], b[0]) < SILENT


def _distance(left: str, right: str, vowel: float, most: float) -> float:
    """The least cost of turning one row of sounds into the other; ``most`` once it is above that."""
    row = [0.0]
    for sound in right:
        row.append(row[-1] + _drop(sound, vowel))
    for sound in left:
        gone = _drop(sound, vowel)
        new = [row[0] + gone]
        for i, other in enumerate(right):
            kept = row[i] + _swap(sound, other)
            new.append(min(kept, row[i + 1] + gone, new[-1] + _drop(other, vowel)))
        row = new
        if min(row) > most:
            return most
    return row[-1]


@lru_cache(maxsize=200_000)
def sound_alike(left: str, right: str) -> float:
    """How alike two words sound, 0 to 1: one less the distance for each sound that weighs."""
    vowel = UNWRITTEN if unwritten(left) or unwritten(right) else VOWEL
    least = BONES_ACROSS if foreign(left) or foreign(right) else BONES
    if Levenshtein.normalized_similarity(skeleton(left), skeleton(right)) < least:
        return 0.0
    a, b = sounds(left), sounds(right)
    if not a or not b:
        return 0.0
    weight = max(sum(_drop(s, VOWEL) for s in a), sum(_drop(s, VOWEL) for s in b), 1.0)
    return max(0.0, 1.0 - _distance(a, b, vowel, FAR * weight) / weight)
