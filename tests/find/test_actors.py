"""Who is who: names, acronyms, titles, descriptions and pronouns."""

from onrecord.records.findings import Actor, Findings
from tests.builders import Scene

UNION = (
    "The/DET/4/det National/PROPN/4/compound Salt/PROPN/4/compound Union/PROPN/8/nsubj (/PUNCT/6/punct"
    " NSU/PROPN/4/appos )/PUNCT/6/punct closed/VERB/0/root its/PRON/10/nmod:poss office/NOUN/8/obj ./PUNCT/8/punct"
)
NSU = "The/DET/2/det NSU/PROPN/3/nsubj left/VERB/0/root ./PUNCT/3/punct"
GROUP = "The/DET/2/det group/NOUN/3/nsubj left/VERB/0/root ./PUNCT/3/punct"
MINISTER = (
    "Interior/PROPN/2/compound Minister/PROPN/3/compound Dorin/PROPN/5/nsubj Halvek/PROPN/3/flat"
    " met/VERB/0/root Mira/PROPN/5/obj Tesk/PROPN/6/flat ,/PUNCT/10/punct the/DET/10/det head/NOUN/6/appos"
    " of/ADP/13/case the/DET/13/det union/NOUN/10/nmod ./PUNCT/5/punct"
)
HALVEK = "Halvek/PROPN/2/nsubj left/VERB/0/root ./PUNCT/2/punct"
HE = "He/PRON/2/nsubj left/VERB/0/root ./PUNCT/2/punct"
POST = "The/DET/2/det minister/NOUN/3/nsubj left/VERB/0/root ./PUNCT/3/punct"
PEOPLE = [("Dorin Halvek", "Person"), ("Mira Tesk", "Person")]


def actor(findings: Findings, name: str) -> Actor:
    return next(a for a in findings.actors if a.name == name)


def named(findings: Findings, place: str, count: int = 1) -> str | None:
    """The name of the actor that a mention stands for."""
    mention = [m for m in findings.mentions if m.text == place][count - 1]
    return next((a.name for a in findings.actors if a.id == mention.actor), None)


def test_an_acronym_in_brackets_is_the_actor_named_before_it() -> None:
    found = Scene(UNION, NSU).findings(
        names=[
            ("National Salt Union", "Organization"),
            ("NSU", "Organization"),
            ("NSU#2", "Organization"),
        ]
    )
    assert [(a.name, a.aliases) for a in found.actors] == [("National Salt Union", ("NSU",))]
    assert found.actors[0].mentions == 4  # "its" among them


def test_an_acronym_without_brackets_is_found_by_its_letters() -> None:
    found = Scene(
        UNION.replace("(/PUNCT/6/punct", "or/CCONJ/6/cc").replace(
            " )/PUNCT/6/punct", " so/ADV/8/advmod"
        ),
        NSU,
    ).findings(names=[("National Salt Union", "Organization"), ("NSU#2", "Organization")])
    assert [a.name for a in found.actors] == ["National Salt Union"]


def test_another_acronym_is_another_actor() -> None:
    found = Scene(UNION, NSU.replace("NSU", "KPF")).findings(
        names=[("National Salt Union", "Organization"), ("KPF", "Organization")]
    )
    assert [a.name for a in found.actors] == ["National Salt Union", "KPF"]


def test_a_surname_is_the_person_named_in_full() -> None:
    found = Scene(MINISTER, HALVEK).findings(names=[*PEOPLE, ("Halvek#2", "Person")])
    assert [a.name for a in found.actors] == ["Dorin Halvek", "Mira Tesk"]
    halvek = actor(found, "Dorin Halvek")
    assert halvek.aliases == ("Halvek",) and halvek.mentions == 2


def test_a_surname_first_takes_the_longer_name_later() -> None:
    found = Scene(HALVEK, MINISTER).findings(
        names=[("Halvek", "Person"), ("Dorin Halvek", "Person")]
    )
    assert [(a.name, a.aliases) for a in found.actors] == [("Dorin Halvek", ("Halvek",))]


def test_two_people_with_one_surname_are_two() -> None:
    other = "Ada/PROPN/3/nsubj Halvek/PROPN/1/flat left/VERB/0/root ./PUNCT/3/punct"
    found = Scene(MINISTER, other).findings(names=[*PEOPLE, ("Ada Halvek", "Person")])
    assert [a.name for a in found.actors] == ["Dorin Halvek", "Mira Tesk", "Ada Halvek"]


