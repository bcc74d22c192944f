"""Where a claim begins and ends within what somebody says, without source, cue and remarks."""

import re

from msgspec.structs import replace

from onrecord.find.claims.chains import accuses, is_aside
from onrecord.find.claims.quotes import unquoted
from onrecord.find.claims.scenes import Scene
from onrecord.records.clauses import Clause
from onrecord.records.findings import Attribution
from onrecord.records.spans import Span, within
from onrecord.records.texts import Text

PERFORMING = re.compile(
    r"\W*(?:i|we) (?:can|must|want to|have to|will|would like to)(?: now| only)?"
    r" (?:confirm|say|tell you|assure you|reveal|report|announce|promise you|guarantee)\b"
)
"""These only lead up to what is said: "I can confirm that two men died"."""
LEAST_REHEADED = 3
"""Words after a cue that can be a claim's own: not "That, she said, is why"."""
LONGEST_CONTENT = 30
"""Words of a content that is taken for one claim where it holds one clause."""
REMARK = re.compile(
    r", (?:an? (?:figure|number|claim|charge|allegation|accusation|assertion|account|version|story|explanation"
    r"|description|denial)|figures|claims|charges|allegations|accusations|assertions|findings|something)\b"
)
"""What the reporter adds to somebody's words: ", a figure that cannot be verified"."""
_RELATIVE = frozenset({"which", "who", "that"})
_DASHES = frozenset("—–;")
_FULL_STOPS = frozenset(".!?")
_MEASURING = frozenset({"ADJ", "ADV", "ADP", "NUM", "DET"})
_ABOUT = frozenset("regarding concerning about asked speaking".split())
_SUPPOSING = frozenset({"if", "unless", "when", "whenever", "once"})


def without_source(scene: Scene, clause: Clause) -> Clause:
    """A clause without its "according to ...": cut where source and cue stand at an edge of it."""
    text, span = scene.text, (clause.start, clause.end)
    clause = _reheaded(scene, clause)
    head = text.segments.words[clause.head]
    for attribution in scene.contents.around(head):
        ends = [b for a, b in attribution.content if a <= head[0] < b < span[1]]
        if ends and _is_others(scene, (ends[0], span[1]), attribution):
            span = (span[0], ends[0])
        led = [a for a, b in attribution.content if span[0] < a <= head[0] < b]
        if led and attribution.cue[-1][1] <= span[0]:
            # "reported early on Tuesday that ...": when it was said is no part of it.
            span = (led[0], span[1])
        led_by, *rest = attribution.content
        if rest and text.slice(led_by).lower() in _RELATIVE and span[0] <= led_by[0] < span[1]:
            # "crossings, which he said were down": the subject is what "which" stands for.
            span = (rest[0][0], span[1]) if within(head, rest[0]) else span
            clause = replace(clause, subject=text.antecedent(led_by))
            continue
        if rest and text.slice(led_by).lower() in _RELATIVE and within(head, rest[0]):
            clause = replace(clause, subject=clause.subject or text.antecedent(led_by))
        begins = _lead_before(text, attribution, head)
        if begins is not None and begins < span[0]:
            # "At dawn, he said, the shelling began": when is part of what he said.
            span = (begins, span[1])
            continue
        helper = _helper_before(text, attribution)
        if helper is not None and helper < span[0] <= attribution.content[-1][0]:
            # "must, according to the report, confess": the verb and what helps it are one claim.
            span = (helper, span[1])
            continue
        frame = [s for s in _framing(attribution) if within(s, span)]
        if not frame:
            continue
        first, last = min(frame)[0], max(end for _, end in frame)
        tail, lead = text.slice((last, span[1])), text.slice((span[0], first))
        before = [c for c in attribution.content if within(head, c) and c[1] <= first]
        if before and not any(c[0] >= last for c in attribution.content):
            # "..., Tovar told Channel 7 on Friday": what follows the cue is no part of what he said.
            tail = ""
        if head[1] <= first and not any(map(str.isalnum, tail)):
            span = (span[0], stripped(text, (span[0], first))[1])
        elif last <= head[0] and (not any(map(str.isalnum, lead)) or is_lead(text, attribution)):
            span = (_after_source(scene, attribution, (last, head[0]), span[1]), span[1])
    span = without_that(text, span) if span[0] != clause.start else span
    span = unquoted(text, _whole_accusation(scene, head, _whole_content(scene, head, span)))
    opening = PERFORMING.match(text.slice(span).lower())
    if opening and span[0] + opening.end() < head[0]:
        span = without_that(text, stripped(text, (span[0] + opening.end(), span[1])))
    first = text.range(span)[0]
    if text.lower[first : first + 3] == ["not", "only", "that"]:
        span = (text.segments.words[first + 3][0], span[1])
    if _is_led(text, first):
        span = without_that(text, span)
    return replace(clause, start=span[0], end=span[1], subject=_own_subject(scene, clause))


