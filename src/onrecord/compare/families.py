"""Families of texts: articles that are one text, and the one all others come from."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from onrecord.records.origins import COPIES, Article, Link, TextFamily


def families(articles: Sequence[Article], links: Iterable[Link]) -> tuple[TextFamily, ...]:
    """Articles connected by copies, in the order of the articles; those alone make no family."""
    copies = [link for link in links if link.kind in COPIES]
    head = heads(copies)
    groups: dict[str, list[str]] = defaultdict(list)
    for article in articles:
        if article.id in head:
            groups[head[article.id]].append(article.id)
    later = _later(copies)
    return tuple(
        TextFamily(documents=tuple(members), root=_root(members, later))
        for members in groups.values()
    )


def heads(links: Iterable[Link]) -> dict[str, str]:
    """For each article that is a copy or has one, the article its family is known by.

    A union-find forest (Tarjan 1975), flat in the end.
    """
    head: dict[str, str] = {}
    for link in links:
        if link.kind in COPIES:
            left = _top(head, head.setdefault(link.left, link.left))
            right = _top(head, head.setdefault(link.right, link.right))
            head[max(left, right)] = min(left, right)
    return {article: _top(head, article) for article in head}


def _later(copies: Iterable[Link]) -> dict[str, list[str]]:
    """For each article those known to come from it."""
    later: dict[str, list[str]] = defaultdict(list)
    for link in copies:
        if link.direction == "left_first":
            later[link.left].append(link.right)
        elif link.direction == "right_first":
            later[link.right].append(link.left)
    return later


def _top(head: dict[str, str], article: str) -> str:
    while head[article] != article:
        head[article] = head[head[article]]
        article = head[article]
    return article


def _root(members: Sequence[str], later: dict[str, list[str]]) -> str | None:
    """The only member from which all others are reached along known directions."""
    told = {second for member in members for second in later.get(member, ())}
    first = [member for member in members if member not in told]
    if len(first) != 1:
        return None
    reached, todo = set(first), list(first)
    while todo:
        for second in later.get(todo.pop(), ()):
            if second not in reached:
                reached.add(second)
                todo.append(second)
    return first[0] if len(reached) == len(members) else None
