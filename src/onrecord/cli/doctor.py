"""``onrecord doctor``: is everything usable?"""

import click

from onrecord import workbench
from onrecord.cli.printing import plural, shown
from onrecord.settings import Settings


@click.command()
@click.argument("case", required=False, metavar="[CASE]")
def doctor(case: str | None) -> None:
    """Check that the model and settings are usable, and that a case is sound; say what to do if not.

    Of a CASE it lists what could not be read, with the reason, and whatever is damaged.

    \b
    Examples:
      onrecord doctor
      onrecord doctor affair.case
    """
    settings = Settings.from_environment()
    click.echo(workbench.check_model(settings))
    click.echo(
        f"limits: {settings.max_bytes // 1_000_000} MB an input, {settings.timeout:g} s a fetch"
    )
    if case is not None:
        _examine(case)


def _examine(case: str) -> None:
    """Print the state of a case; ends with exit code 1 where something is damaged."""
    damage = workbench.damage(case)
    for sentence in damage or ["nothing is damaged"]:
        click.echo(f"{shown(case)}: {sentence}")
    failed = workbench.failures(case)
    click.echo(f"{shown(case)}: {plural(workbench.count(case), 'article')}")
    if failed:
        click.echo(f"{plural(len(failed), 'input')} could not be read:")
        for failure in failed:
            click.echo(f"  {workbench.one_line(failure.error)} ({failure.at})")
    if damage:
        raise click.exceptions.Exit(1)
