import io

import pytest
from fpdf import FPDF
from PIL import Image

from onrecord.errors import CannotRead, NoText
from onrecord.read import document_from_page, page_from_bytes
from onrecord.records.documents import Document
from onrecord.settings import Settings

SETTINGS = Settings()
NUMBERS = (
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)


class Paper(FPDF):
    def header(self) -> None:
        self.set_font("Times", size=8)
        self.cell(0, 8, "The Karven Post - World", new_x="LMARGIN", new_y="NEXT")

    def footer(self) -> None:
        self.set_y(-15)
        self.set_font("Times", size=8)
        self.cell(0, 8, f"Page {self.page_no()} of many")

    def say(self, words: str, size: int = 11, style: str = "", gap: float = 3) -> None:
        self.set_font("Times", style, size)
        self.multi_cell(0, size * 0.45, words, new_x="LMARGIN", new_y="NEXT", align="L")
        self.ln(gap)


def paragraph(number: str) -> str:
    return (
        f"Minister number {number} said on Sunday that the camp near Ostmere, which houses some 2,700 members of the"
        f" group, would close within three weeks. Guard number {number} told reporters at the gate that nobody in the"
        " whole camp had heard of it, that no lorries had come, and that the kitchens had ordered flour for a month."
    )


def paper() -> Paper:
    page = Paper()
    page.add_page()
    page.say(
        "Camp near Ostmere will close within weeks, ministers of both states say",
        size=22,
        style="B",
    )
    page.say("By Lina Hart and Tom Roe", gap=1)
    page.say("March 3, 2024")
    for number in NUMBERS * 2:
        page.say(paragraph(number))
    return page


def read(data: bytes, name: str = "a.pdf") -> Document:
    return document_from_page(page_from_bytes(name, data, SETTINGS), SETTINGS)


def test_an_article_over_pages() -> None:
    document = read(bytes(paper().output()))
    assert (
        document.title == "Camp near Ostmere will close within weeks, ministers of both states say"
    )
    assert document.authors == ("Lina Hart", "Tom Roe")
    assert document.published == "2024-03-03"
    words = [document.text[b.start : b.end] for b in document.blocks]
    assert words == [document.title, *(paragraph(number) for number in NUMBERS * 2)]
    assert "Karven Post" not in document.text and "Page" not in document.text


def test_a_word_divided_at_a_lines_end_is_whole() -> None:
    page = FPDF()
    page.add_page()
    page.set_font("Times", size=11)
    for line in (
        "The ministers met in the capital to speak of the inter-",
        "national camp near Ostmere, officials of both states said.",
    ):
        page.cell(0, 5, line, new_x="LMARGIN", new_y="NEXT")
    text = read(bytes(page.output())).text
    assert (
        text
        == "The ministers met in the capital to speak of the international camp near Ostmere, officials of both states said."
    )


def test_a_locked_pdf() -> None:
    page = paper()
    page.set_encryption(owner_password="one", user_password="two")
    with pytest.raises(CannotRead, match=r"^a\.pdf is an encrypted PDF; remove its password"):
        read(bytes(page.output()))


def test_a_scanned_pdf() -> None:
    picture = io.BytesIO()
    Image.new("RGB", (60, 60), "white").save(picture, "PNG")
    page = FPDF()
    page.add_page()
    page.image(picture, 0, 0, 200)
    with pytest.raises(NoText, match=r"^a\.pdf is a PDF without text.*OCR"):
        read(bytes(page.output()))


@pytest.mark.parametrize("data", [b"%PDF-1.4 broken", b"%PDF-1.7\n" + b"x" * 5000])
def test_a_damaged_pdf(data: bytes) -> None:
    with pytest.raises(CannotRead, match=r"^a\.pdf is a damaged PDF"):
        read(data)


def test_half_a_pdf_is_an_error_or_a_document_but_no_crash() -> None:
    data = bytes(paper().output())
    try:
        assert read(data[: len(data) // 2]).text
    except CannotRead as error:
        assert str(error).startswith("a.pdf ")
