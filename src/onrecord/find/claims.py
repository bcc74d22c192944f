"""Claims: one for each asserted clause, on whose word, how firmly, with what support."""

from onrecord.lexicons import lexicon
from onrecord.records.clauses import Clause
from onrecord.records.findings import (
    Actor,
    Attribution,
    Claim,
    ClaimKind,
    Factuality,
    Findings,
    Named,
    Offered,
    Voice,
)
from onrecord.records.marks import Cue, Marks, SentenceMark
from onrecord.records.spans import Span, identify, overlap, within
from onrecord.records.texts import Text

RULES = {
    "claims.clause": "A clause that asserts something of its own (by the dependency tree), without its reporting frame.",
    "claims.content": "Quoted words, or a figure, on a source's word, that hold no clause of their own.",
    "claims.sentence": "A sentence without a clause that the model takes for checkable.",
}
Spans = tuple[Span, ...]
LEAST_CHARACTERS = 15
_COLLECTIVE = frozenset(lexicon("sources").words["collective"])
_UNNAMED = frozenset(lexicon("sources").words["unnamed"])
_DOCUMENT = frozenset(lexicon("sources").words["document"])


class Scene:
    """What a claim finder looks at, indexed once a document."""

    def __init__(self, text: Text, marks: Marks, findings: Findings) -> None:
        self.text = text
        self.marks = marks
        self.findings = findings
        self.actors: dict[str, Actor] = {a.id: a for a in findings.actors}
        self.author = _author(text)
        self.cue_spans = [(span, a) for a in findings.attributions for span in a.cue]


def claims(
    text: Text, marks: Marks, findings: Findings, clauses: tuple[Clause, ...]
) -> tuple[Claim, ...]:
    """All claims in text order, each clause once."""
    scene = Scene(text, marks, findings)
    heads = [text.segments.words[clause.head] for clause in clauses]
    found: dict[Span, Claim] = {}
    for clause in clauses:
        span = (clause.start, clause.end)
        if span not in found and not clause.condition and not _is_frame(scene, clause, heads):
            found[span] = _claim(scene, clause, "claims.clause")
    for span in _bare_contents(findings, heads):
        found[span] = _claim(scene, _whole(text, span), "claims.content")
    for span in _bare_sentences(text, marks, tuple(found)):
        found[span] = _claim(scene, _whole(text, span), "claims.sentence")
    return tuple(found[span] for span in sorted(found))


def _bare_contents(findings: Findings, heads: list[Span]) -> list[Span]:
    """Contents worth a line that hold no clause, such as "A disgrace to the whole coast"."""
    return [
        span
        for attribution in findings.attributions
        for span in attribution.content
        if _stands_alone(findings, attribution, span) and not any(within(h, span) for h in heads)
    ]


def _stands_alone(findings: Findings, attribution: Attribution, span: Span) -> bool:
    """Whether a content without a clause asserts something: quoted words, or a figure."""
    if span[1] - span[0] <= LEAST_CHARACTERS:
        return False
    return attribution.direct or any(within((q.start, q.end), span) for q in findings.quantities)


def _bare_sentences(text: Text, marks: Marks, found: tuple[Span, ...]) -> list[Span]:
    """Sentences that state something checkable without a clause, such as "Two thousand new jobs"."""
    return [
        sentence.span
        for sentence in marks.sentences
        if sentence.verifiable > 0.5
        and sentence.end - sentence.start > LEAST_CHARACTERS
        and not any(overlap(sentence.span, span) for span in found)
        and _is_prose(text, sentence.span)
        and any(text.upos(w) == "NOUN" for w in range(*text.range(sentence.span)))
    ]


def _is_prose(text: Text, span: Span) -> bool:
    blocks = text.document.blocks
    return any(b.kind != "headline" and b.start <= span[0] < b.end for b in blocks)


def _whole(text: Text, span: Span) -> Clause:
    first, last = text.range(span)
    return Clause(
        start=span[0],
        end=span[1],
        head=text.head_of(first, last) if last > first else first,
        sentence=text.sentence(first),
        conditional=False,
        condition=False,
    )


