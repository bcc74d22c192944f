"""Readings made by hand: an invented article with every kind of finding, and bare ones."""

from collections.abc import Iterable

from onrecord.records.documents import Block, BlockKind, Credit, Document
from onrecord.records.findings import (
    Actor,
    Attribution,
    Claim,
    ClaimKind,
    Factuality,
    Loaded,
    Mention,
    Offered,
    Quantity,
    Role,
    Time,
    Voice,
)
from onrecord.records.readings import MadeBy, ModelUsed, Reading
from onrecord.records.spans import Span

HEADLINE = (
    "</title><script>alert('x')</script> Veldania's guests: \u202ea quiet army\u202c at the lake"
)

PARAGRAPHS: tuple[tuple[BlockKind | None, str], ...] = (
    ("headline", HEADLINE),
    (None, "Share this story  Print  Send"),
    (
        "paragraph",
        "For more than three decades the Karesh People's Front (KPF) fought the government in "
        "Tolmar from camps across the border. Now its fighters have quietly moved to Veldania, "
        "where at least 173 suspected members live in a fenced compound on the shore of "
        "Lake Orun.",
    ),
    (
        "caption",
        "Guards at the gate of the Orun compound, March 2023. Photo: Ilse Marant",
    ),
    (
        "paragraph",
        "Interpol warns that the group may still be training recruits there. Interior Minister "
        "Dorin Halvek turned a blind eye, two officials told the Tolmar Gazette, because the "
        "previous cabinet had promised the Front shelter in 2016.",
    ),
    (
        "paragraph",
        "The ministry denies this. \u201cNo armed person has entered our country,\u201d Halvek said on "
        "12 May 2023. But critics say the so-called cultural centre is reportedly paid for by a "
        "fanatical sect with roots in the 1990s.",
    ),
    (
        "quote",
        "We did not flee. We were invited, and we will return.",
    ),
    (
        "paragraph",
        "Those were the words of Mira Tesk, who led the Front until around 2009 and who was "
        "listed as a terrorist by the European Council from 1997 to 2012. She is a puppet, and a "
        "dangerous one. The Front will, of course, seize the first chance to strike. Why did "
        "nobody ask the people of Orun?",
    ),
    ("headline", "What parliament should do"),
    (
        "list",
        "- Halvek must publish the agreement of 2016.\n"
        "- Parliament should close the compound.\n"
        "- If the KPF disarms, its members could stay.",
    ),
    (
        "paragraph",
        "A report by the Lake Institute, published in early 2022, counted 2,700 movements across "
        "the border in one year. None of them was stopped. The report is at "
        "https://lake.example/report. \u05d4\u05d7\u05d6\u05d9\u05ea is how the Front signs its letters "
        "abroad.",
    ),
    (None, "By A. Rennick and B. Osei, The Tolmar Gazette"),
    (None, "Related: Ten lakes to see before the summer ends"),
)


class Sample:
    """A text under construction: finds phrases in it and turns them into findings."""

    def __init__(self) -> None:
        """Join the paragraphs and note where each stands."""
        self.text = ""
        self.blocks: list[Block] = []
        for kind, words in PARAGRAPHS:
            start = len(self.text)
            self.text += words
            if kind:
                self.blocks.append(Block(kind=kind, start=start, end=len(self.text)))
            self.text += "\n\n"

    def at(self, phrase: str, nth: int = 0) -> Span:
        """Where a phrase stands, the first time or the nth; raises ``ValueError`` if nowhere."""
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(phrase, start + 1)
        return start, start + len(phrase)

    def mention(self, phrase: str, actor: str, kind: str = "Organization", nth: int = 0) -> Mention:
        """A named mention of an actor; a pronoun where it starts in lower case."""
        start, end = self.at(phrase, nth)
        form = "named" if phrase[0].isupper() else "nominal"
        return Mention(
            rule="names", start=start, end=end, text=phrase, type=kind, name=form, actor=actor
        )

    def link(
        self, name: str, source: str, cue: str, content: str, parent: str | None = None
    ) -> Attribution:
        """An attribution from its three phrases."""
        return Attribution(
            rule="reports",
            id=name,
            source=(self.at(source),),
            cue=(self.at(cue),),
            content=(self.at(content),),
            direct=False,
            parent=parent,
        )

    def claim(
        self,
        phrase: str,
        kind: ClaimKind = "fact",
        firm: str = "+certain",
        cues: Iterable[str] = (),
        voices: tuple[Voice, ...] = (),
        **more: object,
    ) -> Claim:
        """A claim on a phrase; the author's voice is put before the others."""
        start, end = self.at(phrase)
        factuality = Factuality(
            polarity=firm[0], certainty=firm[1:], cues=tuple(self.at(cue) for cue in cues)
        )
        author = Voice(who="author", name="the authors", actor=None, named="named")
        fields = {
            "verifiable": 0.9 if kind == "fact" else 0.2,
            "checkworthy": 0.5,
            "conditional": False,
            "support_offered": "none",
            "rule": "asserted-clause",
            "score": 0.87,
        } | more
        return Claim(
            id=f"claim-{start:04x}{end:04x}",
            start=start,
            end=end,
            text=phrase,
            kind=kind,
            voices=(author, *voices),
            factuality=factuality,
            **fields,
        )


