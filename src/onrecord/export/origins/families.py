"""Families of texts ready to be laid out, and the versions of one page."""

from markupsafe import Markup

from onrecord.export.origins.links import LinkView, link_view
from onrecord.export.origins.lookups import Appearance, Lookup
from onrecord.export.origins.pictures import Row, pictures
from onrecord.export.origins.sentences import (
    Sentence,
    change_words,
    family_sentence,
    kind_words,
    percent,
    plain,
)
from onrecord.export.origins.trees import Branch, family_tree
from onrecord.export.sentences import counted
from onrecord.export.texts import shortened
from onrecord.records.origins import TextFamily, Versions
from onrecord.records.spans import Record


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
        pictures=pictures(tree, rows, plain(sentence)),
        sentence=sentence,
        rows=tuple((lookup.of(a), _from(lookup, into.get(a))) for a in order),
        links=tuple(link_view(lookup, link) for link in shown),
        others=tuple(link_view(lookup, link, openings=0) for link in others),
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
