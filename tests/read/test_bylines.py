import pytest

from onrecord.read.bylines import agency_of, byline_of, signature_of


@pytest.mark.parametrize(
    ("line", "authors", "outlet"),
    [
        ("By Lina Hart", ("Lina Hart",), None),
        ("By T. AND M. HARLOW, The Karven Post", ("T. Harlow", "M. Harlow"), "The Karven Post"),
        ("BY ANA McROE AND TOM DE WITT", ("Ana McRoe", "Tom De Witt"), None),
        ("By Lina Hart, Tom Roe and Ann Poe, Ostmere Signal", ("Lina Hart", "Tom Roe", "Ann Poe"), "Ostmere Signal"),
        ("By Lina Hart and Tom Roe | Associated Press", ("Lina Hart", "Tom Roe"), "Associated Press"),
        ("By Lina Hart, Associated Press Writer", ("Lina Hart",), "Associated Press"),
        ("By Lina Hart, Staff Writer", ("Lina Hart",), None),
        ("By Lina Hart for The Karven Post", ("Lina Hart",), "The Karven Post"),
        ("By Lina Hart (Reuters)", ("Lina Hart",), "Reuters"),
        ("By Lina Hart, CNN", ("Lina Hart",), "CNN"),
        ("By Reuters Staff", (), "Reuters Staff"),
        ("By The Associated Press", (), "The Associated Press"),
        ("Written by Lina Hart on March 3, 2024", ("Lina Hart",), None),
        ("(Reporting by Lina Hart in KARVEN and Tom Roe; Editing by Ann Poe)", ("Lina Hart", "Tom Roe"), None),
    ],
)  # fmt: skip
def test_who_wrote_it_and_for_whom(line: str, authors: tuple[str, ...], outlet: str | None) -> None:
    byline = byline_of(line)
    assert byline is not None
    assert (byline.authors, byline.outlet) == (authors, outlet)


@pytest.mark.parametrize(
    "line",
    [
        "By Tuesday the camp had closed.",
        "By any measure, the camp was full.",
        "By the time he spoke, it was over.",
        "By using the word “we,” the minister blurs a line.",
        "Bystanders fled",
        "The report was written by a commission.",
    ],
)
def test_a_sentence_is_no_byline(line: str) -> None:
    assert byline_of(line) is None


@pytest.mark.parametrize(
    ("line", "authors", "outlet"),
    [
        ("Lina Hart | The Karven Post", ("Lina Hart",), "The Karven Post"),
        ("Lina Hart, Karven Herald", ("Lina Hart",), "Karven Herald"),
        ("Lina Hart and Tom Roe — Reuters", ("Lina Hart", "Tom Roe"), "Reuters"),
        ("Lina Hart, Political Editor", ("Lina Hart",), None),
        ("Lina Hart · March 3, 2024", ("Lina Hart",), None),
    ],
)
def test_a_signature_without_by(line: str, authors: tuple[str, ...], outlet: str | None) -> None:
    signature = signature_of(line)
    assert signature is not None
    assert (signature.authors, signature.outlet) == (authors, outlet)


@pytest.mark.parametrize(
    "line",
    [
        "Politics | World News",
        "Camp closes, says minister",
        "Follow Lina Hart on radio",
        "Lina Hart",
    ],
)
def test_what_is_no_signature(line: str) -> None:
    assert signature_of(line) is None


def test_agencies_by_code_and_name() -> None:
    assert agency_of("AP") == agency_of("The Associated Press") == "Associated Press"
    assert agency_of("Ostmere") is None


def test_long_lines_cost_nothing() -> None:
    assert byline_of("By " + "A" * 100_000) is None
    assert signature_of("A" * 100_000 + " | B") is None
