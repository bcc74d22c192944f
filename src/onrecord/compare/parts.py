"""A name taken apart: the words that tell, what may be left out, and what must not differ."""

import re
from functools import cache, lru_cache

from msgspec.structs import replace
from rapidfuzz.distance import OSA

from onrecord.compare.spellings import fold, pieces, romanised
from onrecord.lexicons import lexicon
from onrecord.records.people import NameType
from onrecord.records.spans import Record

FULL, TELLING, SECTOR, GENERAL = 1.0, 0.9, 0.5, 0.3
MOST_WORDS = 12
"""Longer names are cut: what follows is a sentence taken for a name."""
_PERSON = {k: frozenset(map(fold, v)) for k, v in lexicon("honorifics").words.items()}
_WORDS = {k: frozenset(map(fold, v)) for k, v in lexicon("name_words").words.items()}
_SHORT = {fold(k): full for k, full in lexicon("name_abbreviations").labels().items()}
_NUMBERS = {
    word: str(i)
    for i, words in enumerate(
        "one i first 1st;two ii second 2nd;three iii third 3rd;four iv fourth 4th;five v fifth 5th;"
        "six vi sixth 6th;seven vii seventh 7th;eight viii eighth 8th;nine ix ninth 9th;"
        "ten x tenth 10th;eleven xi eleventh 11th;twelve xii twelfth 12th;xiii;xiv;xv;xvi;xvii;"
        "xviii;xix;xx;xxi;xxii;xxiii".split(";"),
        start=1,
    )
    for word in words.split()
}
_ROMAN = frozenset(w for w in _NUMBERS if set(w) <= set("ivx"))


class Word(Record, frozen=True, kw_only=True):
    """One word of a name: as printed, romanised, and how much it tells (0 to 1)."""

    text: str
    form: str
    weight: float = FULL
    number: bool = False
    initial: bool = False


class NameParts(Record, frozen=True, kw_only=True):
    """A name's telling words in order; nicknames beside them; generation, legal forms."""

    words: tuple[Word, ...]
    extras: tuple[Word, ...] = ()
    generation: str = ""
    legal: frozenset[str] = frozenset()
    letters: str = ""


@lru_cache(maxsize=100_000)
def person_parts(name: str) -> NameParts:
    """A person's name without titles, letters and particles."""
    extras = tuple(_person_words(" ".join(re.findall(r"[(\"“«]([^)\"”»]+)[)\"”»]", name))))
    bare = re.sub(r"[(\"“«][^)\"”»]+[)\"”»]", " ", name)
    words = _person_words(bare) or list(extras)
    words, generation = _generation(words)
    words = _untitled(words)
    kept = [w for i, w in enumerate(words) if i == 0 or fold(w.text) not in _PERSON["particle"]]
    if fold(words[0].text) in _PERSON["particle"] - {"ben", "van", "della"} and len(kept) > 2:
        kept = kept[1:]
    return NameParts(words=tuple(kept[:MOST_WORDS]), extras=extras, generation=generation)


def _person_words(name: str) -> list[Word]:
    """Words and initials; "J.R." is two, an apostrophe joins, a hyphen parts."""
    name = re.sub(r"(?<=\w)[’'`ʻʼʿ‘](?=\w)", "", name)
    name = re.sub(r"[’'`ʻʼʿʾ‘]", "", name)
    found = []
    for text in _with_initials_parted(pieces(name)):
        form = romanised(_without_article(text))
        if form:
            found.append(Word(text=text, form=form, initial=len(form) == 1 or _one_letter(text)))
    return found


def _with_initials_parted(texts: list[str]) -> list[str]:
    """ "JD Tremaine" as "J D Tremaine"; in a name all in capitals nobody can tell."""
    if all(text.isupper() for text in texts):
        return texts
    return [
        piece
        for text in texts
        for piece in (list(text) if re.fullmatch("[B-DF-HJ-NP-TV-XZ]{2}", text) else [text])
    ]


def _one_letter(text: str) -> bool:
    """A single letter of another alphabet is an initial, however it is romanised; Han is not."""
    return len(text) == 1 and text.isupper()


def _without_article(text: str) -> str:
    """An Arabic word without its attached article."""
    return text[2:] if text.startswith("ال") and len(text) > 4 else text


def _generation(words: list[Word]) -> tuple[list[Word], str]:
    """The words without "Jr" or "XVI", and which it was ("-" younger, "+" older, or a number)."""
    if len(words) < 2:
        return words, ""
    last = fold(words[-1].text)
    if last in _PERSON["younger"]:
        return words[:-1], "-"
    if last in _PERSON["older"]:
        return words[:-1], "+"
    if last in _ROMAN and words[-1].text.isupper() and (len(last) > 1 or last == "i"):
        return words[:-1], _NUMBERS[last]
    return words, ""


