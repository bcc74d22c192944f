import msgspec

from onrecord.export.origins.assertions import DRAWN, assertion_view
from onrecord.export.origins.lookups import look_up

from .samples import ARTICLES, STATEMENTS, sample


def lookup():  # type: ignore[no-untyped-def]
    return look_up(sample(), ARTICLES, STATEMENTS)


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


def test_assertions_of_the_same_articles_are_told_together() -> None:
    twin = msgspec.structs.replace(sample().assertions[1], text="Its director did not answer")
    view = assertion_view(lookup(), 0, 4, [sample().assertions[1], twin])
    assert [number for number, _ in view.texts] == [4, 5]
    assert view.stands == "Each stands in 5 articles"


def test_what_comes_late_is_told_in_short() -> None:
    view = assertion_view(lookup(), DRAWN, 1, [sample().assertions[1]])
    assert not view.drawn
    assert (view.pictures, view.said, view.more_reasons) == ((), (), 2)
