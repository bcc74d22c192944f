"""Which words name an event, and of which type: patterns of a verb and what hangs on it."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from onrecord.find.events.arguments import is_passive, objects, subjects
from onrecord.lexicons import lexicon
from onrecord.records.texts import Text

_PARTS = frozenset("compound obj iobj obl xcomp ccomp nsubj advmod advcl acl nmod".split())
"""Relations of what may hang on a verb for a pattern's words to be found in it."""
_WITHIN = frozenset("compound nmod amod conj appos flat obl obj nummod advmod case".split())
"""The same below a noun that hangs on the verb: "signed a free trade deal", "billions in aid"."""


_SMALL = frozenset(
    "for on to of in at from with by against into over as after {obj} {name} {to} {purpose}".split()
)
"""Words of an entry that say less than a noun."""
_ACTS = "talk pact curb hit protest case probe backing regret".split()
"""Classes of nouns that name what is done, not whom it is done to."""
HOSTILE = frozenset({"PROTEST", "SANCTION", "COERCE", "ASSAULT"})
_ORDERED = frozenset({"COERCE"})
NOTHING = "NOTHING"
"""The label of entries that name no event: "fight an epidemic", "meet a deadline"."""
_SHOWING = frozenset(lexicon("sources").words["document"]) | frozenset(
    "this that it which result results move case incident attack attacks history".split()
)
"""What demonstrates something without marching for it."""
_CONTESTS = frozenset(
    "vote votes election elections primary race poll polls match game final runoff contest points percent cup".split()
)
_NATURE = frozenset(
    "storm hurricane earthquake quake tornado cyclone typhoon flood wave heatwave drought blizzard lightning avalanche"
    " landslide wildfire tsunami virus epidemic pandemic disease outbreak".split()
)
"""What hits and kills without being anybody's act."""
_UNITS = frozenset("dollars euros pounds percent cents degrees billion million % $".split())
_DUTY = frozenset({"must", "should"})


class Trigger(NamedTuple):
    """A word that names an event: its index, the type, whether it is a noun."""

    word: int
    type: str
    noun: bool = False


class Entry(NamedTuple):
    """One entry of the list: the words that must hang on the verb, and its type."""

    needs: tuple[frozenset[str], ...]
    type: str

    @property
    def weight(self) -> tuple[int, int]:
        """Of two entries that fit, the one with more words counts, then the one with more nouns."""
        return len(self.needs), sum(len(n) == 1 and not n & _SMALL for n in self.needs)


class Patterns(NamedTuple):
    """The list of event words, ready to be looked up.

    ``bases``: what a form can be a form of; ``verbs``: entries by verb;
    ``over``: types of verbs over another; ``nouns``: entries by noun; ``acts``: nouns that only name
    what is done.
    """

    bases: dict[str, tuple[str, ...]]
    verbs: dict[str, tuple[Entry, ...]]
    over: dict[str, str]
    nouns: dict[str, tuple[Entry, ...]]
    acts: frozenset[str]


@cache
def patterns() -> Patterns:
    """``lexicons/en/events.yml`` with every form of its words."""
    words = lexicon("events").words
    verbs: dict[str, list[Entry]] = {}
    for label, entries in words.items():
        if "." not in label:
            for entry in entries:
                verb, *needs = entry.split()
                verbs.setdefault(verb, []).append(Entry(tuple(map(_class, needs)), label))
    over = {verb: label[:-3] for label in words if label.endswith(".of") for verb in words[label]}
    nouns: dict[str, list[Entry]] = {}
    for label in words:
        for entry in words[label] if label.endswith(".noun") else ():
            noun, *needs = entry.split()
            nouns.setdefault(noun, []).append(Entry(tuple(map(_class, needs)), label[:-5]))
    listed = [entry for own in (*verbs.values(), *nouns.values()) for entry in own]
    needed = {word for entry in listed for need in entry.needs for word in need}
    bases: dict[str, list[str]] = {}
    for base in {*verbs, *over, *nouns, *needed}:
        for form in _forms(base):
            bases.setdefault(form, []).append(base)
    return Patterns(
        {form: tuple(sorted(own)) for form, own in bases.items()},
        {verb: tuple(own) for verb, own in verbs.items()},
        over,
        {noun: tuple(own) for noun, own in nouns.items()},
        frozenset(word for name in _ACTS for word in words[f"class.{name}"]) | {"part"},
    )


