"""Segment a document into sentences and words.

Words follow Universal Dependencies (clitics and hyphens split off). Sentences never
cross a block; text outside the blocks has none. Rules instead of a library because
the splits must fall on the words the model was trained on, and because a library
(syntok, pysbd) gives no offsets that survive quotes inside quotes.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from onrecord.lexicons import lexicon
from onrecord.records.documents import Block, Document
from onrecord.records.segments import Segments
from onrecord.records.spans import Span
from onrecord.records.turns import turns

MAX_SENTENCE_WORDS = 400
"""A "sentence" longer than this (a table, a list without stops) is cut, so that windows stay small."""

LONGEST_PART = 64
"""Characters of a part of an address (RFC 5321, RFC 1035). Without an end the search for "@" and
".com" begins anew at each sign of a line of underscores."""

_TITLES = frozenset(lexicon("abbreviations").words["title"])
_NUMBERS = frozenset(lexicon("abbreviations").words["number"])
_OTHERS = frozenset(lexicon("abbreviations").words["other"])
_ABBREVIATIONS = _TITLES | _NUMBERS | _OTHERS

_ALSO_WORDS = {"no", "art", "sun", "sat", "ill", "miss", "mass", "del"}

_WORD = re.compile(
    r"""
      (?!cannot\b)(?-i:[A-Za-z]+)(?=[ \n,;!?"”)]) | [,;!?"“”()]        # most tokens, seen at once
    | https?://[^\s<>"”’)\]]+ | www\.[^\s<>"”’)\]]+                    # addresses
    | [\w.+-]{1,LONGEST}@[\w-]{1,LONGEST}\.[\w.]+
    | \w{1,LONGEST}(?:\.\w{1,LONGEST}){0,8}\.(?:com|org|net|gov|edu|info|co\.uk)\b
    | (?:[^\W\d_]\.){2,}                                         # U.S., p.m.
    | (?:TITLE)\.(?=\s|$|,)                                         # Gen.
    | [^\W\d_]\.(?=\s+[A-Z])                                     # J. Smith
    | \d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s|bn|m|k)?\b               # 2,700  3.5  12:30  1990s
    | can(?=not\b) | n['’]t\b | ['’](?:s|re|ve|ll|d|m)\b         # clitics
    | [^\W\d_]+?(?=n['’]t\b)
    | [ODLdl]['’][A-Z][^\W\d_]+                                  # O'Brien, d'Estaing
    | (?:[^\W_][\u0300-\u036f]?)+                                # letters and digits
    | \.{2,} | -{2,} | ’’ | ‘‘ | '' | ``
    | [^\s]
    """.replace("TITLE", "|".join(sorted(_ABBREVIATIONS - _ALSO_WORDS))).replace(
        "LONGEST", str(LONGEST_PART)
    ),
    re.VERBOSE | re.IGNORECASE,
)
# Stops are read from their first one on and never given back: "!!!!" costs what it is long.
_END = re.compile(r"(?:(?<![.!?])[.!?]++|…)[\"'”’»)\]]*+(?=\s|$)|[.!?][”\"](?=[A-Z])")
# "HARBOR, May 3 (Agency) - ": a sentence of its own, or it spoils the tree of the first one.
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z'’./ -]{2,}(?:,[^()\n—–]{1,40}?)?\s{0,9}(?:\([^)\n]{2,30}\)\s*)?|\([A-Z][^)\n]{1,30}\)\s*)"
    r"(?:[—–-]|--)\s+"
)
_NEXT = re.compile(r"\s*[\"'“‘«(\[—–-]*\s*([^\s]+)")
_SHORT = re.compile(r"(?:^|[\s(\[“‘\"'/—–-])((?:[^\W\d_]\.)+[^\W\d_]|[^\W\d_]+)$")
_SAYS = re.compile(
    r"\s*(?:[A-Z][\w.’'-]*\s+){1,4}(?:said|says|asked|added|told|wrote|cried|shouted|tweeted)\b"
)
# After "U.S." these begin a sentence more often than they go on a name.
_STARTERS = frozenset(
    [
        "the",
        "a",
        "an",
        "in",
        "on",
        "at",
        "but",
        "and",
        "he",
        "she",
        "it",
        "they",
        "we",
        "i",
        "you",
        "this",
        "that",
        "these",
        "those",
        "his",
        "her",
        "its",
        "their",
        "if",
        "when",
        "while",
        "as",
        "after",
        "before",
        "since",
        "so",
        "for",
        "from",
        "with",
        "what",
        "who",
        "why",
        "how",
        "there",
        "here",
        "no",
        "not",
        "however",
        "meanwhile",
        "yet",
        "now",
        "then",
        "both",
        "many",
        "most",
        "some",
        "one",
        "two",
        "our",
        "your",
        "my",
        "by",
        "to",
    ]
)


def segment(document: Document) -> Segments:
    """Split every block of a document into sentences and words."""
    sentences: list[Span] = []
    words: list[Span] = []
    bounds: list[Span] = []
    labels = {turn.label[0]: turn.label[1] for turn in turns(document)}
    for block in document.blocks:
        label = labels.get(block.start, block.start)
        tokens = [m.span() for m in _WORD.finditer(document.text, block.start, block.end)]
        for first, last in _sentence_ranges(document.text, block, tokens, label):
            bounds.append((len(words) + first, len(words) + last))
            sentences.append((tokens[first][0], tokens[last - 1][1]))
        words.extend(tokens)
    return Segments(sentences=tuple(sentences), words=tuple(words), bounds=tuple(bounds))


def _sentence_ranges(text: str, block: Block, tokens: list[Span], label: int) -> Iterator[Span]:
    """Ranges of token indices, one a sentence; together they cover every token.

    ``label``: where the words end that say whose turn it is, a sentence of their own like a dateline.
    """
    starts = [start for start, _ in tokens]
    first = 0
    for end in [label, *_ends(text, block), block.end]:
        last = bisect_left(starts, end)
        while last - first > MAX_SENTENCE_WORDS:
            yield first, first + MAX_SENTENCE_WORDS
            first += MAX_SENTENCE_WORDS
        if last > first:
            yield first, last
            first = last


def _ends(text: str, block: Block) -> Iterator[int]:
    """Positions after which a new sentence begins."""
    if block.kind == "headline":
        return
    dateline = _DATELINE.match(text, block.start, block.end)
    if dateline is not None:
        yield dateline.end()
    for match in _END.finditer(text, dateline.end() if dateline else block.start, block.end):
        if _ends_here(text, match, block.end):
            yield match.end()


def _ends_here(text: str, match: re.Match[str], limit: int) -> bool:
    """Whether the stop ends a sentence: by the word before it and the word after."""
    following = _NEXT.match(text, match.end(), limit)
    if following is None:
        return True
    after = following[1]
    mark = match[0]
    if after[0].islower() or after[0] in ",;:)":
        return False
    if mark[0] in "!?…" or mark.startswith(".."):
        closed = len(mark) > 1 and mark[-1] in "\"”'’"
        return not (closed and _SAYS.match(text, match.end(), limit))
    if len(mark) > 1:
        return True
    return _stop_ends(text[max(0, match.start() - 24) : match.start()], after)


def _stop_ends(before: str, after: str) -> bool:
    """A single full stop: not after a title or initial, rarely after "U.S."."""
    short = _SHORT.search(before)
    if short is None:
        return True
    word = short[1].lower().rstrip(".")
    if word in _TITLES:
        return False
    if len(word) == 1 and short[1].isupper() and word != "i":
        return False
    if word in _NUMBERS:
        return not (after[0].isdigit() or word in {"vs", "v", "cf", "eg", "ie"})
    if "." in word or (word in _OTHERS and short[1][0].isupper()):
        return after.lower().strip("\"'“‘.,;:’") in _STARTERS
    return True