def _is_frame(scene: Scene, clause: Clause, heads: list[Span]) -> bool:
    """Whether the clause only reports: its verb is a cue, and what is reported is claimed itself.

    "The union criticised the deal" stays a claim of the author: "the deal" asserts nothing.
    """
    head = scene.text.segments.words[clause.head]
    return any(
        within(head, cue)
        and (
            any(h != head and within(h, content) for h in heads for content in attribution.content)
            or any(_stands_alone(scene.findings, attribution, c) for c in attribution.content)
        )
        for cue, attribution in scene.cue_spans
    )


def _claim(scene: Scene, clause: Clause, rule: str) -> Claim:
    span = (clause.start, clause.end)
    text, marks, findings = scene.text, scene.marks, scene.findings
    sentence = marks.sentences[clause.sentence]
    chain = _chain(scene, text.segments.words[clause.head], span)
    voices = (_author_voice(scene), *(_voice(scene, a) for a in chain))
    cues = [c for c in marks.cues if within(c.span, span)]
    loaded = tuple(f.id for f in findings.loaded if within((f.start, f.end), span))
    kind = _kind(scene, clause, sentence, cues)
    return Claim(
        rule=rule,
        id=identify("claim", text.document.id, *span),
        start=span[0],
        end=span[1],
        text=text.slice(span),
        kind=kind,
        verifiable=sentence.verifiable,
        checkworthy=sentence.checkworthy,
        voices=voices,
        factuality=_factuality(scene, clause, cues, (kind, chain)),
        conditional=clause.conditional,
        support_offered=_support(scene, voices, chain, span),
        actors=_inside_actors(scene, span),
        events=(),
        times=tuple(t.id for t in findings.times if within((t.start, t.end), span)),
        quantities=tuple(q.id for q in findings.quantities if within((q.start, q.end), span)),
        loaded=loaded,
        score=round(min([a.score for a in chain], default=1.0), 3),
    )


def _inside_actors(scene: Scene, span: Span) -> tuple[str, ...]:
    found = (m.actor for m in scene.findings.mentions if m.actor and within((m.start, m.end), span))
    return tuple(dict.fromkeys(a for a in found if a))


def _chain(scene: Scene, head: Span, span: Span) -> list[Attribution]:
    """The attributions a claim stands inside, outermost (longest content) first.

    A claim whose own verb is the cue is a report; its source is not a voice above it.
    """
    size = span[1] - span[0]
    holding = [
        a
        for a in scene.findings.attributions
        if sum(overlap(span, c) for c in a.content) > 0.6 * size
        and not any(within(head, cue) for cue in a.cue)
    ]
    holding.sort(key=lambda a: -sum(end - start for start, end in a.content))
    if holding and holding[0].actor is None and _is_first_person(scene.text, holding[0]):
        # "I think" outside any quotation: the author, who is the first voice already.
        return holding[1:]
    return holding


def _is_first_person(text: Text, attribution: Attribution) -> bool:
    words = {w for s in attribution.source for w in text.lower[slice(*text.range(s))]}
    return bool(words) and words <= {"i", "we", "me", "us"}


def _author(text: Text) -> str:
    document = text.document
    return " and ".join(document.authors) or document.outlet or "the author"


def _author_voice(scene: Scene) -> Voice:
    document = scene.text.document
    known = bool(document.authors or document.outlet)
    return Voice(
        who="author", name=scene.author, actor=None, named="named" if known else "unresolved"
    )


def _voice(scene: Scene, attribution: Attribution) -> Voice:
    text = scene.text
    name = " ".join(" ".join(text.slice(span) for span in attribution.source).split())
    name = name.removesuffix(" who").strip(" ,")
    actor = scene.actors.get(attribution.actor or "")
    named = _named(text, attribution, actor)
    words = [w for span in attribution.source for w in range(*text.range(span))]
    if actor is not None and named == "named" and all(text.upos(w) not in {"PROPN"} for w in words):
        name = actor.name
    return Voice(
        who="source",
        name=name or "unnamed",
        actor=attribution.actor,
        named=named,
        attribution=attribution.id,
    )


def _named(text: Text, attribution: Attribution, actor: Actor | None) -> Named:
    """Named, unnamed ("an official"), collective ("analysts") or unresolved."""
    if not attribution.source:
        return "unresolved"
    first, last = text.range(attribution.source[0])
    if last <= first:
        return "unresolved"
    head = text.head_of(first, last)
    word = text.lower[head]
    described = text.upos(head) == "NOUN"
    if (
        described
        and word in _UNNAMED
        and (actor is None or actor.type in {"Group", "Place", "Organization"})
    ):
        return "unnamed"
    if (
        described
        and word in _COLLECTIVE
        and (actor is None or actor.type in {"Group", "Place", "Organization"})
    ):
        return "collective"
    if actor is not None:
        return "collective" if actor.type == "Group" else "named"
    if text.upos(head) == "PROPN":
        return "named"
    if word in _COLLECTIVE:
        return "collective"
    if text.upos(head) == "PRON":
        return "unresolved"
    return "unnamed"


