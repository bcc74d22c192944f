"""What a page needs to lay two texts side by side: the texts, once each, and where they meet."""

from collections.abc import Iterable

from onrecord.export.texts import harmless, shortened
from onrecord.records.origins import Link, Passage
from onrecord.records.spans import Record, Span

_OPENING = 72


class Shared(Record, frozen=True, kw_only=True):
    """A passage of a link in words: its number, how it begins, its length in words."""

    number: int
    opening: str
    words: int


def passages_in_order(link: Link, *, turned: bool) -> tuple[Passage, ...]:
    """The passages in the order of the first text, its offsets first; that is the right one's
    where the link is ``turned``.
    """
    found = link.passages
    if turned:
        found = tuple((c, d, a, b) for a, b, c, d in found)
    return tuple(sorted(found))


def shared(text: str, passages: Iterable[Passage]) -> tuple[Shared, ...]:
    """The passages as a list to read, from the first article's ``text``."""
    return tuple(
        Shared(
            number=number,
            opening=shortened(text[start:end], _OPENING),
            words=len(text[start:end].split()),
        )
        for number, (start, end, _, _) in enumerate(passages, start=1)
    )


def on_screen(text: str, span: Span) -> Span:
    """A span as the page's script counts it: UTF-16 units of the text that is shown.

    The shown text lacks the characters that ``harmless`` takes out.
    """
    return _units(text[: span[0]]), _units(text[: span[1]])


def packed(texts: tuple[str, str], passages: Iterable[Passage]) -> str:
    """The passages as the page carries them: four numbers each, on the screen's count."""
    plain = [text.isascii() and harmless(text) == text for text in texts]
    out = []
    for passage in passages:
        numbers: list[int] = []
        for text, easy, span in zip(texts, plain, (passage[:2], passage[2:]), strict=True):
            numbers += span if easy else on_screen(text, span)
        out.append(",".join(map(str, numbers)))
    return " ".join(out)


def _units(text: str) -> int:
    """The length of a text as shown, in UTF-16 units."""
    return len(harmless(text).encode("utf-16-le")) // 2
