"""Pages from the lines of a JSONL file."""

import json
import re
from typing import Any

import msgspec

from onrecord.errors import CannotRead, NoText
from onrecord.read.authors import authors_of
from onrecord.records.documents import Metadata, Page

_FIELDS = ("title", "outlet", "url", "published", "modified")
_ID = re.compile(rb'"id"\s*:\s*("(?:[^"\\]|\\.)*"|-?\d+)')


def page_from_row(line: bytes, number: int, source: str) -> Page:
    """Make a page of one JSONL line ``{"id", "text"[, "title", "authors", ...]}``.

    ``number`` is the line's, from 1; ``source`` the file's name. ``Page.name`` is the row's id,
    ``Page.data`` its text in UTF-8. Raises ``CannotRead`` or, for an empty text, ``NoText``.
    """
    where = f"{source}, line {number}"
    row = _decoded(line, where)
    identity, text = row.get("id"), row.get("text")
    if isinstance(identity, bool) or not isinstance(identity, str | int) or identity == "":
        raise CannotRead(f'{where} has no "id"; give each row an "id" of its own.')
    where = f"{where} ({identity})"
    if not isinstance(text, str):
        raise CannotRead(f'{where} has no "text"; put the article\'s text there as a string.')
    if not text.strip():
        raise NoText(f'{where} has an empty "text"; put the article\'s text there.')
    try:
        data = text.encode()
    except UnicodeEncodeError:
        raise CannotRead(
            f"{where} holds half a character (a lone surrogate); write it anew."
        ) from None
    return Page(name=str(identity), media="row", data=data, metadata=_metadata(row))


def row_id(line: bytes) -> str | int | None:
    """The id of a line that may be broken, for its error line; ``None`` where none is found."""
    try:
        value = json.loads(line)["id"]
    except (ValueError, KeyError, TypeError, RecursionError):
        match = _ID.search(line)
        if match is None:
            return None
        try:
            value = json.loads(match[1])
        except ValueError:
            return None
    return value if isinstance(value, str | int) and not isinstance(value, bool) else None


def _decoded(line: bytes, where: str) -> dict[str, Any]:
    """The line as a JSON object."""
    try:
        row = msgspec.json.decode(line.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        reason = str(error).rstrip(".")
        raise CannotRead(
            f"{where} is not valid JSON ({reason}); write one object a line."
        ) from None
    if not isinstance(row, dict):
        raise CannotRead(f"{where} is not a JSON object; write one object a line.")
    return row


def _metadata(row: dict[str, Any]) -> Metadata:
    """The row's own metadata; a field of a wrong type counts as absent."""
    known: dict[str, Any] = {
        field: " ".join(value.split())
        for field in _FIELDS
        if isinstance(value := row.get(field), str) and value.strip()
    }
    if not known.get("published") and isinstance(date := row.get("date"), str) and date.strip():
        known["published"] = date.strip()
    given = row.get("authors")
    if isinstance(given, str):
        known["authors"] = authors_of(given)
    elif isinstance(given, list):
        known["authors"] = tuple(" ".join(name.split()) for name in given if isinstance(name, str))
    found = {field: "row" for field, value in known.items() if value}
    return Metadata(**known, found=found)
