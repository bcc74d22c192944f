"""Which reports a claim stands inside, from outside in, and what each of them does with it."""

from onrecord.find.claims.scenes import Scene
from onrecord.find.claims.tellings import REPORTING
from onrecord.lexicons import lexicon
from onrecord.records.findings import Attribution
from onrecord.records.spans import Span, overlap, within
from onrecord.records.texts import Text

_ACCUSING = frozenset(
    word for name in ("accuse", "urge", "expect") for word in lexicon("reporting").words[name]
)
_RELATIVE = frozenset({"that", "which", "who"})
_AUXILIARY = frozenset(
    "do does did has have had is are was were can could will would should".split()
)
_OF_WHAT = frozenset({"of", "for", "over", "with", "to", "that", "as"})
_JUDGING = frozenset(
    "praised praises praising hailed hails hailing denounced denounces denouncing condemned condemns condemning decried"
    " decries slammed slams dismissed dismisses dismissing portrayed portrays portraying characterized characterised"
    " characterizes depicted depicts regards regarded sees saw views viewed touted touts criticised criticized derided"
    " mocked defended attacked".split()
)
"""Verbs that say what somebody takes something for, with "as"."""
_CONVINCING = frozenset(
    "convince persuade convinced persuaded prove show accept assume imagine conclude suppose".split()
)
_PAST = frozenset(lexicon("tenses").words["past"])
_BE = frozenset("is are was were be been being 's 're".split())
_CALLING = frozenset(lexicon("reporting").words["call"])
_SUPPOSING = frozenset({"if", "unless", "whether", "until"})
_DENYING = frozenset(lexicon("cues").words["denial"])
_NOBODY = frozenset(lexicon("unsaid").words["nobody"])
_WITHHOLDING = frozenset((*lexicon("unsaid").words["withholding"], "not", "n't", "never"))
_HEARD_OF = frozenset(lexicon("sources").words["heard_of"])
_HEARSAY = frozenset(lexicon("sources").words["hearsay"])
LEAST_HELD = 0.6
"""The share of a claim's own characters that somebody must have said for it to stand on their word."""
_DEFINITE = frozenset({"the", "its", "their", "his", "her", "our", "this", "that"})


def chain(scene: Scene, head: Span, span: Span) -> list[Attribution]:
    """The attributions a claim stands inside, outermost (longest content) first.

    A claim whose own verb is the cue is a report; its source is not a voice above it.
    """
    holding = [
        a
        for a in dict.fromkeys(scene.contents.touching(span))
        if _is_somebodys(scene.text, a)
        and not is_withheld(scene, a)
        and not _is_described(scene.text, span, a)
        and not _is_beside_cue(scene.text, head, a)
        and (
            accuses(scene.text, a, head, span)
            or _is_named_by(scene.text, a, head)
            or (
                sum(overlap(span, c) for c in a.content) > LEAST_HELD * _size(span, a)
                and (not any(within(head, cue) for cue in a.cue) or is_aside(span, a))
            )
        )
    ]
    holding.sort(key=_width)
    holding = [
        a for a, above in zip(holding, (None, *holding), strict=False) if not _is_same(a, above)
    ]
    if holding and holding[0].actor is None and _is_first_person(scene.text, holding[0]):
        # "I think", "you can argue" outside any quotation: the author, who is the first voice already.
        return holding[1:]
    return holding


def _is_somebodys(text: Text, attribution: Attribution) -> bool:
    """Whether a report without a source is one: "it was reported that", not "it is clear that"."""
    if attribution.source or attribution.direct:
        return True
    words = [w for cue in attribution.cue for w in range(*text.range(cue))]
    printed = " ".join(text.lower[w] for w in words)
    said = any(text.lower[w] in REPORTING and not text.lower[w].endswith("ing") for w in words)
    heard = any(entry.startswith(printed) for entry in _HEARSAY)
    return said or heard or any(text.lower[w] in _HEARD_OF for w in words)


def is_called(text: Text, attribution: Attribution) -> bool:
    """Whether a report only gives something a name: "called Dorn a liar", "praised it as a triumph"."""
    words = {w for cue in attribution.cue for w in text.lower[slice(*text.range(cue))]}
    said = [w for c in attribution.content for w in text.lower[slice(*text.range(c))]]
    judged = bool(_JUDGING & words) and "as" in said[1:-1]
    return judged or (bool(_CALLING & words) and not words & {"for", "on", "off", "out", "in"})


def _is_named_by(text: Text, attribution: Attribution, head: Span) -> bool:
    """Whether a claim says what its subject was called, and by whom: "was branded a lie by the army".

    As well as ", which Orr called a disgrace".
    """
    cue = next((c for c in attribution.cue if within(head, c)), None)
    if cue is not None and _is_of_antecedent(text, attribution):
        return is_called(text, attribution)
    turned = cue is not None and bool(attribution.source) and cue[0] < attribution.source[0][0]
    passive = any(text.lower[c] in _BE for c in text.dependents(text.range(head)[0], "aux"))
    return turned and passive and is_called(text, attribution)


def _is_of_antecedent(text: Text, attribution: Attribution) -> bool:
    """Whether a report begins with what it is about: ", which Orr called a disgrace"."""
    opening = attribution.content[0]
    return text.slice(opening).lower() in _RELATIVE and opening[1] <= attribution.cue[0][0]