def _untitled(words: list[Word]) -> list[Word]:
    """The words without titles before and letters after, as long as one is left."""
    first, last = 0, len(words)
    while last - first > 1 and fold(words[first].text) in _PERSON["title"]:
        first += 1
    while last - first > 2 and fold(words[last - 1].text) in _PERSON["letters"]:
        last -= 1
    return words[first:last]


@cache
def _legal_phrases() -> tuple[tuple[tuple[str, ...], str], ...]:
    """Legal forms as rows of bare words with their label, the longest first."""
    found = {
        tuple(_bare(form)): label
        for label, forms in lexicon("legal_forms").words.items()
        for form in forms
    }
    return tuple(sorted(((k, v) for k, v in found.items() if k), key=lambda f: -len(f[0])))


@cache
def _legal_starts() -> frozenset[str]:
    return frozenset(phrase[0] for phrase, _ in _legal_phrases())


def _bare(name: str) -> list[str]:
    """Folded words; dots and slashes inside short forms ("S.A.", "a/s") do not part them."""
    name = fold(name)
    name = re.sub(r"\b(\w)\.(?=\s?\w\b)\s?", r"\1", name) if "." in name else name
    name = re.sub(r"(?<=\b\w)/(?=\w\b)|(?<=\w)['’`\"”](?=\w)", "", name)
    return pieces(name, "&+")


@lru_cache(maxsize=100_000)
def body_parts(name: str, type: NameType) -> NameParts:
    """The name of a body, company, ship or place without legal form and small words."""
    bare = _bare(re.sub(r"\([^)]*\)", " ", name)) or _bare(name)
    words, legal = _without_legal(bare)
    if type == "Vessel":
        words = _without_ship(words)
    if type == "Place":
        words = _without_kind(words)
    numbers = type != "Place"
    made = [_body_word(w, numbers) for w in words if _SHORT.get(w, w) not in _WORDS["small"]]
    made = [w for w in made if w.form] or [_body_word(w, numbers) for w in words if romanised(w)]
    if all(w.weight == GENERAL or w.number for w in made):
        made = [replace(w, weight=FULL) for w in made]
    letters = "".join(romanised(w)[:1] for w in bare if w not in _WORDS["small"])
    return NameParts(words=tuple(made[:MOST_WORDS]), legal=frozenset(legal), letters=letters)


def _without_legal(words: list[str]) -> tuple[list[str], list[str]]:
    """The words without legal forms, and the labels of those; never without any word."""
    kept: list[str] = []
    labels: list[str] = []
    i = 0
    while i < len(words):
        found = next(
            (
                (phrase, label)
                for phrase, label in _legal_phrases()
                if words[i] in _legal_starts() and tuple(words[i : i + len(phrase)]) == phrase
            ),
            None,
        )
        if found and (kept or len(words) > len(found[0])):
            labels.append(found[1])
            i += len(found[0])
        else:
            kept.append(words[i])
            i += 1
    return (kept, labels) if kept else (words, [])


def _without_ship(words: list[str]) -> list[str]:
    first = 0
    while len(words) - first > 1 and words[first] in _WORDS["ship"]:
        first += 1
    return words[first:]


def _without_kind(words: list[str]) -> list[str]:
    """A place without "city of", "province"; but "United" is not the United Kingdom."""
    kept = [w for w in words if w not in _WORDS["place"]]
    alone = [w for w in kept if w not in _WORDS["small"] and w not in _WORDS["telling"]]
    return kept if alone else words


def _body_word(text: str, numbers: bool) -> Word:
    """One word, its short form written out, with its weight."""
    full = _SHORT.get(text, text)
    if numbers and (text in _NUMBERS or text.isdigit()):
        return Word(text=text, form=_NUMBERS.get(text, text.lstrip("0") or "0"), number=True)
    weight = FULL
    if full in _WORDS["telling"]:
        weight = TELLING
    elif full in _WORDS["general"] or _misprinted(full):
        weight = GENERAL
    elif full in _WORDS["sector"]:
        weight = SECTOR
    return Word(text=text, form=romanised(full), weight=weight)


@lru_cache(maxsize=100_000)
def _misprinted(word: str) -> bool:
    """Whether a word is a general word or legal form with a slip in it."""
    if len(word) < 6 or known(word):
        return False
    most = 1 if len(word) < 10 else 2
    return any(OSA.distance(word, w, score_cutoff=most) <= most for w in _long_general())


@cache
def _long_general() -> tuple[str, ...]:
    legal = {phrase[0] for phrase, _ in _legal_phrases() if len(phrase) == 1}
    return tuple(w for w in _WORDS["general"] | legal if len(w) > 5)


def telling(word: Word) -> bool:
    """Whether a name with this word is another than the name without it."""
    return word.number or fold(word.form) in _WORDS["telling"]


def is_small(form: str) -> bool:
    """Whether this is a word like "the" and "of"."""
    return form in _WORDS["small"]


def known(form: str) -> bool:
    """Whether this is a common word of names of bodies: near spellings of two are two words."""
    return any(form in words for words in _WORDS.values())
