"""Bring a case to the version that this onrecord writes."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files

from onrecord.errors import CaseUnusable
from onrecord.store.database import Database
from onrecord.store.writes import index_all

FULL_TEXT = 2
"""The migration that makes the full-text tables, and nothing else."""
FILLED_BY: dict[int, tuple[Callable[[Database], None], ...]] = {FULL_TEXT: (index_all,)}
"""What fills a migration's new tables from what the case has, in the same transaction."""


@cache
def scripts(dialect: str) -> tuple[str, ...]:
    """The migrations of a dialect in order; the first has the number 1."""
    folder = files("onrecord.store") / "migrations" / dialect
    return tuple(
        path.read_text("utf-8") for path in sorted(folder.iterdir(), key=lambda path: path.name)
    )


def upgrade(database: Database, create: bool) -> int:
    """Apply what is missing, each migration with its mark in one transaction.

    Returns the version found. Raises ``CaseUnusable`` for a case of a newer version, and for an
    empty database that should not become a case.
    """
    known, found = len(scripts(database.dialect)), database.version()
    if found > known:
        raise CaseUnusable(
            f"{database.name} was made by a newer onrecord (case version {found},"
            f" this one knows {known}); install the newer one."
        )
    if not found and not create:
        raise CaseUnusable(
            f"{database.name} holds no case; `onrecord add {database.name} ARTICLES` makes it."
        )
    for number in range(found + 1, known + 1):
        _apply(database, number)
    return found


def _apply(database: Database, number: int) -> None:
    """One migration, unless another program has applied it while this one waited."""
    with database.writing():
        if database.version() >= number:
            return
        database.run(scripts(database.dialect)[number - 1])
        for filling in FILLED_BY.get(number, ()):
            filling(database)
        mark = (number, datetime.now(UTC).isoformat(timespec="seconds"))
        database.write("INSERT INTO migrations (number, at) VALUES (?, ?)", [mark])
