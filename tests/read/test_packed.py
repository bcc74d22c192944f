import gzip
import io
from pathlib import Path
from random import Random

import pytest

from onrecord.errors import CannotRead
from onrecord.read.packed import HEAD, Unpacked, head_of, opened

WORDS = b"The ferry to Sall was late again. " * 4000


def read(data: bytes, limit: int = 10_000_000) -> tuple[bytes, str | None]:
    source = Unpacked(io.BytesIO(data), limit)
    return io.BufferedReader(source).read(), source.damage


def test_packed_and_plain_bytes_come_out_alike() -> None:
    assert read(WORDS) == (WORDS, None)
    assert read(gzip.compress(WORDS[:900]) + gzip.compress(WORDS[900:])) == (WORDS, None)


def test_a_break_keeps_what_stands_before_it() -> None:
    noise = Random(0).randbytes(300_000)
    packed = gzip.compress(noise)
    data, damage = read(packed[: len(packed) // 2])
    assert damage == "breaks off" and noise.startswith(data) and len(data) > 100_000


def test_damage_and_bombs_are_told_apart() -> None:
    packed = bytearray(gzip.compress(WORDS))
    packed[-6] ^= 0xFF
    assert read(bytes(packed))[1] == "is damaged"
    data, damage = read(gzip.compress(bytes(50_000_000)), limit=100_000)
    assert damage == "unpacks to more than 200 times its size" and len(data) < 20_000_000


def test_the_tail_is_the_last_four_bytes() -> None:
    source = Unpacked(io.BytesIO(gzip.compress(b"a line\r\n\r\n")), 1000)
    io.BufferedReader(source).read()
    assert source.tail == b"\r\n\r\n"


def test_a_head_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "a.gz"
    path.write_bytes(gzip.compress(WORDS))
    assert head_of(path) == WORDS[:HEAD]
    path.write_bytes(b"\x1f\x8bnot gzip at all")
    assert head_of(path).startswith(b"\x1f\x8b")


def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="cannot be opened"):
        opened(tmp_path / "nowhere")
