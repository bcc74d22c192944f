"""How firmly the innermost voice commits to a claim (FactBank): polarity and certainty."""

from typing import Literal

from onrecord.find.claims.scenes import Scene
from onrecord.lexicons import lexicon
from onrecord.records.clauses import Clause
from onrecord.records.findings import Attribution, ClaimKind, Factuality
from onrecord.records.marks import Cue
from onrecord.records.spans import Span
from onrecord.records.texts import Text

_DENIALS = frozenset(lexicon("cues").words["denial"])
_HEDGED_REPORTS = frozenset(lexicon("sources").words["hedged_report"])
_NOT = frozenset({"not", "n't", "never"})
_ABLE = frozenset({"could", "can", "would", "ca"})
_OTHERS = frozenset({"hedge", "doubt", "conditional", "future"})

Certainty = Literal["certain", "probable", "possible", "underspecified"]


def factuality(
    scene: Scene, clause: Clause, cues: list[Cue], context: tuple[ClaimKind, list[Attribution]]
) -> Factuality:
    """The innermost voice's commitment, from the claim's own cues and the reporting words above it.

    ``context``: the claim's kind, and the attributions it stands in.
    """
    kind, chain = context
    own = [c for c in cues if _bears(scene.text, clause, c, bool(chain))]
    above = [span for attribution in chain[-1:] for span in attribution.cue]
    denied = [span for span in above if _has(scene.text, span, _DENIALS)]
    hedged = [span for span in above if _has(scene.text, span, _HEDGED_REPORTS)]
    negations = len(denied) + sum(_negates(scene.text, clause, c) for c in own)
    certainty = _certainty(clause, kind, own, hedged)
    polarity: Literal["+", "-", "u"] = "-" if negations % 2 else "+"
    spans = {*(c.span for c in own), *denied, *hedged}
    return Factuality(
        polarity="u" if certainty == "underspecified" else polarity,
        certainty=certainty,
        cues=tuple(sorted(spans)),
    )


def _certainty(clause: Clause, kind: ClaimKind, own: list[Cue], hedged: list[Span]) -> Certainty:
    doubted = any(c.kind == "doubt" for c in own)
    if kind in {"question", "directive"} or clause.conditional or doubted:
        return "underspecified"
    if any(c.rule == "cues.possible" for c in own):
        return "possible"
    return "probable" if hedged or any(c.rule == "cues.probable" for c in own) else "certain"


def _has(text: Text, span: Span, words: frozenset[str]) -> bool:
    return bool(words & set(text.lower[slice(*text.range(span))]))


def _bears(text: Text, clause: Clause, cue: Cue, reported: bool) -> bool:
    """Whether a cue says something of the claim as a whole.

    "could not", "would not" deny without a doubt; a reported "would" is a "will" told later.
    """
    if cue.kind not in _OTHERS:
        return _negates(text, clause, cue)
    word, last = text.range(cue.span)
    if text.lower[word] in _ABLE and last < len(text.lower) and text.lower[last] in _NOT:
        return False
    if text.lower[word] == "ca" or text.slice(cue.span).lower() == "cannot":
        return False
    told = reported and not clause.conditional and text.slice(cue.span).lower() == "would"
    return not told


def _negates(text: Text, clause: Clause, cue: Cue) -> bool:
    """Whether a negation hangs on the clause's own verb, an auxiliary of it, or its subject or object.

    A verb that denies ("The ministry rejected the offer") asserts that it does.
    """
    if cue.kind not in {"negation", "denial"}:
        return False
    word = text.range(cue.span)[0]
    if text.upos(word) in {"VERB", "AUX"} and text.lower[word] not in _NOT:
        return False
    head = text.syntax.heads[word] if text.syntax.heads else -1
    near = {
        clause.head,
        *text.dependents(clause.head, "aux", "cop", "nsubj", "obj", "obl", "advmod", "xcomp"),
    }
    return (
        word in near
        or head == clause.head
        or (head in near and text.lower[word] in {"no", "neither", "not", "n't"})
    )
