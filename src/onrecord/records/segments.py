"""Sentences and words: where they start and end."""

from onrecord.records.spans import Record, Spans


class Segments(Record, frozen=True, kw_only=True):
    """The sentences and words of a document, in text order.

    ``bounds[i]`` is the half-open range of word indices of sentence ``i``. Words
    follow Universal Dependencies ("do" + "n't", "Cole" + "'s", "anti" + "-" + "war").
    No sentence crosses a block.
    """

    sentences: Spans
    words: Spans
    bounds: Spans
