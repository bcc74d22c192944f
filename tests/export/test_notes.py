from onrecord.export.lookups import look_up
from onrecord.export.notes import actor_groups, filters, note

from .samples import contested

LOOKUP = look_up(contested())


def test_a_note_says_kind_support_worth_and_loaded_words() -> None:
    found = note(LOOKUP, LOOKUP.claims[4])
    assert (found.number, found.kind, found.worth, found.figure) == (5, "fact", "high", "0.88")
    assert found.offered == "only an unnamed source given"
    assert found.loaded == ("“turned a blind eye” (loaded language)",)
    assert found.first


def test_details_name_the_rule_by_its_reason() -> None:
    details = dict(note(LOOKUP, LOOKUP.claims[0]).details)
    assert details["Found by"].startswith("A clause with a finite verb")
    assert details["Times"] == "“more than three decades” (no date on a calendar)"
    assert details["Amounts"].endswith("(3 decades or more)")


def test_actors_stand_by_type_the_most_mentioned_first() -> None:
    groups = dict(actor_groups(LOOKUP))
    assert [title for title, _ in actor_groups(LOOKUP)] == [
        "People",
        "Organisations",
        "Groups",
        "Places",
    ]
    halvek = groups["People"][0]
    assert halvek.roles == ("Interior Minister, Veldania (as of 2 June 2023)",)
    assert halvek.says == (8,)
    assert groups["People"][1].roles == ("leader, Karesh People's Front (until about 2009)",)


def test_each_filter_but_the_actors_shares_out_all_claims() -> None:
    found = {control.name: control for control in filters(LOOKUP)}
    for name in ("kind", "voice", "support"):
        assert sum(choice.number for choice in found[name].choices) == len(LOOKUP.claims)
        assert all(choice.number for choice in found[name].choices)
    assert found["actor"].choices[0].words == "Karesh People's Front"
