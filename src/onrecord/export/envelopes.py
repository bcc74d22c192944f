"""What every page of ours is wrapped in: the templates, the files of ``static/``, the policy."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined


def policy(style: str, script: str) -> str:
    """A Content-Security-Policy: nothing from anywhere but this style and this script."""
    return (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


@cache
def static(name: str) -> str:
    """A file of ``static/``."""
    return files("onrecord.export").joinpath("static", name).read_text("utf-8")


@cache
def environment() -> Environment:
    """The templates; every value is escaped unless it is markup of our own."""
    return Environment(
        loader=PackageLoader("onrecord.export"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )


def _digest(content: str) -> str:
    """The source expression that lets exactly this inline content through."""
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"
