from onrecord.read.characters import BIDI_WARNING, one_line, visible


def test_hidden_characters_go_and_direction_is_warned_of() -> None:
    text, warnings = visible("\ufeffThe \u202ecamp\u202c clo\u00adsed\u200b.\x00\r\nIt\u2028did.")
    assert text == "The camp closed.\nIt\ndid."
    assert warnings == (BIDI_WARNING,)


def test_plain_text_is_not_warned_of() -> None:
    assert visible("A café.\n") == ("A café.\n", ())


def test_joiners_stay_where_writing_needs_them() -> None:
    assert visible("می\u200cخواهم ca\u200cmp")[0] == "می\u200cخواهم camp"


def test_one_line() -> None:
    assert one_line(" a\n\tb\u200b  c\x07 ") == "a b c"
