"""The verbs that every face uses: command, desk and Python call the same functions."""

from onrecord.export import to_html, to_json, to_terminal
from onrecord.workbench.cases import add, backup, count, damage, failures, search
from onrecord.workbench.reading import Progress, check_model, read, read_bytes, read_rows

__all__ = [
    "Progress",
    "add",
    "backup",
    "check_model",
    "count",
    "damage",
    "failures",
    "read",
    "read_bytes",
    "read_rows",
    "search",
    "to_html",
    "to_json",
    "to_terminal",
]
