"""Reports within reports, by word order inside what a source says."""

import pytest

from onrecord.annotate.nested import RULES, nested
from onrecord.records.marks import Report
from onrecord.records.predictions import Syntax
from onrecord.records.texts import Text
from onrecord.segment import segment
from tests.builders import Scene, plain


def flat(*tagged: str) -> Scene:
    """A text whose tree says nothing: every word hangs on the first."""
    sentences = (sentence.split() for sentence in tagged)
    return Scene(
        *(
            " ".join(f"{item}/{min(i, 1)}/{'dep' if i else 'root'}" for i, item in enumerate(items))
            for items in sentences
        )
    )


def inner(scene: Scene, *outer: tuple[str, str, str]) -> list[Report]:
    found = scene.marks(reports=outer).reports
    return [report for report in found if report.rule in RULES]


def parts(scene: Scene, report: Report) -> tuple[str, ...]:
    spans = (*report.source, *report.cue, *report.content)
    return tuple(scene.at(spans))


SAID = "Halvek/PROPN said/VERB "
CASES = [
    (
        "she/PRON had/AUX learned/VERB from/ADP the/DET envoy/NOUN that/SCONJ it/PRON burned/VERB",
        ("the envoy", "learned from", "that it burned"),
    ),
    (
        "she/PRON recalled/VERB hearing/VERB a/DET guard/NOUN say/VERB that/SCONJ it/PRON burned/VERB",
        ("a guard", "say", "that it burned"),
    ),
    (
        "officials/NOUN had/AUX denied/VERB that/SCONJ the/DET mill/NOUN closed/VERB",
        ("officials", "had denied", "that the mill closed"),
    ),
    (
        "a/DET guard/NOUN told/VERB her/PRON an/DET envoy/NOUN had/AUX left/VERB",
        ("a guard", "told", "an envoy had left"),
    ),
    (
        "she/PRON had/AUX been/AUX told/VERB by/ADP the/DET envoy/NOUN that/SCONJ it/PRON burned/VERB",
        ("the envoy", "had been told", "that it burned"),
    ),
    (
        "one/NUM of/ADP them/PRON told/VERB the/DET board/NOUN in/ADP May/PROPN that/SCONJ it/PRON burned/VERB",
        ("one of them", "told", "that it burned"),
    ),
    (
        "he/PRON denied/VERB having/AUX sold/VERB it/PRON and/CCONJ that/SCONJ he/PRON left/VERB",
        ("he", "denied", "having sold it"),
    ),
    (
        "the/DET envoy/NOUN called/VERB the/DET plan/NOUN “/PUNCT a/DET farce/NOUN ”/PUNCT",
        ("the envoy", "called", "the plan “a farce”"),
    ),
    (
        "lawmakers/NOUN Friday/PROPN said/VERB the/DET mill/NOUN closed/VERB",
        ("lawmakers", "said", "the mill closed"),
    ),
    (
        "the/DET minutes/NOUN show/VERB the/DET envoy/NOUN lied/VERB",
        ("the minutes", "show", "the envoy lied"),
    ),
]


@pytest.mark.parametrize(("told", "expected"), CASES)
def test_a_reporting_verb_inside_a_content_is_a_report(
    told: str, expected: tuple[str, ...]
) -> None:
    scene = flat(SAID + told + " ./PUNCT")
    content = scene.text.document.text.removeprefix("Halvek said ").removesuffix(".").strip()
    (report,) = inner(scene, ("Halvek", "said", content))
    assert parts(scene, report) == expected
    assert report.rule == "reports.nested"


@pytest.mark.parametrize(
    "told",
    [
        "she/PRON thought/VERB the/DET mill/NOUN closed/VERB",
        "I/PRON told/VERB them/PRON the/DET mill/NOUN closed/VERB",
        "the/DET envoy/NOUN did/AUX not/PART say/VERB that/SCONJ it/PRON closed/VERB",
        "the/DET envoy/NOUN could/AUX say/VERB that/SCONJ it/PRON closed/VERB",
        "the/DET expected/VERB losses/NOUN closed/VERB it/PRON",
        "the/DET envoy/NOUN told/VERB them/PRON to/PART run/VERB",
        "dozens/NOUN of/ADP suspected/VERB looters/NOUN were/AUX arrested/VERB",
        "what/PRON he/PRON called/VERB “/PUNCT hell/NOUN ”/PUNCT closed/VERB",
        "the/DET envoy/NOUN asked/VERB whether/SCONJ it/PRON closed/VERB",
        "the/DET rain/NOUN showed/VERB the/DET mill/NOUN closed/VERB",
    ],
)
def test_no_further_voice_where_nobody_else_reports(told: str) -> None:
    scene = flat(SAID + told + " ./PUNCT")
    content = scene.text.document.text.removeprefix("Halvek said ").removesuffix(".").strip()
    assert inner(scene, ("Halvek", "said", content)) == []


