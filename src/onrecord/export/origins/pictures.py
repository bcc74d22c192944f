"""A picture of articles over time as SVG: each on its own row, who repeats whom as lines.

``x`` is the date. An arrow runs from first to later; where the direction is unknown the line has
no arrow. Labels stand beside their marks; undated articles have a lane of their own below.
"""

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from onrecord.export.calendars import in_words
from onrecord.export.origins.lookups import Appearance
from onrecord.export.origins.trees import Branch, Tree
from onrecord.export.texts import shortened
from onrecord.records.origins import Dependence
from onrecord.records.spans import Record

WIDTHS = (592, 372)
_ROW, _TOP, _APART, _LETTER = 24, 30, 12, 6.6
_LEFT, _ARROW, _TURN, _BAR, _FOG = 48, 7, 14, 8, 8
_PLOT = {592: 250, 372: 100}
_DASHES: dict[Dependence, str] = {
    "same_text": "text",
    "same_source": "source",
    "same_publisher": "publisher",
}
_DAYS = (1, 2, 3, 7, 14)
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 24000)


class Row(Record, frozen=True, kw_only=True):
    """One article as it is drawn; ``note`` follows its label, ``hollow`` is not proved."""

    appearance: Appearance
    note: str = ""
    hollow: bool = False


class _Scale(Record, frozen=True, kw_only=True):
    """From days to pixels."""

    first: float
    last: float
    width: int

    def x(self, day: float) -> float:
        """Where a day stands, in pixels from the left."""
        share = (day - self.first) / (self.last - self.first)
        return round(_LEFT + min(max(share, 0.0), 1.0) * _PLOT[self.width], 1)


class _Spot(Record, frozen=True, kw_only=True):
    """Where a row's mark stands: its left and right end, and the line it is on."""

    x: float
    end: float
    y: float


def pictures(tree: Tree, rows: dict[str, Row], sentence: str) -> tuple[Markup, ...]:
    """The picture in each width of ``WIDTHS``."""
    return tuple(picture(tree, rows, width, sentence) for width in WIDTHS)


def picture(tree: Tree, rows: dict[str, Row], width: int, sentence: str) -> Markup:
    """The picture in one width, in pixels. ``rows`` says how each article of the tree looks."""
    moments = [found for row in rows.values() if (found := row.appearance.moment)]
    scale = _scale([found.start for found in moments], [found.end for found in moments], width)
    dated, undated = _lanes(tree, rows)
    spots, height = _spots(dated, undated, tree, scale, rows)
    out: list[Markup] = []
    if moments:
        out += _ticks(scale, _TOP + _height(dated))
    if undated:
        lane = spots[undated[0]].y - _ROW
        out.append(
            Markup('<line class="tick" x1="0" x2="{}" y1="{y}" y2="{y}"/>').format(width, y=lane)
        )
    out += _lines(tree.branches, spots)
    if undated:
        out.append(_text(0, lane + 15, "no date", "axis over"))
    out += [_mark(rows[article], spots[article], width) for article in spots]
    head = Markup(
        '<svg class="w{w}" viewBox="0 0 {w} {h:.0f}" width="{w}" height="{h:.0f}" role="img" '
        'aria-label="{label}">'
    )
    opening = head.format(w=width, h=height, label=sentence)
    return Markup("").join([opening, *out, Markup("</svg>")])


def _scale(starts: Sequence[float], ends: Sequence[float], width: int) -> _Scale:
    """From the first moment to the last, at least a day."""
    if not starts:
        return _Scale(first=0.0, last=1.0, width=width)
    first, last = min(starts), max(ends)
    return _Scale(first=first, last=max(last, first + 1), width=width)


def _lanes(tree: Tree, rows: dict[str, Row]) -> tuple[list[list[str]], list[str]]:
    """The dated articles in their groups, and the undated ones."""
    dated = [[a for a in group if rows[a].appearance.moment] for group in tree.groups]
    undated = [a for group in tree.groups for a in group if not rows[a].appearance.moment]
    return [group for group in dated if group], undated


