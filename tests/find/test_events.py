"""Simple events: the trigger, who did it to whom, whether it happened."""

import msgspec
import pytest

from onrecord.find import find
from onrecord.records.findings import Event, Findings
from onrecord.records.predictions import Role
from tests.builders import Scene

KILLED = (
    "Soldiers/NOUN/2/nsubj killed/VERB/0/root two/NUM/4/nummod men/NOUN/2/obj in/ADP/6/case Varna/PROPN/2/obl"
    " on/ADP/8/case Monday/PROPN/2/obl ./PUNCT/2/punct"
)
PASSIVE = (
    "Two/NUM/2/nummod men/NOUN/4/nsubj:pass were/AUX/4/aux:pass killed/VERB/0/root by/ADP/6/case"
    " soldiers/NOUN/4/obl:agent ./PUNCT/4/punct"
)


def parts(scene: Scene, event: Event) -> list[tuple[str, str]]:
    return [(p.role, scene.text.slice((p.start, p.end))) for p in event.participants]


def only(sentence: str) -> tuple[Scene, Event]:
    scene = Scene(sentence)
    (event,) = scene.findings().events
    return scene, event


def test_who_did_it_to_whom() -> None:
    scene, event = only(KILLED)
    assert (event.type, event.mode, scene.text.slice(event.trigger)) == (
        "ASSAULT",
        "actual",
        "killed",
    )
    assert parts(scene, event) == [("agent", "Soldiers"), ("patient", "two men")]


def test_the_passive_turns_the_roles_round() -> None:
    scene, event = only(PASSIVE)
    assert parts(scene, event) == [("patient", "Two men"), ("agent", "soldiers")]


def test_where_when_and_how_many_and_in_which_claim() -> None:
    scene = Scene(KILLED)
    found: Findings = scene.findings(names=[("Varna", "Place"), ("Monday", "Date")])
    (event,) = found.events
    assert event.places == tuple(a.id for a in found.actors) and len(event.places) == 1
    assert event.times == tuple(t.id for t in found.times) and len(event.times) == 1
    assert [q.id for q in found.quantities if q.value == 2] == [event.count]
    assert event.claim == found.claims[0].id and found.claims[0].events == (event.id,)


def test_a_participant_is_tied_to_its_actor() -> None:
    scene = Scene("Halvek/PROPN/2/nsubj accused/VERB/0/root Tesk/PROPN/2/obj ./PUNCT/2/punct")
    found = scene.findings(names=[("Halvek", "Person"), ("Tesk", "Person")])
    names = {a.id: a.name for a in found.actors}
    (event,) = found.events
    assert event.type == "ACCUSE"
    assert [(p.role, names[p.actor or ""]) for p in event.participants] == [
        ("agent", "Halvek"),
        ("patient", "Tesk"),
    ]


def test_to_whom() -> None:
    scene, event = only(
        "Halvek/PROPN/2/nsubj supplied/VERB/0/root arms/NOUN/2/obj to/ADP/5/case rebels/NOUN/2/obl ./PUNCT/2/punct"
    )
    assert event.type == "AID"
    assert ("recipient", "rebels") in parts(scene, event)


def test_a_coordinated_verb_shares_its_subject() -> None:
    scene = Scene(
        "Police/NOUN/2/nsubj raided/VERB/0/root homes/NOUN/2/obj and/CCONJ/5/cc arrested/VERB/2/conj men/NOUN/5/obj ./PUNCT/2/punct"
    )
    raid, arrest = scene.findings().events
    assert parts(scene, raid) == [("agent", "Police"), ("patient", "homes")]
    assert parts(scene, arrest) == [("agent", "Police"), ("patient", "men")]


