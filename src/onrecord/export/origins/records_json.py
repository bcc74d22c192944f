"""The answer as JSON: the public contract, byte for byte the same for the same answer."""

import msgspec

from onrecord.records.origins import Origins


def origins_to_json(origins: Origins) -> bytes:
    """UTF-8 JSON in the order of the contract, indented by two, ending with a newline."""
    packed = msgspec.json.encode(origins, order="deterministic")
    return msgspec.json.format(packed, indent=2) + b"\n"
