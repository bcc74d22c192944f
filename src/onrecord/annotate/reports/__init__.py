"""Attributions as the model marks them: every cue with the source and content that point at it."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from itertools import pairwise

from onrecord.annotate.reports.quotations import carried
from onrecord.annotate.reports.sources import (
    beside,
    is_spoken_of,
    names_somebody,
    subject_of,
)
from onrecord.records.marks import Report
from onrecord.records.predictions import Predictions, Tag
from onrecord.records.spans import Span
from onrecord.records.texts import Text

RULES = {
    "reports.model": "The model's attribution head marked source, cue and content, and its pointer tied them together.",
    "reports.subject": "The model marked cue and content; the source is the subject of the cue in the sentence's tree.",
}
LEAST_LINK = 0.3
FARTHEST = 40
"""Words between source and cue: 99.9 % of PolNeAR's sources stand nearer, in the cue's paragraph."""
_RELATIVE = frozenset({"who", "which", "that"})
"""As a source these have nothing before them that they say."""
NEAR = 3
"""Two source tags this many words apart or less are one source ("X, the minister, and Y")."""
_OPENING = frozenset('“"«‘”')
_QUOTES = frozenset('“"«')

Scored = tuple[float, Tag]


def reports(text: Text, predictions: Predictions) -> tuple[Report, ...]:
    """One report for each cue that has a content; cues that point at another cue join it."""
    tags = predictions.attribution
    owner = {link.part: (link.cue, link.score) for link in predictions.links}
    groups: defaultdict[int, list[Scored]] = defaultdict(list)
    for i, tag in enumerate(tags):
        if i in owner and owner[i][1] >= LEAST_LINK:
            top, score = owner[i]
            groups[owner.get(top, (top, 0.0))[0]].append((score, tag))
    sources = [tag for tag in tags if tag.label == "source"]
    found = [_report(text, members, sources) for members in groups.values()]
    whole = sorted((r for r in found if r.cue and r.content), key=lambda r: r.cue)
    return tuple(sorted(carried(text, whole), key=lambda r: r.span))


def _report(text: Text, members: list[Scored], sources: list[Tag]) -> Report:
    parts: dict[str, list[Tag]] = {"source": [], "cue": [], "content": []}
    cues = [tag for _, tag in members if tag.label == "cue"]
    for _, tag in members:
        if tag.label != "source" or (
            names_somebody(text, tag)
            and any(_is_near(text, tag, cue) for cue in cues)
            and not _is_of_the_next(text, tag, cues)
        ):
            parts[tag.label].append(tag)
    rule = "reports.model"
    parts["source"] = _one_source([m for m in members if m[1] in parts["source"]])
    parts["content"] = _own_content(text, parts["content"], cues)
    if parts["source"] and text.lower[parts["source"][0].first] in _RELATIVE:
        after = [t for t in parts["content"] if t.first >= parts["source"][0].last]
        parts["content"] = after or parts["content"]
    spoken_of = [tag for tag in parts["source"] if is_spoken_of(text, tag, parts["cue"])]
    if spoken_of and parts["content"]:
        parts["source"], parts["content"] = [], [*spoken_of, *parts["content"]]
    elif not parts["source"] and parts["cue"] and parts["content"]:
        parts["source"] = beside(text, parts["cue"], sources) or subject_of(
            text, parts["cue"], sources, parts["content"]
        )
        rule = "reports.subject" if parts["source"] else rule
    placed = {
        name: tuple(sorted(span for tag in own for span in _spans(text, tag)))
        for name, own in parts.items()
    }
    spans: list[Span] = sorted(span for part in placed.values() for span in part)
    content = placed["content"]
    return Report(
        start=spans[0][0],
        end=max(end for _, end in spans),
        rule=rule,
        score=round(min(tag.score for _, tag in members), 3),
        direct=bool(content) and text.document.text[content[0][0]] in _QUOTES,
        **placed,
    )


def _is_near(text: Text, source: Tag, cue: Tag) -> bool:
    """Whether a source can be a cue's: in its paragraph, and not far from it."""
    first, second = sorted((source, cue), key=lambda tag: tag.first)
    between = text.document.text[
        text.span(first.first, first.last)[1] : text.span(second.first, second.last)[0]
    ]
    return second.first - first.last <= FARTHEST and "\n" not in between


def _is_of_the_next(text: Text, source: Tag, cues: list[Tag]) -> bool:
    """Whether a source opens the sentence after the cue's: there it is another report's."""
    ends = [text.sentence(cue.last - 1) for cue in cues]
    return bool(ends) and text.sentence(source.first) > max(ends)


def _spans(text: Text, tag: Tag) -> list[Span]:
    """A tag's characters: a source or cue stays in its last sentence, a content is cut at blocks."""
    if tag.label != "content":
        first = text.segments.bounds[text.sentence(tag.last - 1)][0]
        return [text.span(max(tag.first, first), tag.last)]
    begin, end = bisect_right(text.blocks, tag.first), bisect_left(text.blocks, tag.last)
    cuts = [tag.first, *dict.fromkeys(text.blocks[begin:end]), tag.last]
    return [text.span(a, b) for a, b in pairwise(cuts)]


def _one_source(members: list[Scored]) -> list[Tag]:
    """The source that points at the cue most surely, with what stands right beside it."""
    if not members:
        return []
    kept = [max(members, key=lambda m: m[0])[1]]
    for _, tag in sorted(members, key=lambda m: m[1].first):
        if tag not in kept and any(
            0 <= max(tag.first, k.first) - min(tag.last, k.last) <= NEAR for k in kept
        ):
            kept.append(tag)
    return kept


def _own_content(text: Text, contents: list[Tag], cues: list[Tag]) -> list[Tag]:
    """Without what an earlier sentence says in plain words, where the cue's own sentence has a content.

    Quoted words may run over sentences; plain ones before the cue are mostly another's.
    """
    if len(contents) < 2 or not cues:
        return contents
    here = text.sentence(cues[0].first)
    near = [t for t in contents if text.sentence(t.first) <= here <= text.sentence(t.last - 1)]
    quoted = [
        t
        for t in contents
        if t not in near and (text.words[t.first] in _OPENING or t.first > cues[0].first)
    ]
    return sorted((*near, *quoted), key=lambda t: t.first) if near else contents
