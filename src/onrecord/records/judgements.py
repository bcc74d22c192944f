"""What people decided: only appended, hash-chained; the current state follows from the list."""

from hashlib import sha256
from typing import Literal

from onrecord.records.spans import Record

Verb = Literal["merge", "split"]


class Judgement(Record, frozen=True, kw_only=True):
    """One decision: who, when (ISO 8601, UTC), why, on what.

    ``about`` names what is judged (two actor keys for merge and split); ``before`` is the
    digest of the judgement before it, so that a changed or lost one shows.
    """

    verb: Verb
    about: tuple[str, ...]
    who: str
    at: str
    why: str
    before: str

    @property
    def digest(self) -> str:
        """SHA-256 over all fields; the next judgement's ``before``."""
        parts = (self.verb, *self.about, self.who, self.at, self.why, self.before)
        return sha256("\x1f".join(parts).encode()).hexdigest()
