"""The summary on a terminal: what needs checking first, on whose word, who, and when."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.export.lookups import Lookup, look_up
from onrecord.export.notes import actor_groups
from onrecord.export.order import check_order, checked_first, checkworthiness, explanation
from onrecord.export.particulars import headline, nothing_found, particulars
from onrecord.export.sentences import MOTTO, Run, chain, counts, firmness, in_full
from onrecord.export.texts import one_line, shortened
from onrecord.export.timelines import timeline
from onrecord.records.findings import Claim
from onrecord.records.readings import Reading

_COLOURS = {
    "fact": "blue",
    "prediction": "magenta",
    "opinion": "yellow",
    "question": "cyan",
    "directive": "green",
}
_STYLES = {"plain": "", "source": "bold", "cue": "italic"}
_OFFERED = {
    "none": "none",
    "named_source": "named",
    "unnamed_source": "unnamed",
    "document": "document",
    "link": "link",
}
_LONGEST = 180


def to_terminal(reading: Reading, console: Console) -> None:
    """Print a readable summary to the console; without colour where it is no terminal."""
    lookup = look_up(reading)
    _head(reading, console)
    _claims(lookup, console)
    _actors(lookup, console)
    _times(lookup, console)
    console.print()
    console.print(Text(f"{MOTTO}."), style="italic")


def _head(reading: Reading, console: Console) -> None:
    """Headline, particulars, warnings, counts."""
    console.print(Text(headline(reading.document), style="bold"))
    table = _grid()
    for item in particulars(reading.document):
        found = f" ({item.found})" if item.found else ""
        table.add_row(Text(item.label, style="dim"), Text(item.value + found, overflow="fold"))
    for warning in reading.document.warnings:
        table.add_row(Text("Note", style="bold"), Text(one_line(warning)))
    console.print(table)
    console.print()
    console.print(Text(f"{counts(reading)}."))


def _claims(lookup: Lookup, console: Console) -> None:
    """Claims by voice; the voice with the claim that most needs checking leads."""
    if not lookup.claims:
        console.print(Text(nothing_found(lookup.reading)))
        return
    _title(console, "Claims")
    console.print(Text(explanation(), style="dim"))
    first, rest = check_order(lookup.claims)
    groups: dict[str, list[Claim]] = {}
    for claim in (*first, *rest):
        groups.setdefault(_voice(lookup, claim), []).append(claim)
    for claims in groups.values():
        console.print()
        console.print(_sentence(chain(lookup, claims[0]), len(claims)))
        console.print(_table(lookup, claims))


def _voice(lookup: Lookup, claim: Claim) -> str:
    """What claims on the same word have in common: the same sources, whatever the cue."""
    sources = [voice for voice in claim.voices if voice.who == "source"]
    return "\x1f".join(f"{voice.actor or one_line(voice.name)}|{voice.named}" for voice in sources)


def _sentence(runs: tuple[Run, ...], number: int) -> Text:
    """The chain of a group and how many claims stand on it."""
    text = Text()
    for run in runs:
        text.append(run.text, style=_STYLES[run.style])
    return text.append(f": {number}", style="dim")


def _table(lookup: Lookup, claims: list[Claim]) -> Table:
    """One row a claim; a star marks those to check first."""
    table = Table(box=None, padding=(0, 1, 0, 0), header_style="dim", expand=True)
    table.add_column("no", justify="right", width=4, no_wrap=True)
    table.add_column("claim", ratio=1, overflow="fold")
    table.add_column("kind", width=10, no_wrap=True)
    table.add_column("firmness", width=12)
    table.add_column("source", width=8, no_wrap=True)
    table.add_column("check", width=5, no_wrap=True)
    for claim in claims:
        star = "*" if checked_first(claim) else ""
        table.add_row(
            f"{star}{lookup.numbers[claim.id]}",
            Text(shortened(in_full(lookup.reading.document, claim), _LONGEST)),
            Text(claim.kind, style=_COLOURS[claim.kind]),
            Text(_short(firmness(claim.factuality))),
            _OFFERED[claim.support_offered],
            checkworthiness(claim),
        )
    return table


def _actors(lookup: Lookup, console: Console) -> None:
    """Actors with their other names and roles."""
    for title, entries in actor_groups(lookup):
        _title(console, title)
        table = _grid()
        for entry in entries:
            words = [entry.mentions]
            if entry.aliases:
                words.append(f"also: {', '.join(entry.aliases)}")
            words += entry.roles
            table.add_row(Text(entry.name, style="bold"), Text("; ".join(words)))
        console.print(table)


def _times(lookup: Lookup, console: Console) -> None:
    """Dates with the words that name them; a sentence before them."""
    line = timeline(lookup)
    if line is None:
        return
    _title(console, "Times")
    console.print(Text(line.sentence, style="dim"))
    table = _grid()
    for entry in line.entries:
        words = ", ".join(f"“{shortened(word, 40)}”" for word in entry.words)
        claims = f"in claim {', '.join(map(str, entry.claims))}" if entry.claims else ""
        table.add_row(Text(entry.label if entry.span else "no date"), Text(words), claims)
    console.print(table)


def _title(console: Console, words: str) -> None:
    """A heading with an empty line before it."""
    console.print()
    console.print(Text(words, style="bold underline"))


def _grid() -> Table:
    """A table without lines and heads, its cells folded to the width there is."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    for _ in range(3):
        grid.add_column(overflow="fold")
    return grid


def _short(words: str) -> str:
    """Firmness for a narrow column."""
    return words.replace("put as ", "").replace(", how firmly is left open", "")
