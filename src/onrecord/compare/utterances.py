"""Whether two claims are one utterance: the same words, in quotation marks on both sides."""

import re
from typing import TypeAlias

from onrecord.records.origins import Article, Statement

Quoted: TypeAlias = tuple[str, ...]
"""The words of a quotation, in lower case."""
LEAST = 4
"""Words in a row that make two quotations one utterance."""
SHARE = 0.7
"""Share of the shorter claim that those words must make up."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_OPEN, _CLOSE, _EVEN = "“«„", "”»", '"'


def quoted(article: Article, statement: Statement) -> Quoted:
    """The words of a claim that stands in quotation marks; none where it does not."""
    return _words(statement) if is_quoted(article, statement) else ()


def one_utterance(left: Quoted, right: Quoted) -> bool:
    """Whether two quotations are the same words: two people hardly say them word for word."""
    run = _longest_run(left, right)
    return run >= LEAST and run >= SHARE * min(len(left), len(right))


def is_quoted(article: Article, statement: Statement) -> bool:
    """Whether most of a claim stands in quotation marks, as its paragraph shows."""
    start, end = statement.span
    first = article.text.rfind("\n", 0, start) + 1
    inside, counted = False, 0
    for at in range(first, min(end, len(article.text))):
        mark = article.text[at]
        if mark in _OPEN:
            inside = True
        elif mark in _CLOSE:
            inside = False
        elif mark == _EVEN:
            inside = _opens(article.text, at)
        counted += inside and at >= start
    return 2 * counted >= end - start


def _opens(text: str, at: int) -> bool:
    """Whether a straight mark opens a quotation: nothing before it, a word after it."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (not before or before in " \n\t(—–-['‘") and bool(after.strip())


def _words(statement: Statement) -> Quoted:
    return tuple(word.lower().replace("’", "'") for word in _WORD.findall(statement.text))


def _longest_run(left: Quoted, right: Quoted) -> int:
    """Words of the longest stretch that both have in common (dynamic programming)."""
    best, above = 0, [0] * (len(right) + 1)
    for word in left:
        row = [0] * (len(right) + 1)
        for j, other in enumerate(right, 1):
            if word == other:
                row[j] = above[j - 1] + 1
                best = max(best, row[j])
        above = row
    return best
