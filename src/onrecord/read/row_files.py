"""JSONL files, packed or not: each line a page, a bad one in its place as unreadable."""

import re
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path

from onrecord.errors import CannotRead
from onrecord.read.packed import Unpacked, opened
from onrecord.read.rows import page_from_row, row_id
from onrecord.read.unreadable import Unreadable
from onrecord.records.documents import Page
from onrecord.settings import MEGABYTE, Settings

_SUFFIXES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
_ROW = re.compile(rb'\s*\{(?=.*"text"\s*:)(?=.*"id"\s*:)')


def is_rows(path: Path, head: bytes) -> bool:
    """Whether a file holds rows: by its name, or because its first line has an id and a text."""
    return path.name.lower().endswith(_SUFFIXES) or bool(_ROW.match(head.partition(b"\n")[0]))


def pages_in_rows(path: Path, settings: Settings) -> Iterator[Page | Unreadable]:
    """One page a line, named by the row's id; empty lines are skipped.

    A line longer than ``settings.max_bytes`` or broken is ``Unreadable`` and the next one follows;
    a packed file that breaks off ends with an ``Unreadable`` of its own.
    """
    with opened(path) as file:
        source = Unpacked(file, settings.max_bytes)
        for number, line in enumerate(_lines(BufferedReader(source), settings.max_bytes), 1):
            if line is None:
                yield _too_long(path, number, settings)
            elif line.strip():
                yield _page(path, number, line)
        if source.damage:
            error = f"{path} {source.damage}; its lines before that were taken, fetch it again."
            yield Unreadable(name=str(path), error=error)


def count_rows(path: Path, settings: Settings) -> int:
    """How many lines that are not empty a file of rows has."""
    with opened(path) as file:
        lines = _lines(BufferedReader(Unpacked(file, settings.max_bytes)), settings.max_bytes)
        return sum(1 for line in lines if line is None or line.strip())


def _page(path: Path, number: int, line: bytes) -> Page | Unreadable:
    try:
        return page_from_row(line, number, str(path))
    except CannotRead as error:
        known = row_id(line)
        name = f"{path}, line {number}" if known is None else str(known)
        return Unreadable(name=name, error=str(error))


def _lines(file: BufferedReader, limit: int) -> Iterator[bytes | None]:
    """The lines of a file; ``None`` for one that is too long to be held."""
    while line := file.readline(limit + 1):
        if len(line) <= limit or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(limit)
        yield None


def _too_long(path: Path, number: int, settings: Settings) -> Unreadable:
    where = f"{path}, line {number}"
    limit = f"{settings.max_bytes / MEGABYTE:g} MB"
    return Unreadable(
        name=where, error=f"{where} has more than {limit}; leave it out or raise ONRECORD_MAX_MB."
    )
