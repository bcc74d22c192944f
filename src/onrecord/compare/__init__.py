"""Room 7, compare: pure functions over records of many articles; it never sees a database."""