def test_three_deep() -> None:
    scene = flat(
        SAID + "a/DET guard/NOUN told/VERB her/PRON that/SCONJ police/NOUN had/AUX warned/VERB"
        " people/NOUN that/SCONJ a/DET raid/NOUN came/VERB ./PUNCT"
    )
    told = "a guard told her that police had warned people that a raid came"
    middle, last = inner(scene, ("Halvek", "said", told))
    assert parts(scene, middle)[2] == "that police had warned people that a raid came"
    assert parts(scene, last) == ("police", "had warned", "that a raid came")


def test_whoever_is_cited_stands_behind_the_source() -> None:
    scene = flat(
        "The/DET Courier/PROPN ,/PUNCT citing/VERB two/NUM doctors/NOUN ,/PUNCT said/VERB it/PRON closed/VERB ./PUNCT"
    )
    (report,) = inner(scene, ("The Courier", "said", "it closed"))
    assert parts(scene, report) == ("two doctors", "citing", "it closed")
    assert report.rule == "reports.cited"


def test_a_reason_that_is_cited_is_no_source() -> None:
    scene = flat(
        "The/DET Courier/PROPN ,/PUNCT citing/VERB high/ADJ costs/NOUN ,/PUNCT said/VERB it/PRON closed/VERB ./PUNCT"
    )
    assert inner(scene, ("The Courier", "said", "it closed")) == []


def test_a_report_after_while_stands_beside_the_first() -> None:
    scene = flat(
        SAID + "the/DET mill/NOUN closed/VERB ,/PUNCT while/SCONJ owners/NOUN denied/VERB"
        " that/SCONJ they/PRON left/VERB ./PUNCT"
    )
    told = "the mill closed, while owners denied that they left"
    first, second = scene.marks(reports=[("Halvek", "said", told)]).reports
    assert parts(scene, first)[2] == "the mill closed"
    assert parts(scene, second) == ("owners", "denied", "that they left")


def signed(text: str) -> list[Report]:
    document = plain(text)
    found = nested(Text(document, segment(document), Syntax()), ())
    return [report for report in found if report.rule == "reports.signed"]


@pytest.mark.parametrize(
    "signature",
    [
        "— Dara Venn (@daravenn) June 29, 2017",
        "– Dara Venn (@daravenn)",
        "-- Dara Venn (@d_venn) May 3, 2019",
    ],
)
def test_a_post_is_the_word_of_whoever_signs_it(signature: str) -> None:
    text = f"The dam is safe. {signature}"
    (report,) = signed(text)
    (source,), (content,) = report.source, report.content
    assert text[slice(*source)].startswith("Dara Venn (@d")
    assert text[slice(*content)] == "The dam is safe."


def test_a_signature_alone_signs_the_paragraph_before() -> None:
    text = "The dam is safe.\n— Dara Venn (@daravenn) June 29, 2017"
    (report,) = signed(text)
    assert text[slice(*report.content[0])] == "The dam is safe."


@pytest.mark.parametrize("gap", [" ", "\n"])
def test_a_name_below_a_quotation_signs_it(gap: str) -> None:
    text = f"The council voted.\n“The dam is safe.”{gap}— Dara Venn, Lenn Gazette\nThe mill closed."
    (report,) = signed(text)
    assert text[slice(*report.source[0])] == "Dara Venn, Lenn Gazette"
    assert text[slice(*report.content[0])].strip("\n ") == "“The dam is safe.”"


def test_a_dash_below_plain_words_signs_nothing() -> None:
    assert signed("The dam is safe.\n— Dara Venn, Lenn Gazette") == []


def test_an_address_in_the_middle_signs_nothing() -> None:
    assert signed("The guard — Dara Venn (@daravenn) — said that the dam is safe.") == []


def test_two_reports_run_into_one_are_taken_apart() -> None:
    scene = flat(
        "Halvek/PROPN says/VERB the/DET envoy/NOUN told/VERB them/PRON that/SCONJ it/PRON burned/VERB"
    )
    both = Report(
        start=0,
        end=scene.span("it burned")[1],
        rule="reports.model",
        source=(scene.span("Halvek"), scene.span("the envoy")),
        cue=(scene.span("says"), scene.span("told")),
        content=(scene.span("that it burned"),),
        direct=False,
    )
    outer, within = nested(scene.text, (both,))
    assert parts(scene, outer) == ("Halvek", "says", "the envoy told them that it burned")
    assert parts(scene, within) == ("the envoy", "told", "that it burned")
