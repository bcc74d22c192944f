from onrecord.export.lookups import cues, involved, look_up, standing

from .samples import contested

LOOKUP = look_up(contested())


def test_numbers_count_in_the_order_of_the_text() -> None:
    starts = [claim.start for claim in LOOKUP.claims]
    assert starts == sorted(starts)
    assert [LOOKUP.numbers[claim.id] for claim in LOOKUP.claims] == list(range(1, len(starts) + 1))


def test_a_claim_stands_on_its_innermost_voice() -> None:
    assert standing(LOOKUP.claims[0]) == "author"
    assert standing(LOOKUP.claims[3]) == "named"
    assert standing(LOOKUP.claims[4]) == "unnamed"


def test_cues_are_of_reporting_and_of_firmness() -> None:
    words = [LOOKUP.reading.document.slice(span) for span in cues(LOOKUP, LOOKUP.claims[3])]
    assert words == ["warns", "may"]


def test_who_speaks_is_involved_too() -> None:
    assert involved(LOOKUP.claims[3]) == ("a-front", "a-interpol")
