"""Telling claims apart costs what a text is long: no step looks at all claims from every claim."""

from functools import cache

from onrecord.annotate import annotate
from onrecord.find import find
from onrecord.model.bundle import load, shipped
from onrecord.model.predict import predict
from onrecord.records.marks import Marks
from onrecord.records.texts import Text
from onrecord.segment import segment
from tests.builders import plain
from tests.growth import in_step

PARAGRAPH = (
    "Koch, who owns the ferry, told reporters that the dam was safe, but Orr left the hall as she spoke. "
    "“It is closed, and nobody will open it,” she said, adding that the mayor had been warned.\n\n"
)


def test_claims_of_a_long_text_cost_no_more_each() -> None:
    bundle = load(shipped(), threads=1)

    @cache
    def read(text: str) -> tuple[Text, Marks]:
        document = plain(text)
        segments = segment(document)
        predictions = predict(bundle, [(document.text, segments)])[0]
        scene = Text(document, segments, predictions.syntax)
        return scene, annotate(scene, predictions)

    for times in (6, 48):
        read(PARAGRAPH * times)
    assert in_step(lambda text: find(*read(text)), PARAGRAPH, 6)