MODES = [
    ("Soldiers/NOUN/3/nsubj will/AUX/3/aux attack/VERB/0/root them/PRON/3/obj", "future"),
    ("Soldiers/NOUN/3/nsubj may/AUX/3/aux attack/VERB/0/root them/PRON/3/obj", "hypothetical"),
    ("They/PRON/2/nsubj planned/VERB/0/root to/PART/4/mark attack/VERB/2/xcomp Varna/PROPN/4/obj", "hypothetical"),
    ("Soldiers/NOUN/4/nsubj did/AUX/4/aux not/PART/4/advmod attack/VERB/0/root them/PRON/4/obj", "negated"),
    ("Soldiers/NOUN/4/nsubj will/AUX/4/aux never/ADV/4/advmod attack/VERB/0/root them/PRON/4/obj", "negated"),
    ("Soldiers/NOUN/3/nsubj have/AUX/3/aux attacked/VERB/0/root them/PRON/3/obj", "actual"),
    ("Nobody/PRON/2/nsubj attacked/VERB/0/root them/PRON/2/obj", "negated"),
    ("No/DET/2/det soldiers/NOUN/3/nsubj attacked/VERB/0/root them/PRON/3/obj", "negated"),
    ("Halvek/PROPN/2/nsubj said/VERB/0/root they/PRON/5/nsubj would/AUX/5/aux attack/VERB/2/ccomp Varna/PROPN/5/obj", "future"),
    ("They/PRON/2/nsubj began/VERB/0/root to/PART/4/mark attack/VERB/2/xcomp Varna/PROPN/4/obj", "actual"),
    ("They/PRON/2/nsubj failed/VERB/0/root to/PART/4/mark attack/VERB/2/xcomp Varna/PROPN/4/obj", "negated"),
    ("They/PRON/3/nsubj:pass are/AUX/3/aux:pass accused/VERB/0/root of/SCONJ/5/mark bombing/VERB/3/advcl Varna/PROPN/5/obj", "hypothetical"),
    ("They/PRON/2/nsubj forced/VERB/0/root rebels/NOUN/2/obj to/PART/5/mark attack/VERB/2/xcomp Varna/PROPN/5/obj", "actual"),
    ("They/PRON/4/nsubj did/AUX/4/aux not/PART/4/advmod go/VERB/0/root to/PART/6/mark attack/VERB/4/xcomp Varna/PROPN/6/obj", "negated"),
    ("They/PRON/2/nsubj considered/VERB/0/root attacking/VERB/2/xcomp Varna/PROPN/3/obj", "hypothetical"),
    ("They/PRON/2/nsubj avoided/VERB/0/root attacking/VERB/2/xcomp Varna/PROPN/3/obj", "negated"),
    ("Guards/NOUN/2/nsubj kept/VERB/0/root rebels/NOUN/2/obj from/SCONJ/5/mark attacking/VERB/2/advcl Varna/PROPN/5/obj", "negated"),
    ("They/PRON/2/nsubj ordered/VERB/0/root that/SCONJ/6/mark it/PRON/6/nsubj:pass be/AUX/6/aux:pass bombed/VERB/2/ccomp", "hypothetical"),
    ("Reports/NOUN/6/nsubj that/SCONJ/4/mark soldiers/NOUN/4/nsubj attacked/VERB/1/ccomp them/PRON/4/obj spread/VERB/0/root", "hypothetical"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "mode"), MODES)
def test_whether_it_happened(sentence: str, mode: str) -> None:
    events = Scene(sentence).findings().events
    assert [e.mode for e in events if e.type == "ASSAULT"] == [mode]


FORMS = [
    ("met", "CONSULT"), ("shot", "ASSAULT"), ("withdrew", "YIELD"), ("banned", "COERCE"), ("denied", None),
    ("fled", "MOVE"), ("led", "HOLD_ROLE"), ("arrests", "COERCE"), ("accusing", "ACCUSE"), ("slept", None),
    ("ratifies", "SUPPORT"), ("testified", "STATEMENT"),
]  # fmt: skip


@pytest.mark.parametrize(("word", "kind"), FORMS)
def test_every_form_of_a_trigger_is_known(word: str, kind: str | None) -> None:
    found = Scene(f"They/PRON/2/nsubj {word}/VERB/0/root them/PRON/2/obj").findings()
    assert [e.type for e in found.events] == ([kind] if kind else [])


def test_a_noun_alone_is_no_trigger() -> None:
    assert Scene("The/DET/2/det attack/NOUN/3/nsubj ended/VERB/0/root").findings().events == ()


