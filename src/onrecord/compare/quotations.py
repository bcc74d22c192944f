"""Which characters of an article are somebody else's words: quotations, posts, block quotes."""

import re

from onrecord.records.spans import Span

# What opens and closes a quotation. Marks with two shapes may close on a later line, a straight
# one opens only before a word, and nothing runs on for ever: one mark left out must not turn the
# rest of a long paragraph round.
_MARKED = re.compile(
    r"„[^“”\n]{0,1500}[“”]|[“„«][^“„«”»\n]*(?:\n(?!\n)[^“„«”»\n]+)*[”»]|[“„«][^“„«”»\n]{0,1500}"
    r"|``[^`\n]*(?:\n(?!\n)[^`\n]+)*?''|``[^`\n]{0,1500}"
    r'|(?<![^\s(\[/—–-])"(?=\S)[^"\n]{0,1500}"?'
    r"|‘(?:[^‘’\n]|’(?=\w)){12,1500}’(?!\w)"
    r"|(?<![^\s(\[/—–-])'(?=\w)(?:[^'\n]|'(?=\w)){12,1500}'(?!\w)"
)
# The end of a post as pages embed it: its words, a dash, the account, often the day.
_ACCOUNT = re.compile(r"[-–—]\s?[^\n–—]{1,60}\(@\w+\)")
# What follows a paragraph that ends in a colon, and words before such a colon that announce speech.
_BLOCK = re.compile(r":[ \t]*\n+(?P<quoted>[^\n]+)")
_ANNOUNCED = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|continue[sd]|add(?:ed|s)|wr(?:ote|ites|iting)|tweet(?:ed|s)?|post(?:ed|s)?|reads?|"
    r"state[sd]|statement|told|repl(?:y|ied)|respon(?:ded|se)|asked|answer(?:ed)?|exchange|transcript|remarks|"
    r"letter|went on)\b[^.\n]*$",
    re.IGNORECASE,
)
_REACH = 80  # characters before the colon in which they stand
# "MARRANT: We told them." in a transcript.
_TURN = re.compile(r"^[A-Z][A-Z.’' -]{1,40}:[ \t]\S[^\n]*$", re.MULTILINE)


def quotations(text: str) -> list[Span]:
    """The spans of a text that stand in quotation marks, posts, block quotes and transcripts.

    A paragraph that opens a quotation without closing it is quoted to its end.
    """
    found = [match.span() for match in _MARKED.finditer(text)]
    if "(@" in text:
        found += [_line(text, match) for match in _ACCOUNT.finditer(text)]
    if ":" in text:
        found += [match.span() for match in _TURN.finditer(text)]
        found += [
            match.span("quoted") for match in _BLOCK.finditer(text) if _announced(text, match)
        ]
    return found


def _announced(text: str, block: re.Match[str]) -> bool:
    start = block.start()
    return _ANNOUNCED.search(text[max(0, start - _REACH) : start]) is not None


def _line(text: str, match: re.Match[str]) -> Span:
    """The line that a match stands in."""
    end = text.find("\n", match.end())
    return text.rfind("\n", 0, match.start()) + 1, end if end >= 0 else len(text)
