"""Who speaks in turn in an interview or a transcript: "Q: ... A: ...", "Koch: ...", "HOST: ..."."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.records.documents import Document
from onrecord.records.spans import Record, Span, Spans

_ASKING = frozenset({"q", "question"})
_ANSWERING = frozenset({"a", "answer"})
_LABEL = re.compile(
    r"\W{0,2}(?P<name>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3})(?:, [A-Z][A-Z .,'’-]+)?(?: \([^()\n]{1,40}\))? ?:(?=\s)"
)
"""A name, a role or a letter before a colon at the head of a paragraph."""
_NO_SPEAKER = frozenset(
    "photo photos photograph picture image watch video read more note source sources update updated correction"
    " listen see subscribe contact email tel phone where when what why who how breaking exclusive reminder"
    " fyi n.b nb p.s ps credit credits related warning tip fact claim verdict rating".split()
)
_OVER = re.compile(
    r"\W*(?:this|the) (?:interview|conversation|transcript|exchange|discussion)\b", re.IGNORECASE
)
_HELD = re.compile(
    r"\b(?:interview(?:ed|s)?|conversation with|(?:spoke|speaks|talked|talks) (?:to|with)|sat down with|Q&A"
    r"|answer(?:ed|s) (?:our|the|a few|some|questions))\b",
    re.IGNORECASE,
)
"""What an interview's lead says of it; whoever answers speaks of himself without quotation marks."""
_STOPS = frozenset('.?!"”')
"""How a text's first paragraph ends that is no headline ("Orr: the mine will close")."""
_OWN = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b")
_QUOTED = re.compile(r"[“\"][^”\"\n]*[”\"]?|''.*?(?:''|$)", re.MULTILINE)
_YOU = re.compile(r"\byour?\b", re.IGNORECASE)
LEAST_QUESTIONS, MOST_PARAGRAPHS, LEAST_YOU = 3, 4, 1 / 3
"""So many questions that are paragraphs of their own, with so few paragraphs to each, make an interview
without labels, if so many of them speak to somebody; a column asks questions too."""
LONGEST_QUESTION, LONGEST_LEAD = 400, 4
"""Characters of such a question; paragraphs before the first."""


class Turn(Record, frozen=True, kw_only=True):
    """One turn: its label (empty where it has none), the paragraphs said, and by whom.

    ``name`` is the part of the label that names the speaker; it is empty where the label only says
    that this is an answer. ``asks`` marks the turns of whoever asks the questions.
    """

    label: Span
    name: Span
    words: Spans
    asks: bool


def turns(document: Document) -> tuple[Turn, ...]:
    """The turns of an interview or a transcript in text order; none in any other text."""
    text = document.text
    blocks = [(b.start, b.end) for b in document.blocks if text[b.start : b.end].strip()]
    found = [
        (i, match)
        for i, (start, end) in enumerate(blocks)
        if (i or text[end - 1] in _STOPS) and (match := _LABEL.match(text, start, end))
    ]
    names = [match["name"].lower().strip("'’.") for _, match in found]
    asking = _asking(text, blocks, [(i, name) for (i, _), name in zip(found, names, strict=True)])
    if asking is None:
        return tuple(_unlabelled(text, blocks))
    spoken = _speaking(names, asking)
    starts = [(i, m, n) for (i, m), n in zip(found, names, strict=True) if n in spoken]
    ends = [*(i for i, _, _ in starts[1:]), len(blocks)]
    # What follows the last turn is no more of it than the longest other has paragraphs.
    longest = max((j - i for (i, _, _), j in zip(starts, ends[:-1], strict=False)), default=1)
    ends[-1] = min(ends[-1], starts[-1][0] + longest)
    return tuple(
        Turn(
            label=match.span(),
            name=(match.start(), match.start())
            if name in _ASKING | _ANSWERING
            else match.span("name"),
            words=tuple(_said(text, match.end(), blocks[i:end])),
            asks=name in asking,
        )
        for (i, match, name), end in zip(starts, ends, strict=True)
    )


def _asking(
    text: str, blocks: Sequence[Span], labels: Sequence[tuple[int, str]]
) -> frozenset[str] | None:
    """The labels of whoever asks, or ``None`` where the labels are no turns.

    Somebody asks whose paragraphs end in a question mark as often as not, with another's right behind;
    without one, two who speak twice each, and of themselves, talk to one another.
    """
    names = Counter(name for _, name in labels if name not in _NO_SPEAKER)
    if names.keys() & _ASKING and names.keys() & _ANSWERING:
        return _ASKING
    asked: defaultdict[str, int] = defaultdict(int)
    for (i, name), (_, other) in pairwise(labels):
        if name in names and other in names and other != name and _asks(text, blocks[i]):
            asked[name] += 1
    askers = frozenset(name for name, times in asked.items() if 2 * times >= names[name])
    if askers:
        return askers
    repeated = [name for name, times in names.items() if times > 1]
    spoken = [i for i, name in labels if name in repeated and _OWN.search(text, *blocks[i])]
    turns_of_two = len(repeated) > 1 and 3 * len(spoken) >= sum(names[name] for name in repeated)
    return frozenset() if turns_of_two else None


def _speaking(names: Sequence[str], asking: frozenset[str]) -> frozenset[str]:
    """The labels that are speakers: beside a question's, all that are no page's furniture."""
    if asking == _ASKING:
        return _ASKING | _ANSWERING
    return frozenset(names) - _NO_SPEAKER


def _asks(text: str, block: Span) -> bool:
    return text[slice(*block)].rstrip(" \t\n”\"'*_").endswith("?")


def _said(text: str, start: int, blocks: Sequence[Span]) -> Iterator[Span]:
    """The paragraphs of one turn, without its label, up to a remark on the interview itself."""
    for number, (begin, end) in enumerate(blocks):
        begin = max(begin, start)
        if number and _OVER.match(text, begin, end):
            return
        words = text[begin:end]
        begin += len(words) - len(words.lstrip())
        if begin < end:
            yield (begin, end)


def _unlabelled(text: str, blocks: Sequence[Span]) -> Iterator[Turn]:
    """Turns of an interview whose questions are paragraphs of their own, told by its lead."""
    asked = [
        i
        for i, (start, end) in enumerate(blocks)
        if _asks(text, (start, end)) and end - start <= LONGEST_QUESTION
        if not _QUOTED.search(text, start, end)
    ]
    pairs = [(i, j) for i, j in pairwise([*asked, len(blocks)]) if j - i > 1]
    lead = blocks[: min(asked[0], LONGEST_LEAD)] if asked else []
    often = pairs and pairs[-1][0] - pairs[0][0] <= MOST_PARAGRAPHS * len(pairs)
    spoken_to = sum(1 for i, _ in pairs if _YOU.search(text, *blocks[i]))
    if len(pairs) < LEAST_QUESTIONS or not often or spoken_to < LEAST_YOU * len(pairs):
        return
    if not any(_HELD.search(text, *b) for b in lead):
        return
    answers = [text[blocks[i + 1][0] : blocks[j - 1][1]] for i, j in pairs]
    if 2 * sum(1 for answer in answers if _OWN.search(_QUOTED.sub("", answer))) < len(pairs):
        return
    for i, j in pairs:
        at = blocks[i][0], blocks[i][0]
        yield Turn(label=at, name=at, words=(blocks[i],), asks=True)
        at = blocks[i + 1][0], blocks[i + 1][0]
        words = tuple(_said(text, at[0], blocks[i + 1 : j]))
        yield Turn(label=at, name=at, words=words, asks=False)
