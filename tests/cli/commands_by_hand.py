"""Running the command in tests."""

from click.testing import CliRunner, Result

from onrecord.cli import main


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments])


def one_sentence(result: Result) -> str:
    """The message of a failure: one line on standard error, nothing on standard output."""
    assert result.stdout == ""
    assert isinstance(result.exception, SystemExit)
    (line,) = result.stderr.splitlines()
    assert line.startswith("onrecord: ") and line.endswith(".") and "Traceback" not in line
    return line
