"""When an article was published: a place on a time line, and its words."""

from datetime import UTC, datetime

from onrecord.export.calendars import date_range, in_words
from onrecord.export.texts import shortened
from onrecord.records.spans import Record

_MINUTE = 1 / 1440


class Moment(Record, frozen=True, kw_only=True):
    """A publication date as the page gives it.

    ``start`` and ``end`` are days since the year 1 (fractions are hours, UTC where the page
    names its zone); ``soft`` where an end is unsure or open.
    """

    start: float
    end: float
    soft: bool
    words: str


def moment(published: str | None) -> Moment | None:
    """The place of an ISO 8601 or EDTF date; ``None`` where it has no place on a calendar."""
    if not published:
        return None
    exact = _exact(published)
    if exact:
        return exact
    day = published.replace(" ", "T").split("T")[0]
    span = date_range(day)
    if span is None:
        return None
    return Moment(
        start=float(span.start.toordinal()),
        end=float(span.end.toordinal()),
        soft=span.soft,
        words=in_words(day),
    )


def date_words(published: str | None) -> str:
    """A date as a person says it; as it stands where it is on no calendar; "no date"."""
    found = moment(published)
    return found.words if found else shortened(published or "", 40) or "no date"


def _exact(published: str) -> Moment | None:
    """A date with a time of day. Midnight is how pages write a day without a time."""
    try:
        time = datetime.fromisoformat(published)
    except ValueError:
        return None
    if len(published) <= len("2024-05-03") or (time.hour, time.minute, time.second) == (0, 0, 0):
        return None
    try:
        placed = time.astimezone(UTC) if time.tzinfo else time
    except OverflowError:
        return None
    share = (placed.hour * 3600 + placed.minute * 60 + placed.second) / 86400
    start = placed.toordinal() + share
    words = f"{in_words(time.date().isoformat())}, {time:%H:%M}"
    return Moment(start=start, end=start + _MINUTE, soft=False, words=words)