def test_a_person_and_a_place_of_one_name_are_two() -> None:
    place = "In/ADP/2/case Halvek/PROPN/4/obl it/PRON/4/expl rained/VERB/0/root ./PUNCT/4/punct"
    found = Scene(HALVEK, place).findings(names=[("Halvek", "Person"), ("Halvek#2", "Place")])
    assert [(a.name, a.type) for a in found.actors] == [("Halvek", "Person"), ("Halvek", "Place")]
    assert len({a.id for a in found.actors}) == 2


def test_a_title_before_a_name_is_a_role() -> None:
    scene = Scene(MINISTER)
    (role,) = actor(scene.findings(names=PEOPLE), "Dorin Halvek").roles
    assert role.title == "Interior Minister" == scene.text.slice((role.start, role.end))
    assert role.organization is None and role.as_of is None


def test_an_apposition_is_a_role_and_names_its_organization() -> None:
    scene = Scene(MINISTER.replace("the/DET/13/det union/NOUN", "the/DET/13/det Union/PROPN"))
    found = scene.findings(names=[*PEOPLE, ("Union", "Organization")])
    (role,) = actor(found, "Mira Tesk").roles
    assert role.title == "head of the Union"
    assert role.organization == actor(found, "Union").id


def test_he_is_the_last_man_and_not_a_woman() -> None:
    widow = "Mrs/PROPN/2/compound Tesk/PROPN/3/nsubj came/VERB/0/root ./PUNCT/3/punct"
    found = Scene(HALVEK, widow, HE).findings(names=[("Halvek", "Person"), ("Tesk", "Person")])
    assert named(found, "He") == "Halvek"
    she = Scene(HALVEK, widow, HE.replace("He", "She")).findings(
        names=[("Halvek", "Person"), ("Tesk", "Person")]
    )
    assert named(she, "She") == "Tesk"


def test_he_stands_for_no_company() -> None:
    found = Scene(UNION, HE).findings(names=[("National Salt Union", "Organization")])
    assert named(found, "He") is None


def test_it_is_a_body_and_they_are_a_group() -> None:
    they = "They/PRON/2/nsubj left/VERB/0/root ./PUNCT/2/punct"
    found = Scene(UNION, HE.replace("He", "It"), they).findings(
        names=[("National Salt Union", "Organization")]
    )
    assert named(found, "It") == named(found, "They") == "National Salt Union"


def test_the_group_is_the_last_body_and_a_group_is_nobody_known() -> None:
    said = {
        "names": [("National Salt Union", "Organization")],
        "nominal": [("group", "Organization")],
    }
    assert named(Scene(UNION, GROUP).findings(**said), "The group") == "National Salt Union"
    some = Scene(UNION, GROUP.replace("The/DET", "A/DET")).findings(**said)
    assert named(some, "A group") is None


def test_the_minister_is_whoever_has_that_title() -> None:
    found = Scene(MINISTER, POST).findings(names=PEOPLE, nominal=[("minister", "Person")])
    assert named(found, "The minister") == "Dorin Halvek"


def test_i_in_a_quotation_is_who_says_it() -> None:
    scene = Scene(
        "Tesk/PROPN/2/nsubj said/VERB/0/root to/ADP/4/case Halvek/PROPN/2/obl :/PUNCT/2/punct “/PUNCT/8/punct"
        " I/PRON/8/nsubj left/VERB/2/ccomp ./PUNCT/8/punct ”/PUNCT/8/punct"
    )
    found = scene.findings(
        names=[("Tesk", "Person"), ("Halvek", "Person")], reports=[("Tesk", "said", "“I left.”")]
    )
    assert named(found, "I") == "Tesk"


def test_i_outside_a_quotation_is_nobody_known() -> None:
    found = Scene(HALVEK, HE.replace("He", "I")).findings(names=[("Halvek", "Person")])
    assert named(found, "I") is None


def test_dates_are_mentions_but_no_actors() -> None:
    scene = Scene("They/PRON/2/nsubj left/VERB/0/root Monday/PROPN/2/obl ./PUNCT/2/punct")
    found = scene.findings(names=[("Monday", "Date")])
    assert found.actors == ()
    assert [(m.text, m.type) for m in found.mentions] == [("They", "Group"), ("Monday", "Date")]


def test_the_article_and_the_possessive_are_no_part_of_a_name() -> None:
    scene = Scene(
        "The/DET/2/det Front/PROPN/3/nsubj left/VERB/0/root ./PUNCT/3/punct",
        "The/DET/2/det Front/PROPN/4/nmod:poss 's/PART/2/case men/NOUN/5/nsubj left/VERB/0/root ./PUNCT/5/punct",
    )
    found = scene.findings(names=[("The Front", "Organization"), ("Front's", "Organization")])
    assert [(a.name, a.mentions) for a in found.actors] == [("Front", 2)]