def _is_others(scene: Scene, rest: Span, attribution: Attribution) -> bool:
    """Whether what follows somebody's words is a remark, or a dash and words that another report has."""
    printed = scene.text.slice(rest)
    if REMARK.match(printed):
        return True
    others = scene.contents.touching(rest)
    return printed.lstrip()[:1] in _DASHES and any(a is not attribution for a in others)


def _framing(attribution: Attribution) -> list[Span]:
    """Source and cue, without a source among its own words: "By its own account [the party] lost"."""
    said = attribution.content
    own = [s for s in attribution.source if not any(within(s, c) for c in said)]
    return [*own, *attribution.cue]


def _lead_before(text: Text, attribution: Attribution, head: Span) -> int | None:
    """Where what somebody says begins with a phrase before source and cue: "In March, she said, an agent"."""
    if attribution.rule != "reports.aside" or len(attribution.content) != 2:
        return None
    phrase, said = attribution.content
    words = range(*text.range(phrase))
    opens = bool(words) and text.upos(words[0]) in {"ADP", "SCONJ", "ADV"}
    apart = phrase[1] <= attribution.cue[0][0] and within(head, said)
    verbs = any(text.upos(w) in {"VERB", "AUX"} for w in words)
    return phrase[0] if opens and apart and not verbs else None


def is_lead(text: Text, attribution: Attribution) -> bool:
    """Whether a content before source and cue only says of what they speak: "Regarding the deal, she said"."""
    first = text.range(attribution.content[0])[0]
    before = attribution.content[0][1] <= attribution.cue[0][0]
    return before and len(attribution.content) > 1 and text.lower[first] in _ABOUT


def _helper_before(text: Text, attribution: Attribution) -> int | None:
    """Where the helping verb stands that an aside parts from its verb: "had, Koch claims, been"."""
    if attribution.rule != "reports.aside":
        return None
    last = text.range(attribution.content[0])[1] - 1
    return text.segments.words[last][0] if text.upos(last) == "AUX" else None


def _after_source(scene: Scene, attribution: Attribution, gap: Span, end: int) -> int:
    """Where what is said begins after its source: not in ", who asked not to be named," about it.

    Nor with whom it was told to.
    """
    last, head = gap
    starts = [a for a, b in attribution.content if last < a <= head < b]
    begin = starts[0] if starts else stripped(scene.text, (last, end))[0]
    word = scene.text.range((begin, end))[0]
    joined = scene.text.upos(word) == "CCONJ" and word + 1 < len(scene.text.words)
    return scene.text.segments.words[word + 1][0] if joined else begin


