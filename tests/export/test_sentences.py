import msgspec
import pytest

from onrecord.export.lookups import look_up
from onrecord.export.sentences import (
    amount,
    chain,
    counts,
    firmness,
    firmness_with_cues,
    in_full,
    plain,
)
from onrecord.records.findings import Claim, Factuality, Quantity

from .samples import contested

READING = contested()


def said(claim: Claim, authors: tuple[str, ...] = ("A. Rennick", "B. Osei")) -> str:
    document = msgspec.structs.replace(READING.document, authors=authors)
    return plain(chain(look_up(msgspec.structs.replace(READING, document=document)), claim))


def find(words: str) -> Claim:
    return next(claim for claim in READING.claims if claim.text.startswith(words))


@pytest.mark.parametrize(
    ("authors", "words"),
    [
        ((), "The article, in its own voice"),
        (("A. Rennick",), "The author, in their own voice"),
        (("A. Rennick", "B. Osei"), "The authors, in their own voice"),
    ],
)
def test_who_speaks_in_their_own_voice(authors: tuple[str, ...], words: str) -> None:
    assert said(find("Now its fighters"), authors) == words


def test_a_claim_that_leaves_out_its_subject_shows_it_in_brackets() -> None:
    claim, document = find("the group may"), READING.document
    start = document.text.index("Interior Minister")
    about = msgspec.structs.replace(claim, subject=(start, start + 17))
    assert in_full(document, claim) == claim.text
    assert in_full(document, about) == f"[Interior Minister] {claim.text}"
    inside = msgspec.structs.replace(claim, subject=(claim.start, claim.start + 9))
    assert in_full(document, inside) == claim.text


def test_one_named_source_with_its_cue() -> None:
    assert said(find("the group may")) == "The authors, on the word of Interpol (named, warns)"


def test_a_chain_of_two_outermost_first() -> None:
    assert said(find("Interior Minister")) == (
        "The authors, on the word of Tolmar Gazette (named, told the Tolmar Gazette), "
        "who cites two officials (unnamed, told)"
    )


def test_groups_and_unresolved_sources_are_called_so() -> None:
    assert "critics (a group, say)" in said(find("the so-called"))
    assert said(find("published in")) == "The authors, on the word of he (not worked out who)"


@pytest.mark.parametrize("name", ["", "unnamed", "unresolved"])
def test_a_source_the_text_leaves_out_is_somebody(name: str) -> None:
    claim = find("published in")
    left_out = msgspec.structs.replace(claim.voices[1], name=name)
    nobody = msgspec.structs.replace(claim, voices=(claim.voices[0], left_out))
    assert said(nobody) == "The authors, on the word of somebody (not worked out who)"


def test_a_claim_without_voices_is_the_author_s() -> None:
    nobody = msgspec.structs.replace(find("Now its fighters"), voices=())
    assert said(nobody) == "The authors, in their own voice"


def test_names_and_cues_are_runs_of_their_own() -> None:
    styles = [run.style for run in chain(look_up(READING), find("the group may"))]
    assert styles.count("source") == 1
    assert styles.count("cue") == 1


def test_every_firmness_has_words() -> None:
    for polarity in "+-u":
        for certainty in ("certain", "probable", "possible", "underspecified"):
            assert firmness(Factuality(polarity=polarity, certainty=certainty))
    assert firmness(Factuality(polarity="-", certainty="probable")) == "negated, put as probable"


def test_firmness_shows_its_cues_and_condition() -> None:
    words = firmness_with_cues(READING.document, find("its members"))
    assert words == "put as possible, on a condition (“could”, “If”)"


def test_the_count_line_counts_what_it_says() -> None:
    assert counts(READING) == (
        "21 claims: 3 with a named source, 3 with an unnamed one, 2 with a document or link, "
        "13 with none; 3 predictions, 1 opinion, 1 question"
    )


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (173.0, None, "173 members or more"),
        (None, 20.0, "up to 20 members"),
        (2700.0, 2700.0, "2,700 members"),
        (2.0, 3.0, "2 to 3 members"),
    ],
)
def test_amounts_say_their_bounds(low: float | None, high: float | None, words: str) -> None:
    quantity = Quantity(
        rule="q",
        id="q",
        start=0,
        end=1,
        text="",
        value=None,
        low=low,
        high=high,
        unit="members",
        of=None,
    )
    assert amount(quantity) == words
