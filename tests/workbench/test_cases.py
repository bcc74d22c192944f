"""The verbs of a case, from files to answers."""

from pathlib import Path

import pytest

from onrecord import workbench
from onrecord.errors import CannotRead, CaseUnusable
from onrecord.settings import Settings
from tests.read.archives_by_hand import html, warc

ONE = Settings(workers=1)


def ferry(hours: int) -> bytes:
    return html(
        f"Ferry {hours} hours late",
        f"The ferry to Sall left {hours} hours late on Monday, its captain, Ana Brandt, said.",
    )


def test_articles_come_from_folders_and_archives_and_are_found_again(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.html").write_bytes(ferry(2))
    response = ("https://orunpost.example/ferry", "200 OK", "text/html", ferry(3))
    (folder / "b.warc.gz").write_bytes(warc(response, response))
    case = str(tmp_path / "ferries.case")
    steps = list(workbench.add(case, [folder], ONE))
    assert (steps[-1].done, steps[-1].known, steps[-1].total) == (2, 1, None)
    assert workbench.count(case) == 2 and workbench.damage(case) == []
    found = workbench.search(case, "3 hours")
    (hit,) = found.hits
    assert hit.name == f"{folder}/b.warc.gz: https://orunpost.example/ferry"
    claims = workbench.search(case, "ferry", claims=True, limit=1)
    assert len(claims.hits) == 1 and claims.hits[0].claim is not None


def test_the_total_is_known_where_it_can_be_told(tmp_path: Path) -> None:
    paths = [tmp_path / f"{n}.html" for n in range(2)]
    for number, path in enumerate(paths):
        path.write_bytes(ferry(number))
    (step, *_) = workbench.add(str(tmp_path / "a.case"), [*paths, tmp_path / "nowhere"], ONE)
    assert step.total == 3


def test_a_mistyped_path_makes_no_case(tmp_path: Path) -> None:
    case = tmp_path / "a.case"
    with pytest.raises(CannotRead, match="nowhere does not exist"):
        list(workbench.add(str(case), [tmp_path / "nowhere"], ONE))
    assert not case.exists()


def test_other_verbs_need_a_case_that_is_there(tmp_path: Path) -> None:
    case = str(tmp_path / "none.case")
    for verb in (workbench.count, workbench.failures, workbench.damage, workbench.origins):
        with pytest.raises(CaseUnusable, match=r"none\.case"):
            verb(case)
    with pytest.raises(CaseUnusable):
        workbench.search(case, "ferry")
    assert not Path(case).exists()


def test_a_backup_is_a_case(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(ferry(2))
    case, copy = str(tmp_path / "a.case"), tmp_path / "copy.case"
    list(workbench.add(case, [tmp_path / "a.html"], ONE))
    workbench.backup(case, str(copy))
    assert workbench.count(str(copy)) == 1
    assert workbench.search(str(copy), "ferry") == workbench.search(case, "ferry")
