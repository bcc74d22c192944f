"""``onrecord doctor``: is everything usable?"""

import click

from onrecord import workbench
from onrecord.settings import Settings


@click.command()
def doctor() -> None:
    """Check that the model and settings are usable, and say what to do if not.

    \b
    Example:
      onrecord doctor
    """
    settings = Settings.from_environment()
    click.echo(workbench.check_model(settings))
    click.echo(
        f"limits: {settings.max_bytes // 1_000_000} MB an input, {settings.timeout:g} s a fetch"
    )
