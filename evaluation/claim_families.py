"""Generate claim families whose origins are known: who had a claim from whom, in short articles.

A family is one matter, told by a few origins (named sources, agencies, unnamed sources, writers),
each repeated by some articles: reprints, rewrites, other quotes of the same source, articles of
the same publisher. Traps tell the matter with another figure or denied.
"""

import random
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

import msgspec

from onrecord.records.documents import Credit
from onrecord.records.origins import Article, Link, Statement
from onrecord.records.spans import Span, identify

OriginKind = Literal["source", "agency", "unnamed", "writer"]
Copying = Literal["reprint", "rewrite", "same_source", "same_publisher"]
FIGURES = (*range(13, 95), 110, 120, 140, 150, 180, 240, 300, 360, 420, 700)


class Stock(msgspec.Struct, frozen=True):
    """The words that families are made of (``matters.yml``)."""

    matters: list[list[str]]
    people: list[str]
    posts: list[str]
    bodies: list[str]
    ships: list[str]
    places: list[str]
    outlets: list[str]
    agencies: list[str]
    unnamed: list[str]
    filler: dict[str, list[str]]


STOCK = msgspec.yaml.decode(Path(__file__).with_name("matters.yml").read_bytes(), type=Stock)


@dataclass(frozen=True)
class Told:
    """A claim in one article: the article, where the claim stands, and on whose word."""

    article: Article
    claim: str
    span: Span
    source: str | None
    standing: str
    figure: int
    denied: bool = False

    def statement(self) -> Statement:
        """The claim as a perfect reader would have it."""
        return Statement(
            claim=identify("claim", self.article.id, *self.span),
            article=self.article.id,
            span=self.span,
            text=self.claim,
            kind="prediction" if " will " in self.claim else "fact",
            polarity="-" if self.denied else "+",
            source=self.source,
            standing=self.standing,  # type: ignore[arg-type]
            numbers=(float(self.figure),),
        )


@dataclass
class Family:
    """One matter: what tells it, what only seems to, the links that hold, and the truth."""

    proved: int
    origins: int
    told: list[Told] = field(default_factory=list)
    traps: list[Told] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)


