"""What a claim finder looks at."""

from collections.abc import Iterable

from onrecord.find.claims.refuted import Refuted, refuted
from onrecord.records.clauses import Clause
from onrecord.records.findings import Actor, Attribution, Findings, Loaded, Quantity, Time
from onrecord.records.marks import Cue, Marks
from onrecord.records.shelves import Shelf
from onrecord.records.spans import Span
from onrecord.records.texts import Text


class Scene:
    """What a claim finder looks at, indexed once a document."""

    def __init__(
        self, text: Text, marks: Marks, findings: Findings, clauses: tuple[Clause, ...]
    ) -> None:
        self.text = text
        self.marks = marks
        self.findings = findings
        self.actors: dict[str, Actor] = {a.id: a for a in findings.actors}
        said = findings.attributions
        self.contents: Shelf[Attribution] = Shelf((span, a) for a in said for span in a.content)
        self.reporting: Shelf[Attribution] = Shelf((span, a) for a in said for span in a.cue)
        self.cues: Shelf[Cue] = Shelf((cue.span, cue) for cue in marks.cues)
        words = text.segments.words
        self.heads: Shelf[Span] = Shelf((words[c.head], words[c.head]) for c in clauses)
        self.unsaid: Shelf[Span] = Shelf((s, s) for c in clauses for s in c.unsaid)
        self.refuted: dict[Span, Refuted] = {
            text.span(place.first, place.last): place for place in refuted(text)
        }
        called = (text.span(p.noun, p.verdict[1]) for p in self.refuted.values())
        self.verdicts: Shelf[Span] = Shelf((s, s) for s in called)
        self.loaded = _shelf(findings.loaded)
        self.times = _shelf(findings.times)
        self.quantities = _shelf(findings.quantities)
        self.mentioned: Shelf[str] = Shelf(
            ((m.start, m.end), m.actor) for m in findings.mentions if m.actor
        )


def _shelf(findings: Iterable[Loaded | Time | Quantity]) -> Shelf[str]:
    """The ids of findings by where they stand."""
    return Shelf(((item.start, item.end), item.id) for item in findings)
