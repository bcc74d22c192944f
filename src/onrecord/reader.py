"""The whole route of one article: document in, reading out."""

import time
from collections.abc import Sequence

from onrecord import annotate as annotation
from onrecord import find as finding
from onrecord.annotate import annotate
from onrecord.find import find
from onrecord.model.bundle import Bundle
from onrecord.model.predict import predict
from onrecord.records.documents import Document
from onrecord.records.findings import Findings
from onrecord.records.predictions import Predictions
from onrecord.records.readings import MadeBy, ModelUsed, Reading, Sentence
from onrecord.records.segments import Segments
from onrecord.records.texts import Text
from onrecord.segment import segment

VERSION = "0.1.0"
_RULES = annotation.RULES | finding.RULES


def read_documents(documents: Sequence[Document], bundle: Bundle) -> list[Reading]:
    """Put documents on the record; several at once share the model's batches.

    Findings are for English: a document in another language keeps its text and sentences.
    """
    began = time.perf_counter()
    segments = [segment(document) for document in documents]
    english = [i for i, document in enumerate(documents) if document.language in {"en", "und"}]
    predictions = dict(
        zip(
            english,
            predict(bundle, [(documents[i].text, segments[i]) for i in english]),
            strict=True,
        )
    )
    share = (time.perf_counter() - began) / max(1, len(documents))
    return [
        _reading(document, segments[i], predictions.get(i), (bundle, share))
        for i, document in enumerate(documents)
    ]


def _reading(
    document: Document,
    segments: Segments,
    predictions: Predictions | None,
    made: tuple[Bundle, float],
) -> Reading:
    began = time.perf_counter()
    bundle, share = made
    findings = Findings()
    if predictions is not None:
        text = Text(document, segments, predictions.syntax)
        findings = find(text, annotate(text, predictions))
    used = {finding.rule for part in _parts(findings).values() for finding in part}  # type: ignore[attr-defined]
    return Reading(
        document=document,
        sentences=tuple(Sentence(start=start, end=end) for start, end in segments.sentences),
        made_by=MadeBy(
            onrecord=VERSION,
            model=ModelUsed(name=bundle.manifest.name, sha256=bundle.sha256),
            seconds=round(share + time.perf_counter() - began, 4),
            rules={rule: _RULES.get(rule, "") for rule in sorted(used)},
        ),
        **_parts(findings),  # type: ignore[arg-type]
    )


def _parts(findings: Findings) -> dict[str, tuple[object, ...]]:
    return {name: getattr(findings, name) for name in findings.__struct_fields__}
