"""Attributions as marked: source, cue and content tied by the pointer."""

from onrecord.annotate.reports import RULES, reports
from onrecord.records.marks import Report
from onrecord.records.predictions import Link, Predictions, Syntax
from onrecord.records.texts import Text
from tests.builders import Scene

SCENE = Scene(
    "Halvek/PROPN/2/nsubj said/VERB/0/root the/DET/4/det mill/NOUN/5/nsubj closed/VERB/2/ccomp ./PUNCT/2/punct",
    "“/PUNCT/2/punct Stop/VERB/5/ccomp ,/PUNCT/2/punct ”/PUNCT/2/punct shouted/VERB/0/root Tesk/PROPN/5/nsubj ./PUNCT/5/punct",
)
SAID = ("Halvek", "said", "the mill closed")
SHOUTED = ("Tesk", "shouted", "“Stop,”")


def made(*said: tuple[str, str, str]) -> list[tuple[list[str], list[str], list[str], bool]]:
    found = reports(SCENE.text, SCENE.predictions(reports=said))
    at = SCENE.at
    return [(at(r.source), at(r.cue), at(r.content), r.direct) for r in found]


def test_a_report_has_source_cue_and_content() -> None:
    assert made(SAID) == [(["Halvek"], ["said"], ["the mill closed"], False)]


def test_a_content_in_quotation_marks_is_direct() -> None:
    assert made(SHOUTED)[-1] == (["Tesk"], ["shouted"], ["“Stop,”"], True)


def test_plain_said_is_a_report_where_the_model_marked_none() -> None:
    assert made(SHOUTED)[0] == (["Halvek"], ["said"], ["the mill closed"], False)


def test_reports_stand_in_text_order() -> None:
    assert [cue for _, cue, _, _ in made(SHOUTED, SAID)] == [["said"], ["shouted"]]


def test_a_source_the_model_misses_is_the_subject_of_the_cue() -> None:
    assert made(("", "said", "the mill closed")) == [
        (["Halvek"], ["said"], ["the mill closed"], False)
    ]
    (report,) = reports(SCENE.text, SCENE.predictions(reports=[("", "said", "the mill closed")]))
    assert report.rule == "reports.subject" and report.rule in RULES


PASSIVE = Scene(
    "It/PRON/3/expl was/AUX/3/aux:pass reported/VERB/0/root that/SCONJ/6/mark mills/NOUN/6/nsubj closed/VERB/3/ccomp"
)


def test_a_source_may_be_missing_a_content_may_not() -> None:
    said = PASSIVE.predictions(reports=[("", "reported", "that mills closed")])
    (report,) = reports(PASSIVE.text, said)
    assert report.source == () and PASSIVE.at(report.cue) == ["reported"]
    unsaid = PASSIVE.predictions(reports=[("", "reported", "")])
    assert reports(PASSIVE.text, unsaid) == ()


def test_a_report_covers_all_its_parts_and_is_as_sure_as_its_weakest() -> None:
    tags = (
        SCENE.tag("Halvek", "source", 0.8),
        SCENE.tag("said", "cue", 0.6),
        SCENE.tag("the mill closed", "content", 0.7),
    )
    links = tuple(Link(part=i, cue=1, score=0.9) for i in range(3))
    (report,) = reports(SCENE.text, Predictions(attribution=tags, links=links))
    assert SCENE.text.slice(report.span) == "Halvek said the mill closed"
    assert report.score == 0.6 and report.rule in RULES


def parts(*scores: float) -> tuple[Report, ...]:
    tags = (
        SCENE.tag("Halvek", "source"),
        SCENE.tag("said", "cue"),
        SCENE.tag("the mill closed", "content"),
    )
    links = tuple(Link(part=i, cue=1, score=score) for i, score in enumerate(scores))
    flat = Text(SCENE.text.document, SCENE.text.segments, Syntax())
    return reports(flat, Predictions(attribution=tags, links=links))


def test_a_part_that_points_nowhere_sure_is_left_out() -> None:
    assert parts(0.9, 0.9, 0.1) == ()


def test_a_source_right_beside_a_cue_is_its_own_wherever_it_points() -> None:
    (report,) = parts(0.1, 0.9, 0.9)
    assert SCENE.at(report.source) == ["Halvek"] and report.rule == "reports.subject"


def test_the_subject_of_a_passive_is_spoken_of() -> None:
    scene = Scene(
        "Orlu/PROPN/3/nsubj:pass was/AUX/3/aux:pass accused/VERB/0/root of/SCONJ/5/mark lying/VERB/3/advcl"
    )
    (report,) = reports(
        scene.text, scene.predictions(reports=[("Orlu", "was accused of", "lying")])
    )
    assert report.source == () and scene.at(report.content) == ["Orlu", "lying"]


