"""The whole answer of a case, or the part of it that is about one article or claim."""

from collections.abc import Iterable, Sequence

from onrecord.compare.assertions import assertions
from onrecord.compare.moments import in_time_order
from onrecord.compare.versions import versions
from onrecord.errors import WrongUse
from onrecord.records.origins import (
    Article,
    Assertion,
    Link,
    Listed,
    Origins,
    Statement,
    TextFamily,
    Versions,
)


def origins(
    articles: Sequence[Article],
    statements: Sequence[Statement],
    links: Sequence[Link],
    families: Sequence[TextFamily],
    about: str | None = None,
) -> Origins:
    """Who copied whom, and how many origins each assertion has.

    ``about`` is the id of an article (its links, family, assertions and versions) or of a claim
    (its assertion, even if it stands alone); ``WrongUse`` if it is neither.
    """
    if about is None:
        found = assertions(articles, statements, links)
        changed = versions(articles, statements)
        return _answer(articles, links, families, (found, changed), None)
    if any(article.id == about for article in articles):
        return _about_article(articles, statements, links, families, about)
    if any(statement.claim == about for statement in statements):
        found = assertions(articles, statements, links, claim=about)
        inside = {document for one in found for document in one.documents}
        return _answer(articles, links, families, (found, ()), inside)
    raise WrongUse(f"No article or claim of this case is {about}; name one by its id.")


def _about_article(
    articles: Sequence[Article],
    statements: Sequence[Statement],
    links: Sequence[Link],
    families: Sequence[TextFamily],
    about: str,
) -> Origins:
    found = [a for a in assertions(articles, statements, links) if about in a.documents]
    changed = [v for v in versions(articles, statements) if about in (v.earlier, v.later)]
    near = {about}
    near.update(d for family in families if about in family.documents for d in family.documents)
    near.update(
        d for link in links if about in (link.left, link.right) for d in (link.left, link.right)
    )
    near.update(d for one in found for d in one.documents)
    near.update(d for one in changed for d in (one.earlier, one.later))
    return _answer(articles, links, families, (tuple(found), tuple(changed)), near)


def _answer(
    articles: Sequence[Article],
    links: Sequence[Link],
    families: Sequence[TextFamily],
    said: tuple[tuple[Assertion, ...], tuple[Versions, ...]],
    inside: set[str] | None,
) -> Origins:
    """Put together what lies ``inside`` a set of articles; ``None`` is all of them."""

    def is_in(ids: Iterable[str]) -> bool:
        return inside is None or inside.issuperset(ids)

    return Origins(
        documents=tuple(_listed(a) for a in in_time_order(articles) if is_in([a.id])),
        links=tuple(link for link in links if is_in([link.left, link.right])),
        families=tuple(f for f in families if inside is None or inside.intersection(f.documents)),
        assertions=said[0],
        versions=said[1],
    )


def _listed(article: Article) -> Listed:
    return Listed(
        id=article.id,
        name=article.name,
        outlet=article.outlet,
        published=article.published,
        credit=article.credit,
    )
