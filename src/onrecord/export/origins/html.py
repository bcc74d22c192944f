"""The page about origins: one HTML file that asks nobody for anything."""

from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup

from onrecord.export.envelopes import environment, policy, static
from onrecord.export.origins.assertions import AssertionView, assertion_view
from onrecord.export.origins.families import family_view, versions_view
from onrecord.export.origins.links import link_views, text_views
from onrecord.export.origins.lookups import Appearance, Lookup, look_up
from onrecord.export.origins.order import (
    EXPLANATION,
    assertion_order,
    bundles,
    family_order,
    no_copies,
)
from onrecord.export.origins.sentences import KINDS, summary
from onrecord.export.sentences import MOTTO
from onrecord.records.origins import COPIES, Article, Origins, Statement


def origins_to_html(
    origins: Origins,
    articles: Sequence[Article] = (),
    statements: Iterable[Statement] | Mapping[str, Statement] = (),
) -> str:
    """The answer as one self-contained page; the same answer gives the same page.

    ``articles`` lend the texts that are laid side by side, ``statements`` the words in which
    each article says something; both may hold more than the answer speaks of.
    """
    said = statements.values() if isinstance(statements, Mapping) else statements
    lookup = look_up(origins, articles, said)
    style = static("report.css") + static("origins.css")
    script = static("origins.js")
    narrow, wide = _assertions(lookup)
    families = [
        family_view(lookup, number, family)
        for number, family in enumerate(family_order(lookup), start=1)
    ]
    inside = {link.number for family in families for link in (*family.links, *family.others)}
    rest = [link for link in origins.links if lookup.numbers[link] not in inside]
    others = set(rest)
    return (
        environment()
        .get_template("origins.html.j2")
        .render(
            policy=policy(style, script),
            style=Markup(style),
            script=Markup(script),
            motto=MOTTO,
            summary=summary(origins),
            explanation=EXPLANATION,
            kinds=KINDS,
            several=all(len(assertion.documents) > 1 for assertion in origins.assertions),
            total=len(origins.assertions),
            narrow=narrow,
            wide=wide,
            families=families,
            loose=link_views(lookup, [k for k in rest if k.kind in COPIES - {"version"}]),
            apart=link_views(lookup, [k for k in no_copies(lookup) if k in others]),
            versions=[versions_view(lookup, pair) for pair in origins.versions],
            version_links=link_views(lookup, [k for k in rest if k.kind == "version"]),
            appearances=_numbered(lookup),
            texts=text_views(lookup),
        )
    )


def _assertions(lookup: Lookup) -> tuple[list[AssertionView], list[AssertionView]]:
    """Assertions in reading order, those of the same articles together, numbered through."""
    narrow, wide = (bundles(part) for part in assertion_order(lookup))
    views: list[AssertionView] = []
    first = 1
    for bundle in (*narrow, *wide):
        views.append(assertion_view(lookup, len(views), first, bundle))
        first += len(bundle)
    return views[: len(narrow)], views[len(narrow) :]


def _numbered(lookup: Lookup) -> list[Appearance]:
    """All articles by number."""
    return sorted(lookup.appearances.values(), key=lambda a: a.number)
