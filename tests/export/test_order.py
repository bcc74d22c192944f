import msgspec

from onrecord.export.order import check_order, checked_first, checkworthiness, explanation
from onrecord.records.findings import Claim

from .samples import contested


def claim(**fields: object) -> Claim:
    grave = {
        "kind": "fact",
        "verifiable": 0.9,
        "checkworthy": 0.9,
        "support_offered": "none",
    }
    return msgspec.structs.replace(contested().claims[0], **(grave | fields))


def test_a_grave_unsupported_fact_comes_first() -> None:
    assert checked_first(claim())
    assert checked_first(claim(support_offered="unnamed_source"))


def test_what_is_sourced_light_or_no_fact_waits() -> None:
    assert not checked_first(claim(support_offered="named_source"))
    assert not checked_first(claim(support_offered="document"))
    assert not checked_first(claim(checkworthy=0.5))
    assert not checked_first(claim(verifiable=0.2))
    assert not checked_first(claim(kind="opinion"))


def test_the_most_checkworthy_leads_and_the_rest_keeps_the_order_of_the_text() -> None:
    reading = contested()
    first, rest = check_order(reversed(reading.claims))
    scores = [c.checkworthy for c in first]
    starts = [c.start for c in rest]
    assert scores == sorted(scores, reverse=True)
    assert starts == sorted(starts)
    assert {c.id for c in (*first, *rest)} == {c.id for c in reading.claims}
    assert first[0].text.startswith("Now its fighters")


def test_equally_checkworthy_claims_keep_the_order_of_the_text() -> None:
    early, late = claim(id="z", start=10, end=20), claim(id="a", start=30, end=40)
    assert check_order([late, early])[0] == (early, late)


def test_a_score_becomes_a_word() -> None:
    assert [checkworthiness(claim(checkworthy=s)) for s in (0.1, 0.5, 0.9)] == [
        "low",
        "fair",
        "high",
    ]


def test_the_explanation_is_the_rule_s_own_docstring() -> None:
    assert explanation().startswith("First: statements that could be checked")
    assert "\n" not in explanation()
