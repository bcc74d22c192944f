"""The two databases a case can live in; no other file knows how they differ, but for full text.

Statements are written once, in the SQL both understand, with ``?`` for each value. Whoever
writes waits for its turn, on both alike; whoever reads sees only what is wholly there. Every
failure becomes a ``CaseUnusable`` of one sentence.
"""

import os.path
import re
import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeAlias

from onrecord.errors import CaseUnusable
from onrecord.store.openings import Opening

Value: TypeAlias = str | int | bytes | None
Row: TypeAlias = tuple[Any, ...]

APPLICATION = 1869509219
"""``onrc`` in ASCII: how a case is told from an SQLite file of another program."""
REMEDY = "`onrecord doctor --repair` makes them anew"
"""What to do about damage to search rows and lists of claims."""
_SCHEMES = ("postgresql://", "postgres://")


class Database(ABC):
    """One open connection, for one thread. ``name`` is how sentences call the case."""

    dialect: str
    name: str

    @abstractmethod
    def rows(self, sql: str, *values: Value) -> list[Row]:
        """All rows that a question gives."""

    def row(self, sql: str, *values: Value) -> Row | None:
        """The first row that a question gives, or ``None``."""
        found = self.rows(sql, *values)
        return found[0] if found else None

    @abstractmethod
    def write(self, sql: str, rows: Iterable[Sequence[Value]]) -> None:
        """Run one statement for each row of values, inside ``writing``."""

    @abstractmethod
    def run(self, script: str) -> None:
        """Run a migration, inside ``writing``."""

    @abstractmethod
    def writing(self, durable: bool = False) -> Any:
        """A context: one transaction of the only writer; an exception takes all of it back.

        It survives the end of any program at once, and a power cut a moment later; ``durable``
        waits for that moment.
        """

    @abstractmethod
    def snapshot(self) -> Any:
        """A context: every question inside it sees the case as it was at the first one."""

    @abstractmethod
    def version(self) -> int:
        """The number of the last migration applied, 0 where there is no case yet."""

    @abstractmethod
    def faults(self) -> list[str]:
        """What the database itself finds damaged."""

    @abstractmethod
    def close(self) -> None:
        """End the connection."""


def connect(target: str, create: bool) -> Database:
    """Open a database by its path or ``postgresql://`` address; raises ``CaseUnusable``."""
    if target.startswith(_SCHEMES):
        return Postgresql(target)
    return Sqlite(Path(target), create)