def voice(
    name: str, named: str = "named", actor: str | None = None, link: str | None = None
) -> Voice:
    """A source as a hop of a chain."""
    return Voice(who="source", name=name, actor=actor, named=named, attribution=link)


def contested() -> Reading:
    """The whole article: nested voices, every kind, crossing claims, hostile title."""
    sample = Sample()
    return Reading(
        document=_document(sample),
        mentions=tuple(sorted(_mentions(sample), key=lambda m: (m.start, m.end))),
        actors=_actors(sample),
        attributions=_attributions(sample),
        claims=tuple(sorted(_claims(sample), key=lambda c: (c.start, c.end))),
        times=_times(sample),
        quantities=_quantities(sample),
        loaded=_loaded(sample),
        made_by=MadeBy(
            onrecord="0.1.0",
            model=ModelUsed(name="default", sha256="5e" * 32),
            seconds=0.8,
            rules={
                "asserted-clause": "A clause with a finite verb that says something of its own.",
                "reports": "A source, its reporting words and what it is reported to say.",
            },
        ),
    )


def bare(
    text: str = "Nothing here.", language: str = "en", warnings: tuple[str, ...] = ()
) -> Reading:
    """A reading without any finding."""
    document = Document(
        id="doc-0",
        name="note.txt",
        text=text,
        blocks=(Block(kind="paragraph", start=0, end=len(text)),),
        language=language,
        sha256="0" * 64,
        warnings=warnings,
    )
    return Reading(document=document, made_by=MadeBy(onrecord="0.1.0", model=None, seconds=0.1))


def _document(sample: Sample) -> Document:
    credit = sample.at("The Tolmar Gazette")
    return Document(
        id="doc-1f2e3d4c5b6a",
        name="veldania.html",
        text=sample.text,
        blocks=tuple(sample.blocks),
        language="en",
        sha256="ab" * 32,
        url='https://north.example/veldania?a=1&b="2"',
        title=HEADLINE,
        authors=("A. Rennick", "B. Osei"),
        outlet="The Northern Review",
        published="2023-06-02",
        modified="2023-06-03T08:15:00Z",
        found={
            "authors": "last line of the text",
            "published": "json-ld",
            "outlet": "og:site_name",
        },
        credit=Credit(
            agency="The Tolmar Gazette", text="The Tolmar Gazette", start=credit[0], end=credit[1]
        ),
        warnings=("The byline names another outlet than the page.",),
    )


def _mentions(sample: Sample) -> list[Mention]:
    return [
        sample.mention("Karesh People's Front", "a-front", "Group"),
        sample.mention("KPF", "a-front", "Group"),
        sample.mention("KPF", "a-front", "Group", 1),
        sample.mention("the group", "a-front", "Group"),
        sample.mention("The Front", "a-front", "Group"),
        sample.mention("Veldania", "a-veldania", "Place", 1),
        sample.mention("Tolmar", "a-tolmar", "Place"),
        sample.mention("Interpol", "a-interpol"),
        sample.mention("Dorin Halvek", "a-halvek", "Person"),
        sample.mention("Halvek", "a-halvek", "Person", 1),
        sample.mention("Halvek", "a-halvek", "Person", 2),
        sample.mention("Tolmar Gazette", "a-gazette"),
        sample.mention("Mira Tesk", "a-tesk", "Person"),
        sample.mention("European Council", "a-council"),
        sample.mention("Lake Institute", "a-institute"),
    ]


