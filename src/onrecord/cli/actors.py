"""``onrecord actors``, ``merge`` and ``split``: who is who in a case."""

import getpass
from collections import Counter

import click
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from onrecord import workbench
from onrecord.cli.commands import say
from onrecord.cli.printing import CASE, plural, print_json
from onrecord.records.people import CaseActor, CaseRole, JoinKind

_INDENT = (0, 0, 0, 4)
_REASONS: dict[JoinKind, str] = {
    "decided": "somebody decided it",
    "same_role": "the same name and role or body",
    "same_company": "the same name beside the same others",
    "other_name": "another form of the name",
    "same_name": "the same name, nothing else known",
}
WHO = click.option(
    "--who",
    metavar="NAME",
    default=getpass.getuser,
    show_default="your login name",
    help="Who decides.",
)
WHY = click.option("--why", metavar="TEXT", required=True, help="The reason, in words.")
LEFT = click.argument("left", metavar="A")
RIGHT = click.argument("right", metavar="B")


@click.command(
    "actors", short_help="Who is in the articles, under which names, and why they are one."
)
@CASE
@click.argument("name", required=False, metavar="[NAME]")
@click.option(
    "--limit", type=click.IntRange(min=1), default=50, show_default=True, help="At most so many."
)
@click.option("--json", "json_", is_flag=True, help="Print all of them as JSON, and nothing else.")
def actors_command(case: str, name: str | None, limit: int, json_: bool) -> None:
    """List who is in the articles of a case, under all their names, and why they are taken for one.

    With a NAME, or a key, it shows where each appears and the reason for every join.

    \b
    Examples:
      onrecord actors affair.case
      onrecord actors affair.case "Ana Brandt"
      onrecord actors affair.case --json > actors.json
    """
    found = workbench.actors(case, name)
    if json_:
        print_json(found)
        return
    console = Console(soft_wrap=False, highlight=False)
    for actor in found[:limit]:
        _print(actor, console, whole=name is not None)
    shown = f"; the first {limit} are shown" if len(found) > limit else ""
    console.print(f"{plural(len(found), 'actor')}{shown}.")


@click.command("merge", short_help="Decide that two actors are one.")
@CASE
@LEFT
@RIGHT
@WHY
@WHO
def merge_command(case: str, left: str, right: str, why: str, who: str) -> None:
    """Decide that actors A and B are one. It is written down, and holds when articles are added.

    A and B are keys that `onrecord actors` shows, or full names that only one actor has.

    \b
    Example:
      onrecord merge affair.case "A. Brandt" "Ana Brandt" --why "both are the mayor of Orun"
    """
    actor = workbench.merge(case, (left, right), who, why)
    say(
        f"{workbench.one_line(actor.name)} is one actor in {plural(len(actor.articles), 'article')}."
    )


@click.command("split", short_help="Decide that two are not one actor.")
@CASE
@LEFT
@RIGHT
@WHY
@WHO
def split_command(case: str, left: str, right: str, why: str, who: str) -> None:
    """Decide that A and B are not one actor. It is written down, and holds when articles are added.

    A and B are keys of appearances, as `onrecord actors CASE NAME` shows them.

    \b
    Example:
      onrecord split affair.case who-4f2a who-9c01 --why "the second is the captain's daughter"
    """
    one, other = workbench.split(case, (left, right), who, why)
    names = " and ".join(workbench.one_line(actor.name) for actor in (one, other))
    say(f"{names} are kept apart.")


def _print(actor: CaseActor, console: Console, whole: bool) -> None:
    """One actor; ``whole`` with every appearance and the reason for every join."""
    text = Text(workbench.one_line(actor.name), style="bold")
    where = f"{plural(len(actor.articles), 'article')}, {plural(actor.mentions, 'mention')}"
    console.print(text.append(f"  {actor.type}, {where}  {actor.key}", style="dim"))
    for line in _lines(actor, whole):
        console.print(Padding(Text(workbench.one_line(line)), _INDENT, expand=False))


def _lines(actor: CaseActor, whole: bool) -> list[str]:
    """What is to be said of an actor beside its name."""
    lines = [f"also: {', '.join(actor.aliases)}"] if actor.aliases else []
    if roles := list(dict.fromkeys(map(_role, actor.roles))):
        lines.append(f"called: {'; '.join(roles[:8])}")
    if whole:
        lines += [f"{seen.key}  {seen.name}, in {seen.article}" for seen in actor.appearances]
        lines += [f"{join.left} = {join.right}: {join.why}" for join in actor.joins]
    elif actor.joins:
        counts = Counter(join.kind for join in actor.joins)
        lines.append(
            "joined by: " + ", ".join(f"{_REASONS[kind]} ({counts[kind]})" for kind in counts)
        )
    return lines


def _role(role: CaseRole) -> str:
    """A title, the body it is held in, and when."""
    body = f", {role.organization}" if role.organization else ""
    return f"{role.title}{body}" + (f" ({role.as_of[:10]})" if role.as_of else "")