def test_plain_words_of_an_earlier_sentence_are_not_what_is_reported() -> None:
    scene = Scene(
        "Mills/NOUN/2/nsubj burned/VERB/0/root ./PUNCT/2/punct",
        "Halvek/PROPN/2/nsubj said/VERB/0/root mills/NOUN/4/nsubj closed/VERB/2/ccomp ./PUNCT/2/punct",
        together=True,
    )
    tags = tuple(
        scene.tag(place, label)
        for place, label in (
            ("Mills burned", "content"),
            ("Halvek", "source"),
            ("said", "cue"),
            ("mills closed", "content"),
        )
    )
    links = tuple(Link(part=i, cue=2, score=0.9) for i in range(4))
    (report,) = reports(scene.text, Predictions(attribution=tags, links=links))
    assert scene.at(report.content) == ["mills closed"]


def test_a_cue_in_two_pieces_is_one_report() -> None:
    tags = (
        SCENE.tag("Halvek", "cue"),
        SCENE.tag("said", "cue"),
        SCENE.tag("the mill closed", "content"),
    )
    links = (
        Link(part=0, cue=1, score=0.9),
        Link(part=1, cue=1, score=0.9),
        Link(part=2, cue=0, score=0.9),
    )
    (report,) = reports(SCENE.text, Predictions(attribution=tags, links=links))
    assert SCENE.at(report.cue) == ["Halvek", "said"]
    assert SCENE.at(report.content) == ["the mill closed"]


def test_nothing_said_nothing_reported() -> None:
    assert reports(PASSIVE.text, Predictions()) == ()


def source_of(sentence: str, cue: str, content: str, *marked: str) -> list[str]:
    """Whom a sentence's cue goes to if the model tied no source to it; ``marked``: sources of others."""
    scene = Scene(sentence)
    tags = [scene.tag(cue, "cue"), scene.tag(content, "content")]
    links = tuple(Link(part=i, cue=0, score=0.9) for i in range(2))
    tags += [scene.tag(place, "source") for place in marked]
    (report,) = reports(scene.text, Predictions(attribution=tuple(tags), links=links))
    return scene.at(report.source)


def test_a_participle_has_the_subject_of_its_sentence() -> None:
    assert source_of(
        "Tesk/PROPN/2/nsubj left/VERB/0/root ,/PUNCT/4/punct saying/VERB/2/advcl mills/NOUN/6/nsubj closed/VERB/4/ccomp",
        "saying",
        "mills closed",
    ) == ["Tesk"]


def test_a_verb_that_the_tree_hangs_nowhere_has_the_source_named_before_it() -> None:
    lost = "Tesk/PROPN/2/nsubj smiled/VERB/5/advcl and/CCONJ/5/cc then/ADV/5/advmod vowed/VERB/0/root revenge/NOUN/5/obj"
    assert source_of(lost, "vowed", "revenge", "Tesk") == ["Tesk"]
    assert source_of(lost, "vowed", "revenge") == []


def test_a_passive_is_the_word_of_whoever_stands_after_by() -> None:
    told = (
        "Halvek/PROPN/3/nsubj:pass was/AUX/3/aux:pass endorsed/VERB/0/root by/ADP/5/case {}/3/obl"
    )
    assert source_of(told.format("Tesk/PROPN"), "endorsed", "Halvek") == ["Tesk"]
    asked = (
        "Asked/VERB/5/advcl about/ADP/3/case it/PRON/1/obl Tesk/PROPN/5/nsubj laughed/VERB/0/root"
    )
    assert source_of(asked, "Asked about", "it") == []


def test_an_impersonal_cue_is_nobodys() -> None:
    unclear = "Tesk/PROPN/2/nsubj laughed/VERB/0/root it/PRON/5/expl 's/AUX/5/cop unclear/ADJ/2/parataxis why/ADV/5/advcl"
    assert source_of(unclear, "it's unclear", "why") == []


def test_who_opens_the_next_sentence_is_not_the_source_of_this_one() -> None:
    scene = Scene(
        "It/PRON/3/nsubj is/AUX/3/aux said/VERB/0/root mills/NOUN/5/nsubj closed/VERB/3/ccomp ./PUNCT/3/punct",
        "Halvek/PROPN/2/nsubj slept/VERB/0/root ./PUNCT/2/punct",
        together=True,
    )
    (report,) = scene.marks(reports=[("Halvek", "is said", "mills closed")]).reports
    assert report.source == ()
