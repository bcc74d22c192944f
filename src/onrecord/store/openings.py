"""The file of a case opened, also where nothing may be written: a closed folder, a mounted copy.

A case that is open has its write-ahead log beside it, and SQLite makes one even for who only
reads. Where it may not, the file is read as it stands; whoever else may write there and has it open
would have left a log. What such a log holds is read with its index, or, where that is missing as it
is beside a copy, from a temporary copy of both.
"""

import os
import shutil
import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory

from onrecord.errors import CaseUnusable

PATIENCE = 60
"""Seconds to wait for another writer: a put takes milliseconds, an upgrade may take a minute."""
_CLOSED = ("SQLITE_CANTOPEN", "SQLITE_READONLY")


class Opening:
    """A connection to a file, and the copy that was made for it, if any."""

    def __init__(self, path: Path, create: bool) -> None:
        self._copied: TemporaryDirectory[str] | None = None
        self.connection = _connected(path, "mode=rwc" if create else "mode=rw")
        try:
            self.connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except sqlite3.Error as error:
            self.connection.close()
            if create or not _only_to_be_read(path, str(getattr(error, "sqlite_errorname", ""))):
                raise
            self.connection = self._as_it_stands(path)

    def _as_it_stands(self, path: Path) -> sqlite3.Connection:
        """A connection that cannot write, to a file beside which no log can be made."""
        if not _holds_something(_log(path)):
            return _connected(path, "mode=ro&immutable=1")
        self._copied = TemporaryDirectory(prefix="onrecord-")
        copy = Path(self._copied.name) / path.name
        try:
            for here, there in ((path, copy), (_log(path), _log(copy))):
                shutil.copyfile(here, there)
        except OSError as error:
            self._copied.cleanup()
            raise CaseUnusable(
                f"{path} cannot be copied to {copy.parent} to be read ({error.strerror});"
                " copy it with its -wal file to where you may write."
            ) from None
        whole = _connected(copy, "mode=rw")
        try:
            whole.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            whole.close()
        # Not to be written either: it would be gone with the copy.
        return _connected(copy, "mode=ro&immutable=1")

    def close(self) -> None:
        """End the connection, and take the copy away."""
        self.connection.close()
        if self._copied:
            self._copied.cleanup()


def _connected(path: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?{mode}", uri=True, timeout=PATIENCE, isolation_level=None
    )


def _only_to_be_read(path: Path, failure: str) -> bool:
    """Whether it failed for want of the right to write beside a file that may be read."""
    return (
        failure.startswith(_CLOSED)
        and os.access(path, os.R_OK)
        and not os.access(path.absolute().parent, os.W_OK)
    )


def _log(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def _holds_something(log: Path) -> bool:
    return log.exists() and log.stat().st_size > 0
