"""On whose word a claim stands, by name, and what support is offered for it."""

import re

from msgspec.structs import replace

from onrecord.find.claims.scenes import Scene
from onrecord.find.claims.tellings import REPORTING
from onrecord.lexicons import lexicon
from onrecord.records.findings import Actor, Attribution, Named, Offered, Voice
from onrecord.records.marks import Cue
from onrecord.records.spans import Span
from onrecord.records.texts import Text

_COLLECTIVE = frozenset(lexicon("sources").words["collective"])
_UNNAMED = frozenset(lexicon("sources").words["unnamed"])
_DOCUMENT = frozenset(lexicon("sources").words["document"])
_INSTITUTION = frozenset(lexicon("sources").words["institution"])
_NEVER_NAMED = frozenset({"sources", "source", "insiders", "insider", "people", "person"})
_DEFINITE = frozenset({"the", "its", "their", "his", "her", "our", "this", "that"})
_ANY = frozenset({"a", "an", "another", "any", "each", "every", "one"})
"""Before a noun these say that nobody in particular is meant: "one Democrat", "another aide"."""
_HERE = frozenset(
    "i we it that which this anyone anybody someone somebody nobody none who one".split()
)
_DAY = re.compile(
    r"(?<!ed)(?<!held) on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|evening|night))?$"
)
_LOOSE = re.compile(r",? (?:however|meanwhile|though|too)$")
_PART = re.compile(r"^(?:for )?(?:his|her|its|their) part,? (?=\w)", re.IGNORECASE)
_BESIDE_NAME = re.compile(
    r"(?:,? (?:who|whom|whose|which)\b|, (?:his|her|their|also|still|now|then|\w+ing)\b).*"
)
_SHARES = frozenset(
    "half third thirds quarter quarters fifth fifths tenth tenths percent % majority minority most few".split()
)
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
    if ";" in text.words[verb:head]:
        return None
    if any(text.lower[c] in {"though", "although"} for c in text.dependents(head, "mark")):
        # "Koch says he knew it, [though nobody was told]"
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


def author_voice(scene: Scene) -> Voice:
    """The first voice of every claim: whoever signs the article, else its outlet."""
    document = scene.text.document
    known = bool(document.authors or document.outlet)
    return Voice(
        who="author", name=_author(scene.text), actor=None, named="named" if known else "unresolved"
    )


def _author(text: Text) -> str:
    document = text.document
    return " and ".join(document.authors) or document.outlet or "the author"


def voice(scene: Scene, attribution: Attribution) -> Voice:
    """A source as a voice: under its name where the text names it, else as it is described."""
    text = scene.text
    attribution = replace(
        attribution, source=tuple(dict.fromkeys(map(text.antecedent, attribution.source)))
    )
    actor = scene.actors.get(attribution.actor or "")
    name = " ".join(" ".join(text.slice(span) for span in attribution.source).split())
    name = name.removesuffix(" who").strip(" ,").removesuffix("'s").removesuffix("’s")
    name = _PART.sub("", _LOOSE.sub("", _DAY.sub("", name)))
    named = _named(text, attribution, actor)
    joint = _is_joint(text, attribution)
    if actor is not None and actor.type == "Person" and not (actor.described or joint):
        # "Ana Brandt, her eyes closed", "Ana Brandt, who serves as mayor": a name needs no more.
        name = _BESIDE_NAME.sub("", name)
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
