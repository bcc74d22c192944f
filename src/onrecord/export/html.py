"""The report: one HTML file that asks nobody for anything and shows who says what."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from onrecord.export.lookups import look_up
from onrecord.export.notes import actor_groups, filters, note
from onrecord.export.order import check_order, explanation
from onrecord.export.particulars import headline, made_by, nothing_found, particulars
from onrecord.export.passages import Passage, passages
from onrecord.export.sentences import KINDS, MOTTO, counts
from onrecord.export.texts import one_line
from onrecord.export.timelines import timeline
from onrecord.records.documents import Document
from onrecord.records.readings import Reading


def to_html(reading: Reading) -> str:
    """The reading as one self-contained page; the same reading gives the same page.

    Style and script stand in the file and are let through by their digests alone; the
    policy at its head forbids every request. Text of the article is escaped.
    """
    lookup = look_up(reading)
    first, rest = check_order(reading.claims)
    pieces = passages(lookup)
    top = _headline_passage(reading.document, pieces)
    style = _static("report.css") + _endnote_order(len(lookup.claims))
    script = _static("report.js")
    return (
        _environment()
        .get_template("report.html.j2")
        .render(
            policy=_policy(style, script),
            style=Markup(style),
            script=Markup(script),
            document=reading.document,
            headline=headline(reading.document),
            top=top,
            passages=pieces[1:] if top else pieces,
            particulars=particulars(reading.document),
            warnings=[one_line(warning) for warning in reading.document.warnings],
            counts=counts(reading),
            motto=MOTTO,
            nothing=nothing_found(reading),
            first=[note(lookup, claim) for claim in first],
            rest=[note(lookup, claim) for claim in rest],
            total=len(lookup.claims),
            explanation=explanation(),
            filters=filters(lookup),
            actors=actor_groups(lookup),
            timeline=timeline(lookup),
            kinds=KINDS,
            made_by=made_by(reading),
            rules=[one_line(reading.made_by.rules[rule]) for rule in sorted(reading.made_by.rules)],
        )
    )


def _headline_passage(document: Document, pieces: tuple[Passage, ...]) -> Passage | None:
    """The article's own headline, marks and all, as head of the page, where it is the title."""
    if not document.blocks or not pieces or pieces[0].kind != "headline":
        return None
    block = document.blocks[0]
    words = one_line(document.slice((block.start, block.end)))
    return pieces[0] if not document.title or words == headline(document) else None


def _policy(style: str, script: str) -> str:
    """A Content-Security-Policy: nothing from anywhere but this style and this script."""
    return (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(content: str) -> str:
    """The source expression that lets exactly this inline content through."""
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"


def _endnote_order(claims: int) -> str:
    """On paper the notes stand by number, whatever their order on screen."""
    rules = "".join(f"#c{number}{{order:{number}}}" for number in range(1, claims + 1))
    return f"@media print{{{rules}}}\n"


@cache
def _static(name: str) -> str:
    """A file of ``static/``."""
    return files("onrecord.export").joinpath("static", name).read_text("utf-8")


@cache
def _environment() -> Environment:
    """The templates; every value is escaped unless it is markup of our own."""
    return Environment(
        loader=PackageLoader("onrecord.export"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
