"""What stands in the place of a page that could not be had."""

from onrecord.records.spans import Record


class Unreadable(Record, frozen=True, kw_only=True):
    """An input that gave no page: its name, and the one sentence that says why."""

    name: str
    error: str
