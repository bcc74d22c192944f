import msgspec

from onrecord.export import origins_to_json
from onrecord.records.origins import Origins

from .samples import sample


def test_the_json_reads_back_as_the_same_answer() -> None:
    assert msgspec.json.decode(origins_to_json(sample()), type=Origins) == sample()


def test_the_json_says_its_schema_and_the_terms_of_prov() -> None:
    packed = origins_to_json(sample()).decode()
    assert packed.startswith('{\n  "schema": "onrecord-origins/1"')
    assert packed.endswith("}\n")
    for term in ("wasDerivedFrom", "wasRevisionOf", "wasQuotedFrom"):
        assert f'"prov": "{term}"' in packed
