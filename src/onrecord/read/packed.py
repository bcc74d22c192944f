"""Files as streams of bytes, unpacked on the way, that say in words why they end early."""

import zlib
from gzip import BadGzipFile, GzipFile
from io import RawIOBase
from pathlib import Path
from typing import IO, BinaryIO
from zipfile import BadZipFile

from onrecord.errors import CannotRead

GZIP = b"\x1f\x8b"
HEAD = 4096
# Deflate packs at most 1,032 to 1. Crawls of markup rarely reach 30 to 1, so 200 is a bomb.
_BOMB = 200


class Unpacked(RawIOBase):
    """A binary file's bytes, unpacked where they are gzipped; memory stays small.

    A file that breaks off, is damaged or unpacks without measure simply ends: ``damage`` then
    says so in words that follow the file's name ("breaks off"). ``tail`` holds the last bytes read.
    """

    def __init__(self, file: IO[bytes], limit: int) -> None:
        packed = file.read(2) == GZIP
        file.seek(0)
        self._file = file
        self._limit = limit
        self._source = GzipFile(fileobj=file) if packed else file
        self._given = 0
        self.damage: str | None = None
        self.tail = b""

    def readable(self) -> bool:
        """It can be read, and nothing else."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill a buffer with the next bytes; 0 at the end or where the damage begins."""
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]
        data = b"" if self.damage else self._next(len(view))
        self._given += len(data)
        self.tail = (self.tail + data)[-4:]
        view[: len(data)] = data
        return len(data)

    def _next(self, size: int) -> bytes:
        """At most ``size`` bytes; what stands before a break is not lost with it."""
        if self._given > self._limit and self._given > _BOMB * self._file.tell():
            self.damage = f"unpacks to more than {_BOMB} times its size"
            return b""
        try:
            source = self._source
            return source.read1(size) if isinstance(source, GzipFile) else source.read(size)
        except EOFError:
            self.damage = "breaks off"
        except (BadGzipFile, BadZipFile, zlib.error, OSError):
            self.damage = "is damaged"
        return b""


def opened(path: Path) -> BinaryIO:
    """A file opened for reading; raises ``CannotRead`` with what to do."""
    try:
        return path.open("rb")
    except PermissionError:
        raise CannotRead(f"{path} may not be read; ask for permission to read it.") from None
    except OSError as error:
        raise CannotRead(f"{path} cannot be opened ({error.strerror}); check the path.") from None


def head_of(path: Path) -> bytes:
    """The first bytes of a file, unpacked where it is gzipped."""
    with opened(path) as file:
        head = file.read(HEAD)
    if not head.startswith(GZIP):
        return head
    try:
        return zlib.decompressobj(wbits=31).decompress(head, HEAD)
    except zlib.error:
        return head