def _kind(scene: Scene, clause: Clause, sentence: SentenceMark, cues: list[Cue]) -> ClaimKind:
    text = scene.text
    if sentence.question:
        return "question"
    if sentence.directive:
        return "directive"
    future = {"will", "'ll", "shall", "wo"}
    ahead = any(text.lower[c] in future for c in text.dependents(clause.head, "aux"))
    if ahead or any(c.kind == "future" and " " in text.slice(c.span) for c in cues):
        return "prediction"
    if any(
        text.lower[c] in {"should", "must", "ought"} for c in text.dependents(clause.head, "aux")
    ):
        return "opinion"
    if sentence.prediction > max(sentence.fact, sentence.opinion, 0.5):
        return "prediction"
    if sentence.opinion > 0.5 and sentence.opinion > sentence.verifiable:
        return "opinion"
    return "fact"


def _factuality(
    scene: Scene, clause: Clause, cues: list[Cue], context: tuple[ClaimKind, list[Attribution]]
) -> Factuality:
    """The innermost voice's commitment: the model's figure at the clause's head, bounded by cues."""
    kind, chain = context
    text = scene.text
    own = [
        c
        for c in cues
        if c.kind in {"hedge", "doubt", "conditional", "future"} or _negates(scene, clause, c)
    ]
    spans: list[Span] = [c.span for c in own]
    negated = sum(_negates(scene, clause, c) for c in own) % 2 == 1
    for attribution in chain[-1:]:
        for span in attribution.cue:
            words = set(text.lower[slice(*text.range(span))])
            if words & _DENIALS:
                negated = not negated
                spans.append(span)
            elif words & _HEDGED_REPORTS:
                spans.append(span)
    certainty = "certain"
    if (
        kind in {"question", "directive"}
        or clause.conditional
        or any(c.kind == "doubt" for c in own)
    ):
        certainty = "underspecified"
    elif any(c.rule == "cues.possible" for c in own):
        certainty = "possible"
    elif (
        any(c.rule == "cues.probable" for c in own)
        or kind == "prediction"
        or any(
            set(text.lower[slice(*text.range(s))]) & _HEDGED_REPORTS
            for a in chain[-1:]
            for s in a.cue
        )
    ):
        certainty = "probable"
    polarity = "u" if certainty == "underspecified" else "-" if negated else "+"
    return Factuality(polarity=polarity, certainty=certainty, cues=tuple(sorted(set(spans))))  # type: ignore[arg-type]


_DENIALS = frozenset(
    [
        "denied",
        "denies",
        "deny",
        "denying",
        "denial",
        "dismissed",
        "dismisses",
        "rejected",
        "rejects",
        "refuted",
        "refutes",
        "disputed",
        "disputes",
    ]
)
_HEDGED_REPORTS = frozenset(
    [
        "suspects",
        "suspected",
        "suspect",
        "believes",
        "believed",
        "believe",
        "thinks",
        "thought",
        "think",
        "fears",
        "feared",
        "suggests",
        "suggested",
        "hinted",
        "speculated",
        "expects",
        "expected",
    ]
)


def _negates(scene: Scene, clause: Clause, cue: Cue) -> bool:
    """Whether a negation hangs on the clause's own verb, an auxiliary of it, or its subject or object."""
    if cue.kind not in {"negation", "denial"}:
        return False
    text = scene.text
    word = text.range(cue.span)[0]
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


def _support(
    scene: Scene, voices: tuple[Voice, ...], chain: list[Attribution], span: Span
) -> Offered:
    """What the text offers: its innermost source, a document, a link, or nothing."""
    text = scene.text
    if chain:
        words = [w for s in chain[-1].source for w in text.lower[slice(*text.range(s))]]
        if any(w in _DOCUMENT for w in words):
            return "document"
        return "named_source" if voices[-1].named == "named" else "unnamed_source"
    if "http" in text.slice(span):
        return "link"
    return "none"
