"""Carry a case away: to a file beside it, or row by row into the other database."""

import os
from pathlib import Path

from onrecord.errors import CaseUnusable, WrongUse
from onrecord.store import migrations, queries
from onrecord.store.database import Database, Sqlite

TABLES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("originals", "digest", ("bytes",)),
    (
        "articles",
        "id",
        (
            *("key", "place", "name", "url", "title", "outlet", "published"),
            *("original", "page", "reading"),
        ),
    ),
    ("claims", "place", ("id", "article", "number")),
    ("failures", "id", ("name", "key", "error", "at")),
    ("judgements", "number", ("digest", "before", "record")),
    ("article_words", "rowid", ("headline", "words", "actors", "outlet")),
    ("claim_words", "rowid", ("words", "actors", "voices", "kind", "outlet")),
)
"""What a case consists of: table, the column its rows are told apart by, the other columns."""


def copy(source: Database, target: Database) -> None:
    """Copy all of a case into an empty one, wholly or not at all.

    Raises ``WrongUse`` where the target holds anything.
    """
    with source.snapshot(), target.writing():
        for table, key, _ in TABLES:
            if target.row(f"SELECT {key} FROM {table} LIMIT 1"):
                raise WrongUse(f"{target.name} is not empty; copy into a new case.")
        for table, key, others in TABLES:
            columns = (key, *others)
            marks = ", ".join("?" * len(columns))
            for rows in queries.everything(source, table, columns):
                target.write(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)


def backup(source: Database, target: Path) -> None:
    """Write a consistent copy into a new file while others go on writing.

    Raises ``WrongUse`` where the file exists.
    """
    if target.exists():
        raise WrongUse(f"{target} exists; name a new file for the backup.")
    part = target.with_name(f"{target.name}.part")
    _remove(part)
    try:
        part.touch()  # a place that cannot be written is no fault of the source
        _write(source, part, target.name)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(target)
    except OSError as error:
        raise CaseUnusable(
            f"{target} cannot be written ({error.strerror}); choose another place."
        ) from None
    finally:
        _remove(part)


def _write(source: Database, part: Path, name: str) -> None:
    if isinstance(source, Sqlite):
        source.write_copy(part, name)
        return
    copied = Sqlite(part, create=True)
    try:
        migrations.upgrade(copied, create=True)
        copy(source, copied)
    finally:
        copied.close()


def _remove(part: Path) -> None:
    """Take away what an interrupted backup left."""
    for ending in ("", "-wal", "-shm", "-journal"):
        part.with_name(part.name + ending).unlink(missing_ok=True)
