"""No marker of firmness is lost on the way into a claim, and no look-alike makes one."""

import re
from pathlib import Path

import pytest
import yaml

from onrecord.model.bundle import load, shipped
from onrecord.reader import read_documents
from onrecord.records.findings import Claim
from onrecord.records.readings import Reading
from onrecord.records.spans import Span, overlap
from tests.builders import plain

HERE = Path(__file__).parent
NEXT = " The market in the old town opened at eight."
"""A second sentence: the first is prose, and no headline."""
HELD = 0.90
"""The share of the sentences held out that must come out as given: 58 of 60 did, less a margin."""
_MARKED = re.compile(r"(.*?)\[([^|\]]*)\|?([^\]]*)\](.*)")

Marked = dict[str, str]
Reads = dict[str, tuple[Reading, tuple[Span, Span]]]


def written(name: str) -> Marked:
    """Sentence to what is expected, from all groups of a file."""
    groups = yaml.safe_load((HERE / name).read_text())
    return {sentence: firm for group in groups.values() for sentence, firm in group.items()}


MARKERS, HELD_OUT = written("markers.yml"), written("held_out.yml")
LOOKALIKES = tuple(yaml.safe_load((HERE / "lookalikes.yml").read_text()))


def parted(sentence: str, marked: bool) -> tuple[str, tuple[Span, Span]]:
    """A sentence with or without its marker, and where the words that stay stand in it."""
    found = _MARKED.fullmatch(sentence)
    assert found, f"no marker in {sentence}"
    before, marker, instead, after = found.groups()
    middle = marker if marked else instead
    after = after if middle or before[-1:].strip() else after.lstrip()
    text = before + middle + after
    return text[0].upper() + text[1:], ((0, len(before)), (len(text) - len(after), len(text)))


@pytest.fixture(scope="module")
def reads() -> Reads:
    """Every sentence with ("+...") and without ("-...") its marker, read in one batch."""
    cases = {"+" + s: parted(s, True) for s in (*MARKERS, *HELD_OUT)}
    cases |= {"-" + s: parted(s, False) for s in (*MARKERS, *HELD_OUT)}
    cases |= {s: (s, ((0, 0), (0, len(s)))) for s in LOOKALIKES}
    documents = [plain(text + NEXT) for text, _ in cases.values()]
    readings = read_documents(documents, load(shipped(), threads=1))
    return {
        name: (reading, kept)
        for (name, (_, kept)), reading in zip(cases.items(), readings, strict=True)
    }


def claim_of(reads: Reads, name: str) -> Claim | None:
    """The claim that holds most of the words that stay (of all words, if none stays).

    Of two that hold as many, the shorter one.
    """
    reading, kept = reads[name]
    if not any(end > start for start, end in kept):
        kept = ((0, 0), (0, kept[1][1]))
    shared = [(sum(overlap((c.start, c.end), k) for k in kept), c) for c in reading.claims]
    held = [(share, c.start - c.end, c) for share, c in shared if share]
    return max(held, key=lambda h: h[:2])[2] if held else None


def firmness(claim: Claim | None) -> str:
    return f"{claim.factuality.polarity} {claim.factuality.certainty}" if claim else "no claim"


def lost(reads: Reads, sentence: str, firm: str) -> str:
    """What is wrong with the reading of a marked sentence, or nothing."""
    marked, bare = claim_of(reads, "+" + sentence), claim_of(reads, "-" + sentence)
    if marked is None or bare is None:
        return "no claim"
    if firmness(marked) == firmness(bare) and marked.conditional == bare.conditional:
        return f"the marker changes nothing: {firmness(marked)}"
    return "" if firmness(marked) == firm else f"{firmness(marked)} instead of {firm}"


def test_there_are_enough_sentences() -> None:
    assert len(MARKERS) >= 200 and len(HELD_OUT) == 60 and len(LOOKALIKES) == 70


@pytest.mark.parametrize("sentence", MARKERS)
def test_no_marker_is_lost(reads: Reads, sentence: str) -> None:
    assert not lost(reads, sentence, MARKERS[sentence])


def test_markers_are_kept_in_sentences_never_looked_at(reads: Reads) -> None:
    kept = [not lost(reads, sentence, firm) for sentence, firm in HELD_OUT.items()]
    assert sum(kept) / len(kept) >= HELD


@pytest.mark.parametrize("sentence", LOOKALIKES)
def test_a_lookalike_changes_nothing(reads: Reads, sentence: str) -> None:
    assert firmness(claim_of(reads, sentence)) == "+ certain"
