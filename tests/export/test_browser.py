"""The report in a real browser. Skipped where there is none."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.export.html import to_html

from .samples import bare, contested

sync_api = pytest.importorskip("playwright.sync_api")
CHROMIUM = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this computer")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-background-networking "
    "--disable-component-update --disable-sync"
)
WIDE, SLIM = {"width": 1400, "height": 1000}, {"width": 420, "height": 900}


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    with sync_api.sync_playwright() as play:
        started = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS.split())
        yield started
        started.close()


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(to_html(contested()), encoding="utf-8")
    return path


def opened(browser, address: str, **options):
    """A page that notes every request and every complaint."""
    page = browser.new_page(**options)
    page.asked, page.said = [], []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("console", lambda message: page.said.append(message.text))
    page.on("pageerror", lambda error: page.said.append(str(error)))
    page.on("dialog", lambda dialog: page.said.append(dialog.message))
    page.goto(address)
    return page


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.mark.parametrize("size", [WIDE, SLIM], ids=["wide", "slim"])
def test_it_asks_nobody_complains_of_nothing_and_does_not_scroll_sideways(
    browser, report, size, scheme
) -> None:
    page = opened(browser, report.as_uri(), viewport=size, color_scheme=scheme)
    page.wait_for_timeout(100)
    assert [url for url in page.asked if not url.startswith(("file:", "data:"))] == []
    assert page.said == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    assert page.screenshot(full_page=True)
    page.close()


def test_the_schemes_differ(browser, report) -> None:
    colours = []
    for scheme in ("light", "dark"):
        page = opened(browser, report.as_uri(), viewport=WIDE, color_scheme=scheme)
        colours.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        page.close()
    assert colours == ["rgb(251, 250, 246)", "rgb(23, 25, 27)"]


@pytest.fixture
def wide(browser, report) -> Iterator[object]:
    page = opened(browser, report.as_uri(), viewport=WIDE)
    yield page
    assert page.said == []
    page.close()


def current(page) -> list[str]:
    return page.eval_on_selector_all("[aria-current]", "all => all.map(e => e.id)")


def test_arrow_keys_walk_the_claims_and_escape_lets_go(wide) -> None:
    order = wide.eval_on_selector_all(".note", "all => all.map(e => e.id)")
    wide.keyboard.press("ArrowRight")
    assert current(wide) == [order[0]]
    wide.keyboard.press("ArrowDown")
    assert current(wide) == [order[1]]
    assert wide.evaluate("document.activeElement.id") == order[1]
    assert wide.evaluate("location.hash") == f"#{order[1]}"
    wide.keyboard.press("ArrowUp")
    assert current(wide) == [order[0]]
    wide.keyboard.press("Escape")
    assert current(wide) == []


def test_clicking_the_text_selects_and_shows_the_record(wide) -> None:
    wide.click('.c[data-c="17"]')
    assert current(wide) == ["c17"]
    wide.wait_for_timeout(700)
    box = wide.locator("#c17").bounding_box()
    assert 0 <= box["y"] <= 1000


def test_a_second_click_goes_one_claim_outward(wide) -> None:
    wide.click('.c[data-c="20"]')
    assert current(wide) == ["c20"]
    wide.click('.c[data-c="20"]')
    assert current(wide) == ["c19"]


def test_clicking_the_record_lights_the_text_and_its_cues(wide) -> None:
    wide.click("#c4 .said")
    lit = wide.eval_on_selector_all(".c.on", "all => all.map(e => e.dataset.c)")
    assert set(lit) == {"4"}
    words = wide.eval_on_selector_all("main .cue.on", "all => all.map(e => e.textContent)")
    assert words == ["warns", "may"]


def test_a_filter_hides_claims_on_both_sides_and_recounts(wide) -> None:
    wide.select_option("select[name=kind]", "directive")
    shown = wide.eval_on_selector_all(".note", "all => all.filter(e => !e.hidden).map(e => e.id)")
    assert shown == ["c16", "c17"]
    assert wide.text_content("#status") == "2 of 21 claims"
    assert not wide.is_visible("#t1")
    assert wide.locator('.c.off[data-c="1"]').count() > 0
    voices = wide.eval_on_selector_all(
        "select[name=voice] option", "all => all.map(e => e.textContent)"
    )
    assert "a named source (0)" in voices
    wide.keyboard.press("Escape")
    wide.evaluate("document.activeElement.blur()")
    wide.keyboard.press("ArrowRight")
    wide.keyboard.press("ArrowRight")
    wide.keyboard.press("ArrowRight")
    assert current(wide) == ["c17"]
    wide.click("#reset")
    wide.wait_for_timeout(50)
    assert wide.text_content("#status") == "21 of 21 claims"


def test_an_address_selects_its_claim(browser, report) -> None:
    page = opened(browser, report.as_uri() + "#c12", viewport=WIDE)
    assert current(page) == ["c12"]
    page.close()


def test_the_same_actor_lights_up_everywhere(wide) -> None:
    wide.hover("main .name[data-a=a-halvek]")
    assert wide.locator("main .name.lit").count() == 3
    assert wide.locator("#who-a-halvek.lit").count() == 1


def test_the_first_tab_stop_skips_to_the_record(wide) -> None:
    wide.keyboard.press("Tab")
    assert wide.evaluate("document.activeElement.className") == "skip"
    assert wide.locator(".skip").bounding_box()["x"] >= 0


def test_on_a_slim_screen_notes_follow_their_passage(browser, report) -> None:
    page = opened(browser, report.as_uri(), viewport=SLIM)
    passage = page.locator(".passage[data-claims='4 5 6']").bounding_box()
    notes = page.locator(".notes:has(#c4)").bounding_box()
    assert notes["y"] >= passage["y"] + passage["height"]
    assert page.locator(".notes #c5").count() == 1
    page.set_viewport_size(WIDE)
    page.wait_for_timeout(100)
    assert page.locator(".notes").count() == 0
    assert page.locator("#record .note").count() == 21
    page.close()


def test_without_script_all_is_there_but_the_filters(browser, report) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=WIDE)
    page = context.new_page()
    page.goto(report.as_uri() + "#c12")
    assert page.is_visible("#c12 .more")
    assert not page.is_visible("#filters")
    context.close()


def test_it_prints_as_an_edition(browser, report) -> None:
    page = opened(browser, report.as_uri(), viewport=SLIM)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    tops = page.eval_on_selector_all(
        ".note", "all => all.map(e => [+e.dataset.n, e.getBoundingClientRect().top])"
    )
    assert [n for n, _ in sorted(tops, key=lambda pair: pair[1])] == list(range(1, 22))
    assert page.is_visible(".motto")
    assert page.is_visible(".keys")
    assert page.is_visible(".margin >> nth=0")
    assert not page.is_visible("#filters")
    page.close()


def test_an_empty_reading_is_a_quiet_page(browser, tmp_path) -> None:
    path = tmp_path / "empty.html"
    path.write_text(to_html(bare("Nichts.", "de")), encoding="utf-8")
    page = opened(browser, path.as_uri(), viewport=WIDE)
    page.keyboard.press("ArrowRight")
    assert "German" in page.text_content(".empty")
    assert page.said == []
    page.close()
