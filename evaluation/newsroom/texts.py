"""Texts as paragraphs of sentences of words, each word knowing where it comes from.

A word keeps its base (the text it was first written in) and its place there through every edit,
so that the truth about two articles is read off their words instead of being guessed.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias


class Word(NamedTuple):
    """A word with its punctuation. ``same`` is false where an edit put another word in its place.

    ``base`` is ``None`` for words that were written for one article alone.
    """

    text: str
    base: str | None = None
    at: int = -1
    same: bool = True


Sentence: TypeAlias = list[Word]
Paragraph: TypeAlias = list[Sentence]
Draft: TypeAlias = list[Paragraph]

_STOP = re.compile(r"[.!?][\"”’')]*$")
_SHORT = re.compile(
    r"^[\"“(]*(?:[A-Z]\.)+$|^(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|St|Jr|Sr|No|vs|Jan|Feb|Aug"
    r"|Sept|Oct|Nov|Dec|Fla|Calif|Mass|Pa|Va|Ga|Ariz|Wis|Mich|Ill|Tex|Conn|R-\S+|D-\S+)\.$"
)
_CORE = re.compile(r"^(\W*)(.*?)(\W*)$", re.DOTALL)


def parse(text: str, base: str | None) -> Draft:
    """A text's paragraphs (by empty lines), sentences (by full stops) and words (by spaces)."""
    place, draft = 0, []
    for block in re.split(r"\n\s*\n", text):
        paragraph: Paragraph = [[]]
        tokens = block.split()
        for number, token in enumerate(tokens):
            paragraph[-1].append(Word(token, base, place if base else -1))
            place += 1
            following = tokens[number + 1] if number + 1 < len(tokens) else ""
            if _ends(token, following):
                paragraph.append([])
        if not paragraph[-1]:
            paragraph.pop()
        if paragraph:
            draft.append(paragraph)
    return draft


def _ends(token: str, following: str) -> bool:
    opens = following.lstrip("\"“'‘(")[:1]
    return bool(_STOP.search(token)) and not _SHORT.match(token) and not opens.islower()


def lay_out(draft: Draft) -> tuple[str, list[tuple[Word, int, int]]]:
    """The text of a draft, and each word with its span in it."""
    parts: list[str] = []
    placed: list[tuple[Word, int, int]] = []
    place = 0
    for number, paragraph in enumerate(draft):
        for index, word in enumerate(words_of([paragraph])):
            gap = " " if index else ("\n\n" if number else "")
            parts += (gap, word.text)
            place += len(gap)
            placed.append((word, place, place + len(word.text)))
            place += len(word.text)
    return "".join(parts), placed


def words_of(draft: Iterable[Paragraph]) -> Iterator[Word]:
    """All words in order."""
    return (word for paragraph in draft for sentence in paragraph for word in sentence)


def count(draft: Iterable[Paragraph]) -> int:
    """How many words."""
    return sum(1 for _ in words_of(draft))


def split(token: str) -> tuple[str, str, str]:
    """Opening signs, the word itself, closing signs."""
    match = _CORE.match(token)
    assert match is not None
    return match[1], match[2], match[3]


def is_quoted(sentence: Sentence) -> bool:
    """Whether any quotation mark stands in a sentence."""
    return any(mark in word.text for word in sentence for mark in '"“”')


def capital(word: Word) -> Word:
    """The word with a capital, behind its opening signs."""
    lead, core, trail = split(word.text)
    return word._replace(text=lead + core[:1].upper() + core[1:] + trail)


def stripped(word: Word, signs: str) -> Word:
    """The word without these closing signs."""
    return word._replace(text=word.text.rstrip(signs) or word.text)


def ended(word: Word, sign: str) -> Word:
    """The word with its closing stop or comma exchanged, inside closing quotation marks too."""
    body = word.text.rstrip("\"”’'")
    marks = word.text[len(body) :]
    return word._replace(text=body.rstrip(".,;:") + sign + marks)


_WORD = re.compile(r"\w+(?:[’'.-]\w+)*")


def normal_words(text: str) -> list[str]:
    """Lower-case words without signs, as shares of word 3-grams count them."""
    return [word.replace("’", "'") for word in _WORD.findall(text.lower())]


def grams(words: list[str], size: int) -> set[tuple[str, ...]]:
    """All runs of ``size`` words."""
    return {tuple(words[i : i + size]) for i in range(len(words) - size + 1)}
