import pytest

from onrecord.compare.directions import direct, earlier
from onrecord.records.origins import LinkKind
from tests.compare.wires import AGENCY, REPRINT, article, credit

SHARES = (0.6, 0.7)


@pytest.mark.parametrize(
    ("first", "second", "order"),
    [
        ("2024-03-03", "2024-03-04", -1),
        ("2024-03-04", "2024-03-03T08:00:00Z", 1),
        ("2024-03-03", "2024-03-03T08:00:00Z", 0),
        ("2024-03-03T10:00:00+02:00", "2024-03-03T08:30:00Z", -1),
        ("2024-03-03T10:00:00", "2024-03-03T08:30:00Z", 0),
        ("2024-03", "2024-03-03", 0),
        ("2024", "2025-01-01", -1),
        ("last week", "2024-03-03", 0),
        (None, "2024-03-03", 0),
    ],
)
def test_dates_decide_only_as_far_as_both_are_known(
    first: str | None, second: str | None, order: int
) -> None:
    assert earlier(first, second) == order


def test_an_earlier_day_comes_first_and_is_named() -> None:
    left = article("a", AGENCY, outlet="Ostwire", published="2024-03-03")
    right = article("b", REPRINT, outlet="Brill Post", published="2024-03-05")
    verdict = direct(right, left, "reprint", SHARES)
    assert (verdict.direction, verdict.prov) == ("right_first", "wasDerivedFrom")
    assert "2024-03-03" in verdict.why and "Brill Post" in verdict.why


def test_a_credit_line_comes_after_what_it_credits() -> None:
    wire, paper = article("a", AGENCY, outlet="Ostwire"), article("b", REPRINT, outlet="Post")
    assert direct(wire, paper, "reprint", SHARES).direction == "left_first"
    plain = article("b", "Nothing here.", outlet="Post", credit=credit("Reuters"))
    reuters = article("a", AGENCY, outlet="Thomson Reuters")
    assert direct(plain, reuters, "reprint", SHARES).direction == "right_first"
    signed = article("b", "KARVEN (Reuters) - The ferry sank.", outlet="Post")
    assert direct(signed, reuters, "reprint", SHARES).direction == "right_first"


def test_an_agency_is_credited_by_its_initials_too() -> None:
    paper = article("b", "Nothing here.", outlet="Post", credit=credit("SNA"))
    agency = article("a", AGENCY, outlet="Sorel News Agency", credit=credit("SNA"))
    verdict = direct(paper, agency, "reprint", SHARES)
    assert (verdict.direction, verdict.why) == ("right_first", "Post credits SNA.")
    other = article("a", AGENCY, outlet="Sorel Gazette", credit=credit("SNA"))
    assert direct(paper, other, "reprint", SHARES).direction == "unknown"


def test_evidence_that_contradicts_itself_decides_nothing() -> None:
    wire = article("a", AGENCY, outlet="Ostwire", published="2024-03-06")
    paper = article("b", REPRINT, outlet="Post", published="2024-03-05")
    verdict = direct(wire, paper, "reprint", SHARES)
    assert (verdict.direction, verdict.prov) == ("unknown", None)
    assert "contradicts" in verdict.why


def test_containment_decides_only_where_nothing_else_speaks() -> None:
    long, short = article("a", AGENCY), article("b", AGENCY[:400])
    assert direct(long, short, "excerpt", (0.3, 1.0)).direction == "left_first"
    assert direct(long, short, "reprint", (0.3, 1.0)).direction == "unknown"
    late = article("a", AGENCY, published="2024-03-06")
    early = article("b", AGENCY[:400], published="2024-03-05")
    assert direct(late, early, "excerpt", (0.3, 1.0)).direction == "right_first"


def test_where_both_credit_a_third_a_date_says_nothing_of_one_coming_from_the_other() -> None:
    left = article("a", AGENCY, outlet="Post", published="2024-03-03", credit=credit("AP"))
    right = article("b", AGENCY, outlet="Gazette", published="2024-03-04", credit=credit("AP"))
    verdict = direct(left, right, "reprint", SHARES)
    assert (verdict.direction, verdict.prov) == ("unknown", "hadPrimarySource")
    assert verdict.source == "AP" and "Both credit AP" in verdict.why
    assert verdict.likely == "left_first" and "2024-03-03" in verdict.grounds
    said = article("b", f"{AGENCY}\n\nvia Post", outlet="Gazette", credit=credit("AP"))
    assert direct(left, said, "reprint", SHARES).direction == "left_first"


def test_where_one_credits_a_third_the_other_may_have_it_from_there_too() -> None:
    left = article("a", AGENCY, outlet="Post", published="2024-03-03", credit=credit("AP"))
    right = article("b", AGENCY, outlet="Gazette", published="2024-03-04")
    for pair in ((left, right), (right, left)):
        verdict = direct(*pair, "reprint", SHARES)
        assert (verdict.direction, verdict.source) == ("unknown", "AP")
    other = article("b", AGENCY, outlet="Gazette", published="2024-03-04", credit=credit("AFP"))
    verdict = direct(left, other, "reprint", SHARES)
    assert (verdict.direction, verdict.prov, verdict.source) == ("unknown", None, None)


def test_who_credits_the_other_or_itself_credits_no_third() -> None:
    wire = article("a", AGENCY, outlet="Reuters", published="2024-03-03", credit=credit("Reuters"))
    paper = article("b", AGENCY, outlet="Post", published="2024-03-04", credit=credit("Reuters"))
    assert direct(wire, paper, "reprint", SHARES).prov == "wasDerivedFrom"


@pytest.mark.parametrize("kind", ["shared_passage", "shared_quotation", "shared_boilerplate"])
def test_what_is_no_copy_has_no_direction(kind: LinkKind) -> None:
    left = article("a", AGENCY, published="2024-03-03")
    right = article("b", REPRINT, published="2024-03-05")
    assert direct(left, right, kind, SHARES).direction == "unknown"
