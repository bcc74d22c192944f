from onrecord.export.origins.families import family_view, versions_view
from onrecord.export.origins.lookups import look_up
from onrecord.export.origins.sentences import plain

from .samples import ARTICLES, STATEMENTS, sample


def lookup():  # type: ignore[no-untyped-def]
    return look_up(sample(), ARTICLES, STATEMENTS)


def test_the_table_of_a_family_says_who_has_it_from_whom() -> None:
    view = family_view(lookup(), 1, sample().families[0])
    told = {item.id: plain(words) for item, words in view.rows}
    assert told["d-coast"] == "from Nordwire, excerpt, 100 % of its words"
    assert told["d-feed"].endswith("direction unknown")
    assert told["d-wire"] == ""


def test_a_family_is_named_after_its_earliest_headline() -> None:
    view = family_view(lookup(), 1, sample().families[0])
    assert view.title == "Halvik port paid firm without ships, auditor says"


def test_versions_show_their_changes_in_the_words_of_the_claims() -> None:
    view = versions_view(lookup(), sample().versions[0])
    assert (view.earlier.id, view.later.id, view.link) == ("d-meridian", "d-meridian-2", 8)
    kind, before, after = view.changes[0]
    assert kind == "figure changed"
    assert before.startswith("eleven")
    assert after.startswith("fourteen")
    assert view.changes[1][:2] == ("added", "")
