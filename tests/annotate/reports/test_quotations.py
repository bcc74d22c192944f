"""Quotations over paragraphs: whose words the next one holds."""

from onrecord.annotate.reports.quotations import carried
from onrecord.records.marks import Report
from onrecord.records.predictions import Syntax
from onrecord.records.segments import Segments
from onrecord.records.spans import Span
from onrecord.records.texts import Text
from tests.builders import plain


def given(printed: str, *said: tuple[str, str]) -> list[list[str]]:
    """The contents of each report; ``said``: its cue, and its contents parted by bars."""

    def span(words: str) -> Span:
        at = printed.index(words)
        return at, at + len(words)

    text = Text(plain(printed), Segments(sentences=(), words=(), bounds=()), Syntax())
    reports = [
        Report(
            start=0,
            end=0,
            rule="reports.model",
            source=(),
            cue=(span(cue),),
            content=tuple(span(words) for words in contents.split("|")),
            direct=True,
        )
        for cue, contents in said
    ]
    return [[text.slice(c) for c in report.content] for report in carried(text, reports)]


OPEN = "“One,” Tesk said. “Two.\n“Three.”\n“Four,” Orlu added."
CLOSED = "“One,” Tesk said.\n“Two.”\n“Three,” Orlu added."


def test_a_quotation_left_open_goes_on_with_its_speaker() -> None:
    said = given(OPEN, ("said", "“One,”|“Two."), ("added", "“Three.”|“Four,”"))
    assert said == [["“One,”", "“Two.", "“Three.”"], ["“Four,”"]]


def test_it_goes_on_also_where_nobody_was_given_it() -> None:
    assert given(OPEN, ("said", "“One,”|“Two."))[0][2:] == ["“Three.”"]


def test_a_closed_quotation_is_not_the_next_speakers() -> None:
    said = given(CLOSED, ("said", "“One,”"), ("added", "“Two.”|“Three,”"))
    assert said == [["“One,”", "“Two.”"], ["“Three,”"]]


def test_a_quotation_that_nobody_leads_up_to_waits_for_its_speaker() -> None:
    late = "Rain fell.\n“Two.”\n“Three,” Orlu added."
    assert given(late, ("added", "“Two.”|“Three,”")) == [["“Two.”", "“Three,”"]]
    alone = "“One,” Tesk said.\n“Two.”\nOrlu said that."
    assert given(alone, ("Tesk said", "“One,”"), ("Orlu said", "“Two.”")) == [
        ["“One,”"],
        ["“Two.”"],
    ]


def test_a_transcript_changes_speakers() -> None:
    printed = "Tesk said: “It was\n“HOST: Three.”"
    assert given(printed, ("said", "“It was")) == [["“It was"]]


def test_a_cue_inside_a_quotation_is_not_the_speaker() -> None:
    printed = "Tesk said: “He\n“says so\n“and more.”"
    assert given(printed, ("said", "“He"), ("says", "so")) == [["“He", "“and more.”"], ["so"]]
