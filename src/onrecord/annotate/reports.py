"""Attributions as the model marks them: every cue with the source and content that point at it."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from itertools import pairwise

from msgspec.structs import replace

from onrecord.lexicons import lexicon
from onrecord.records.marks import Report
from onrecord.records.predictions import Predictions, Tag
from onrecord.records.spans import Span
from onrecord.records.texts import Text

RULES = {
    "reports.model": "The model's attribution head marked source, cue and content, and its pointer tied them together.",
    "reports.nested": "Inside what a source says, a reporting verb with a subject and a clause of its own (by the tree) is a report within the report.",
    "reports.subject": "The model marked cue and content; the source is the subject of the cue in the sentence's tree.",
}
LEAST_LINK = 0.3
FARTHEST = 40
"""Words between source and cue: 99.9 % of PolNeAR's sources stand nearer, in the cue's paragraph."""
LEAST_NESTED = 3
NEAR = 3
"""Two source tags this many words apart or less are one source ("X, the minister, and Y")."""
_REPORTING = frozenset(lexicon("reporting").words["say"])
_HERE = frozenset({"i", "we", "you", "it", "that", "which", "this", "who"})
"""Inside a quotation these say nothing of a further voice."""
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
    whole = [r for r in found if r.cue and r.content]
    return tuple(sorted((*whole, *_nested(text, whole)), key=lambda r: r.span))


def _nested(text: Text, outer: list[Report]) -> list[Report]:
    """Reports inside the contents of others: the model marks one level only, as PolNeAR does."""
    cues = {w for report in outer for span in report.cue for w in range(*text.range(span))}
    found: dict[int, Report] = {}
    for report in outer:
        for span in report.content:
            first, last = text.range(span)
            for word in range(first, last):
                if word not in found and word not in cues and text.lower[word] in _REPORTING:
                    made = _report_at(text, word, (first, last))
                    if made is not None:
                        found[word] = made
    cited = (_cited(text, report) for report in outer)
    return [*found.values(), *(r for r in cited if r is not None)]


def _report_at(text: Text, verb: int, inside: tuple[int, int]) -> Report | None:
    """A report by its tree: subject, verb and clause, all within a content."""
    sayer, contents = _sayer(text, verb), text.dependents(verb, "ccomp")
    if text.upos(verb) != "VERB" or sayer is None or not contents or text.lower[sayer] in _HERE:
        return None
    source = text.phrase(sayer)
    below = text.subtree(contents[0])
    first, last = max(below[0], inside[0]), min(below[-1] + 1, inside[1])
    while last > first and text.upos(last - 1) == "PUNCT":
        last -= 1
    apart = first > verb or last <= source[0]
    if source[0] < inside[0] or source[1] > inside[1] or last - first < LEAST_NESTED or not apart:
        return None
    spans = {"source": source, "cue": (verb, verb + 1), "content": (first, last)}
    places = {name: (text.span(*words),) for name, words in spans.items()}
    return Report(
        start=min(p[0][0] for p in places.values()),
        end=max(p[0][1] for p in places.values()),
        rule="reports.nested",
        score=0.7,
        direct=False,
        **places,
    )


def _sayer(text: Text, verb: int) -> int | None:
    """Who says it: the subject, or whoever a passive names ("had been told by the envoy")."""
    relations = {text.syntax.relations[c]: c for c in text.children(verb)}
    if "nsubj:pass" in relations or "aux:pass" in relations:
        agents = (c for c in text.dependents(verb, "obl") if _is_by(text, c))
        return next(agents, None)
    return relations.get("nsubj")


def _is_by(text: Text, word: int) -> bool:
    return any(text.lower[c] == "by" for c in text.dependents(word, "case"))


def _cited(text: Text, report: Report) -> Report | None:
    """ "The site, citing two doctors, reported that ...": the doctors stand behind the site."""
    for span in report.cue:
        for verb in range(*text.range(span)):
            for word in (*text.children(verb), *text.children(_subject_of(text, verb))):
                cited = text.dependents(word, "obj") if text.lower[word] == "citing" else []
                if cited:
                    source = text.span(*text.phrase(cited[0]))
                    return replace(
                        report,
                        end=max(report.end, source[1]),
                        rule="reports.nested",
                        score=0.7,
                        source=(source,),
                        cue=(text.span(word, word + 1),),
                        direct=False,
                    )
    return None


def _subject_of(text: Text, verb: int) -> int:
    return next(iter(text.dependents(verb, "nsubj")), verb)


def _report(text: Text, members: list[Scored], sources: list[Tag]) -> Report:
    parts: dict[str, list[Tag]] = {"source": [], "cue": [], "content": []}
    cues = [tag for _, tag in members if tag.label == "cue"]
    for _, tag in members:
        if tag.label != "source" or (
            _names_somebody(text, tag) and any(_is_near(text, tag, cue) for cue in cues)
        ):
            parts[tag.label].append(tag)
    rule = "reports.model"
    parts["source"] = _one_source([m for m in members if m[1] in parts["source"]])
    if not parts["source"] and parts["cue"] and parts["content"]:
        parts["source"] = _subject(text, parts["cue"], sources, parts["content"])
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


def _names_somebody(text: Text, tag: Tag) -> bool:
    """Whether a source is more than an article or preposition that the model cut off."""
    return any(text.upos(w) not in {"DET", "ADP", "PUNCT"} for w in range(tag.first, tag.last)) or (
        not text.syntax.upos
    )


def _is_near(text: Text, source: Tag, cue: Tag) -> bool:
    """Whether a source can be a cue's: in its paragraph, and not far from it."""
    first, second = sorted((source, cue), key=lambda tag: tag.first)
    between = text.document.text[
        text.span(first.first, first.last)[1] : text.span(second.first, second.last)[0]
    ]
    return second.first - first.last <= FARTHEST and "\n" not in between


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


def _subject(text: Text, cues: list[Tag], sources: list[Tag], contents: list[Tag]) -> list[Tag]:
    """The subject of the cue, its own or that of the verb it hangs on; as marked, or its phrase."""
    if not text.syntax.heads:
        return []
    at = text.head_of(cues[0].first, cues[0].last)
    for _ in range(4):
        for subject in text.dependents(at, "nsubj"):
            marked = [t for t in sources if t.first <= subject < t.last]
            if marked:
                return marked[:1]
            first, last = text.phrase(subject)
            if not any(t.first < last and first < t.last for t in (*contents, *cues)):
                return [Tag(first=first, last=last, label="source", score=0.5)]
            return []
        if text.syntax.heads[at] < 0 or text.relation(at) not in {"conj", "advcl", "xcomp", "acl"}:
            return []
        at = text.syntax.heads[at]
    return []
