from onrecord.compare.utterances import is_quoted, one_utterance, quoted
from onrecord.records.origins import Article, Statement
from tests.compare.sayings import article, said

WORDS = "we told them in October that the lamps were out"


def placed(text: str, words: str = WORDS) -> tuple[Article, Statement]:
    at = text.index(words)
    return article("a", text=text), said("a", words, span=(at, at + len(words)))


CURLY = placed(f"The union spoke.\n“Look, {WORDS} and again in May,” said Marrant.")
STRAIGHT = placed(f'"{WORDS}," Marrant said.')
REPORTED = placed(f"Marrant said {WORDS}. “Nobody came.”")


def test_words_in_marks_are_quoted_whether_the_claim_holds_the_marks_or_not() -> None:
    assert is_quoted(*CURLY)
    assert is_quoted(*STRAIGHT)
    assert not is_quoted(*REPORTED)


def test_a_mark_left_open_in_one_paragraph_ends_with_it() -> None:
    assert not is_quoted(*placed(f'He said "no.\nMarrant said {WORDS}.'))


def test_a_stray_straight_mark_does_not_turn_the_rest_round() -> None:
    assert not is_quoted(*placed(f'The 12" lamp failed. Marrant said {WORDS}. "Nobody came."'))


def test_the_same_quoted_words_are_one_utterance() -> None:
    assert one_utterance(quoted(*CURLY), quoted(*STRAIGHT))
    assert one_utterance(quoted(*CURLY), quoted(*CURLY)[2:])


def test_the_same_reported_words_are_not() -> None:
    assert quoted(*REPORTED) == ()
    assert not one_utterance(quoted(*CURLY), quoted(*REPORTED))


def test_other_quoted_words_are_not() -> None:
    other = "nobody came and nobody called when the lamps were out"
    assert not one_utterance(quoted(*CURLY), quoted(*placed(f"“{other},” said Marrant.", other)))
