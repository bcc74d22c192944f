import msgspec

from onrecord.export.origins.links import link_view, text_views
from onrecord.export.origins.lookups import look_up

from .samples import ARTICLES, LINKS, STATEMENTS, sample


def lookup():  # type: ignore[no-untyped-def]
    return look_up(sample(), ARTICLES, STATEMENTS)


def test_the_first_article_is_on_the_left_with_its_own_passages() -> None:
    view = link_view(lookup(), LINKS[1])
    assert (view.left.id, view.right.id) == ("d-wire", "d-coast")
    assert view.percents == ("57 %", "100 %")
    start = int(view.packed.split(",")[0])
    assert ARTICLES[1].text[start:].startswith("HALVIK, 2 May")


def test_only_texts_that_a_link_aligns_are_shown() -> None:
    assert len(text_views(lookup())) == 8
    few = msgspec.structs.replace(sample(), links=LINKS[:1])
    assert [t.appearance.id for t in text_views(look_up(few, ARTICLES))] == ["d-wire", "d-post"]
