"""Two texts as two bars with bands between what they share: order, gaps and shares at a glance."""

from collections.abc import Sequence

from markupsafe import Markup

from onrecord.records.origins import Passage

_WIDE, _BAR, _HIGH = 1000, 10, 56
_MOST = 60


def ribbons(sizes: tuple[int, int], passages: Sequence[Passage]) -> Markup:
    """The picture; ``sizes`` are the lengths of the two texts in characters.

    The longer text fills the width; the words that belong to it stand beside it. Bands have the number of their passage modulo six as
    colour; beyond sixty passages only the longest are drawn.
    """
    longest = max(*sizes, 1)
    numbered = sorted(enumerate(passages), key=lambda pair: pair[1][0] - pair[1][1])[:_MOST]
    bands = [_band(number, passage, longest) for number, passage in sorted(numbered)]
    ends = [size * _WIDE // longest for size in sizes]
    bars = Markup('<path class="bar-of" d="M0 0H{}V{b}H0ZM0 {t}H{}V{h}H0Z"/>').format(
        *ends, b=_BAR, t=_HIGH - _BAR, h=_HIGH
    )
    head = Markup(
        '<svg class="ribbons" viewBox="0 0 {} {}" preserveAspectRatio="none" aria-hidden="true">'
    ).format(_WIDE, _HIGH)
    return Markup("").join([head, bars, *bands, Markup("</svg>")])


def _band(number: int, passage: Passage, longest: int) -> Markup:
    """One passage: a block in each bar and the band between them, as one shape."""
    left, left_end, right, right_end = (at * _WIDE // longest for at in passage)
    # A passage of a few words in a long text is still seen.
    left_end, right_end = max(left_end, left + 2), max(right_end, right + 2)
    top, low = _BAR, _HIGH - _BAR
    path = f"M{left} 0H{left_end}V{top}L{right_end} {low}V{_HIGH}H{right}V{low}L{left} {top}Z"
    # Nothing but numbers: there is nothing to escape.
    return Markup(f'<path class="p{number % 6}" data-n="{number + 1}" d="{path}"/>')
