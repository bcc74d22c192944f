"""A real PostgreSQL server in a temporary folder, for tests and measurements.

It listens on a socket in that folder alone, with one database that each user empties.
"""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import psycopg

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

    def start(self, settings: str = "-c fsync=off") -> None:
        data = str(self.folder / "data")
        self.run(
            "initdb", "-D", data, "-U", SYSTEM_USER, "-E", "UTF8", "--no-locale", "-A", "trust"
        )
        options = f"-k {self.folder} -c listen_addresses='' {settings}"
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
