from onrecord.read.units import units_of


def words(text: str) -> list[str]:
    return [unit.words for unit in units_of(text)]


def test_a_line_is_a_paragraph() -> None:
    text = "The camp closed on Sunday, the ministers said.\nNobody was hurt, a guard told reporters.\n\nThe end."
    assert [text[u.start : u.end] for u in units_of(text)] == text.replace("\n\n", "\n").split("\n")


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The ministers of the republic met on\nSunday in the capital to discuss the\ncamp and its fate.\n"
        "The opposition said the meeting was a\nstunt. No date was set for a vote, the\nspeaker said.\n"
    )
    assert [w[:20] for w in words(text)] == ["The ministers of the", "The opposition said "]


def test_a_sentence_broken_in_the_middle_goes_on() -> None:
    assert (
        len(
            words(
                "The talks between Veland and the Front were\nbroken off on Sunday.\nThey may resume."
            )
        )
        == 2
    )


def test_short_lines_are_not_taken_for_wrapped_ones() -> None:
    assert words("Camp closes\nBy Lina Hart\nThe Post") == [
        "Camp closes",
        "By Lina Hart",
        "The Post",
    ]


def test_marks_of_markdown_are_outside_the_span() -> None:
    text = "## What next\n> Never again,\n> she said.\n- one\n- two\n\nTitle\n=====\n***\n"
    units = units_of(text)
    assert [(u.kind, text[u.start : u.end]) for u in units] == [
        ("headline", "What next"),
        ("quote", "Never again,"),
        ("quote", "she said."),
        ("list", "one"),
        ("list", "two"),
        ("headline", "Title"),
    ]


def test_spans_are_trimmed_and_count_every_character() -> None:
    text = "\r\n  The camp closed. \r\n\r\n\tIt did. \r\n"
    assert [text[u.start : u.end] for u in units_of(text)] == ["The camp closed.", "It did."]
