import pytest

from onrecord.compare import links
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
