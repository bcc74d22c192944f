"""An article of the newsroom: what a case would be given, and beside it what nobody tells a case."""

from newsroom.texts import Word, lay_out, parse

from onrecord.records.spans import Record


class Source(Record, frozen=True, kw_only=True):
    """A real article, as it was given on the command line. ``event`` groups independent reports."""

    id: str
    text: str
    title: str
    outlet: str
    published: str | None = None
    url: str | None = None
    topic: str | None = None
    event: str | None = None


class Row(Record, frozen=True, kw_only=True, omit_defaults=True):
    """What a case is given: one line of JSONL."""

    id: str
    text: str
    title: str
    outlet: str
    url: str
    published: str | None = None


class Made(Record, frozen=True, kw_only=True):
    """A row with its truth.

    ``words`` are the words of ``row.text`` with their spans; ``parents`` the articles it was made
    from (all ancestors, nearest first), ``edits`` what was done, ``credits`` the outlets its text
    names as where it comes from, ``event`` what independent reports are about.
    """

    row: Row
    words: tuple[tuple[Word, int, int], ...]
    parents: tuple[str, ...] = ()
    edits: tuple[str, ...] = ()
    credits: frozenset[str] = frozenset()
    event: str | None = None


def untouched(source: Source, name: str) -> Made:
    """A real article as it is, its words its own."""
    text, placed = lay_out(parse(source.text, f"text:{source.id}"))
    row = Row(
        id=name,
        text=text,
        title=source.title,
        outlet=source.outlet,
        url=source.url or f"https://archive.example/{name}",
        published=source.published,
    )
    return Made(row=row, words=tuple(placed), event=source.event)
