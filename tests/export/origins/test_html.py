import re
from time import process_time

import msgspec
import pytest

from onrecord.export import origins_to_html
from onrecord.export.origins.assertions import DRAWN, REASONS
from onrecord.export.sentences import MOTTO
from onrecord.records.origins import (
    Article,
    Assertion,
    Collapse,
    Independent,
    Link,
    Listed,
    Origins,
    TextFamily,
)
from tests.export.test_html import REQUESTING, Page

from .samples import AGENCY, ARTICLES, HOSTILE, LINKS, STATEMENTS, sample

VERDICTS = re.compile(r"\b(?:true|false|fake|debunked)\b", re.IGNORECASE)


@pytest.fixture(scope="module")
def html() -> str:
    return origins_to_html(sample(), ARTICLES, STATEMENTS)


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    return Page(html)


def words(html: str) -> str:
    return " ".join(Page(html).words.split())


def test_elements_nest(page: Page) -> None:
    assert page.crossed == []
    assert page.open == []


def test_a_script_in_a_headline_stays_text(html: str, page: Page) -> None:
    assert [tag for tag, _ in page.elements].count("script") == 1
    assert "<script>alert" not in html
    assert "alert('x')" in page.words


def test_marks_that_turn_the_reading_direction_are_taken_out(html: str) -> None:
    assert "\u202e" in HOSTILE
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", html)


def test_hostile_words_in_every_field_stay_in_their_place() -> None:
    def soiled(text: str | None) -> str | None:
        return f'{text}"><img src=x onerror=alert(1)>' if text else text

    dirty = sample()
    dirty = msgspec.structs.replace(
        dirty,
        documents=tuple(
            msgspec.structs.replace(
                d, name=soiled(d.name), outlet=soiled(d.outlet), published=soiled(d.published)
            )
            for d in dirty.documents
        ),
        links=tuple(msgspec.structs.replace(k, why=soiled(k.why)) for k in dirty.links),
        assertions=tuple(msgspec.structs.replace(a, text=soiled(a.text)) for a in dirty.assertions),
    )
    texts = tuple(msgspec.structs.replace(a, text=soiled(a.text)) for a in ARTICLES)
    said = tuple(
        msgspec.structs.replace(s, text=soiled(s.text), source=soiled(s.source)) for s in STATEMENTS
    )
    found = Page(origins_to_html(dirty, texts, said))
    assert "img" not in {tag for tag, _ in found.elements}
    assert found.crossed == []


def test_only_the_digested_script_and_style_may_run(html: str, page: Page) -> None:
    policy = next(a["content"] for _, a in page.elements if "http-equiv" in a)
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert not any("style" in attributes for _, attributes in page.elements)


def test_nothing_is_asked_of_the_network(page: Page) -> None:
    for tag, attributes in page.elements:
        assert not REQUESTING & set(attributes), (tag, attributes)
    outward = [a["href"] for _, a in page.elements if a.get("href", "#")[0] != "#"]
    assert outward == ["data:,"]


def test_every_id_is_given_once_and_every_link_inside_the_page_arrives(page: Page) -> None:
    ids = page.ids()
    assert len(ids) == len(set(ids))
    inside = {a["href"][1:] for _, a in page.elements if a.get("href", "").startswith("#")}
    assert inside <= set(ids)


def test_the_page_says_what_it_does_not_say_first(page: Page) -> None:
    shown = " ".join(page.words.split())
    assert shown.index(MOTTO) < shown.index("8 articles;") < shown.index("Only one origin proved")


def test_the_tool_gives_no_verdict(page: Page) -> None:
    assert VERDICTS.findall(page.words.replace(MOTTO, "")) == []


def test_the_parts_stand_in_the_order_of_the_questions(html: str) -> None:
    order = ["assertions", "families", "apart", "versions", "articles", "made"]
    places = [html.index(f'<section id="{name}"') for name in order]
    assert places == sorted(places)


def test_an_assertion_says_where_it_stands_and_how_many_origins_are_proved(html: str) -> None:
    shown = words(html)
    assert "Each stands in 5 articles; 1 origin proved, and no more are possible" in shown
    assert "Stands in 3 articles; 1 origin proved, at most 3" in shown
    assert shown.index("Each stands in 5 articles") < shown.index("Stands in 7 articles")


def test_a_wording_stands_once_with_all_that_print_it(html: str) -> None:
    entry = html[html.index('id="s5"') : html.index("</article>", html.index('id="s5"'))]
    assert entry.count("<td><bdi>The port authority of Halvik paid") == 1
    assert "Ylva Marr" in entry
    assert "a named source" not in entry


def test_every_picture_has_a_sentence_and_a_table(page: Page) -> None:
    pictures = [a for tag, a in page.elements if tag == "svg" and a.get("role") == "img"]
    assert len(pictures) == 2 * (4 + 1)
    assert all(len(attributes["aria-label"]) > 20 for attributes in pictures)
    assert [tag for tag, _ in page.elements].count("table") >= 6


def test_each_text_is_in_the_page_once_and_only_if_a_link_speaks_of_it(html: str) -> None:
    assert html.count("Some 900 people work there") == 3  # The agency's, the Post's, the feed's.
    alone = Article(id="d-alone", name="alone", text="Nobody else says this. " * 9)
    assert "Nobody else says this" not in origins_to_html(sample(), (*ARTICLES, alone), STATEMENTS)


