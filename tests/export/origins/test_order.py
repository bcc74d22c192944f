import msgspec

from onrecord.export.origins.lookups import look_up
from onrecord.export.origins.order import assertion_order, bundles, copied, family_order, no_copies

from .samples import ARTICLES, ASSERTIONS, sample


def test_what_looks_wider_than_it_is_comes_first() -> None:
    narrow, wide = assertion_order(look_up(sample(), ARTICLES))
    assert [len(a.documents) for a in narrow] == [5, 5, 3, 2]
    assert all(a.independent.proved < 2 for a in narrow)
    assert [a.independent.proved for a in wide] == [2]


def test_a_family_of_versions_is_not_a_copied_text() -> None:
    assert [len(family.documents) for family in copied(sample())] == [5]
    assert [len(family.documents) for family in family_order(look_up(sample()))] == [5]


def test_quotations_stand_before_standing_matter() -> None:
    kinds = [link.kind for link in no_copies(look_up(sample()))]
    assert kinds == ["shared_quotation", "shared_boilerplate"]


def test_passages_stand_before_quotations() -> None:
    origins = sample()
    links = [msgspec.structs.replace(k, kind="shared_passage") if k.kind == "shared_boilerplate" else k for k in origins.links]  # fmt: skip
    found = no_copies(look_up(msgspec.structs.replace(origins, links=tuple(links))))
    assert [link.kind for link in found] == ["shared_passage", "shared_quotation"]


def test_assertions_that_the_same_articles_make_for_the_same_reasons_are_told_together() -> None:
    twin = msgspec.structs.replace(ASSERTIONS[1], text="Its director did not answer")
    other = msgspec.structs.replace(twin, collapsed_by=())
    found = bundles([ASSERTIONS[1], ASSERTIONS[0], twin, other])
    assert found == [[ASSERTIONS[1], twin], [ASSERTIONS[0]], [other]]
