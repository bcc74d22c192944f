from onrecord.compare import statements
from onrecord.records.findings import (
    Actor,
    Claim,
    Event,
    Factuality,
    Participant,
    Quantity,
    Role,
    Time,
    Voice,
)
from onrecord.records.origins import Statement
from onrecord.records.readings import MadeBy, Reading
from tests.builders import plain

TEXT = "Orme said Marrant sued at least 14 ferries in May, Ostwire reported."
SPAN = (TEXT.index("Marrant"), TEXT.index(","))


def actor(id: str, name: str, type: str = "Person", roles: tuple[Role, ...] = ()) -> Actor:
    return Actor(rule="r", id=id, type=type, name=name, roles=roles)  # type: ignore[arg-type]


POST = Role(title="director", organization="port", start=0, end=1, as_of=None)
ACTORS = (
    actor("orme", "Pavel Orme", roles=(POST,)),
    actor("marrant", "Ilse Marrant"),
    actor("port", "Port Authority", "Organization"),
    actor("wire", "Ostwire", "Organization"),
    actor("karven", "Karven", "Place"),
)


def voice(actor: str | None, named: str = "named", name: str = "somebody") -> Voice:
    return Voice(who="source", name=name, actor=actor, named=named)  # type: ignore[arg-type]


def one(*voices: Voice) -> Statement:
    writer = Voice(who="author", name="the author", actor=None, named="unresolved")
    claim = Claim(
        rule="r",
        id="claim-1",
        start=SPAN[0],
        end=SPAN[1],
        text=TEXT[slice(*SPAN)],
        kind="fact",
        verifiable=1.0,
        checkworthy=0.5,
        voices=(writer, *voices),
        factuality=Factuality(polarity="+", certainty="certain"),
        conditional=False,
        support_offered="none",
        actors=("marrant",),
        times=("may", "soon"),
        quantities=("q",),
    )
    times = [Time(rule="r", id=i, start=0, end=1, text="", type="DATE", value="", edtf=e, anchor=None)
             for i, e in (("may", "2031-05"), ("soon", None))]  # fmt: skip
    amount = Quantity(rule="r", id="q", start=0, end=1, text="", value=None, low=14.0, high=None, unit="", of=None)  # fmt: skip
    taking = (Participant(role="agent", actor="marrant", start=0, end=1), Participant(role="patient", actor=None, start=0, end=1))  # fmt: skip
    event = Event(rule="r", id="e", type="ACCUSE", trigger=(0, 1), mode="actual", participants=taking, claim="claim-1")  # fmt: skip
    reading = Reading(
        document=plain(TEXT),
        actors=ACTORS,
        claims=(claim,),
        events=(event,),
        times=tuple(times),
        quantities=(amount,),
        made_by=MadeBy(onrecord="0", model=None, seconds=0.0),
    )
    (made,) = statements("art-1", reading)
    return made


def test_a_statement_is_its_claim_in_its_article() -> None:
    made = one()
    assert (made.claim, made.article, made.span, made.text) == (
        "claim-1", "art-1", SPAN, TEXT[slice(*SPAN)],
    )  # fmt: skip
    assert made.actors == ("Ilse Marrant",)
    assert made.times == ("2031-05",)
    assert made.numbers == (14.0,)
    assert (made.agents, made.patients) == (("Ilse Marrant",), ())


def test_the_writer_alone_is_no_source() -> None:
    made = one()
    assert (made.source, made.standing, made.via) == (None, "author", ())


def test_the_innermost_named_voice_is_the_source_and_others_are_on_the_way() -> None:
    made = one(voice("wire"), voice("orme"))
    assert (made.source, made.standing, made.via) == ("Pavel Orme", "named", ("Ostwire",))
    assert made.bodies == ("Port Authority",)


def test_an_unnamed_innermost_voice_leaves_the_source_open() -> None:
    made = one(voice("wire"), voice(None, "unnamed", "an official"))
    assert (made.source, made.standing, made.via) == (None, "unnamed", ("Ostwire",))


def test_a_place_that_speaks_is_no_source_but_stands_on_the_way() -> None:
    made = one(voice("karven"))
    assert (made.source, made.standing, made.via) == (None, "collective", ("Karven",))


def test_a_named_voice_without_an_actor_keeps_its_words() -> None:
    assert one(voice(None, name="Grete Halm")).source == "Grete Halm"
