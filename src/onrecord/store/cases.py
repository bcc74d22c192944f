"""The case: many articles on the record, in one file or one PostgreSQL database."""

import zlib
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Self

from onrecord.errors import CaseUnusable, NotInCase, OutOfDate, WrongUse
from onrecord.records.cases import Failed, Found
from onrecord.records.documents import Page
from onrecord.records.judgements import Judgement
from onrecord.records.origins import Article
from onrecord.records.readings import Reading
from onrecord.store import entries, migrations, queries, writes
from onrecord.store.copies import backup, copy
from onrecord.store.database import Database, connect
from onrecord.store.examinations import damage
from onrecord.store.repairs import repair
from onrecord.store.searches import search


def open_case(target: str | Path, create: bool = False) -> "Case":
    """Open a case by the path of its file or its ``postgresql://`` address.

    ``create`` makes it where there is none. A case of an earlier version is upgraded. Raises
    ``CaseUnusable`` with one sentence.
    """
    database = connect(str(target), create)
    try:
        migrations.upgrade(database, create)
    except BaseException:
        database.close()
        raise
    return Case(str(target), database)


class Case:
    """An open case. It belongs to one thread; as many processes as you like may open the same.

    Every verb raises ``CaseUnusable`` where the database cannot be used.
    """

    def __init__(self, target: str, database: Database) -> None:
        self.target = target
        self._database = database

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the case; what was put is on the disk already."""
        self._database.close()

    def known(self, key: str) -> bool:
        """Whether the page with this key (``key_of``) is on the record."""
        return queries.is_known(self._database, key)

    def put(self, page: Page, reading: Reading) -> str:
        """Put an article on the record, wholly or not at all; returns its id.

        The same page again replaces its reading where that has changed.
        """
        entry = entries.entry_of(page, reading)
        with self._database.writing():
            writes.put(self._database, entry)
        return entry.id

    def fail(self, name: str, key: str | None, error: str) -> None:
        """Remember why a page could not be read, until it is put."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        with self._database.writing():
            writes.fail(self._database, Failed(name=name, key=key, error=error, at=now))

    def forget(self, names: Iterable[str]) -> None:
        """Strike failures, by name: what failed was tried again, or is gone."""
        with self._database.writing():
            writes.forget(self._database, names)

    def failures(self) -> list[Failed]:
        """The pages that could not be read, by name."""
        return queries.failures(self._database)

    def count(self) -> int:
        """How many articles the case holds."""
        return queries.count(self._database)

    def articles(self) -> Iterator[Article]:
        """Every article as comparison sees it, by id."""
        for article, _, packed in queries.placed_readings(self._database):
            yield entries.article_from(article, entries.head_from(packed).document)

    def readings(self) -> Iterator[tuple[str, Reading]]:
        """Every article's id and reading, by id."""
        for article, _, packed in queries.placed_readings(self._database):
            yield article, entries.reading_from(packed)

    def reading(self, article: str) -> Reading:
        """The reading of an article; raises ``NotInCase``."""
        found = queries.stored(self._database, entries.storable(article))
        if found is None:
            raise self._missing(article)
        return entries.reading_from(found[1])

    def find(self, name: str) -> str:
        """The article meant by its id or a start of it, a claim's id, a page's name or address.

        Of several versions of a page it is the newest, of several articles that print one claim
        the earliest. Raises ``NotInCase`` where there is none, ``WrongUse`` where it is not clear.
        """
        asked = entries.storable(name)
        by_id = queries.articles_by_id(self._database, asked) if asked.startswith("art-") else []
        if len(by_id) > 1 and by_id[0] != asked:
            raise WrongUse(f"{name} begins the ids of several articles; give more of it.")
        for found in (
            by_id,
            queries.articles_by_claim(self._database, asked),
            queries.articles_by_name(self._database, asked),
        ):
            if found:
                return found[0]
        raise self._missing(name)

    def _missing(self, name: str) -> NotInCase:
        return NotInCase(
            f"{self._database.name} has no article, claim or address {name};"
            " see what it has with `onrecord search`."
        )

    def original(self, article: str) -> Page:
        """The page as it was given, its bytes held against their digest; raises ``NotInCase``."""
        found = queries.original(self._database, entries.storable(article))
        if found is None:
            raise self._missing(article)
        page, digest, packed, _ = found
        try:
            data = zlib.decompress(packed)
        except zlib.error:
            data = b""
        if sha256(data).hexdigest() != digest:
            raise CaseUnusable(
                f"The original of {article} in {self._database.name} is damaged;"
                " take it from a backup."
            )
        return entries.page_from(page, data)

    def search(self, query: str, limit: int = 20, claims: bool = False) -> Found:
        """Articles, or ``claims``, that answer a query (``docs/reference/search.md``), best first.

        At most 300 are ranked and shown. Raises ``WrongUse`` for a query that says nothing.
        """
        with self._database.snapshot():
            return search(self._database, query, limit, claims)

    def judgements(self) -> tuple[Judgement, ...]:
        """What people decided, in order."""
        return tuple(made for _, _, made in queries.numbered_judgements(self._database))

    def judge(self, judgement: Judgement) -> None:
        """Append a judgement whose ``before`` is the digest of the last one ("" for the first).

        Raises ``OutOfDate`` where another has been appended since, and appends nothing.
        """
        with self._database.writing(durable=True):
            number, digest = queries.last_judgement(self._database)
            if judgement.before != digest:
                raise OutOfDate(
                    f"Somebody has judged in {self._database.name} since you looked;"
                    " look again and repeat your judgement."
                )
            writes.judge(self._database, judgement, number + 1)

    def backup(self, target: str | Path) -> None:
        """Write a consistent copy of the case into a new file while others go on writing.

        The copy is a case itself, also of a case on PostgreSQL. Raises ``WrongUse`` where the
        file exists.
        """
        backup(self._database, Path(target))

    def damage(self) -> list[str]:
        """What is damaged, one sentence each; empty for a sound case. Goes through all of it."""
        return damage(self._database)

    def repair(self) -> int:
        """Make the search rows and the lists of claims anew from the readings; returns of how many.

        All else stays as it is. Nothing is changed where it cannot be done.
        """
        return repair(self._database)


def copy_case(source: Case, target: Case) -> None:
    """Copy all that a case holds into an empty one, on either database, wholly or not at all.

    Raises ``WrongUse`` where the target is not empty.
    """
    copy(source._database, target._database)
