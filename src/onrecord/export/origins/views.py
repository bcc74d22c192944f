"""The parts of the page about origins, ready to be laid out."""

from collections.abc import Iterable

from markupsafe import Markup

from onrecord.export.origins.lookups import Appearance, Lookup
from onrecord.export.origins.pictures import WIDTHS, Row, picture
from onrecord.export.origins.ribbons import ribbons
from onrecord.export.origins.sentences import (
    KINDS,
    Sentence,
    change_words,
    collapse_sentence,
    direction,
    family_sentence,
    independence,
    kind_words,
    link_title,
    percent,
    plain,
    share_sentences,
    unknown_sentence,
    unquoted,
)
from onrecord.export.origins.sides import Shared, packed, passages_in_order, shared
from onrecord.export.origins.trees import Branch, Tree, assertion_tree, family_tree
from onrecord.export.sentences import STANDINGS, counted
from onrecord.export.texts import harmless, one_line, shortened
from onrecord.records.origins import (
    Assertion,
    Collapse,
    Link,
    Statement,
    TextFamily,
    Versions,
)
from onrecord.records.spans import Record

DRAWN = 60
"""How many assertions have their own picture and table; the rest are told in short."""
REASONS = 12
"""How many reasons of an assertion are told; two of those told in short."""
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


class Reason(Record, frozen=True, kw_only=True):
    """Why two articles are one origin, with the number of the link that shows it."""

    kind: str
    sentence: Sentence
    link: int | None


class Said(Record, frozen=True, kw_only=True):
    """One wording of an assertion, on whose word, and the articles that print it so."""

    number: int
    words: str
    source: str
    appearances: tuple[Appearance, ...]


class AssertionView(Record, frozen=True, kw_only=True):
    """Assertions of the same articles: their texts by number, then what they have in common."""

    number: int
    texts: tuple[tuple[int, str], ...]
    stands: str
    independence: str
    drawn: bool
    pictures: tuple[Markup, ...]
    sentence: str
    articles: tuple[Appearance, ...]
    said: tuple[Said, ...]
    reasons: tuple[Reason, ...]
    more_reasons: int
    unknown: Sentence


class FamilyView(Record, frozen=True, kw_only=True):
    """One text in several articles: its tree, its sentence, the links of the tree, the others."""

    number: int
    title: str
    size: str
    pictures: tuple[Markup, ...]
    sentence: Sentence
    rows: tuple[tuple[Appearance, Sentence], ...]
    links: tuple[LinkView, ...]
    others: tuple[LinkView, ...]


class VersionsView(Record, frozen=True, kw_only=True):
    """Two versions of one page, and what changed in its claims."""

    earlier: Appearance
    later: Appearance
    link: int | None
    changes: tuple[tuple[str, str, str], ...]


class TextView(Record, frozen=True, kw_only=True):
    """A text that some link speaks of, shown once."""

    appearance: Appearance
    words: str
    size: str


def assertion_view(
    lookup: Lookup, place: int, first: int, bundle: list[Assertion]
) -> AssertionView:
    """Assertions of the same articles ready for the page.

    ``place`` counts what was shown before, ``first`` is the number of the first of them.
    """
    assertion = bundle[0]
    rows = {article: _row(lookup, bundle, article) for article in assertion.documents}
    drawn = place < DRAWN
    told = assertion.collapsed_by[: REASONS if drawn else 2]
    stand = "Stands in" if len(bundle) == 1 else "Each stands in"
    tree = assertion_tree(lookup, assertion) if drawn else Tree(groups=(), branches=())
    sentence = _assertion_sentence(assertion, tree) if drawn else ""
    return AssertionView(
        number=first,
        texts=tuple((first + n, unquoted(a.text)) for n, a in enumerate(bundle)),
        stands=f"{stand} {counted(len(assertion.documents), 'article')}",
        independence=independence(assertion),
        drawn=drawn,
        pictures=_pictures(tree, rows, sentence) if drawn and len(rows) > 1 else (),
        sentence=sentence,
        articles=tuple(row.appearance for row in rows.values()),
        said=tuple(s for n, a in enumerate(bundle) for s in _said(lookup, first + n, a))
        if drawn
        else (),
        reasons=tuple(_reason(lookup, collapse) for collapse in told),
        more_reasons=len(assertion.collapsed_by) - len(told),
        unknown=unknown_sentence(lookup, assertion) if assertion.unknown else (),
    )