def _class(word: str) -> frozenset[str]:
    """The words that a word of an entry stands for: itself, or for ".talk" all of a class."""
    if word.startswith("."):
        return frozenset(lexicon("events").words[f"class{word}"])
    return frozenset({word})


def _forms(base: str) -> list[str]:
    """The forms of a verb or noun, regular and not; some may not exist."""
    stem = base.removesuffix("e")
    y = base[:-1] + "i" if base.endswith("y") and base[-2:-1] not in "aeiou" else None
    s = "es" if base.endswith(("s", "sh", "ch", "x", "z")) else "s"
    forms = [base, f"{y}es" if y else base + s, f"{y}ed" if y else stem + "ed"]
    forms.append((base if base.endswith(("ee", "ye", "oe")) else stem) + "ing")
    return forms + list(lexicon("irregular_verbs").words.get(base, ()))


def triggers(text: Text) -> list[Trigger]:
    """Every word that names an event, in text order; no noun that is part of a verb's entry."""
    known = patterns()
    found: list[Trigger] = []
    taken: set[int] = set()
    listed = [i for i, word in enumerate(text.lower) if word in known.bases or word in _DUTY]
    for i in listed:
        bases = known.bases.get(text.lower[i])
        if text.lower[i] == "granted" and text.lower[i - 1] == "for":
            continue
        if bases and (text.upos(i) == "VERB" or _is_predicate(text, i)):
            kind, parts = _verb_type(text, i, bases)
            if not parts and _is_other_sense(text, i, bases):
                continue
            taken |= parts
            if kind and kind != NOTHING:
                found.append(Trigger(i, kind))
        elif text.lower[i] in _DUTY and _is_demand(text, i):
            found.append(Trigger(i, "REQUEST"))
    for i in listed:
        if i not in taken and text.upos(i) == "NOUN":
            bases = known.bases.get(text.lower[i], ())
            entries = [e for base in bases for e in known.nouns.get(base, ())]
            near = _near(text, i) if any(entry.needs for entry in entries) else {}
            best = _best(entries, near)
            if best:
                found.append(Trigger(i, best.type, noun=True))
    return sorted(found)


def _is_other_sense(text: Text, word: int, bases: tuple[str, ...]) -> bool:
    """ "The video demonstrates its strength" is no protest, "searched for his keys" no search of
    anybody, "profits declined" no refusal."""
    own = objects(text, word) or (is_passive(text, word) and subjects(text, word))
    if "demonstrate" in bases:
        shows = any(text.lower[s] in _SHOWING for s in subjects(text, word))
        return shows and bool(text.dependents(word, "obj", "ccomp"))
    if {"search", "sink", "burn"} & {*bases}:
        return not own
    if {"wound", "end"} & {*bases} and "up" in {text.lower[c] for c in text.children(word)}:
        return True
    if {"fine", "brief", "free", "open"} & {*bases} and text.upos(word) == "ADJ":
        return True
    if {"hit", "beat", "strike", "kill", "injure", "destroy"} & {*bases}:
        return _is_no_attack(text, word)
    return "decline" in bases and not own and not text.dependents(word, "xcomp")


def _is_no_attack(text: Text, word: int) -> bool:
    """ "A storm hit the port", "the price hit nine dollars", "beat her in the vote by nine points"."""
    below = {text.lower[i] for c in text.dependents(word, "obl") for i in text.subtree(c)}
    won = text.lower[word].startswith("beat") and below & _CONTESTS
    natural = {text.lower[s].removesuffix("s") for s in subjects(text, word)} & _NATURE
    reached = any(
        text.upos(o) == "NUM" or text.lower[o] in _UNITS for o in objects(text, word)
    ) and text.lower[word].startswith("hit")
    return bool(won or natural or reached)


def is_act(text: Text, word: int) -> bool:
    """Whether a noun only names the act: "talks" in "held talks", "part" in "took part"."""
    known = patterns()
    return any(base in known.acts for base in known.bases.get(text.lower[word], ()))


