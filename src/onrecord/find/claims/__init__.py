"""Claims: one for each asserted clause, on whose word, how firmly, with what support."""

from onrecord.find.claims.borders import REMARK, is_lead, without_source, without_that
from onrecord.find.claims.chains import accuses, chain, is_called, is_supposed, is_withheld
from onrecord.find.claims.firmness import factuality
from onrecord.find.claims.gaps import filled, untold
from onrecord.find.claims.kinds import kind_of
from onrecord.find.claims.laps import parted
from onrecord.find.claims.quotes import unquoted
from onrecord.find.claims.refuted import with_refuted
from onrecord.find.claims.scenes import Scene
from onrecord.find.claims.scopes import stands_aside
from onrecord.find.claims.tellings import CLOSING, NOMINAL, REPORTING, by_saying, is_said, is_told
from onrecord.find.claims.voices import (
    SOMEBODY,
    author_voice,
    hearsay_before,
    is_hearsay,
    said_by,
    support,
    voice,
)
from onrecord.lexicons import lexicon
from onrecord.records.clauses import Clause
from onrecord.records.findings import Attribution, Claim, Findings
from onrecord.records.marks import Marks
from onrecord.records.shelves import Shelf
from onrecord.records.spans import Span, identify, overlap, within
from onrecord.records.texts import Text

RULES = {
    "claims.clause": "A clause that asserts something of its own (by the dependency tree), without its reporting frame.",
    "claims.content": "Words on a source's word in which the tree sees no clause: quoted, a figure, or a sentence.",
    "claims.sentence": "A sentence without a clause that the model takes for checkable.",
}
Spans = tuple[Span, ...]
LEAST_CHARACTERS = 15
LONGEST_TELLING = 12
"""Words of a sentence that only says who said what stands before it."""
LEAST_CALLED = 3
"""Words that name somebody and what they are called: "Dorn a liar"."""
LEAST_SAID = 2
"""Words that a claim has beside a source and cue in it."""
LEAST_QUOTED = 6
"""Words in quotation marks, nobody named: fewer are a name or a word held at arm's length."""
_QUOTED = frozenset('“"«')
_IS_THAT = (["is", "that"], ["was", "that"])
_OPEN = frozenset("if unless whether who what which how why when where".split())
"""What begins with these is asked or supposed."""
_CLAUSAL = frozenset({"reports.nested", "reports.cited", "reports.while", "reports.plain"})
"""Rules whose contents hold a clause by their words, whatever the tree makes of it."""


def claims(
    text: Text, marks: Marks, findings: Findings, clauses: tuple[Clause, ...]
) -> tuple[Claim, ...]:
    """All claims in text order, each clause once."""
    scene = Scene(text, marks, findings, clauses)
    found: dict[Span, Claim] = {}
    own = [c for c in (without_source(scene, c) for c in clauses) if _asserts(scene, c)]
    own = with_refuted(text, scene.refuted.values(), own)
    whole, left = filled(scene, parted(scene, own))
    for clause in whole:
        found.setdefault((clause.start, clause.end), _claim(scene, clause, "claims.clause"))
    refuted = Shelf((s, s) for s in scene.refuted)
    for span in (*left, *_bare_contents(scene, Shelf((s, s) for s in found))):
        if not refuted.inside(span):
            found[span] = _claim(scene, _whole(text, span), "claims.content")
    for clause in (_whole(text, span) for span in untold(scene, found)):
        if _asserts(scene, clause):
            found[(clause.start, clause.end)] = _claim(scene, clause, "claims.clause")
    for span in _bare_sentences(text, marks, Shelf((s, s) for s in found)):
        if _only_tells(scene, span):
            continue
        span = _said_part(scene, span)
        found[span] = _claim(scene, _whole(text, span), "claims.sentence")
    return tuple(found[span] for span in sorted(found))


def _asserts(scene: Scene, clause: Clause) -> bool:
    """Whether a clause says more than who speaks, on what terms, or if what."""
    leftover = _is_leftover(scene, (clause.start, clause.end))
    framing = (
        clause.condition
        or leftover
        or _is_frame(scene, clause)
        or _is_asked(scene.text, clause)
        or _only_quotes(scene.text, clause)
        or _is_in_condition(scene, clause)
    )
    return not framing and not _is_on_terms(scene.text, clause)


