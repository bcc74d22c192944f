import io

import msgspec
from rich.console import Console

from onrecord.export import origins_to_terminal
from onrecord.records.origins import Origins, Statement

from .samples import ASSERTIONS, STATEMENTS, sample


def printed(
    origins: Origins,
    statements: tuple[Statement, ...] = (),
    *,
    width: int = 80,
    terminal: bool = False,
) -> str:
    console = Console(
        file=io.StringIO(),
        width=width,
        force_terminal=terminal or None,
        color_system="truecolor" if terminal else "auto",
    )
    origins_to_terminal(origins, console, statements)
    return console.file.getvalue()  # type: ignore[attr-defined]


def flat(origins: Origins) -> str:
    return " ".join(printed(origins).split())


def test_no_line_is_longer_than_the_terminal() -> None:
    for width in (40, 80):
        assert max(map(len, printed(sample(), width=width).splitlines())) <= width


def test_without_a_terminal_the_text_is_plain() -> None:
    assert "\x1b" not in printed(sample())
    assert "\x1b" in printed(sample(), terminal=True)


def test_the_order_is_that_of_the_page() -> None:
    text = flat(sample())
    parts = [
        "8 articles; 1 text was copied",
        "140 pages",
        "stands in 5 articles; 1 origin proved, and no more are possible",
        "Halvik Post repeats Nordwire in the same words.",
        "Unknown: whether Halvik Post and The Meridian Weekly",
        "2 origins proved",
        "One text in 5 articles",
        "Shared, but no copy",
        "Versions of one page",
        "onrecord says who says so, not what is true.",
    ]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_a_family_is_a_tree_from_the_first_article_downward() -> None:
    lines = printed(sample()).splitlines()
    root = next(n for n, line in enumerate(lines) if line.startswith("└── Nordwire"))
    assert "Halvik Post, 3 May 2024, 06:00 (reprint, 65 % shared)" in lines[root + 1]
    assert "direction unknown" in lines[root + 4]


def test_articles_of_one_outlet_are_told_apart_by_their_dates() -> None:
    only = msgspec.structs.replace(sample(), assertions=ASSERTIONS[:1])
    reasons = msgspec.structs.replace(
        only,
        assertions=(
            msgspec.structs.replace(ASSERTIONS[0], collapsed_by=ASSERTIONS[0].collapsed_by[-1:]),
        ),
    )
    assert "The Meridian (3 May 2024) and The Meridian (4 May 2024, 18:30):" in flat(reasons)


def test_changed_claims_are_told_in_their_words_where_they_are_known() -> None:
    assert "“c-meridian” → “c-meridian-2”" in printed(sample())
    assert "“eleven payments" in printed(sample(), STATEMENTS)


def test_long_lists_say_how_many_are_left_out() -> None:
    several = tuple(msgspec.structs.replace(ASSERTIONS[0], unknown=(f"d-{n}",)) for n in range(23))
    many = msgspec.structs.replace(sample(), assertions=several)
    assert "… and 3 assertions more: see --html OUT or --json." in printed(many)


def test_signs_of_markup_and_control_characters_do_nothing() -> None:
    hostile = msgspec.structs.replace(ASSERTIONS[0], text="[bold red]Boo[/] \x1b[2J gone [/x]")
    text = printed(msgspec.structs.replace(sample(), assertions=(hostile,)), terminal=True)
    assert "[bold red]Boo[/]" in text
    assert "\x1b[2J" not in text


def test_an_empty_answer_says_what_to_do_next() -> None:
    assert "onrecord add CASE PATH..." in printed(Origins())


def test_nothing_goes_anywhere_but_to_the_console(capsys: object) -> None:
    printed(sample())
    assert capsys.readouterr() == ("", "")  # type: ignore[attr-defined]


def test_what_the_same_articles_say_is_told_once() -> None:
    many = msgspec.structs.replace(sample(), assertions=ASSERTIONS[:1] * 6)
    assert "… and 2 assertions more of the same articles" in printed(many)
    assert flat(many).count("each stands in 7 articles") == 1
