"""Bytes to characters: byte-order mark, declaration, UTF-8, then a guess."""

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
# The WHATWG Encoding Standard reads these labels as windows-1252.
_PROSE = set("’‘“”„–—…«»•·§©®°£€ éèêëàâáäãåæçíìîïñóòôöõøœúùûüßÿÉÈÊÀÂÁÄÅÆÇÍÎÏÑÓÔÖØŒÚÛÜ¿¡\xa0")
_WINDOWS = {"iso8859-1", "latin-1", "ascii", "us-ascii", "cp1252"}


def declared_encoding(head: bytes) -> str | None:
    """The encoding an HTML page names for itself in its first bytes."""
    match = _DECLARED.search(head)
    return match[1].decode("ascii") if match else None


def decode(data: bytes, declared: str | None = None) -> tuple[str, str | None]:
    """Decode bytes; the second value is a warning, or ``None`` where nothing had to be guessed.

    UTF-8 that holds strictly wins over a declaration: text in another encoding almost never
    is valid UTF-8, and wrong declarations are common.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), None
    if wide := _without_mark(data):
        return data.decode(wide, "replace"), None
    try:
        return data.decode(), None
    except UnicodeDecodeError:
        pass
    if declared and (text := _strictly(data, declared)) is not None:
        return text, None
    return _guessed(data, declared)


def _without_mark(data: bytes) -> str | None:
    """UTF-16 without a mark shows as a NUL in every other byte of Western text."""
    head = data[:2000]
    half = max(1, len(head) // 2)
    if head[1::2].count(0) > half * 0.7 > head[0::2].count(0):
        return "utf-16-le"
    if head[0::2].count(0) > half * 0.7 > head[1::2].count(0):
        return "utf-16-be"
    return None


def _strictly(data: bytes, declared: str) -> str | None:
    """The text in its declared encoding, or ``None`` where that does not hold."""
    try:
        codec = codecs.lookup(declared).name
        return data.decode("cp1252" if codec in _WINDOWS else codec)
    except (LookupError, UnicodeDecodeError, ValueError):
        return None


def _guessed(data: bytes, declared: str | None) -> tuple[str, str]:
    """UTF-8 with a few broken bytes, else the likeliest other encoding."""
    said = f" (declared: {declared})" if declared else ""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    wide = sum(byte >= 0x80 for byte in data)
    if broken * 8 < wide:
        return text, f"The encoding is UTF-8 with {broken} broken characters{said}."
    from charset_normalizer import from_bytes

    best = from_bytes(data[:100_000]).best()
    encoding = best.encoding if best else "cp1252"
    if encoding in _WINDOWS or _western(data):
        encoding = "cp1252"
    text = data.decode(encoding, "replace")
    return text, f"The encoding was not stated rightly{said} and was taken to be {encoding}."


def _western(data: bytes) -> bool:
    """Whether, read as cp1252, all that is not ASCII is what Western prose is written with."""
    wide = bytes(byte for byte in data if byte >= 0x80)
    if len(wide) > len(data) * 0.2:
        return False
    return set(wide.decode("cp1252", "replace")) <= _PROSE
