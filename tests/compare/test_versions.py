import pytest

from onrecord.compare import versions
from onrecord.compare.versions import address, changes
from tests.compare.sayings import article, said

PAGE = "https://tide.example/harbour/ferry"


@pytest.mark.parametrize(
    "other",
    [
        "http://www.tide.example/harbour/ferry/",
        "https://tide.example/harbour/ferry?utm_source=letter&fbclid=x1#comments",
        "https://tide.example/harbour/ferry/amp",
    ],
)
def test_one_page_has_one_address(other: str) -> None:
    assert address(other) == address(PAGE)


@pytest.mark.parametrize(
    "other",
    ["https://tide.example/harbour", f"{PAGE}?page=2", "https://post.example/harbour/ferry"],
)
def test_other_pages_have_other_addresses(other: str) -> None:
    assert address(other) != address(PAGE)


@pytest.mark.parametrize("other", [None, "", "https://tide.example/", "http://[tide"])
def test_a_whole_site_or_a_slip_is_no_page(other: str | None) -> None:
    assert address(other) is None
    assert not versions(
        [article("a", url=other, text="A."), article("b", url=other, text="B.")], []
    )


def test_the_same_address_with_another_text_is_a_version_earlier_first() -> None:
    pages = [
        article("new", url=PAGE + "/", text="Twelve died.", published="2031-03-01", modified="2031-03-02"),
        article("old", url=PAGE, text="Eleven died.", published="2031-03-01"),
        article("twin", url=PAGE, text="Eleven died.", published="2031-03-01"),
        article("else", url=PAGE + "/2", text="Nobody died.", published="2031-03-01"),
    ]  # fmt: skip
    (found,) = versions(pages, [])
    assert (found.earlier, found.later) == ("old", "new")


def test_a_change_says_what_became_of_each_claim() -> None:
    before = [
        said("old", "Eleven people died when the ferry struck a breakwater", span=(0, 10)),
        said("old", "The ministry began an inquiry into the lamps", span=(10, 20)),
        said("old", "Wheat prices rose at once", span=(20, 30)),
        said("old", "The port is closed", span=(30, 40)),
    ]
    after = [
        said("new", "Twelve people died when the ferry struck a breakwater", span=(0, 10)),
        said("new", "The ministry opened an inquiry into the lamps", span=(10, 20)),
        said("new", "The port is closed", span=(30, 40)),
        said("new", "Dockers called for a strike", span=(40, 50)),
    ]
    made = changes(before, after)
    assert [c.kind for c in made] == ["changed_figure", "reworded", "dropped", "added"]
    assert (made[0].before, made[0].after) == (before[0].claim, after[0].claim)
    assert (made[2].before, made[2].after) == (before[2].claim, None)
    assert (made[3].before, made[3].after) == (None, after[3].claim)


def test_equal_claims_have_no_change() -> None:
    one = said("old", "The port  is closed"), said("new", "The port is closed")
    assert changes(one[:1], one[1:]) == ()
