from onrecord.read.markdown import is_markdown, without_markup


def test_links_images_and_emphasis_become_words() -> None:
    text = 'The **camp** [must](http://a.example/b_(c) "t") *close* ![gate](x.png), [he said][1].\n\n[1]: http://a.example\n'
    assert without_markup(text).strip() == "The camp must close , he said."


def test_snake_case_and_stars_between_blanks_stay() -> None:
    assert without_markup("a_b_c and 2 * 3 * 4") == "a_b_c and 2 * 3 * 4"


def test_a_quoted_paragraph_keeps_its_first_mark_only() -> None:
    assert without_markup("> one\n> two\n> three\n\n> four") == "> one\ntwo\nthree\n\n> four"


def test_markdown_is_told_by_signs_or_suffix() -> None:
    assert is_markdown("see [this](http://a.example)") and is_markdown("plain", "a.md")
    assert not is_markdown("A plain text (with brackets) and #hashtag.")
