"""How firmly the innermost voice commits to a claim (FactBank): polarity and certainty."""

import re
from typing import Literal

from onrecord.find.claims.scenes import Scene
from onrecord.find.claims.scopes import REPORTED, framing, is_inverted, own
from onrecord.find.claims.voices import hearsay_before
from onrecord.lexicons import lexicon
from onrecord.records.clauses import Clause
from onrecord.records.findings import Attribution, ClaimKind, Factuality
from onrecord.records.marks import Cue
from onrecord.records.spans import Span, overlap, within
from onrecord.records.texts import Text

_DENIALS = frozenset(lexicon("cues").words["denial"])
_PROBABLE_REPORTS = frozenset(lexicon("sources").words["hedged_report"])
_POSSIBLE_REPORTS = frozenset(lexicon("sources").words["doubtful_report"])
_DISMISSALS = frozenset({"dismissed", "dismisses", "dismiss", "rejected", "rejects", "reject"})
_COUNTERING = frozenset(
    "countered counters counter countering pushed push pushes pushing hit hits shot waved scoffed brushed batted"
    " ridiculed mocked".split()
)
"""What these do to "claims that" is to deny them."""
LONGEST_ANSWER = 6
"""Words from such a verb to what others say: "on | recent claims by the union that"."""
_SEEMING = frozenset("appear appears appeared seem seems seemed".split())
_OPEN = frozenset({"doubt", "conditional"})
_NEITHER = re.compile(
    r"\bn(?:either|ot|'t) (?:\w+ )?confirm\w* (?:n?or) (?:\w+ )?den\w+", re.IGNORECASE
)
"""These leave open what follows: "neither confirmed nor denied that"."""
_NO_PROOF = re.compile(
    r"\b(?:without|offer(?:ed|ing) no|g[ai]v(?:e|ing) no|provid(?:ed|ing) no|present(?:ed|ing) no|cit(?:ed|ing) no)"
    r"(?: \w+){0,3}? (?:evidence|proof)\b"
)

Certainty = Literal["certain", "probable", "possible", "underspecified"]
Reported = tuple[list[Span], list[Span], list[Span]]


def _seeming(text: Text, attribution: Attribution) -> Span | None:
    """The verb by which a report only seems to say something: "[appear] to show that"."""
    words = [w for cue in attribution.cue for w in range(*text.range(cue))]
    found = next((w for w in words if text.lower[w] in _SEEMING), None)
    return None if found is None else text.segments.words[found]


def factuality(
    scene: Scene, clause: Clause, cues: list[Cue], context: tuple[ClaimKind, list[Attribution]]
) -> Factuality:
    """The innermost voice's commitment, from the claim's own cues and the words that frame it.

    ``context``: the claim's kind, and the attributions it stands in.
    """
    kind, chain = context
    open_ = [cue for a in chain[-1:] for cue in a.cue if _NEITHER.search(scene.text.slice(cue))]
    if open_:
        return Factuality(polarity="u", certainty="underspecified", cues=tuple(open_))
    denied, probable, possible = _reported(scene.text, clause, chain[-1:])
    refuted = scene.refuted.get((clause.start, clause.end))
    denied += [scene.text.span(*refuted.verdict)] if refuted else []
    rumours = [s for a in chain if (s := hearsay_before(scene.text, a))]
    doubtful = [s for s in rumours if scene.text.slice(s).lower() != "reportedly"]
    possible += doubtful
    probable += [s for s in rumours if s not in doubtful]
    probable += [s for a in chain[-1:] if (s := _seeming(scene.text, a))]
    if kind != "opinion":
        probable += _held_by(scene.text, clause, chain[-1:])
    frame = [
        c
        for c in framing(scene, clause)
        if c.kind != "hedge" or not any(overlap(c.span, span) for span in probable)
    ]
    denied += [c.span for c in frame if c.kind in {"negation", "denial"}]
    if denied:
        frame = [c for c in frame if c.kind in {"negation", "denial"}]
    bearing = [*own(scene, clause, cues, bool(chain)), *frame]
    possible += [span for attribution in chain[-1:] for span in _unproven(scene, attribution)]
    certainty = _certainty(scene.text, clause, kind, bearing)
    if certainty == "certain" and not denied:
        certainty = "possible" if possible else "probable" if probable else "certain"
    polarity: Literal["+", "-", "u"] = "-" if _negations(bearing, denied) % 2 else "+"
    return Factuality(
        polarity="u" if certainty == "underspecified" else polarity,
        certainty=certainty,
        cues=tuple(sorted({*(c.span for c in bearing), *denied, *probable, *possible})),
    )


