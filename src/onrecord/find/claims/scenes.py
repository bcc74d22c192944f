"""What a claim finder looks at."""

from onrecord.records.findings import Actor, Findings
from onrecord.records.marks import Marks
from onrecord.records.texts import Text


class Scene:
    """What a claim finder looks at, indexed once a document."""

    def __init__(self, text: Text, marks: Marks, findings: Findings) -> None:
        self.text = text
        self.marks = marks
        self.findings = findings
        self.actors: dict[str, Actor] = {a.id: a for a in findings.actors}
        self.cue_spans = [(span, a) for a in findings.attributions for span in a.cue]