def _is_predicate(text: Text, word: int) -> bool:
    """ "is willing to": an adjective with a copula or a verb under it."""
    return text.upos(word) == "ADJ" and bool(text.dependents(word, "cop", "xcomp"))


def _is_demand(text: Text, word: int) -> bool:
    """ "The ministry says the union must leave": who says what another must do, demands it."""
    verb = text.syntax.heads[word] if text.syntax.heads else -1
    return (
        verb >= 0
        and text.relation(word) == "aux"
        and text.relation(verb) in {"ccomp", "parataxis"}
        and bool(subjects(text, verb))
    )


def _verb_type(text: Text, word: int, bases: tuple[str, ...]) -> tuple[str | None, frozenset[int]]:
    """The type of the longest entry that fits, and the words it took; a verb over another has its own."""
    known = patterns()
    entries = [entry for base in bases for entry in known.verbs.get(base, ())]
    near = _near(text, word) if any(entry.needs for entry in entries) else {}
    own = objects(text, word)
    best = _best(entries, near, own)
    if (
        best
        and best.type == NOTHING
        and not any(near[w] in own for need in best.needs for w in need & near.keys())
    ):
        best = _best([entry for entry in entries if entry.type != NOTHING], near, own)
    parts = {near[w] for need in best.needs for w in need & near.keys()} if best else set()
    over = next((known.over[base] for base in bases if base in known.over), None)
    if over and text.dependents(word, "xcomp", "ccomp") and parts.isdisjoint(own):
        return _meant(text, word, over), frozenset()
    return (best.type if best else None), frozenset(parts)


def _best(entries: Sequence[Entry], near: dict[str, int], own: Sequence[int] = ()) -> Entry | None:
    """The entry that fits with the most words, of two such the one that names the verb's object."""
    fits = [e for e in entries if not any(need.isdisjoint(near) for need in e.needs)]

    def fit(entry: Entry) -> tuple[int, int, bool]:
        named = (near[w] for need in entry.needs for w in need & near.keys())
        return *entry.weight, any(word in own for word in named)

    return max(fits, key=fit, default=None)


def _meant(text: Text, word: int, kind: str) -> str:
    """A promise to attack is a threat; who orders a paper closed has closed it."""
    turned = {"AGREE": (HOSTILE, "THREATEN"), "REQUEST": (_ORDERED, "COERCE")}
    if kind not in turned or (kind == "REQUEST" and not text.lower[word].startswith("order")):
        return kind
    acts, meaning = turned[kind]
    for below in text.dependents(word, "xcomp"):
        bases = patterns().bases.get(text.lower[below], ())
        if _verb_type(text, below, bases)[0] in acts:
            return meaning
    return kind


def _near(text: Text, word: int) -> dict[str, int]:
    """The bases of what hangs on a verb, each with its word: particles, nouns, what describes them.

    ``{obj}`` stands for an object, also one that a passive made the subject, ``{name}`` for one that is
    a name, ``{to}`` for an infinitive it governs, ``{purpose}`` for another.
    """
    found: dict[str, int] = {}
    things = objects(text, word) or (subjects(text, word) if is_passive(text, word) else [])
    for child in text.children(word):
        relation = text.relation(child)
        if relation not in _WITHIN | _PARTS or (relation == "nsubj" and child not in things):
            continue
        if child in things:
            found["{obj}"] = word
            if text.upos(child) == "PROPN":
                found["{name}"] = word
        if any(text.lower[mark] == "to" for mark in text.dependents(child, "mark")):
            found["{to}" if relation == "xcomp" else "{purpose}"] = word
        _note(text, child, found)
        level = [child]
        for _ in range(2):
            level = [c for at in level for c in text.children(at) if text.relation(c) in _WITHIN]
            for below in level:
                _note(text, below, found)
            level = [c for c in level if text.upos(c) in {"NOUN", "PROPN", "NUM"}]
    return found


def _note(text: Text, word: int, found: dict[str, int]) -> None:
    for base in patterns().bases.get(text.lower[word], ()):
        found.setdefault(base, word)
