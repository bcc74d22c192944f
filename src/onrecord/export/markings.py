"""Marked-up text: the article's own words with every finding laid over them as HTML.

Findings overlap and cross; elements cannot. ``marked`` walks the text once with a stack:
what crosses is closed and opened again, what nests stays nested.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

from onrecord.export.lookups import Lookup, cues, standing
from onrecord.export.sentences import technique
from onrecord.export.texts import harmless
from onrecord.records.findings import Claim
from onrecord.records.spans import Span, overlap

DEEPEST = 3
_CLAIM, _LOADED, _NAME, _CUE = range(4)


@dataclass(frozen=True, slots=True)
class Cover:
    """A span to be wrapped: the tag, its attributes, and a claim's number where it is one."""

    start: int
    end: int
    rank: int
    tag: str
    attributes: Markup
    number: int = 0

    def opened(self, *, first: bool) -> Markup:
        """The opening tag; the ``first`` of a cover's pieces says so."""
        begins = Markup(" data-first") if first and self.rank == _CLAIM else Markup("")
        return Markup("<{}{}{}>").format(Markup(self.tag), self.attributes, begins)


def look(claim: Claim) -> str:
    """The classes that give a claim its colour, line and weight."""
    line = {"author": "own", "named": "word"}.get(standing(claim), "loose")
    polarity = " negated" if claim.factuality.polarity == "-" else ""
    return f"{claim.kind} {line} {claim.factuality.certainty}{polarity}"


def covers(lookup: Lookup) -> tuple[Cover, ...]:
    """Everything to lay over the text: claims, loaded words, names of actors, cues."""
    levels = _levels(lookup.claims)
    found = [_claim_cover(lookup, claim, levels[claim.id]) for claim in lookup.claims]
    found += [
        Cover(
            item.start,
            item.end,
            _LOADED,
            "span",
            Markup(' class="loaded" title="loaded words: {}"').format(technique(item.technique)),
        )
        for item in lookup.reading.loaded
    ]
    found += _name_covers(lookup)
    found += _cue_covers(lookup)
    return tuple(cover for cover in found if cover.start < cover.end)


def marked(text: str, region: Span, laid: Iterable[Cover]) -> Markup:
    """The words of a region with its covers as nested elements; the text is escaped."""
    inside = [cover for cover in laid if overlap((cover.start, cover.end), region)]
    edges = {max(region[0], c.start) for c in inside} | {min(region[1], c.end) for c in inside}
    stops = sorted(edges | {region[0], region[1]})
    out: list[Markup] = []
    stack: list[Cover] = []
    for place, stop in enumerate(stops):
        _close(out, stack, [c for c in stack if c.end <= stop])
        starting = [c for c in inside if max(region[0], c.start) == stop]
        _number(out, stack, [c for c in starting if c.number and c.start == stop])
        for cover in sorted(starting, key=lambda c: (-c.end, c.rank, -c.start, c.number)):
            out.append(cover.opened(first=cover.start == stop))
            stack.append(cover)
        after = stops[place + 1] if place + 1 < len(stops) else stop
        out.append(escape(harmless(text[stop:after])))
    _close(out, stack, list(stack))
    return Markup("").join(out)


def _close(out: list[Markup], stack: list[Cover], ending: list[Cover]) -> None:
    """Close covers; what lay over them and goes on is opened again."""
    if not ending:
        return
    lowest = min(stack.index(cover) for cover in ending)
    above = stack[lowest:]
    del stack[lowest:]
    out.extend(Markup("</{}>").format(Markup(cover.tag)) for cover in reversed(above))
    for cover in above:
        if cover not in ending:
            out.append(cover.opened(first=False))
            stack.append(cover)


def _number(out: list[Markup], stack: list[Cover], starting: list[Cover]) -> None:
    """Put the numbers of claims before their first words, outside any other link."""
    if not starting:
        return
    links = [cover for cover in stack if cover.tag == "a"]
    reopened = stack[stack.index(links[0]) :] if links else []
    del stack[len(stack) - len(reopened) :]
    out.extend(Markup("</{}>").format(Markup(cover.tag)) for cover in reversed(reopened))
    for cover in sorted(starting, key=lambda c: c.number):
        out.append(
            Markup('<a class="num" id="t{0}" href="#c{0}" aria-label="claim {0}">{0}</a>').format(
                cover.number
            )
        )
    for cover in reopened:
        out.append(cover.opened(first=False))
        stack.append(cover)


def _levels(claims: Iterable[Claim]) -> dict[str, int]:
    """How far below the words each claim's line runs: inner claims nearest, none on another."""
    levels: dict[str, int] = {}
    placed: list[Claim] = []
    for claim in sorted(claims, key=lambda c: (c.end - c.start, c.start, c.id)):
        span = (claim.start, claim.end)
        taken = {levels[other.id] for other in placed if overlap((other.start, other.end), span)}
        free = (level for level in range(DEEPEST) if level not in taken)
        levels[claim.id] = next(free, DEEPEST - 1)
        placed.append(claim)
    return levels


def _claim_cover(lookup: Lookup, claim: Claim, level: int) -> Cover:
    """The underline of one claim."""
    number = lookup.numbers[claim.id]
    attributes = Markup(' class="c {} l{}" data-c="{}"').format(look(claim), level, number)
    return Cover(claim.start, claim.end, _CLAIM, "span", attributes, number)


def _name_covers(lookup: Lookup) -> list[Cover]:
    """Links from names to their actors. Mentions inside a longer one give way to it."""
    known = [m for m in lookup.reading.mentions if m.actor in lookup.actors]
    kept: list[Cover] = []
    for mention in sorted(known, key=lambda m: (m.start - m.end, m.start)):
        if any(overlap((mention.start, mention.end), (c.start, c.end)) for c in kept):
            continue
        attributes = Markup(' class="name" href="#who-{0}" data-a="{0}"').format(mention.actor)
        # A pronoun lights up with its actor, but is no stop on the way through the page.
        if mention.name != "named":
            attributes += Markup(' tabindex="-1"')
        kept.append(Cover(mention.start, mention.end, _NAME, "a", attributes))
    return kept


def _cue_covers(lookup: Lookup) -> list[Cover]:
    """Reporting and hedging words, each with the numbers of the claims it belongs to."""
    owners: dict[Span, list[int]] = {}
    for claim in lookup.claims:
        for span in cues(lookup, claim):
            owners.setdefault(span, []).append(lookup.numbers[claim.id])
    return [
        Cover(
            start,
            end,
            _CUE,
            "b",
            Markup(' class="cue" data-for="{}"').format(" ".join(map(str, numbers))),
        )
        for (start, end), numbers in owners.items()
    ]
