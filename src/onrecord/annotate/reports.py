"""Attributions as the model marks them: every cue with the source and content that point at it."""

from collections import defaultdict

from onrecord.records.marks import Report
from onrecord.records.predictions import Predictions, Tag
from onrecord.records.spans import Span
from onrecord.records.texts import Text

RULES = {
    "reports.model": "The model's attribution head marked source, cue and content, and its pointer tied them together.",
}
LEAST_LINK = 0.3
_QUOTES = frozenset('“"«')


def reports(text: Text, predictions: Predictions) -> tuple[Report, ...]:
    """One report for each cue that has a content; cues that point at another cue join it."""
    tags = predictions.attribution
    owner = {link.part: link.cue for link in predictions.links if link.score >= LEAST_LINK}
    groups: defaultdict[int, list[Tag]] = defaultdict(list)
    for i, tag in enumerate(tags):
        if i in owner:
            top = owner[i]
            groups[owner.get(top, top)].append(tag)
    found = [_report(text, members) for members in groups.values()]
    return tuple(sorted((r for r in found if r.cue and r.content), key=lambda r: r.span))


def _report(text: Text, members: list[Tag]) -> Report:
    parts: dict[str, list[Span]] = {"source": [], "cue": [], "content": []}
    for tag in members:
        parts[tag.label].append(text.span(tag.first, tag.last))
    spans = sorted(span for part in parts.values() for span in part)
    content = tuple(sorted(parts["content"]))
    return Report(
        start=spans[0][0],
        end=max(end for _, end in spans),
        rule="reports.model",
        score=round(min(tag.score for tag in members), 3),
        source=tuple(sorted(parts["source"])),
        cue=tuple(sorted(parts["cue"])),
        content=content,
        direct=bool(content) and text.document.text[content[0][0]] in _QUOTES,
    )
