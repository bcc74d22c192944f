import io

import msgspec
from rich.console import Console

from onrecord.export.terminal import to_terminal
from onrecord.records.readings import Reading

from .samples import bare, contested


def printed(reading: Reading, *, width: int = 80, terminal: bool = False) -> str:
    colours = "truecolor" if terminal else "auto"
    console = Console(
        file=io.StringIO(), width=width, force_terminal=terminal or None, color_system=colours
    )
    to_terminal(reading, console)
    return console.file.getvalue()  # type: ignore[attr-defined]


def test_no_line_is_longer_than_the_terminal() -> None:
    assert max(map(len, printed(contested()).splitlines())) <= 80


def test_without_a_terminal_the_text_is_plain() -> None:
    assert "\x1b" not in printed(contested())
    assert "\x1b" in printed(contested(), terminal=True)


def test_nothing_goes_anywhere_but_to_the_console(capsys: object) -> None:
    printed(contested())
    out, err = capsys.readouterr()  # type: ignore[attr-defined]
    assert (out, err) == ("", "")


def test_the_head_says_who_where_when_and_from_where() -> None:
    head = printed(contested()).split("Claims\n")[0]
    for words in ("A. Rennick, B. Osei", "The Northern Review", "2 June 2023", "json-ld"):
        assert words in head
    assert "https://north.example/veldania" in head
    assert "names another outlet" in head


def test_groups_by_voice_with_what_to_check_first_on_top() -> None:
    text = printed(contested())
    own, critics = text.index("in their own voice"), text.index("critics (a")
    interpol = text.index("the word of Interpol")
    assert own < critics < interpol
    rows = text[own:].splitlines()
    assert rows[2].split()[0] == "*2"


def test_the_count_line_is_there() -> None:
    assert "21 claims: 3 with a named source" in printed(contested())


def test_actors_have_roles_and_times_their_words() -> None:
    text = printed(contested())
    assert "Interior Minister, Veldania (as of 2 June" in " ".join(text.split())
    assert "from 1997 to 2012" in text


def test_signs_of_markup_and_control_characters_do_nothing() -> None:
    reading = contested()
    hostile = msgspec.structs.replace(
        reading.document, title="[bold red]Boo[/] \x1b[2J gone", outlet="[/nonsense]"
    )
    text = printed(msgspec.structs.replace(reading, document=hostile), terminal=True)
    assert "[bold red]Boo[/]" in text
    assert "\x1b[2J" not in text
    assert "[/nonsense]" in text


def test_an_empty_reading_says_what_to_do_next() -> None:
    assert "paste the article into a .txt file" in " ".join(printed(bare()).split())


def test_the_same_reading_prints_the_same() -> None:
    assert printed(contested()) == printed(contested())
