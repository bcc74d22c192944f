"""Publisher families: what ``case.toml`` declares, and what happens to articles by it."""

from pathlib import Path

import pytest

from onrecord.errors import WrongUse
from onrecord.records.origins import Article
from onrecord.workbench.publishers import families_for, with_families

DECLARED = (
    '[publishers]\n"Orun Media" = ["The Orun Post", "sallnews.example"]\n"Tern" = ["Tern Daily"]\n'
)


def article(outlet: str | None, url: str | None = None) -> Article:
    return Article(id="art-1", name="a", text="x", outlet=outlet, url=url)


def written(path: Path, text: str = DECLARED) -> Path:
    path.write_text(text)
    return path


def test_the_file_beside_the_case_is_found_and_another_may_be_named(tmp_path: Path) -> None:
    case = str(tmp_path / "affair.case")
    assert families_for(case) == {}
    other = written(tmp_path / "other.toml", '[publishers]\n"X" = ["Tern Daily"]\n')
    written(tmp_path / "case.toml")
    assert families_for(case)["tern daily"] == "Tern"
    assert families_for(case, other) == {"tern daily": "X"}
    assert families_for("postgresql://desk/affair", other) == {"tern daily": "X"}
    assert families_for("postgresql://desk/affair") == {}


def test_an_outlet_is_known_by_its_name_however_written_or_by_its_host(tmp_path: Path) -> None:
    families = families_for("a.case", written(tmp_path / "p.toml"))
    given = [
        article("The Orun Post"),
        article("ORUN  POST"),
        article(None, "https://www.sallnews.example/ferry"),
        article("Orun Courier", "https://oruncourier.example/"),
        article(None),
    ]
    made = [one.family for one in with_families(given, families)]
    assert made == ["Orun Media", "Orun Media", "Orun Media", None, None]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[publishers", "is not valid TOML"),
        ("[publisher]\n", "is not understood"),
        ('publishers = "x"\n', "is not understood"),
        ('[publishers]\n"A" = "x"\n', "no list of outlets for A"),
        ('[publishers]\n"A" = [1]\n', "no list of outlets for A"),
        ('[publishers]\n"A" = ["The X"]\n"B" = ["x"]\n', "two families"),
    ],
)
def test_a_file_that_says_something_else_is_wrong_use(tmp_path: Path, text: str, says: str) -> None:
    path = written(tmp_path / "p.toml", text)
    with pytest.raises(WrongUse, match=says) as error:
        families_for("a.case", path)
    assert str(path) in str(error.value) and "\n" not in str(error.value)
    with pytest.raises(WrongUse, match="cannot be read"):
        families_for("a.case", tmp_path / "nowhere.toml")
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(WrongUse, match="not valid TOML"):
        families_for("a.case", path)


def test_the_declared_example_is_sound() -> None:
    example = Path(__file__).parents[2] / "examples" / "convoy" / "case.toml"
    assert set(families_for("a.case", example).values()) == {"Valmere Press House"}
