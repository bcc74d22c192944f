"""The command ``onrecord``: one file for each family of commands, gathered here."""

import click

from onrecord.cli.commands import Commands
from onrecord.cli.doctor import doctor
from onrecord.cli.reading import read_command


@click.group(cls=Commands)
@click.version_option(package_name="onrecord")
def main() -> None:
    """Put contested reporting on the record: who says what, on whose word, how firmly.

    onrecord says who says so, not what is true.
    """


for command in (read_command, doctor):
    main.add_command(command)