def test_ids_hang_on_content_alone() -> None:
    first, second = (Scene(MINISTER).findings(names=PEOPLE) for _ in range(2))
    assert first.actors == second.actors
    assert all(a.id.startswith("actor-") for a in first.actors)


MINISTRY = (
    "Varna/PROPN/4/nmod:poss 's/PART/1/case defence/NOUN/4/compound ministry/NOUN/5/nsubj closed/VERB/0/root"
    " its/PRON/7/nmod:poss office/NOUN/5/obj ./PUNCT/5/punct"
)


def test_a_body_may_have_a_description_for_a_name() -> None:
    scene = Scene(MINISTRY, "The/DET/2/det ministry/NOUN/3/nsubj left/VERB/0/root ./PUNCT/3/punct")
    found = scene.findings(
        names=[("Varna", "Place")],
        nominal=[("ministry", "Organization"), ("ministry#2", "Organization")],
    )
    assert [a.name for a in found.actors] == ["Varna", "Varna's defence ministry"]
    assert named(found, "The ministry") == "Varna's defence ministry"
    assert named(found, "its") == "Varna's defence ministry"


def test_she_is_not_the_man_beside_her() -> None:
    scene = Scene(
        "Maria/PROPN/3/nsubj Tesk/PROPN/1/flat met/VERB/0/root George/PROPN/3/obj Halvek/PROPN/4/flat ./PUNCT/3/punct",
        "She/PRON/2/nsubj left/VERB/0/root ./PUNCT/2/punct",
    )
    found = scene.findings(names=[("Maria Tesk", "Person"), ("George Halvek", "Person")])
    assert named(found, "She") == "Maria Tesk"


def test_a_subject_may_come_after_the_pronoun_that_looks_ahead_to_it() -> None:
    scene = Scene(
        "In/ADP/3/case her/PRON/3/nmod:poss speech/NOUN/6/obl ,/PUNCT/3/punct Tesk/PROPN/6/nsubj left/VERB/0/root"
        " early/ADV/6/advmod ./PUNCT/6/punct"
    )
    assert named(scene.findings(names=[("Tesk", "Person")]), "her") == "Tesk"


def test_the_object_of_a_verb_is_not_its_subject() -> None:
    scene = Scene(
        "Tesk/PROPN/2/nsubj met/VERB/0/root her/PRON/2/obj early/ADV/2/advmod ./PUNCT/2/punct"
    )
    assert named(scene.findings(names=[("Tesk", "Person")]), "her") is None


def test_a_pronoun_taken_wrongly_does_not_decide_what_somebody_is_for_good() -> None:
    her = "Her/PRON/2/nmod:poss office/NOUN/3/nsubj closed/VERB/0/root ./PUNCT/3/punct"
    found = Scene(HALVEK, HE, her, together=True).findings(names=[("Halvek", "Person")])
    assert named(found, "He") == named(found, "Her") == "Halvek"


def test_a_man_by_name_is_never_she() -> None:
    george = "George/PROPN/3/nsubj Halvek/PROPN/1/flat left/VERB/0/root ./PUNCT/3/punct"
    found = Scene(george, HE.replace("He", "She"), together=True).findings(
        names=[("George Halvek", "Person")]
    )
    assert named(found, "She") is None


AIDE = (
    "An/DET/2/det aide/NOUN/3/nsubj said/VERB/0/root mills/NOUN/5/nsubj closed/VERB/3/ccomp"
    " ./PUNCT/3/punct"
)
SHE_SAID = (
    "She/PRON/2/nsubj said/VERB/0/root shops/NOUN/4/nsubj burned/VERB/2/ccomp ./PUNCT/2/punct"
)
SAID = [("An aide", "said", "mills closed"), ("She", "said#2", "shops burned")]


def test_somebody_without_a_name_who_speaks_again_is_an_actor() -> None:
    found = Scene(AIDE, SHE_SAID).findings(
        nominal=[("aide", "Person")], reports=SAID, pointing={"She": "aide"}
    )
    assert [(a.name, a.described, a.mentions) for a in found.actors] == [("An aide", True, 2)]
    assert found.attributions[-1].actor == found.actors[0].id


def test_somebody_without_a_name_who_speaks_once_is_none() -> None:
    found = Scene(AIDE).findings(nominal=[("aide", "Person")], reports=SAID[:1])
    assert found.actors == ()


def test_the_weights_alone_take_nobody_without_a_name() -> None:
    found = Scene(AIDE, SHE_SAID).findings(nominal=[("aide", "Person")], reports=SAID)
    assert found.actors == ()


