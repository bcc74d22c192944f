"""Both databases for every test: files, and a PostgreSQL server started for the session.

The server listens on a socket in a temporary folder of its own. Without its programs that half
is skipped, and fails where ``CI`` is ``true``.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from onrecord.store import Case, open_case

SYSTEM_USER = "postgres"


class Server:
    """A PostgreSQL server in a folder, with one database that each test empties."""

    def __init__(self, programs: Path) -> None:
        self.programs = programs
        self.folder = Path(tempfile.mkdtemp(prefix="onrecord-"))
        if os.geteuid() == 0:
            # The server refuses to run as root.
            shutil.chown(self.folder, SYSTEM_USER, SYSTEM_USER)

    def run(self, program: str, *arguments: str) -> None:
        user = {"user": SYSTEM_USER, "group": SYSTEM_USER} if os.geteuid() == 0 else {}
        subprocess.run(
            [self.programs / program, *arguments],
            check=True,
            stdout=subprocess.DEVNULL,
            cwd=self.folder,
            **user,  # type: ignore[call-overload]
        )

    def start(self) -> None:
        data = str(self.folder / "data")
        self.run(
            "initdb", "-D", data, "-U", SYSTEM_USER, "-E", "UTF8", "--no-locale", "-A", "trust"
        )
        options = f"-k {self.folder} -c listen_addresses='' -c fsync=off"
        self.run("pg_ctl", "-D", data, "-w", "-l", str(self.folder / "log"), "-o", options, "start")

    def stop(self) -> None:
        self.run("pg_ctl", "-D", str(self.folder / "data"), "-m", "immediate", "stop")
        shutil.rmtree(self.folder)

    def address(self, database: str) -> str:
        return f"postgresql://{SYSTEM_USER}@/{database}?host={self.folder}"

    def empty_database(self) -> str:
        """The session's one database, without what the test before left in it."""
        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute("SET client_min_messages = warning")
            connection.execute("DROP SCHEMA IF EXISTS onrecord CASCADE")
        return self.address("postgres")


def programs() -> Path | None:
    """The folder of the server's programs: the newest that is installed, else the path's."""
    installed = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: float(p.parts[-3])
    )
    found = installed[-1] if installed else shutil.which("initdb")
    return Path(found).parent if found else None


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    folder = programs()
    if folder is None:
        sentence = "PostgreSQL's programs are not installed; apt-get install postgresql"
        if os.environ.get("CI") == "true":
            pytest.fail(sentence)
        pytest.skip(sentence)
    server = Server(folder)
    server.start()
    yield server
    server.stop()


@pytest.fixture(params=["sqlite", "postgresql"])
def target(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new case can be made, on each database in turn."""
    if request.param == "sqlite":
        return str(tmp_path / "a.case")
    return request.getfixturevalue("server").empty_database()  # type: ignore[no-any-return]


@pytest.fixture
def case(target: str) -> Iterator[Case]:
    with open_case(target, create=True) as case:
        yield case


@pytest.fixture
def both(tmp_path: Path, server: Server) -> Iterator[tuple[Case, Case]]:
    """An empty case on each database, to be filled and asked alike."""
    with (
        open_case(tmp_path / "left.case", create=True) as left,
        open_case(server.empty_database(), create=True) as right,
    ):
        yield left, right