def _height(groups: list[list[str]]) -> int:
    """How high the rows of the dated articles are, with room between groups."""
    return sum(map(len, groups)) * _ROW + max(0, len(groups) - 1) * _APART


def _spots(
    dated: list[list[str]],
    undated: list[str],
    tree: Tree,
    scale: _Scale,
    rows: dict[str, Row],
) -> tuple[dict[str, _Spot], float]:
    """Where each article stands, and how high the picture is."""
    spots: dict[str, _Spot] = {}
    y = _TOP + _ROW / 2
    for group in dated:
        for article in group:
            found = rows[article].appearance.moment
            if found:
                grow = _FOG if found.soft else 0
                start, end = scale.x(found.start) - grow, scale.x(found.end) + grow
                spots[article] = _Spot(x=start, end=max(start, end), y=y)
            y += _ROW
        y += _APART
    y += 10 if dated and undated else 0
    above = {branch.second: branch.first for branch in reversed(tree.branches)}
    for article in undated:
        parent = spots.get(above.get(article, ""))
        x = parent.x + 24 if parent else float(_LEFT)
        spots[article] = _Spot(x=x, end=x, y=y)
        y += _ROW
    return spots, (y + 4 if undated else y - _APART - 4)


def _mark(row: Row, spot: _Spot, width: int) -> Markup:
    """A dot (a bar, where the time of day or the day is open), then number, outlet and date."""
    shape = _bar(row, spot) if spot.end - spot.x >= _BAR else _dot(row, spot)
    label = _label(row, max(spot.end, spot.x + 4) + 7, spot.y + 4, width)
    return Markup('<a href="#a{}">{}{}</a>').format(row.appearance.number, shape, label)


def _dot(row: Row, spot: _Spot) -> Markup:
    """A moment."""
    kind = "dot hollow" if row.hollow else "dot"
    return Markup('<circle class="{}" cx="{}" cy="{}" r="4"/>').format(kind, spot.x, spot.y)


def _bar(row: Row, spot: _Spot) -> Markup:
    """A stretch in which the moment lies; its ends run out where they are unsure."""
    kind = "span hollow" if row.hollow else "span"
    if not (row.appearance.moment and row.appearance.moment.soft):
        return Markup('<rect class="{}" x="{}" y="{}" width="{:.1f}" height="8" rx="4"/>').format(
            kind, spot.x, spot.y - 4, spot.end - spot.x
        )
    layers = [(spot.x + inset, spot.end - spot.x - 2 * inset) for inset in (0, 3, 6, _FOG)]
    return Markup("").join(
        Markup('<rect class="fog" x="{:.1f}" y="{}" width="{:.1f}" height="8" rx="4"/>').format(
            x, spot.y - 4, max(wide, 2)
        )
        for x, wide in layers
    )


def _label(row: Row, x: float, y: float, width: int) -> Markup:
    """The words beside a mark, cut to the room there is; the table has them in full."""
    number = str(row.appearance.number)
    room = int((width - x) / _LETTER) - len(number) - 1
    words = shortened(row.appearance.label, max(room, 8))
    note = row.note if len(words) + len(row.note) + 2 <= room else ""
    return Markup('<text x="{:.1f}" y="{:.1f}"><tspan class="no">{}</tspan> {}{}</text>').format(
        x, y, number, words, Markup('<tspan class="no">  {}</tspan>').format(note) if note else ""
    )


def _lines(branches: Sequence[Branch], spots: dict[str, _Spot]) -> list[Markup]:
    """All lines, those that leave one article together on one trunk."""
    trunks: list[tuple[float, float, float]] = []
    marks: list[Markup] = []
    for first in sorted({b.first for b in branches if b.first in spots}, key=lambda a: spots[a].y):
        own = [b for b in branches if b.first == first and b.second in spots]
        trunk = _trunk(spots[first], [spots[b.second] for b in own], list(spots.values()), trunks)
        marks += [_line(b, spots[first], spots[b.second], trunk) for b in own]
    return marks


