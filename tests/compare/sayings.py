"""Articles and claims made by hand: each article says its claims in a text of their sentences."""

from onrecord.records.documents import Credit
from onrecord.records.origins import Article, Link, LinkKind, Statement
from onrecord.records.spans import identify


def article(
    name: str, outlet: str | None = None, published: str | None = None, **more: object
) -> Article:
    return Article(
        id=name,
        name=f"{name}.html",
        text=str(more.pop("text", "")),
        outlet=outlet,
        published=published,
        **more,
    )  # type: ignore[arg-type]


def credit(agency: str) -> Credit:
    return Credit(agency=agency, text=agency, start=0, end=len(agency))


def said(where: str, text: str, source: str | None = None, **more: object) -> Statement:
    """A claim that fills its article's text; on a named source's word where one is given."""
    known: dict[str, object] = {
        "claim": identify("claim", where, text),
        "article": where,
        "span": (0, len(text)),
        "text": text,
        "kind": "fact",
        "polarity": "+",
        "source": source,
        "standing": "named" if source else "author",
    }
    return Statement(**(known | more))  # type: ignore[arg-type]


def link(left: str, right: str, kind: LinkKind = "reprint", **more: object) -> Link:
    """Two articles whose first 500 characters are aligned."""
    known: dict[str, object] = {
        "left": left,
        "right": right,
        "kind": kind,
        "left_share": 0.9,
        "right_share": 0.9,
        "direction": "unknown",
        "why": "",
        "passages": ((0, 500, 0, 500),),
    }
    return Link(**(known | more))  # type: ignore[arg-type]
