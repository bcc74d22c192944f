"""Whom a clause is about where its own words leave that out."""

from onrecord.find.clauses.frames import NOMINAL, told_of
from onrecord.records.spans import Span
from onrecord.records.texts import Text

_UNDER_NOUN = frozenset({"nmod", "appos", "flat", "compound", "conj"})


def has_subject(text: Text, word: int) -> bool:
    """Whether a verb has a subject of its own, in the sentence's tree."""
    return bool(text.dependents(word, "nsubj", "csubj", "expl"))


def _leads_to(text: Text, word: int, top: int) -> bool:
    """Whether a noun is the one before a word, or one that this hangs on through nouns alone."""
    first = text.segments.bounds[text.sentence(word)][0]
    at = word - 1
    while at > first and text.upos(at) == "PUNCT":
        at -= 1
    while at > top and text.upos(at) in NOMINAL and text.relation(at) in _UNDER_NOUN:
        at = text.syntax.heads[at]
    return at == top


def subject(text: Text, head: int) -> Span | None:
    """Whom a clause without a subject of its own is about: its conjunct's, or the antecedent."""
    relation, top = text.relation(head), text.syntax.heads[head] if text.syntax.heads else -1
    if relation == "ccomp" and top >= 0 and told_of(text, top) == head:
        relation, top = "acl", text.syntax.heads[top]
    before = [w for w in text.dependents(head, "nsubj", "csubj", "expl") if w < head]
    if relation == "conj" and not before:
        while top >= 0 and text.relation(top) == "conj" and not has_subject(text, top):
            top = text.syntax.heads[top]
        found = text.dependents(top, "nsubj") if top >= 0 else []
        return text.antecedent(text.span(*text.phrase(found[0]))) if found else None
    if relation == "acl" and top >= 0 and text.upos(top) in NOMINAL:
        opens = next((w for w in text.subtree(head) if text.upos(w) != "PUNCT"), head)
        beside = text.antecedent(text.span(opens, opens + 1))
        own = text.lower[opens] in {"who", "which"} and beside != text.span(opens, opens + 1)
        # "the visit to the border, which began": what stands right before it, or what that is part of.
        return beside if own and not _leads_to(text, opens, top) else text.span(*text.phrase(top))
    return None
