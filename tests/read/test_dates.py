import pytest

from onrecord.read.dates import iso_date, take_dates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("March 3, 2024", "2024-03-03"),
        ("on 3rd of March 2024", "2024-03-03"),
        ("Sept. 9 2021", "2021-09-09"),
        ("2024-03-03T10:15:00Z", "2024-03-03T10:15:00Z"),
        ("13/03/2024", "2024-03-13"),
        ("03/13/2024", "2024-03-13"),
        ("04.03.2024", "2024-03-04"),
        ("04/03/2024", None),
        ("March 3", None),
        ("February 30, 2024", None),
        ("in 2024", None),
    ],
)
def test_only_what_is_written_becomes_a_date(text: str, expected: str | None) -> None:
    assert iso_date(text) == expected


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        ("Published: March 3, 2024 at 4:15 PM EST", "2024-03-03", None),
        ("Published March 3, 2024 Updated March 5, 2024", "2024-03-03", "2024-03-05"),
        ("Sunday, 3 March 2024 | 16:15 GMT", "2024-03-03", None),
        ("Updated 4:15 PM", None, None),
        ("Last modified on 2024-03-05", None, "2024-03-05"),
        ("3 hours ago - 5 min read", None, None),
    ],
)
def test_a_line_of_dates_leaves_nothing_over(
    line: str, published: str | None, modified: str | None
) -> None:
    dates = take_dates(line)
    assert (dates.rest, dates.taken) == ("", True)
    assert (dates.published, dates.modified) == (published, modified)


def test_what_is_no_date_remains() -> None:
    assert take_dates("Lina Hart | March 3, 2024").rest == "Lina Hart"
    dates = take_dates("Follow the talks on the radio")
    assert (dates.rest, dates.taken) == ("Follow the talks on the radio", False)
