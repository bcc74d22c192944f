"""Titles beside a name: before it ("Interior Minister X") or in apposition ("X, the head of Y")."""

from onrecord.lexicons import lexicon
from onrecord.records.marks import Naming
from onrecord.records.spans import Span
from onrecord.records.texts import Text

_ACTORS = lexicon("actors").words
_TITLE_WORDS = frozenset(lexicon("titles").words["title"])

_BODIES = frozenset(
    (*lexicon("sources").words["institution"], *_ACTORS["body"], *_ACTORS["any_body"])
)
_POSTS = frozenset(_ACTORS["post"])
_OF = frozenset({"of", "for", "at", "in"})


def titles_of(text: Text, mark: Naming) -> list[tuple[str, Span, Span | None]]:
    """Titles beside a name: before it ("Interior Minister X") or in apposition ("X, the head of Y")."""
    if mark.type != "Person":
        return []
    first, last = text.range(mark.span)
    found: list[tuple[str, Span, Span | None]] = []
    begin = first
    sentence_first = text.segments.bounds[text.sentence(first)][0]
    while (
        begin > sentence_first
        and text.upos(begin - 1) in {"NOUN", "PROPN", "ADJ", "PUNCT"}
        and (
            text.words[begin - 1][0].isupper()
            or text.lower[begin - 1].strip(".") in _TITLE_WORDS
            or text.words[begin - 1] == "-"
        )
    ):
        begin -= 1
    if begin < first and any(text.lower[i].strip(".") in _TITLE_WORDS for i in range(begin, first)):
        span = text.span(begin, first)
        found.append((text.slice(span), span, None))
    found += _appositions(text, mark, last)
    return found


def offices(title: str) -> set[str]:
    """The words of a title that its bearer can be called by: of "Army spokesman" not the army."""
    words = title.lower().split()
    end = next((i for i, word in enumerate(words) if word in _OF), len(words))
    return set(words) - (_BODIES & set(words[: end - 1]))


def is_other_post(title: str, description: str) -> bool:
    """Whether a description names another post of the kind: "the majority leader" beside "minority leader"."""
    posts = [_POSTS & set(words.lower().split()) for words in (title, description)]
    return all(posts) and not posts[0] & posts[1]


def _appositions(text: Text, mark: Naming, last: int) -> list[tuple[str, Span, Span | None]]:
    found: list[tuple[str, Span, Span | None]] = []
    for child in text.children(mark.head):
        if child >= last and text.relation(child) == "appos" and text.upos(child) == "NOUN":
            a, b = text.phrase(child)
            if a < b and any(text.lower[i] in _TITLE_WORDS for i in range(a, b)):
                a += text.lower[a] in {"the", "a", "an"}
                span = text.span(a, b)
                found.append((text.slice(span), span, _organization(text, span)))
    return found


def _organization(text: Text, span: Span) -> Span | None:
    """Where an "of ..." or "for ..." names the organisation; resolved against mentions later."""
    first, last = text.range(span)
    for i in range(first, last):
        if text.lower[i] in {"of", "for", "at"} and i + 1 < last:
            begin = i + 1 + (text.lower[i + 1] == "the" and i + 2 < last)
            return text.span(begin, last)
    return None