class Sqlite(Database):
    """A case in one file, with its write-ahead log beside it while it is open."""

    dialect = "sqlite"

    def __init__(self, path: Path, create: bool) -> None:
        self.name = str(path)
        if os.path.isdir(path):
            raise CaseUnusable(f"{path} is a folder; name a file for the case in it.")
        if not create and not os.path.exists(path):
            raise CaseUnusable(f"{path} does not exist; `onrecord add {path} ARTICLES` makes it.")
        with _sqlite_sentences(self.name):
            self._opening = Opening(path, create)
            self.connection = self._opening.connection
            try:
                self._set_up()
            except BaseException:
                self.close()
                raise

    def _set_up(self) -> None:
        for pragma in ("foreign_keys=ON", "cache_size=-65536"):
            self.connection.execute(f"PRAGMA {pragma}")
        # One question: another program may be making the case right now.
        mark, tables = self.connection.execute(
            "SELECT application_id, (SELECT count(*) FROM sqlite_schema) FROM pragma_application_id"
        ).fetchone()
        if tables and mark != APPLICATION:
            raise CaseUnusable(f"{self.name} is an SQLite file of another program; name a case.")
        # A case that may not be written stays in the mode it is in.
        with suppress(sqlite3.OperationalError):
            self.connection.execute("PRAGMA journal_mode=WAL")

    def rows(self, sql: str, *values: Value) -> list[Row]:
        """All rows that a question gives."""
        with _sqlite_sentences(self.name):
            return self.connection.execute(sql, values).fetchall()

    def write(self, sql: str, rows: Iterable[Sequence[Value]]) -> None:
        """Run one statement for each row of values."""
        with _sqlite_sentences(self.name):
            self.connection.executemany(sql, rows)

    def run(self, script: str) -> None:
        """Run a migration, statement by statement: ``executescript`` would commit before it."""
        pending = ""
        for line in script.splitlines(keepends=True):
            pending += line
            if sqlite3.complete_statement(pending):
                self.rows(pending)
                pending = ""

    @contextmanager
    def writing(self, durable: bool = False) -> Iterator[None]:
        """One transaction of the only writer."""
        self.rows(f"PRAGMA synchronous={'FULL' if durable else 'NORMAL'}")
        self.rows("BEGIN IMMEDIATE")
        try:
            yield
            self.rows("COMMIT")
        except BaseException:
            self._take_back()
            raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """One reading transaction."""
        self.rows("BEGIN")
        try:
            yield
        finally:
            self._take_back()

    def _take_back(self) -> None:
        """Roll back, unless the failure itself has done so."""
        if self.connection.in_transaction:
            self.rows("ROLLBACK")

    def version(self) -> int:
        """The number of the last migration applied."""
        if not self.row("SELECT 1 FROM sqlite_schema WHERE name = 'migrations'"):
            return 0
        return int(self.rows("SELECT max(number) FROM migrations")[0][0] or 0)

    def faults(self) -> list[str]:
        """What SQLite's own checks find: pages, indexes, references, full-text indexes."""
        checked = [row[0] for row in self.rows("PRAGMA integrity_check(20)")]
        found = [" ".join(fault.split()) for fault in checked if fault != "ok"]
        for table, *_ in self.rows("PRAGMA foreign_key_check"):
            found.append(f"a row of {table} names one that is not there")
        for table in ("article_words", "claim_words"):
            try:
                self.connection.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")
            except sqlite3.DatabaseError as error:
                # A case that may not be written cannot be asked this.
                if str(error.sqlite_errorname).startswith("SQLITE_CORRUPT"):
                    found.append(f"the full-text index {table} does not fit its words; {REMEDY}")
        return found

    def write_copy(self, path: Path, name: str) -> None:
        """Write all that is in the file now into an empty one, which needs no log beside it.

        ``name`` is what sentences on want of room call that one.
        """
        try:
            self.connection.execute("VACUUM INTO ?", (str(path),))
        except sqlite3.DatabaseError as error:
            room = isinstance(error, sqlite3.OperationalError)
            with _sqlite_sentences(name if room else self.name):
                raise

    def close(self) -> None:
        """End the connection."""
        self._opening.close()


_SQLITE_SENTENCES = (
    ("SQLITE_FULL", "has no room to grow; free space on its disk and run it again"),
    ("SQLITE_READONLY", "may not be written; ask for the right to write it and its folder"),
    ("SQLITE_CANTOPEN", "cannot be opened; check its path and the rights of its folder"),
    ("SQLITE_NOTADB", "is not a case; name the file that `onrecord add` made"),
    ("SQLITE_CORRUPT", "is damaged; `onrecord doctor` says where, a backup has what it held"),
    ("SQLITE_BUSY", "is kept busy by another program; wait for it and run it again"),
    ("SQLITE_IOERR", "cannot be read or written on this disk; check its space and its health"),
)


