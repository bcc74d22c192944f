"""The report: one HTML file that asks nobody for anything and shows who says what."""

from markupsafe import Markup

from onrecord.export.envelopes import environment, policy, static
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
    style = static("report.css") + _endnote_order(len(lookup.claims))
    script = static("report.js")
    return (
        environment()
        .get_template("report.html.j2")
        .render(
            policy=policy(style, script),
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


def _endnote_order(claims: int) -> str:
    """On paper the notes stand by number, whatever their order on screen."""
    rules = "".join(f"#c{number}{{order:{number}}}" for number in range(1, claims + 1))
    return f"@media print{{{rules}}}\n"
