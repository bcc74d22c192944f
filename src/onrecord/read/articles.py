"""Units to an article: what each unit is, and what bylines, dates and datelines tell."""

import re
from collections.abc import Sequence

import msgspec

from onrecord.read.authors import is_name
from onrecord.read.bylines import Byline, agency_of, byline_of, is_outlet, is_role, signature_of
from onrecord.read.captions import buttons_before, is_credited, is_described
from onrecord.read.credits import credit_at, credit_in, dateline_of, same_outlet
from onrecord.read.dates import take_dates
from onrecord.read.drafts import Draft
from onrecord.read.furniture import furniture_of, looks_like_body, without_sections
from onrecord.read.headlines import headline_of, is_date_line
from onrecord.read.units import Unit
from onrecord.records.documents import Block, BlockKind, Credit, Metadata

_POST = re.compile(r"[—–-]\s?[^—–]{2,60}\(@\w{1,20}\)[^.]{4,24}$")  # how embedded posts are signed
_BODY = 12  # words of a sentence that counts as body text when looking for where the top ends
_END = 4  # units at the end that may be a byline or a line of republication


class _Signs(msgspec.Struct):
    """What the lines round the body tell, gathered on the way down."""

    bylines: list[tuple[Unit, Byline]]
    outlet: str | None = None
    published: str | None = None
    modified: str | None = None


def article_of(text: str, units: Sequence[Unit], known: Metadata) -> Draft:
    """Make a draft of a text and its units; ``known`` metadata wins over what the text says."""
    lines = [
        None if unit.kind in ("quote", "caption") else furniture_of(unit.words) for unit in units
    ]
    out = without_sections(units, lines)
    live = [unit for index, unit in enumerate(units) if index not in out]
    headline = headline_of(live, known.title)
    signs = _Signs(bylines=[], outlet=headline.outlet)
    gone = _signed(live, headline.index, signs) | headline.besides
    kept = [unit for index, unit in enumerate(live) if index not in gone]
    head = None if headline.index is None else live[headline.index]
    metadata = _learned(known, signs, kept, headline.title)
    credit, notes = _credited(text, units, kept, metadata, signs)
    kept = [unit for unit in kept if unit not in notes]
    blocks = tuple(
        Block(
            kind=_kind(kept, index, head),
            start=unit.start + buttons_before(unit.words),
            end=_end(text, unit, unit == head, metadata),
        )
        for index, unit in enumerate(kept)
    )
    if not any(block.kind != "headline" for block in blocks):
        blocks = tuple(
            Block(kind=unit.kind or "paragraph", start=unit.start, end=unit.end) for unit in units
        )
    return Draft(text=text, blocks=blocks, metadata=metadata, credit=credit)


def _signed(live: Sequence[Unit], head: int | None, signs: _Signs) -> set[int]:
    """The indices of bylines, dates and posts at the top and the end; fills ``signs``."""
    gone: set[int] = set()
    top, first = _zones(live)
    for index, unit in enumerate(live):
        if index == head or unit.kind in ("caption", "quote") or index in gone:
            continue
        if not (index < top or index >= len(live) - _END):
            continue
        near = index < first or index >= len(live) - 2
        if _is_sign(live, index, near, signs):
            gone.add(index)
            if unit.words.lower().strip(" :") == "by":
                gone.add(index + 1)
    return gone


def _zones(live: Sequence[Unit]) -> tuple[int, int]:
    """The ends of the top: where the third and the first body paragraph stand."""
    body = [i for i, unit in enumerate(live[:20]) if unit.stopped and unit.count >= _BODY]
    first = body[0] if body else min(len(live), 10)
    return (body[2] if len(body) > 2 else min(len(live), 10)), first


def _is_sign(live: Sequence[Unit], index: int, near: bool, signs: _Signs) -> bool:
    """Whether a unit is a byline, a date line or what belongs to them."""
    words = live[index].words
    following = live[index + 1].words if index + 1 < len(live) else ""
    if words.lower().strip(" :") == "by" and following:
        words = f"By {following}"
    byline = byline_of(words) or (signature_of(words) if near else None)
    if (
        byline is None
        and near
        and is_name(words)
        and (is_date_line(following) or is_role(following))
    ):
        byline = Byline(authors=(words,), outlet=None, dates=take_dates(""))
    if byline is not None:
        signs.bylines.append((live[index], byline))
        _dated(signs, byline.dates.published, byline.dates.modified)
        return True
    if is_date_line(words, labelled=not near):
        dates = take_dates(words)
        _dated(signs, dates.published, dates.modified)
        return True
    return near and _belongs(live, index, signs)


def _belongs(live: Sequence[Unit], index: int, signs: _Signs) -> bool:
    """A post or an outlet alone on the line under a byline, or an outlet with the date."""
    unit = live[index]
    if unit.count > 7 or unit.stopped:
        return False
    below = bool(signs.bylines) and index > 0 and signs.bylines[-1][0] == live[index - 1]
    if below and is_role(unit.words):
        return True
    dates = take_dates(unit.words)
    if is_outlet(dates.rest) and (below or (dates.published and dates.rest)):
        signs.outlet = signs.outlet or dates.rest
        _dated(signs, dates.published, dates.modified)
        return True
    return False


