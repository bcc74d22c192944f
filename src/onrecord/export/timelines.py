"""A timeline of the dates an article names: its entries, its sentence, its picture."""

from markupsafe import Markup

from onrecord.export.calendars import date_range, in_words
from onrecord.export.lookups import Lookup
from onrecord.export.pictures import WIDTHS, Entry, picture
from onrecord.export.sentences import counted
from onrecord.export.texts import one_line, shortened
from onrecord.records.findings import Time
from onrecord.records.spans import Record


class Timeline(Record, frozen=True, kw_only=True):
    """The picture in each width of ``WIDTHS``, the sentence that says what it shows, the table."""

    pictures: tuple[Markup, ...]
    sentence: str
    entries: tuple[Entry, ...]


def timeline(lookup: Lookup) -> Timeline | None:
    """The times of a reading; ``None`` where the article names none."""
    entries = _entries(lookup)
    if not entries:
        return None
    published = lookup.reading.document.published
    day = date_range(published.split("T")[0]) if published else None
    sentence = _sentence(entries, published if day else None)
    pictures = tuple(picture(entries, day, width, sentence) for width in WIDTHS)
    return Timeline(pictures=pictures, sentence=sentence, entries=entries)


def _entries(lookup: Lookup) -> tuple[Entry, ...]:
    """Times with the same value as one entry; dated ones by date, then the undated ones."""
    together: dict[str, list[Time]] = {}
    for time in lookup.reading.times:
        placed = time.edtf if time.edtf and date_range(time.edtf) else None
        together.setdefault(placed or f"({one_line(time.text).lower()})", []).append(time)
    found = [_entry(lookup, key, times) for key, times in together.items()]
    dated = [entry for entry in found if entry.span]
    dated.sort(key=lambda e: (e.span.start, e.span.end) if e.span else ())
    return (*dated, *(entry for entry in found if not entry.span))


def _entry(lookup: Lookup, key: str, times: list[Time]) -> Entry:
    """One row of the table."""
    ids = {time.id for time in times}
    claims = [lookup.numbers[c.id] for c in lookup.claims if ids.intersection(c.times)]
    span = None if key.startswith("(") else date_range(key)
    anchors = [time.anchor for time in times if time.anchor]
    return Entry(
        label=in_words(key) if span else shortened(times[0].text, 40),
        span=span,
        words=tuple(dict.fromkeys(one_line(time.text) for time in times)),
        anchor=in_words(anchors[0]) if anchors else "",
        claims=tuple(claims),
    )


def _sentence(entries: tuple[Entry, ...], published: str | None) -> str:
    """What the picture shows, in words."""
    dated = [entry for entry in entries if entry.span]
    soft = sum(1 for entry in dated if entry.span and entry.span.soft)
    undated = len(entries) - len(dated)
    parts = [f"The article names {counted(len(dated), 'date')}"]
    if len(dated) > 1:
        parts[0] += f", from {dated[0].label} to {dated[-1].label}"
    if soft:
        parts.append(f"{soft} unsure or open at an end")
    if undated:
        words = counted(undated, "expression")
        parts.append(f"{words} of time with no date on a calendar")
    end = f". It was published on {in_words(published)}." if published else "."
    return "; ".join(parts) + end
