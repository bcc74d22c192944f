"""Articles for a case, written by hand: a page, its text, who is in it and what is claimed."""

from hashlib import sha256

from onrecord.records.documents import Document, Metadata, Page
from onrecord.records.findings import Actor, Claim, ClaimKind, Factuality, Voice
from onrecord.records.readings import MadeBy, Reading, Sentence
from onrecord.records.spans import identify

MILL = """Mill to close in May

The mill at Orsova will close in May, its director Nádia Holm said on Monday.
Some 240 people work there. "We were told nothing," said Tomas Reyl of the union."""

RALLY = """Thousands march for the mill

Union leader Tomas Reyl told a rally on Saturday that the closure was a political decision.
The ministry denies it. Police counted 3,000 people; the union spoke of 8,000."""

FERRY = """Ferry runs aground off Lasko

A ferry with 61 people on board ran aground off Lasko on Sunday night.
Nobody was hurt, the coast guard said. The harbour master blames a broken light."""


def page(name: str, text: str, outlet: str | None = None) -> Page:
    return Page(name=name, media="row", data=text.encode(), metadata=Metadata(outlet=outlet))


def actors(*names: str) -> tuple[Actor, ...]:
    """One actor for each name; further names after a slash: "Tomas Reyl/Reyl"."""
    return tuple(
        Actor(rule="by hand", id=identify("act", name), type="Person", name=first, aliases=(*rest,))
        for name in names
        for first, *rest in [name.split("/")]
    )


def claim(text: str, words: str, kind: ClaimKind = "fact", *sources: Actor) -> Claim:
    """The claim that ``words`` make, on the word of the author or of sources, outermost first."""
    start = text.index(words)
    voices = [Voice(who="author", name="author", actor=None, named="unnamed")]
    voices += [
        Voice(who="source", name=source.name, actor=source.id, named="named") for source in sources
    ]
    return Claim(
        rule="by hand",
        id=identify("clm", text, start),
        start=start,
        end=start + len(words),
        text=words,
        kind=kind,
        verifiable=0.5,
        checkworthy=0.5,
        voices=tuple(voices),
        factuality=Factuality(polarity="+", certainty="certain"),
        conditional=False,
        support_offered="none",
        actors=tuple(source.id for source in sources),
    )


def reading(
    page: Page,
    claims: tuple[Claim, ...] = (),
    people: tuple[Actor, ...] = (),
    published: str | None = None,
    title: str | None = None,
) -> Reading:
    text = page.data.decode()
    sentences, at = [], 0
    for line in text.split("\n"):
        if line:
            sentences.append(Sentence(start=at, end=at + len(line)))
        at += len(line) + 1
    document = Document(
        id=identify("doc", text),
        name=page.name,
        text=text,
        blocks=(),
        language="en",
        sha256=sha256(page.data).hexdigest(),
        title=title,
        outlet=page.metadata.outlet,
        published=published,
    )
    return Reading(
        document=document,
        sentences=tuple(sentences),
        actors=people,
        claims=claims,
        made_by=MadeBy(onrecord="0", model=None, seconds=0.0),
    )


def three() -> list[tuple[Page, Reading]]:
    """The mill, the rally and the ferry, from two outlets, in the order of their days."""
    holm, reyl, guard = actors("Nádia Holm/Holm", "Tomas Reyl/Reyl", "coast guard")
    mill, rally, ferry = (
        page("mill", MILL, "Orsova Courier"),
        page("rally", RALLY, "Orsova Courier"),
        page("ferry", FERRY, "The Harbour Daily"),
    )
    return [
        (
            mill,
            reading(
                mill,
                (
                    claim(MILL, "The mill at Orsova will close in May", "prediction", holm),
                    claim(MILL, "Some 240 people work there."),
                    claim(MILL, "We were told nothing", "fact", reyl),
                ),
                (holm, reyl),
                "2024-03-04",
                "Mill to close in May",
            ),
        ),
        (
            rally,
            reading(
                rally,
                (
                    claim(RALLY, "the closure was a political decision", "opinion", reyl),
                    claim(RALLY, "Police counted 3,000 people"),
                ),
                (reyl,),
                "2024-03-09T18:30:00Z",
                "Thousands march for the mill",
            ),
        ),
        (
            ferry,
            reading(ferry, (claim(FERRY, "Nobody was hurt", "fact", guard),), (guard,), None),
        ),
    ]
