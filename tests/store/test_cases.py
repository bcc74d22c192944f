"""One body over both databases: what is put is there, wholly, and comes back as it was."""

import msgspec
import pytest

from onrecord.errors import NotInCase, OutOfDate, WrongUse
from onrecord.records.judgements import Judgement
from onrecord.store import Case, key_of, open_case
from tests.store.articles import FERRY, MILL, page, reading, three


def fill(case: Case) -> list[str]:
    return [case.put(page, reading) for page, reading in three()]


def test_what_is_put_comes_back_as_it_was(case: Case) -> None:
    for given, read in three():
        article = case.put(given, read)
        assert case.reading(article) == read
        assert case.original(article) == given
        assert case.known(key_of(given))
    assert case.count() == 3


def test_articles_and_readings_come_by_id(case: Case) -> None:
    ids = fill(case)
    assert [article.id for article in case.articles()] == sorted(ids)
    assert [article for article, _ in case.readings()] == sorted(ids)
    assert {article.text for article in case.articles()} >= {MILL, FERRY}


def test_the_same_page_twice_adds_nothing(case: Case) -> None:
    ids = fill(case)
    hits = case.search("kind:fact")
    assert fill(case) == ids
    assert case.count() == 3
    assert case.search("kind:fact") == hits


def test_another_reading_of_a_page_takes_the_place_of_the_first(case: Case) -> None:
    given, read = three()[0]
    article = case.put(given, read)
    case.put(given, msgspec.structs.replace(read, claims=read.claims[:1]))
    assert len(case.reading(article).claims) == 1
    assert case.search("kind:fact").hits == ()
    assert case.search("mill").matches == 1
    with pytest.raises(NotInCase):
        case.find(read.claims[2].id)


def test_two_outlets_with_one_text_are_two_articles_with_one_claim(case: Case) -> None:
    read = three()[0][1]
    late = page("copy", MILL, "The Harbour Daily")
    copied = case.put(late, reading(late, read.claims, read.actors, "2024-03-05"))
    first = case.put(*three()[0])
    undated = page("undated", MILL, "Lasko Post")
    case.put(undated, reading(undated, read.claims, read.actors))
    assert len({copied, first}) == 2
    assert case.find(read.claims[0].id) == first
    assert case.search("240 kind:fact").matches == 3


def test_an_article_is_found_by_its_names(case: Case) -> None:
    ids = fill(case)
    read = three()[1][1]
    for name in (ids[1], ids[1][:-2], read.claims[1].id, "rally"):
        assert case.find(name) == ids[1]


def test_of_two_versions_the_newest_is_found(case: Case) -> None:
    old, new = page("https://a.example/1", MILL), page("https://a.example/1", MILL + " Update.")
    case.put(new, reading(new, published="2024-05-02"))
    case.put(old, reading(old, published="2024-05-01"))
    assert case.original(case.find("https://a.example/1")) == new


@pytest.mark.parametrize("name", ["nothing", "art-", "art-zz", "\0", "\udc80", "%", "' OR 1=1"])
def test_what_is_not_there_is_said_in_a_sentence(case: Case, name: str) -> None:
    with pytest.raises(NotInCase):
        case.find(name)
    with pytest.raises(NotInCase):
        case.reading(name)
    with pytest.raises(NotInCase):
        case.original(name)


def test_the_start_of_several_ids_is_not_enough(case: Case) -> None:
    fill(case)
    with pytest.raises(WrongUse, match="several"):
        case.find("art-")


def test_a_failure_is_remembered_until_the_page_is_put(case: Case) -> None:
    given, read = three()[0]
    case.fail("mill", None, "mill has no text; give another.")
    case.fail("mill", None, "mill is too large; cut it.")
    case.fail("other\0\udc80", "key", "other cannot be opened.")
    assert [(f.name, f.error) for f in case.failures()] == [
        ("mill", "mill is too large; cut it."),
        ("other\ufffd\ufffd", "other cannot be opened."),
    ]
    case.put(given, read)
    assert [failed.key for failed in case.failures()] == ["key"]


def test_a_failure_under_another_name_is_cleared_by_its_key(case: Case) -> None:
    given, read = three()[0]
    case.fail("elsewhere/mill", key_of(given), "elsewhere/mill cannot be read.")
    case.put(given, read)
    assert case.failures() == []


def test_failures_may_be_struck_by_name(case: Case) -> None:
    for name in ("mill", "ferry\0", "harbour"):
        case.fail(name, None, f"{name} cannot be read.")
    case.forget(["ferry\0", "harbour", "unknown"])
    assert [failed.name for failed in case.failures()] == ["mill"]
    case.forget([])
    assert len(case.failures()) == 1


def judgement(before: str, why: str = "the same man in both texts") -> Judgement:
    return Judgement(
        verb="merge",
        about=("a", "b"),
        who="vera",
        at="2024-05-01T10:00:00Z",
        why=why,
        before=before,
    )


def test_judgements_are_appended_in_a_chain(case: Case) -> None:
    first = judgement("")
    second = judgement(first.digest, "seen again")
    case.judge(first)
    case.judge(second)
    assert case.judgements() == (first, second)


@pytest.mark.parametrize("before", ["", "0" * 64])
def test_a_judgement_on_an_old_state_is_refused(case: Case, before: str) -> None:
    case.judge(judgement(""))
    with pytest.raises(OutOfDate):
        case.judge(judgement(before, "too late"))
    assert len(case.judgements()) == 1


def test_names_that_no_database_takes_are_kept_readable(case: Case) -> None:
    odd = page("caf\udce9\0.html", MILL, "A\0B")
    article = case.put(odd, reading(odd, title="Mill\0"))
    assert case.reading(article).document.name == "caf\ufffd\ufffd.html"
    assert case.find("caf\udce9\0.html") == article


def test_a_case_is_the_same_after_closing(target: str) -> None:
    with open_case(target, create=True) as case:
        ids = fill(case)
    with open_case(target) as case:
        assert case.target == target
        assert [article.id for article in case.articles()] == sorted(ids)
