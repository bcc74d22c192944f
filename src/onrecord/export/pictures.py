"""A picture of dates as SVG: each label over its own bar, unsure ends soft, undated ones below."""

from datetime import date

from markupsafe import Markup, escape

from onrecord.export.calendars import DateRange, in_words
from onrecord.records.spans import Record

WIDTHS = (592, 336)
_ROW, _TOP, _LETTER, _GAP = 26, 26, 7.0, 14
_TICK_YEARS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)


class Entry(Record, frozen=True, kw_only=True):
    """One date (or undated expression) with its words in the text and the claims it is in."""

    label: str
    span: DateRange | None
    words: tuple[str, ...]
    anchor: str
    claims: tuple[int, ...]


class _Scale(Record, frozen=True, kw_only=True):
    """From days to pixels."""

    first: int
    last: int
    width: int

    def x(self, day: date) -> float:
        """How far from the left a day stands, in pixels, kept inside the picture."""
        share = (day.toordinal() - self.first) / (self.last - self.first)
        return round(min(max(share, 0.0), 1.0) * self.width, 1)


def picture(
    entries: tuple[Entry, ...], published: DateRange | None, width: int, sentence: str
) -> Markup:
    """The picture in one width, in pixels."""
    out: list[Markup] = []
    spans = [entry.span for entry in entries if entry.span]
    height = 4.0
    if spans:
        scale = _scale([*spans, published] if published else spans, width)
        rows, bars = _bars([entry for entry in entries if entry.span], scale)
        height = _TOP + rows * _ROW + (20 if published else 6)
        out += [*_ticks(scale, height), *_published(published, scale, height), *bars]
    undated = [entry for entry in entries if not entry.span]
    if undated:
        out.append(_text(0, height + 14, "no date", "axis"))
        rows, words = _packed_words(undated, width, height + 20)
        out += words
        height += 22 + rows * 20
    head = Markup(
        '<svg class="w{w}" viewBox="0 0 {w} {h:.0f}" width="{w}" height="{h:.0f}" role="img" '
        'aria-label="{label}">{soft}'
    )
    opening = head.format(w=width, h=height, label=sentence, soft=_fades(width))
    return Markup("").join([opening, *out, Markup("</svg>")])


