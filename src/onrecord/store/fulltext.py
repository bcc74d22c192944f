"""A question as a condition on the full-text tables, in the words of each database.

SQLite keeps the words in FTS5 tables; PostgreSQL keeps lexemes with the letter of their column,
and looks for phrases in the columns themselves.
"""

from onrecord.store.database import Value
from onrecord.store.questions import Question, Term

Condition = tuple[str, tuple[Value, ...]]
"""SQL that stands after WHERE, and its values."""


def condition_of(dialect: str, table: str, question: Question, headline: bool) -> Condition:
    """Which rows of a table answer the question; ``headline``: with all its words in theirs."""
    wanted = [term for term in question.terms if not term.without]
    without = [term for term in question.terms if term.without]
    columns: list[tuple[str, Term]] = [(term.column, term) for term in wanted]
    if headline:
        columns += [("headline", term) for term in wanted if term.column == "words"]
    make = _fts5 if dialect == "sqlite" else _tsvector
    sql, values = make(table, columns, without)
    days = [("rowid >= ?", question.first), ("rowid < ?", question.last)]
    for part, day in days:
        if day is not None:
            sql, values = f"{sql} AND {part}", (*values, day << 40)
    if question.last is not None and question.first is None:
        # Day 0 is that of undated things: nothing is known of when they were published.
        sql, values = f"{sql} AND rowid >= ?", (*values, 1 << 40)
    return sql, values


def _fts5(table: str, wanted: list[tuple[str, Term]], without: list[Term]) -> Condition:
    """In FTS5's own language; every word in it is of letters and digits alone."""
    match = " AND ".join(_fts5_term(column, term) for column, term in wanted)
    rest = " OR ".join(_fts5_term(term.column, term) for term in without)
    if match and rest:
        return f"{table} MATCH ?", (f"({match}) NOT ({rest})",)
    if match:
        return f"{table} MATCH ?", (match,)
    if rest:
        return f"rowid NOT IN (SELECT rowid FROM {table} WHERE {table} MATCH ?)", (rest,)
    return "1 = 1", ()


def _fts5_term(column: str, term: Term) -> str:
    return f'{column} : "{" ".join(term.words)}"'


_LETTERS: dict[str, str] = {
    "headline": "h",
    "words": "w",
    "actors": "a",
    "outlet": "o",
    "voices": "v",
    "kind": "k",
}


def _tsvector(table: str, wanted: list[tuple[str, Term]], without: list[Term]) -> Condition:
    """One tsquery of all that the index can decide, then the phrases, looked for in their columns."""
    single = [term for term in without if len(term.words) == 1]
    query = [_lexemes(column, term) for column, term in wanted]
    query += [f"!{_lexemes(term.column, term)}" for term in single]
    parts: list[str] = []
    values: list[Value] = []
    if query:
        parts.append("lexemes @@ ?::tsquery")
        values.append(" & ".join(query))
    for column, term in wanted:
        if len(term.words) > 1:
            parts.append(_phrase(column))
            values.append(f" {' '.join(term.words)} ")
    for term in without:
        if len(term.words) > 1:
            parts.append(f"NOT (lexemes @@ ?::tsquery AND {_phrase(term.column)})")
            values += [_lexemes(term.column, term), f" {' '.join(term.words)} "]
    return " AND ".join(parts) or "TRUE", tuple(values)


def _lexemes(column: str, term: Term) -> str:
    """All words of a term as lexemes of a column; quoted, they are nothing but letters."""
    return " & ".join(f"'{_LETTERS[column]}{word}'" for word in term.words)


def _phrase(column: str) -> str:
    return f"strpos(' ' || {column} || ' ', ?) > 0"
