"""Reports become attributions: with an id, an actor and the one they stand inside."""

from onrecord.records.findings import Attribution
from tests.builders import Scene

NESTED = Scene(
    "Halvek/PROPN/2/nsubj said/VERB/0/root that/SCONJ/5/mark Tesk/PROPN/5/nsubj claimed/VERB/2/ccomp"
    " officials/NOUN/7/nsubj told/VERB/5/ccomp her/PRON/7/obj the/DET/10/det mill/NOUN/11/nsubj"
    " closed/VERB/7/ccomp ./PUNCT/2/punct"
)
OUTER = ("Halvek", "said", "that Tesk claimed officials told her the mill closed")
MIDDLE = ("Tesk", "claimed", "officials told her the mill closed")
INNER = ("officials", "told", "the mill closed")
NAMES = [("Halvek", "Person"), ("Tesk", "Person")]


def made(scene: Scene, *said: tuple[str, str, str], **more: object) -> tuple[Attribution, ...]:
    return scene.findings(reports=said, **more).attributions


def test_the_parent_is_the_innermost_one_around() -> None:
    outer, middle, inner = made(NESTED, OUTER, MIDDLE, INNER)
    assert [NESTED.at(a.cue) for a in (outer, middle, inner)] == [["said"], ["claimed"], ["told"]]
    assert (outer.parent, middle.parent, inner.parent) == (None, outer.id, middle.id)


def test_attributions_side_by_side_have_no_parent() -> None:
    scene = Scene(
        "Halvek/PROPN/2/nsubj said/VERB/0/root it/PRON/4/nsubj closed/VERB/2/ccomp ,/PUNCT/7/punct"
        " Tesk/PROPN/7/nsubj said/VERB/2/conj it/PRON/9/nsubj burned/VERB/7/ccomp"
    )
    found = made(scene, ("Halvek", "said", "it closed"), ("Tesk", "said#2", "it burned"))
    assert [a.parent for a in found] == [None, None]
    assert len({a.id for a in found}) == 2


def test_the_actor_is_the_person_named_in_the_source() -> None:
    found = NESTED.findings(reports=[OUTER, MIDDLE, INNER], names=NAMES)
    names = {a.id: a.name for a in found.actors}
    assert [names.get(a.actor or "") for a in found.attributions] == ["Halvek", "Tesk", None]


def test_a_person_goes_before_the_body_in_one_source() -> None:
    scene = Scene(
        "Varna/PROPN/2/compound police/NOUN/3/compound chief/NOUN/4/compound Tarr/PROPN/5/nsubj"
        " said/VERB/0/root it/PRON/7/nsubj rained/VERB/5/ccomp ./PUNCT/5/punct"
    )
    found = scene.findings(
        reports=[("Varna police chief Tarr", "said", "it rained")],
        names=[("Varna", "Place"), ("Tarr", "Person")],
    )
    names = {a.id: a.name for a in found.actors}
    assert names[found.attributions[0].actor or ""] == "Tarr"


def test_a_pronoun_as_source_is_the_actor_it_stands_for() -> None:
    scene = Scene(
        "Halvek/PROPN/2/nsubj left/VERB/0/root ./PUNCT/2/punct",
        "He/PRON/2/nsubj said/VERB/0/root the/DET/4/det mill/NOUN/5/nsubj closed/VERB/2/ccomp ./PUNCT/2/punct",
    )
    found = scene.findings(
        names=[("Halvek", "Person")], reports=[("He", "said", "the mill closed")]
    )
    assert found.attributions[0].actor == found.actors[0].id


def test_an_actor_outside_the_source_is_not_taken() -> None:
    found = NESTED.findings(reports=[INNER], names=NAMES)
    assert found.attributions[0].actor is None


def test_what_is_said_is_kept_as_marked() -> None:
    found = made(NESTED, OUTER)[0]
    assert NESTED.at(found.source) == ["Halvek"]
    assert NESTED.at(found.content) == [OUTER[2]]
    assert found.direct is False and found.score == 0.9 and found.rule == "reports.model"


def test_a_report_within_a_report_is_found_by_the_tree() -> None:
    outer, middle, inner = made(NESTED, OUTER)
    assert [NESTED.at(a.source) for a in (middle, inner)] == [["Tesk"], ["officials"]]
    assert NESTED.at(inner.content) == ["the mill closed"]
    assert (middle.parent, inner.parent) == (outer.id, middle.id)
    assert {middle.rule, inner.rule} == {"reports.nested"}


def test_what_i_say_in_my_own_quotation_is_no_further_voice() -> None:
    scene = Scene(
        "Halvek/PROPN/2/nsubj said/VERB/0/root I/PRON/4/nsubj told/VERB/2/ccomp her/PRON/4/obj it/PRON/7/nsubj"
        " closed/VERB/4/ccomp early/ADV/7/advmod ./PUNCT/2/punct"
    )
    assert len(made(scene, ("Halvek", "said", "I told her it closed early"))) == 1
