import msgspec

from onrecord.export.origins.lookups import look_up
from onrecord.export.origins.sentences import plain
from onrecord.export.origins.views import DRAWN, assertion_view, family_view, link_view, text_views

from .samples import ARTICLES, LINKS, STATEMENTS, sample


def lookup():  # type: ignore[no-untyped-def]
    return look_up(sample(), ARTICLES, STATEMENTS)


def test_the_first_article_is_on_the_left_with_its_own_passages() -> None:
    view = link_view(lookup(), LINKS[1])
    assert (view.left.id, view.right.id) == ("d-wire", "d-coast")
    assert view.percents == ("57 %", "100 %")
    start = int(view.packed.split(",")[0])
    assert ARTICLES[1].text[start:].startswith("HALVIK, 2 May")


def test_a_wording_is_given_once_with_its_source() -> None:
    view = assertion_view(lookup(), 0, 1, [sample().assertions[0]])
    assert [(s.source, len(s.appearances)) for s in view.said][:2] == [
        ("Runa Selde", 5),
        ("Ylva Marr", 1),
    ]


def test_a_source_that_spoke_through_another_says_so() -> None:
    through = msgspec.structs.replace(STATEMENTS[0], via=("The Harbour Union",))
    found = look_up(sample(), ARTICLES, (through, *STATEMENTS[1:]))
    view = assertion_view(found, 0, 1, [sample().assertions[0]])
    assert view.said[0].source == "Runa Selde, through The Harbour Union"


def test_who_is_no_named_source_is_told_as_what_it_is() -> None:
    unnamed = msgspec.structs.replace(STATEMENTS[0], source=None, standing="unnamed")
    found = look_up(sample(), ARTICLES, (unnamed, *STATEMENTS[1:]))
    view = assertion_view(found, 0, 1, [sample().assertions[0]])
    assert view.said[0].source == "an unnamed source"


def test_a_reason_leads_to_the_link_that_shows_it() -> None:
    view = assertion_view(lookup(), 0, 1, [sample().assertions[0]])
    assert [reason.link for reason in view.reasons] == [1, 2, 3, 4, None]


def test_the_table_of_a_family_says_who_has_it_from_whom() -> None:
    view = family_view(lookup(), 1, sample().families[0])
    told = {item.id: plain(words) for item, words in view.rows}
    assert told["d-coast"] == "from Nordwire, excerpt, 100 % of its words"
    assert told["d-feed"].endswith("direction unknown")
    assert told["d-wire"] == ""


def test_a_family_is_named_after_its_earliest_headline() -> None:
    view = family_view(lookup(), 1, sample().families[0])
    assert view.title == "Halvik port paid firm without ships, auditor says"


def test_only_texts_that_a_link_aligns_are_shown() -> None:
    assert len(text_views(lookup())) == 8
    few = msgspec.structs.replace(sample(), links=LINKS[:1])
    assert [t.appearance.id for t in text_views(look_up(few, ARTICLES))] == ["d-wire", "d-post"]


def test_assertions_of_the_same_articles_are_told_together() -> None:
    twin = msgspec.structs.replace(sample().assertions[1], text="Its director did not answer")
    view = assertion_view(lookup(), 0, 4, [sample().assertions[1], twin])
    assert [number for number, _ in view.texts] == [4, 5]
    assert view.stands == "Each stands in 5 articles"


def test_what_comes_late_is_told_in_short() -> None:
    view = assertion_view(lookup(), DRAWN, 1, [sample().assertions[1]])
    assert not view.drawn
    assert (view.pictures, view.said, view.more_reasons) == ((), (), 2)
