import sys
from pathlib import Path

import msgspec
import pytest

from onrecord.records.readings import Reading

GOLD = Path(__file__).parents[2] / "evaluation" / "gold"
sys.path.insert(0, str(GOLD))

from compile_gold import annotated, compile_one, stale  # noqa: E402
from notes import BadNote, find_one  # noqa: E402
from values import amount, edtf_of  # noqa: E402

ARTICLES = annotated()
TEXT = "Mara said no. The union said it would strike."


@pytest.fixture(params=ARTICLES, ids=lambda path: path.stem)
def reading(request: pytest.FixtureRequest) -> Reading:
    return msgspec.json.decode((GOLD / f"{request.param.stem}.json").read_bytes(), type=Reading)


def one_claim(folder: Path, claim: str, **layers: object) -> Path:
    passage = {"at": "Mara", "claims": [claim], "refers": {"union": ["The union"]}, **layers}
    notes = {
        "document": {"title": "Strike"},
        "complete": ["claims"],
        "actors": {"union": {"type": "Organization", "label": "The union"}},
        "passages": [passage],
    }
    (folder / "strike.txt").write_text(TEXT)
    path = folder / "strike.yml"
    path.write_bytes(msgspec.yaml.encode(notes))
    return path


def test_the_committed_files_are_what_the_notes_say() -> None:
    assert len(ARTICLES) >= 8
    assert stale() == []


def test_every_quote_is_the_text_at_its_place(reading: Reading) -> None:
    text = reading.document.text
    placed = [
        *reading.mentions,
        *reading.claims,
        *reading.times,
        *reading.quantities,
        *reading.loaded,
    ]
    assert reading.claims
    assert [one.text for one in placed] == [text[one.start : one.end] for one in placed]


def test_nothing_stands_outside_a_block(reading: Reading) -> None:
    blocks = [(block.start, block.end) for block in reading.document.blocks]
    for one in (*reading.sentences, *reading.mentions, *reading.claims):
        assert any(start <= one.start < one.end <= end for start, end in blocks)


def test_voices_follow_the_nesting_of_attributions(reading: Reading) -> None:
    parents = {one.id: one.parent for one in reading.attributions}
    for claim in reading.claims:
        chain = [voice.attribution for voice in claim.voices]
        assert claim.voices[0].who == "author"
        assert [parents[key] for key in chain[1:] if key] == chain[:-1]


def test_a_quote_that_is_not_in_the_text_fails(tmp_path: Path) -> None:
    with pytest.raises(BadNote, match="'it would not strike' stands 0 times"):
        compile_one(one_claim(tmp_path, "it would not strike"))


def test_a_quote_that_stands_twice_fails(tmp_path: Path) -> None:
    with pytest.raises(BadNote, match="'said' stands 2 times"):
        compile_one(one_claim(tmp_path, "said"))


def test_a_misspelt_field_fails(tmp_path: Path) -> None:
    with pytest.raises(BadNote, match="unknown field `tims`"):
        compile_one(one_claim(tmp_path, "no", tims={}))


def test_a_claim_takes_the_voice_of_its_attribution(tmp_path: Path) -> None:
    said = {
        "x": {"source": "The union", "cue": "said#2", "content": "it ... strike", "actor": "union"}
    }
    claim = {"quote": "it would strike", "via": "x", "kind": "prediction"}
    found, _ = compile_one(one_claim(tmp_path, claim, said=said))  # type: ignore[arg-type]
    assert [(voice.name, voice.named) for voice in found.claims[0].voices] == [
        ("author", "named"),
        ("The union", "named"),
    ]


@pytest.mark.parametrize(
    ("quote", "words"),
    [("said#2", (24, 28)), ("[[said]] no", (5, 9)), ("Mara ... no", (0, 12)), ("it", (29, 31))],
)
def test_the_ways_to_quote(quote: str, words: tuple[int, int]) -> None:
    assert find_one(TEXT, quote, (0, len(TEXT))) == words


@pytest.mark.parametrize(
    ("value", "edtf"),
    [
        ("2024-W33", "2024-08-12/2024-08-18"),
        ("2024-Q1", "2024-33"),
        ("2025-03-02T05:40", "2025-03-02T05:40:00"),
        ("2022-03-09TNI", "2022-03-09"),
        ("199", "199X"),
        ("PAST_REF", None),
    ],
)
def test_timex_values_become_edtf(value: str, edtf: str | None) -> None:
    assert edtf_of(value) == edtf


@pytest.mark.parametrize(
    ("shape", "bounds"),
    [
        ("12", (12, 12, 12)),
        (">=17", (17, 17, None)),
        ("<48", (48, None, 48)),
        ("~40", (40, None, None)),
        ("3..5", (None, 3, 5)),
        ("2000..", (None, 2000, None)),
    ],
)
def test_amounts_have_bounds(shape: str, bounds: tuple[float | None, ...]) -> None:
    assert amount(shape) == bounds
