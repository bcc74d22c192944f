import pytest

from onrecord.errors import NoText
from onrecord.read import document_from_page, page_from_bytes
from onrecord.records.documents import Document
from onrecord.settings import Settings

SETTINGS = Settings()
LEAD = "The camp near Ostmere will close within three weeks, the ministers of both states said on Sunday."
BODY = [
    LEAD,
    "It has housed some 2,700 members of the group since they left their old host country six years ago.",
    "Interior Minister Dana Orwell “turned a blind eye” to the drills, according to one former aide of hers.",
    "Nobody knows where the members will go; the group itself did not answer the questions of this newspaper.",
]
PAGE = f"""<!doctype html><html lang="en"><head>
<title>Camp to close | The Karven Post</title>
<meta property="og:site_name" content="The Karven Post">
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [{{"@type": "WebPage", "datePublished": "2020-01-01"}},
 {{"@type": "NewsArticle", "headline": "Camp to close", "author": [{{"@type": "Person", "name": "Lina Hart"}}],
 "publisher": {{"@type": "Organization", "name": "The Karven Post"}},
 "datePublished": "2024-03-03T10:15:00+01:00", "dateModified": "2024-03-04"}}]}}</script></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<div class="cookie-banner"><p>We use cookies to improve your visit. Accept or reject them here.</p></div>
<main><article><h1>Camp to close</h1>
<p class="byline">By Lina Hart</p>
<figure><img src="a.jpg"><figcaption>A guard at the gate of the camp. Photo: Tom Roe</figcaption></figure>
<div class="share"><a>Facebook</a> <a>Twitter</a> <a>Email</a></div>
<p>{BODY[0]}</p><p>{BODY[1]}</p>
<h2>A blind eye</h2>
<p>{BODY[2]}</p>
<blockquote><p>We have nothing to hide and never had, whatever the newspapers of the capital may say about us.</p></blockquote>
<ul><li>First demand of the group: a new host</li><li>Second demand of the group: a guarantee</li></ul>
<figure><img src="b.jpg"><figcaption>Dana Orwell speaks in Karven</figcaption></figure>
<p>{BODY[3]}</p>
<aside class="related"><h3>Related posts</h3><ul><li><a href="/x">Orwell denies secret deal</a></li></ul></aside>
</article>
<section id="comments"><h3>Comments</h3><p>anna_k: rubbish, all of it, and everyone in the town knows that.</p></section></main>
<footer><p>Copyright 2024 The Karven Post</p></footer></body></html>"""


def read(page: str | bytes, name: str = "a.html") -> Document:
    data = page if isinstance(page, bytes) else page.encode()
    return document_from_page(page_from_bytes(name, data, SETTINGS), SETTINGS)


def article(*paragraphs: str, head: str = "", inside: str = "") -> str:
    body = "".join(f"<p>{words}</p>" for words in paragraphs or BODY)
    return f"<html><head>{head}</head><body><article>{inside}{body}</article></body></html>"


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(b.kind, document.text[b.start : b.end][:26]) for b in document.blocks]


def test_a_whole_page() -> None:
    document = read(PAGE)
    assert kinds(document) == [
        ("headline", "Camp to close"),
        ("caption", "A guard at the gate of the"),
        ("paragraph", BODY[0][:26]),
        ("paragraph", BODY[1][:26]),
        ("headline", "A blind eye"),
        ("paragraph", BODY[2][:26]),
        ("quote", "We have nothing to hide an"),
        ("list", "First demand of the group:"),
        ("list", "Second demand of the group"),
        ("caption", "Dana Orwell speaks in Karv"),
        ("paragraph", BODY[3][:26]),
    ]
    for word in ("cookies", "Facebook", "Related", "secret deal", "rubbish", "Copyright", "Home"):
        assert word not in document.text
    assert (document.title, document.outlet) == ("Camp to close", "The Karven Post")
    assert document.authors == ("Lina Hart",)
    assert (document.published, document.modified) == ("2024-03-03T10:15:00+01:00", "2024-03-04")
    assert document.found["published"] == "json-ld datePublished"
    assert (document.language, document.credit, document.warnings) == ("en", None, ())


