import pytest

from onrecord.read.furniture import furniture_of, without_sections
from onrecord.read.units import units_of


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Advertisement", "line"),
        ("ADVERTISEMENT ADVERTISEMENT", "line"),
        ("SHARE THIS ARTICLE Share Tweet Post Email", "line"),
        ("Facebook Twitter WhatsApp", "line"),
        ("READ MORE: Minister denies deal", "line"),
        ("JUST WATCHED Orun: The mill is closing Replay More Videos ... MUST WATCH Orun: The mill is closing at last, and what it means 05:57", "line"),
        ("Slideshow (6 Images)", "line"),
        ("Sign up for our newsletter", "line"),
        ("Get the stories you care about delivered to your inbox", "line"),
        ("We use cookies to improve your visit. You can accept or reject them.", "line"),
        ("Orun Post’s Jane Orlu and Tom Reed contributed to this report.", "line"),
        ("— Jane Orlu contributed reporting from Brusk.", "line"),
        ("Reed reported from Brusk. Orun Press writers Jane Orlu in Varna, and Will Tarn contributed to this report.", "line"),
        ("Additional reporting by Jane Orlu", "line"),
        ("With reporting from Tom Reed and Jane Orlu in Brusk.", "line"),
        ("Share All sharing options for: Minister denies deal", "line"),
        ("Reporting by three papers led to the minister’s fall.", None),
        ("Follow Jane Orlu on Twitter: @janeorlu", "line"),
        ("Media playback is unsupported on your device", "line"),
        ("Get Orun TV on your cable system – Click Here Now", "line"),
        ("To comment on this article, email Jane Orlu at jane@orlu.example", "line"),
        ("Email Sign Up", "line"),
        ("Three aides contributed to the report on the flood, the minister said.", None),
        ("“I contributed to this report,” she said.", None),
        ("She asked the crowd to follow the march on Facebook and to come on Sunday with flags.", None),
        ("Related posts", "section"),
        ("You may also like:", "section"),
        ("12 Comments", "comments"),
        ("Leave a reply", "comments"),
        ("Read more about it in the report, the minister said, and you will see that the camp has been closed for years.", None),
        ("He shared the post on Facebook.", None),
        ("The minister posted on Twitter.", None),
        ("More than 2,000 people fled.", None),
        ("“Print it,” she said.", None),
        ("2019", None),
    ],
)  # fmt: skip
def test_lines_that_are_no_article(line: str, expected: str | None) -> None:
    assert furniture_of(line) == expected


def left(text: str) -> str:
    units = units_of(text)
    out = without_sections(units, [furniture_of(unit.words) for unit in units])
    return "\n".join(unit.words for index, unit in enumerate(units) if index not in out)


BODY = "The camp closed on Sunday, the ministers of both states said in a note.\nNobody was hurt, a guard at the gate told the reporters who had come.\nThe talks go on, said an aide to the minister, and may take three weeks."


def test_headlines_under_related_posts_go_and_the_body_stays() -> None:
    assert left(f"Related posts\nMinister denies deal\nTen questions on the camp\n{BODY}") == BODY


def test_teasers_at_the_end_go() -> None:
    more = "Minister denies deal\nShe had met the group before.\nTen questions\nWhat is known of the camp.\nCats\nThey live there."
    assert left(f"{BODY}\n{BODY}\nRelated posts\n{more}") == f"{BODY}\n{BODY}"


def test_comments_go_to_the_end() -> None:
    assert left(f"{BODY}\nComments\nanna_k says: rubbish.\nbob: I agree.") == BODY


def test_a_share_bars_comments_link_drops_no_body() -> None:
    assert left(f"Comments\n{BODY}") == BODY


def test_a_closing_byline_survives_a_related_list() -> None:
    kept = left(
        f"{BODY}\nRelated posts\nMinister denies deal\nBy T. AND M. HARLOW, The Karven Post"
    )
    assert kept.endswith("\nBy T. AND M. HARLOW, The Karven Post")