def _actors(sample: Sample) -> tuple[Actor, ...]:
    minister = sample.at("Interior Minister")
    leader = sample.at("led the Front until around 2009")

    def actor(key: str, kind: str, name: str, number: int, **more: object) -> Actor:
        return Actor(rule="actors", id=key, type=kind, name=name, mentions=number, **more)

    return (
        actor(
            "a-front",
            "Group",
            "Karesh People's Front",
            7,
            aliases=("KPF", "the Front", "the group"),
        ),
        actor(
            "a-halvek",
            "Person",
            "Dorin Halvek",
            4,
            aliases=("Halvek",),
            roles=(
                Role(
                    title="Interior Minister",
                    organization="a-veldania",
                    start=minister[0],
                    end=minister[1],
                    as_of="2023-06-02",
                ),
            ),
        ),
        actor(
            "a-tesk",
            "Person",
            "Mira Tesk",
            2,
            roles=(
                Role(
                    title="leader",
                    organization="a-front",
                    start=leader[0],
                    end=leader[1],
                    as_of="../2009~",
                ),
            ),
        ),
        actor("a-interpol", "Organization", "Interpol", 1),
        actor("a-gazette", "Organization", "Tolmar Gazette", 2),
        actor("a-council", "Organization", "European Council", 1),
        actor("a-institute", "Organization", "Lake Institute", 1),
        actor("a-veldania", "Place", "Veldania", 2),
        actor("a-tolmar", "Place", "Tolmar", 1),
    )


def _attributions(sample: Sample) -> tuple[Attribution, ...]:
    return (
        sample.link(
            "r-interpol",
            "Interpol",
            "warns",
            "that the group may still be training recruits there",
        ),
        sample.link(
            "r-gazette",
            "Tolmar Gazette",
            "told the Tolmar Gazette",
            "two officials told the Tolmar Gazette",
        ),
        sample.link(
            "r-officials",
            "two officials",
            "told",
            "Interior Minister Dorin Halvek turned a blind eye",
            "r-gazette",
        ),
        sample.link("r-ministry", "The ministry", "denies", "this"),
        sample.link("r-halvek", "Halvek said", "said", "No armed person has entered our country"),
        sample.link(
            "r-critics", "critics", "say", "the so-called cultural centre is reportedly paid for"
        ),
    )


def _claims(sample: Sample) -> list[Claim]:
    front, halvek = ("a-front",), ("a-halvek",)
    interpol = voice("Interpol", actor="a-interpol", link="r-interpol")
    gazette = voice("Tolmar Gazette", actor="a-gazette", link="r-gazette")
    officials = voice("two officials", "unnamed", link="r-officials")
    minister = voice("Halvek", actor="a-halvek", link="r-halvek")
    critics = voice("critics", "collective", link="r-critics")
    tesk = voice("Mira Tesk", actor="a-tesk")
    unnamed: Offered = "unnamed_source"
    return [
        sample.claim(
            "For more than three decades the Karesh People's Front (KPF) fought the government in "
            "Tolmar",
            actors=front,
            times=("t-decades",),
            quantities=("q-decades",),
            checkworthy=0.6,
        ),
        sample.claim(
            "Now its fighters have quietly moved to Veldania",
            actors=(*front, "a-veldania"),
            checkworthy=0.91,
            loaded=("l-quietly",),
        ),
        sample.claim(
            "at least 173 suspected members live in a fenced compound on the shore of Lake Orun",
            firm="+probable",
            cues=["suspected"],
            checkworthy=0.84,
            quantities=("q-173",),
            actors=front,
        ),
        sample.claim(
            "the group may still be training recruits there",
            firm="+possible",
            cues=["may"],
            voices=(interpol,),
            support_offered="named_source",
            actors=front,
            checkworthy=0.8,
        ),
        sample.claim(
            "Interior Minister Dorin Halvek turned a blind eye",
            voices=(gazette, officials),
            support_offered=unnamed,
            actors=halvek,
            checkworthy=0.88,
            loaded=("l-blind",),
        ),
        # Crosses the claim before it: begins inside it and runs on beyond its end.
        sample.claim(
            "turned a blind eye, two officials told the Tolmar Gazette, because the previous "
            "cabinet had promised the Front shelter in 2016",
            voices=(gazette, officials),
            support_offered=unnamed,
            actors=front,
            times=("t-2016",),
        ),
        sample.claim(
            "The ministry denies this",
            firm="-certain",
            cues=["denies"],
            voices=(voice("The ministry", actor=None, link="r-ministry"),),
            support_offered="named_source",
        ),
        sample.claim(
            "No armed person has entered our country",
            firm="-certain",
            cues=["No armed"],
            voices=(minister,),
            support_offered="named_source",
            times=("t-12may",),
        ),
        sample.claim(
            "the so-called cultural centre is reportedly paid for by a fanatical sect with roots "
            "in the 1990s",
            firm="+probable",
            cues=["so-called", "reportedly"],
            voices=(critics,),
            support_offered=unnamed,
            loaded=("l-sect",),
            times=("t-1990s",),
            checkworthy=0.72,
        ),
        sample.claim("We did not flee", firm="-certain", cues=["not"], voices=(tesk,)),
        sample.claim("we will return", "prediction", voices=(tesk,), actors=front),
        sample.claim(
            "was listed as a terrorist by the European Council from 1997 to 2012",
            actors=("a-tesk", "a-council"),
            times=("t-9712",),
            checkworthy=0.7,
            loaded=("l-terrorist",),
        ),
        sample.claim("She is a puppet, and a dangerous one", "opinion", actors=("a-tesk",)),
        sample.claim(
            "The Front will, of course, seize the first chance to strike",
            "prediction",
            cues=["of course"],
            actors=front,
        ),
        sample.claim("Why did nobody ask the people of Orun?", "question", "uunderspecified"),
        sample.claim(
            "Halvek must publish the agreement of 2016",
            "directive",
            actors=halvek,
            times=("t-2016",),
        ),
        sample.claim("Parliament should close the compound", "directive"),
        sample.claim(
            "its members could stay",
            "prediction",
            "+possible",
            ["could", "If"],
            conditional=True,
            actors=front,
        ),
        sample.claim(
            "A report by the Lake Institute, published in early 2022, counted 2,700 movements "
            "across the border in one year",
            support_offered="document",
            actors=("a-institute",),
            times=("t-early", "t-year"),
            quantities=("q-2700",),
        ),
        # Wholly inside the claim before it.
        sample.claim(
            "published in early 2022", voices=(voice("he", "unresolved"),), times=("t-early",)
        ),
        sample.claim(
            "The report is at https://lake.example/report",
            support_offered="link",
            checkworthy=0.1,
        ),
    ]


