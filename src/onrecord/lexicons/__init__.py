"""Word lists, one YAML file a list: ``lexicons/<language>/<name>.yml``.

Each file starts with what it holds, its source and its licence; ``words`` groups
entries under a label: ``{"label": ["word", "two words"]}``. All entries are lower case
unless case matters for them.
"""

from functools import cache
from importlib.resources import files

import msgspec


class Lexicon(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One word list with its origin; ``words`` maps a label to its entries."""

    about: str
    source: str
    licence: str
    words: dict[str, tuple[str, ...]]

    def labels(self) -> dict[str, str]:
        """Every entry with its label, for looking up the other way round."""
        return {word: label for label, words in self.words.items() for word in words}


@cache
def lexicon(name: str, language: str = "en") -> Lexicon:
    """Load a list, e.g. ``lexicon("hedges")``; it is read once a process."""
    data = files(__package__).joinpath(language, f"{name}.yml").read_bytes()
    return msgspec.yaml.decode(data, type=Lexicon)
