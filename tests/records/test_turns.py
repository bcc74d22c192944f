"""Interviews and transcripts: whose turn it is, and that ordinary articles have none."""

import pytest

from onrecord.records.turns import turns
from tests.builders import plain
from tests.growth import in_step

LETTERS = """The Herald has interviewed the minister, Lena Orr.

Q: Will the mine close?

A: It will close in May. The workers knew it.

We told them in March.

Q: Who pays?

A: The state."""
NAMES = """Lena Koch, who runs the port, answered our questions.

Gazette: Who owns the boats?

Koch: The army owns them. We have never sold one.

Gazette: Since when?

Koch: Since the war."""
DEBATE = """The two met on Friday.

ORR: I closed it.

TARROW: You lied to us.

ORR: We had no choice.

TARROW: My people had one."""
BARE = """The Herald spoke to Pavel Dorn, the mayor of Lenn.

Is the bridge safe?

I would drive over it tomorrow.

Who says that it is not?

The union. We have asked them for proof.

Will you close it?

Our engineers will decide."""
NO_INTERVIEWS = [
    "Koch: The mine will close\n\nThe union said so on Friday. Who will pay?\n\nNobody knows.",
    "Photo: Is it safe?\n\nWatch: The bridge of Lenn.\n\nPhoto: A crowd.\n\nWatch: The same crowd.",
    "Deal: the army leaves.\n\nNo deal: the army stays.\n\nDeal: prisoners go home.\n\nNo deal: they stay.",
    "Orr spoke to the paper.\n\nWho pays?\n\nThe state pays, he said.\n\nWho else?\n\nNobody, the bank says."
    "\n\nWho knows?\n\nThe mayor knows, “I think”.",
    "The vote was close.\n\nOrr: 412 votes.\n\nTarrow: 409 votes.",
    "",
]


def told(text: str) -> list[tuple[str, str, bool]]:
    """Each turn: its name, what is said, and whether it asks."""
    return [
        (text[slice(*t.name)], " / ".join(text[slice(*w)] for w in t.words), t.asks)
        for t in turns(plain(text))
    ]


def test_letters_tell_questions_from_answers() -> None:
    assert told(LETTERS) == [
        ("", "Will the mine close?", True),
        ("", "It will close in May. The workers knew it. / We told them in March.", False),
        ("", "Who pays?", True),
        ("", "The state.", False),
    ]


def test_whoever_asks_is_told_by_the_question_marks() -> None:
    assert told(NAMES) == [
        ("Gazette", "Who owns the boats?", True),
        ("Koch", "The army owns them. We have never sold one.", False),
        ("Gazette", "Since when?", True),
        ("Koch", "Since the war.", False),
    ]


def test_two_who_speak_twice_of_themselves_debate() -> None:
    assert [(name, asks) for name, _, asks in told(DEBATE)] == [
        ("ORR", False), ("TARROW", False), ("ORR", False), ("TARROW", False),
    ]  # fmt: skip


def test_questions_that_are_paragraphs_make_an_interview() -> None:
    assert [(words, asks) for _, words, asks in told(BARE)] == [
        ("Is the bridge safe?", True),
        ("I would drive over it tomorrow.", False),
        ("Who says that it is not?", True),
        ("The union. We have asked them for proof.", False),
        ("Will you close it?", True),
        ("Our engineers will decide.", False),
    ]


@pytest.mark.parametrize(
    "end", ["This interview was shortened.", "The Herald is owned by Orr.\n\nSo is the bank."]
)
def test_what_follows_the_interview_is_no_turn(end: str) -> None:
    assert told(f"{NAMES}\n\n{NAMES.splitlines()[-1]}\n\n{end}")[-1][1].count("/") == 0


@pytest.mark.parametrize("text", NO_INTERVIEWS)
def test_an_article_with_colons_is_no_interview(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("piece", ["A: b?\n\nQ: c\n\n", "A: \n\n", "A, B C D, E ", "Why?\n\n"])
def test_time_grows_with_the_text(piece: str) -> None:
    assert in_step(lambda text: turns(plain(text)), piece, 300)
