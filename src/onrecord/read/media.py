"""What bytes are, told by the bytes themselves and never by a file's suffix."""

import re

from onrecord.errors import CannotRead
from onrecord.records.documents import MediaType

# Magic numbers from each format's specification; the sentence says what to do instead.
_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "a PNG image", "give the article's text or run OCR on the image first"),
    (b"\xff\xd8\xff", "a JPEG image", "give the article's text or run OCR on the image first"),
    (b"GIF8", "a GIF image", "give the article's text or run OCR on the image first"),
    (b"II*\x00", "a TIFF image", "give the article's text or run OCR on the image first"),
    (b"MM\x00*", "a TIFF image", "give the article's text or run OCR on the image first"),
    (b"Rar!", "a RAR archive", "unpack it and give the file inside"),
    (b"7z\xbc\xaf", "a 7z archive", "unpack it and give the file inside"),
    (b"BZh", "a bzip2 archive", "unpack it and give the file inside"),
    (b"\xfd7zXZ", "an xz archive", "unpack it and give the file inside"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive", "unpack it and give the file inside"),
    (b"{\\rtf", "an RTF document", "save it as plain text, HTML or PDF"),
    (b"\xd0\xcf\x11\xe0", "an old Office document", "save it as plain text, HTML or PDF"),
    (b"SQLite format 3\x00", "a SQLite database", "give the article itself"),
    (b"\x7fELF", "a program", "give the article's HTML, PDF or text"),
    (b"MZ\x90", "a program", "give the article's HTML, PDF or text"),
    (b"OggS", "an audio or video file", "give a transcript as text"),
    (b"ID3", "an audio file", "give a transcript as text"),
    (b"fLaC", "an audio file", "give a transcript as text"),
    (b"\x1aE\xdf\xa3", "a video file", "give a transcript as text"),
)
_OFFICE: tuple[tuple[bytes, str, str], ...] = (
    (b"word/", "a Word document (docx)", "save it as plain text, HTML or PDF"),
    (b"xl/", "an Excel workbook (xlsx)", "save the article as plain text, HTML or PDF"),
    (b"ppt/", "a PowerPoint file (pptx)", "save the article as plain text, HTML or PDF"),
    (b"opendocument", "an OpenDocument file", "save it as plain text, HTML or PDF"),
    (b"application/epub+zip", "an EPUB book", "give the article as HTML, PDF or text"),
    (b".warc", "a web archive (WACZ)", "use onrecord add CASE {name}"),
)
_MARKUP = re.compile(
    r"<(?:!doctype\s+html|html|head|body|article|main|meta|title|div|p|h1|section|script)\b[^>]*>",
    re.IGNORECASE,
)
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_HEAD = 4096


def media_of(name: str, data: bytes) -> MediaType:
    """Tell ``html``, ``pdf`` or ``text`` by content; anything else raises ``CannotRead``."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    refuse_archive(name, data)
    _refuse_known(name, data)
    head = data[:_HEAD]
    if not head.startswith(_BOMS) and _looks_binary(head):
        raise CannotRead(f"{name} is a binary file; give the article's HTML, PDF or plain text.")
    return "html" if _is_markup(head) else "text"


def refuse_archive(name: str, head: bytes) -> None:
    """Raise for a web archive (its first bytes, unpacked): it goes into a case."""
    if head.startswith(b"WARC/"):
        raise CannotRead(f"{name} is a web archive (WARC); use onrecord add CASE {name}.")


def _refuse_known(name: str, data: bytes) -> None:
    """Raise with the format's own name where the first bytes are a known signature."""
    for signature, what, advice in _SIGNATURES:
        if data.startswith(signature):
            raise CannotRead(f"{name} is {what}; {advice}.")
    if data[:4] == b"RIFF":
        what = "a WebP image" if data[8:12] == b"WEBP" else "an audio or video file"
        raise CannotRead(f"{name} is {what}; give the article's text instead.")
    if data[4:8] == b"ftyp":
        what = "an image or video file"
        raise CannotRead(f"{name} is {what}; give the article's text or a transcript instead.")
    if data[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        _refuse_zip(name, data)


def _refuse_zip(name: str, data: bytes) -> None:
    """Raise with what kind of ZIP container this is."""
    for marker, what, advice in _OFFICE:
        if marker in data[:_HEAD] or marker in data[-_HEAD:]:
            raise CannotRead(f"{name} is {what}; {advice.format(name=name)}.")
    raise CannotRead(f"{name} is a ZIP archive; unpack it and give the article's file.")


def _looks_binary(head: bytes) -> bool:
    """Whether control bytes are too many for text, allowing for UTF-16 and stray NULs."""
    if not head:
        return False
    if _is_utf16(head):
        return False
    control = sum(byte < 32 and byte not in b"\t\n\r\x0b\x0c\x1b\x00" for byte in head)
    return control > len(head) * 0.01 + 1 or head.count(0) > len(head) * 0.1 + 1


def _is_utf16(head: bytes) -> bool:
    """Whether every other byte is NUL, as in UTF-16 text of Western languages without a mark."""
    half = max(1, len(head) // 2)
    return max(head[0::2].count(0), head[1::2].count(0)) > half * 0.7 and head.count(0) < half * 1.3


def _is_markup(head: bytes) -> bool:
    """Whether the first kilobytes hold HTML tags; a lone tag quoted in prose does not count."""
    text = head.replace(b"\x00", b"").decode("latin-1").lstrip("ï»¿ÿþ \t\r\n")
    found = _MARKUP.findall(text)
    return bool(found) and (text.startswith("<") or len(found) >= 3)