def is_withheld(scene: Scene, attribution: Attribution) -> bool:
    """Whether a report tells what was not said: "refused to say that", "nobody believes that"."""
    text = scene.text
    # "It has been suggested, though not confirmed, that": suggested it was.
    if attribution.rule != "reports.plain" and _is_unsaid(scene, attribution.content):
        return True
    words = [w for cue in attribution.cue for w in text.lower[slice(*text.range(cue))]]
    if _DENYING & set(words):
        return False
    if is_supposed(text, attribution):
        return True
    sources = [text.lower[text.range(span)[0]] for span in attribution.source]
    if any(word in _NOBODY for word in sources):
        return True
    return bool((REPORTING | _CALLING | _CONVINCING) & set(words)) and bool(
        _WITHHOLDING & set(words)
    )


def is_supposed(text: Text, attribution: Attribution) -> bool:
    """Whether somebody only may say it: "if Koch confirms that he was told to"."""
    cue = text.range(attribution.cue[0])[0]
    firsts = [text.range(span)[0] for span in attribution.source]
    return any(
        0 < w < cue and text.sentence(w) == text.sentence(cue) and text.lower[w - 1] in _SUPPOSING
        for w in firsts
    )


def _is_unsaid(scene: Scene, contents: tuple[Span, ...]) -> bool:
    """Whether contents have no verb but in words that nobody asserts: "[no proof that] he paid"."""
    text = scene.text
    verbs = [
        text.segments.words[w]
        for content in contents
        for w in range(*text.range(content))
        if text.upos(w) in {"VERB", "AUX"}
    ]
    return bool(verbs) and all(
        any(within(verb, held) for held in scene.unsaid.around(verb)) for verb in verbs
    )


def accuses(text: Text, attribution: Attribution, head: Span, span: Span) -> bool:
    """Whether a claim is an accusation or appeal as a whole: "Orlu accused the firm of hiding it"."""
    cue = next((c for c in attribution.cue if within(head, c)), None)
    words = text.lower[slice(*text.range(cue))] if cue else []
    # "criticised the deal" asserts nothing of the deal.
    said = [w for c in attribution.content for w in text.lower[slice(*text.range(c))]]
    of_what = bool(_OF_WHAT & set(said)) or said[0] not in _DEFINITE
    named = bool(_ACCUSING & set(words)) and of_what
    return named and all(overlap(c, span) for c in attribution.content)


def _is_described(text: Text, span: Span, attribution: Attribution) -> bool:
    """Whether a report only describes something in a claim: "a state that claims to be free jails poets".

    Or is what a claim asks: "Does Marek want new controls?"
    """
    source = attribution.source[0] if attribution.source else span
    if _is_of_antecedent(text, attribution):
        return False
    first = text.range(source)[0]
    relative = any(word in _RELATIVE for word in text.lower[max(0, first - 1) : first + 1])
    asked = text.lower[text.range(span)[0]] in _AUXILIARY and within(attribution.cue[0], span)
    return (relative or asked) and within(source, span) and span[0] < source[0]


def _is_beside_cue(text: Text, head: Span, attribution: Attribution) -> bool:
    """Whether a verb goes on with the reporting verb: "said it was fair and [walked] out"."""
    word = text.range(head)[0]
    told = text.lower[word] in _PAST or text.lower[word].endswith("ed")
    told = told and not text.dependents(word, "aux", "cop")
    if text.relation(word) != "conj" or attribution.direct or not told:
        return False
    if text.lower[word] in REPORTING | _CALLING | _ACCUSING | _JUDGING:
        # "said it was safe and called him a liar": his words, both.
        return False
    cue = text.segments.words[text.syntax.heads[word]]
    own = not text.dependents(word, "nsubj") and cue < head
    return own and any(within(cue, c) for c in attribution.cue)


def _size(span: Span, attribution: Attribution) -> int:
    """How many characters of a claim its source and cue leave: "The vote, she argued, was never free"."""
    frame = sum(overlap(span, part) for part in (*attribution.source, *attribution.cue))
    return span[1] - span[0] - frame


def is_aside(span: Span, attribution: Attribution) -> bool:
    """Whether source and cue only break into a claim: what is reported stands on both sides of them."""
    cue = attribution.cue[0]
    inside = [c for c in attribution.content if overlap(span, c)]
    return any(c[1] <= cue[0] for c in inside) and any(c[0] >= cue[1] for c in inside)


def _width(attribution: Attribution) -> tuple[int, bool]:
    """Order from outside in: the longest content first, whoever is cited after whoever cites."""
    size = sum(end - start for start, end in attribution.content)
    return (-size, attribution.rule == "reports.cited")


def _is_same(inner: Attribution, outer: Attribution | None) -> bool:
    """Whether a source reports itself: "Wen said she had told the court that" is one voice."""
    return outer is not None and outer.actor is not None and inner.actor == outer.actor


def _is_first_person(text: Text, attribution: Attribution) -> bool:
    words = {w for s in attribution.source for w in text.lower[slice(*text.range(s))]}
    return bool(words) and words <= {"i", "we", "me", "us", "you"}
