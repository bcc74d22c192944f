"""Saved pages in the form of mail: MHTML pages, single messages and mbox mailboxes."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parsedate_to_datetime
from mailbox import mbox
from pathlib import Path

from msgspec.structs import replace

from onrecord.errors import CannotRead, NoText
from onrecord.read.packed import opened
from onrecord.read.pages import page_from_bytes, refuse_large
from onrecord.read.unreadable import Unreadable
from onrecord.records.documents import Fetch, Metadata, Page
from onrecord.settings import Settings

_FROM_LINE = re.compile(rb"From \S[^\n]*\d{4}\r?\n>?[A-Za-z][\w-]*:")
_HEADERS = re.compile(rb"(?:[A-Za-z][\w-]*:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2,}")
_OF_MAIL = re.compile(
    rb"^(?:MIME-Version|Message-ID|Received|Return-Path|Snapshot-Content-Location):",
    re.IGNORECASE | re.MULTILINE,
)
_PASSED_ON = re.compile(r"\s*(?:fwd?|re|aw|wg)\s*:\s*", re.IGNORECASE)
_PAGES = frozenset({"text/html", "application/xhtml+xml", "application/pdf"})
_NOTE = 60  # words; a shorter text beside an attached page is the sender's note on it
# What the email package raises on broken messages, beside its own errors.
_BROKEN = (LookupError, ValueError, AttributeError, TypeError, RecursionError)


def is_mailbox(path: Path, head: bytes) -> bool:
    """Whether a file is an mbox: a "From " line with a year, then a header."""
    return bool(_FROM_LINE.match(head))


def is_mail(path: Path, head: bytes) -> bool:
    """Whether a file is one message, such as an MHTML page: it begins with headers of mail."""
    found = _HEADERS.match(head)
    return bool(found and _OF_MAIL.search(found[0]))


def pages_in_mailbox(path: Path, settings: Settings) -> Iterator[Page | Unreadable]:
    """The pages of every message, one message in memory at a time, named by their subjects."""
    with opened(path) as file:
        if file.read(5) != b"From ":
            raise CannotRead(f"{path} is a packed mailbox; unpack it first.")
    box = mbox(path, create=False)
    try:
        for number, key in enumerate(box.iterkeys(), 1):
            with box.get_file(key) as file:
                data = file.read(settings.max_bytes + 1)
            yield from _of_message(f"{path}, message {number}", data, settings, f"{path}: ")
    finally:
        box.close()


def pages_in_mail(path: Path, settings: Settings) -> Iterator[Page | Unreadable]:
    """The page of one message or MHTML file, and pages attached to it."""
    with opened(path) as file:
        yield from _of_message(str(path), file.read(settings.max_bytes + 1), settings)


def _of_message(
    name: str, data: bytes, settings: Settings, box: str = ""
) -> Iterator[Page | Unreadable]:
    """The pages of one message, or why there is none. ``box``: what a subject is put behind."""
    try:
        refuse_large(name, len(data), settings)
        message = message_from_bytes(data, policy=policy.default)
        if not isinstance(message, EmailMessage):
            raise CannotRead(f"{name} is no message that can be read; save the page itself.")
        subject = _subject(message)
        shown = f"{box}{subject}" if box and subject else name
        made = list(_pages(shown, message, settings))
    except CannotRead as error:
        made = [Unreadable(name=name, error=str(error))]
    except _BROKEN as error:
        reason = f"{name} is a broken message ({type(error).__name__})"
        made = [Unreadable(name=name, error=f"{reason}; save the page itself.")]
    yield from made


def _pages(name: str, message: EmailMessage, settings: Settings) -> Iterator[Page | Unreadable]:
    """The page in a message's body, unless that is a note on what is attached; then that."""
    attached = [part for part in message.iter_attachments() if _is_page(part)]
    body = message.get_body(preferencelist=("html", "plain"))
    if body is None and not attached:
        raise NoText(f"{name} holds no HTML or text; save the page itself.")
    if body is not None and not (attached and len(_bytes(body).split()) < _NOTE):
        yield _page(name, message, body, settings)
    for number, part in enumerate(attached, 1):
        title = part.get_filename() or f"attachment {number}"
        yield _page(f"{name}: {title}", message, part, settings)


def _is_page(part: MIMEPart) -> bool:
    """Whether an attachment is a page by its type."""
    return part.get_content_type() in _PAGES


def _page(
    name: str, message: EmailMessage, part: MIMEPart, settings: Settings
) -> Page | Unreadable:
    """One part as a page, with what the message knows of it."""
    at, address = _date(message), _address(message, part)
    kind = {"content-type": part.get_content_type()}
    fetch = Fetch(url=address, at=at, status=200, headers=kind) if address and at else None
    try:
        page = page_from_bytes(name, _bytes(part), settings, fetch)
    except CannotRead as error:
        return Unreadable(name=name, error=str(error))
    return page if fetch else replace(page, metadata=_metadata(message, at, address))


def _metadata(message: EmailMessage, at: str | None, address: str | None) -> Metadata:
    """Subject and date as title and time of publication; a mail passed on gives no date."""
    subject = str(message.get("Subject") or "").strip()
    known = {
        "title": _subject(message),
        "published": None if _PASSED_ON.match(subject) else at,
        "url": address,
    }
    given = {field: value for field, value in known.items() if value}
    return Metadata(**given, found=dict.fromkeys(given, "mail"))  # type: ignore[arg-type]


def _subject(message: EmailMessage) -> str | None:
    """The subject without the marks of replies and forwards."""
    subject = " ".join(str(message.get("Subject") or "").split())
    while found := _PASSED_ON.match(subject):
        subject = subject[found.end() :]
    return subject or None


def _address(message: EmailMessage, part: MIMEPart) -> str | None:
    """The address that a browser wrote down when it saved the page."""
    for value in (
        message.get("Snapshot-Content-Location"),
        part.get("Content-Location"),
        message.get("Content-Location"),
    ):
        if value and str(value).startswith(("http://", "https://")):
            return "".join(str(value).split())
    return None


def _date(message: EmailMessage) -> str | None:
    """When the message was made, ISO 8601 in UTC."""
    try:
        moment = parsedate_to_datetime(str(message.get("Date")))
    except (ValueError, TypeError):
        return None
    given = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return datetime.isoformat(given.astimezone(UTC), timespec="seconds").replace("+00:00", "Z")


def _bytes(part: MIMEPart) -> bytes:
    """A part's bytes without its transfer encoding, in UTF-8 where it names another charset."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return b""
    charset = part.get_content_charset()
    if not charset or charset in ("utf-8", "us-ascii") or part.get_content_maintype() != "text":
        return data
    try:
        return data.decode(charset).encode()
    except (LookupError, ValueError):
        return data
