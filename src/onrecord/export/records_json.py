"""The reading as JSON: the public contract, byte for byte the same for the same reading."""

import msgspec

from onrecord.records.readings import Reading


def to_json(reading: Reading) -> bytes:
    """UTF-8 JSON in the order of the contract, indented by two, ending with a newline."""
    packed = msgspec.json.encode(reading, order="deterministic")
    return msgspec.json.format(packed, indent=2) + b"\n"