PATTERNS = [
    ("They/PRON/2/nsubj held/VERB/0/root talks/NOUN/2/obj with/ADP/5/case rebels/NOUN/3/nmod", "CONSULT", ("recipient", "rebels")),
    ("They/PRON/2/nsubj imposed/VERB/0/root sanctions/NOUN/2/obj on/ADP/5/case Varna/PROPN/3/nmod", "SANCTION", ("recipient", "Varna")),
    ("They/PRON/2/nsubj imposed/VERB/0/root a/DET/4/det curfew/NOUN/2/obj", "COERCE", ("agent", "They")),
    ("Workers/NOUN/2/nsubj called/VERB/0/root off/ADP/2/compound:prt the/DET/5/det strike/NOUN/2/obj", "YIELD", ("agent", "Workers")),
    ("They/PRON/2/nsubj called/VERB/0/root on/ADP/4/case rebels/NOUN/2/obl to/PART/6/mark leave/VERB/2/xcomp", "REQUEST", ("recipient", "rebels")),
    ("It/PRON/3/nsubj:pass was/AUX/3/aux:pass added/VERB/0/root to/ADP/6/case a/DET/6/det blacklist/NOUN/3/obl", "DESIGNATE", ("patient", "It")),
    ("Police/NOUN/2/nsubj closed/VERB/0/root the/DET/4/det newspaper/NOUN/2/obj", "COERCE", ("patient", "the newspaper")),
    ("Halvek/PROPN/4/nsubj is/AUX/4/cop now/ADV/4/advmod willing/ADJ/0/root to/PART/6/mark meet/VERB/4/xcomp Tesk/PROPN/6/obj", "AGREE", ("topic", "Tesk")),
    ("They/PRON/2/nsubj left/VERB/0/root a/DET/4/det meeting/NOUN/2/obj with/ADP/7/case President/PROPN/7/nmod Tesk/PROPN/4/nmod", "REJECT", ("recipient", "President Tesk")),
    ("They/PRON/2/nsubj trained/VERB/0/root police/NOUN/2/obj", "AID", ("patient", "police")),
    ("Jets/NOUN/2/nsubj forced/VERB/0/root a/DET/4/det plane/NOUN/2/obj down/ADV/2/advmod", "COERCE", ("patient", "a plane")),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "kind", "part"), PATTERNS)
def test_what_hangs_on_a_verb_makes_its_type(
    sentence: str, kind: str, part: tuple[str, str]
) -> None:
    scene = Scene(sentence)
    first = scene.findings().events[0]
    assert first.type == kind and part in parts(scene, first)


def test_whoever_calls_somebody_to_apologise_does_it_to_them() -> None:
    scene = Scene(
        "Halvek/PROPN/2/nsubj called/VERB/0/root Tesk/PROPN/2/obj to/PART/5/mark apologise/VERB/2/xcomp ./PUNCT/2/punct"
    )
    call, apology = scene.findings().events
    assert (call.type, apology.type) == ("CONSULT", "SUPPORT")
    assert parts(scene, apology) == [("agent", "Halvek"), ("recipient", "Tesk")]


def test_nothing_happens_where_only_the_verb_fits() -> None:
    closed = "They/PRON/2/nsubj closed/VERB/0/root the/DET/4/det window/NOUN/2/obj"
    assert Scene(closed).findings().events == ()


def test_a_threat_names_whom_the_act_is_meant_for_and_so_does_a_vow_to_attack() -> None:
    for word in ("threatened", "vowed"):
        scene = Scene(
            f"Halvek/PROPN/2/nsubj {word}/VERB/0/root to/PART/4/mark attack/VERB/2/xcomp Varna/PROPN/4/obj"
        )
        threat, attack = scene.findings().events
        assert (threat.type, threat.mode) == ("THREATEN", "actual")
        assert parts(scene, threat) == [("agent", "Halvek"), ("topic", "Varna")]
        assert (attack.type, attack.mode) == ("ASSAULT", "hypothetical")
        assert ("agent", "Halvek") in parts(scene, attack)


def test_who_must_do_what_somebody_says_is_asked_to() -> None:
    scene, event = only(
        "Halvek/PROPN/2/nsubj says/VERB/0/root rebels/NOUN/5/nsubj must/AUX/5/aux go/VERB/2/ccomp ./PUNCT/2/punct"
    )
    assert (event.type, scene.text.slice(event.trigger)) == ("REQUEST", "must")
    assert parts(scene, event) == [("agent", "Halvek"), ("recipient", "rebels")]


def test_a_noun_that_says_whose_act_it_was_is_an_event() -> None:
    scene, event = only(
        "The/DET/2/det attack/NOUN/7/nsubj on/ADP/4/case Varna/PROPN/2/nmod by/ADP/6/case rebels/NOUN/2/nmod"
        " ended/VERB/0/root"
    )
    assert (event.type, event.rule) == ("ASSAULT", "events.noun") and event.score < 1
    assert parts(scene, event) == [("patient", "Varna"), ("agent", "rebels")]


