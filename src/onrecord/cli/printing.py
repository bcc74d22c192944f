"""What the commands of a case print alike."""

import re
from pathlib import Path

import click
import msgspec

from onrecord.errors import WorkFailed

CASE = click.argument("case", metavar="CASE")
"""Every command of a case begins with it: a path, or a ``postgresql://`` address."""


def print_json(record: object) -> None:
    """A record, or several, as one line of JSON on standard output, and nothing else."""
    click.echo(msgspec.json.encode(record))


def write(path: Path, data: bytes) -> None:
    """Write a file and the folders above it; raises ``WorkFailed`` with one sentence."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        raise WorkFailed(
            f"{path} cannot be written ({error.strerror}); choose another place."
        ) from None


def shown(case: str) -> str:
    """A case as it may be shown: an address without its password."""
    return re.sub(r"(?<=://)([^/@:]*):[^/@]*@", r"\1@", case)


def plural(number: int, word: str) -> str:
    """ "1 article", "2 articles"."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"
