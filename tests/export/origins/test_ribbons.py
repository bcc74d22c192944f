import re

from onrecord.export.origins.ribbons import ribbons


def test_each_passage_is_one_numbered_band() -> None:
    drawn = ribbons((100, 50), ((0, 20, 30, 50), (60, 80, 0, 20)))
    assert re.findall(r'class="(p\d)" data-n="(\d)"', drawn) == [("p0", "1"), ("p1", "2")]


def test_the_longer_text_fills_the_width() -> None:
    assert 'd="M0 0H1000V10H0ZM0 46H500V56H0Z"' in ribbons((100, 50), ())


def test_a_passage_of_a_few_letters_is_still_seen() -> None:
    drawn = ribbons((1_000_000, 1_000_000), ((0, 5, 0, 5),))
    assert 'd="M0 0H2V10' in drawn


def test_empty_texts_are_no_error() -> None:
    assert "<svg" in ribbons((0, 0), ())
