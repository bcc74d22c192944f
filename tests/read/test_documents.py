import unicodedata

import pytest

from onrecord.errors import NoText
from onrecord.read import document_from_page, page_from_bytes, page_from_row
from onrecord.records.documents import Document
from onrecord.settings import Settings

SETTINGS = Settings()
PASTED = """Why Veland should not host the Karven Front
Why Veland should not host the Karven Front
Supporters of the Karven Front wave flags during a rally in Ostmere in 2019
Photo: Lina Hart
The government of Veland has spent three years pretending that the armed group on its soil is a charity. It is not.
The Front moved some 2,700 members to a camp outside Ostmere, according to two officials. Its leaders deny it.
General Tomas Reyl addresses supporters in Ostmere (File photo)
Interior Minister Dana Orwell "turned a blind eye," said one former aide.
Related posts
Orwell denies secret deal with Front
Ten questions on the Ostmere camp
The group will, of course, ask for more.
By T. AND M. HARLOW, The Karven Post
"""


def read(text: str, name: str = "pasted.txt") -> Document:
    return document_from_page(page_from_bytes(name, text.encode(), SETTINGS), SETTINGS)


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def test_a_pasted_article() -> None:
    document = read(PASTED)
    lines = PASTED.strip().split("\n")
    assert blocks(document) == [
        ("headline", lines[0]),
        ("caption", lines[2]),
        ("caption", lines[3]),
        ("paragraph", lines[4]),
        ("paragraph", lines[5]),
        ("caption", lines[6]),
        ("paragraph", lines[7]),
        ("paragraph", lines[11]),
    ]
    assert document.text == PASTED.strip()
    assert document.title == lines[0]
    assert document.authors == ("T. Harlow", "M. Harlow")
    assert document.outlet == "The Karven Post"
    assert document.found["authors"] == "byline in the text"
    assert (document.language, document.credit, document.warnings) == ("en", None, ())


def test_a_row_and_a_file_of_one_text_have_one_id() -> None:
    row = document_from_page(
        page_from_row(b'{"id": 1, "text": "It closed.\\r\\n\\r\\nIt  did."}', 1, "in"), SETTINGS
    )
    file = read("It closed.\n\nIt did.\n")
    assert row.id == file.id and row.id.startswith("doc-")
    assert row.sha256 != file.sha256
    assert row.text == "It closed.\r\n\r\nIt  did."


def test_the_id_does_not_see_unicode_forms() -> None:
    assert read("The café closed.").id == read(unicodedata.normalize("NFD", "The café closed.")).id
    assert read("The café closed.").id != read("The cafe closed.").id


def test_an_agency_text() -> None:
    document = read(
        "Camp to close\nBy Lina Hart and Tom Roe | Associated Press\nPublished March 3, 2024 Updated March 4, 2024\n"
        "KARVEN, Veland (AP) — The camp will close, ministers said on Sunday, after three years of talks.\n"
        "It holds some 2,700 people.\n"
    )
    assert document.credit is not None
    assert (document.credit.agency, document.credit.text) == ("Associated Press", "(AP)")
    assert document.slice((document.credit.start, document.credit.end)) == "(AP)"
    assert (document.published, document.modified) == ("2024-03-03", "2024-03-04")
    assert [kind for kind, _ in blocks(document)] == ["headline", "paragraph", "paragraph"]


def test_a_reprint_names_its_origin_and_carries_its_own_name() -> None:
    row = b'{"id": 1, "outlet": "Ostmere Herald", "text": "The camp will close, ministers said.\\n\\nBy Lina Hart, The Karven Post"}'
    document = document_from_page(page_from_row(row, 1, "in"), SETTINGS)
    assert document.outlet == "Ostmere Herald"
    assert document.credit is not None
    assert document.credit.agency == document.credit.text == "The Karven Post"


def test_an_agency_on_its_own_site_is_no_credit() -> None:
    row = b'{"id": 1, "outlet": "Reuters", "text": "KARVEN (Reuters) - The camp will close, ministers said."}'
    assert document_from_page(page_from_row(row, 1, "in"), SETTINGS).credit is None


def test_unusual_text_is_kept_as_paragraphs() -> None:
    for text in ("Camp closes", "Advertisement", "By Lina Hart", "rivers\nof\nwords"):
        document = read(text)
        assert {kind for kind, _ in blocks(document)} == {"paragraph"}
        assert " ".join(words for _, words in blocks(document)) == text.replace("\n", " ")


def test_another_language_is_named() -> None:
    document = read("Der Minister sagte am Dienstag, dass die Regierung das Lager bei Ostmere schließen werde, sobald die Gespräche mit der Gruppe zu Ende seien.")  # fmt: skip
    assert document.language == "de"
    assert document.warnings == ("Findings are for English only; this text looks like German.",)


def test_direction_marks_go_with_a_warning() -> None:
    document = read("\u202eThe camp\u2069 will clo\u00adse, the ministers said.\x00")
    assert document.text == "The camp will close, the ministers said."
    assert len(document.warnings) == 1


def test_signs_alone_are_no_text() -> None:
    with pytest.raises(NoText, match=r"^a\.txt holds no article text"):
        read("*** --- ***", "a.txt")


def test_markdown() -> None:
    document = read(
        "# Camp must close, say [ministers](http://a.example)\n\n*By Lina Hart | The Karven Post*\n\nMarch 3, 2024\n\n"
        "> “We will not\n> wait,” she said.\n\nThe **camp** must close, ministers said. It did not.\n\n- First\n- Second\n",
        "a.md",
    )
    assert blocks(document) == [
        ("headline", "Camp must close, say ministers"),
        ("quote", "“We will not\nwait,” she said."),
        ("paragraph", "The camp must close, ministers said. It did not."),
        ("list", "First"),
        ("list", "Second"),
    ]
    assert (document.authors, document.outlet) == (("Lina Hart",), "The Karven Post")
    assert document.published == "2024-03-03"
