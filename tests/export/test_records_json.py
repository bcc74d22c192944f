import msgspec

from onrecord.export.records_json import to_json
from onrecord.records.readings import Reading

from .samples import contested


def test_what_is_written_can_be_read_again() -> None:
    assert msgspec.json.decode(to_json(contested()), type=Reading) == contested()


def test_keys_stand_in_the_order_of_the_contract() -> None:
    keys = list(msgspec.json.decode(to_json(contested())))
    assert keys[:3] == ["schema", "document", "sentences"]
    assert keys[-1] == "made_by"


def test_it_ends_with_one_newline_and_is_stable() -> None:
    data = to_json(contested())
    assert data.endswith(b"}\n")
    assert data == to_json(contested())


def test_the_order_in_which_rules_were_noted_does_not_show() -> None:
    reading = contested()
    turned = dict(reversed(reading.made_by.rules.items()))
    other = msgspec.structs.replace(
        reading, made_by=msgspec.structs.replace(reading.made_by, rules=turned)
    )
    assert to_json(other) == to_json(reading)