def _trunk(
    start: _Spot, ends: list[_Spot], every: list[_Spot], taken: list[tuple[float, float, float]]
) -> float:
    """Where the upright part of an article's lines runs: below its mark, else left of all."""
    low, high = min(start.y, *(e.y for e in ends)), max(start.y, *(e.y for e in ends))
    between = [s for s in every if low <= s.y <= high and s.y != start.y]
    if all(abs(s.x - start.x) >= _TURN for s in between) and all(e.x > start.x for e in ends):
        taken.append((start.x, low, high))
        return start.x
    x = min(start.x, *(e.x for e in ends)) - _TURN
    while any(abs(x - at) < 5 and low <= end and begin <= high for at, begin, end in taken):
        x -= 6
    taken.append((x, low, high))
    return max(x, 3.0)


def _line(branch: Branch, start: _Spot, end: _Spot, trunk: float) -> Markup:
    """From one mark to another by way of the trunk; the arrow's head before the second."""
    # To the left of all it leaves from below: on the row itself an arrow may come in.
    leave = "" if trunk == start.x else f"V{start.y + _BAR + 1:.1f}H{trunk:.1f}"
    tip = end.x - (1 if end.end - end.x >= _BAR else 5)
    stop = tip - (_ARROW - 1 if branch.directed else 0)
    path = f"M{start.x:.1f} {start.y:.1f}{leave}V{end.y:.1f}H{stop:.1f}"
    line = Markup('<path class="line {}" d="{}"/>').format(_DASHES[branch.dependence], path)
    if not branch.directed:
        return line
    head = f"M{tip:.1f} {end.y:.1f}l-{_ARROW} -3.5v7z"
    return line + Markup('<path class="head" d="{}"/>').format(head)


def _ticks(scale: _Scale, height: float) -> list[Markup]:
    """Hairlines at round dates, at most one each sixty pixels."""
    marks: list[Markup] = []
    reached = -100.0
    for day, label in _tick_days(scale):
        x = scale.x(day.toordinal())
        if x - reached < len(label) * 6 + 12:
            continue
        reached = x
        marks.append(
            Markup('<line class="tick" x1="{0}" x2="{0}" y1="4" y2="{1:.0f}"/>').format(x, height)
        )
        marks.append(_text(x + 4, 12, label, "axis"))
    return marks


def _tick_days(scale: _Scale) -> list[tuple[date, str]]:
    """Round dates inside the scale with their words: days, months or years."""
    first, last = int(-(-scale.first // 1)), int(scale.last)
    wanted = max(2, _PLOT[scale.width] // 60)
    for step in _DAYS:
        if (last - first) / step <= wanted:
            days = [date.fromordinal(n) for n in range(max(1, first), last + 1, step)]
            return [(day, in_words(day.isoformat()).rsplit(" ", 1)[0]) for day in days]
    begin, end = date.fromordinal(max(1, first)), date.fromordinal(last)
    months = (begin.year * 12 + begin.month, end.year * 12 + end.month)
    step = next(s for s in _MONTHS if (months[1] - months[0]) / s <= wanted)
    starts = range(-(-(months[0] - 1) // step) * step + 1, months[1] + 1, step)
    found = [date((n - 1) // 12, (n - 1) % 12 + 1, 1) for n in starts if n > 12]
    inside = [day for day in found if begin <= day <= end]
    return [(day, str(day.year) if step >= 12 else in_words(day.isoformat()[:7])) for day in inside]


def _text(x: float, y: float, words: str, kind: str) -> Markup:
    """A piece of text that begins at a place."""
    return Markup('<text class="{}" x="{:.1f}" y="{:.1f}">{}</text>').format(kind, x, y, words)
