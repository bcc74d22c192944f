"""Simple events: a trigger word, who did it to whom, where, when, how many."""

from functools import cache

from onrecord.lexicons import lexicon
from onrecord.records.findings import Claim, Event, Findings, Mode, Participant
from onrecord.records.marks import Marks
from onrecord.records.shelves import Shelf
from onrecord.records.spans import Span, identify
from onrecord.records.texts import Text

RULES = {
    "events.trigger": "A verb from the list of event words (lexicons/en/events.yml) with who and what hang on it in the tree."
}


@cache
def _triggers() -> dict[str, str]:
    """Every form of every trigger verb with its event type."""
    return {
        form: label
        for label, verbs in lexicon("events").words.items()
        for verb in verbs
        for form in _forms(verb)
    }


_IRREGULAR = {
    "meet": "met",
    "strike": "struck",
    "shoot": "shot",
    "hold": "held",
    "seek": "sought",
    "give": "gave given",
    "send": "sent",
    "withdraw": "withdrew withdrawn",
    "fight": "fought",
    "speak": "spoke spoken",
    "leave": "left",
    "flee": "fled",
    "win": "won",
    "sue": "sued",
    "say": "said",
    "tell": "told",
    "lead": "led",
    "fly": "flew flown",
    "go": "went gone",
    "become": "became",
    "ban": "banned banning",
    "forbid": "forbade forbidden",
    "steal": "stole stolen",
    "take": "took taken",
    "kidnap": "kidnapped kidnapping",
    "travel": "travelled travelling",
    "transfer": "transferred transferring",
    "raid": "raided",
    "bomb": "bombed",
    "shell": "shelled",
    "overthrow": "overthrew overthrown",
    "quit": "quit",
}


def _forms(verb: str) -> list[str]:
    stem = verb[:-1] if verb.endswith("e") else verb
    y = verb[:-1] + "i" if verb.endswith("y") and verb[-2] not in "aeiou" else None
    forms = [
        verb,
        f"{y}es" if y else verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s"),
    ]
    forms += [f"{y}ed" if y else stem + "ed", stem + "ing"]
    return forms + _IRREGULAR.get(verb, "").split()


def events(text: Text, marks: Marks, findings: Findings) -> tuple[Event, ...]:
    """All events in text order."""
    triggers = _triggers()
    scene = Scene(text, findings)
    found = []
    for i, word in enumerate(text.lower):
        if word in triggers and text.upos(i) == "VERB":
            found.append(_event(scene, (i, triggers[word])))
    return tuple(found)


class Scene:
    """What an event finder looks at, indexed once a document."""

    def __init__(self, text: Text, findings: Findings) -> None:
        self.text = text
        known = [m for m in findings.mentions if m.actor]
        self.actors: Shelf[str | None] = Shelf(((m.start, m.end), m.actor) for m in known)
        self.places: Shelf[str | None] = Shelf(
            ((m.start, m.end), m.actor) for m in known if m.type == "Place"
        )
        self.times: Shelf[str] = Shelf(((t.start, t.end), t.id) for t in findings.times)
        self.quantities: Shelf[str] = Shelf(((q.start, q.end), q.id) for q in findings.quantities)
        self.claims: Shelf[Claim] = Shelf(((c.start, c.end), c) for c in findings.claims)


def _event(scene: Scene, trigger: tuple[int, str]) -> Event:
    text, (word, label) = scene.text, trigger
    span = text.segments.words[word]
    passive = any(
        text.syntax.relations[c] in {"aux:pass", "nsubj:pass"} for c in text.children(word)
    )
    subjects = text.dependents(word, "nsubj") or _shared_subject(text, word)
    pairs = [(s, "patient" if passive else "agent") for s in subjects]
    pairs += [(o, "patient") for o in text.dependents(word, "obj")]
    pairs += [(o, "recipient") for o in text.dependents(word, "iobj")]
    for oblique in text.dependents(word, "obl", "nmod"):
        cases = {text.lower[c] for c in text.dependents(oblique, "case")}
        if passive and "by" in cases:
            pairs.append((oblique, "agent"))
        elif cases & {"to", "for", "with", "against"}:
            pairs.append((oblique, "recipient"))
    below = text.span(min(text.subtree(word)), max(text.subtree(word)) + 1)
    return Event(
        rule="events.trigger",
        id=identify("event", text.document.id, *span),
        type=label,
        trigger=span,
        mode=_mode(text, word),
        participants=tuple(_participant(scene, w, role) for w, role in pairs),
        places=tuple(dict.fromkeys(a for a in scene.places.inside(below) if a)),
        times=tuple(scene.times.inside(below)),
        count=next(iter(scene.quantities.inside(below)), None),
        claim=_claim_of(scene, span),
    )


def _shared_subject(text: Text, word: int) -> list[int]:
    """The subject of the verb this one is coordinated with or is a relative clause of."""
    if text.relation(word) == "conj":
        return text.dependents(text.syntax.heads[word], "nsubj")
    return []


def _participant(scene: Scene, word: int, role: str) -> Participant:
    text = scene.text
    first, last = text.phrase(word)
    span = text.span(first, last)
    at = text.segments.words[word]
    actor = next(iter(scene.actors.around(at)), None)
    return Participant(role=role, actor=actor, start=span[0], end=span[1])


def _mode(text: Text, word: int) -> Mode:
    auxiliaries = {text.lower[c] for c in text.dependents(word, "aux", "mark")}
    if {text.lower[c] for c in text.dependents(word, "advmod")} & {"not", "n't", "never"}:
        return "negated"
    if auxiliaries & {"will", "'ll", "shall", "wo"}:
        return "future"
    if auxiliaries & {
        "may",
        "might",
        "could",
        "would",
        "should",
        "must",
        "can",
        "if",
        "unless",
        "whether",
        "to",
    }:
        return "hypothetical"
    return "actual"


def _claim_of(scene: Scene, span: Span) -> str | None:
    holding = scene.claims.around(span)
    return min(holding, key=lambda c: c.end - c.start).id if holding else None
