"""Sentences about findings, in plain words, the same on paper, screen and terminal."""

from typing import Literal

from onrecord.export.lookups import Lookup
from onrecord.export.texts import one_line
from onrecord.records.documents import Document
from onrecord.records.findings import Claim, Factuality, Quantity, Voice
from onrecord.records.readings import Reading
from onrecord.records.spans import Record

MOTTO = "onrecord says who says so, not what is true"

KINDS = {
    "fact": "could be checked against evidence, whatever the outcome",
    "prediction": "says what will or may come",
    "opinion": "judges or values; evidence alone cannot settle it",
    "question": "asks, or suggests by asking",
    "directive": "says what somebody should do",
}
STANDINGS = {
    "author": "the author's own voice",
    "named": "a named source",
    "unnamed": "an unnamed source",
    "collective": "a group, nobody named",
    "unresolved": "a source not worked out",
}
SUPPORTS = {
    "none": "no source given",
    "named_source": "a named source given",
    "unnamed_source": "only an unnamed source given",
    "document": "a document given",
    "link": "a link given",
}
_IN_BRACKETS = {
    "named": "named",
    "unnamed": "unnamed",
    "collective": "a group",
    "unresolved": "not worked out who",
}
_FIRMNESS = {
    ("+", "certain"): "put as certain",
    ("+", "probable"): "put as probable",
    ("+", "possible"): "put as possible",
    ("-", "certain"): "negated, put as certain",
    ("-", "probable"): "negated, put as probable",
    ("-", "possible"): "negated, put as possible",
    ("-", "underspecified"): "negated, how firmly is left open",
}


class Run(Record, frozen=True, kw_only=True):
    """A piece of a sentence: plain words, the name of a source, or a cue from the text."""

    text: str
    style: Literal["plain", "source", "cue"] = "plain"


def quoted(text: str) -> str:
    """Words of the article between quotation marks, on one line."""
    return f"“{one_line(text)}”"


def in_full(document: Document, claim: Claim) -> str:
    """A claim on one line; its subject in brackets where its words leave it out.

    "[The council] took it off in 2012": the brackets say that the words stand elsewhere.
    """
    words = one_line(claim.text)
    if claim.subject is None or claim.start <= claim.subject[0] < claim.end:
        return words
    return f"[{one_line(document.slice(claim.subject))}] {words}"


def counted(number: int, noun: str) -> str:
    """A number with what it counts: "1 claim", "2 claims"."""
    return f"{number} {noun if number == 1 else noun + 's'}"


def author(document: Document) -> str:
    """Who speaks first: the author, the authors, or the article where nobody signs."""
    return {0: "the article", 1: "the author"}.get(len(document.authors), "the authors")


def own_voice(document: Document) -> str:
    """The voice of an assertion that no source is named for."""
    return f"{author(document)}, in {'their' if document.authors else 'its'} own voice"


def chain(lookup: Lookup, claim: Claim) -> tuple[Run, ...]:
    """The voices of a claim, outermost first, as a sentence to read aloud.

    "The authors, on the word of Interpol (named, warns)"
    """
    document = lookup.reading.document
    hops = [voice for voice in claim.voices if voice.who == "source"]
    if not hops:
        return (Run(text=_capital(own_voice(document))),)
    runs = [Run(text=_capital(author(document)))]
    for place, voice in enumerate(hops):
        runs.append(Run(text=", on the word of " if place == 0 else ", who cites "))
        runs.extend(_hop(lookup, voice))
    return tuple(runs)


def plain(runs: tuple[Run, ...]) -> str:
    """The runs of a sentence without their styles."""
    return "".join(run.text for run in runs)


def firmness(factuality: Factuality) -> str:
    """How firmly the innermost voice puts something."""
    return _FIRMNESS.get((factuality.polarity, factuality.certainty), "left open")


def firmness_with_cues(document: Document, claim: Claim) -> str:
    """How firmly, with the words that show it."""
    words = dict.fromkeys(quoted(document.slice(span)) for span in claim.factuality.cues)
    said = firmness(claim.factuality)
    if claim.conditional:
        said += ", on a condition"
    return f"{said} ({', '.join(words)})" if words else said


def counts(reading: Reading) -> str:
    """One line: claims, with a named source, with none, predictions, opinions, questions."""
    supports = [claim.support_offered for claim in reading.claims]
    kinds = [claim.kind for claim in reading.claims]
    offered = [f"{supports.count('named_source')} with a named source"]
    others = {
        "with an unnamed one": supports.count("unnamed_source"),
        "with a document or link": supports.count("document") + supports.count("link"),
    }
    offered += [f"{number} {words}" for words, number in others.items() if number]
    offered.append(f"{supports.count('none')} with none")
    sorts = [counted(kinds.count(kind), kind) for kind in ("prediction", "opinion", "question")]
    return f"{counted(len(kinds), 'claim')}: {', '.join(offered)}; {', '.join(sorts)}"


def amount(quantity: Quantity) -> str:
    """The bounds of an amount in words: "173 or more", "up to 20", "2,700"."""
    low, high = quantity.low, quantity.high
    unit = f" {one_line(quantity.unit)}" if quantity.unit else ""
    if low is not None and high is not None:
        return (
            f"{_figure(low)}{unit}" if low == high else f"{_figure(low)} to {_figure(high)}{unit}"
        )
    if low is not None:
        return f"{_figure(low)}{unit} or more"
    if high is not None:
        return f"up to {_figure(high)}{unit}"
    return f"{_figure(quantity.value)}{unit}" if quantity.value is not None else "amount left open"


def _figure(number: float) -> str:
    """A number with all its digits: 1,400,000, 2.5."""
    return f"{int(number):,}" if number == int(number) else f"{number:,g}"


def technique(name: str) -> str:
    """A persuasion technique as words: ``Name_Calling-Labeling`` is "name calling, labeling"."""
    return one_line(name.replace("_", " ").replace("-", ", ")).lower()


def _hop(lookup: Lookup, voice: Voice) -> list[Run]:
    """One source: its name, what is known of who it is, the reporting words."""
    link = lookup.attributions.get(voice.attribution or "")
    document = lookup.reading.document
    words = " … ".join(one_line(document.slice(span)) for span in link.cue) if link else ""
    name = one_line(voice.name)
    # A source the text leaves out has its standing for a name, or none at all.
    known = name not in ("", *_IN_BRACKETS)
    runs = [
        Run(text=name, style="source") if known else Run(text="somebody"),
        Run(text=f" ({_IN_BRACKETS[voice.named]}"),
    ]
    if words:
        runs += [Run(text=", "), Run(text=words, style="cue")]
    return [*runs, Run(text=")")]


def _capital(words: str) -> str:
    """The words with a capital at their start."""
    return words[:1].upper() + words[1:]