def family_view(lookup: Lookup, number: int, family: TextFamily) -> FamilyView:
    """A family of texts ready for the page."""
    tree = family_tree(lookup, family)
    into = {branch.second: branch for branch in reversed(tree.branches)}
    order = [article for group in tree.groups for article in group]
    rows = {
        article: Row(
            appearance=lookup.of(article),
            note=_family_note(family, article, into.get(article)),
        )
        for article in order
    }
    sentence = family_sentence(lookup, family, tree)
    shown = [branch.link for branch in tree.branches if branch.link]
    shown.sort(key=lambda link: order.index(lookup.sides(link)[1]))
    inside = set(family.documents)
    others = [k for k in lookup.origins.links if {k.left, k.right} <= inside and k not in shown]
    return FamilyView(
        number=number,
        title=_family_title(lookup, family, order),
        size=f"One text in {counted(len(family.documents), 'article')}",
        pictures=_pictures(tree, rows, plain(sentence)),
        sentence=sentence,
        rows=tuple((lookup.of(a), _from(lookup, into.get(a))) for a in order),
        links=tuple(link_view(lookup, link) for link in shown),
        others=tuple(link_view(lookup, link, openings=0) for link in others),
    )


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


def versions_view(lookup: Lookup, pair: Versions) -> VersionsView:
    """Two versions of a page ready for the page."""
    link = lookup.copies.get(frozenset((pair.earlier, pair.later)))
    return VersionsView(
        earlier=lookup.of(pair.earlier),
        later=lookup.of(pair.later),
        link=lookup.numbers[link] if link else None,
        changes=tuple(
            (
                change_words(change),
                lookup.claim_text(change.before or ""),
                lookup.claim_text(change.after or ""),
            )
            for change in pair.changes
        ),
    )


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


def link_views(lookup: Lookup, links: Iterable[Link]) -> tuple[LinkView, ...]:
    """Several links."""
    return tuple(link_view(lookup, link) for link in links)


def _pictures(tree: Tree, rows: dict[str, Row], sentence: str) -> tuple[Markup, ...]:
    """A tree in each width."""
    return tuple(picture(tree, rows, width, sentence) for width in WIDTHS)


def _assertion_sentence(assertion: Assertion, tree: Tree) -> str:
    """What the picture of an assertion shows."""
    joined = len(assertion.documents) - len(tree.groups)
    if not joined:
        return "Nothing shown joins these articles."
    if len(tree.groups) == 1:
        every = "Both" if len(assertion.documents) == 2 else "All of these"
        return f"{every} articles hang together: they count as one origin."
    return (
        f"The articles fall into {len(tree.groups)} groups; "
        "those joined by lines count as one origin."
    )


def _row(lookup: Lookup, bundle: list[Assertion], article: str) -> Row:
    """How one article is drawn, with its source, where it is one for all that is asserted."""
    statements = [lookup.said(assertion, article) for assertion in bundle]
    sources = {shortened(s.source or "", 40) if s else "" for s in statements}
    source = sources.pop() if len(sources) == 1 else ""
    return Row(
        appearance=lookup.of(article),
        note=f"on the word of {source}" if source else "",
        hollow=article in bundle[0].unknown,
    )


def _said(lookup: Lookup, number: int, assertion: Assertion) -> tuple[Said, ...]:
    """The wordings of an assertion, each once, in order of its first article."""
    together: dict[tuple[str, str], list[Appearance]] = {}
    for article in assertion.documents:
        statement = lookup.said(assertion, article)
        key = (one_line(statement.text), _source(statement)) if statement else ("", "")
        together.setdefault(key, []).append(lookup.of(article))
    return tuple(
        Said(number=number, words=words, source=source, appearances=tuple(found))
        for (words, source), found in together.items()
    )


def _source(statement: Statement) -> str:
    """On whose word a claim stands, and through whom it came."""
    if not statement.source:
        return STANDINGS[statement.standing]
    way = [one_line(name) for name in statement.via if name != statement.source]
    return one_line(statement.source) + (f", through {', '.join(way)}" if way else "")


def _reason(lookup: Lookup, collapse: Collapse) -> Reason:
    """A collapse as a sentence with its evidence."""
    link = lookup.copies.get(frozenset((collapse.left, collapse.right)))
    return Reason(
        kind=collapse.dependence,
        sentence=collapse_sentence(lookup, collapse),
        link=lookup.numbers[link] if link and collapse.dependence == "same_text" else None,
    )


def _family_note(family: TextFamily, article: str, branch: Branch | None) -> str:
    """What stands behind an article's label in the tree."""
    if branch is None or branch.link is None:
        return "first" if article == family.root else ""
    return f"{kind_words(branch.link)}, {percent(branch.share)}"


def _from(lookup: Lookup, branch: Branch | None) -> Sentence:
    """From whom an article has the text, for the table."""
    if branch is None or branch.link is None:
        return ("",)
    words = f", {kind_words(branch.link)}, {percent(branch.share)} of its words"
    if not branch.directed:
        return ("shares it with ", lookup.of(branch.first), f"{words}; direction unknown")
    return ("from ", lookup.of(branch.first), words)


def _family_title(lookup: Lookup, family: TextFamily, order: list[str]) -> str:
    """The headline of the root or of the earliest article that has one."""
    candidates = [family.root] if family.root else []
    titles = (lookup.of(article).title for article in (*candidates, *order))
    return shortened(next((title for title in titles if title), "A text without a headline"), 120)
