import msgspec

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


def test_somebody_without_a_name_is_shown_who_speaks_or_is_spoken_of_often() -> None:
    reading = contested()
    speaking = next(v.actor for c in reading.claims for v in c.voices if v.actor)
    nameless = [
        msgspec.structs.replace(
            a, described=True, mentions=3 if a.id == reading.actors[-1].id else 2
        )
        for a in reading.actors
    ]
    spoken = {v.actor for c in reading.claims for v in c.voices}
    shown = look_up(msgspec.structs.replace(reading, actors=tuple(nameless))).actors
    assert speaking in shown
    assert set(shown) == {a.id for a in nameless if a.id in spoken or a.mentions == 3}
    assert len(shown) < len(nameless)
