"""Words and sentences: where they begin and end, always as characters of the text."""

import random
from itertools import pairwise

import pytest

from onrecord.records.documents import Block, Document
from onrecord.segment import MAX_SENTENCE_WORDS, segment
from tests.builders import plain
from tests.growth import in_step


def sentences(text: str) -> list[str]:
    return [text[a:b] for a, b in segment(plain(text)).sentences]


def words(text: str) -> list[str]:
    return [text[a:b] for a, b in segment(plain(text)).words]


ONE = [
    "The U.S. Treasury froze the accounts of the port.",
    "He left the U.S. in June with his brother.",
    "The talks with Gen. Ormund Tarr broke down at dawn.",
    "Sen. Ada Vell and Rep. Jon Marsh met Dr. Iva Orr in St. Kell.",
    "Mr. Halvek and Mrs. Tesk signed No. 3 of the six papers.",
    "J. R. Tarrow and K. Q. Lunt run the mill.",
    "The plane left at 6 a.m. on Monday.",
    "The ferry cost $3.5 million, or 2,700 a seat.",
    "The firm Orun Salt Co. of Port Varna closed.",
    "The vote of Jan. 4 was close.",
    "The site orun-salt.com was closed.",
    "It cost, e.g. in Varna, twice as much.",
    "They waited ... and nobody came.",
    "“Who are you?” he asked the guard.",
    "“Get out!” Mira Tesk said.",
    "“Did he say ‘no’?” the judge asked.",
]


@pytest.mark.parametrize("text", ONE)
def test_this_is_one_sentence(text: str) -> None:
    assert sentences(text) == [text]


MANY = [
    ("He left the U.S. The talks went on.", ["He left the U.S.", "The talks went on."]),
    ("He came at 6 p.m. She left.", ["He came at 6 p.m.", "She left."]),
    ("The answer was no. Halvek left.", ["The answer was no.", "Halvek left."]),
    ("It was Tarr and I. Then we left.", ["It was Tarr and I.", "Then we left."]),
    ("Why now? Nobody knows! We wait.", ["Why now?", "Nobody knows!", "We wait."]),
    (
        "“We won.” “You did not,” said Tarr.",
        ["“We won.”", "“You did not,” said Tarr."],
    ),
    (
        "\"The guards said 'stop.'\" Then they fired.",
        ["\"The guards said 'stop.'\"", "Then they fired."],
    ),
    (
        "Tesk said: “He told me, ‘We must go.’ So we went.” It rained.",
        ["Tesk said: “He told me, ‘We must go.’", "So we went.”", "It rained."],
    ),
    ("He paid (in cash.) They left.", ["He paid (in cash.)", "They left."]),
    ("The fee rose by 3. In May it fell.", ["The fee rose by 3.", "In May it fell."]),
    ("He waited… Then he left.", ["He waited…", "Then he left."]),
    (
        "He works at Orun Salt Inc. The firm is old.",
        ["He works at Orun Salt Inc.", "The firm is old."],
    ),
]


@pytest.mark.parametrize(("text", "expected"), MANY)
def test_these_are_several_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_blocks_without_stops_are_sentences_of_their_own() -> None:
    text = "Mill to close\nThe mayor spoke\nbread\nsalt\nBoth are dear. Both are scarce"
    assert sentences(text) == [
        "Mill to close",
        "The mayor spoke",
        "bread",
        "salt",
        "Both are dear.",
        "Both are scarce",
    ]


def test_a_headline_is_one_sentence_even_with_stops_inside() -> None:
    text = "Mill closes. Who pays? Nobody knows"
    assert len(segment(plain(text, "headline")).sentences) == 1
    assert len(segment(plain(text, "paragraph")).sentences) == 3