def _reported(text: Text, clause: Clause, innermost: list[Attribution]) -> Reported:
    """The reporting words right above a claim that deny it, make it probable, make it possible.

    "dismissed the report as propaganda" claims that it is.
    """
    above = [span for attribution in innermost for span in attribution.cue]
    sources = [span for attribution in innermost for span in attribution.source]
    called = "as" in text.lower[slice(*text.range((clause.start, clause.end)))]
    return (
        [
            span
            for span in above
            if (_has(text, span, _DENIALS) and not (called and _has(text, span, _DISMISSALS)))
            or (_has(text, span, _COUNTERING) and _answers(text, span, clause))
        ],
        [span for span in above if _has(text, span, _PROBABLE_REPORTS)],
        [span for span in (*above, *sources) if _has(text, span, _POSSIBLE_REPORTS)],
    )


def _answers(text: Text, cue: Span, clause: Clause) -> bool:
    """Whether a cue meets what others say: "countered [claims that]", "pushed back on [the idea that]"."""
    between = text.range((cue[1], clause.start))
    words = set(text.lower[slice(*text.range(cue))]) | set(text.lower[slice(*between)])
    return between[1] - between[0] <= LONGEST_ANSWER and bool(words & REPORTED)


def _held_by(text: Text, clause: Clause, innermost: list[Attribution]) -> list[Span]:
    """The verb right above a claim within what its source says: "said they [thought] he had left"."""
    verb = text.range((clause.start, clause.end))[0] - 1
    if verb > 0 and text.lower[verb] == "that":
        verb -= 1
    if verb < 1 or text.upos(verb) != "VERB":
        return []
    place = text.segments.words[verb]
    said = any(within(place, content) for a in innermost for content in a.content)
    return [place] if said and text.lower[verb] in _PROBABLE_REPORTS else []


def _unproven(scene: Scene, attribution: Attribution) -> list[Span]:
    """Where the text says of a source that it showed no proof: "claimed, without evidence, that"."""
    text = scene.text
    start, end = text.segments.sentences[text.sentence(text.range(attribution.cue[-1])[0])]
    found = []
    for match in _NO_PROOF.finditer(text.document.text, start, end):
        gap = sorted((match.span(), max(attribution.cue[-1], attribution.content[-1])))
        apart = scene.reporting.inside((gap[0][1], max(gap[0][1], gap[1][0])))
        if not scene.contents.around(match.span()) and not apart:
            found.append(match.span())
    return found


def _negations(bearing: list[Cue], denied: list[Span]) -> int:
    """How many times a claim is turned round; what is marked twice counts once."""
    spans: list[Span] = []
    turning = [
        c.span for c in bearing if c.kind in {"negation", "denial"} or c.rule == "cues.improbable"
    ]
    for span in (*denied, *turning):
        if not any(overlap(span, other) for other in spans):
            spans.append(span)
    return len(spans)


def _certainty(text: Text, clause: Clause, kind: ClaimKind, bearing: list[Cue]) -> Certainty:
    rules = {cue.rule for cue in bearing}
    # "must be hiding" is inferred, "must be closed by May" asked for.
    passive = any(
        text.syntax.relations[w] == "aux:pass" for w in text.dependents(clause.head, "aux")
    )
    surely = {"must have"} if passive else {"must have", "must be"}
    inferred = any(text.slice(c.span).lower() in surely for c in bearing)
    if (kind in {"question", "directive"} and not inferred) or clause.conditional:
        return "underspecified"
    if any(cue.kind in _OPEN for cue in bearing) or is_inverted(text, clause):
        return "underspecified"
    if "cues.improbable" in rules:
        return "probable"
    if "cues.possible" in rules:
        return "possible"
    return "probable" if rules & {"cues.probable", "cues.prospect"} else "certain"


def _has(text: Text, span: Span, words: frozenset[str]) -> bool:
    return bool(words & set(text.lower[slice(*text.range(span))]))
