"""A document's words, sentences and tree under one roof, for the rules that walk them."""

from bisect import bisect_left, bisect_right
from functools import cached_property

from onrecord.records.documents import Document
from onrecord.records.phrases import Tokens, tokens
from onrecord.records.predictions import Syntax
from onrecord.records.segments import Segments
from onrecord.records.spans import Span
from onrecord.records.turns import Turn, turns

_UNDER_NOUN = frozenset({"nmod", "flat", "appos", "conj"})
_BEHEST = frozenset(
    "order orders advice suggestion request behalf instructions recommendation insistence".split()
)
"""Of "on the orders of the bureau, which" the bureau is meant."""


class Text:
    """Words by index, with the ways between words, characters, sentences and the tree.

    Word ranges are half-open ``(first, last)``; everything is computed once and never changes.
    """

    def __init__(self, document: Document, segments: Segments, syntax: Syntax) -> None:
        self.document = document
        self.segments = segments
        self.syntax = syntax

    @cached_property
    def words(self) -> list[str]:
        """Every word as it is printed."""
        text = self.document.text
        return [text[start:end] for start, end in self.segments.words]

    @cached_property
    def lower(self) -> list[str]:
        """Every word in lower case, apostrophes straight."""
        return [word.lower().replace("’", "'") for word in self.words]

    @cached_property
    def tokens(self) -> Tokens:
        """The text as words, figures and marks, for rules over phrases; no phrase crosses a block."""
        blocks = self.document.blocks
        return tokens(self.document.text, frozenset(block.start for block in blocks))

    @cached_property
    def turns(self) -> tuple[Turn, ...]:
        """Who speaks in turn, where the text is an interview or a transcript."""
        return turns(self.document)

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.segments.words]

    @cached_property
    def _firsts(self) -> list[int]:
        return [first for first, _ in self.segments.bounds]

    @cached_property
    def _relations(self) -> list[str]:
        """The relation of every word without its subtype; rules ask for these most of all."""
        plain = {name: name.split(":")[0] for name in set(self.syntax.relations)}
        return [plain[name] for name in self.syntax.relations]

    @cached_property
    def blocks(self) -> list[int]:
        """The first word of every block, in text order."""
        return [self.range((block.start, block.end))[0] for block in self.document.blocks]

    def span(self, first: int, last: int) -> Span:
        """The characters of a word range."""
        return self.segments.words[first][0], self.segments.words[last - 1][1]

    def range(self, span: Span) -> tuple[int, int]:
        """The words that start inside or reach into a character span; empty if none."""
        first = max(0, bisect_right(self._starts, span[0]) - 1)
        if self._starts and self.segments.words[first][1] <= span[0]:
            first += 1
        return first, max(first, bisect_left(self._starts, span[1]))

    def slice(self, span: Span) -> str:
        """The characters of a span."""
        return self.document.text[span[0] : span[1]]

    def sentence(self, word: int) -> int:
        """The index of the sentence that a word is in."""
        return bisect_right(self._firsts, word) - 1

    def relation(self, word: int) -> str:
        """The dependency relation of a word, without its subtype."""
        return self._relations[word] if self._relations else "dep"

    def upos(self, word: int) -> str:
        """The universal part of speech of a word."""
        return self.syntax.upos[word] if self.syntax.upos else "X"

    def children(self, word: int) -> tuple[int, ...]:
        """The words that depend on a word directly."""
        return self.syntax.children[word] if self.syntax.children else ()

    def dependents(self, word: int, *relations: str) -> list[int]:
        """The children of a word in one of these relations."""
        names = self._relations
        return [c for c in self.children(word) if (names[c] if names else "dep") in relations]

    def subtree(self, word: int, without: frozenset[int] = frozenset()) -> list[int]:
        """A word and everything under it, sorted, not entering the words in ``without``."""
        children, found = self.syntax.children, [word]
        if not children:
            return found
        for at in found:  # grows while it is walked
            found += [c for c in children[at] if c not in without] if without else children[at]
        found.sort()
        return found

    def head_of(self, first: int, last: int) -> int:
        """The word of a range whose head lies outside it (the last one if unsure)."""
        heads = self.syntax.heads
        tops = [i for i in range(first, last) if not (heads and first <= heads[i] < last)]
        return tops[0] if len(tops) == 1 else last - 1

    def phrase(self, head: int) -> tuple[int, int]:
        """The noun phrase around a head noun: what stands before it, and "of" phrases after.

        Relative clauses, appositions, conjuncts and other phrases are left out.
        """
        first, last = head, head + 1
        cases = [c for c in self.children(head) if c < head and self.relation(c) == "case"]
        for child in self.children(head):
            if cases and child < cases[0] and self.relation(child) == "advmod":
                # "not to Iraq"
                continue
            if child < head and self.relation(child) not in {
                "cc",
                "punct",
                "case",
                "mark",
                "cop",
                "nsubj",
                "aux",
                "advcl",
                "conj",
                "parataxis",
                "discourse",
                "obl",
                "expl",
                "orphan",
                "dislocated",
            }:
                first = min(first, *self.subtree(child))
            elif self.relation(child) in {"flat", "fixed", "nmod"} and self._is_close(child, last):
                last = max(last, self.subtree(child)[-1] + 1)
        while first < head and self.upos(first) in {"PUNCT", "CCONJ"}:
            first += 1
        if "(" in self.words[head:last] and ")" not in self.words[head:last]:
            last = self.words.index("(", head)
        return self._whole(first, last)

    def _whole(self, first: int, last: int) -> tuple[int, int]:
        """ "a 17-year-old" is one thing, though its words are many: what hyphens tie on is taken in."""
        words = self.segments.words
        before = first
        while (
            before > 1
            and self.words[before - 1] == "-"
            and words[before - 1][1] == words[before][0]
        ):
            before -= 2 if words[before - 2][1] == words[before - 1][0] else 1
        while (
            last + 1 < len(words)
            and self.words[last] == "-"
            and words[last - 1][1] == words[last][0]
            and words[last][1] == words[last + 1][0]
        ):
            last += 2
        if before < first and before > 0 and self.upos(before - 1) == "DET":
            before -= 1
        return before, last

    def antecedent(self, span: Span) -> Span:
        """For a bare "which", "who" or "that" the noun phrase right before it; any other span as it is."""
        first, last = self.range(span)
        relative = self.lower[first:last] in (["which"], ["who"])
        relative = relative or (self.lower[first:last] == ["that"] and self.upos(first) == "PRON")
        if not relative or first < 2:
            return span
        apart = self.words[first - 1] in {",", "—", "–", "("}
        word = first - 1 - apart
        start = self.segments.bounds[self.sentence(first)][0]
        if word < start or self.upos(word) not in {"NOUN", "PROPN", "PRON"}:
            return span
        heads = self.syntax.heads or [-1] * len(self.words)
        while start <= heads[word] < word and self.relation(word) in _UNDER_NOUN:
            # "a list of members who say": the members do; "the head of the bank, who says": the head.
            cases = {self.lower[c] for c in self.dependents(word, "case", "fixed")}
            if cases & {"such", "as", "like", "including"} or self.lower[heads[word]] in _BEHEST:
                break
            if not apart and any(self.lower[c] == "of" for c in self.dependents(word, "case")):
                break
            if self.upos(heads[word]) in {"VERB", "AUX"}:
                # "Nobody has claimed the bombing, which": a slip of the tree.
                break
            word = heads[word]
        begin, end = self.phrase(word)
        return self.span(begin, min(end, first)) if begin < first else span

    def _is_close(self, child: int, last: int) -> bool:
        """Whether a following modifier is an "of" phrase that begins where the phrase ends."""
        below = self.subtree(child)
        return self.relation(child) != "nmod" or (
            below[0] == last and self.lower[below[0]] == "of" and below[-1] - below[0] < 8
        )