def _bare_contents(scene: Scene, found: Shelf[Span]) -> list[Span]:
    """Contents worth a line that hold no clause, such as "A disgrace to the whole coast"."""
    return [
        unquoted(scene.text, without_that(scene.text, span))
        for attribution in scene.findings.attributions
        for span in attribution.content
        if _stands_alone(scene, attribution, span)
        and not scene.heads.inside(span)
        # "Karven, he wrote, “will not pay”" is one claim.
        and not (
            found.around(span)
            and (attribution.rule == "reports.aside" or span != attribution.content[0])
        )
    ] + _bare_accusations(scene)


def _bare_accusations(scene: Scene) -> list[Span]:
    """Accusations by a participle, which is no clause: "..., accusing the firm of hiding it"."""
    return [
        (cue[0], attribution.content[-1][1])
        for attribution in scene.findings.attributions
        for cue in attribution.cue[:1]
        if not scene.heads.touching(cue)
        and not _is_supposed(scene.text, cue)
        and cue[1] <= attribution.content[0][0]
        and accuses(scene.text, attribution, cue, (cue[0], attribution.content[-1][1]))
        and _is_oblique(scene.text, *scene.text.range(attribution.content[0]))
    ]


def _is_supposed(text: Text, cue: Span) -> bool:
    """Whether an "if" or "unless" leads up to reporting words: "If Orr does not want the dam"."""
    word = text.range(cue)[0]
    first = text.segments.bounds[text.sentence(word)][0]
    return bool({"if", "unless"} & set(text.lower[first:word]))


def _stands_alone(scene: Scene, attribution: Attribution, span: Span) -> bool:
    """Whether a content without a clause asserts something: quoted words, a figure, a deed.

    "her absence “an insult to this town”", denies "having given such orders". An infinitive
    ("is said to depend on it") is one claim with its frame.
    """
    text = scene.text
    first, last = text.range(span)
    if is_withheld(scene, attribution) or REMARK.match(", " + text.slice(span)):
        return False
    if attribution.rule in _CLAUSAL:
        return True
    waits = text.upos(first) == "AUX" and not text.lower[first].endswith("ing")
    if waits or (last == first + 1 and "/" in text.slice(span)):
        # "pic.example.org/x"; "what he said [were confessions]"
        return False
    if span == attribution.content[0] and is_lead(text, attribution):
        return False
    if _is_oblique(text, first, last) or text.lower[first] in {"if", "whether", "unless"}:
        return False
    infinite = text.lower[first] == "to" or text.lower[first : first + 2] == ["not", "to"]
    if span[1] - span[0] <= LEAST_CHARACTERS or infinite:
        return False
    if not attribution.source:
        return attribution.direct and last - first > LEAST_QUOTED
    if attribution.direct or (scene.quantities.inside(span) and is_said(text, attribution)):
        return True
    if text.lower[first] == "that" and text.upos(first) == "SCONJ":
        # "allegations that the firm bribed officials"; not what somebody "has never said".
        unsaid = any(
            c.kind == "negation" for cue in attribution.cue for c in scene.cues.inside(cue)
        )
        told = any(text.relation(w) == "nsubj" for w in range(first, last))
        return not unsaid and (told or is_told(text, first, last))
    if is_called(text, attribution):
        follows = any(text.range(cue)[1] == first for cue in attribution.cue)
        return follows and last - first >= LEAST_CALLED
    asserts = text.lower[first] not in _OPEN and is_told(text, first, last)
    if asserts and is_said(text, attribution):
        return True
    return _is_quoted(text, first, last) or text.lower[first] == "having"


def _is_quoted(text: Text, first: int, last: int) -> bool:
    """Whether half of a content or more stands in quotation marks: not "passed a “free city” bill"."""
    opens = next((w for w in range(first, last) if text.words[w] in _QUOTED), last)
    closes = next((w for w in range(opens + 1, last) if text.words[w] in CLOSING), last)
    return opens < last and 2 * (closes - opens - 1) >= last - first - 2


