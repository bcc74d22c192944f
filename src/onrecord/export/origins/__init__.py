"""How origins look: the page, the terminal, the JSON."""

from onrecord.export.origins.html import origins_to_html
from onrecord.export.origins.records_json import origins_to_json
from onrecord.export.origins.terminal import origins_to_terminal

__all__ = ["origins_to_html", "origins_to_json", "origins_to_terminal"]
