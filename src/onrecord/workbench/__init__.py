"""The verbs that every face uses: command, desk and Python call the same functions."""

from onrecord.batch import Added
from onrecord.export import to_html, to_json, to_terminal
from onrecord.export.texts import one_line
from onrecord.workbench.actors import actors, merge, split
from onrecord.workbench.cases import (
    add,
    backup,
    count,
    damage,
    failures,
    repair,
    search,
    understood,
)
from onrecord.workbench.origins import (
    Compared,
    origins,
    origins_to_html,
    origins_to_json,
    origins_to_terminal,
)
from onrecord.workbench.reading import Progress, check_model, read, read_bytes, read_rows

__all__ = [
    "Added",
    "Compared",
    "Progress",
    "actors",
    "add",
    "backup",
    "check_model",
    "count",
    "damage",
    "failures",
    "merge",
    "one_line",
    "origins",
    "origins_to_html",
    "origins_to_json",
    "origins_to_terminal",
    "read",
    "read_bytes",
    "read_rows",
    "repair",
    "search",
    "split",
    "to_html",
    "to_json",
    "to_terminal",
    "understood",
]
