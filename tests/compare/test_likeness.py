import pytest

from onrecord.compare.likeness import Sayable, Scale, asserts, contradicts
from onrecord.compare.wordings import wording
from tests.compare.sayings import said


def sayable(text: str, **more: object) -> Sayable:
    statement = said("a", text, **more)
    return Sayable(statement=statement, wording=wording(statement))


BRIDGE = "The flood closed the Brill bridge and killed 14 people"


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    scale = Scale([frozenset({"mayor", "bridge"}), frozenset({"mayor"}), frozenset({"mayor"})])
    assert scale.weight["bridge"] > scale.weight["mayor"]


def test_likeness_is_the_weighted_share_in_common() -> None:
    one, other = frozenset({"mayor", "bridge"}), frozenset({"mayor", "tram"})
    scale = Scale([one, other])
    mayor, bridge = scale.weight["mayor"], scale.weight["bridge"]
    assert scale.likeness(one, other) == pytest.approx(mayor / (mayor + 2 * bridge))
    assert scale.likeness(one, one) == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (BRIDGE, BRIDGE.replace("14", "15")),
        (BRIDGE, BRIDGE.replace("14 ", "")),
        (BRIDGE, BRIDGE.replace("Brill", "Harrow").replace("The flood", "A flood")),
        ("The council approved the tram", "The council refused the tram"),
        ("Prices in Brill rose in May", "Prices in Brill fell in May"),
        ("Harrow sued Brill over the bridge", "Brill sued Harrow over the bridge"),
        ("The Audit Office hired Vask in May", "The Customs Office hired Vask in May"),
        ("The tram is safe", "The tram is not safe"),
        ("The tram stopped on Monday", "The tram stopped on Friday"),
        ("The mayor will resign", "The mayor resigned"),
    ],
)  # fmt: skip
def test_claims_that_make_a_dispute_contradict(left: str, right: str) -> None:
    kinds = {text: "prediction" if " will " in text else "fact" for text in (left, right)}
    assert contradicts(sayable(left, kind=kinds[left]), sayable(right, kind=kinds[right]))
    assert contradicts(sayable(right, kind=kinds[right]), sayable(left, kind=kinds[left]))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (BRIDGE, "Fourteen people died in the flood that closed the Brill bridge"),
        (BRIDGE, BRIDGE + " and hurt 20"),
        ("Harrow sued Brill over the bridge", "Brill was sued by Harrow over the bridge"),
        ("Harrow paid Brill 40 crowns", "Brill received 40 crowns from Harrow"),
        ("Mayor Vask closed the bridge", "Tobin Vask closed the bridge"),
        ("The Harrow council met", "In Harrow the council met"),
        ("A Norvish ship sank", "A ship from Norvia sank"),
    ],
)
def test_claims_that_say_the_same_do_not(left: str, right: str) -> None:
    assert not contradicts(sayable(left), sayable(right))


def test_dates_and_polarity_are_those_of_the_statement() -> None:
    plain = sayable(BRIDGE, times=("2031-05-03",))
    assert contradicts(plain, sayable(BRIDGE, times=("2031-05-04",)))
    assert not contradicts(plain, sayable(BRIDGE, times=("2031-05",)))
    assert contradicts(plain, sayable(BRIDGE, polarity="-"))


def test_the_roles_of_events_tell_who_did_it_to_whom() -> None:
    left = sayable("It was Vask whom Orme accused", agents=("Orme",), patients=("Vask",))
    right = sayable("It was Orme whom Vask accused", agents=("Vask",), patients=("Orme",))
    assert contradicts(left, right)


def test_questions_and_doubts_assert_nothing() -> None:
    assert asserts(said("a", BRIDGE))
    assert not asserts(said("a", "Did the flood close the bridge?", kind="question"))
    assert not asserts(said("a", BRIDGE, polarity="u"))


@pytest.mark.parametrize(
    "note",
    [
        "Ilse Marrant contributed to this report",
        "A spokesman did not respond to a request for comment",
        "The ministry declined to comment",
    ],
)
def test_notes_of_the_newsroom_say_nothing_of_the_matter(note: str) -> None:
    assert not asserts(said("a", note))


def test_a_sentence_and_its_main_part_are_alike() -> None:
    whole, part = frozenset("abcdefghijkl"), frozenset("abcdef")
    short = frozenset("abc")
    scale = Scale([whole, part, short, frozenset("ghijkl"), frozenset("def")])
    assert scale.likeness(whole, part) == pytest.approx(0.6)
    assert scale.likeness(whole, short) < 0.3
