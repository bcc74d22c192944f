"""Room 6, store: a case is one SQLite file or a PostgreSQL database; the same verbs, the same answers."""

from onrecord.store.cases import Case, copy_case, open_case
from onrecord.store.entries import key_of
from onrecord.store.questions import parts_of

__all__ = ["Case", "copy_case", "key_of", "open_case", "parts_of"]
