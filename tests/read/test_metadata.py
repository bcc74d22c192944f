import pytest
from lxml.html import document_fromstring

from onrecord.read.metadata import metadata_of
from onrecord.records.documents import Metadata


def of(head: str, body: str = "<p>x</p>") -> Metadata:
    return metadata_of(
        document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>"), None
    )[0]


def ld(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


@pytest.mark.parametrize(
    ("head", "authors", "where"),
    [
        (ld('{"@type": "Article", "author": "Lina Hart and Tom Roe"}'), ("Lina Hart", "Tom Roe"), "json-ld author"),
        (ld('[{"@type": ["NewsArticle"], "author": [{"name": "Lina Hart", "@type": "Person"}, {"name": "AP", "@type": "Organization"}]}]'), ("Lina Hart",), "json-ld author"),
        ('<meta name="byl" content="By LINA HART">', ("Lina Hart",), "meta byl"),
        ('<meta property="article:author" content="https://a.example/lina"><meta name="author" content="Lina Hart">', ("Lina Hart",), "meta author"),
        ('<meta name="author" content="admin">', (), None),
        ('<meta property="og:site_name" content="The Post"><meta name="author" content="The Post">', (), None),
    ],
)  # fmt: skip
def test_authors(head: str, authors: tuple[str, ...], where: str | None) -> None:
    metadata = of(head)
    assert metadata.authors == authors
    assert metadata.found.get("authors") == where


def test_a_byline_on_the_page() -> None:
    metadata = of("", '<div class="article-byline">By <a>Lina Hart</a> and <a>Tom Roe</a></div>')
    assert metadata.authors == ("Lina Hart", "Tom Roe")
    assert metadata.found["authors"] == "byline on the page"


@pytest.mark.parametrize(
    ("head", "body", "title", "where"),
    [
        (ld('{"@type": "NewsArticle", "headline": "Camp &amp; town to <b>close</b>"}'), "", "Camp & town to close", "json-ld headline"),
        ('<meta property="og:title" content="Camp to close - The Post"><meta property="og:site_name" content="The Post">', "", "Camp to close", "og:title"),
        ('<meta property="og:title" content="Camp will close">', "<h1>Camp near Ostmere will close</h1>", "Camp near Ostmere will close", "h1"),
        ("<title>Camp to close | The Post</title>", "", "Camp to close", "title element"),
        ("<title>Camp - and town - to close</title>", "", "Camp - and town - to close", "title element"),
        ('<meta property="og:title" content="Camp to close">', "<h1>The Post</h1>", "Camp to close", "og:title"),
    ],
)  # fmt: skip
def test_titles(head: str, body: str, title: str, where: str) -> None:
    metadata = of(head, body or "<p>x</p>")
    assert (metadata.title, metadata.found["title"]) == (title, where)


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (ld('{"@type": "NewsArticle", "datePublished": "2024-03-03T10:00:00Z"}') + '<meta name="date" content="2020-01-01">', "2024-03-03T10:00:00Z"),
        ('<meta property="article:published_time" content="2024-03-03">', "2024-03-03"),
        ('<meta name="pubdate" content="20240303">', "2024-03-03"),
        ('<meta name="date" content="March 3, 2024">', "2024-03-03"),
        ('<meta name="date" content="soon">', None),
    ],
)  # fmt: skip
def test_dates(head: str, published: str | None) -> None:
    assert of(head).published == published


@pytest.mark.parametrize("json", ["{", "", "null", "[1, 2]", '{"@type": 5}', '{"@type": "NewsArticle", "author": 5, "headline": {"a": 1}}', "[" * 5000])  # fmt: skip
def test_broken_json_ld_is_passed_over(json: str) -> None:
    assert (
        of(ld(json) + '<meta property="og:title" content="Camp to close">').title == "Camp to close"
    )


def test_json_ld_with_wrappings() -> None:
    assert (
        of(ld('//<![CDATA[\n{"@type": "NewsArticle", "headline": "Camp to\tclose",}\n//]]>')).title
        == "Camp to close"
    )


def test_the_agency_behind_a_page() -> None:
    told = ld('{"@type": "NewsArticle", "creditText": "AFP", "publisher": {"name": "The Post"}}')
    tree = document_fromstring(f"<html><head>{told}</head><body>x</body></html>")
    assert metadata_of(tree, None)[1] == "Agence France-Presse"
