"""Who says what to whom it may concern: reports become attributions with ids and parents."""

from bisect import bisect_right

import msgspec

from onrecord.lexicons import lexicon
from onrecord.records.findings import Attribution, Mention
from onrecord.records.marks import Marks, Report
from onrecord.records.shelves import Shelf
from onrecord.records.spans import Span, identify, overlap, within
from onrecord.records.texts import Text

RULES = {
    "reports.pronoun": "The source is a pronoun or description; the actor it stands for is named beside it.",
    "attributions.accordingly": "A quotation that goes on in the next paragraph belongs to the source before it.",
}


_WHERE = frozenset({"at", "from", "in", "with"})
_DOCUMENT = frozenset(lexicon("sources").words["document"])


def attributions(
    text: Text, marks: Marks, mentions: tuple[Mention, ...]
) -> tuple[Attribution, ...]:
    """All attributions in text order; ``parent`` is the innermost one whose content holds another."""
    people = frozenset(
        m.actor for m in mentions if m.actor and m.name == "named" and m.type == "Person"
    )
    found = [_attribution(text, report, mentions, people) for report in marks.reports]
    contents = Shelf((span, a) for a in found for span in a.content)
    return tuple(
        msgspec.structs.replace(a, parent=_parent(a, contents.around(a.cue[0]))) for a in found
    )


def _attribution(
    text: Text, report: Report, mentions: tuple[Mention, ...], people: frozenset[str]
) -> Attribution:
    return Attribution(
        rule=report.rule,
        score=report.score,
        id=identify("attribution", text.document.id, report.source, report.cue, report.content),
        source=report.source,
        cue=report.cue,
        content=report.content,
        direct=report.direct,
        actor=_actor(text, tuple(map(text.antecedent, report.source)), mentions, people),
    )


def _start(mention: Mention) -> int:
    return mention.start


def _actor(
    text: Text, source: tuple[Span, ...], mentions: tuple[Mention, ...], people: frozenset[str]
) -> str | None:
    """The actor a source names: the first person or body in it, else whom it refers to.

    "A former adviser to Zagori" is not Zagori, "her office" is not she. ``people``: those whose
    name the text gives; one of these goes before the body that a description names as well.
    """
    inside: list[Mention] = []
    for span in source:
        at = bisect_right(mentions, span[0] - 1, key=_start)
        while at < len(mentions) and mentions[at].start < span[1]:
            if within((mentions[at].start, mentions[at].end), span):
                inside.append(mentions[at])
            at += 1
    known = [
        m
        for m in inside
        if m.actor
        and m.type in {"Person", "Organization", "Group", "Place"}
        and not _is_beside(text, m, source[0])
    ]
    order = {"Person": 0, "Organization": 1, "Group": 2, "Place": 3}
    names = [m for m in known if m.name == "named"]
    described = [m for m in known if m.name == "nominal" and m.actor in people]
    if described and not any(m.type == "Person" for m in names):
        names = described
    best = min(names or known, key=lambda m: order[m.type], default=None)
    return best.actor if best else None


def _is_beside(text: Text, mention: Mention, source: Span) -> bool:
    """Whether a mention only helps to say who the source is: "her" office, adviser to "Zagori"."""
    first, last = text.range(source)
    own = text.range((mention.start, mention.end))
    if all(text.relation(word) == "amod" for word in range(*own)) and own != (first, last):
        return True
    possessor = text.syntax.relations[own[0] : own[1]][-1:] == ("nmod:poss",)
    if possessor and text.lower[text.head_of(first, last)] in _DOCUMENT:
        # "the group's website" is a document.
        return True
    if mention.name == "nominal" and own[0] > first and text.lower[own[0] - 1] in _WHERE:
        # "analysts at two think tanks"
        return True
    if mention.type != "Person" and mention.name != "pronoun":
        return False
    begin, end = text.range((mention.start, mention.end))
    word = text.head_of(begin, end)
    if mention.name == "named" and begin == text.head_of(first, last) + 1:
        # "head teacher Olumide Strand": a title needs no comma.
        return False
    while first <= word < last:
        if text.relation(word) == "nmod":
            return True
        if text.relation(word) not in {"appos", "flat", "compound", "conj"}:
            return False
        word = text.syntax.heads[word] if text.syntax.heads else -1
    return False


def _parent(attribution: Attribution, others: list[Attribution]) -> str | None:
    """The smallest attribution whose content holds this one's cue and content."""
    holders = [
        (sum(end - start for start, end in other.content), other.id)
        for other in others
        if other.id != attribution.id and _holds(other, attribution)
    ]
    return min(holders)[1] if holders else None


def _holds(outer: Attribution, inner: Attribution) -> bool:
    # "The site, citing two doctors, said": what cites stands beside the content, not in it.
    spans = inner.content if inner.rule == "reports.cited" else (*inner.cue, *inner.content)
    return all(any(overlap(s, c) == s[1] - s[0] for c in outer.content) for s in spans)
