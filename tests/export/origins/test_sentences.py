import msgspec
import pytest

from onrecord.export.origins.lookups import look_up
from onrecord.export.origins.sentences import (
    KINDS,
    collapse_sentence,
    direction,
    evidence,
    family_sentence,
    independence,
    listing,
    percent,
    plain,
    summary,
    unknown_sentence,
    unquoted,
)
from onrecord.export.origins.trees import family_tree
from onrecord.records.origins import Collapse, Independent, Origins

from .samples import ARTICLES, ASSERTIONS, LINKS, sample


def lookup():  # type: ignore[no-untyped-def]
    return look_up(sample(), ARTICLES)


def test_the_answer_in_one_sentence_counts_texts_assertions_and_origins() -> None:
    assert summary(sample()) == (
        "8 articles; 1 text was copied and stands in 5 of the articles; 5 assertions stand in more "
        "than one article, 4 of them with only one origin proved."
    )


def test_an_empty_answer_is_a_sentence_too() -> None:
    assert summary(Origins()) == (
        "0 articles; no text was copied; no assertion stands in more than one article."
    )


def test_versions_of_one_page_are_not_counted_as_copies() -> None:
    only = msgspec.structs.replace(sample(), families=sample().families[1:])
    assert "no text was copied" in summary(only)


@pytest.mark.parametrize(
    ("proved", "possible", "words"),
    [
        (1, 2, "1 origin proved, at most 2"),
        (1, 1, "1 origin proved, and no more are possible"),
        (2, 5, "2 origins proved, at most 5"),
        (0, 3, "no origin proved, at most 3"),
    ],
)
def test_the_range_of_origins_is_told_in_words(proved: int, possible: int, words: str) -> None:
    number = Independent(proved=proved, possible=possible)
    assert independence(msgspec.structs.replace(ASSERTIONS[0], independent=number)) == words


@pytest.mark.parametrize(
    ("share", "words"),
    [(0.0, "0 %"), (0.001, "1 %"), (0.5, "50 %"), (0.998, "99 %"), (1.0, "100 %")],
)
def test_a_share_says_all_or_nothing_only_where_it_is_so(share: float, words: str) -> None:
    assert percent(share) == words


def test_a_reason_names_both_articles_in_its_own_words() -> None:
    found = collapse_sentence(lookup(), ASSERTIONS[0].collapsed_by[0])
    assert plain(found) == "Halvik Post repeats Nordwire in the same words."
    assert [piece.id for piece in found if not isinstance(piece, str)] == ["d-post", "d-wire"]


def test_a_reason_that_does_not_name_them_is_led_by_their_names() -> None:
    found = collapse_sentence(lookup(), ASSERTIONS[0].collapsed_by[-1])
    assert plain(found) == (
        "The Meridian and The Meridian: Both articles were published by The Meridian."
    )


def test_a_name_within_another_name_is_not_taken_for_it() -> None:
    why = "The Meridian Weekly has it from The Meridian."
    pair = Collapse(left="d-meridian", right="d-comment", dependence="same_source", why=why)
    found = collapse_sentence(lookup(), pair)
    assert [piece.id for piece in found if not isinstance(piece, str)] == [
        "d-comment",
        "d-meridian",
    ]


def test_what_is_unknown_names_its_articles() -> None:
    said = plain(unknown_sentence(lookup(), ASSERTIONS[4]))
    assert said.startswith("Unknown: whether Halvik Post and The Meridian Weekly have an origin")


def test_where_nothing_at_all_is_shown_no_single_article_is_singled_out() -> None:
    every = msgspec.structs.replace(ASSERTIONS[4], unknown=ASSERTIONS[4].documents)
    assert "go back to more than one origin" in plain(unknown_sentence(lookup(), every))


def test_the_sentence_of_a_family_says_who_has_it_from_whom_and_what_is_unknown() -> None:
    found = lookup()
    family = sample().families[0]
    said = plain(family_sentence(found, family, family_tree(found, family)))
    assert said == (
        "Where the text began is unknown. Halvik Post, Coast Today and Ledger Online "
        "have the text from Nordwire. Who of Nordwire and feed.example has it from the other is unknown."
    )


def test_direction_is_told_with_its_evidence() -> None:
    said = plain(direction(lookup(), LINKS[1]))
    assert said.startswith("Nordwire came first, Coast Today follows it. It is dated a day later")
    unknown = msgspec.structs.replace(LINKS[3], why="")
    assert (
        plain(direction(lookup(), unknown)) == "Which of the two has it from the other is unknown."
    )


def test_evidence_becomes_a_sentence() -> None:
    assert evidence("feed.html is dated\n later") == "feed.html is dated later."
    assert evidence("He said “so.”") == "He said “so.”"
    assert evidence("") == ""


def test_every_kind_of_link_is_explained() -> None:
    assert {link.kind for link in LINKS} <= set(KINDS)
    assert all(": " in words for words in KINDS.values())


def test_of_many_articles_a_sentence_names_the_first_and_counts_the_others() -> None:
    named = [lookup().of("d-wire")] * 12
    assert plain(listing(named)).endswith("Nordwire and 4 others")
    assert plain(listing(named[:2])) == "Nordwire and Nordwire"
    assert plain(listing(named[:1])) == "Nordwire"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We looked for the dredgers", "We looked for the dredgers"),
        ("We found neither,”", "We found neither"),
        ("“a formality” is what he called it", "“a formality” is what he called it"),
        ('"It is over,"', '"It is over,"'),
        ('"It is over', "It is over"),
        ("“", "“"),
    ],
)
def test_half_a_pair_of_quotation_marks_is_left_out(text: str, words: str) -> None:
    assert unquoted(text) == words


def test_two_that_may_have_it_from_a_third_are_said_to() -> None:
    links = [msgspec.structs.replace(k, direction="unknown", prov="hadPrimarySource", source="AP") for k in LINKS]  # fmt: skip
    found = look_up(msgspec.structs.replace(sample(), links=tuple(links)), ARTICLES)
    family = msgspec.structs.replace(found.origins.families[0], root=None)
    words = plain(family_sentence(found, family, family_tree(found, family)))
    assert words.startswith("Where the text began is unknown. ")
    assert "may both have it from AP." in words
