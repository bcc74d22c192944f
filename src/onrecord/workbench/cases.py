"""The verbs of a case: add to it, search it, copy it, look for damage."""

from collections.abc import Generator, Sequence
from contextlib import closing
from pathlib import Path

from onrecord import batch
from onrecord.batch import Added
from onrecord.errors import CannotRead
from onrecord.read import count_pages, pages_from_paths
from onrecord.records.cases import Failed, Found
from onrecord.settings import Settings
from onrecord.store import copy_case, open_case, parts_of


def add(case: str, paths: Sequence[Path], settings: Settings) -> Generator[Added, None, None]:
    """Put the articles in files, folders and archives on the record of a case, made if missing.

    ``case`` is the path of its file or a ``postgresql://`` address. Yields after every page, when
    it is safely there; the same call after any interruption goes on from there. Raises
    ``CannotRead`` where none of the paths exists, ``CaseUnusable`` where the case cannot be used.
    """
    if not any(path.exists() for path in paths):
        raise CannotRead(f"{paths[0]} does not exist; check the path.")
    with open_case(case, create=True) as opened:
        before = {failed.name for failed in opened.failures() if _is_in(failed.name, paths)}
        offers = pages_from_paths(paths, settings)
        with closing(batch.add(opened, offers, settings, count_pages(paths, settings))) as steps:
            for step in steps:
                if step.failure:
                    before.discard(str(step.failure.id))
                yield step
        opened.forget(before)  # all of these was tried again, and did not fail


def _is_in(name: str, paths: Sequence[Path]) -> bool:
    """Whether an input's name is that of a path, or of something in it."""
    return any(
        name == str(path) or name.startswith(tuple(f"{path}{c}" for c in "/:,")) for path in paths
    )


def search(case: str, query: str, claims: bool = False, limit: int = 20) -> Found:
    """What a case holds on something, best first (``docs/reference/search.md``).

    ``claims``: find claims instead of texts. Raises ``WrongUse`` for a query that says nothing.
    """
    with open_case(case) as opened:
        return opened.search(query, limit, claims)


def understood(query: str) -> tuple[str, ...]:
    """The parts of a query as the search takes them; raises ``WrongUse`` for one that says nothing."""
    return parts_of(query)


def failures(case: str) -> list[Failed]:
    """The inputs that could not be read, each with its reason, until they are."""
    with open_case(case) as opened:
        return opened.failures()


def count(case: str) -> int:
    """How many articles a case holds."""
    with open_case(case) as opened:
        return opened.count()


def backup(case: str, target: str) -> None:
    """Copy a case into a new case file, also while others write to it; the copy is a case.

    ``target`` may be the ``postgresql://`` address of an empty database: that is how a file is
    carried back to a team. Raises ``WrongUse`` where something is there already.
    """
    with open_case(case) as opened:
        if "://" not in target:
            opened.backup(Path(target))
            return
        with open_case(target, create=True) as other:
            copy_case(opened, other)


def damage(case: str) -> list[str]:
    """What is damaged in a case, a sentence each; empty where it is sound."""
    with open_case(case) as opened:
        return opened.damage()


def repair(case: str) -> int:
    """Make what searches find articles by anew, from their readings; returns how many articles.

    Raises ``CaseUnusable``, with nothing changed, where the case cannot be written or is damaged
    where no reading helps.
    """
    with open_case(case) as opened:
        return opened.repair()
