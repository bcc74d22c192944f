"""``onrecord doctor``: is everything usable?"""

import click
from rich.console import Console

from onrecord import workbench
from onrecord.cli.commands import say
from onrecord.cli.printing import plural, shown
from onrecord.errors import ModelUnusable, WrongUse
from onrecord.settings import Settings

LISTED = 50
"""Sentences on damage that are shown; where a disk fails there may be one for every article."""


@click.command(short_help="Check the model, the settings and a case.")
@click.argument("case", required=False, metavar="[CASE]")
@click.option(
    "--repair",
    is_flag=True,
    help="First make what searches find by anew, from what was read.",
)
def doctor(case: str | None, repair: bool) -> None:
    """Check that the model and settings are usable, and that a case is sound; say what to do if not.

    Of a CASE it lists what could not be read, with the reason, and whatever is damaged. It changes
    nothing, unless you ask it to --repair search rows and lists of claims.

    \b
    Examples:
      onrecord doctor
      onrecord doctor affair.case
      onrecord doctor affair.case --repair
    """
    if repair and case is None:
        raise WrongUse("There is nothing to repair without a case; name it.")
    settings = Settings.from_environment()
    sound = _examine_model(settings)
    click.echo(_limits(settings))
    if case is not None:
        if repair:
            with Console(stderr=True).status("making search rows anew"):
                repaired = workbench.repair(case)
            click.echo(f"{shown(case)}: search rows of {plural(repaired, 'article')} made anew")
        sound = _examine(case) and sound
    if not sound:
        raise click.exceptions.Exit(1)


def _limits(settings: Settings) -> str:
    """The limits in force, in a line."""
    seconds = settings.page_seconds
    page = f"{seconds:g} s to read 100 kB" if seconds else "no end of reading"
    return (
        f"limits: {settings.max_bytes // 1_000_000} MB an input, {page},"
        f" {settings.timeout:g} s a fetch"
    )


def _examine_model(settings: Settings) -> bool:
    """Whether the model can be used; a case can be looked at without it."""
    try:
        click.echo(workbench.check_model(settings))
    except ModelUnusable as error:
        say(str(error))
        return False
    return True


def _examine(case: str) -> bool:
    """Print the state of a case; returns whether it is sound."""
    with Console(stderr=True).status("looking at every article"):
        damage = workbench.damage(case)
    for sentence in damage[:LISTED] or ["nothing is damaged"]:
        click.echo(sentence if sentence.startswith(shown(case)) else f"{shown(case)}: {sentence}")
    if len(damage) > LISTED:
        click.echo(f"{shown(case)}: and {len(damage) - LISTED:,} more of the kind.")
    failed = workbench.failures(case)
    click.echo(f"{shown(case)}: {plural(workbench.count(case), 'article')}")
    if failed:
        click.echo(f"{plural(len(failed), 'input')} could not be read:")
        for failure in failed:
            click.echo(f"  {workbench.one_line(failure.error)} ({failure.at})")
    return not damage
