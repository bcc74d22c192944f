"""``onrecord search``: what a case holds on something."""

import click
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from onrecord import workbench
from onrecord.cli.commands import say
from onrecord.cli.printing import CASE, plural, print_json
from onrecord.records.cases import Found, Hit

_INDENT = (0, 0, 0, 4)
_OPTIONS = ["--claims", "--limit", "--json", "--help"]


@click.command(
    "search",
    short_help="Find texts or claims in a case.",
    # A word that must not stand begins as an option does.
    context_settings={"ignore_unknown_options": True},
)
@CASE
@click.argument("query", nargs=-1, required=True)
@click.option("--claims", is_flag=True, help="Find claims, not texts.")
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=20,
    show_default=True,
    help="At most so many results.",
)
@click.option("--json", "json_", is_flag=True, help="Print the answer as JSON.")
def search_command(
    case: str, query: tuple[str, ...], claims: bool, limit: int, json_: bool
) -> None:
    """Search a case: words, "phrases", -without, actor: kind: outlet: said-by: before: after:.

    All words must stand in a text; kind: and said-by: find claims. The shell takes one pair of quotes
    away, so quote phrases and names twice: '"ferry to Sall"', 'actor:"Ana Brandt"'.

    \b
    Examples:
      onrecord search affair.case ferry 'said-by:"Ana Brandt"' after:2031-04
      onrecord search affair.case --claims mill -strike kind:prediction
      onrecord search affair.case 'outlet:"The Orun Post" -opinion "ferry to Sall"'
    """
    for word in query:
        if word.startswith("--"):
            raise click.NoSuchOption(word.partition("=")[0], possibilities=_OPTIONS)
    found = workbench.search(case, " ".join(query), claims, limit)
    if json_:
        print_json(found)
    else:
        _print(found, Console(soft_wrap=False, highlight=False))
        if not found.hits:
            asked = ", ".join(workbench.understood(found.query))
            say(f"Nothing has all of this: {asked}. Names and phrases stand in quotes twice.")


def _print(found: Found, console: Console) -> None:
    """The results, best first, each with its passage."""
    for number, hit in enumerate(found.hits, 1):
        console.print(_title(number, hit))
        for line in (_excerpt(hit), Text(_where(hit), style="dim")):
            console.print(Padding(line, _INDENT, expand=False))
        console.print()
    shown = f"; the best {len(found.hits)} are shown" if len(found.hits) < found.matches else ""
    older = "; older ones were not looked at" if found.more else ""
    console.print(f"{plural(found.matches, 'result')}{shown}{older}.")


def _title(number: int, hit: Hit) -> Text:
    """What it is called, by whom, when."""
    text = Text(f"{number:>2}  ")
    text.append(workbench.one_line(hit.title or hit.name), style="bold")
    about = [workbench.one_line(part) for part in (hit.outlet, _day(hit.published)) if part]
    return text.append(f"  {', '.join(about)}" if about else "", style="dim")


def _day(published: str | None) -> str | None:
    """The day and, where it is known, the minute."""
    return published[:16].replace("T", " ") if published else None


def _excerpt(hit: Hit) -> Text:
    """The passage with the words that were asked for marked."""
    passage, at = hit.excerpt, hit.excerpt.start
    text = Text()
    for start, end in passage.highlights:
        text.append(_piece(hit, at, start))
        text.append(_piece(hit, start, end), style="bold yellow")
        at = end
    return text.append(_piece(hit, at, passage.end))


def _piece(hit: Hit, start: int, end: int) -> str:
    """Characters of the passage on one line, their outer blanks kept."""
    piece = hit.excerpt.text[start - hit.excerpt.start : end - hit.excerpt.start]
    shown = workbench.one_line(piece)
    left = " " if piece[:1].isspace() and shown else ""
    return left + shown + (" " if piece[-1:].isspace() else "")


def _where(hit: Hit) -> str:
    """On whose word a claim stands, and the ids by which one asks further."""
    if hit.claim is None:
        return f"{hit.article}  {workbench.one_line(hit.name)}"
    chain = " -> ".join(workbench.one_line(voice.name) for voice in hit.claim.voices)
    return f"{hit.claim.kind}, on the word of {chain}\n{hit.claim.id}  {hit.article}"