def test_the_text_that_is_shown_is_the_text_that_the_passages_count(html: str) -> None:
    shown = re.search(r'id="w2"[^>]*>(.*?)</div></details>', html, re.S)
    assert shown
    assert Page(shown[1]).words == AGENCY


def test_quotations_and_standing_matter_are_called_what_they_are(html: str) -> None:
    apart = words(html[html.index('<section id="apart"') : html.index('<section id="versions"')])
    assert "shared quotation" in apart
    assert "shared boilerplate" in apart
    assert "makes no article a copy of another" in apart


def test_versions_show_what_changed_in_the_words_of_the_claims(html: str) -> None:
    part = words(html[html.index('<section id="versions"') : html.index('<section id="articles"')])
    assert re.search(r"figure changed\s*eleven payments.*fourteen payments", part)
    assert re.search(r"added\s*–\s*The port said on Saturday", part)


def test_without_texts_a_link_still_says_how_much_is_shared() -> None:
    shown = words(origins_to_html(sample()))
    assert "96 % of its words stand in the other" in shown
    assert "The texts were not handed over with this answer" in shown
    assert "not handed over" in shown


def test_a_mapping_of_statements_does_as_well(html: str) -> None:
    mapping = {statement.claim: statement for statement in STATEMENTS}
    assert origins_to_html(sample(), ARTICLES, mapping) == html


def test_the_same_answer_gives_the_same_page(html: str) -> None:
    assert origins_to_html(sample(), ARTICLES, STATEMENTS) == html


def test_no_article_says_how_to_add_some() -> None:
    assert "onrecord add CASE PATH..." in words(origins_to_html(Origins()))


def test_one_article_says_that_it_needs_company() -> None:
    one = Origins(documents=sample().documents[:1])
    assert "One article alone has nothing to be compared with" in words(origins_to_html(one))


def test_articles_that_share_nothing_say_what_to_do_next() -> None:
    shown = words(origins_to_html(Origins(documents=sample().documents)))
    assert "No assertion was found in two of these 8 articles." in shown
    assert "No two of these articles print the same text." in shown


def test_an_assertion_that_was_asked_about_may_stand_alone() -> None:
    alone = msgspec.structs.replace(sample().assertions[3], documents=("d-wire",), collapsed_by=())
    only = msgspec.structs.replace(sample(), assertions=(alone,))
    shown = words(origins_to_html(only, ARTICLES, STATEMENTS))
    assert "Stands in 1 article;" in shown
    assert "Assertions that stand in more than one article" not in shown


def large(families: int, size: int, links: int, assertions: int) -> tuple[Origins, list[Article]]:
    """Families of copies of one text each, every assertion in every copy."""
    text = " ".join(f"word{n % 97} of a long report" for n in range(160))
    ids = [[f"d-{f}-{n}" for n in range(size)] for f in range(families)]
    articles = [
        Article(
            id=i, name=i, text=f"{i} {text}", title=i, outlet=f"Outlet {i}", published="2024-05"
        )
        for family in ids
        for i in family
    ]
    made = [
        Link(
            left=family[a],
            right=family[b],
            kind="reprint",
            left_share=0.9,
            right_share=0.8,
            direction="left_first",
            why="It is dated a day later and credits the other.",
            passages=tuple((n * 500, n * 500 + 450, n * 500, n * 500 + 450) for n in range(7)),
        )
        for family in ids
        for a in range(size)
        for b in range(a + 1, size)
    ]
    said = [
        Assertion(
            text=f"Assertion {n} of a family of copies",
            claims=(f"c{n}",),
            documents=tuple(family),
            independent=Independent(proved=1, possible=n + 1),
            collapsed_by=tuple(
                Collapse(left=family[0], right=i, dependence="same_text", why="The same words.")
                for i in family[1:]
            ),
        )
        for family in ids
        for n in range(assertions // families)
    ]
    listed = tuple(
        Listed(id=a.id, name=a.name, outlet=a.outlet, published=a.published, credit=None)
        for a in articles
    )
    texts = tuple(TextFamily(documents=tuple(f), root=f[0]) for f in ids)
    return (
        Origins(
            documents=listed, links=tuple(made[:links]), families=texts, assertions=tuple(said)
        ),
        articles,
    )


def test_a_large_answer_stays_small_and_is_made_quickly() -> None:
    answer, articles = large(families=50, size=10, links=2000, assertions=500)
    assert (len(articles), len(answer.links)) == (500, 2000)
    started = process_time()
    html = origins_to_html(answer, articles)
    assert process_time() - started < 20
    assert len(html.encode()) < 10_000_000
    assert html.count('class="entry brief"') == 500 - DRAWN


def test_many_reasons_are_told_in_part_and_counted() -> None:
    answer, articles = large(families=1, size=20, links=0, assertions=1)
    shown = words(origins_to_html(answer, articles))
    assert f"{19 - REASONS} more of these, all of them in the JSON." in shown


def test_the_pairs_of_the_tree_come_before_the_others(html: str) -> None:
    part = html[html.index('<section id="families"') : html.index('<section id="apart"')]
    tree, further = part.split('class="further"')
    assert len(re.findall(r'<details class="link"', tree)) == 4
    assert len(re.findall(r'<details class="link"', further)) == 3
    assert "3 further pairs of this text" in further


def test_every_link_is_somewhere_on_the_page(html: str) -> None:
    assert len(re.findall(r'<details class="link"', html)) == len(LINKS)
