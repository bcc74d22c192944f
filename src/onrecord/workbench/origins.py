"""Who copied whom in a case, and how many independent origins an assertion has."""

from pathlib import Path

from onrecord import compare
from onrecord.export.origins import origins_to_html, origins_to_json, origins_to_terminal
from onrecord.records.origins import Article, Origins, Statement
from onrecord.records.spans import Record
from onrecord.store import Case, open_case
from onrecord.workbench.publishers import families_for, with_families

__all__ = ["Compared", "origins", "origins_to_html", "origins_to_json", "origins_to_terminal"]


class Compared(Record, frozen=True, kw_only=True):
    """The answer, with the articles and claims that it is about."""

    origins: Origins
    articles: tuple[Article, ...]
    statements: tuple[Statement, ...]


def origins(case: str, about: str | None = None, publishers: Path | None = None) -> Compared:
    """Compare every article of a case with every other.

    ``about`` is an article (its id or the start of it, its name or address) or the id of a claim:
    then the answer is the part about it. ``publishers`` names a file as ``case.toml``. Raises
    ``NotInCase`` where there is no such article or claim.
    """
    families = families_for(case, publishers)
    with open_case(case) as opened:
        articles = tuple(with_families(opened.articles(), families))
        statements = tuple(
            statement
            for article, reading in opened.readings()
            for statement in compare.statements(article, reading)
        )
        asked = _asked(opened, about, statements)
    links = compare.links(articles)
    texts = compare.families(articles, links)
    answer = compare.origins(articles, statements, links, texts, asked)
    return Compared(origins=answer, articles=articles, statements=statements)


def _asked(case: Case, about: str | None, statements: tuple[Statement, ...]) -> str | None:
    """The claim or article that is asked about, by its id."""
    if about is None or any(statement.claim == about for statement in statements):
        return about
    return case.find(about)
