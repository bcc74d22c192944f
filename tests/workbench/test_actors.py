"""Merging and splitting actors: decided in words, and holding when articles are added."""

from pathlib import Path

import pytest

from onrecord import workbench
from onrecord.errors import NotInCase, WrongUse
from onrecord.records.people import CaseActor
from onrecord.settings import Settings
from onrecord.store import open_case

ONE = Settings(workers=1)
TEXTS = (
    "Ferry late\n\nThe mayor of Orun, Ana Brandt, said on Monday that the ferry was late.",
    "Mill to close\n\nThe mill will close in May, Ana Brandt said. Brandt leads the council.",
    "Harbour\n\nTom Brandt, a diver, said that the harbour of Orun had been dredged in April.",
)


@pytest.fixture
def case(tmp_path: Path) -> str:
    target = str(tmp_path / "a.case")
    add(target, tmp_path, TEXTS)
    return target


def add(case: str, folder: Path, texts: tuple[str, ...]) -> None:
    for text in texts:
        path = folder / f"{text.split(maxsplit=1)[0].lower()}.txt"
        path.write_text(text)
        list(workbench.add(case, [path], ONE))


def named(case: str, name: str) -> CaseActor:
    (actor,) = [one for one in workbench.actors(case, name) if one.name == name]
    return actor


def test_actors_are_found_by_words_of_their_names_or_by_key(case: str) -> None:
    ana = named(case, "Ana Brandt")
    assert len(ana.articles) == 2 and ana.joins
    assert workbench.actors(case, "ANA") == (ana,)
    assert all(workbench.actors(case, seen.key) == (ana,) for seen in ana.appearances)
    assert workbench.actors(case, "Zed") == ()
    assert set(workbench.actors(case)) > {ana, named(case, "Tom Brandt")}


def test_a_merge_holds_when_articles_are_added_and_says_who_decided(
    case: str, tmp_path: Path
) -> None:
    tom = named(case, "Tom Brandt")
    one = workbench.merge(case, (tom.key, "Ana Brandt"), "M. Hald", "a slip of the pen")
    assert len(one.articles) == 3
    add(case, tmp_path, ("Council\n\nAna Brandt said that the council will meet on Friday.",))
    after = named(case, one.name)
    assert len(after.articles) == 4
    (decided,) = [join for join in after.joins if join.kind == "decided"]
    assert "M. Hald" in decided.why and "a slip of the pen" in decided.why


def test_a_split_parts_two_appearances_and_a_later_merge_joins_them_again(case: str) -> None:
    ana = named(case, "Ana Brandt")
    left, right = (seen.key for seen in ana.appearances)
    one, other = workbench.split(case, (left, right), "M. Hald", "mother and daughter")
    assert one != other and len(one.articles) == len(other.articles) == 1
    again = workbench.merge(case, (left, right), "M. Hald", "I was wrong")
    assert len(again.articles) == 2
    with open_case(case) as opened:
        assert [judgement.verb for judgement in opened.judgements()] == ["split", "merge"]
    assert workbench.damage(case) == []


def test_a_name_that_is_unknown_or_unclear_is_wrong_use(case: str) -> None:
    with pytest.raises(NotInCase, match="no actor Zed Zed"):
        workbench.merge(case, ("Zed Zed", "Ana Brandt"), "me", "why")
    with pytest.raises(WrongUse, match="several actors"):
        workbench.merge(case, ("who-", "Ana Brandt"), "me", "why")
    with pytest.raises(WrongUse, match="two different actors"):
        workbench.merge(case, ("Ana Brandt", "ana  brandt"), "me", "why")
    with pytest.raises(WrongUse, match="who decides and why"):
        workbench.merge(case, ("Tom Brandt", "Ana Brandt"), "me", " ")
    with open_case(case) as opened:
        assert opened.judgements() == ()