def _is_oblique(text: Text, first: int, last: int) -> bool:
    """Whether a content needs its cue to be understood: "the firm of hiding it", "her to resign"."""
    if text.upos(first) not in NOMINAL:
        return False
    for word in range(first + 1, last - 1):
        after = word + 1 + (text.words[word + 1] in _QUOTED and word + 2 < last)
        deed = text.upos(after) == "VERB"
        if text.lower[word] == "to" and text.upos(after) in {"VERB", "AUX"}:
            return True
        if text.lower[word] == "with" and text.words[word + 1] in _QUOTED:
            # "threatened the editor with “ruin”"
            return True
        if text.lower[word] in {"of", "for"} and deed and text.lower[after].endswith("ing"):
            return True
        if text.upos(word) in {"VERB", "AUX"} or text.words[word] in _QUOTED:
            return False
    return False


def _bare_sentences(text: Text, marks: Marks, found: Shelf[Span]) -> list[Span]:
    """Sentences that ask, or state something checkable, without a clause: "Two thousand new jobs"."""
    return [
        sentence.span
        for sentence in marks.sentences
        if (sentence.question or (sentence.verifiable > 0.5 and _is_phrase(text, sentence.span)))
        and not found.touching(sentence.span)
        and _is_prose(text, sentence.span)
    ]


def _only_tells(scene: Scene, span: Span) -> bool:
    """ "Koch's spokesman told the Gazette.", behind what he told it."""
    words = len(scene.text.words[slice(*scene.text.range(span))])
    told = scene.reporting.inside(span)
    return words <= LONGEST_TELLING and any(
        a.source and is_said(scene.text, a) and not any(overlap(c, span) for c in a.content)
        for a in told
    )


def _said_part(scene: Scene, span: Span) -> Span:
    """What of a sentence somebody says, where that is most of it: without "she explained" behind it."""
    for attribution in scene.contents.touching(span):
        for content in attribution.content:
            if content[0] <= span[0] and 2 * overlap(content, span) > span[1] - span[0]:
                return unquoted(scene.text, (span[0], min(content[1], span[1])))
    return span


def _is_phrase(text: Text, span: Span) -> bool:
    """Long enough, with a noun, and no line of names set apart by bars."""
    nouns = any(text.upos(w) == "NOUN" for w in range(*text.range(span)))
    return nouns and span[1] - span[0] > LEAST_CHARACTERS and " | " not in text.slice(span)


def _is_prose(text: Text, span: Span) -> bool:
    """In a paragraph, list or quotation: headlines and captions without a verb assert nothing."""
    blocks = text.document.blocks
    return any(b.kind not in {"headline", "caption"} and b.start <= span[0] < b.end for b in blocks)


def _whole(text: Text, span: Span) -> Clause:
    first, last = text.range(span)
    return Clause(
        start=span[0],
        end=span[1],
        head=_verb(text, first, last) if last > first else first,
        sentence=text.sentence(first),
        conditional=False,
        condition=False,
    )


def _verb(text: Text, first: int, last: int) -> int:
    """The verb of words that the tree does not hold together: the first that has its subject among them."""
    head = text.head_of(first, last)
    if head < last - 1 or text.upos(head) in {"VERB", "AUX"}:
        return head
    told = (
        w
        for w in range(first, last)
        if text.relation(w) not in {"acl", "advcl"}
        and any(first <= s < last for s in text.dependents(w, "nsubj", "expl"))
    )
    return next(told, head)


def _is_frame(scene: Scene, clause: Clause) -> bool:
    """Whether the clause only reports: its verb is a cue, and what is reported is claimed itself.

    "The union criticised the deal" stays a claim of the author: "the deal" asserts nothing.
    """
    head = scene.text.segments.words[clause.head]
    return any(
        any(h != head for h in scene.heads.inside(content))
        or _stands_alone(scene, attribution, content)
        for attribution in scene.reporting.around(head)
        # "annoyed the miners by saying that": both a deed and a report.
        if not by_saying(scene.text, attribution, head)
        for content in attribution.content
        # "He was a critic of the envoy." and then, between inverted commas, his own words.
        if clause.sentence == scene.text.sentence(scene.text.range(content)[0])
        or is_said(scene.text, attribution)
    )


