"""Actors across articles: what joins them, what never does, and what people decided."""

from collections.abc import Sequence

import pytest

from onrecord.compare import actors
from onrecord.records.documents import Document
from onrecord.records.findings import Actor, ActorType, Role
from onrecord.records.people import CaseActor
from onrecord.records.readings import MadeBy, Reading
from onrecord.review import judgement

Cast = list[tuple[ActorType, str] | tuple[ActorType, str, str]]


def article(
    name: str, cast: Cast, aliases: dict[str, tuple[str, ...]] | None = None
) -> tuple[str, Reading]:
    """An article that names a cast: type, name and perhaps a role."""
    document = Document(id=name, name=name, text="", blocks=(), language="en", sha256="0")
    found = tuple(
        Actor(
            rule="actors.name",
            id=f"{name}-{i}",
            type=type,
            name=printed,
            mentions=2,
            aliases=(aliases or {}).get(printed, ()),
            roles=tuple(
                Role(title=t, organization=None, start=0, end=1, as_of="2024-05-06") for t in role
            ),
        )
        for i, (type, printed, *role) in enumerate(cast)
    )
    made = MadeBy(onrecord="0", model=None, seconds=0.0)
    return name, Reading(document=document, actors=found, made_by=made)


def named(found: Sequence[CaseActor], name: str) -> CaseActor:
    (actor,) = [a for a in found if name in (a.name, *a.aliases)]
    return actor


def how(found: Sequence[CaseActor], name: str) -> list[str]:
    return [join.kind for join in named(found, name).joins]


SALT: Cast = [("Person", "Dorin Halvek", "President"), ("Organization", "National Salt Union")]


def test_one_name_and_one_role_in_two_articles_is_one_actor() -> None:
    found = actors([article("a", SALT), article("b", SALT[:1])])
    halvek = named(found, "Dorin Halvek")
    assert halvek.articles == ("a", "b")
    assert how(found, "Dorin Halvek") == ["same_role"]
    assert "give the role “president”" in halvek.joins[0].why
    assert [r.title for r in halvek.roles] == ["President", "President"]
    assert halvek.mentions == 4


def test_the_same_others_beside_it_tie_a_name() -> None:
    beside: Cast = [("Person", "Ana Brandt"), ("Person", "Ilyas Qarmat")]
    found = actors([article("a", beside), article("b", beside)])
    assert how(found, "Ana Brandt") == ["same_company"]
    assert "also name Ilyas Qarmat" in named(found, "Ana Brandt").joins[0].why


def test_the_same_name_and_nothing_else_is_the_weakest_join() -> None:
    found = actors([article("a", SALT), article("b", [("Person", "Dorin Halvek", "painter")])])
    (join,) = named(found, "Dorin Halvek").joins
    assert join.kind == "same_name"
    assert "nothing else known" in join.why
    assert join.score < 0.8


def test_a_person_is_never_joined_with_a_body_of_the_same_name() -> None:
    found = actors(
        [article("a", [("Person", "Grey Heron")]), article("b", [("Organization", "Grey Heron")])]
    )
    assert len(found) == 2


@pytest.mark.parametrize("short", ["Halvek", "Dorin"])
def test_a_surname_or_first_name_alone_joins_nothing(short: str) -> None:
    found = actors(
        [
            article("a", SALT[:1]),
            article("b", [("Person", short)]),
            article("c", [("Person", short)]),
        ]
    )
    assert len(found) == 3


def test_a_surname_with_the_same_role_joins_the_full_name() -> None:
    found = actors([article("a", SALT), article("b", [("Person", "Halvek", "President")])])
    halvek = named(found, "Halvek")
    assert halvek.name == "Dorin Halvek"
    assert "part of" in halvek.joins[0].why


def test_a_surname_is_not_tied_to_a_full_name_by_its_own_article() -> None:
    cast: Cast = [
        ("Person", "Dorin Halvek"),
        ("Person", "Halvek"),
        ("Person", "Ana Brandt"),
        ("Person", "Ilyas Qarmat"),
    ]
    assert len(actors([article("a", cast)])) == 4


def test_a_surname_that_fits_two_full_names_equally_joins_neither() -> None:
    found = actors(
        [
            article("a", [("Person", "Dorin Halvek", "President")]),
            article("b", [("Person", "Marta Halvek", "President")]),
            article("c", [("Person", "Halvek", "President")]),
        ]
    )
    assert len(found) == 3


def test_a_surname_joins_who_has_the_role_far_more_often() -> None:
    rows = [article(n, [("Person", "Dorin Halvek", "President")]) for n in "abc"]
    rows.append(article("d", [("Person", "Marta Halvek", "President")]))
    found = actors([*rows, article("e", [("Person", "Halvek", "President")])])
    assert named(found, "Halvek").articles == ("a", "b", "c", "e")


def test_a_common_post_ties_a_full_name_and_no_surname() -> None:
    full: Cast = [("Person", "Ana Brandt", "security adviser")]
    assert how(actors([article("a", full), article("b", full)]), "Ana Brandt") == ["same_role"]
    single: Cast = [("Person", "Brandt", "security adviser")]
    assert len(actors([article("a", full), article("b", single)])) == 2


def test_other_forms_of_a_name_join_where_something_ties_them() -> None:
    left: Cast = [("Person", "Mohammed Qadhafi", "minister"), ("Person", "V. Beresov", "President")]
    right: Cast = [
        ("Person", "Muhammad Gaddafi", "minister"),
        ("Person", "Viktor Beresov", "President"),
    ]
    found = actors([article("a", left), article("b", right)])
    assert len(found) == 2
    assert how(found, "V. Beresov") == ["other_name"]