def _scale(spans: list[DateRange], width: int) -> _Scale:
    """From the first day to the last, with a little room on both sides."""
    first = min(span.start for span in spans).toordinal()
    last = max(span.end for span in spans).toordinal()
    room = max(2, (last - first) // 40)
    return _Scale(first=max(1, first - room), last=last + room, width=width)


def _bars(entries: list[Entry], scale: _Scale) -> tuple[int, list[Markup]]:
    """Each date as its label over a bar, in the highest row with room. Returns rows, marks."""
    reached: list[float] = []
    marks: list[Markup] = []
    for entry in entries:
        if entry.span is None:
            continue
        left = scale.x(entry.span.start)
        right = max(scale.x(entry.span.end), left + 5)
        if entry.span.soft:
            left, right = max(0, left - 16), min(scale.width, right + 16)
        size = len(entry.label) * _LETTER
        text = max(0.0, left if left + size <= scale.width else scale.width - size)
        row = _row(reached, min(left, text), max(right, text + size))
        marks.append(_bar(entry, (left, right, text), _TOP + row * _ROW, scale.width))
    return len(reached), marks


def _row(reached: list[float], left: float, right: float) -> int:
    """The first row whose marks end before ``left``; a new one where none does."""
    for row, end in enumerate(reached):
        if end + _GAP <= left:
            reached[row] = right
            return row
    reached.append(right)
    return len(reached) - 1


def _bar(entry: Entry, places: tuple[float, float, float], top: int, width: int) -> Markup:
    """One label over its bar; a link to the first claim it is in."""
    left, right, text = places
    span = entry.span
    ends = (span.soft_start, span.soft_end) if span else (False, False)
    fill = {(False, False): "", (True, True): "both", (True, False): "start", (False, True): "end"}
    soft = fill[ends]
    # A rule in the style sheet would win over the fill of the gradient.
    paint = Markup('fill="url(#{}-{})"').format(soft, width) if soft else Markup('class="bar"')
    drawn = Markup('<rect {} x="{}" y="{}" width="{:.1f}" height="4"/>').format(
        paint, left, top + 17, right - left
    )
    label = _text(text, top + 12, entry.label, "date")
    if text < left:
        # The size of letters is a guess: what must end at the edge is hung from there.
        label = _text(width, top + 12, entry.label, "date", hung=True)
    if not entry.claims:
        return drawn + label
    return Markup('<a href="#c{}">{}{}</a>').format(entry.claims[0], drawn, label)


def _packed_words(entries: list[Entry], width: int, top: float) -> tuple[int, list[Markup]]:
    """Undated expressions, as many to a row as have room. Returns rows, marks."""
    marks: list[Markup] = []
    row, x = 0, 0.0
    for entry in entries:
        size = (len(entry.label) + 2) * _LETTER
        if x and x + size > width:
            row, x = row + 1, 0.0
        words = _text(x, top + row * 20 + 13, f"“{entry.label}”", "date")
        linked = entry.claims and Markup('<a href="#c{}">{}</a>').format(entry.claims[0], words)
        marks.append(linked or words)
        x += size + _GAP
    return row + 1, marks


def _ticks(scale: _Scale, height: float) -> list[Markup]:
    """Years (or days, where all is within one) along the top, each with a hairline."""
    marks: list[Markup] = []
    for day, label in _tick_days(scale):
        x = scale.x(day)
        if not 0 < x < scale.width - len(label) * _LETTER:
            continue
        marks.append(
            Markup('<line class="tick" x1="{0}" x2="{0}" y1="4" y2="{1:.0f}"/>').format(x, height)
        )
        marks.append(_text(x + 4, 12, label, "axis"))
    return marks


def _tick_days(scale: _Scale) -> list[tuple[date, str]]:
    """Where the hairlines stand: at most one each 80 pixels."""
    wanted = max(2, scale.width // 80)
    first, last = date.fromordinal(scale.first), date.fromordinal(scale.last)
    if last.year - first.year >= 2:
        step = next(s for s in _TICK_YEARS if (last.year - first.year) / s <= wanted)
        years = range(first.year - first.year % step, last.year + 1, step)
        return [(date(year, 1, 1), str(year)) for year in years if year >= 1]
    months = [date(y, m, 1) for y in range(first.year, last.year + 1) for m in range(1, 13)]
    inside = [month for month in months if first <= month <= last]
    if len(inside) > 1:
        step = -(-len(inside) // wanted)
        return [(month, in_words(month.isoformat()[:7])) for month in inside[::step]]
    step = max(1, -(-(scale.last - scale.first) // wanted))
    days = [date.fromordinal(n) for n in range(scale.first + 1, scale.last, step)]
    return [(day, in_words(day.isoformat())) for day in days]


def _published(day: DateRange | None, scale: _Scale, height: float) -> list[Markup]:
    """The day of publication as a line through the picture."""
    if day is None:
        return []
    x = scale.x(day.start)
    line = Markup('<line class="published" x1="{0}" x2="{0}" y1="18" y2="{1:.0f}"/>')
    hung = x > scale.width / 2
    words = _text(x + (-4 if hung else 4), height - 2, "published", "axis", hung=hung)
    return [line.format(x, height), words]


def _fades(width: int) -> Markup:
    """The gradients of soft ends; a hidden picture lends none, so each has its own."""
    stops = {"both": (0, 1, 1, 0), "start": (0, 1, 1, 1), "end": (1, 1, 1, 0)}
    drawn = [
        Markup('<linearGradient id="{}-{}">{}</linearGradient>').format(
            name,
            width,
            Markup("").join(
                Markup('<stop class="fade" offset="{}" stop-opacity="{}"/>').format(at, opacity)
                for at, opacity in zip((0, 0.4, 0.6, 1), shades, strict=True)
            ),
        )
        for name, shades in stops.items()
    ]
    return Markup("<defs>{}</defs>").format(Markup("").join(drawn))


def _text(x: float, y: float, words: str, kind: str, *, hung: bool = False) -> Markup:
    """A piece of text that begins, or where ``hung`` ends, at a place."""
    anchor = Markup(' text-anchor="end"') if hung else Markup("")
    return Markup('<text class="{}" x="{:.1f}" y="{:.1f}"{}>{}</text>').format(
        kind, x, y, anchor, escape(words)
    )
