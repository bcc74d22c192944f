"""Title, authors, outlet and dates of an HTML page, each with where it was found."""

import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

from onrecord.read.authors import authors_of
from onrecord.read.bylines import agency_of, byline_of, is_role
from onrecord.read.characters import one_line
from onrecord.read.credits import same_outlet
from onrecord.read.dates import iso_date
from onrecord.read.linked_data import article_node, names_of, plain, text_of
from onrecord.records.documents import Metadata

_AUTHOR = (
    "byl", "author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator",
    "article:author", "cxenseparse:author", "og:article:author", "citation_author", "creator",
)  # fmt: skip
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date",
    "sailthru.date", "date", "pubdate", "publish-date", "publish_date", "publication_date", "dc.date",
    "dc.date.issued", "dcterms.created", "dcterms.date", "cxenseparse:recs:publishtime",
    "citation_publication_date",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time",
    "og:updated_time",
    "last-modified",
    "dcterms.modified",
    "lastmod",
)
_SITE = ("og:site_name", "application-name", "publisher", "dc.publisher", "al:android:app_name")
_SEPARATOR = re.compile(r"\s+(?:[|–—»·•:]|-|::)\s+")
_BYLINE = "contains(concat(' ', translate(@class, '-_', '  '), ' '), ' byline ')"
_NO_NAME = re.compile(
    r"https?:|www\.|\.com$|@|\d{3}|admin|^(?:staff|editor|guest|newsroom|desk)$", re.IGNORECASE
)


def metadata_of(tree: HtmlElement, url: str | None) -> tuple[Metadata, str | None]:
    """The metadata of a page, and the agency that only metadata credits, if any."""
    node = article_node(tree)
    metas = _metas(tree)
    found: dict[str, str] = {}
    values: dict[str, Any] = {}
    outlet = _kept(found, "outlet", _outlets(node, metas, tree))
    values["outlet"] = outlet
    values["title"] = _kept(found, "title", _titles(node, metas, tree, outlet))
    authors = _kept(found, "authors", _authors(node, metas, tree, outlet))
    values["authors"] = authors or ()
    values["published"] = _kept(found, "published", _published(node, metas, tree, url))
    values["modified"] = _kept(found, "modified", _modified(node, metas))
    values["url"] = _kept(found, "url", _addresses(metas, tree, url))
    return Metadata(**values, found=found), _upstream(node, metas, outlet)


def _kept(found: dict[str, str], field: str, offers: Iterator[tuple[str, Any]]) -> Any:
    """The first offer that is something; notes where it came from."""
    for where, value in offers:
        if value:
            found[field] = where
            return value
    return None


def _metas(tree: HtmlElement) -> dict[str, list[str]]:
    """The page's meta elements by lower-case name or property."""
    metas: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = meta.get("content")
        if name and content and content.strip():
            metas.setdefault(name.strip().lower(), []).append(content)
    return metas


def _outlets(
    node: dict[str, Any], metas: dict[str, list[str]], tree: HtmlElement
) -> Iterator[tuple[str, Any]]:
    """Where a page says who publishes it."""
    yield "json-ld publisher", text_of(node.get("publisher"))
    for name in _SITE:
        if name in metas:
            yield f"meta {name}", plain(metas[name][0])


def _titles(
    node: dict[str, Any], metas: dict[str, list[str]], tree: HtmlElement, outlet: str | None
) -> Iterator[tuple[str, Any]]:
    """Where a page says its headline; the one printed on it wins where metadata agrees."""
    told = [
        ("json-ld headline", text_of(node.get("headline"))),
        ("og:title", _without_site(plain(metas.get("og:title", [""])[0]), outlet)),
        ("meta title", plain(metas.get("twitter:title", metas.get("title", [""]))[0])),
    ]
    printed = [words for h1 in tree.iter("h1") if (words := _shown(h1)) and " " in words]
    page = next(tree.iter("title"), None)
    named = plain(page.text_content()) if page is not None else None
    for words in printed:
        if any(_alike(words, other) for _, other in told if other) or (
            named and _alike(words, named)
        ):
            yield "h1", words
    yield from told
    if len(printed) == 1:
        yield "h1", printed[0]
    yield "title element", _without_site(named, outlet)


def _shown(element: HtmlElement) -> str | None:
    """The words of an element without scripts and styles in it."""
    return (
        one_line("".join(element.xpath(".//text()[not(ancestor::script or ancestor::style)]")))
        or None
    )


def _alike(left: str, right: str) -> bool:
    """Whether two headlines share most words of the shorter one."""
    one = set(re.findall(r"\w+", left.lower()))
    two = set(re.findall(r"\w+", right.lower()))
    return len(one & two) >= 0.6 * max(1, min(len(one), len(two))) and len(one) > 1


