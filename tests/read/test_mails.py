from email.message import EmailMessage
from pathlib import Path

import pytest

from onrecord.errors import CannotRead
from onrecord.read import Unreadable, document_from_page
from onrecord.read.mails import is_mail, is_mailbox, pages_in_mail, pages_in_mailbox
from onrecord.records.documents import Document, Page
from onrecord.settings import Settings
from tests.read.archives_by_hand import html

LIMITS = Settings(max_bytes=200_000)
MILL = html(
    "Mill at Orun to close", "The mayor of Orun, Ana Brandt, said that the mill will close in May."
)
MHTML = (
    b"From: <Saved by a browser>\r\n"
    b"Snapshot-Content-Location: https://orunpost.example/mill\r\n"
    b"Subject: Mill at Orun to close\r\n"
    b"Date: Tue, 2 Apr 2030 10:15:00 +0200\r\n"
    b"MIME-Version: 1.0\r\n"
    b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----x"\r\n\r\n'
    b"------x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\n"
    b"Content-Location: https://orunpost.example/mill\r\n\r\n" + MILL + b"\r\n"
    b"------x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n"
    b"------x--\r\n"
)


def mail(subject: str, text: str = "", page: bytes | None = None) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "The Orun Post <news@orunpost.example>"
    message["Subject"] = subject
    message["Date"] = "Mon, 01 Apr 2030 08:00:00 +0000"
    message["Message-ID"] = "<1@orunpost.example>"
    message.set_content(text)
    if page:
        message.add_alternative(page.decode(), subtype="html", charset="iso-8859-1")
    return message


def mailbox(path: Path, *messages: bytes) -> Path:
    path.write_bytes(
        b"".join(b"From - Mon Apr  1 08:00:00 2030\n" + data + b"\n\n" for data in messages)
    )
    return path


def documents(made: list[Page | Unreadable]) -> list[Document]:
    return [document_from_page(page, LIMITS) for page in made if isinstance(page, Page)]


def test_a_page_saved_as_mhtml_is_its_page_with_address_and_time(tmp_path: Path) -> None:
    path = tmp_path / "mill.mhtml"
    path.write_bytes(MHTML)
    assert is_mail(path, MHTML[:4096]) and not is_mailbox(path, MHTML)
    (page,) = pages_in_mail(path, LIMITS)
    assert isinstance(page, Page) and page.fetch is not None
    assert (page.name, page.media, page.data) == (str(path), "html", MILL)
    assert (page.fetch.url, page.fetch.at) == (
        "https://orunpost.example/mill", "2030-04-02T08:15:00Z",
    )  # fmt: skip


def test_every_message_of_a_mailbox_is_an_article_under_its_subject(tmp_path: Path) -> None:
    path = mailbox(
        tmp_path / "news.mbox",
        mail("Ferry late", "The ferry to Sall was late again on Monday, said its captain.").as_bytes(),
        mail("Mill at Orun to close", "See the page.", MILL).as_bytes(),
    )  # fmt: skip
    assert is_mailbox(path, path.read_bytes()[:4096])
    made = list(pages_in_mailbox(path, LIMITS))
    assert [page.name for page in made] == [f"{path}: Ferry late", f"{path}: Mill at Orun to close"]
    ferry, mill = documents(made)
    assert (ferry.title, ferry.published) == ("Ferry late", "2030-04-01T08:00:00Z")
    assert ferry.found["published"] == "mail"
    assert (mill.title, mill.published) == ("Mill at Orun to close", "2030-04-01T08:00:00Z")


def test_a_mail_passed_on_gives_no_date_of_publication(tmp_path: Path) -> None:
    path = mailbox(
        tmp_path / "in.mbox", mail("Fwd: Re: Ferry late", "The ferry was late.").as_bytes()
    )
    (document,) = documents(list(pages_in_mailbox(path, LIMITS)))
    assert (document.title, document.published) == ("Ferry late", None)


def test_another_charset_becomes_utf_8(tmp_path: Path) -> None:
    page = html("Café at Orun", "The café at Orun will close, the café's owner said.")
    path = mailbox(tmp_path / "in.mbox", mail("x", "x", page).as_bytes())
    (made,) = pages_in_mailbox(path, LIMITS)
    assert isinstance(made, Page) and "café" in made.data.decode()


def test_an_attached_page_stands_for_the_note_it_came_with(tmp_path: Path) -> None:
    message = mail("Look at this", "See below.")
    message.add_attachment(MILL, maintype="text", subtype="html", filename="mill.html")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="a.png")
    path = tmp_path / "look.eml"
    path.write_bytes(message.as_bytes())
    (page,) = pages_in_mail(path, LIMITS)
    assert page.name == f"{path}: mill.html" and isinstance(page, Page) and page.data == MILL


@pytest.mark.parametrize(
    "data",
    [
        mail("Empty").as_bytes(),
        b"MIME-Version: 1.0\nSubject: x\nContent-Type: image/png\n\nxx",
        b"MIME-Version: 1.0\nSubject: x\nContent-Type: text/plain; charset*=a\n\n",
        b"MIME-Version: 1.0\nSubject: =?x?q?" + b"?" * 50 + b"\nDate: never\n\n",
        mail("Large", "word " * 100_000).as_bytes(),
    ],
)
def test_a_message_without_a_page_is_named_and_the_next_one_follows(
    tmp_path: Path, data: bytes
) -> None:
    good = mail("Ferry late", "The ferry to Sall was late again.").as_bytes()
    path = mailbox(tmp_path / "in.mbox", data, good)
    bad, page = pages_in_mailbox(path, LIMITS)
    assert isinstance(bad, Unreadable) and str(path) in bad.error and "\n" not in bad.error
    assert isinstance(page, Page)


def test_a_packed_mailbox_is_to_be_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "in.mbox.gz"
    path.write_bytes(b"\x1f\x8b")
    with pytest.raises(CannotRead, match="unpack it first"):
        list(pages_in_mailbox(path, LIMITS))


@pytest.mark.parametrize(
    "text",
    [
        b"From here to the sea, 2030\nThe mill closes.",
        b"Breaking: mill closes\nOrun: the mayor said so.\n\nMore to come.",
        b"By Ana Brandt\n\nThe mill will close.",
    ],
)
def test_prose_is_no_mail(text: bytes) -> None:
    assert not is_mail(Path("a"), text) and not is_mailbox(Path("a"), text)
