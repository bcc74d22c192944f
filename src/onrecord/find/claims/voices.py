"""On whose word a claim stands, and what support is offered for it."""

import re

from msgspec.structs import replace

from onrecord.find.claims.scenes import Scene
from onrecord.lexicons import lexicon
from onrecord.records.findings import Actor, Attribution, Named, Offered, Voice
from onrecord.records.marks import Cue
from onrecord.records.spans import Span, overlap, within
from onrecord.records.texts import Text

_COLLECTIVE = frozenset(lexicon("sources").words["collective"])
_UNNAMED = frozenset(lexicon("sources").words["unnamed"])
_DOCUMENT = frozenset(lexicon("sources").words["document"])
_INSTITUTION = frozenset(lexicon("sources").words["institution"])
_NEVER_NAMED = frozenset({"sources", "source", "insiders", "insider", "people", "person"})
_DEFINITE = frozenset({"the", "its", "their", "his", "her", "our", "this", "that"})
_ANY = frozenset({"a", "an", "another", "any", "each", "every", "one"})
"""Before a noun these say that nobody in particular is meant: "one Democrat", "another aide"."""


REPORTING = frozenset((*lexicon("reporting").words["say"], *lexicon("reporting").words["think"]))
"""Verbs that say or think what follows."""
_HERE = frozenset(
    "i we it that which this anyone anybody someone somebody nobody none who one".split()
)
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
_DAY = re.compile(
    r"(?<!ed)(?<!held) on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|evening|night))?$"
)
_SHARES = frozenset(
    "half third thirds quarter quarters fifth fifths tenth tenths percent % majority minority most few".split()
)
_PAST = frozenset(lexicon("tenses").words["past"])
_BE = frozenset("is are was were be been being 's 're".split())
_CALLING = frozenset(lexicon("reporting").words["call"])
_DENYING = frozenset(lexicon("cues").words["denial"])
_NOBODY = frozenset(lexicon("unsaid").words["nobody"])
_WITHHOLDING = frozenset((*lexicon("unsaid").words["withholding"], "not", "n't", "never"))
_HEARD_OF = frozenset(lexicon("sources").words["heard_of"])
_HEARSAY = frozenset(lexicon("sources").words["hearsay"])
_RUMOURED = frozenset({"reportedly", "allegedly", "supposedly", "purportedly"})
SOMEBODY = Voice(who="source", name="unnamed", actor=None, named="unresolved")
"""Whoever stands behind "reportedly"."""


def said_by(scene: Scene, head: int) -> Voice | None:
    """Whose clause this is by the tree, where no attribution was marked: "as the Left insists, ..."."""
    text = scene.text
    verb = text.syntax.heads[head] if text.syntax.heads else -1
    if verb < 0 or text.relation(head) != "ccomp" or text.lower[verb] not in REPORTING:
        return None
    sayers = [s for s in text.dependents(verb, "nsubj") if text.lower[s] not in _HERE]
    if not sayers or (head < sayers[0] and _runs_on(text, head, sayers[0])):
        return None
    if any(text.lower[c] in {"but", "yet"} and c > verb for c in text.dependents(head, "cc")):
        # "It is fair, Koch says, [but most cannot pay it]"
        return None
    source = text.span(*text.phrase(sayers[0]))
    actor = next(iter(scene.mentioned.around(text.segments.words[sayers[0]])), None)
    unmarked = Attribution(
        rule="claims.clause", id="", source=(source,), cue=(), content=(), direct=False, actor=actor
    )
    return replace(voice(scene, unmarked), attribution=None)


def _runs_on(text: Text, head: int, sayer: int) -> bool:
    """Whether no stop parts words from a source behind them: "the militias [Orr thinks are useless]"."""
    return not any(text.upos(w) == "PUNCT" for w in range(head + 1, sayer))


def is_hearsay(text: Text, head: int, cue: Cue) -> bool:
    """Whether a cue puts a clause on the word of somebody unsaid: "reportedly", "is said to"."""
    if text.slice(cue.span).lower() not in _HEARSAY:
        return False
    word = text.range(cue.span)[0]
    above = text.syntax.heads[word] if text.syntax.heads else -1
    return (
        head in (word, above)
        or word in text.dependents(head, "aux", "advmod")
        or (above >= 0 and text.syntax.heads[above] == head)
    )


def hearsay_before(text: Text, attribution: Attribution) -> Span | None:
    """The adverb that puts a report itself on hearsay: "Koch [reportedly] said that"."""
    for cue in attribution.cue:
        word = text.range(cue)[0]
        beside = (word - 1, word, *text.dependents(word, "advmod"))
        found = next((w for w in beside if text.lower[w] in _RUMOURED), None)
        if found is not None:
            return text.segments.words[found]
    return None


LEAST_HELD = 0.6
"""The share of a claim's own characters that somebody must have said for it to stand on their word."""


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
    """Whether a claim says what its subject was called, and by whom: "was branded a lie by the army"."""
    cue = next((c for c in attribution.cue if within(head, c)), None)
    turned = cue is not None and bool(attribution.source) and cue[0] < attribution.source[0][0]
    passive = any(text.lower[c] in _BE for c in text.dependents(text.range(head)[0], "aux"))
    return turned and passive and is_called(text, attribution)


