"""Quotation marks at the edges of a claim: none that opens or closes nothing in it."""

from onrecord.records.spans import Span
from onrecord.records.texts import Text

_OPENING = "“«"
_CLOSING = "”»"
_STRAIGHT = '"'
LEAST_INSIDE = 3
"""Words before a closing mark that can be a claim of their own."""
_STOPS = ",.;: \n"


def unquoted(text: Text, span: Span) -> Span:
    """A span without half a pair of quotation marks, or a pair around all of it, at its edges.

    “Stop,” → Stop; “The dam is safe → The dam is safe; the draft “alarmist” stays.
    """
    printed = text.slice(span)
    if len(printed) > len("''") and printed[0] == printed[-1] == "'":
        # A headline's 'We will not give up'.
        return (span[0] + 1, span[1] - 1)
    start, end = _to_closing(text, span)
    span = (start, end)
    while end - start > 2:
        words = text.slice((start, end))
        if _opens(words):
            start += 1
        elif (words[-1] == ")" and "(" not in words) or _closes(words):
            end -= 1
        elif words[0] in _STOPS:
            start += 1
        elif words[-1] in _STOPS and end < span[1]:
            end -= 1
        else:
            return (start, end)
    return span


def _to_closing(text: Text, span: Span) -> Span:
    """A span that begins in a quotation and runs on after it, up to its end: "We'll win” as he left"."""
    words = text.slice(span)
    before = text.slice((text.segments.sentences[text.sentence(text.range(span)[0])][0], span[0]))
    ends = [words.find(mark) for mark in _CLOSING if mark in words]
    if before.count(_STRAIGHT) % 2 and words.count(_STRAIGHT) % 2:
        ends.append(words.find(_STRAIGHT))
    opened = any(mark in words[: min(ends)] for mark in _OPENING) if ends else True
    rest = words[min(ends) + 1 :] if ends else ""
    if opened or len(words[: min(ends)].split()) < LEAST_INSIDE or not any(map(str.isalnum, rest)):
        return span
    return (span[0], span[0] + min(ends))


def _opens(words: str) -> bool:
    """Whether words begin with a mark that nothing closes, or that only their end closes."""
    if words[0] == "‘":
        # "‘Give me a gun": its mark may close behind the claim, and inside it is an apostrophe.
        return "’" not in words.rstrip("’") and words.count("’") < 2
    if words[0] == _STRAIGHT:
        return words.count(_STRAIGHT) % 2 == 1 or words.find(_STRAIGHT, 1) == len(words) - 1
    if words[0] not in _OPENING:
        return False
    at = words.find(_CLOSING[_OPENING.index(words[0])])
    return at < 0 or at == len(words) - 1


def _closes(words: str) -> bool:
    """Whether words end in a mark that nothing opens."""
    if words[-1] == _STRAIGHT:
        return words.count(_STRAIGHT) % 2 == 1
    if words[-1] == "’":
        return "‘" not in words and not words[-2:-1].isalpha()
    if words[-1] not in _CLOSING:
        return False
    opening = _OPENING[_CLOSING.index(words[-1])]
    return words.count(words[-1]) > words.count(opening)
