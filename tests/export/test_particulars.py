import msgspec

from onrecord.export.particulars import headline, language, particulars
from onrecord.records.documents import Document, Fetch

from .samples import bare, contested


def lines(document: Document) -> dict[str, str]:
    return {item.label: item.value for item in particulars(document)}


def test_what_is_not_known_is_said() -> None:
    found = lines(bare().document)
    assert found["By"] == "no author found"
    assert found["Outlet"] == "unknown"
    assert found["Published"] == "no date found"
    assert found["Taken from"] == "note.txt"


def test_each_says_where_it_was_found() -> None:
    by = next(item for item in particulars(contested().document) if item.label == "By")
    assert by.found == "found: last line of the text"


def test_a_credit_quotes_the_text() -> None:
    assert "the text says: “The Tolmar Gazette”" in lines(contested().document)["Comes from"]


def test_a_fetched_page_names_its_address_and_day() -> None:
    fetch = Fetch(url="https://a.example/x", at="2024-01-02T03:04:05Z", status=200, headers={})
    document = msgspec.structs.replace(bare().document, fetch=fetch)
    taken = next(item for item in particulars(document) if item.label == "Taken from")
    assert (taken.link, taken.found) == ("https://a.example/x", "fetched 2 January 2024")


def test_the_headline_falls_back_to_the_name() -> None:
    assert headline(bare().document) == "note.txt"


def test_languages_have_names() -> None:
    assert language("de") == "German"
    assert language("und") == "unknown"
    assert language("xx-not") == "xx-not"
