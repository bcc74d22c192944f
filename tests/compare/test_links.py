import pytest

from onrecord.compare import families, links
from onrecord.records.origins import COPIES, Link
from tests.compare.wires import AGENCY, INDEPENDENT, REPRINT, article


def only(*texts: str) -> Link | None:
    found = links([article(str(number), text) for number, text in enumerate(texts)])
    assert len(found) <= 1
    return found[0] if found else None


def test_a_cut_and_edited_reprint_is_a_copy_with_its_passages() -> None:
    link = only(AGENCY, REPRINT)
    assert link is not None and link.kind == "reprint"
    assert link.left_share > 0.5 and link.right_share > 0.6
    for left, left_end, right, right_end in link.passages:
        assert AGENCY[left:left_end].split()[-1].strip("”.,") in REPRINT[right:right_end]
    assert not any("Lower Brill" in REPRINT[a:b] for _, _, a, b in link.passages)


def test_two_reports_that_quote_one_statement_are_no_copy() -> None:
    link = only(AGENCY, INDEPENDENT)
    assert link is None or link.kind == "shared_quotation"


@pytest.mark.parametrize("other", [AGENCY, AGENCY.replace("’", "'").replace("“", '"').upper()])
def test_the_same_words_are_identical_whatever_their_typography(other: str) -> None:
    link = only(AGENCY, other)
    assert link is not None and link.kind == "identical"
    assert link.passages == ((0, len(AGENCY) - 1, 0, len(other) - 1),)


def test_unrelated_and_empty_texts_have_no_link() -> None:
    assert only("", "") is None
    assert only(AGENCY, "", "A short note about nothing that stands elsewhere.") is None


def test_moved_paragraphs_are_still_found() -> None:
    parts = AGENCY.split("\n\n")
    link = only(AGENCY, "\n\n".join(parts[:1] + parts[:0:-1]))
    assert link is not None and link.kind in COPIES
    assert link.left_share > 0.95


def test_the_earlier_article_is_on_the_left_and_the_agency_is_the_root() -> None:
    wire = article("z", AGENCY, outlet="Ostwire", published="2024-03-03")
    paper = article("a", REPRINT, outlet="Post", published="2024-03-04")
    found = links([paper, wire])
    assert [(link.left, link.right, link.direction) for link in found] == [("z", "a", "left_first")]
    assert families([paper, wire], found)[0].root == "z"


def test_two_states_of_one_address_are_versions() -> None:
    pages = [
        article("a", AGENCY, url="https://ostwire.example/ferry?utm_source=x"),
        article("b", AGENCY.replace("eleven", "twelve"), url="http://www.ostwire.example/ferry/"),
    ]
    assert [link.kind for link in links(pages)] == ["version"]


def test_a_small_piece_is_a_copy_only_where_a_family_shows_it() -> None:
    parts = AGENCY.split("\n\n")
    own = "\n\n".join(INDEPENDENT.split("\n\n")[1:4])
    halves = "\n\n".join([own, *parts[4:6]]), "\n\n".join([parts[1], parts[5], *parts[6:8]])
    alone = {link.kind for link in links([article("b", halves[0]), article("c", halves[1])])}
    together = links([article("a", AGENCY), article("b", halves[0]), article("c", halves[1])])
    kinds = {(link.left, link.right): link.kind for link in together}
    assert kinds[("a", "b")] in COPIES and kinds[("a", "c")] in COPIES
    assert kinds[("b", "c")] in COPIES and not alone & COPIES


def test_two_that_took_the_same_lines_of_an_absent_agency_share_a_passage() -> None:
    wire = AGENCY.split("\n\n")[5]
    first = "\n\n".join([INDEPENDENT, wire])
    own = (
        "The mayor of Tessaly opened the new market hall on Saturday. Rain kept most of the town at "
        "home, and the band played to the traders and their children. "
    )
    second = "\n\n".join([own * 6, wire, "Nobody in Tessaly has grain to ship, he added."])
    link = only(first, second)
    assert link is not None and link.kind == "shared_passage"
    assert (link.direction, link.prov) == ("unknown", "hadPrimarySource")
    assert [first[a:b] for a, b, _, _ in link.passages] == [wire.removesuffix(".")]


def test_two_reprints_of_one_wire_are_siblings_until_one_has_more_from_the_other() -> None:
    wire = article("z", AGENCY, outlet="Ostwire", published="2024-03-03")
    cut = AGENCY.replace(AGENCY.split("\n\n")[3], "")
    post = article("a", cut, outlet="Post", published="2024-03-04")
    echo = article("b", cut, outlet="Echo", published="2024-03-06")
    found = {(link.left, link.right): link for link in links([wire, post, echo])}
    assert {found["z", "a"].direction, found["z", "b"].direction} == {"left_first"}
    both = found["a", "b"]
    assert (both.direction, both.prov, both.source) == ("unknown", "hadPrimarySource", "z")
    assert "Both may have it from Ostwire" in both.why
    local = REPRINT.split("\n\n")[4]
    post = article("a", f"{cut}\n\n{local}", outlet="Post", published="2024-03-04")
    echo = article("b", f"{local}\n\n{cut}", outlet="Echo", published="2024-03-06")
    found = {(link.left, link.right): link for link in links([wire, post, echo])}
    both = found["a", "b"]
    assert (both.direction, both.prov, both.source) == ("left_first", "wasDerivedFrom", None)
    assert "words more with Post than with Ostwire" in both.why


def test_a_subscription_line_and_an_author_box_make_no_copy() -> None:
    box = (
        "\n\nSign up for the Ledger's morning newsletter and find the stories that matter to "
        "Karven in your inbox before breakfast. Cancel at any time.\n\nMara Quill is a reporter "
        "for the Ledger. Follow her on Twitter or write to her with comments and corrections."
    )
    short = INDEPENDENT[:420]
    link = only(AGENCY.split("Wheat")[0][:500] + box, short + box)
    assert link is not None and link.kind == "shared_boilerplate"
    assert link.direction == "unknown"


def test_links_say_in_words_what_they_rest_on() -> None:
    link = only(AGENCY, REPRINT)
    assert link is not None and "% of the words of 0" in link.why and "Ostwire" not in link.why


def test_equal_briefs_are_identical_even_at_addresses_that_are_none() -> None:
    brief = "The night ferry to Hesk will not sail before the lamps on the wall are lit again."
    pages = [article("a", brief, url="http://[x"), article("b", brief.upper(), url="http://[y")]
    assert [link.kind for link in links(pages)] == ["identical"]
