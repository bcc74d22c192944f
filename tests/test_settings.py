"""Settings from the environment."""

import pytest

from onrecord.errors import WrongUse
from onrecord.settings import Settings

NAMES = (
    "ONRECORD_MAX_MB",
    "ONRECORD_TIMEOUT",
    "ONRECORD_THREADS",
    "ONRECORD_WORKERS",
    "ONRECORD_PAGE_SECONDS",
)


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.delenv("ONRECORD_MODEL", raising=False)


def test_without_variables_the_standard_holds() -> None:
    assert Settings.from_environment() == Settings(
        max_bytes=50_000_000, timeout=20.0, threads=0, workers=0, page_seconds=300.0, model=""
    )


def test_every_variable_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in zip(NAMES, ("0.5", "2.5", "3", "4", "5.5"), strict=True):
        monkeypatch.setenv(name, value)
    assert Settings.from_environment() == Settings(
        max_bytes=500_000, timeout=2.5, threads=3, workers=4, page_seconds=5.5
    )
    monkeypatch.setenv("ONRECORD_MODEL", "elsewhere/bundle")
    assert Settings.from_environment().model == "elsewhere/bundle"


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("value", ["much", "-1", ""])
def test_what_is_no_usable_number_is_wrong_use(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(WrongUse) as error:
        Settings.from_environment()
    assert str(error.value).startswith(f"{name} is {value!r}; set it to a number")
    assert error.value.exit_code == 2
