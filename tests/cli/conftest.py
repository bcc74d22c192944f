"""The example case, made once by the command itself."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from onrecord.cli import main
from tests.store.conftest import server as server

EXAMPLE = Path(__file__).parents[2] / "examples" / "convoy"


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("MAX_MB", "TIMEOUT", "THREADS", "WORKERS"):
        monkeypatch.delenv(f"ONRECORD_{name}", raising=False)


@pytest.fixture(scope="session")
def convoy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    case = tmp_path_factory.mktemp("convoy") / "convoy.case"
    made = CliRunner().invoke(main, ["add", str(case), str(EXAMPLE), "--workers", "1"])
    assert made.exit_code == 0, made.stderr
    return case
