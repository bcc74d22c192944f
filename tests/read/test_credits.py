import pytest

from onrecord.read.credits import credit_in, dateline_of, same_outlet
from onrecord.read.units import units_of


@pytest.mark.parametrize(
    ("words", "agency", "published"),
    [
        ("KARVEN, March 3, 2024 (Reuters) - Ministers met.", "Reuters", "2024-03-03"),
        ("KARVEN, March 3 (Reuters) - Ministers met.", "Reuters", None),
        ("KARVEN, Veland (AP) — Ministers met.", "Associated Press", None),
        ("KARVEN/NEW OSTMERE (Reuters) – Ministers met.", "Reuters", None),
        ("ST. ANN, Veland (Ostmere News Service) — Ministers met.", "Ostmere News Service", None),
        ("(CNN) – Ministers met.", "CNN", None),
        ("KARVEN — Ministers met.", None, None),
    ],
)
def test_datelines(words: str, agency: str | None, published: str | None) -> None:
    dateline = dateline_of(words)
    assert dateline is not None
    assert (dateline.agency, dateline.published) == (agency, published)
    assert words[dateline.end :] == "Ministers met."


@pytest.mark.parametrize(
    "words",
    [
        "Dana Orwell (left) - the minister - spoke.",
        "The Front (KF) - an armed group - moved.",
        "Ministers met.",
    ],
)
def test_brackets_that_are_no_dateline(words: str) -> None:
    dateline = dateline_of(words)
    assert dateline is None or dateline.agency is None


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        (
            "This article was originally published in The Ostmere Herald on March 3.",
            "The Ostmere Herald",
        ),
        ("Originally published by ProPublica.", "ProPublica"),
        ("This piece first appeared in Veland Review in March 2024.", "Veland Review"),
        ("This story first appeared on ostmere.org and is used here in full.", "ostmere.org"),
        ("Republished with permission from The Karven Post.", "The Karven Post"),
        ("This article is republished from The Conversation under a licence.", "The Conversation"),
        ("Via Reuters", "Reuters"),
        ("Source: The Karven Post", "The Karven Post"),
        ("Copyright 2024 The Associated Press. All rights reserved.", "Associated Press"),
    ],
)
def test_lines_of_republication(line: str, agency: str) -> None:
    text = f"The camp closed.\n\n{line}"
    credit = credit_in(text, units_of(text))
    assert credit is not None
    assert credit.agency == agency
    assert text[credit.start : credit.end] == credit.text
    assert credit.start >= text.index(line)


@pytest.mark.parametrize(
    "line",
    [
        "The report, published in March, was read by few.",
        "He travelled via Ostmere to the coast.",
        "A study published by the ministry says so.",
        "This article was published on March 3, 2024.",
        "Copyright 2024 The Karven Post.",
    ],
)
def test_prose_is_no_credit(line: str) -> None:
    text = f"{line}\n\nThe camp closed."
    assert credit_in(text, units_of(text)) is None


def test_names_of_one_outlet() -> None:
    assert same_outlet("AP", "The Associated Press")
    assert same_outlet("The Karven Post", "karvenpost.com".replace("karvenpost", "Karven Post"))
    assert not same_outlet("Reuters", None) and not same_outlet("Reuters", "Karven Post")
