import re
from html.parser import HTMLParser

import msgspec
import pytest

from onrecord.export.html import to_html
from onrecord.export.sentences import KINDS, MOTTO
from onrecord.records.readings import Reading

from .samples import HEADLINE, bare, contested

VOID = {"meta", "link", "br", "input", "stop", "rect", "line"}
REQUESTING = {"src", "srcset", "data", "poster", "action", "formaction", "background", "ping"}


class Page(HTMLParser):
    """What a browser would make of the page: elements, ids, text outside script and style."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.crossed: list[str] = []
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag == "a" and "a" in self.open:
            self.crossed.append("link in link")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if self.open[-1] != tag:
            self.crossed.append(f"</{tag}> closes <{self.open[-1]}>")
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] not in ("script", "style"):
            self.words += data

    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.elements if "id" in attributes]

    def classes(self) -> set[str]:
        return {c for _, attributes in self.elements for c in attributes.get("class", "").split()}


@pytest.fixture(scope="module")
def html() -> str:
    return to_html(contested())


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    return Page(html)


def renamed(**fields: object) -> Reading:
    reading = contested()
    document = msgspec.structs.replace(reading.document, **fields)
    return msgspec.structs.replace(reading, document=document)


def test_elements_nest_although_claims_cross(page: Page) -> None:
    assert page.crossed == []
    assert page.open == []


def test_a_script_in_the_title_stays_text(html: str, page: Page) -> None:
    assert [tag for tag, _ in page.elements].count("script") == 1
    assert "<script>alert" not in html
    assert "alert('x')" in page.words


def test_only_the_digested_script_and_style_may_run(html: str, page: Page) -> None:
    policy = next(a["content"] for _, a in page.elements if "http-equiv" in a)
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert "script-src 'sha256-" in policy
    assert not re.search(r"\son\w+=", html.split("<body>")[1].split("<script>")[0])
    assert not any("style" in attributes for _, attributes in page.elements)


def test_marks_that_turn_the_reading_direction_are_taken_out(html: str) -> None:
    assert "\u202e" in HEADLINE
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", html)


def test_quotes_in_every_field_stay_in_their_place() -> None:
    hostile = "\"><img src=x onerror=alert(1)>'"
    reading = renamed(outlet=hostile, authors=(hostile,), warnings=(hostile,), name=hostile)
    assert "img" not in {tag for tag, _ in Page(to_html(reading)).elements}


def test_nothing_is_asked_of_the_network(page: Page) -> None:
    for tag, attributes in page.elements:
        assert not REQUESTING & set(attributes), (tag, attributes)
    outward = [a["href"] for _, a in page.elements if a.get("href", "#")[0] != "#"]
    assert outward == ["data:,", contested().document.url]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/hosts"])
def test_an_address_that_is_not_of_the_web_is_no_link(url: str) -> None:
    page = Page(to_html(renamed(url=url)))
    assert url not in [attributes.get("href") for _, attributes in page.elements]
    assert url in page.words


def test_every_claim_has_its_address_on_both_sides(page: Page) -> None:
    numbers = range(1, len(contested().claims) + 1)
    ids = page.ids()
    assert len(ids) == len(set(ids))
    assert {f"c{number}" for number in numbers} <= set(ids)
    assert {f"t{number}" for number in numbers} <= set(ids)


def test_every_link_inside_the_page_arrives(page: Page) -> None:
    inside = {a["href"][1:] for _, a in page.elements if a.get("href", "").startswith("#")}
    assert inside <= set(page.ids())


def test_all_words_of_the_article_are_in_the_page(page: Page) -> None:
    # The numbers of claims stand between the words; letters and signs are all there in order.
    shown = re.sub(r"[\s\d]", "", page.words)
    for block in contested().document.blocks:
        words = contested().document.text[block.start : block.end]
        assert re.sub("[\\s\\d\u202e\u202c]", "", words) in shown


def test_the_legend_explains_every_mark_that_is_used(html: str) -> None:
    legend = Page(html[html.index('<details class="legend"') : html.index("</header>")])
    article = html[html.index("<main") : html.index("</main>")]
    used = Page(article).classes()
    marks = {*KINDS, "own", "word", "loose", "certain", "probable", "possible", "negated"}
    explained = legend.classes()
    assert (used & (marks | {"loaded", "num", "name", "cue"})) <= explained
    assert marks <= explained
    assert MOTTO in Page(html[: html.index("</header>")]).words


def test_lines_and_weights_say_voice_and_firmness(html: str) -> None:
    interpol = re.search(r'<span class="c ([^"]*)" data-c="4"', html)
    assert interpol
    assert interpol[1].split() == ["fact", "word", "possible", "l0"]
    denied = re.search(r'<span class="c ([^"]*)" data-c="8"', html)
    assert denied
    assert "negated" in denied[1]


def test_cues_know_their_claims(html: str) -> None:
    assert '<b class="cue" data-for="4">warns</b>' in html
    assert '<b class="cue" data-for="4">may</b>' in html


def test_text_that_is_not_article_is_folded_and_kept(page: Page, html: str) -> None:
    assert html.count('<details class="outside">') == 2
    assert "Share this story" in page.words
    assert "Ten lakes to see" in page.words


def test_a_headline_is_the_head_of_the_page_only_where_it_is_the_title() -> None:
    assert re.search(r"<h1[^>]*>Another title</h1>", to_html(renamed(title="Another title")))
    assert to_html(renamed(title="Another title")).count("quiet army at the lake") == 1
    # Once in the title element, once as the head with its marks.
    assert to_html(contested()).count("quiet army at the lake") == 2


def test_the_controls_carry_counts(html: str) -> None:
    assert re.search(r'<option value="question"[^>]*>question \(1\)', html)
    assert re.search(r'<option value="a-halvek"[^>]*>Dorin Halvek \(\d\)', html)


def test_an_empty_reading_says_what_to_do_next() -> None:
    assert "paste the article into a .txt file" in Page(to_html(bare())).words


def test_another_language_is_named_with_its_warning() -> None:
    words = Page(to_html(bare("Nichts.", "de", ("Findings are for English only.",)))).words
    assert "the text is in German" in words
    assert "Findings are for English only." in words


def test_a_text_without_blocks_is_shown_whole() -> None:
    reading = renamed(blocks=())
    page = Page(to_html(reading))
    assert page.crossed == []
    assert {f"t{number}" for number in range(1, len(reading.claims) + 1)} <= set(page.ids())


def test_the_same_reading_gives_the_same_page(html: str) -> None:
    slower = msgspec.structs.replace(contested().made_by, seconds=9.9)
    assert to_html(msgspec.structs.replace(contested(), made_by=slower)) == html


def test_no_verdict_is_among_our_words(page: Page) -> None:
    own = " ".join(to_html(bare()).lower().split())
    visible = Page(own).words.replace(MOTTO, "")
    assert not re.search(r"\b(true|false|fake|debunked)\b", visible)
    assert MOTTO in page.words