WORDS = [
    ("Don't go, he can't.", ["Do", "n't", "go", ",", "he", "ca", "n't", "."]),
    ("He cannot pay.", ["He", "can", "not", "pay", "."]),
    ("Tarr's men won’t", ["Tarr", "'s", "men", "wo", "n’t"]),
    ("We're, I'll, they'd", ["We", "'re", ",", "I", "'ll", ",", "they", "'d"]),
    ("the anti-war vote", ["the", "anti", "-", "war", "vote"]),
    ("$2,700 at 12:30", ["$", "2,700", "at", "12:30"]),
    ("3.5% in the 1990s", ["3.5", "%", "in", "the", "1990s"]),
    ("U.S. and p.m. news", ["U.S.", "and", "p.m.", "news"]),
    ("Gen. Tarr", ["Gen.", "Tarr"]),
    ("O'Brien of Orun", ["O'Brien", "of", "Orun"]),
    ("see https://orun.example/a?b=1.", ["see", "https://orun.example/a?b=1."]),
    ("m.tesk@orun.example wrote", ["m.tesk@orun.example", "wrote"]),
    ("“Yes,” (no)", ["“", "Yes", ",", "”", "(", "no", ")"]),
    ("Éric Müller’s café", ["Éric", "Müller", "’s", "café"]),
    ("wait -- no...", ["wait", "--", "no", "..."]),
]


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_words_follow_universal_dependencies(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_text_outside_the_blocks_has_no_words() -> None:
    text = "Share this. The mill closed. Print"
    block = Block(kind="paragraph", start=12, end=28)
    document = Document(id="d", name="a", text=text, blocks=(block,), language="en", sha256="0")
    found = segment(document)
    assert [text[a:b] for a, b in found.sentences] == ["The mill closed."]
    assert [text[a:b] for a, b in found.words] == ["The", "mill", "closed", "."]


def test_nothing_makes_nothing() -> None:
    found = segment(plain(""))
    assert (found.sentences, found.words, found.bounds) == ((), (), ())


def test_a_list_without_stops_is_cut_so_that_windows_stay_small() -> None:
    found = segment(plain("salt " * (2 * MAX_SENTENCE_WORDS + 7)))
    assert [b - a for a, b in found.bounds] == [MAX_SENTENCE_WORDS, MAX_SENTENCE_WORDS, 7]


@pytest.mark.parametrize("unit", ["_", "+", "a-", "1_", "a.b_", "!", '."', "(", "A ", "A - "])
def test_a_line_of_anything_costs_what_it_is_long(unit: str) -> None:
    assert in_step(lambda text: segment(plain(text + "x")), unit, 400)


PIECES = [
    "U.S.",
    "Gen.",
    "Sens.",
    "No.",
    "3",
    "Mr.",
    "e.g.",
    "Jan.",
    "“",
    "”",
    '"',
    "'",
    "’",
    "(",
    ")",
    "…",
    "...",
    ".",
    "?",
    "!",
    ",",
    ";",
    ":",
    "–",
    "—",
    "-",
    "Tarr",
    "the",
    "a",
    "I",
    "in",
    "can't",
    "cannot",
    "O'Brien",
    "2,700",
    "3.5%",
    "$4m",
    "1990s",
    "12:30",
    "http://a.b/c",
    "x@y.org",
    "é",
    "ñ",
    "漢字",
    "🙂",
    "\u200b",
    "́",
    "*",
    "•",
    "don’t",
]


@pytest.mark.parametrize("seed", range(40))
def test_no_character_is_lost_and_no_sentence_crosses_a_block(seed: int) -> None:
    chance = random.Random(seed)
    text = "".join(
        chance.choice(PIECES) + chance.choice(["", " ", " ", "  ", "\t", "\n", "\n\n"])
        for _ in range(300)
    )
    document = plain(text)
    found = segment(document)
    assert "".join(text[a:b] for a, b in found.words) == "".join(text.split())
    assert all(left[1] <= right[0] for left, right in pairwise(found.words))
    assert [a for a, _ in found.bounds] == [0, *(b for _, b in found.bounds[:-1])]
    assert found.bounds[-1][1] == len(found.words)
    for sentence, (first, last) in zip(found.sentences, found.bounds, strict=True):
        assert sentence == (found.words[first][0], found.words[last - 1][1])
        inside = [b for b in document.blocks if b.start <= sentence[0] and sentence[1] <= b.end]
        assert len(inside) == 1
    assert segment(document) == found