def test_initials_join_nothing_by_themselves() -> None:
    found = actors(
        [article("a", [("Person", "V. Beresov")]), article("b", [("Person", "Viktor Beresov")])]
    )
    assert len(found) == 2


def test_a_name_between_two_others_joins_neither_by_itself() -> None:
    found = actors(
        [
            article("a", [("Person", "George Tremaine")]),
            article("b", [("Person", "George W. Tremaine")]),
            article("c", [("Person", "George H. W. Tremaine")]),
        ]
    )
    assert len(found) == 3


def test_a_father_and_a_son_of_one_name_are_two() -> None:
    left: Cast = [("Person", "Otto Brandt", "President"), ("Person", "Ana Moll")]
    right: Cast = [("Person", "Otto Brandt Jr.", "President"), ("Person", "Ana Moll")]
    assert len(actors([article("a", left), article("b", right)])) == 3


def test_a_slip_of_the_pen_needs_more_than_one_other_beside_it() -> None:
    left: Cast = [("Person", "James Comrad"), ("Person", "Ana Brandt")]
    right: Cast = [("Person", "James Comral"), ("Person", "Ana Brandt")]
    more: Cast = [("Person", "Ilyas Qarmat"), ("Person", "Dorin Halvek")]
    assert len(actors([article("a", left), article("b", right)])) == 3
    assert len(actors([article("a", left + more), article("b", right + more)])) == 4


def test_the_seat_of_a_legislator_is_nobody() -> None:
    assert actors([article("a", [("Person", "R-Iowa"), ("Place", "D-Calif.")])]) == ()


def test_two_who_stand_side_by_side_are_never_joined_through_a_third_article() -> None:
    both: Cast = [
        ("Person", "Mohammed Haddad", "minister"),
        ("Person", "Muhammed Hadad", "minister"),
    ]
    one: Cast = [("Person", "Mohammed Haddad", "minister")]
    found = actors([article("a", both), article("b", one), article("c", one)])
    assert len(found) == 2
    assert named(found, "Mohammed Haddad").articles == ("a", "b", "c")


def test_an_acronym_joins_where_an_article_gives_both() -> None:
    found = actors(
        [
            article("a", SALT, {"National Salt Union": ("NSU",)}),
            article("b", [("Organization", "NSU")]),
            article("c", [("Organization", "National Salt Union")]),
        ]
    )
    assert named(found, "NSU").articles == ("a", "b", "c")


def test_bodies_that_differ_in_a_telling_word_stay_apart() -> None:
    cast: Cast = [("Person", "Ana Brandt", "President"), ("Organization", "Bank of Valdria")]
    other: Cast = [
        ("Person", "Ana Brandt", "President"),
        ("Organization", "Central Bank of Valdria"),
    ]
    found = actors([article("a", cast), article("b", other)])
    assert len(found) == 3


TWO = [article("a", SALT), article("b", [("Person", "Dorin Halvek", "painter")])]


def keys(found: Sequence[CaseActor], name: str) -> tuple[str, str]:
    left, right = (a.key for actor in found for a in actor.appearances if a.name == name)
    return left, right


def test_a_split_keeps_two_apart_and_a_later_merge_joins_them_again() -> None:
    both = keys(actors(TWO), "Dorin Halvek")
    split = judgement("split", both, "Ines Moll", "One is a painter.", ())
    apart = actors(TWO, [split])
    assert len([a for a in apart if a.name == "Dorin Halvek"]) == 2
    merge = judgement("merge", both, "Ines Moll", "He paints.", (split,))
    (join,) = named(actors(TWO, [split, merge]), "Dorin Halvek").joins
    assert join.kind == "decided"
    assert "Ines Moll" in join.why and "He paints." in join.why


def test_a_split_holds_when_articles_are_added_and_read_again() -> None:
    both = keys(actors(TWO), "Dorin Halvek")
    split = judgement("split", both, "Ines Moll", "One is a painter.", ())
    more = [article("c", SALT), *TWO, article("d", [("Person", "Dorin Halvek", "painter")])]
    found = [a for a in actors(more, [split]) if a.name == "Dorin Halvek"]
    assert len(found) == 2
    assert sum(len(a.articles) for a in found) == 4
    where = {a.key: actor.key for actor in found for a in actor.appearances}
    assert where[both[0]] != where[both[1]]


def test_a_merge_joins_what_no_rule_would() -> None:
    rows = [article("a", [("Person", "Dorin Halvek")]), article("b", [("Person", "The Salt King")])]
    before = actors(rows)
    merge = judgement("merge", (before[0].key, before[1].key), "Ines Moll", "His pen name.", ())
    (actor,) = actors(rows, [merge])
    assert actor.articles == ("a", "b")


def test_a_judgement_about_an_actor_that_is_gone_changes_nothing() -> None:
    gone = judgement("merge", ("who-0", "who-1"), "Ines Moll", "Both left the case.", ())
    assert actors(TWO, [gone]) == actors(TWO)


def test_the_order_of_the_articles_changes_nothing() -> None:
    rows = [*TWO, article("c", [("Person", "Halvek", "President")])]
    assert actors(rows) == actors(rows[::-1])


def test_every_actor_of_every_article_is_somewhere_once() -> None:
    rows = [article("a", [*SALT, ("Place", "Valdria"), ("Group", "Valdrians")]), *TWO[1:]]
    shown = [a for actor in actors(rows) for a in actor.appearances]
    assert len(shown) == len({a.key for a in shown}) == 5
    joins = [j for actor in actors(rows) for j in actor.joins]
    assert len(shown) == len(actors(rows)) + len(joins)


def test_a_name_of_small_words_alone_is_no_actor() -> None:
    assert actors([article("a", [("Organization", "The"), ("Person", "...")])]) == ()
