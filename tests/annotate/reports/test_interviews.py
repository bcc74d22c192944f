"""Whose word an interview's answers are: a label's, or of whom the lead names."""

import pytest

from onrecord.annotate.reports.interviews import with_turns
from onrecord.records.marks import Naming, Report
from onrecord.records.predictions import Syntax
from onrecord.records.texts import Text
from onrecord.segment import segment
from tests.builders import plain
from tests.growth import in_step

TURNS = "\n\nQ: Is it safe?\n\nA: We checked it.\n\nQ: Who pays?\n\nA: The state."


def marked(text: str, people: list[str]) -> tuple[Text, list[Naming]]:
    """A text, and each first place of a name in it."""
    document = plain(text)
    spans = [(text.index(name), text.index(name) + len(name)) for name in people]
    names = [
        Naming(start=a, end=b, rule="names.model", type="Person", form="named", head=0)
        for a, b in spans
    ]
    return Text(document, segment(document), Syntax()), names


def said(text: str, people: list[str], *reports: Report) -> list[tuple[str, list[str]]]:
    """Source and contents of each report."""
    scene, names = marked(text, people)
    found = with_turns(scene, names, reports)
    return [(scene.slice(r.source[0]), [scene.slice(c) for c in r.content]) for r in found]


@pytest.mark.parametrize(
    ("lead", "people", "who"),
    [
        ("Ana Brandt spoke to the mayor, Pavel Dorn.", ["Ana Brandt", "Pavel Dorn"], "Pavel Dorn"),
        (
            "Pavel Dorn answered our questions. Ana Brandt took the picture.",
            ["Pavel Dorn", "Ana Brandt"],
            "Pavel Dorn",
        ),
        (
            "Our series goes on: Ana Brandt on Pavel Dorn.",
            ["Ana Brandt", "Pavel Dorn"],
            "Pavel Dorn",
        ),
        (
            "Pavel Dorn has given an interview to Ana Brandt of the Herald.",
            ["Pavel Dorn", "Ana Brandt"],
            "Pavel Dorn",
        ),
        ("An interview with nobody in particular.", [], "A:"),
    ],
)
def test_the_lead_names_who_answers(lead: str, people: list[str], who: str) -> None:
    assert said(lead + TURNS, people) == [(who, ["We checked it"]), (who, ["The state"])]


def test_initials_and_surnames_stand_for_the_name_before_them() -> None:
    text = "Lena Koch met the press.\n\nPRESS: Is it safe?\n\nLK: I think so.\n\nPRESS: Who pays?\n\nKOCH: We do."
    assert said(text, ["Lena Koch"]) == [
        ("Lena Koch", ["I think so"]),
        ("Lena Koch", ["We do"]),
    ]


def test_a_label_is_no_report_of_its_own() -> None:
    text = "The lead." + TURNS
    at = text.index("A:")
    of_label = Report(
        start=at, end=at + 9, rule="reports.model", source=((at, at + 1),), cue=((at + 1, at + 2),),
        content=((at + 3, at + 9),), direct=False,
    )  # fmt: skip
    assert said(text, [], of_label) == said(text, [])


def test_an_article_keeps_its_reports() -> None:
    scene, names = marked("Pavel Dorn said that it is safe.", ["Pavel Dorn"])
    assert with_turns(scene, names, ()) == ()


def test_time_grows_with_the_turns() -> None:
    def work(text: str) -> object:
        scene, _ = marked(text, [])
        names = [
            Naming(start=w[0], end=w[1], rule="", type="Person", form="named", head=0)
            for w in scene.segments.words
        ]
        return with_turns(scene, names, ())

    assert in_step(work, "Koch: Why?\n\nOrr: I will not.\n\n", 100)
