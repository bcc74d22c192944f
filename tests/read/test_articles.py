from onrecord.read.articles import article_of
from onrecord.read.drafts import Draft, compacted
from onrecord.read.units import units_of
from onrecord.records.documents import Metadata

BODY = (
    "The camp near Ostmere will close within three weeks, the ministers said on Sunday.",
    "It holds some 2,700 people, most of whom came from abroad six years ago.",
    "The opposition has asked for a vote, which the speaker refused to hold.",
    "No date was set for the move, an aide to the minister told reporters.",
)


def draft(*lines: str, known: Metadata | None = None) -> Draft:
    text = "\n\n".join(lines)
    return article_of(text, units_of(text), known or Metadata())


def kinds(of: Draft) -> list[tuple[str, str]]:
    return [(b.kind, of.text[b.start : b.end]) for b in of.blocks]


def test_known_metadata_wins_over_the_text() -> None:
    known = Metadata(
        authors=("Ann Poe",), published="2020-01-01", found={"authors": "row", "published": "row"}
    )
    found = draft("Camp to close", "By Lina Hart", "March 3, 2024", *BODY, known=known)
    assert found.metadata.authors == ("Ann Poe",)
    assert found.metadata.published == "2020-01-01"
    assert found.metadata.found["title"] == "headline in the text"
    assert kinds(found) == [("headline", "Camp to close"), *(("paragraph", line) for line in BODY)]


def test_a_date_in_the_body_is_no_date_line() -> None:
    found = draft(*BODY[:3], "March 3, 2024", *BODY, *BODY)
    assert found.metadata.published is None
    assert "March 3, 2024" in [words for _, words in kinds(found)]


def test_a_byline_in_the_middle_is_left_alone() -> None:
    found = draft(*BODY, "By Lina Hart", *BODY)
    assert found.metadata.authors == ()


def test_a_name_and_a_post_under_the_headline() -> None:
    found = draft(
        "Camp to close within weeks", "Lina Hart", "Political Editor", "March 3, 2024", *BODY
    )
    assert found.metadata.authors == ("Lina Hart",)
    assert [kind for kind, _ in kinds(found)] == ["headline", *["paragraph"] * 4]


def test_crossheads_are_headlines_and_speakers_are_not() -> None:
    found = draft(
        "Camp to close within weeks", *BODY[:2], "What comes next", BODY[2], "Orwell:", BODY[3]
    )
    assert ("headline", "What comes next") in kinds(found)
    assert ("paragraph", "Orwell:") in kinds(found)


def test_an_embedded_post_is_a_quote() -> None:
    post = (
        "We never met them, whatever they say in the capital. — Dana Orwell (@orwell) March 3, 2024"
    )
    assert ("quote", post) in kinds(draft(*BODY[:2], post, *BODY[2:]))


def test_a_sign_off_gives_the_authors() -> None:
    found = draft(
        "KARVEN, March 3, 2024 (Reuters) - " + BODY[0],
        *BODY[1:],
        "(Reporting by Lina Hart; Editing by Ann Poe)",
    )
    assert found.metadata.authors == ("Lina Hart",)
    assert found.metadata.published == "2024-03-03"
    assert found.metadata.found["published"] == "dateline in the text"
    assert found.credit is not None and found.credit.agency == "Reuters"


def test_a_compacted_draft_is_its_blocks() -> None:
    note = "This article was originally published in The Ostmere Herald."
    small = compacted(draft("Camp to close within weeks", "Advertisement", *BODY, note))
    assert small.text == "\n\n".join(("Camp to close within weeks", *BODY, note))
    assert small.credit is not None
    assert small.text[small.credit.start : small.credit.end] == small.credit.text == note[:-1]
    assert [words for _, words in kinds(small)] == ["Camp to close within weeks", *BODY]
