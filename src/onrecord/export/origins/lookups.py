"""Lookups into an answer about origins: articles numbered by date, links by number and pair."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import urlsplit

from onrecord.export.origins.times import Moment, date_words, moment
from onrecord.export.texts import one_line, shortened
from onrecord.records.origins import (
    COPIES,
    Article,
    Assertion,
    Link,
    Listed,
    Origins,
    Statement,
)
from onrecord.records.spans import Record

_LONGEST_NAME = 48


class Appearance(Record, frozen=True, kw_only=True):
    """One article as it is named on the page: a number by date, who printed it, when."""

    number: int
    id: str
    who: str
    when: str
    moment: Moment | None
    name: str
    title: str
    credit: str

    @property
    def label(self) -> str:
        """Who and when, for a picture or a line of text."""
        return f"{self.who}, {self.when}"


@dataclass(frozen=True, slots=True)
class Lookup:
    """An answer with its parts by id; links are numbered from 1 in the order of the answer."""

    origins: Origins
    appearances: dict[str, Appearance]
    articles: dict[str, Article]
    statements: dict[tuple[str, str], Statement]
    claims: dict[str, str]
    numbers: dict[Link, int]
    copies: dict[frozenset[str], Link]

    def of(self, article: str) -> Appearance:
        """How an article is named."""
        return self.appearances[article]

    def turned(self, link: Link) -> bool:
        """Whether a link's right article came first; where unknown, whether it is listed first."""
        if link.direction == "unknown":
            return self.of(link.right).number < self.of(link.left).number
        return link.direction == "right_first"

    def sides(self, link: Link) -> tuple[str, str]:
        """The two articles of a link, the first one first."""
        return (link.right, link.left) if self.turned(link) else (link.left, link.right)

    def shares(self, link: Link) -> tuple[float, float]:
        """The shares of the two sides, in the order of ``sides``."""
        both = (link.left_share, link.right_share)
        return (both[1], both[0]) if self.turned(link) else both

    def said(self, assertion: Assertion, article: str) -> Statement | None:
        """The claim by which an article makes an assertion, where it was handed over."""
        found = (self.statements.get((claim, article)) for claim in assertion.claims)
        return next((statement for statement in found if statement), None)

    def claim_text(self, claim: str) -> str:
        """The words of a claim given by its id; what is no id stands for itself."""
        return one_line(self.claims.get(claim, claim))


def look_up(
    origins: Origins, articles: Sequence[Article] = (), statements: Iterable[Statement] = ()
) -> Lookup:
    """Index an answer once for all that is shown of it."""
    known = {article.id: article for article in articles}
    said = {(s.claim, s.article): s for s in statements}
    return Lookup(
        origins=origins,
        appearances=_appearances(origins, known),
        articles=known,
        statements=said,
        claims={claim: statement.text for (claim, _), statement in said.items()},
        numbers={link: number for number, link in enumerate(origins.links, start=1)},
        copies={frozenset((k.left, k.right)): k for k in origins.links if k.kind in COPIES},
    )


def _appearances(origins: Origins, articles: dict[str, Article]) -> dict[str, Appearance]:
    """Every article of the answer, numbered in its order, which is that of time."""
    listed = {item.id: item for item in origins.documents}
    for article in _mentioned(origins):
        listed.setdefault(article, _unlisted(article, articles.get(article)))
    return {
        item.id: _appearance(number, item, articles.get(item.id))
        for number, item in enumerate(listed.values(), start=1)
    }


def _mentioned(origins: Origins) -> Iterable[str]:
    """Every article that a part of the answer speaks of."""
    yield from (side for link in origins.links for side in (link.left, link.right))
    yield from (article for family in origins.families for article in family.documents)
    for assertion in origins.assertions:
        yield from (*assertion.documents, *assertion.unknown)
        yield from (side for pair in assertion.collapsed_by for side in (pair.left, pair.right))
    yield from (side for pair in origins.versions for side in (pair.earlier, pair.later))


def _unlisted(article: str, known: Article | None) -> Listed:
    """An article that the answer speaks of and does not list."""
    if known is None:
        return Listed(id=article, name=article, outlet=None, published=None, credit=None)
    return Listed(
        id=article,
        name=known.name,
        outlet=known.outlet,
        published=known.published,
        credit=known.credit,
    )


def _appearance(number: int, item: Listed, article: Article | None) -> Appearance:
    """The names of one article."""
    return Appearance(
        number=number,
        id=item.id,
        who=_who(item, article),
        when=date_words(item.published),
        moment=moment(item.published),
        name=one_line(item.name),
        title=one_line(article.title or "") if article else "",
        credit=one_line(item.credit.agency) if item.credit else "",
    )


def _who(item: Listed, article: Article | None) -> str:
    """The outlet; else the host of the address; else the end of the file's name."""
    host = _host(article.url) if article and article.url else ""
    name = one_line(item.outlet or "") or host or PurePath(one_line(item.name)).name
    return shortened(name, _LONGEST_NAME) or "unnamed"


def _host(url: str) -> str:
    """The host of an address; empty where it has none."""
    try:
        return one_line(urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