class Newsroom:
    """Writes the families of one seed."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.count = 0
        self.used: set[tuple[str, str]] = set()

    def family(self) -> Family:
        """One to three origins of mixed kinds, their repetitions, and often a trap."""
        chance = self.chance
        kinds = [self._kind() for _ in range(chance.choice((1, 1, 2, 2, 3, 3)))]
        made = Family(proved=_proved(kinds), origins=len(kinds))
        self.outlets = chance.sample(STOCK.outlets, len(STOCK.outlets))
        self.people = chance.sample(STOCK.people, 8)
        self.agencies = chance.sample(STOCK.agencies, 4)
        self.phrasings = chance.choice(STOCK.matters)
        self.unused = chance.sample(self.phrasings, len(self.phrasings))
        self.slots = self._slots()
        while (key := (self.phrasings[0], self.slots["place"])) in self.used:
            self.slots = self._slots()
        self.used.add(key)
        for kind in kinds:
            self._origin(made, kind)
        for _ in range(chance.choice((0, 1, 1, 2))):
            made.traps.append(self._trap())
        return made

    def _kind(self) -> OriginKind:
        return self.chance.choices(("source", "agency", "unnamed", "writer"), (8, 2, 2, 2))[0]  # type: ignore[return-value]

    def _slots(self) -> dict[str, str]:
        chance = self.chance
        place, town = chance.sample(STOCK.places, 2)
        return {
            "n": str(chance.choice(FIGURES)),
            "place": place,
            "town": town,
            "name": self.people[0],
            "body": chance.choice(STOCK.bodies),
            "ship": chance.choice(STOCK.ships),
        }

    def _origin(self, made: Family, kind: OriginKind) -> None:
        """The article an origin first stands in, and those that repeat it."""
        first = self._first(kind)
        made.told.append(first)
        for _ in range(self.chance.choice((0, 1, 1, 2, 3))):
            ways: list[Copying] = ["reprint", "reprint", "rewrite", "same_publisher"]
            if first.source:
                ways += ["same_source", "same_source"]
            self._repeat(made, first, self.chance.choice(ways))

    def _first(self, kind: OriginKind) -> Told:
        claim = self.unused.pop().format(**self.slots)
        credit = self.agencies.pop() if kind == "agency" else None
        if kind == "source":
            return self._write(claim, self.people.pop(), "named", None)
        if kind == "unnamed":
            return self._write(claim, self.chance.choice(STOCK.unnamed), "unnamed", None)
        return self._write(claim, None, "author", credit)

    def _claim(self, slots: dict[str, str] | None = None) -> str:
        return self.chance.choice(self.phrasings).format(**(slots or self.slots))

    def _trap(self) -> Told:
        """The same matter with another figure, or denied."""
        figure = self.chance.choice([n for n in FIGURES if str(n) != self.slots["n"]])
        if self.chance.random() < 0.5:
            return self._write(self._claim(self.slots | {"n": str(figure)}), None, "author", None, figure=figure)  # fmt: skip
        told = self._write(self._claim(), self.people.pop(), "named", None, denied=True)
        return replace(told, denied=True)

    def _repeat(self, made: Family, first: Told, way: Copying) -> None:
        if way == "same_source" and first.source:
            made.told.append(self._write(self._claim(), first.source, "named", None))
        elif way == "same_publisher":
            outlet = first.article.outlet
            standing = "unnamed" if first.standing == "unnamed" else "author"
            source = self.chance.choice(STOCK.unnamed) if standing == "unnamed" else None
            made.told.append(self._write(self._claim(), source, standing, None, outlet=outlet))
        else:
            copy = self._copy(first, way)
            made.told.append(copy)
            made.links.append(_link(first, copy, way))

    def _write(
        self, claim: str, source: str | None, standing: str, credit: str | None, **more: object
    ) -> Told:
        """A short article of its own words around a claim."""
        chance = self.chance
        denied = bool(more.get("denied"))
        sentence = self._sentence(claim, source, standing, denied)
        lead = [self._filler() for _ in range(2)]
        if credit:
            lead.insert(0, f"{self.slots['town'].upper()} ({credit}) -")
        rest = [" ".join(self._filler() for _ in range(2)) for _ in range(chance.choice((1, 2)))]
        text = "\n\n".join([" ".join(lead), sentence, *rest])
        self.count += 1
        name = f"art-{self.count:05}"
        article = Article(
            id=name,
            name=name,
            text=text,
            outlet=str(more.get("outlet") or self.outlets.pop()),
            published=f"2031-03-{chance.randrange(1, 9):02}",
            credit=_credit(credit),
        )
        at = text.lower().index(claim.lower())
        return Told(
            article=article,
            claim=text[at : at + len(claim)],
            span=(at, at + len(claim)),
            source=source if standing == "named" else None,
            standing=standing,
            figure=int(more.get("figure") or self.slots["n"]),  # type: ignore[call-overload]
        )

    def _sentence(self, claim: str, source: str | None, standing: str, denied: bool) -> str:
        """The claim in its frame; a named source comes with a post now and then."""
        chance = self.chance
        first = claim[0].upper() + claim[1:]
        if source is None:
            return f"{first}."
        who = f"{chance.choice(STOCK.posts)} {source}" if standing == "named" and chance.random() < 0.4 else source  # fmt: skip
        head = who[0].upper() + who[1:]
        if denied:
            return f"{head} denied that {claim}."
        frames = (f"{head} said that {claim}.", f"{first}, {who} said.", f"According to {who}, {claim}.", f"{head} told reporters that {claim}.")  # fmt: skip
        return chance.choice(frames)

    def _filler(self) -> str:
        """A sentence about nothing, of single words, so that no two articles share a passage."""
        words = {part: self.chance.sample(several, 3) for part, several in STOCK.filler.items()}
        kinds, things, did, where = words["kind"], words["thing"], words["did"], words["where"]
        return (
            f"The {kinds[0]} {things[0]} {did[0]} a {kinds[1]} {things[1]}"
            f" {where[0]} the {kinds[2]} {things[2]}."
        )

    def _copy(self, first: Told, way: Copying) -> Told:
        """A reprint under another outlet, or a rewrite that edits the sentence's neighbours."""
        paragraphs = first.article.text.split("\n\n")
        if way == "reprint":
            text = "\n\n".join(
                [*paragraphs, *([self._filler()] if self.chance.random() < 0.5 else [])]
            )
        else:
            text = "\n\n".join([self._filler(), *paragraphs[1:]])
        self.count += 1
        name = f"art-{self.count:05}"
        article = msgspec.structs.replace(
            first.article,
            id=name,
            name=name,
            text=text,
            outlet=self.outlets.pop(),
            published=f"2031-03-{self.chance.randrange(9, 16):02}",
            credit=first.article.credit if self.chance.random() < 0.5 else None,
        )
        at = text.index(first.claim)
        return replace(first, article=article, span=(at, at + len(first.claim)))


def _credit(agency: str | None) -> Credit | None:
    return Credit(agency=agency, text=f"({agency})", start=0, end=0) if agency else None


def _link(first: Told, copy: Told, way: Copying) -> Link:
    start, end = first.span
    return Link(
        left=first.article.id,
        right=copy.article.id,
        kind="reprint" if way == "reprint" else "rewrite",
        left_share=0.9 if way == "reprint" else 0.6,
        right_share=0.9 if way == "reprint" else 0.6,
        direction="left_first",
        why="",
        passages=((start, end, *copy.span),),
    )


def _proved(kinds: list[OriginKind]) -> int:
    """How many origins the texts themselves show: named sources, else agencies; at least one."""
    return max(1, kinds.count("source"), kinds.count("agency"))


def families(count: int, seed: int = 1) -> list[Family]:
    """``count`` families; the same for the same seed."""
    newsroom = Newsroom(seed)
    return [newsroom.family() for _ in range(count)]
