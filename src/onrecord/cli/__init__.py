"""The command ``onrecord``: one file for each family of commands, gathered here."""

import click

from onrecord.cli.actors import actors_command, merge_command, split_command
from onrecord.cli.adding import add_command
from onrecord.cli.backup import backup_command
from onrecord.cli.commands import Commands
from onrecord.cli.doctor import doctor
from onrecord.cli.origins import origins_command
from onrecord.cli.reading import read_command
from onrecord.cli.searching import search_command


@click.group(cls=Commands)
@click.version_option(package_name="onrecord")
def main() -> None:
    """Put contested reporting on the record: who says what, on whose word, how firmly.

    onrecord says who says so, not what is true.

    \b
    Begin with one article, or with a case of many:
      onrecord read article.html
      onrecord add affair.case articles/
      onrecord search affair.case ferry
    """


COMMANDS = (
    read_command,
    add_command,
    search_command,
    origins_command,
    actors_command,
    merge_command,
    split_command,
    backup_command,
    doctor,
)
for command in COMMANDS:
    main.add_command(command)