def test_a_noun_that_is_part_of_a_verbs_entry_is_no_second_event() -> None:
    _, event = only(
        "Rebels/NOUN/2/nsubj launched/VERB/0/root attacks/NOUN/2/obj on/ADP/5/case Varna/PROPN/3/nmod"
    )
    assert event.type == "ASSAULT"


def test_a_relative_clause_is_about_its_noun() -> None:
    scene, event = only(
        "The/DET/2/det men/NOUN/6/nsubj who/PRON/4/nsubj bombed/VERB/2/acl:relcl Varna/PROPN/4/obj left/VERB/0/root"
    )
    assert parts(scene, event) == [("agent", "The men"), ("patient", "Varna")]


def test_whoever_is_asked_does_what_is_asked_and_both_of_a_pair_take_part() -> None:
    scene = Scene(
        "Halvek/PROPN/4/nsubj and/CCONJ/3/cc Tesk/PROPN/1/conj urged/VERB/0/root rebels/NOUN/4/obj"
        " to/PART/7/mark release/VERB/4/xcomp prisoners/NOUN/7/obj"
    )
    urging, release = scene.findings().events
    assert parts(scene, urging)[:2] == [("agent", "Halvek"), ("agent", "Tesk")]
    assert parts(scene, release) == [("agent", "rebels"), ("patient", "prisoners")]


def test_days_are_no_participants_and_a_clause_below_keeps_its_places() -> None:
    scene = Scene(
        "Halvek/PROPN/2/nsubj announced/VERB/0/root on/ADP/4/case Monday/PROPN/2/obl that/SCONJ/7/mark he/PRON/7/nsubj"
        " left/VERB/2/ccomp Varna/PROPN/7/obj"
    )
    found = scene.findings(names=[("Varna", "Place"), ("Monday", "Date")])
    event = found.events[0]
    assert event.type == "STATEMENT" and event.places == () and len(event.times) == 1
    assert "Monday" not in [text for _, text in parts(scene, event)]


def test_where_a_move_goes_and_the_post_that_somebody_is_given() -> None:
    scene, move = only(
        "Halvek/PROPN/2/nsubj moved/VERB/0/root from/ADP/4/case Varna/PROPN/2/obl to/ADP/6/case Odrin/PROPN/2/obl"
    )
    assert parts(scene, move) == [
        ("agent", "Halvek"),
        ("origin", "Varna"),
        ("destination", "Odrin"),
    ]
    scene, post = only(
        "They/PRON/2/nsubj appointed/VERB/0/root Tesk/PROPN/2/obj as/ADP/5/case judge/NOUN/2/obl"
    )
    assert post.type == "HOLD_ROLE"
    assert parts(scene, post) == [("agent", "They"), ("patient", "Tesk"), ("post", "judge")]


SLIPS = [
    ("Police/NOUN/2/nsubj:pass arrested/VERB/0/root two/NUM/4/nummod men/NOUN/2/obj", [("agent", "Police"), ("patient", "two men")]),
    ("President/NOUN/2/nmod Halvek/PROPN/4/appos has/AUX/4/aux:pass accused/VERB/0/root Tesk/PROPN/4/obj", [("agent", "President Halvek"), ("patient", "Tesk")]),
    ("Halvek/PROPN/2/nsubj condemned/VERB/0/root the/DET/4/det minister/NOUN/2/obl", [("agent", "Halvek"), ("patient", "the minister")]),
    ("Two/NUM/2/nummod men/NOUN/3/nsubj:pass killed/VERB/0/root", [("patient", "Two men")]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), SLIPS)
def test_a_verb_has_its_subject_and_object_where_the_tree_names_them_wrongly(
    sentence: str, expected: list[tuple[str, str]]
) -> None:
    scene = Scene(sentence)
    assert parts(scene, scene.findings().events[0]) == expected


def told(sentence: str, *roles: tuple[int, int, int, str]) -> list[list[tuple[str, str]]]:
    """Who takes part in each event where the model also gives roles (predicate, first, last, label)."""
    scene = Scene(sentence)
    said = tuple(Role(predicate=p, first=a, last=b, label=label) for p, a, b, label in roles)
    marks = msgspec.structs.replace(scene.marks(), roles=said)
    return [parts(scene, event) for event in find(scene.text, marks).events]


