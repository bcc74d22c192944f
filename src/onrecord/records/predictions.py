"""What the model saw in one document, decoded to words, spans and sentences.

Plain tuples, no arrays: a test builds one by hand.
"""

from onrecord.records.spans import Record


class Tag(Record, frozen=True, kw_only=True):
    """A labelled run of words ``[first, last)`` from one span head; score 0 to 1."""

    first: int
    last: int
    label: str
    score: float


class Link(Record, frozen=True, kw_only=True):
    """A source or content tag tied to its cue tag (indices into ``Predictions.attribution``)."""

    part: int
    cue: int
    score: float


class Syntax(Record, frozen=True, kw_only=True):
    """One column a word: universal part of speech, index of the head (-1 root), relation.

    ``children`` is kept beside ``heads`` so that rules can walk down as well as up.
    """

    upos: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()
    relations: tuple[str, ...] = ()
    children: tuple[tuple[int, ...], ...] = ()


class Role(Record, frozen=True, kw_only=True):
    """One argument ``[first, last)`` of a predicate (word index), with its PropBank role."""

    predicate: int
    first: int
    last: int
    label: str


Shares = tuple[tuple[int, float], ...]
"""Words (indices) with a share of one each, the greatest first."""


class Judged(Record, frozen=True, kw_only=True):
    """One sentence head: its labels and, a row a sentence, their probabilities."""

    labels: tuple[str, ...]
    rows: tuple[tuple[float, ...], ...]

    def probability(self, sentence: int, label: str) -> float:
        """The probability of one label for one sentence."""
        return self.rows[sentence][self.labels.index(label)]


class Predictions(Record, frozen=True, kw_only=True):
    """Everything the heads say about one document.

    ``nominal`` holds one-word tags on the head noun of a nominal mention;
    ``factuality``: for each scale one figure a word, -3 (did not happen) to +3 (happened);
    ``predicates``: the words whose arguments ``roles`` holds; ``antecedents``: for a word that
    may stand for something said elsewhere, the words it may go back to with the share of each.
    """

    names: tuple[Tag, ...] = ()
    nominal: tuple[Tag, ...] = ()
    attribution: tuple[Tag, ...] = ()
    links: tuple[Link, ...] = ()
    loaded: tuple[Tag, ...] = ()
    syntax: Syntax = Syntax()
    factuality: dict[str, tuple[float, ...]] = {}
    predicates: tuple[int, ...] = ()
    roles: tuple[Role, ...] = ()
    antecedents: dict[int, Shares] = {}
    sentences: dict[str, Judged] = {}
