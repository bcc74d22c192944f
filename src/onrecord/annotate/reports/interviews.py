"""The answers of an interview and the turns of a transcript: who says all of them.

The labels say it ("Koch: ..."); where they only say "A:", the interview's lead names who answers.
"""

import re
from collections.abc import Iterator, Sequence

from onrecord.records.marks import Naming, Report
from onrecord.records.spans import Span, overlap
from onrecord.records.texts import Text
from onrecord.records.turns import Turn

RULES = {
    "reports.turn": 'Who has the floor in an interview or a transcript says what follows ("Q: ... A: ...", "Koch: ...").'
}
_MET = re.compile(
    r"(?:\binterview(?:ed|s)?(?: with)?|\b(?:sp[eo]ak?e?|speaks|talk(?:ed|s)?|conversation|sat down|met)"
    r" (?:to|with)|\basked|\bquestions to)(?: by)?\s+\W*$",
    re.IGNORECASE,
)
"""What stands before whoever is interviewed."""
_MEETS = re.compile(
    r"[^.!?\n]{0,120}?\b(?:answer(?:s|ed)|talks|talked|speaks|spoke|tells|told)\b", re.IGNORECASE
)
LONGEST_INITIALS = 3
_LONGEST_LEAD = 200
_LONGEST_STEP = 60
"""Characters of a description between "spoke to" and the name: "the mayor of Lenn, Pavel Dorn"."""


def with_turns(
    text: Text, names: Sequence[Naming], reports: tuple[Report, ...]
) -> tuple[Report, ...]:
    """The reports, those of the speakers of an interview added; a label is nobody's reporting words.

    ``names``: all mentions in text order.
    """
    if not text.turns:
        return reports
    labels = [turn.label for turn in text.turns if turn.label[0] < turn.label[1]]
    kept = [r for r in reports if not any(overlap(c, label) for c in r.cue for label in labels)]
    named = [name for name in names if name.form == "named"]
    people = [name.span for name in named if name.type == "Person"]
    asked = _interviewed(text, people)
    made = (
        _turn(text, turn, asked, [name.span for name in named])
        for turn in text.turns
        if not turn.asks or any(overlap(turn.name, person) for person in people)
    )
    return tuple(sorted((*kept, *(r for r in made if r)), key=lambda r: r.span))


def _turn(text: Text, turn: Turn, asked: Span | None, names: Sequence[Span]) -> Report | None:
    """All of one turn on the word of whom its label names, or of whom the lead does."""
    named = turn.name[0] < turn.name[1]
    source = _known(text, turn.name, names) if named else asked
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


def _known(text: Text, name: Span, spans: Sequence[Span]) -> Span:
    """A label's name, where the model takes it for one, else the first that it is the end or initials of."""
    printed = text.slice(name).lower()
    if len(printed) > LONGEST_INITIALS and any(overlap(name, span) for span in spans):
        return name
    same = (
        span
        for span in spans
        if re.search(rf"\b{re.escape(printed)}$", text.slice(span).lower())
        or printed == "".join(word[0] for word in text.slice(span).lower().split())
    )
    return next(same, name)


def _interviewed(text: Text, people: Sequence[Span]) -> Span | None:
    """Whoever the words before the first turn say was interviewed; else the last one they name."""
    first = min(turn.label[0] for turn in text.turns)
    before = [span for span in people if span[1] <= first]
    met = next(_met(text, before), None)
    return met or (before[-1] if before else None)


def _met(text: Text, people: Sequence[Span]) -> Iterator[Span]:
    whole = text.document.text
    for start, end in people:
        lead = whole[max(0, start - _LONGEST_LEAD) : start]
        lead = lead[max(lead.rfind("\n"), lead.rfind(". ")) + 1 :]
        steps = [lead[:cut] for cut in range(len(lead), max(0, len(lead) - _LONGEST_STEP), -1)]
        if any(_MET.search(step) for step in steps) or _MEETS.match(whole, end):
            yield (start, end)
