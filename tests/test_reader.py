"""The whole route with the shipped model."""

import msgspec
import pytest

from onrecord.model.bundle import Bundle, load, shipped
from onrecord.reader import read_documents
from onrecord.records.documents import Document
from onrecord.records.readings import Reading
from tests.builders import plain

TEXT = (
    "Minister Anna Keller said the factory will close in May.\n\n"
    "The company denied that it had paid the workers.\n\n"
    "Two men were killed by soldiers in Berlin on 12 May 2023."
)


@pytest.fixture(scope="module")
def bundle() -> Bundle:
    return load(shipped(), threads=1)


def read(bundle: Bundle, text: str, language: str = "en") -> Reading:
    (reading,) = read_documents([plain(text, language=language)], bundle)
    return reading


def printed(reading: Reading, span: tuple[int, int]) -> str:
    return reading.document.slice(span)


def test_who_says_what_how_firmly(bundle: Bundle) -> None:
    reading = read(bundle, TEXT)
    claims = {c.text: c for c in reading.claims}
    close = claims["the factory will close in May"]
    assert close.kind == "prediction" and close.support_offered == "named_source"
    assert [v.who for v in close.voices] == ["author", "source"]
    keller = next(a for a in reading.actors if "Keller" in a.name)
    assert close.voices[1].actor == keller.id and close.voices[1].named == "named"
    paid = claims["it had paid the workers"]
    assert (paid.factuality.polarity, paid.factuality.certainty) == ("-", "certain")
    assert "denied" in [printed(reading, cue) for cue in paid.factuality.cues]


def test_a_passive_event_with_its_place_and_time(bundle: Bundle) -> None:
    reading = read(bundle, TEXT)
    event = next(e for e in reading.events if printed(reading, e.trigger) == "killed")
    roles = {p.role: printed(reading, (p.start, p.end)) for p in event.participants}
    assert (event.type, event.mode) == ("ASSAULT", "actual")
    assert roles["patient"] == "Two men"
    assert [a.name for a in reading.actors if a.id in event.places] == ["Berlin"]
    assert [t.value for t in reading.times if t.id in event.times] == ["2023-05-12"]


def test_every_place_is_a_place_in_the_text(bundle: Bundle) -> None:
    reading = read(bundle, TEXT)
    for part in ("mentions", "claims", "times", "quantities", "loaded"):
        for finding in getattr(reading, part):
            assert printed(reading, (finding.start, finding.end)) == finding.text
    assert [printed(reading, (s.start, s.end)) for s in reading.sentences] == TEXT.split("\n\n")


def test_every_rule_used_is_explained(bundle: Bundle) -> None:
    reading = read(bundle, TEXT)
    used = {
        finding.rule
        for part in (
            "mentions",
            "actors",
            "attributions",
            "claims",
            "events",
            "times",
            "quantities",
            "loaded",
        )
        for finding in getattr(reading, part)
    }
    assert used == set(reading.made_by.rules)
    assert all(why.endswith(".") for why in reading.made_by.rules.values())


def test_two_readings_are_the_same_but_for_the_seconds(bundle: Bundle) -> None:
    def raw(reading: Reading) -> bytes:
        made = msgspec.structs.replace(reading.made_by, seconds=0.0)
        return msgspec.json.encode(msgspec.structs.replace(reading, made_by=made))

    assert raw(read(bundle, TEXT)) == raw(read(bundle, TEXT))


def test_a_reading_survives_json(bundle: Bundle) -> None:
    reading = read(bundle, TEXT)
    assert msgspec.json.decode(msgspec.json.encode(reading), type=Reading) == reading


def test_a_text_that_is_not_english_keeps_its_sentences_and_has_no_findings(bundle: Bundle) -> None:
    text = "Der Minister sagte, das Werk schließe im Mai. Die Firma schwieg."
    reading = read(bundle, text, language="de")
    assert [printed(reading, (s.start, s.end)) for s in reading.sentences] == [
        "Der Minister sagte, das Werk schließe im Mai.",
        "Die Firma schwieg.",
    ]
    parts = (
        "mentions",
        "actors",
        "attributions",
        "claims",
        "events",
        "times",
        "quantities",
        "loaded",
    )
    assert [getattr(reading, part) for part in parts] == [()] * 8
    assert reading.made_by.rules == {}


def test_documents_read_together_keep_their_order(bundle: Bundle) -> None:
    documents: list[Document] = [
        plain("It rained."),
        plain("Es regnete stark.", language="de"),
        plain(""),
        plain(TEXT),
    ]
    readings = read_documents(documents, bundle)
    assert [r.document for r in readings] == documents
    assert [len(r.sentences) for r in readings] == [1, 1, 0, 3]
    assert readings[1].claims == () and any("factory" in c.text for c in readings[3].claims)
    assert read_documents([], bundle) == []


def test_the_model_is_named_by_its_digest(bundle: Bundle) -> None:
    reading = read(bundle, "It rained.")
    assert reading.schema == "onrecord/1" and reading.made_by.seconds >= 0
    assert reading.made_by.model is not None
    assert reading.made_by.model.sha256 == bundle.manifest.files["model.onnx"]
