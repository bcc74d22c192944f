"""Both databases for every test: files, and a PostgreSQL server started for the session.

Without the server's programs that half is skipped, and fails where ``CI`` is ``true``.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.store import Case, open_case
from tests.store.servers import Server, programs


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
