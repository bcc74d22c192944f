import pytest

from onrecord.read.encodings import declared_encoding, decode

TEXT = "The café closed – “for good”, she said."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marks_and_utf8_need_no_guess(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == (TEXT, None)


def test_utf16_without_a_mark() -> None:
    assert decode("The camp closed.".encode("utf-16-le")) == ("The camp closed.", None)
    assert decode("The camp closed.".encode("utf-16-be")) == ("The camp closed.", None)


def test_valid_utf8_wins_over_a_wrong_declaration() -> None:
    assert decode(TEXT.encode(), "iso-8859-1") == (TEXT, None)


@pytest.mark.parametrize("label", ["iso-8859-1", "latin1", "windows-1252"])
def test_latin_labels_mean_windows_1252(label: str) -> None:
    assert decode(TEXT.encode("cp1252"), label) == (TEXT, None)


def test_a_wrong_declaration_is_seen_through_and_told() -> None:
    text, warning = decode(TEXT.encode("cp1252"), "utf-8")
    assert text == TEXT
    assert warning is not None and "declared: utf-8" in warning and "cp1252" in warning


def test_an_unknown_declaration_is_no_error() -> None:
    assert decode(TEXT.encode("cp1252"), "no-such-thing")[0] == TEXT


def test_other_alphabets_are_guessed() -> None:
    text = "Министр заявил, что лагерь закроют, как только завершатся переговоры с группой. " * 5
    assert decode(text.encode("cp1251"))[0] == text


def test_a_few_broken_bytes_leave_utf8() -> None:
    text, warning = decode(("é" * 50).encode() + b"\xff")
    assert text == "é" * 50 + "\ufffd"
    assert warning is not None and "1 broken" in warning


def test_the_declaration_in_a_page() -> None:
    assert declared_encoding(b'<meta charset="koi8-r">') == "koi8-r"
    assert declared_encoding(b"<p>none") is None
