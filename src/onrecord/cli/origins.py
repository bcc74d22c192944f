"""``onrecord origins``: who copied whom, and how many origins an assertion has."""

from pathlib import Path

import click
from rich.console import Console

from onrecord import workbench
from onrecord.cli.commands import say
from onrecord.cli.printing import CASE, write


@click.command("origins", short_help="Who copied whom; how many independent origins there are.")
@CASE
@click.argument("about", required=False, metavar="[DOC|CLAIM]")
@click.option("--json", "json_", is_flag=True, help="Print the answer as JSON, and nothing else.")
@click.option(
    "--html", type=click.Path(path_type=Path), help="Write the answer as one self-contained page."
)
@click.option(
    "--publishers",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Which outlets are one publisher (standard: case.toml beside the case).",
)
def origins_command(
    case: str, about: str | None, json_: bool, html: Path | None, publishers: Path | None
) -> None:
    """Show who copied whom, and how many independent origins stand behind each assertion.

    DOC is an article by its id, name or address, CLAIM a claim by its id: then only what is about
    it is shown. What is proved and what is merely possible are kept apart; who is right is not asked.

    \b
    Examples:
      onrecord origins affair.case
      onrecord origins affair.case https://orunpost.example/ferry --html ferry.html
      onrecord origins affair.case --json > origins.json
    """
    console = Console(stderr=True)
    with console.status("comparing"):
        compared = workbench.origins(case, about, publishers)
    if html:
        page = workbench.origins_to_html(compared.origins, compared.articles, compared.statements)
        write(html, page.encode())
        if not json_:
            say(f"The page is in {html}.")
    if json_:
        click.echo(workbench.origins_to_json(compared.origins))
    elif not html:
        console = Console(soft_wrap=False)
        workbench.origins_to_terminal(compared.origins, console, compared.statements)
