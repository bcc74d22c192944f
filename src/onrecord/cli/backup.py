"""``onrecord backup``: a case carried away."""

from pathlib import Path

import click

from onrecord import workbench
from onrecord.cli.commands import say
from onrecord.cli.printing import CASE


@click.command("backup")
@CASE
@click.argument("out", type=click.Path(path_type=Path), metavar="OUT")
def backup_command(case: str, out: Path) -> None:
    """Copy a case into a new case file, also while others add to it.

    The copy is a case: to restore it, use it. A case on PostgreSQL becomes a file too.

    \b
    Example:
      onrecord backup affair.case affair-2031-04-02.case
    """
    workbench.backup(case, out)
    say(f"{out} holds the same {workbench.count(str(out)):,} articles.")