def test_blocks_are_trimmed_in_order_and_apart() -> None:
    document = read(PAGE)
    last = 0
    for block in document.blocks:
        assert last <= block.start < block.end <= len(document.text)
        words = document.text[block.start : block.end]
        assert words == words.strip()
        last = block.end


@pytest.mark.parametrize("depth", [300, 3000, 60_000])
def test_deep_nesting_is_read_flat(depth: int) -> None:
    document = read(article().replace("<article>", "<title>Camp</title>" + "<div>" * depth))
    assert LEAD in document.text
    assert BODY[3] in document.text


def test_a_script_in_the_title_is_no_script() -> None:
    head = '<title>Camp <b>to</b> close <script>alert(1)</script></title><meta property="og:title" content="Camp to close &lt;script&gt;alert(1)&lt;/script&gt;">'
    document = read(article(head=head, inside="<h1>Camp to close <script>alert(1)</script></h1>"))
    assert document.title == "Camp to close"
    assert "alert" not in document.text and "<" not in document.text


@pytest.mark.parametrize("page", ["<html></html>", "<html><body></body></html>", "<!doctype html><html><head><title>Camp", "<html><body><script>var a = 1</script></body></html>"])  # fmt: skip
def test_a_page_without_an_article(page: str) -> None:
    with pytest.raises(NoText, match=r"^a\.html "):
        read(page)


def test_broken_markup_is_read() -> None:
    page = article().replace("</p>", "").replace("</article></body></html>", "<div><b")
    assert LEAD in read(page).text


def test_a_wrong_encoding_is_seen_through() -> None:
    page = article(head='<meta charset="utf-8">').replace("Ostmere", "Östmère").encode("cp1252")
    document = read(page)
    assert "near Östmère will close" in document.text
    assert "“turned a blind eye”" in document.text
    assert any("declared: utf-8" in warning for warning in document.warnings)


def test_hidden_characters_go() -> None:
    document = read(
        article(
            *[
                words.replace("camp", "ca\u200bm\u00adp\u202e").replace("Sunday", "Sun\x00day")
                for words in BODY
            ]
        )
    )
    assert document.text.startswith(LEAD)
    assert any("direction of writing" in warning for warning in document.warnings)


def test_an_xml_prolog_is_no_hindrance() -> None:
    assert LEAD in read('<?xml version="1.0" encoding="latin-1"?>\n' + article()).text


def test_entities_do_not_multiply() -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    assert "aaaaaaaa" not in read(bomb + article("&b; " + LEAD, *BODY[1:])).text


def test_the_agency_of_a_dateline_is_credited() -> None:
    document = read(
        article(
            "KARVEN, Veland (AP) — " + LEAD,
            *BODY[1:],
            head='<meta property="og:site_name" content="The Post">',
        )
    )
    assert document.credit is not None
    assert document.credit.agency == "Associated Press"
    assert document.slice((document.credit.start, document.credit.end)) == "(AP)"


def test_a_line_of_republication_stays_findable() -> None:
    note = "This article was originally published in The Ostmere Herald."
    document = read(article(*BODY, note))
    assert document.credit is not None
    assert document.slice((document.credit.start, document.credit.end)) == note.rstrip(".")
    assert all(document.text[b.start : b.end] != note for b in document.blocks)


def test_an_agency_that_only_metadata_names_has_no_place_in_the_text() -> None:
    head = '<meta property="og:site_name" content="The Post"><meta name="author" content="Reuters">'
    credit = read(article(head=head)).credit
    assert credit is not None
    assert (credit.agency, credit.start, credit.end) == ("Reuters", 0, 0)


def test_article_body_of_metadata_helps_where_the_page_is_a_stub() -> None:
    told = " ".join(BODY).replace("“", "'").replace("”", "'")
    head = f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{told}"}}</script>'
    assert BODY[3] in read(article("Subscribe to read on.", head=head)).text