def test_the_models_roles_decide_whose_act_a_shared_verb_is() -> None:
    shared = (
        "They/PRON/2/nsubj saw/VERB/0/root their/PRON/4/nmod:poss lead/NOUN/2/obj shrink/VERB/2/ccomp"
        " and/CCONJ/7/cc appealed/VERB/5/conj for/ADP/9/case help/NOUN/7/obl"
    )
    other = shared.replace("lead/NOUN/2/obj", "lead/NOUN/5/nsubj")
    assert told(other)[0][0] == ("agent", "their lead")
    assert told(other, (6, 0, 1, "ARG0"))[0] == [("agent", "They"), ("recipient", "help")]


def test_a_verbs_own_subject_stands_whatever_the_roles_say() -> None:
    own = "Halvek/PROPN/2/nsubj accused/VERB/0/root Tesk/PROPN/2/obj"
    assert told(own, (1, 2, 3, "ARG0"), (1, 0, 1, "ARG1")) == [
        [("agent", "Halvek"), ("patient", "Tesk")]
    ]


def test_a_relative_clause_has_what_it_describes_for_object_said_or_not() -> None:
    said = (
        "The/DET/2/det rebels/NOUN/0/root that/PRON/5/obj they/PRON/5/nsubj fund/VERB/2/acl:relcl"
    )
    assert told(said) == [[("patient", "The rebels"), ("agent", "they")]]
    left = "The/DET/2/det rebels/NOUN/0/root they/PRON/4/nsubj fund/VERB/2/acl:relcl"
    assert told(left) == [[("agent", "they")]]
    assert told(left, (3, 0, 2, "ARG1")) == [[("patient", "The rebels"), ("agent", "they")]]


NOTHING = [
    ("They/PRON/2/nsubj fought/VERB/0/root an/DET/4/det epidemic/NOUN/2/obj", []),
    ("They/PRON/2/nsubj fought/VERB/0/root rebels/NOUN/2/obj", ["ASSAULT"]),
    ("They/PRON/2/nsubj met/VERB/0/root the/DET/4/det deadline/NOUN/2/obj", []),
    ("They/PRON/2/nsubj met/VERB/0/root rebels/NOUN/2/obj before/ADP/6/case the/DET/6/det deadline/NOUN/2/obl", ["CONSULT"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "kinds"), NOTHING)
def test_an_object_can_say_that_nothing_happened(sentence: str, kinds: list[str]) -> None:
    assert [event.type for event in Scene(sentence).findings().events] == kinds


def test_who_orders_a_paper_banned_bans_it_and_an_author_says_what_the_text_says() -> None:
    ordered = Scene(
        "They/PRON/2/nsubj ordered/VERB/0/root papers/NOUN/2/obj banned/VERB/2/xcomp"
    ).findings()
    assert ordered.events[0].type == "COERCE"
    scene = Scene(
        "Halvek/PROPN/2/nsubj read/VERB/0/root a/DET/4/det statement/NOUN/2/obj"
        " accusing/VERB/4/acl Tesk/PROPN/5/obj"
    )
    accusing = scene.findings().events[-1]
    assert parts(scene, accusing) == [("agent", "Halvek"), ("patient", "Tesk")]


def test_a_headline_names_whom_it_befell_and_an_ally_is_nobody_attacked() -> None:
    scene, event = only("Nine/NUM/2/nummod Nurses/NOUN/3/nsubj Killed/VERB/0/root")
    assert parts(scene, event) == [("patient", "Nine Nurses")]
    scene, event = only(
        "They/PRON/2/nsubj fought/VERB/0/root alongside/ADP/5/case the/DET/5/det army/NOUN/2/obl"
    )
    assert parts(scene, event) == [("agent", "They")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The/DET/2/det video/NOUN/3/nsubj demonstrates/VERB/0/root strength/NOUN/3/obj",
        "Profits/NOUN/2/nsubj declined/VERB/0/root",
        "Dorn/PROPN/2/nsubj searched/VERB/0/root for/ADP/4/case glasses/NOUN/2/obl",
    ],
)
def test_a_word_in_another_sense_is_no_event(sentence: str) -> None:
    assert Scene(sentence).findings().events == ()
