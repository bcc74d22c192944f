"""Which outlets belong to one publisher: declared by the user in ``case.toml``."""

import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from msgspec.structs import replace

from onrecord.errors import WrongUse
from onrecord.records.origins import Article

NAME = "case.toml"
"""The file that is looked for beside a case."""
_EXAMPLE = '[publishers] with lines such as "Orun Media" = ["The Orun Post", "orunpost.example"]'

Families = dict[str, str]
"""The family of each outlet; outlets as ``_key`` makes them."""


def families_for(case: str, publishers: Path | None = None) -> Families:
    """What the file named, else the ``case.toml`` beside a case, declares; empty without one.

    Raises ``WrongUse`` for a file that cannot be read or understood.
    """
    if publishers is not None:
        return _families(publishers)
    beside = None if "://" in case else Path(case).with_name(NAME)
    return _families(beside) if beside and beside.is_file() else {}


def _families(path: Path) -> Families:
    """The families a file declares."""
    families: Families = {}
    for family, outlet in _declared(path, _told(path)):
        if families.setdefault(_key(outlet), family) != family:
            raise WrongUse(f"{path} gives {outlet} two families; leave one out.")
    return families


def _told(path: Path) -> dict[str, Any]:
    """The file as TOML."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise WrongUse(f"{path} cannot be read ({error.strerror}); name another file.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        reason = " ".join(str(error).split())
        raise WrongUse(f"{path} is not valid TOML ({reason}); mend it.") from None


def with_families(articles: Iterable[Article], families: Families) -> Iterator[Article]:
    """Articles with the family of their outlet, or of the host they were fetched from."""
    for article in articles:
        host = (urlsplit(article.url).hostname or "") if article.url else ""
        keys = (_key(article.outlet or ""), host.removeprefix("www."))
        family = next((families[key] for key in keys if key in families), None)
        yield replace(article, family=family) if family else article


def _declared(path: Path, told: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Every family with each of its outlets; raises where the file says something else."""
    if set(told) - {"publishers"} or not isinstance(table := told.get("publishers", {}), dict):
        raise WrongUse(f"{path} is not understood; write {_EXAMPLE}.")
    for family, outlets in table.items():
        if not isinstance(outlets, list) or not all(isinstance(one, str) for one in outlets):
            raise WrongUse(f"{path} has no list of outlets for {family}; write {_EXAMPLE}.")
        yield from ((family, outlet) for outlet in outlets)


def _key(outlet: str) -> str:
    """An outlet's name without case, spacing and article."""
    return " ".join(outlet.casefold().split()).removeprefix("the ")