def _dated(signs: _Signs, published: str | None, modified: str | None) -> None:
    """Keep the first date of each sort."""
    signs.published = signs.published or published
    signs.modified = signs.modified or modified


def _learned(known: Metadata, signs: _Signs, kept: Sequence[Unit], title: str | None) -> Metadata:
    """The metadata, filled up from the text, with where each field was found."""
    new: dict[str, object] = {}
    where: dict[str, str] = {}
    authors = next((byline.authors for _, byline in signs.bylines if byline.authors), ())
    outlet = next((byline.outlet for _, byline in signs.bylines if byline.outlet), None)
    lead = next((found for unit in kept[:6] if (found := dateline_of(unit.words))), None)
    fields: list[tuple[str, object, str]] = [
        ("title", title, "headline in the text"),
        ("authors", authors, "byline in the text"),
        ("outlet", None if agency_of(outlet or "") else outlet, "byline in the text"),
        ("outlet", signs.outlet, "line in the text"),
        ("outlet", agency_of(outlet or ""), "byline in the text"),
        ("published", signs.published, "date line in the text"),
        ("published", lead.published if lead else None, "dateline in the text"),
        ("modified", signs.modified, "date line in the text"),
    ]
    for name, value, source in fields:
        if value and not getattr(known, name) and name not in new:
            new[name], where[name] = value, source
    return msgspec.structs.replace(known, **new, found={**known.found, **where})


def _credited(
    text: str, units: Sequence[Unit], kept: Sequence[Unit], metadata: Metadata, signs: _Signs
) -> tuple[Credit | None, tuple[Unit, ...]]:
    """The credit, if the text comes from elsewhere, and the lines that say nothing but that."""
    own = None if _is_agency_byline(metadata) else metadata.outlet
    edge = (*units[:6], *units[-8:]) if len(units) > 14 else tuple(units)
    credit = credit_in(text, edge)
    notes = tuple(unit for unit in kept if credit and _only_credits(unit, credit))
    for unit in kept[:6]:
        lead = dateline_of(unit.words)
        if lead and lead.agency and lead.code and not same_outlet(lead.agency, own):
            return credit_at(text, unit, lead.agency, lead.code), notes
    if credit and not same_outlet(credit.agency, metadata.outlet):
        return credit, notes
    for unit, byline in signs.bylines:
        if byline.outlet and not same_outlet(byline.outlet, own):
            agency = agency_of(byline.outlet) or byline.outlet
            return credit_at(text, unit, agency, byline.outlet), notes
    return None, notes


def _is_agency_byline(metadata: Metadata) -> bool:
    """Whether the outlet is an agency a byline names: then it is where the text comes from."""
    told = metadata.found.get("outlet") == "byline in the text"
    return told and agency_of(metadata.outlet or "") is not None


def _only_credits(unit: Unit, credit: Credit) -> bool:
    """Whether a short line begins with the credit and says little else."""
    inside = unit.start <= credit.start < unit.end
    return inside and credit.start - unit.start <= 3 and unit.count <= 25


def _end(text: str, unit: Unit, is_head: bool, metadata: Metadata) -> int:
    """Where a unit's block ends: the headline's with its title, before "| The Outlet"."""
    title = metadata.title or ""
    trimmed = is_head and title and text.startswith(title, unit.start, unit.end)
    return unit.start + len(title) if trimmed else unit.end


def _kind(kept: Sequence[Unit], index: int, head: Unit | None) -> BlockKind:
    """What one unit of the article is; in doubt a paragraph."""
    unit = kept[index]
    if unit == head:
        return "headline"
    if unit.kind or _POST.search(unit.words):
        return unit.kind or "quote"
    following = kept[index + 1] if index + 1 < len(kept) else None
    if is_credited(unit.words) or (following and _is_credited_below(unit, following)):
        return "caption"
    above = any(
        looks_like_body(other) for other in kept[max(0, index - 3) : index] if other != head
    )
    below = any(looks_like_body(other) for other in kept[index + 1 : index + 4])
    if below and is_described(unit, above):
        return "caption"
    return "headline" if above and below and _is_crosshead(unit) else "paragraph"


def _is_credited_below(unit: Unit, following: Unit) -> bool:
    """A line without a stop whose picture credit stands on the next line, alone."""
    credit = following.count <= 8 and is_credited(following.words)
    return credit and not unit.stopped and 3 <= unit.count <= 45


def _is_crosshead(unit: Unit) -> bool:
    """A few words between paragraphs that end in no sign, or a short line in capitals."""
    if "@" in unit.words or (not unit.words[-1].isalnum() and unit.words[-1] not in "?’'"):
        return False
    return unit.count <= 6 or (unit.count <= 10 and unit.words.isupper())