def is_withheld(scene: Scene, attribution: Attribution) -> bool:
    """Whether a report tells what was not said: "refused to say that", "nobody believes that"."""
    text = scene.text
    if _is_unsaid(scene, attribution.content):
        return True
    words = [w for cue in attribution.cue for w in text.lower[slice(*text.range(cue))]]
    if _DENYING & set(words):
        return False
    sources = [text.lower[text.range(span)[0]] for span in attribution.source]
    if any(word in _NOBODY for word in sources):
        return True
    return bool((REPORTING | _CALLING | _CONVINCING) & set(words)) and bool(
        _WITHHOLDING & set(words)
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


def _author(text: Text) -> str:
    document = text.document
    return " and ".join(document.authors) or document.outlet or "the author"


def author_voice(scene: Scene) -> Voice:
    """The first voice of every claim: whoever signs the article, else its outlet."""
    document = scene.text.document
    known = bool(document.authors or document.outlet)
    return Voice(
        who="author", name=_author(scene.text), actor=None, named="named" if known else "unresolved"
    )


def voice(scene: Scene, attribution: Attribution) -> Voice:
    """A source as a voice: under its name where the text names it, else as it is described."""
    text = scene.text
    attribution = replace(attribution, source=tuple(map(text.antecedent, attribution.source)))
    name = " ".join(" ".join(text.slice(span) for span in attribution.source).split())
    name = name.removesuffix(" who").strip(" ,").removesuffix("'s").removesuffix("’s")
    name = _DAY.sub("", name)
    actor = scene.actors.get(attribution.actor or "")
    named = _named(text, attribution, actor)
    joint = _is_joint(text, attribution)
    if actor is not None and not joint and _goes_by_another(text, attribution, actor, named):
        name = actor.name
    return Voice(
        who="source",
        name=name or "unnamed",
        actor=attribution.actor,
        named=named,
        attribution=attribution.id,
    )


def _is_joint(text: Text, attribution: Attribution) -> bool:
    """Whether two or more say it: "the mayor and the police" go by neither's name alone."""
    if len(attribution.source) != 1:
        return False
    first, last = text.range(attribution.source[0])
    if last <= first:
        return False
    head = text.head_of(first, last)
    joined = [c for c in text.dependents(head, "conj") if first <= c < last]
    return any(text.upos(w) in {"NOUN", "PROPN"} for w in joined)


def _goes_by_another(text: Text, attribution: Attribution, actor: Actor, named: Named) -> bool:
    """Whether a source is told by what it stands for: "she", "the firm", "a former engineer of X"."""
    if named != "named" and not actor.described:
        return False
    words = [w for span in attribution.source for w in range(*text.range(span))]
    if any(text.lower[w] in _SHARES for w in words) and "of" in (text.lower[w] for w in words):
        return False
    if [text.lower[w] for w in words[1:2]] == ["in"] and text.upos(words[0]) == "NUM":
        # "one in five nurses"
        return False
    if all(text.upos(w) != "PROPN" for w in words):
        return True
    own = {part.lower() for part in actor.name.split()}
    return actor.type == "Person" and not own & {text.lower[w] for w in words}


def _named(text: Text, attribution: Attribution, actor: Actor | None) -> Named:
    """Named, unnamed ("an official"), collective ("analysts") or unresolved."""
    first, last = text.range(attribution.source[0]) if attribution.source else (0, 0)
    if last <= first:
        return "unresolved"
    head = text.head_of(first, last)
    if text.upos(head) == "NOUN" or text.lower[first] in _ANY:
        return _described(text, (first, head, last), actor)
    if actor is not None and actor.described:
        return "unnamed"
    if actor is not None:
        many = actor.type == "Group" or (actor.type != "Person" and text.lower[head] == "they")
        return "collective" if many else "named"
    if text.upos(head) == "PROPN":
        return "named"
    if text.lower[head] in _COLLECTIVE:
        return "collective"
    return "unresolved" if text.upos(head) == "PRON" else "unnamed"


def _described(text: Text, place: tuple[int, int, int], actor: Actor | None) -> Named:
    """A source under a description (first word, head, last): "the police", "two officials"."""
    first, head, last = place
    word = text.lower[head]
    if actor is not None and actor.type == "Person":
        return "unnamed" if actor.described else "named"
    if word in _DOCUMENT and any(text.upos(w) == "PROPN" for w in range(head + 1, last)):
        return "named"
    counted = any(text.upos(w) == "NUM" for w in range(first, head))
    if word in _NEVER_NAMED or counted or text.lower[first] in _ANY:
        return "unnamed"
    if word in _DOCUMENT:
        return "unnamed"
    definite = first == head or text.lower[first] in _DEFINITE or text.upos(first) == "PROPN"
    if word in _INSTITUTION and definite:
        return "named"
    if word in _COLLECTIVE or (text.upos(head) == "NOUN" and _is_plural(word)):
        return "collective"
    if actor is not None and actor.type in {"Organization", "Place"} and word not in _UNNAMED:
        return "named"
    return "unnamed"


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))


def support(
    scene: Scene, voices: tuple[Voice, ...], holding: list[Attribution], span: Span
) -> Offered:
    """What the text offers: its innermost source, a document, a link, or nothing."""
    text = scene.text
    if holding:
        sources = map(text.antecedent, holding[-1].source)
        words = [w for s in sources for w in text.lower[slice(*text.range(s))]]
        if any(w in _DOCUMENT for w in words):
            return "document"
        return "named_source" if voices[-1].named == "named" else "unnamed_source"
    if "http" in text.slice(span):
        return "link"
    return "none"
