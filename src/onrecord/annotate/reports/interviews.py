"""The answers of an interview and the turns of a transcript: who says all of them.

The labels say it ("Koch: ..."); where they only say "A:", the interview's lead names who answers.
"""

import re
from collections.abc import Sequence

from onrecord.records.marks import Naming, Report
from onrecord.records.shelves import Shelf
from onrecord.records.spans import Span
from onrecord.records.texts import Text
from onrecord.records.turns import Turn

RULES = {
    "reports.turn": 'Who has the floor in an interview or a transcript says what follows ("Q: ... A: ...", "Koch: ...").'
}
_MET = re.compile(
    r"(?:\binterview(?:ed|s? with|s? of)|\b(?:spoke|speaks?|talk(?:ed|s)?|conversation|sat down|met)"
    r" (?:to|with)|\basked|\bquestions to)(?: by)?\s.{0,60}$",
    re.IGNORECASE,
)
"""What stands before whoever is interviewed, at most a description between: "the mayor, Pavel Dorn"."""
_ANSWERS = re.compile(
    r"[^.!?\n]{0,120}?\b(?:answer(?:s|ed)|talks|talked|speaks|spoke|tells|told"
    r"|g(?:ave|ives?|iven|ranted) (?:\w+ ){1,3}interview)\b",
    re.IGNORECASE,
)
LONGEST_INITIALS, MOST_WORDS = 3, 5
LONGEST_LEAD = 200
"""Characters before a name that are looked at."""


def with_turns(
    text: Text, names: Sequence[Naming], reports: tuple[Report, ...]
) -> tuple[Report, ...]:
    """The reports, those of the speakers of an interview added; a label is nobody's reporting words.

    ``names``: all mentions in text order.
    """
    if not text.turns:
        return reports
    labels = Shelf((turn.label, turn) for turn in text.turns)
    kept = [r for r in reports if not any(labels.touching(cue) for cue in r.cue)]
    named = [name for name in names if name.form == "named"]
    people = [name.span for name in named if name.type == "Person"]
    known, asked = _Known(text, named), _interviewed(text, people)
    persons = Shelf((span, span) for span in people)
    made = (
        _turn(text, turn, asked, known)
        for turn in text.turns
        if not turn.asks or persons.touching(turn.name)
    )
    return tuple(sorted((*kept, *(r for r in made if r)), key=lambda r: r.span))


def _turn(text: Text, turn: Turn, asked: Span | None, known: "_Known") -> Report | None:
    """All of one turn on the word of whom its label names, or of whom the lead does."""
    named = turn.name[0] < turn.name[1]
    source = known.by(turn.name) if named else asked
    source = source or (turn.label if turn.label[0] < turn.label[1] else None)
    if source is None or not turn.words:
        return None
    cue = turn.label if turn.label[0] < turn.label[1] else source
    cue = (turn.name[1], turn.label[1]) if named else cue
    # A stop is the sentence's, as behind every other content.
    said = tuple((a, a + len(text.slice((a, b)).rstrip("."))) for a, b in turn.words)
    parts = (source, cue, *said)
    return Report(
        start=min(start for start, _ in parts),
        end=max(end for _, end in parts),
        rule="reports.turn",
        score=0.9,
        source=(source,),
        cue=(cue,),
        content=tuple(span for span in said if span[0] < span[1]),
        direct=True,
    )


class _Known:
    """The names of a text, to be found by their last words or their initials."""

    def __init__(self, text: Text, names: Sequence[Naming]) -> None:
        self._text = text
        self._marked = Shelf((name.span, name) for name in names)
        self._called: dict[str, Span] = {}
        for name in names:
            words = text.slice(name.span).lower().split()
            for at in range(max(0, len(words) - MOST_WORDS), len(words)):
                self._called.setdefault(" ".join(words[at:]), name.span)
            self._called.setdefault("".join(word[0] for word in words), name.span)

    def by(self, label: Span) -> Span:
        """A label's name, where the model takes it for one, else the first it is the end or initials of."""
        printed = " ".join(self._text.slice(label).lower().split())
        if len(printed) > LONGEST_INITIALS and self._marked.touching(label):
            return label
        return self._called.get(printed, label)


def _interviewed(text: Text, people: Sequence[Span]) -> Span | None:
    """Whoever the words before the first turn say was interviewed, or answers; else the last one they name."""
    first = min(turn.label[0] for turn in text.turns)
    before = [span for span in people if span[1] <= first]
    met = (span for span in before if _MET.search(_lead(text, span)))
    answering = (span for span in before if _ANSWERS.match(text.document.text, span[1]))
    return next(met, None) or next(answering, None) or (before[-1] if before else None)


def _lead(text: Text, name: Span) -> str:
    """The words of its sentence before a name."""
    lead = text.slice((max(0, name[0] - LONGEST_LEAD), name[0]))
    return lead[max(lead.rfind("\n"), lead.rfind(". ")) + 1 :]
