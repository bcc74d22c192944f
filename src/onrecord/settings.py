"""What can be set, read once by the face (command, desk) and handed down."""

import os

import msgspec

from onrecord.errors import WrongUse

MEGABYTE = 1_000_000


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Limits and choices of one run.

    ``max_bytes``: largest input, packed or unpacked (``ONRECORD_MAX_MB``, megabytes).
    ``timeout``: seconds for one network fetch (``ONRECORD_TIMEOUT``).
    ``threads``: processor threads for the model, 0 = all cores (``ONRECORD_THREADS``).
    ``workers``: processes that read for a case, 0 = one a core (``ONRECORD_WORKERS``).
    ``page_seconds``: seconds that one page of up to 100 kB may take such a process, larger ones as
    much more as they are larger; 0 = without end (``ONRECORD_PAGE_SECONDS``).
    ``model``: folder of another model bundle, empty = the shipped one (``ONRECORD_MODEL``).
    """

    max_bytes: int = 50 * MEGABYTE
    timeout: float = 20.0
    threads: int = 0
    workers: int = 0
    page_seconds: float = 300.0
    model: str = ""

    @classmethod
    def from_environment(cls) -> "Settings":
        """Read the ``ONRECORD_*`` variables; a value that is no number raises ``WrongUse``."""
        standard = cls()
        return cls(
            max_bytes=int(_number("ONRECORD_MAX_MB", standard.max_bytes / MEGABYTE) * MEGABYTE),
            timeout=_number("ONRECORD_TIMEOUT", standard.timeout),
            threads=int(_number("ONRECORD_THREADS", standard.threads)),
            workers=int(_number("ONRECORD_WORKERS", standard.workers)),
            page_seconds=_number("ONRECORD_PAGE_SECONDS", standard.page_seconds),
            model=os.environ.get("ONRECORD_MODEL", standard.model),
        )


def stay_offline() -> None:
    """Switch off what a library would send home by itself.

    onnxruntime's official builds collect usage data and send it to their maker (from 1.32 on,
    on Linux too) unless this variable is set before it is imported.
    """
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"


def _number(name: str, standard: float) -> float:
    """One variable as a number, or the standard where it is not set."""
    text = os.environ.get(name)
    if text is None:
        return standard
    try:
        value = float(text)
    except ValueError:
        raise WrongUse(f"{name} is {text!r}; set it to a number or leave it out.") from None
    if value < 0:
        raise WrongUse(f"{name} is {text!r}; set it to a number that is not negative.")
    return value
