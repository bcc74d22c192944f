from onrecord.export.lookups import look_up
from onrecord.export.passages import passages

from .samples import bare, contested


def test_blocks_and_what_is_outside_stand_in_the_order_of_the_text() -> None:
    kinds = [passage.kind for passage in passages(look_up(contested()))]
    assert kinds[:4] == ["headline", "outside", "paragraph", "caption"]
    assert kinds[-1] == "outside"
    assert {"list", "quote"} <= set(kinds)


def test_each_claim_starts_in_exactly_one_passage() -> None:
    found = [number for passage in passages(look_up(contested())) for number in passage.claims]
    assert sorted(found) == list(range(1, len(contested().claims) + 1))


def test_the_margin_names_the_first_and_the_last_claim() -> None:
    margins = [p.margin for p in passages(look_up(contested())) if p.kind == "paragraph"]
    assert margins[0] == "1–3"
    assert [p.margin for p in passages(look_up(bare()))] == [""]


def test_white_space_between_blocks_is_no_passage() -> None:
    assert all(str(passage.html).strip() for passage in passages(look_up(contested())))
