"""Links ready to be laid out: two texts side by side, and the texts, once each."""

from collections.abc import Iterable

from markupsafe import Markup

from onrecord.export.origins.lookups import Appearance, Lookup
from onrecord.export.origins.ribbons import ribbons
from onrecord.export.origins.sentences import (
    KINDS,
    Sentence,
    direction,
    kind_words,
    link_title,
    percent,
    share_sentences,
)
from onrecord.export.origins.sides import Shared, packed, passages_in_order, shared
from onrecord.export.sentences import counted
from onrecord.export.texts import harmless
from onrecord.records.origins import Link
from onrecord.records.spans import Record

OPENINGS = 6
"""How many passages of a link are told in words."""


class LinkView(Record, frozen=True, kw_only=True):
    """A link: its line, its evidence, its picture, its passages; ``left`` is the first text."""

    number: int
    title: Sentence
    kind: str
    kind_words: str
    shares: tuple[Sentence, Sentence]
    percents: tuple[str, str]
    directed: bool
    direction: Sentence
    left: Appearance
    right: Appearance
    picture: Markup
    shared: tuple[Shared, ...]
    passages: str
    packed: str


class TextView(Record, frozen=True, kw_only=True):
    """A text that some link speaks of, shown once."""

    appearance: Appearance
    words: str
    size: str


def link_view(lookup: Lookup, link: Link, openings: int = OPENINGS) -> LinkView:
    """A link ready for the page, the first article on the left; so many passages in words."""
    left, right = lookup.sides(link)
    texts = tuple(lookup.articles[a].text if a in lookup.articles else "" for a in (left, right))
    found = passages_in_order(link, turned=lookup.turned(link))
    both = share_sentences(lookup, link)
    sizes = (
        max([len(texts[0]), *(p[1] for p in found)]),
        max([len(texts[1]), *(p[3] for p in found)]),
    )
    one, other = lookup.shares(link)
    return LinkView(
        number=lookup.numbers[link],
        title=link_title(lookup, link),
        kind=kind_words(link),
        kind_words=KINDS[link.kind],
        shares=both,
        percents=(percent(one), percent(other)),
        directed=link.direction != "unknown",
        direction=direction(lookup, link),
        left=lookup.of(left),
        right=lookup.of(right),
        picture=ribbons(sizes, found),
        shared=shared(texts[0], found)[:openings],
        passages=counted(len(found), "passage") if found else "",
        packed=packed((texts[0], texts[1]), found) if all(texts) else "",
    )


def link_views(lookup: Lookup, links: Iterable[Link]) -> tuple[LinkView, ...]:
    """Several links."""
    return tuple(link_view(lookup, link) for link in links)


def text_views(lookup: Lookup) -> tuple[TextView, ...]:
    """The texts that some link aligns, by number of their articles."""
    linked = {side for k in lookup.origins.links if k.passages for side in (k.left, k.right)}
    found = [lookup.of(article) for article in linked if article in lookup.articles]
    return tuple(
        TextView(
            appearance=appearance,
            words=harmless(lookup.articles[appearance.id].text),
            size=counted(len(lookup.articles[appearance.id].text.split()), "word"),
        )
        for appearance in sorted(found, key=lambda a: a.number)
    )
