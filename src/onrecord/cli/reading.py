"""``onrecord read``: one article, several, or the rows of a file."""

import sys
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress as Bar

from onrecord import workbench
from onrecord.cli.commands import say
from onrecord.errors import OnrecordError, WrongUse
from onrecord.records.readings import Reading
from onrecord.settings import Settings


@click.command("read", short_help="Read single articles and print what they say.")
@click.argument("inputs", nargs=-1, metavar="FILE|URL|-...")
@click.option(
    "--html",
    type=click.Path(path_type=Path),
    help="Write the report (a file; a folder for several inputs).",
)
@click.option(
    "--json",
    "json_",
    type=click.Path(path_type=Path),
    help="Write the record as JSON (file or folder).",
)
@click.option(
    "--jsonl",
    nargs=2,
    type=click.Path(path_type=Path),
    metavar="IN OUT",
    help="Read rows {id, text, ...}, write one reading a line.",
)
@click.option(
    "--resume", is_flag=True, help="With --jsonl: keep the lines that OUT has and go on after them."
)
@click.option("--quiet", is_flag=True, help="Print nothing but errors.")
def read_command(
    inputs: tuple[str, ...],
    html: Path | None,
    json_: Path | None,
    jsonl: tuple[Path, Path] | None,
    resume: bool,
    quiet: bool,
) -> None:
    """Read articles (HTML, PDF, text, a web address, - for standard input) and print what they say.

    \b
    Examples:
      onrecord read article.html --html report.html
      pbpaste | onrecord read -
      onrecord read --jsonl articles.jsonl readings.jsonl
    """
    settings = Settings.from_environment()
    if jsonl:
        if inputs or html or json_:
            raise WrongUse("--jsonl IN OUT stands alone; leave out files, --html and --json.")
        _read_rows(jsonl, settings, (resume, quiet))
    elif not inputs:
        raise WrongUse("name a file, an address or - for standard input; see onrecord read --help.")
    else:
        _read_inputs(inputs, (html, json_), settings, quiet)


def _read_inputs(
    inputs: tuple[str, ...],
    outputs: tuple[Path | None, Path | None],
    settings: Settings,
    quiet: bool,
) -> None:
    """Read every input; one that fails is named and the others go on."""
    failed = 0
    for name in inputs:
        try:
            reading = _read_one(name, settings)
            for target, suffix, make in zip(
                outputs, (".html", ".json"), (_html, workbench.to_json), strict=True
            ):
                if target is not None:
                    _write(_place(target, name, suffix, len(inputs)), make(reading))
        except OnrecordError as error:
            if len(inputs) == 1:
                raise
            say(str(error))
            failed += 1
            continue
        if not quiet:
            workbench.to_terminal(reading, Console(soft_wrap=False))
    if failed:
        raise click.exceptions.Exit(1)


def _read_one(name: str, settings: Settings) -> Reading:
    if name == "-":
        return workbench.read_bytes(
            "standard input", sys.stdin.buffer.read(settings.max_bytes + 1), settings
        )
    if name.startswith(("http://", "https://")):
        return workbench.read(name, settings)
    return workbench.read(Path(name), settings)


def _html(reading: Reading) -> bytes:
    return workbench.to_html(reading).encode()


def _place(target: Path, name: str, suffix: str, count: int) -> Path:
    """Where an output goes: the file named, or in the folder named, after the input."""
    if count == 1 and not target.is_dir():
        return target
    if target.is_file():
        raise WrongUse(f"{target} is a file and there are {count} inputs; name a folder.")
    return target / (Path(name).name.replace("?", "_") + suffix)


def _write(path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        raise OnrecordError(
            f"{path} cannot be written ({error.strerror}); choose another place."
        ) from None


def _read_rows(paths: tuple[Path, Path], settings: Settings, flags: tuple[bool, bool]) -> None:
    """The ``--jsonl`` route with a line of progress on a terminal."""
    resume, quiet = flags
    console = Console(stderr=True)
    with Bar(console=console, disable=quiet or not console.is_terminal) as bar:
        task = bar.add_task("reading", total=None)
        last = workbench.Progress(0, 0)
        for last in workbench.read_rows(*paths, settings, resume):
            bar.update(
                task, completed=last.done, description=f"{last.done} read, {last.failed} failed"
            )
    if not quiet:
        say(f"{last.done} lines written to {paths[1]}, {last.failed} of them errors.")
