import pytest

from onrecord.compare.quotations import quotations

POST = "Rain again. — Ilse Marrant (@marrant) March 3, 2024"


def quoted(text: str) -> list[str]:
    return [text[start:end] for start, end in quotations(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She said “we told them” twice.", "“we told them”"),
        ('She said "we told them" twice.', '"we told them"'),
        ("Sie sagte „wir warnten sie“ heute.", "„wir warnten sie“"),
        ("She said ‘we don’t know who told them.’ He left.", "‘we don’t know who told them.’"),
        ("She said: 'we don't know who told them.' He left.", "'we don't know who told them.'"),
        ("He wrote `` we told them '' in ink.", "`` we told them ''"),
    ],
)
def test_marks_of_every_press_are_read(text: str, found: str) -> None:
    assert quoted(text) == [found]


def test_posts_block_quotes_and_turns_are_other_peoples_words() -> None:
    assert quoted(f"Before.\n{POST}\nAfter.") == [POST]
    assert quoted("The statement reads:\n\nWe regret it.\n\nEnd.") == ["We regret it."]
    assert quoted("Then.\nMARRANT: We told them.\nEnd.") == ["MARRANT: We told them."]
    assert quoted("Three towns were hit:\n\nKarven and Hesk.") == []


def test_a_mark_left_out_does_not_turn_the_rest_round() -> None:
    text = 'The 6" pipe broke. She said "stop" and left. ' + "Water ran. " * 300
    assert sum(map(len, quoted(text))) < 60
    assert quoted("the dogs' bowl and the cats' bowl") == []
