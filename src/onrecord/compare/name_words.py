"""How alike two words of names are, or a run of words and one word that joins them.

Given names are known by their forms: two forms of one name are alike however they are spelt,
and two names that differ by one letter ("Mario", "Maria") are two names. Other words are compared
by letters (slips of the pen) and by sound; across scripts by sound alone.
"""

from functools import lru_cache

from rapidfuzz.distance import OSA

from onrecord.compare.parts import Word, known
from onrecord.compare.spellings import Likeness, begin_alike, foreign, romanised, sound_alike
from onrecord.lexicons import lexicon

_GIVEN: dict[str, frozenset[str]] = {}
for _label, _forms in lexicon("given_name_forms").words.items():
    for _form in {_label, *_forms}:
        _key = romanised(_form)
        _GIVEN[_key] = _GIVEN.get(_key, frozenset()) | {_label}


JOINED_ACROSS = 0.9
"""How alike several words and one of another script have to be: syllables are easily alike."""
SWAPPED = 0.8
"""Two neighbouring letters exchanged are a slip even in a short word."""
SHORT_WORD = 0.66
"""A short word of a body with one letter other is mostly another word ("Iran", "Iraq")."""
_GENDERED = tuple(
    (man, woman)
    for man, woman in zip(
        "ov ev in sky ski skiy skii cki dzki yy".split(),
        "ova eva ina skaya ska skaya skaia cka dzka aya".split(),
        strict=True,
    )
)
_GROWN_ON = ("van", "von", "al", "el", "as", "ad", "ar", "de")


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
    if given and _of_one_family(a, b):
        return Likeness(score=0.82, how="spelling")
    if foreign(left) != foreign(right):
        return _scripts_alike(left, right)
    if not given and known(a) and known(b):
        return Likeness(score=0.3, how="spelling")
    return _spelling(left, right, given)


def _spelling(left: str, right: str, given: bool) -> Likeness:
    """Two words of one script: by slips of the pen or by sound, whichever explains more."""
    a, b = romanised(left), romanised(right)
    slips, sound = _slips(a, b), _sound(sound_alike(left, right))
    if max(len(a), len(b)) < 5 and not given:
        slips = SHORT_WORD if 0.6 < slips < SWAPPED else slips
        sound = sound if a[:1] == b[:1] else min(sound, SHORT_WORD)
    if slips > sound:
        return Likeness(score=slips, how="slip")
    return Likeness(score=sound, how="spelling")


def given_names(form: str) -> frozenset[str]:
    """The given names that a romanised word is a form of, by their labels; mostly none."""
    return _GIVEN.get(form, frozenset())


def _given(a: str, b: str, sound: float) -> Likeness | None:
    """Two known given names: forms of one name, or surely different names."""
    mine, theirs = given_names(a), given_names(b)
    if not mine or not theirs:
        return None
    if mine & theirs:
        near = sound >= 0.7
        return Likeness(score=0.95 if near else 0.88, how="spelling" if near else "short_form")
    return Likeness(score=min(0.4, sound / 2), how="spelling")


def _of_one_family(a: str, b: str) -> bool:
    """A surname in its form for a man and for a woman: mostly two people."""
    return any(
        long.endswith(woman) and long[: -len(woman)] + man == short
        for man, woman in _GENDERED
        for short, long in ((a, b), (b, a))
    )


def _scripts_alike(left: str, right: str) -> Likeness:
    """A word against its form in another script: by sound alone."""
    sound = sound_alike(left, right)
    score = 0.8 + (sound - 0.6) / 2 if sound >= 0.6 else sound
    return Likeness(score=score, how="transliteration")


def _slips(a: str, b: str) -> float:
    """By letters: how many slips of the pen in how long a word (optimal string alignment)."""
    slips, size = OSA.distance(a, b), max(len(a), len(b))
    allowed = {
        1: (0.3, 0.3, 0.55, 0.71, 0.84, 0.9, 0.9, 0.94),
        2: (0,) * 5 + (0.6, 0.66, 0.76, 0.86),
    }
    steps = allowed.get(slips, (0,) * 10 + (0.78,) if slips == 3 else (0.0,))
    score = float(steps[min(size, len(steps)) - 1])
    if slips == 1 and size > 3 and sorted(a) == sorted(b):
        score = max(score, SWAPPED)
    if a[:1] != b[:1] and a[1:2] != b[:1]:
        score -= 0.06
    return max(score, 0.6 * (1 - slips / size))


def _sound(sound: float) -> float:
    """By sound: from the share of sounds that agree to a score."""
    steps = ((0.94, 0.95), (0.88, 0.9), (0.83, 0.84), (0.76, 0.74))
    return next((score for least, score in steps if sound >= least), sound * 0.8)


def _initial(left: Word, right: Word) -> Likeness:
    """An initial against a word or initial: the first sound has to agree."""
    short, long = (left, right) if left.initial else (right, left)
    fits = long.form.startswith(short.form)
    if foreign(short.text) != foreign(long.text):
        fits = fits or begin_alike(short.form, long.form)
    both = left.initial and right.initial
    return Likeness(
        score=(1.0 if both else 0.86) if fits else 0.0, how="same" if both else "initials"
    )


def _number(left: Word, right: Word) -> Likeness:
    """A number and its like; a slip in a written one ("Frist") is forgiven, another number not."""
    if (left.number and right.number) or left.text.isdigit() or right.text.isdigit():
        return Likeness(score=float(left.form == right.form), how="same")
    return word_alike(left.text, right.text, False)


def words_alike(left: tuple[Word, ...], right: tuple[Word, ...], given: bool) -> Likeness:
    """How alike two runs of words are, one of them a single word."""
    if len(left) == len(right) == 1:
        if left[0].number or right[0].number:
            return _number(left[0], right[0])
        if given and (left[0].initial or right[0].initial):
            return _initial(left[0], right[0])
        return _bare_alike(left[0], right[0], given)
    if any(w.initial or w.number for w in (*left, *right)):
        return Likeness(score=0.0, how="spelling")
    joined = [_joined(words, given) for words in (left, right)]
    found = word_alike(joined[0], joined[1], False)
    same = romanised(joined[0]) == romanised(joined[1])
    if found.how == "transliteration" and found.score < JOINED_ACROSS:
        return Likeness(score=0.0, how="transliteration")
    how = "transliteration" if found.how == "transliteration" else "spelling"
    return Likeness(score=0.98 if same else found.score - 0.03, how="spelling" if same else how)


def _joined(words: tuple[Word, ...], given: bool) -> str:
    """The words as one; a body's short forms are written out first."""
    return "".join(w.text if given or foreign(w.text) else w.form for w in words)


def _bare_alike(left: Word, right: Word, given: bool) -> Likeness:
    """Two words; also without an article grown onto one of them ("Alassad")."""
    texts = [w.text if given or foreign(w.text) else w.form for w in (left, right)]
    best = word_alike(*texts, given)
    if best.score > 0.9:
        return best
    for i in (0, 1):
        form = romanised(texts[i])
        grown = next(
            (
                g
                for g in (_GROWN_ON if given else ("al",))
                if form.startswith(g) and len(form) > len(g) + 3
            ),
            None,
        )
        if grown:
            cut = [form[len(grown) :] if i == j else texts[j] for j in (0, 1)]
            found = word_alike(*cut, given)
            if found.score - 0.04 > best.score and found.score > 0.85:
                best = Likeness(score=found.score - 0.04, how="spelling")
    return best