def _whole_content(scene: Scene, head: Span, span: Span) -> Span:
    """A claim that opens what somebody says and is the one clause in it, up to the end of that.

    The model marks better where words end that somebody said than the tree where a clause does.
    """
    text = scene.text
    for attribution in scene.contents.around(head):
        content = attribution.content[-1]
        start = without_that(text, content)[0]
        alone = len(attribution.content) == 1 and scene.heads.inside(content) == [head]
        short = len(text.words[slice(*text.range(content))]) <= LONGEST_CONTENT
        closes = text.slice((span[1], content[1]))[:1] in {'"', "”", "»"}
        supposed = text.lower[text.range(content)[0]] in _SUPPOSING
        measured = _are_measures(text, (start, span[0]))
        begins = span[0] <= start + 1 or supposed or measured
        # "“We hold the pass,” said the general, according to state television": his words end before him.
        within_it = [a for a in scene.reporting.inside(content) if a is not attribution]
        if within_it or PERFORMING.match(text.slice(content).lower()):
            continue
        if (
            alone
            and short
            and not closes
            and begins
            and (supposed or measured or span[1] < content[1])
        ):
            ends = text.segments.sentences[text.sentence(text.range(head)[0])][1]
            end = max(span[1], min(content[1], ends))
            last = text.range((start, end))[1] - 1
            end -= text.words[last] in _FULL_STOPS and end > span[1]
            return stripped(text, (min(span[0], start), end))
    return span


def _are_measures(text: Text, gap: Span) -> bool:
    """Whether words before a claim only count its subject: "[fewer than one] in twenty people see it"."""
    words = range(*text.range(gap))
    counted = any(text.upos(w) == "NUM" for w in words)
    return counted and all(text.upos(w) in _MEASURING for w in words)


def _is_led(text: Text, first: int) -> bool:
    """Whether a claim begins with an idle "that": "They had two, and [that] a third was on the run"."""
    over = text.syntax.heads[first] if text.syntax.heads else -1
    twice = over >= 0 and len(text.dependents(over, "nsubj")) > 1
    only = text.lower[first : first + 2] == ["only", "that"]
    return only or (text.lower[first] == "that" and (twice or text.upos(first) == "SCONJ"))


def _own_subject(scene: Scene, clause: Clause) -> Span | None:
    """A clause's subject, or the source where the tree went for it into what the source says.

    "He said the army fired first [but offered no proof]": he offered none.
    """
    head = scene.text.segments.words[clause.head]
    joined = clause.subject and scene.text.relation(clause.head) == "conj"
    for attribution in scene.contents.around(clause.subject) if clause.subject and joined else ():
        after = all(content[1] <= min(head[0], clause.start) for content in attribution.content)
        if attribution.source and after:
            return attribution.source[0]
    return clause.subject


def _whole_accusation(scene: Scene, head: Span, span: Span) -> Span:
    """A claim that accuses, up to the end of what it accuses of."""
    for attribution in scene.reporting.around(head):
        if accuses(scene.text, attribution, head, span):
            return (span[0], max(span[1], attribution.content[-1][1]))
    return span


def _reheaded(scene: Scene, clause: Clause) -> Clause:
    """A clause that a cue breaks into, and that the tree hangs on the cue, on its own verb."""
    text, span = scene.text, (clause.start, clause.end)
    for attribution in scene.reporting.around(text.segments.words[clause.head]):
        if is_aside(span, attribution):
            words = range(*text.range(attribution.content[-1]))
            verbs = [w for w in words if text.upos(w) in {"VERB", "AUX"}]
            if verbs and len(words) >= LEAST_REHEADED:
                return replace(clause, head=verbs[0])
    return clause


def stripped(text: Text, span: Span) -> Span:
    """A span without blanks, commas and dashes at its edges."""
    words = text.slice(span)
    inner = words.strip(" ,;:–—-\n")
    start = span[0] + words.find(inner)
    return (start, start + len(inner)) if inner else span


def without_that(text: Text, span: Span) -> Span:
    """A content without the "that", "as" or "of" that leads up to it."""
    first, last = text.range(span)
    if text.lower[first : first + 2] == ["only", "that"] and last - first > 2:
        return (text.segments.words[first + 2][0], span[1])
    led = last - first > 1 and text.lower[first] in {"that", "as", "of", "about"}
    if led and text.lower[first] == "that" and text.upos(first + 1) in {"VERB", "AUX"}:
        # "Koch noted [that is more than the army has]"
        return span
    return (text.segments.words[first + 1][0], span[1]) if led else span
