from onrecord.export import EXPORTERS

from .samples import contested


def test_each_exporter_makes_bytes_that_are_utf_8() -> None:
    assert [exporter.suffix for exporter in EXPORTERS] == [".html", ".json"]
    for exporter in EXPORTERS:
        assert "Karesh" in exporter.make(contested()).decode("utf-8")