@contextmanager
def _sqlite_sentences(name: str) -> Iterator[None]:
    """Failures of the database as one sentence each; wrong SQL stays what it is."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorname", None)
        if code is None or code == "SQLITE_ERROR":
            raise
        for start, sentence in _SQLITE_SENTENCES:
            if code.startswith(start):
                raise CaseUnusable(f"{name} {sentence}.") from error
        raise CaseUnusable(f"{name} cannot be used ({error}); see `onrecord doctor`.") from error


class Postgresql(Database):
    """A case in a PostgreSQL database, in a schema of its own called ``onrecord``."""

    dialect = "postgresql"

    def __init__(self, address: str) -> None:
        try:
            import psycopg
        except ImportError:
            raise CaseUnusable(
                "A case on PostgreSQL needs the psycopg package;"
                " install it with pip install 'onrecord[postgresql]'."
            ) from None
        self.name = _without_password(address)
        self._failures = psycopg.Error
        with self._sentences():
            self.connection = psycopg.connect(
                address,
                autocommit=True,
                connect_timeout=20,
                # A plan for the words at hand: rare and common ones want different ones. Standard
                # costs leave out that a row's words are unpacked to be compared, so that it went
                # through the whole table where the index takes a twentieth of the time.
                options="-c search_path=onrecord -c plan_cache_mode=force_custom_plan"
                " -c enable_seqscan=off -c random_page_cost=1.1"
                " -c client_encoding=UTF8 -c jit=off",
            )
        if self.connection.info.parameter_status("server_encoding") != "UTF8":
            self.close()
            raise CaseUnusable(f"{self.name} is not in UTF-8; make a database with that encoding.")

    def rows(self, sql: str, *values: Value) -> list[Row]:
        """All rows that a question gives."""
        with self._sentences():
            cursor = self.connection.execute(_placed(sql), values or None, binary=True)
            return cursor.fetchall() if cursor.description else []

    def write(self, sql: str, rows: Iterable[Sequence[Value]]) -> None:
        """Run one statement for each row of values."""
        with self._sentences(), self.connection.cursor() as cursor:
            cursor.executemany(_placed(sql), rows)

    def run(self, script: str) -> None:
        """Run a migration."""
        with self._sentences():
            self.connection.execute(script)

    @contextmanager
    def writing(self, durable: bool = False) -> Iterator[None]:
        """One transaction of the only writer: an advisory lock makes them queue as in a file."""
        with self._sentences(), self.connection.transaction():
            self.rows(f"SET LOCAL synchronous_commit = {'on' if durable else 'off'}")
            self.rows("SELECT pg_advisory_xact_lock(?)", APPLICATION)
            yield

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """One reading transaction."""
        with self._sentences(), self.connection.transaction():
            self.rows("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield

    def version(self) -> int:
        """The number of the last migration applied."""
        # Not to_regclass: it may remember that there was none from before another made it.
        if not self.row(
            "SELECT 1 FROM pg_tables WHERE schemaname = 'onrecord' AND tablename = 'migrations'"
        ):
            return 0
        return int(self.rows("SELECT max(number) FROM migrations")[0][0] or 0)

    def faults(self) -> list[str]:
        """Indexes that are not whole; damaged pages show when they are read."""
        rows = self.rows(
            "SELECT indexrelid::regclass::text FROM pg_index"
            " WHERE NOT indisvalid AND indrelid IN"
            " (SELECT oid FROM pg_class WHERE relnamespace = 'onrecord'::regnamespace)"
        )
        return [f"the index {name} is not valid" for (name,) in rows]

    def close(self) -> None:
        """End the connection."""
        self.connection.close()

    @contextmanager
    def _sentences(self) -> Iterator[None]:
        """Failures of the database as one sentence each; wrong SQL stays what it is."""
        try:
            yield
        except self._failures as error:
            state = getattr(error, "sqlstate", None)
            if state and state[:2] in _PROGRAM_FAULTS and state not in dict(_POSTGRESQL_SENTENCES):
                raise
            raise CaseUnusable(f"{self.name} {_postgresql_sentence(state, str(error))}.") from error


# SQLSTATE classes and codes: PostgreSQL manual, appendix A.
_POSTGRESQL_SENTENCES = (
    ("53100", "has no room to grow; free space on its disk and run it again"),
    ("25006", "may not be written; it is a read-only server"),
    ("42501", "may not be used by this user; ask for the rights on its schema onrecord"),
    ("XX", "is damaged; `onrecord doctor` says where, a backup has what it held"),
    ("57", "was shut down or stopped the question; run it again"),
)
_PROGRAM_FAULTS = ("42", "22", "0A")


def _postgresql_sentence(state: str | None, message: str) -> str:
    """What happened; without a state there was no connection, and the reason comes last."""
    for start, sentence in _POSTGRESQL_SENTENCES:
        if state and state.startswith(start):
            return sentence
    reason = " ".join(message.split()).rpartition("FATAL: ")[2].strip().rstrip(".")
    if state:
        return f"cannot be used ({reason}); see `onrecord doctor`"
    return f"cannot be reached ({reason}); check the address and that its server runs"


def _placed(sql: str) -> str:
    """A statement with the driver's mark for a value."""
    return sql.replace("?", "%s")


def _without_password(address: str) -> str:
    """A PostgreSQL address as it may be shown."""
    scheme, _, rest = address.partition("://")
    user, at, place = rest.rpartition("@")
    place = re.sub(r"(?<=[?&]password=)[^&]*", "...", place)
    return f"{scheme}://{user.partition(':')[0]}{at}{place}"
