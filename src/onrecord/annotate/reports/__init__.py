"""Attributions as the model marks them: every cue with the source and content that point at it."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec.structs import replace

from onrecord.annotate.reports.asides import RULES as ASIDES
from onrecord.annotate.reports.asides import with_asides
from onrecord.annotate.reports.interviews import RULES as TURNS
from onrecord.annotate.reports.quotations import RULES as CARRIED
from onrecord.annotate.reports.quotations import carried, given_back, spoken_on
from onrecord.annotate.reports.reserves import is_gone_against, without_reserve, without_turn
from onrecord.annotate.reports.sources import (
    beside,
    by_whom,
    described,
    is_spoken_of,
    is_told,
    names_somebody,
    of_document,
    out_of_content,
    subject_of,
    with_inserted,
    with_measure,
    with_unmarked,
    without_hearer,
)
from onrecord.annotate.reports.wordings import RULES as WORDINGS
from onrecord.annotate.reports.wordings import with_wordings
from onrecord.lexicons import lexicon
from onrecord.records.marks import Report
from onrecord.records.predictions import Predictions, Tag
from onrecord.records.spans import Span
from onrecord.records.texts import Text

RULES = {
    "reports.model": "The model's attribution head marked source, cue and content, and its pointer tied them together.",
    "reports.subject": "The model marked cue and content; the source is the subject of the cue in the sentence's tree.",
    **ASIDES,
    **CARRIED,
    **TURNS,
    **WORDINGS,
}
LEAST_LINK = 0.3
FARTHEST = 40
"""Words between source and cue: 99.9 % of PolNeAR's sources stand nearer, in the cue's paragraph."""
_RELATIVE = frozenset({"who", "which", "that"})
"""As a source these have nothing before them that they say."""
_BY_ITSELF = (["which"], ["who"], ["whom"])
_HE_OR_SHE = frozenset({"he", "she"})
NEAR = 3
"""Two source tags this many words apart or less are one source ("X, the minister, and Y")."""
BRACKETS = {"]": "[", ")": "("}
TERMS = tuple(lexicon("sources").words["terms"])
LONGEST_TERM = 40
"""Characters from "asked" or "requested" to the end of such terms."""
_LABELS = frozenset(lexicon("sources").words["label"])
_OPENING = frozenset('“"«‘”')
_QUOTES = frozenset('“"«')

_WANTING = ("want", "wants", "wanted", "like", "have", "expect", "expects", "lead", "leads", "led")
_FORESEEN = re.compile(
    r"(?:can|could|should|may) (?:\w+ )?expect$|known$|(?:fail|neglect|omit|forg\wt)\w* to (?:mention|say|add|tell)\b"
)
_OTHERS_BELIEVE = re.compile(r"(?:\w+ ){1,4}(?:to )?(?:believe|think)\b")

Scored = tuple[float, Tag]


def reports(text: Text, predictions: Predictions) -> tuple[Report, ...]:
    """One report for each cue that has a content; cues that point at another cue join it."""
    tags = predictions.attribution
    links = {link.part: (link.cue, link.score) for link in predictions.links}
    tags, links = with_unmarked(text, tags, links)
    owner = with_inserted(text, tags, links)
    groups: defaultdict[int, list[Scored]] = defaultdict(list)
    terms = _on_terms(text, tags)
    for i, tag in enumerate(tags):
        if i in owner and owner[i][1] >= LEAST_LINK and tag not in terms:
            top, score = owner[i]
            groups[owner.get(top, (top, 0.0))[0]].append((score, tag))
    sources = [tag for tag in tags if tag.label == "source"]
    parted = (part for members in groups.values() for part in _parted(members))
    made = (_report(text, members, sources) for members in parted)
    found = [report for report in made if report is not None]
    whole = sorted(
        (r for r in found if r.cue and r.content and not _is_none(text, r)), key=lambda r: r.cue
    )
    marked = tuple(spoken_on(text, carried(text, given_back(text, whole), _people(predictions))))
    return with_wordings(text, with_asides(text, marked))


def _people(predictions: Predictions) -> set[int]:
    """The words that name or describe people."""
    return {
        word
        for tag in (*predictions.names, *predictions.nominal)
        if tag.label in {"Person", "Group"}
        for word in range(tag.first, tag.last)
    }


def _is_none(text: Text, report: Report) -> bool:
    """A label before a headline ("OPINION: ..."), or a relative clause, taken for a report."""
    cue = "".join(text.slice(span) for span in report.cue).strip()
    sources = {text.slice(span).lower().strip(" :") for span in report.source}
    label = cue == ":" and bool(sources & _LABELS)
    return (
        label
        or _is_relative(text, report)
        or _is_foreseen(text, report, cue.lower())
        or _is_imputed(text, report, cue.lower())
        or is_gone_against(text, report)
    )


def _is_foreseen(text: Text, report: Report, cue: str) -> bool:
    """ "Voters can expect to wait", "it is up to Koch to decide whether", "worth recalling": nobody said it."""
    before = text.range(report.source[0])[0] if report.source else 0
    if report.cue and text.lower[text.range(report.cue[0])[0] - 1] == "worth":
        return True
    asked = cue.startswith("to ") and text.lower[before - 2 : before] == ["up", "to"]
    return asked or bool(_FORESEEN.match(cue))


def _is_imputed(text: Text, report: Report, cue: str) -> bool:
    """ "wants us to believe that": what one wants others to think is not what one says."""
    return cue.endswith(_WANTING) and any(
        _OTHERS_BELIEVE.match(text.slice(span).lower()) for span in report.content
    )


def _is_relative(text: Text, report: Report) -> bool:
    """ "the money Koch promised": what goes straight on to source and cue describes a noun."""
    if len(report.source) != 1 or len(report.content) != 1 or len(report.cue) != 1:
        return False
    (content,), (source,), (cue,) = report.content, report.source, report.cue
    between = text.slice((content[1], source[0])) if content[1] < source[0] else "x"
    last = text.range(content)[1] - 1
    noun = text.upos(last) in {"NOUN", "PROPN"} and text.document.text[content[1] - 1].isalnum()
    return between == " " and noun and source[1] < cue[0] <= source[1] + 1


def _parted(members: list[Scored]) -> Iterator[list[Scored]]:
    """Two reports that follow one another whole: "It is safe, engineers say, but residents fear it is not"."""
    own = sorted(members, key=lambda m: m[1].first)
    kinds = [[m for m in own if m[1].label == label] for label in ("source", "cue", "content")]
    one, other = ([kind[i] for kind in kinds if len(kind) == 2] for i in range(2))
    whole = len(one) == len(kinds)
    if whole and max(t.last for _, t in one) <= min(t.first for _, t in other):
        yield from (one, other)
    else:
        yield members


def _on_terms(text: Text, tags: Sequence[Tag]) -> list[Tag]:
    """The parts of ", who asked not to be named": on what terms somebody spoke is no report."""
    found: list[Tag] = []
    for tag in tags:
        cues = [t for t in tags if t.label == "cue" and t.last == tag.first]
        starts = [tag.first, *(cue.first for cue in cues)]
        said = [" ".join(text.lower[first : tag.last]) for first in starts]
        if tag.label == "content" and any(
            term in words[:LONGEST_TERM].split(" , ")[0] for words in said for term in TERMS
        ):
            who = [t for cue in cues for t in tags if t.label == "source" and t.last == cue.first]
            found += [tag, *cues, *(t for t in who if text.lower[t.first] in _RELATIVE)]
    return found


def _report(text: Text, members: list[Scored], sources: list[Tag]) -> Report | None:
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
    parts["source"] = [
        with_measure(text, _behind_place(text, of_document(text, described(text, tag, cues), cues)))
        for tag in _one_source(text, [m for m in members if m[1] in parts["source"]])
    ]
    parts["source"] = without_hearer(parts["source"], cues)
    whole = _without_what(text, parts["content"], cues)
    told = [without_reserve(text, _of_noun(text, t, cues), cues) for t in whole]
    told = without_turn(text, told, cues)
    parts["content"] = _own_content(text, told, cues)
    if parts["source"] and text.lower[parts["source"][0].first] in _RELATIVE:
        after = [t for t in parts["content"] if t.first >= parts["source"][0].last]
        parts["content"] = after or parts["content"]
    parts["content"] = _of_cue(text, parts)
    if not parts["source"]:
        parts["cue"], parts["source"] = by_whom(text, parts["cue"])
    if not parts["source"] and parts["cue"]:
        parts["source"], parts["content"] = out_of_content(text, parts["cue"], parts["content"])
    hears = [tag for tag in parts["source"] if is_told(text, tag, parts["cue"])]
    spoken_of = [tag for tag in parts["source"] if is_spoken_of(text, tag, parts["cue"])]
    if hears:
        parts["source"] = []
    elif spoken_of and parts["content"]:
        parts["source"], parts["content"] = [], [*spoken_of, *parts["content"]]
    elif not parts["source"] and parts["cue"] and parts["content"]:
        parts["source"] = beside(text, parts["cue"], sources) or subject_of(
            text, parts["cue"], sources, parts["content"]
        )
        rule = "reports.subject" if parts["source"] else rule
        parts["content"] = [p for t in parts["content"] for p in _without_agent(t, parts["source"])]
    placed = {
        name: tuple(sorted(span for tag in own for span in _spans(text, tag)))
        for name, own in parts.items()
    }
    placed["content"] = content = _in_block(text, placed["cue"], placed["content"])
    spans: list[Span] = sorted(span for part in placed.values() for span in part)
    if not spans:
        return None
    return Report(
        start=spans[0][0],
        end=max(end for _, end in spans),
        rule=rule,
        score=round(min(tag.score for _, tag in members), 3),
        direct=bool(content) and text.document.text[content[0][0]] in _QUOTES,
        **placed,
    )


def _behind_place(text: Text, source: Tag) -> Tag:
    """A source without where it speaks: "In [a film by Radio Lenn,] a guard, Paul Prel, says"."""
    placed = source.first > 0 and text.lower[source.first - 1] in {"in", "on"}
    if text.lower[source.first] == "among" and source.first + 1 < source.last:
        # "fears [among the border towns] that"
        return replace(source, first=source.first + 1)
    comma = next((w for w in range(source.first, source.last) if text.words[w] == ","), None)
    if not placed or comma is None or comma + 1 >= source.last:
        return source
    return replace(source, first=comma + 1)


def _of_cue(text: Text, parts: Mapping[str, list[Tag]]) -> list[Tag]:
    """Contents without the noun that source and cue describe: "drop | the rules Koch says are unfair"."""
    contents, sources = parts["content"], parts["source"]
    which = [t for t in contents if text.lower[t.first : t.last] in _BY_ITSELF]
    if which and sources and which[-1].last == sources[0].first:
        # "Nobody claimed | the bombing, [which] the minister said [was theirs]"
        return [t for t in contents if t.first >= which[-1].first]
    after = [t for t in contents if parts["cue"] and t.first >= parts["cue"][-1].last]
    if len(contents) < 2 or not sources or not after:
        return contents
    return [
        t
        for t in contents
        if t.last != sources[0].first or text.upos(t.last - 1) not in {"NOUN", "PROPN"}
    ]


def _without_agent(content: Tag, sources: list[Tag]) -> Iterator[Tag]:
    """What a content keeps beside "by" whom it is said: "a fraud | by Koch"."""
    inside = [s for s in sources if content.first < s.first and s.last <= content.last]
    if not inside:
        yield content
        return
    before = replace(content, last=inside[0].first - 1)
    behind = replace(content, first=inside[0].last)
    yield from (part for part in (before, behind) if part.first < part.last)


def _without_what(text: Text, contents: list[Tag], cues: list[Tag]) -> list[Tag]:
    """ "What he said is that it fell": what he said; "what he did not say is that ..." nobody said."""
    what = [t for t in contents if text.lower[t.first : t.last] == ["what"]]
    if not what or len(contents) < 2:
        return contents
    denied = any(
        text.lower[w] in {"not", "n't", "never"} for c in cues for w in range(c.first, c.last)
    )
    led = (t for t in contents if t not in what)
    said = [
        replace(t, first=t.first + 1) if text.lower[t.first] in {"is", "was"} else t for t in led
    ]
    return [] if denied else [t for t in said if t.first < t.last]


def _of_noun(text: Text, content: Tag, cues: list[Tag]) -> Tag:
    """What a noun reports, without what is said of the noun: "the claim that it fell [is false]"."""
    for cue in cues:
        noun = cue.last - 1
        verb = text.syntax.heads[noun] if text.syntax.heads else -1
        subject = text.upos(noun) == "NOUN" and text.relation(noun).startswith("nsubj")
        if subject and cue.last <= content.first < verb < content.last:
            own = [
                c for c in text.children(verb) if content.first < c and c not in text.subtree(noun)
            ]
            end = min((verb, *own))
            return replace(content, last=end) if end > content.first + 1 else content
    return content


def _in_block(text: Text, cues: tuple[Span, ...], contents: tuple[Span, ...]) -> tuple[Span, ...]:
    """Without plain words of another paragraph than the cue's: only quotations run over paragraphs."""
    if not cues:
        return contents
    first, last = text.range(cues[0])
    home = bisect_right(text.blocks, first)
    introduces = ":" in text.words[first : last + 1]
    words = [(span, text.range(span)[0]) for span in contents]
    kept = tuple(
        span
        for span, first in words
        if bisect_right(text.blocks, first) == home
        or _QUOTES & set(text.words[max(0, first - 1) : first + 1])
    )
    return kept or (contents if introduces else ())


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
        first = max(tag.first, text.segments.bounds[text.sentence(tag.last - 1)][0])
        opened = {text.words[word] for word in range(first, tag.last)}
        torn = text.words[tag.last - 1] in BRACKETS and first < tag.last - 1
        torn = torn and BRACKETS[text.words[tag.last - 1]] not in opened
        return [text.span(first, tag.last - torn)]
    begin, end = bisect_right(text.blocks, tag.first), bisect_left(text.blocks, tag.last)
    cuts = [tag.first, *dict.fromkeys(text.blocks[begin:end]), tag.last]
    return [text.span(a, b) for a, b in pairwise(cuts)]


def _one_source(text: Text, members: list[Scored]) -> list[Tag]:
    """The source that points at the cue most surely, with what stands right beside it.

    A pronoun stands alone: "shots fired by the army, [he] said".
    """
    if not members:
        return []
    members = [m for m in members if not _is_described(text, m[1])] or members
    alone = [tag for _, tag in members if _is_pronoun(text, tag)]
    if alone and any(tag.last < alone[-1].first for _, tag in members):
        return alone[-1:]
    kept = [max(members, key=lambda m: m[0])[1]]
    for _, tag in sorted(members, key=lambda m: m[1].first):
        if tag not in kept and any(
            0 <= max(tag.first, k.first) - min(tag.last, k.last) <= NEAR for k in kept
        ):
            kept.append(tag)
    return kept


def _is_described(text: Text, tag: Tag) -> bool:
    """Whether a tag is what is told of the source: "The group, which [Velmar took off its list], insists"."""
    verbs = any(text.upos(w) == "VERB" for w in range(tag.first, tag.last))
    return tag.first > 0 and text.lower[tag.first - 1] in _RELATIVE and verbs


def _is_pronoun(text: Text, tag: Tag) -> bool:
    return tag.last == tag.first + 1 and text.lower[tag.first] in _HE_OR_SHE


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
