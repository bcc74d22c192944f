"""``onrecord backup``: a case carried away."""

import click
from rich.console import Console

from onrecord import workbench
from onrecord.cli.commands import say
from onrecord.cli.printing import CASE, plural, shown


@click.command("backup", short_help="Copy a case, also while others add to it.")
@CASE
@click.argument("out", metavar="OUT")
def backup_command(case: str, out: str) -> None:
    """Copy a case into a new case file, also while others add to it.

    The copy is a case: to restore it, use it. A case on PostgreSQL becomes a file too, and OUT may
    be the address of an empty database, which makes a file a team's case again.

    \b
    Examples:
      onrecord backup affair.case affair-2031-04-02.case
      onrecord backup affair-2031-04-02.case postgresql://desk@archive/affair
    """
    with Console(stderr=True).status("copying"):
        workbench.backup(case, out)
    say(f"{shown(out)} holds the same {plural(workbench.count(out), 'article')}.")
