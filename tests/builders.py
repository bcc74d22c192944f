"""Texts and predictions made by hand: a sentence is rows of (word, upos, head, relation).

Rows are written ``word/UPOS/head/relation`` with blanks between; heads count from 1 within
the sentence, 0 is the root, as in CoNLL-U. A place in the text is named by its characters,
``"the group"``, or ``"the group#2"`` for the second time they occur.
"""

from collections.abc import Iterable

from onrecord.annotate import annotate
from onrecord.find import find
from onrecord.model import decode
from onrecord.records.documents import Block, BlockKind, Document
from onrecord.records.findings import Findings
from onrecord.records.marks import Marks
from onrecord.records.predictions import Judged, Link, Predictions, Tag
from onrecord.records.segments import Segments
from onrecord.records.spans import Span
from onrecord.records.texts import Text

Row = tuple[str, str, int, str]
CLOSE_LEFT = {",", ".", "?", "!", ")", ":", ";", "'s", "n't", "”", "%"}
CLOSE_RIGHT = {"(", "“", "$"}


def rows(written: str) -> list[Row]:
    parsed = []
    for item in written.split():
        word, upos, head, relation = item.rsplit("/", 3)
        parsed.append((word, upos, int(head), relation))
    return parsed


def plain(text: str, kind: BlockKind = "paragraph", language: str = "en") -> Document:
    """A document of one paragraph for each line, without anything known about it."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(kind=kind, start=at, end=at + len(line)))
        at += len(line) + 1
    return Document(
        id="doc-1", name="a.txt", text=text, blocks=tuple(blocks), language=language, sha256="0"
    )


class Scene:
    """A text of parsed sentences, one paragraph each or all in one, and what is said of it."""

    def __init__(self, *sentences: str, headline: bool = False, together: bool = False) -> None:
        parsed = [rows(sentence) for sentence in sentences]
        text, words, bounds, ends = "", [], [], []
        upos, heads, relations = [], [], []
        for sentence in parsed:
            if text:
                text += " " if together else "\n\n"
            first, before = len(words), ""
            for word, tag, head, relation in sentence:
                if before and word not in CLOSE_LEFT and before not in CLOSE_RIGHT:
                    text += " "
                words.append((len(text), len(text) + len(word)))
                text += word
                upos.append(tag)
                heads.append(first + head - 1 if head else -1)
                relations.append(relation)
                before = word
            bounds.append((first, len(words)))
            ends.append((words[first][0], words[-1][1]))
        spans = [(0, len(text))] if together else ends
        kinds = ["headline" if headline and i == 0 else "paragraph" for i in range(len(spans))]
        document = Document(
            id="doc-1",
            name="a.txt",
            text=text,
            blocks=tuple(
                Block(kind=kind, start=start, end=end)  # type: ignore[arg-type]
                for kind, (start, end) in zip(kinds, spans, strict=True)
            ),
            language="en",
            sha256="0",
        )
        segments = Segments(sentences=tuple(ends), words=tuple(words), bounds=tuple(bounds))
        self.text = Text(document, segments, decode.syntax(upos, heads, relations))

    def span(self, place: str) -> Span:
        printed, _, count = place.partition("#")
        at = -1
        for _ in range(int(count or 1)):
            at = self.text.document.text.index(printed, at + 1)
        return at, at + len(printed)

    def tag(self, place: str, label: str, score: float = 0.9) -> Tag:
        first, last = self.text.range(self.span(place))
        return Tag(first=first, last=last, label=label, score=score)

    def predictions(
        self,
        names: Iterable[tuple[str, str]] = (),
        nominal: Iterable[tuple[str, str]] = (),
        reports: Iterable[tuple[str, str, str]] = (),
        sentences: dict[str, Judged] | None = None,
        pointing: dict[str, str] | None = None,
    ) -> Predictions:
        """What the heads would say; a report is (source, cue, content), empty where none is.

        ``pointing``: for a word the word it surely goes back to.
        """
        tags: list[Tag] = []
        links: list[Link] = []
        for report in reports:
            cue = len(tags) + bool(report[0])
            for place, label in zip(report, ("source", "cue", "content"), strict=True):
                if place:
                    links.append(Link(part=len(tags), cue=cue, score=0.9))
                    tags.append(self.tag(place, label))
        return Predictions(
            names=tuple(self.tag(place, label) for place, label in names),
            nominal=tuple(self.tag(place, label) for place, label in nominal),
            attribution=tuple(tags),
            links=tuple(links),
            syntax=self.text.syntax,
            sentences=sentences or {},
            antecedents={
                self.tag(word, "").first: ((self.tag(aim, "").first, 0.9),)
                for word, aim in (pointing or {}).items()
            },
        )

    def marks(self, **said: object) -> Marks:
        return annotate(self.text, self.predictions(**said))  # type: ignore[arg-type]

    def findings(self, **said: object) -> Findings:
        return find(self.text, self.marks(**said))

    def at(self, spans: Iterable[Span]) -> list[str]:
        return [self.text.slice(span) for span in spans]