def test_what_the_model_points_at_outweighs_what_stands_nearer() -> None:
    two = (
        "Halvek/PROPN/2/nsubj met/VERB/0/root Tesk/PROPN/2/obj ./PUNCT/2/punct",
        "She/PRON/2/nsubj left/VERB/0/root ./PUNCT/2/punct",
    )
    people = [("Halvek", "Person"), ("Tesk", "Person")]
    for aim in ("Halvek", "Tesk"):
        found = Scene(*two).findings(names=people, pointing={"She": aim})
        assert named(found, "She") == aim


def test_a_description_goes_where_the_model_is_sure() -> None:
    found = Scene(HALVEK, POST.replace("minister", "founder")).findings(
        names=[("Halvek", "Person")],
        nominal=[("founder", "Person")],
        pointing={"founder": "Halvek"},
    )
    assert named(found, "The founder") == "Halvek"


def test_whom_she_surely_means_is_a_person() -> None:
    found = Scene(HALVEK, HE.replace("He/", "She/")).findings(
        names=[("Halvek", "Organization")], pointing={"She": "Halvek"}
    )
    assert [(a.name, a.type, a.mentions) for a in found.actors] == [("Halvek", "Person", 2)]
    assert {m.type for m in found.mentions if m.name == "named"} == {"Person"}


ENGINEER = "An/DET/2/det engineer/NOUN/3/nsubj said/VERB/0/root mills/NOUN/5/nsubj closed/VERB/3/ccomp ./PUNCT/3/punct"
TESK = "The/DET/2/det engineer/NOUN/6/nsubj ,/PUNCT/4/punct Mira/PROPN/2/appos Tesk/PROPN/4/flat left/VERB/0/root ./PUNCT/6/punct"


def test_a_name_in_apposition_is_whom_the_description_means() -> None:
    found = Scene(TESK).findings(names=[("Mira Tesk", "Person")], nominal=[("engineer", "Person")])
    assert named(found, "The engineer") == "Mira Tesk"


def test_somebody_brought_in_without_a_name_may_get_it_later() -> None:
    found = Scene(ENGINEER, TESK).findings(
        names=[("Mira Tesk", "Person")],
        nominal=[("engineer", "Person"), ("engineer#2", "Person")],
        reports=[("An engineer", "said", "mills closed")],
    )
    assert [(a.name, a.mentions) for a in found.actors] == [("Mira Tesk", 3)]
    assert found.attributions[0].actor == found.actors[0].id


def test_a_surname_of_two_parts_goes_with_the_full_name() -> None:
    found = Scene(
        HALVEK.replace("Halvek/PROPN/2/nsubj", "Ana/PROPN/3/nsubj Tesk-Lind/PROPN/1/flat").replace(
            "/2/", "/3/"
        ),
        HALVEK.replace("Halvek", "Tesk-Lind"),
    ).findings(names=[("Ana Tesk-Lind", "Person"), ("Tesk-Lind#2", "Person")])
    assert [a.name for a in found.actors] == ["Ana Tesk-Lind"]


def test_a_description_that_brings_somebody_in_goes_back_to_nobody() -> None:
    found = Scene(HALVEK, POST.replace("The/", "A/")).findings(
        names=[("Halvek", "Person")],
        nominal=[("minister", "Person")],
        pointing={"minister": "Halvek"},
    )
    assert named(found, "A minister") is None


def test_nobody_is_their_own_owner() -> None:
    hers = (
        "Halvek/PROPN/2/nsubj met/VERB/0/root her/PRON/4/nmod:poss aide/NOUN/2/obj ./PUNCT/2/punct"
    )
    found = Scene(hers).findings(
        names=[("Halvek", "Person")], nominal=[("aide", "Person")], pointing={"her": "aide"}
    )
    assert named(found, "her") == "Halvek"


def test_two_people_without_a_name_are_two_actors() -> None:
    found = Scene(AIDE, SHE_SAID, AIDE, SHE_SAID).findings(
        nominal=[("aide", "Person"), ("aide#2", "Person")],
        reports=SAID[:1],
        pointing={"She": "aide", "She#2": "aide#2"},
    )
    assert [(a.name, a.mentions) for a in found.actors] == [("An aide", 2), ("An aide", 2)]
    assert len({a.id for a in found.actors}) == 2


def test_one_name_is_one_actor_however_it_was_typed_at_first() -> None:
    both = [("Halvek", "Organization"), ("Halvek#2", "Person")]
    found = Scene(HALVEK, HALVEK, HE).findings(names=both, pointing={"He": "Halvek"})
    assert len({a.id for a in found.actors}) == len(found.actors)
