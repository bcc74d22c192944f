"""Two versions of one page: the same address, another text; what changed in its claims."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from urllib.parse import parse_qsl, urlencode, urlsplit

from onrecord.compare.likeness import Feature, Scale
from onrecord.compare.moments import moment
from onrecord.compare.wordings import wording
from onrecord.records.origins import Article, Change, Statement, Versions

ALIKE = 0.35
"""Weighted share of words two claims need in common to be one claim that was changed."""
_TRACKING = re.compile(r"utm_|(?:fb|g|ms|y|mc_e|igsh)[a-z]*id$|ref$|cmp$|amp$|share")


def versions(articles: Sequence[Article], statements: Iterable[Statement]) -> tuple[Versions, ...]:
    """Each page's versions, every one against the one before it."""
    claims: dict[str, list[Statement]] = {}
    for statement in statements:
        claims.setdefault(statement.article, []).append(statement)
    return tuple(
        Versions(
            earlier=earlier.id,
            later=later.id,
            changes=changes(claims.get(earlier.id, []), claims.get(later.id, [])),
        )
        for page in _pages(articles)
        for earlier, later in pairwise(page)
    )


def _pages(articles: Iterable[Article]) -> list[list[Article]]:
    """Articles of one address with different texts, in time order."""
    pages: dict[str, dict[str, Article]] = {}
    for article in articles:
        page = address(article.url)
        if page is not None:
            pages.setdefault(page, {}).setdefault(article.text, article)
    return [
        sorted(page.values(), key=lambda a: (moment(a.modified or a.published) or "~", a.id))
        for page in pages.values()
        if len(page) > 1
    ]


def address(url: str | None) -> str | None:
    """What two addresses of one page have in common: no scheme, "www.", fragment or tracking.

    ``None`` for what names no page: nothing, a slip, or a site as a whole.
    """
    try:
        parts = urlsplit((url or "").strip())
    except ValueError:
        return None
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    asked = sorted(p for p in parse_qsl(parts.query) if not _TRACKING.match(p[0].lower()))
    path = re.sub(r"/(?:index\.html?|amp)$", "", parts.path.rstrip("/")).rstrip("/")
    rest = path + (f"?{urlencode(asked)}" if asked else "")
    return host + rest if rest else None


def changes(before: Sequence[Statement], after: Sequence[Statement]) -> tuple[Change, ...]:
    """What became of each claim, those that stand unchanged left out; in order of the text."""
    kept = {_printed(s) for s in before} & {_printed(s) for s in after}
    old = [s for s in before if _printed(s) not in kept]
    new = [s for s in after if _printed(s) not in kept]
    pairs = _pairs(old, new)
    found = [(new[j].span, _change(old[i], new[j])) for i, j in pairs.items()]
    found += [(s.span, _gone(s)) for i, s in enumerate(old) if i not in pairs]
    taken = set(pairs.values())
    found += [(s.span, _came(s)) for j, s in enumerate(new) if j not in taken]
    return tuple(change for _, change in sorted(found, key=lambda one: one[0]))


def _printed(statement: Statement) -> str:
    return " ".join(statement.text.split())


def _pairs(old: list[Statement], new: list[Statement]) -> dict[int, int]:
    """The most alike first; every claim in one pair at most."""
    words = [[frozenset[Feature](wording(s).words) for s in side] for side in (old, new)]
    scale = Scale([*words[0], *words[1]])
    ranked = sorted(
        (
            (scale.likeness(a, b), -i, -j)
            for i, a in enumerate(words[0])
            for j, b in enumerate(words[1])
        ),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    for value, i, j in ranked:
        if value >= ALIKE and -i not in pairs and -j not in pairs.values():
            pairs[-i] = -j
    return pairs


def _change(before: Statement, after: Statement) -> Change:
    if wording(before).figures != wording(after).figures:
        return Change(kind="changed_figure", before=before.claim, after=after.claim)
    return Change(kind="reworded", before=before.claim, after=after.claim)


def _gone(statement: Statement) -> Change:
    return Change(kind="dropped", before=statement.claim, after=None)


def _came(statement: Statement) -> Change:
    return Change(kind="added", before=None, after=statement.claim)
