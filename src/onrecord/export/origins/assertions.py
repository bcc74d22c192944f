"""Assertions ready to be laid out: what they say, their range, their reasons, their picture."""

from markupsafe import Markup

from onrecord.export.origins.lookups import Appearance, Lookup
from onrecord.export.origins.pictures import Row, pictures
from onrecord.export.origins.sentences import (
    Sentence,
    collapse_sentence,
    independence,
    unknown_sentence,
    unquoted,
)
from onrecord.export.origins.trees import Tree, assertion_tree
from onrecord.export.sentences import STANDINGS, counted
from onrecord.export.texts import one_line, shortened
from onrecord.records.origins import Assertion, Collapse, Statement
from onrecord.records.spans import Record

DRAWN = 60
"""How many assertions have their own picture and table; the rest are told in short."""
REASONS = 12
"""How many reasons of an assertion are told; two of those told in short."""


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
        pictures=pictures(tree, rows, sentence) if drawn and len(rows) > 1 else (),
        sentence=sentence,
        articles=tuple(row.appearance for row in rows.values()),
        said=tuple(s for n, a in enumerate(bundle) for s in _said(lookup, first + n, a))
        if drawn
        else (),
        reasons=tuple(_reason(lookup, collapse) for collapse in told),
        more_reasons=len(assertion.collapsed_by) - len(told),
        unknown=unknown_sentence(lookup, assertion) if assertion.unknown else (),
    )


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