def _without_site(title: str | None, outlet: str | None) -> str | None:
    """A title without the site's name in front or behind."""
    parts = _SEPARATOR.split(title) if title else []
    if not title or len(parts) < 2:
        return title
    for part, rest in (
        (parts[-1], title[: title.rfind(parts[-1])]),
        (parts[0], title[len(parts[0]) :]),
    ):
        bar = "|" in title and len(part.split()) <= 4 and part == parts[-1]
        if same_outlet(part, outlet) or bar:
            return rest.strip(" |–—»·•:-") or title
    return title


def _authors(
    node: dict[str, Any], metas: dict[str, list[str]], tree: HtmlElement, outlet: str | None
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Where a page says who wrote it; the site itself and addresses are no authors."""
    yield "json-ld author", _people(names_of(node.get("author"), "Person"), outlet)
    yield "json-ld author", _people(names_of(node.get("author")), outlet)
    for name in _AUTHOR:
        people = [
            author for value in metas.get(name, []) for author in authors_of(plain(value) or "")
        ]
        yield f"meta {name}", _people(people, outlet)
    for path, where in (
        ("//*[@itemprop='author']//*[@itemprop='name']", "itemprop author"),
        ("//*[@itemprop='author']", "itemprop author"),
        ("//a[@rel='author']", "link to author"),
        (f"//*[{_BYLINE}]", "byline on the page"),
    ):
        yield where, _people(_printed(tree, path), outlet)


def _printed(tree: HtmlElement, path: str) -> list[str]:
    """The names in the first elements of a path, of the shape of a byline or of names."""
    names: list[str] = []
    for element in tree.xpath(path)[:6]:
        words = one_line(element.text_content())
        if not words or words.count(" ") > 20:
            continue
        byline = byline_of(words) or byline_of(f"By {words}")
        names += byline.authors if byline else ()
    return names


def _people(names: tuple[str, ...] | list[str], outlet: str | None) -> tuple[str, ...]:
    """Names that can be authors'."""
    fine = [
        name
        for name in names
        if 2 < len(name) <= 60
        and len(name.split()) <= 6
        and not _NO_NAME.search(name)
        and not is_role(name)
    ]
    fine = [name for name in fine if not same_outlet(name, outlet)]
    people = [name for name in fine if not agency_of(name)]
    return tuple(dict.fromkeys(people or fine))


def _published(
    node: dict[str, Any], metas: dict[str, list[str]], tree: HtmlElement, url: str | None
) -> Iterator[tuple[str, str | None]]:
    """Where a page says when it was published; htmldate looks where nobody says it."""
    yield "json-ld datePublished", _date(text_of(node.get("datePublished")))
    for name in _PUBLISHED:
        yield f"meta {name}", _date(metas.get(name, [""])[0])
    for element in tree.xpath("//*[@itemprop='datePublished']")[:1]:
        yield "itemprop datePublished", _date(element.get("content") or element.get("datetime"))
    from htmldate import find_date

    try:
        yield "htmldate", find_date(tree, original_date=True, url=url)
    except (ValueError, RecursionError):
        yield "htmldate", None


def _modified(
    node: dict[str, Any], metas: dict[str, list[str]]
) -> Iterator[tuple[str, str | None]]:
    """Where a page says when it was changed."""
    yield "json-ld dateModified", _date(text_of(node.get("dateModified")))
    for name in _MODIFIED:
        yield f"meta {name}", _date(metas.get(name, [""])[0])


def _date(text: str | None) -> str | None:
    """An ISO date or time, as precise as it is given."""
    text = (text or "").strip()
    if match := re.match(r"(20\d\d|19\d\d)(\d\d)(\d\d)(?:T?\d{0,6})?$", text):
        text = "-".join(match.groups())
    return iso_date(text)


def _addresses(
    metas: dict[str, list[str]], tree: HtmlElement, url: str | None
) -> Iterator[tuple[str, str | None]]:
    """The page's own address: as fetched, else as it says."""
    yield "fetched", url
    for link in tree.iterfind(".//link[@rel='canonical']"):
        yield "canonical link", _address(link.get("href"))
    yield "meta og:url", _address(metas.get("og:url", [""])[0])


def _address(text: str | None) -> str | None:
    """A whole http address, or ``None``."""
    text = (text or "").strip()
    return text if re.match(r"https?://[^\s<>\"]+$", text) else None


def _upstream(node: dict[str, Any], metas: dict[str, list[str]], outlet: str | None) -> str | None:
    """An agency named as author, source or rights holder by metadata alone."""
    offers = [
        *names_of(node.get("author")),
        text_of(node.get("creditText")),
        text_of(node.get("copyrightHolder")),
        text_of(node.get("sourceOrganization")),
        *(
            plain(value)
            for name in (*_AUTHOR, "source", "copyright")
            for value in metas.get(name, [])
        ),
    ]
    for offer in offers:
        agency = agency_of(offer) if offer else None
        if agency and not same_outlet(agency, outlet):
            return agency
    return None
