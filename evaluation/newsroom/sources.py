"""Reading the texts that were given, and setting apart those that are copies of one another."""

import gzip
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from newsroom.articles import Source
from newsroom.texts import grams, normal_words

FEWEST, MOST = 150, 1500
BREAKS = 4
"""Words, and breaks between paragraphs, of an article that families are made of."""


def rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSON Lines file, gzipped or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def articles(path: Path) -> list[Source]:
    """Rows with ``id``, ``text`` and, where known, ``title``, ``outlet``, ``date``, ``topic``."""
    return [_source(row, None) for row in rows(path)]


def stories(path: Path) -> list[Source]:
    """Independent reports by event: rows with ``articles``, or with ``cluster``.

    An event's name begins with its set's, which is the name of the folder.
    """
    found: list[Source] = []
    for row in rows(path):
        event = f"{path.parent.name}/{row.get('cluster', row['id'])}"
        found += [_source(part, event) for part in row.get("articles", [])]
        if "cluster" in row:
            found.append(_source(row, event))
    return found


def _source(row: dict[str, Any], event: str | None) -> Source:
    return Source(
        id=str(row["id"]),
        text=_plain(row["text"]),
        title=row.get("title") or "",
        outlet=row.get("outlet") or "unnamed",
        published=row.get("date"),
        url=row.get("url"),
        topic=row.get("topic"),
        event=event,
    )


def _plain(text: str) -> str:
    """Paragraphs by empty lines, also where the text has one a line."""
    return text if "\n\n" in text else text.replace("\n", "\n\n")


def apart(sources: Iterable[Source], most: float = 0.05) -> Iterator[Source]:
    """Those of fit length that share less than ``most`` of their word 5-grams with one before."""
    known: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, source in enumerate(sources):
        own = grams(normal_words(source.text), 5)
        shared = Counter(other for gram in own for other in known.get(gram, ()))
        for gram in own:
            known[gram].append(number)
        near = shared.most_common(1)
        fit = FEWEST <= len(source.text.split()) <= MOST and source.text.count("\n\n") >= BREAKS
        if fit and not (near and near[0][1] > most * len(own)):
            yield source


def by_topic(sources: Sequence[Source], count: int, chance: random.Random) -> list[Source]:
    """``count`` pairs of sources, each pair of one topic, as one list: pair after pair."""
    topics: dict[str | None, list[Source]] = defaultdict(list)
    for source in sources:
        topics[source.topic].append(source)
    pairs = [group[i : i + 2] for group in topics.values() for i in range(0, len(group) - 1, 2)]
    chance.shuffle(pairs)
    return [source for pair in pairs[:count] for source in pair]
