"""Events: a word that names one, who did it to whom, where, when, how many, and whether it happened."""

from collections.abc import Iterable

from onrecord.find.events.modes import mode
from onrecord.find.events.participants import participants
from onrecord.find.events.triggers import Trigger, triggers
from onrecord.records.findings import Claim, Event, Findings, Mode, Participant
from onrecord.records.marks import Marks
from onrecord.records.predictions import Role
from onrecord.records.shelves import Shelf
from onrecord.records.spans import Span, identify
from onrecord.records.texts import Text

RULES = {
    "events.trigger": "A verb from the list of event words (lexicons/en/events.yml) with who and what hang on it in the tree.",
    "events.noun": "A noun from that list that says whose act it was or whom it met.",
}
SCORES = {"events.trigger": 1.0, "events.noun": 0.7}


def events(text: Text, marks: Marks, findings: Findings) -> tuple[Event, ...]:
    """All events in text order."""
    scene = Scene(text, findings, marks.roles)
    made = (_event(scene, trigger) for trigger in triggers(text))
    return tuple(event for event in made if event is not None)


class Scene:
    """What an event finder looks at, indexed once a document."""

    def __init__(self, text: Text, findings: Findings, roles: tuple[Role, ...]) -> None:
        self.text = text
        self.arguments: dict[int, list[Role]] = {}
        for role in roles:
            self.arguments.setdefault(role.predicate, []).append(role)
        known = [m for m in findings.mentions if m.actor]
        self.actors: Shelf[str | None] = Shelf(((m.start, m.end), m.actor) for m in known)
        self.places = _placed((m.start, m.actor) for m in known if m.type == "Place")
        self.times = _placed((t.start, t.id) for t in findings.times)
        self.quantities = _placed((q.start, q.id) for q in findings.quantities)
        self.dates: Shelf[str] = Shelf(((t.start, t.end), t.id) for t in findings.times)
        self.claims: Shelf[Claim] = Shelf(((c.start, c.end), c) for c in findings.claims)

    def under(self, words: list[int], things: dict[int, str]) -> tuple[str, ...]:
        """Which of some things begin at one of these words, each once."""
        starts = (self.text.segments.words[w][0] for w in words)
        return tuple(dict.fromkeys(things[at] for at in starts if at in things))


def _placed(things: Iterable[tuple[int, str | None]]) -> dict[int, str]:
    return {start: identity for start, identity in things if identity}


def _event(scene: Scene, trigger: Trigger) -> Event | None:
    text, word = scene.text, trigger.word
    pairs = [
        (w, role)
        for w, role in participants(text, trigger, scene.arguments.get(word, ()))
        if not scene.dates.around(text.segments.words[w])
    ]
    if trigger.noun and not pairs:
        return None
    rule = "events.noun" if trigger.noun else "events.trigger"
    span = text.segments.words[word]
    claim = _claim_of(scene, span)
    below = text.subtree(word, _clauses_under(text, word))
    return Event(
        rule=rule,
        score=SCORES[rule],
        id=identify("event", text.document.id, *span),
        type=trigger.type,
        trigger=span,
        mode=_mode(scene, trigger, claim),
        participants=tuple(_participant(scene, w, role) for w, role in pairs),
        places=scene.under(below, scene.places),
        times=scene.under(below, scene.times),
        count=_count(scene, pairs, below),
        claim=claim.id if claim else None,
    )


def _clauses_under(text: Text, word: int) -> frozenset[int]:
    """Clauses of their own below an event's word: where and when they happened is theirs."""
    todo, found = [word], set()
    while todo:
        at = todo.pop()
        for child in text.children(at):
            relation = text.relation(child)
            clausal = relation in {"ccomp", "parataxis", "advcl", "acl"}
            if clausal or (relation == "conj" and text.upos(child) == "VERB"):
                found.add(child)
            else:
                todo.append(child)
    return frozenset(found)


def _count(scene: Scene, pairs: list[tuple[int, str]], below: list[int]) -> str | None:
    """How many: the amount that counts a patient, else another who takes part, else any."""
    order = sorted(pairs, key=lambda pair: pair[1] != "patient")
    inside = [range(*scene.text.phrase(word)) for word, role in order if role != "topic"]
    for words in [*map(list, inside), below]:
        found = scene.under(words, scene.quantities)
        if found:
            return found[0]
    return None


def _participant(scene: Scene, word: int, role: str) -> Participant:
    text = scene.text
    first, last = text.phrase(word)
    span = text.span(first, last)
    at = text.segments.words[word]
    actor = next(iter(scene.actors.around(at)), None)
    return Participant(role=role, actor=actor, start=span[0], end=span[1])


def _mode(scene: Scene, trigger: Trigger, claim: Claim | None) -> Mode:
    """Its mode by its words; what a question asks about or an order orders may not be."""
    text, word = scene.text, trigger.word
    found = mode(text, word, trigger.noun)
    if found != "actual" or claim is None or claim.kind not in {"question", "directive"}:
        return found
    head = text.syntax.heads[word]
    while head >= 0 and text.relation(word) == "conj":
        word, head = head, text.syntax.heads[head]
    at = text.segments.words[head][0] if head >= 0 else -1
    leads = not claim.start <= at < claim.end
    bidden = claim.kind == "question" or not text.dependents(word, "nsubj", "aux")
    return "hypothetical" if leads and bidden and not trigger.noun else found


def _claim_of(scene: Scene, span: Span) -> Claim | None:
    holding = scene.claims.around(span)
    return min(holding, key=lambda c: c.end - c.start) if holding else None