def _times(sample: Sample) -> tuple[Time, ...]:
    rows = (
        ("t-decades", "more than three decades", "DURATION", "P3D", None, None),
        ("t-march", "March 2023", "DATE", "2023-03", "2023-03", None),
        ("t-2016", "in 2016", "DATE", "2016", "2016", None),
        ("t-12may", "12 May 2023", "DATE", "2023-05-12", "2023-05-12", None),
        ("t-1990s", "the 1990s", "DATE", "199", "199X", None),
        ("t-2009", "around 2009", "DATE", "2009", "../2009~", None),
        ("t-9712", "from 1997 to 2012", "DATE", "1997", "1997/2012", None),
        ("t-early", "early 2022", "DATE", "2022", "2022-01~/2022-04~", "2023-06-02"),
        ("t-year", "one year", "DURATION", "P1Y", None, None),
    )
    return tuple(
        Time(
            rule="times",
            id=key,
            start=sample.at(words)[0],
            end=sample.at(words)[1],
            text=words,
            type=kind,
            value=value,
            edtf=edtf,
            anchor=anchor,
        )
        for key, words, kind, value, edtf, anchor in rows
    )


def _quantities(sample: Sample) -> tuple[Quantity, ...]:
    rows = (
        ("q-decades", "more than three decades", 3.0, 3.0, None, "decades"),
        ("q-173", "at least 173 suspected members", 173.0, 173.0, None, "members"),
        ("q-2700", "2,700 movements", 2700.0, 2700.0, 2700.0, "movements"),
    )
    return tuple(
        Quantity(
            rule="quantities",
            id=key,
            start=sample.at(words)[0],
            end=sample.at(words)[1],
            text=words,
            value=value,
            low=low,
            high=high,
            unit=unit,
            of=None,
        )
        for key, words, value, low, high, unit in rows
    )


def _loaded(sample: Sample) -> tuple[Loaded, ...]:
    rows = (
        ("l-quietly", "quietly", "Loaded_Language"),
        ("l-blind", "turned a blind eye", "Loaded_Language"),
        ("l-sect", "fanatical sect", "Name_Calling-Labeling"),
        ("l-terrorist", "terrorist", "Name_Calling-Labeling"),
    )
    return tuple(
        Loaded(
            rule="loaded",
            id=key,
            start=sample.at(words)[0],
            end=sample.at(words)[1],
            text=words,
            technique=technique,
        )
        for key, words, technique in rows
    )
