"""Export what stands: a reading, and the origins of many, as a page, as JSON, on a terminal."""

from collections.abc import Callable

from onrecord.export.html import to_html
from onrecord.export.origins import origins_to_html, origins_to_json, origins_to_terminal
from onrecord.export.records_json import to_json
from onrecord.export.terminal import to_terminal
from onrecord.records.readings import Reading
from onrecord.records.spans import Record


class Exporter(Record, frozen=True, kw_only=True):
    """One kind of file: its name, the ending of its files, and what makes its bytes."""

    name: str
    suffix: str
    make: Callable[[Reading], bytes]


def _page(reading: Reading) -> bytes:
    """The report in UTF-8."""
    return to_html(reading).encode()


EXPORTERS: tuple[Exporter, ...] = (
    Exporter(name="html", suffix=".html", make=_page),
    Exporter(name="json", suffix=".json", make=to_json),
)

__all__ = [
    "EXPORTERS",
    "Exporter",
    "origins_to_html",
    "origins_to_json",
    "origins_to_terminal",
    "to_html",
    "to_json",
    "to_terminal",
]
