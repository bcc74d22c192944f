"""The group of commands, and what all of them share: how a failure is said."""

import click

from onrecord.errors import OnrecordError


class Commands(click.Group):
    """Commands whose failures are one sentence and an exit code: 2 wrong use, 1 failed work."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order in which one comes to need them."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> object:
        """Run a command."""
        try:
            return super().invoke(ctx)
        except OnrecordError as error:
            say(str(error))
            ctx.exit(error.exit_code)
        except BrokenPipeError:
            ctx.exit(1)
        except KeyboardInterrupt:
            say("Stopped; what was written is kept.")
            ctx.exit(130)


def say(message: str) -> None:
    """One line on standard error, under the command's name."""
    click.echo(f"onrecord: {message}", err=True)
