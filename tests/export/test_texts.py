from onrecord.export.texts import harmless, one_line, shortened


def test_characters_that_act_are_removed_and_words_stay() -> None:
    assert harmless("a\x1b[2J\u202eb\u2066c\x00") == "a[2Jbc"


def test_plain_direction_marks_and_line_breaks_stay() -> None:
    assert harmless("\u200fשלום\u200e\n\tx") == "\u200fשלום\u200e\n\tx"


def test_a_lone_surrogate_can_be_encoded_afterwards() -> None:
    assert harmless("a\ud800b").encode() == b"ab"


def test_text_on_one_line_is_cut_at_a_word() -> None:
    assert one_line(" a\n\n b\t c ") == "a b c"
    assert shortened("one two three", 8) == "one two…"
    assert shortened("unbroken", 4) == "unb…"
    assert shortened("fits", 4) == "fits"
