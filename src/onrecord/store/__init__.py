"""Room 6, store: a case is one SQLite file or a PostgreSQL database; the same verbs, the same answers."""
