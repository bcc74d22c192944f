"""Families of texts: articles that are one text, and the one all others come from."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from onrecord.records.origins import COPIES, Article, Link, TextFamily


def families(articles: Sequence[Article], links: Iterable[Link]) -> tuple[TextFamily, ...]:
    """Articles connected by copies, in the order of the articles; those alone make no family."""
    copies = [link for link in links if link.kind in COPIES]
    head = _heads(copies)
    groups: dict[str, list[str]] = defaultdict(list)
    for article in articles:
        if article.id in head:
            groups[_top(head, article.id)].append(article.id)
    later: dict[str, list[str]] = defaultdict(list)
    for link in copies:
        if link.direction != "unknown":
            first, second = link.left, link.right
            if link.direction == "right_first":
                first, second = second, first
            later[first].append(second)
    return tuple(
        TextFamily(documents=tuple(members), root=_root(members, later))
        for members in groups.values()
    )


def _heads(copies: Iterable[Link]) -> dict[str, str]:
    """A union-find forest over the articles of these links (Tarjan 1975)."""
    head: dict[str, str] = {}
    for link in copies:
        left = _top(head, head.setdefault(link.left, link.left))
        right = _top(head, head.setdefault(link.right, link.right))
        head[max(left, right)] = min(left, right)
    return head


def _top(head: dict[str, str], article: str) -> str:
    while head[article] != article:
        head[article] = head[head[article]]
        article = head[article]
    return article


def _root(members: Sequence[str], later: dict[str, list[str]]) -> str | None:
    """The only member from which all others are reached along known directions."""
    told = {second for member in members for second in later[member]}
    first = [member for member in members if member not in told]
    if len(first) != 1:
        return None
    reached, todo = set(first), list(first)
    while todo:
        for second in later[todo.pop()]:
            if second not in reached:
                reached.add(second)
                todo.append(second)
    return first[0] if len(reached) == len(members) else None
