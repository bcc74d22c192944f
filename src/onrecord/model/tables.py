"""Small tables beside the graph: arrays of numbers, and words with a number each, in one file."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any
from zipfile import is_zipfile

import numpy as np
from numpy.typing import NDArray

Table = Mapping[str, int] | NDArray[Any]


def pack(tables: Mapping[str, Table]) -> bytes:
    """The bytes of a file, the same for the same tables; arrays of objects raise ``ValueError``."""
    arrays: dict[str, Any] = {
        n: t if isinstance(t, np.ndarray) else _text(t) for n, t in tables.items()
    }
    if any(array.dtype.hasobject for array in arrays.values()):
        raise ValueError("a table holds numbers, not objects")
    file = BytesIO()
    np.savez_compressed(file, **arrays)
    return file.getvalue()


def unpack(data: bytes) -> dict[str, Any]:
    """What ``pack`` wrote; what it did not write raises ``ValueError``."""
    if not is_zipfile(BytesIO(data)):
        raise ValueError("it is no archive of tables")
    with np.load(BytesIO(data), allow_pickle=False) as file:
        return {n: _numbers(file[n]) if file[n].dtype == np.uint8 else file[n] for n in file.files}


def _text(numbers: Mapping[str, int]) -> NDArray[np.uint8]:
    lines = "".join(f"{word}\t{number}\n" for word, number in numbers.items())
    return np.frombuffer(lines.encode(), dtype=np.uint8)


def _numbers(text: NDArray[np.uint8]) -> dict[str, int]:
    pairs = (line.rpartition("\t") for line in text.tobytes().decode().split("\n") if line)
    return {word: int(number) for word, _, number in pairs}
