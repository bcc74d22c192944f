"""``onrecord add``: articles into a case."""

import time
from contextlib import closing
from pathlib import Path

import click
from msgspec.structs import replace
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.progress import Progress as Bar
from rich.text import Text

from onrecord import workbench
from onrecord.cli.commands import say
from onrecord.cli.printing import CASE, plural, shown
from onrecord.errors import OnrecordError
from onrecord.settings import Settings
from onrecord.workbench import Added

SHOWN = 20
"""Failures listed at the end; ``onrecord doctor CASE`` lists all."""


class Rate(ProgressColumn):
    """Pages a second."""

    def render(self, task: Task) -> Text:
        """The rate of the last while, once there is one."""
        return Text(f"{task.speed:.1f} a second" if task.speed else "", style="dim")


class Run:
    """What one run of the command has seen so far."""

    def __init__(self, case: str) -> None:
        self.case = case
        self.name = shown(case)
        self.began = time.monotonic()
        self.last = Added()
        self.reasons: list[str] = []

    @property
    def seen(self) -> bool:
        """Whether anything was done at all."""
        return self.last != Added()

    def note(self, step: Added) -> None:
        """Take notice of one page more."""
        self.last = step
        if step.failure and len(self.reasons) < SHOWN:
            self.reasons.append(step.failure.error)

    def report(self, quiet: bool) -> None:
        """List what failed, then say what was done."""
        last = self.last
        if last.failed:
            say(f"{plural(last.failed, 'input')} could not be read:")
            for reason in self.reasons:
                click.echo(f"  {workbench.one_line(reason)}", err=True)
            if last.failed > SHOWN:
                more = last.failed - SHOWN
                click.echo(f"  and {more} more; onrecord doctor {self.name} lists all.", err=True)
        if not quiet:
            known = f", {last.known:,} known already" if last.known else ""
            failed = f", {last.failed:,} failed" if last.failed else ""
            took = f"{time.monotonic() - self.began:,.0f} s"
            say(f"{plural(last.done, 'article')} added to {self.name}{known}{failed}, in {took}.")


@click.command("add", short_help="Put articles on the record of a case.")
@CASE
@click.argument(
    "paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH..."
)
@click.option(
    "--workers",
    type=click.IntRange(min=1),
    help="Processes that read at once (standard: one for each processor core).",
)
@click.option("--quiet", is_flag=True, help="Print nothing but what failed.")
def add_command(case: str, paths: tuple[Path, ...], workers: int | None, quiet: bool) -> None:
    """Put articles on the record of a case: files, folders, WARC, WACZ, JSONL, MHTML, mailboxes.

    CASE is a file, made if it is not there, or a postgresql:// address. Stop it whenever you like
    and run it again: it goes on where it was. The same article twice adds nothing.

    \b
    Examples:
      onrecord add affair.case articles/ crawl.warc.gz
      onrecord add postgresql://desk@archive/affair rows.jsonl --workers 4
    """
    settings = Settings.from_environment()
    if workers:
        settings = replace(settings, workers=workers)
    run = Run(case)
    try:
        _add(run, paths, settings, quiet)
    except KeyboardInterrupt:
        run.report(quiet)
        say("Stopped; run the same command again to go on from here.")
        raise click.exceptions.Exit(130) from None
    except OnrecordError:
        if run.seen:
            run.report(quiet)
        raise
    run.report(quiet)
    if run.last.failed:
        raise click.exceptions.Exit(1)


def _add(run: Run, paths: tuple[Path, ...], settings: Settings, quiet: bool) -> None:
    """Add with a line of progress on a terminal."""
    console = Console(stderr=True)
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        Rate(),
        TimeRemainingColumn(),
    )
    with (
        Bar(*columns, console=console, disable=quiet or not console.is_terminal) as bar,
        closing(workbench.add(run.case, paths, settings)) as steps,
    ):
        task = bar.add_task("reading", total=None)
        for step in steps:
            run.note(step)
            bar.update(
                task,
                total=step.total,
                completed=step.done + step.failed + step.known,
                description=f"{step.done} added, {step.failed} failed",
            )
