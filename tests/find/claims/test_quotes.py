"""Quotation marks at the edges of a claim."""

import pytest

from onrecord.find.claims.quotes import unquoted
from onrecord.records.predictions import Syntax
from onrecord.records.texts import Text
from onrecord.segment import segment
from tests.builders import plain


@pytest.mark.parametrize(
    ("printed", "left"),
    [
        ("“The dam is safe,”", "The dam is safe"),
        ("“The dam is safe", "The dam is safe"),
        ("the dam is safe.”", "the dam is safe"),
        ('"The dam is safe."', "The dam is safe"),
        ('"The dam is safe', "The dam is safe"),
        ("the draft “alarmist”", "the draft “alarmist”"),
        ("“Alarmist” is the word", "“Alarmist” is the word"),
        ("“A” and “B”", "“A” and “B”"),
        ("no mark at all.", "no mark at all."),
        ("“”", "“”"),
    ],
)
def test_marks_that_pair_with_nothing_in_a_claim_are_left_out(printed: str, left: str) -> None:
    document = plain(printed)
    text = Text(document, segment(document), Syntax())
    assert text.slice(unquoted(text, (0, len(printed)))) == left