def _is_in_condition(scene: Scene, clause: Clause) -> bool:
    """Whether a clause is what somebody only may say, up to the comma: "if Koch says [the dam is safe], we"."""
    text = scene.text
    head = text.segments.words[clause.head]
    for attribution in scene.contents.around(head):
        first, last = text.range((attribution.content[-1][0], head[0]))
        if is_supposed(text, attribution) and "," not in text.words[first:last]:
            return True
    return False


def _is_asked(text: Text, clause: Clause) -> bool:
    """ "Asked if the bridge was safe": what somebody was asked is the reporter's question."""
    first, last = text.range((clause.start, clause.end))
    if REPORTING & set(text.lower[first + 1 : last]):
        return False
    asked = text.lower[first] in {"asked", "pressed", "questioned"}
    return asked and bool(set(text.lower[first + 1 : first + 3]) & (_OPEN | {"about"}))


def _only_quotes(text: Text, clause: Clause) -> bool:
    """ "She was quoted | as saying that": no more than the way to what she said."""
    follows = text.lower[clause.head + 1 : clause.head + 3]
    first, last = text.range((clause.start, clause.end))
    if text.lower[first] == "what" and text.lower[last : last + 2] in _IS_THAT:
        # "What she failed to mention | is that"
        return True
    quoted = text.lower[clause.head] in {"quoted", "cited"} and follows[:1] == ["as"]
    return quoted and follows[-1].endswith("ing") and bool(text.dependents(clause.head, "aux"))


def _is_on_terms(text: Text, clause: Clause) -> bool:
    """ "who spoke on condition of anonymity", "as he was not authorised to speak publicly"."""
    said = text.slice((clause.start, clause.end)).lower()
    terms = [(said.find(words), words) for words in lexicon("sources").words["terms"]]
    head = text.segments.words[clause.head][0] - clause.start
    found = [(at, at + len(words)) for at, words in terms if at >= 0]
    if not found or "because" in said[max(end for _, end in found) :]:
        return False
    return any(head <= at + len("not authorised") for at, _ in found)


def _is_leftover(scene: Scene, span: Span) -> bool:
    """ "multiple sources say, is": hardly a word beside a source and its cue."""
    held = [p for a in scene.reporting.inside(span) for p in (*a.source, *a.cue) if within(p, span)]
    words = [
        word
        for word in scene.text.segments.words[slice(*scene.text.range(span))]
        if not any(within(word, part) for part in held)
    ]
    said = [w for w in words if any(map(str.isalnum, scene.text.slice(w)))]
    waits = scene.text.upos(scene.text.range(span)[1] - 1) == "AUX"
    return waits and bool(held) and len(said) < LEAST_SAID


def _claim(scene: Scene, clause: Clause, rule: str) -> Claim:
    span = (clause.start, clause.end)
    text = scene.text
    sentence = scene.marks.sentences[clause.sentence]
    held_by = chain(scene, text.segments.words[clause.head], span)
    if span in scene.refuted:
        # "Rumours that the bank would close were unfounded": nobody's but the author's verdict.
        held_by = [attribution for attribution in held_by if attribution.source]
    cues = [c for c in scene.cues.inside(span) if not stands_aside(text, clause, c)]
    rumoured = bool(held_by) and hearsay_before(text, held_by[0]) is not None
    told_by = (SOMEBODY,) if rumoured else ()
    voices = (author_voice(scene), *told_by, *(voice(scene, a) for a in held_by))
    sayer = None if held_by else said_by(scene, clause.head)
    if sayer is not None:
        voices = (*voices, sayer)
    elif not held_by and any(is_hearsay(text, clause.head, c) for c in cues):
        voices = (*voices, SOMEBODY)
    kind = kind_of(scene, clause, sentence, (cues, held_by))
    if span in scene.refuted and kind == "directive":
        # "Claims that it was rigged are false" orders nothing.
        kind = "fact"
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
        factuality=factuality(scene, clause, cues, (kind, held_by)),
        conditional=clause.conditional,
        subject=clause.subject,
        support_offered=support(scene, voices, held_by, span),
        actors=tuple(dict.fromkeys(scene.mentioned.inside(span))),
        events=(),
        times=tuple(scene.times.inside(span)),
        quantities=tuple(scene.quantities.inside(span)),
        loaded=tuple(scene.loaded.inside(span)),
        score=round(min([a.score for a in held_by], default=1.0), 3),
    )
