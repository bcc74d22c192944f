"""The page about origins in a real browser. Skipped where there is none."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.export import origins_to_html
from onrecord.records.origins import Origins
from tests.export.test_browser import CHROMIUM, FLAGS, SLIM, WIDE, opened

from .samples import ARTICLES, STATEMENTS, sample

sync_api = pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this computer")


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    with sync_api.sync_playwright() as play:
        started = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS.split())
        yield started
        started.close()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("origins") / "origins.html"
    path.write_text(origins_to_html(sample(), ARTICLES, STATEMENTS), encoding="utf-8")
    return path


@pytest.fixture
def wide(browser, file) -> Iterator[object]:
    page = opened(browser, file.as_uri(), viewport=WIDE)
    yield page
    assert page.said == []
    page.close()


def lit(page) -> list[str]:
    """The texts of the passages that are lit."""
    return page.eval_on_selector_all(".p.on", "all => all.map(e => e.textContent.slice(1))")


def in_view(page, selector: str) -> bool:
    return page.evaluate(
        """selector => {
          const mark = document.querySelector(selector).getClientRects()[0];
          const body = document.querySelector(selector).closest('.body').getBoundingClientRect();
          return mark.top >= body.top - 1 && mark.top < body.bottom && mark.top >= 0
            && mark.top < innerHeight;
        }""",
        selector,
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, SLIM], ids=["wide", "slim"])
@pytest.mark.parametrize("address", ["", "#l3p2"], ids=["top", "pair"])
def test_it_asks_nobody_complains_of_nothing_and_does_not_scroll_sideways(
    browser, file, size, scheme, address
) -> None:
    page = opened(browser, file.as_uri() + address, viewport=size, color_scheme=scheme)
    page.wait_for_timeout(100)
    assert [url for url in page.asked if not url.startswith(("file:", "data:"))] == []
    assert page.said == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    page.close()


def test_opening_a_pair_lays_the_texts_side_by_side(wide) -> None:
    wide.click("#l3 > summary")
    wide.wait_for_timeout(50)
    panes = wide.eval_on_selector_all("#l3 .pane h5", "all => all.map(e => e.textContent)")
    assert panes == ["Nordwire, 2 May 2024, 09:12", "Ledger Online, 5 May 2024"]
    left, right = (wide.locator("#l3 .pane >> nth=0"), wide.locator("#l3 .pane >> nth=1"))
    assert left.bounding_box()["x"] < right.bounding_box()["x"]
    assert wide.locator("#l3 .p").count() == 2 * wide.locator("#l3 .ribbons [data-n]").count()


def test_passages_are_cut_where_they_stand_even_after_signs_beyond_the_first_plane(wide) -> None:
    wide.evaluate("location.hash = '#l1p2'")
    wide.wait_for_timeout(100)
    left, right = lit(wide)
    assert left == right
    assert left.startswith("The firm, Orsund Marine")
    assert left.endswith("the river carries sand into it.")


def test_what_is_worded_differently_is_marked_on_both_sides(wide) -> None:
    wide.evaluate("location.hash = '#l3p2'")
    wide.wait_for_timeout(100)
    words = wide.eval_on_selector_all("#l3 .p.on .edit", "all => all.map(e => e.textContent)")
    assert words == ["that", "only", "auditor’s", "sole"]
    assert wide.locator("#l3 .p.on .left-out").count() == 2


def test_selecting_a_passage_lights_it_and_shows_it_on_the_other_side(wide) -> None:
    wide.evaluate("location.hash = '#l3'")
    wide.wait_for_timeout(700)
    wide.click("#l3 .pane:nth-of-type(2) .p[data-n='3']", position={"x": 200, "y": 8})
    wide.wait_for_timeout(700)
    assert len(lit(wide)) == 2
    assert in_view(wide, "#l3 .pane:nth-of-type(1) .p[data-n='3']")
    assert wide.evaluate("location.hash") == "#l3p3"


def test_arrow_keys_walk_the_passages_and_escape_lets_go(wide) -> None:
    wide.evaluate("location.hash = '#l3p1'")
    wide.wait_for_timeout(100)
    wide.keyboard.press("ArrowRight")
    assert wide.evaluate("location.hash") == "#l3p2"
    wide.keyboard.press("ArrowLeft")
    wide.keyboard.press("ArrowLeft")
    assert wide.evaluate("location.hash") == "#l3p1"
    wide.keyboard.press("Escape")
    assert lit(wide) == []


def test_with_the_keyboard_a_number_leads_to_its_twin(wide) -> None:
    wide.evaluate("location.hash = '#l3p1'")
    wide.wait_for_timeout(100)
    wide.focus("#l3 .pane:nth-of-type(1) .p[data-n='2'] .num")
    wide.keyboard.press("Enter")
    where = "document.activeElement.closest('.pane').querySelector('h5').textContent"
    assert wide.evaluate(where).startswith("Ledger Online")
    label = "document.activeElement.getAttribute('aria-label')"
    assert wide.evaluate(label) == "passage 2, show in Nordwire"


def test_a_band_of_the_picture_selects_its_passage(wide) -> None:
    wide.evaluate("location.hash = '#l3'")
    wide.wait_for_timeout(700)
    wide.click("#l3 .ribbons [data-n='1']")
    assert len(lit(wide)) == 2


def test_long_stretches_that_only_one_has_are_folded_and_open(wide) -> None:
    wide.evaluate("location.hash = '#l1'")
    wide.wait_for_timeout(700)
    assert wide.text_content("#l1 .fold") == "… 67 words only here …"
    assert "north mole" not in wide.text_content("#l1 .pane:nth-of-type(2)")
    wide.click("#l1 .fold")
    assert "north mole" in wide.text_content("#l1 .pane:nth-of-type(2)")
    assert wide.locator("#l1 .fold").count() == 0


def test_an_address_opens_its_pair_even_among_the_further_ones(browser, file) -> None:
    page = opened(browser, file.as_uri() + "#l6", viewport=WIDE)
    assert page.evaluate("document.getElementById('l6').open")
    assert page.is_visible("#l6 .sides")
    assert page.evaluate("document.getElementById('l6').getBoundingClientRect().top") < 1000
    page.close()


def test_a_reason_leads_to_its_texts(wide) -> None:
    wide.click(".entry:has(#s1) .reasons a[href='#l2']")
    wide.wait_for_timeout(1000)
    assert wide.is_visible("#l2 .sides")
    assert 0 <= wide.locator("#l2 > summary").bounding_box()["y"] < 1000


def test_on_a_slim_screen_the_texts_stand_below_each_other_and_both_are_seen(browser, file) -> None:
    page = opened(browser, file.as_uri() + "#l3p2", viewport=SLIM)
    page.wait_for_timeout(700)
    first, second = (page.locator(f"#l3 .pane >> nth={n}").bounding_box() for n in (0, 1))
    assert second["y"] >= first["y"] + first["height"]
    assert in_view(page, "#l3 .pane:nth-of-type(1) .p[data-n='2']")
    assert in_view(page, "#l3 .pane:nth-of-type(2) .p[data-n='2']")
    page.close()


def test_no_label_runs_out_of_its_picture(browser, file) -> None:
    for size in (WIDE, SLIM):
        page = opened(browser, file.as_uri(), viewport=size)
        over = page.eval_on_selector_all(
            ".picture svg",
            """all => all.filter(svg => svg.getClientRects().length).flatMap(svg =>
              [...svg.querySelectorAll('text')].filter(text =>
                text.getBoundingClientRect().right > svg.getBoundingClientRect().right + 1)
              .map(text => text.textContent))""",
        )
        assert over == []
        page.close()


def test_without_script_links_texts_and_tables_are_all_there(browser, file) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=WIDE)
    page = context.new_page()
    page.goto(file.as_uri())
    page.click("#l1 > summary")
    assert page.is_visible("#l1 .shared")
    assert page.is_visible("#l1 .ribbons")
    page.click("#t2 > summary")
    assert page.is_visible("#w2")
    context.close()


def test_the_first_tab_stop_skips_to_the_assertions(wide) -> None:
    wide.keyboard.press("Tab")
    assert wide.evaluate("document.activeElement.getAttribute('href')") == "#assertions"


def test_it_prints_with_the_pictures_and_the_opened_pairs_in_full(browser, file) -> None:
    page = opened(browser, file.as_uri() + "#l1p1", viewport=SLIM)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.is_visible(".motto")
    assert page.is_visible("#legend .keys")
    assert page.is_visible(".entry:has(#s1) .w372")
    assert not page.is_visible(".entry:has(#s1) .w592")
    assert not page.is_visible(".jumps")
    full = "(e => e.scrollHeight <= e.clientHeight)(document.querySelector('#l1 .body'))"
    assert page.evaluate(full)
    page.close()


def test_an_empty_answer_is_a_quiet_page(browser, tmp_path) -> None:
    path = tmp_path / "empty.html"
    path.write_text(origins_to_html(Origins()), encoding="utf-8")
    page = opened(browser, path.as_uri(), viewport=WIDE)
    page.keyboard.press("ArrowRight")
    assert "onrecord add" in page.text_content(".empty")
    assert page.said == []
    page.close()
