"""Cut sentences into clauses that assert something of their own, by the dependency tree."""

from itertools import pairwise

from msgspec.structs import replace

from onrecord.find.clauses.bonds import (
    is_asked,
    is_bound,
    is_but_that,
    is_complement,
    is_likened,
    is_of_reason,
    is_other_way,
    shares_verb,
    without_measure,
)
from onrecord.find.clauses.conditions import (
    hangs_on_condition,
    is_bare_condition,
    is_condition,
    is_supposed,
    is_threat,
    turned,
)
from onrecord.find.clauses.edges import (
    CLOSING,
    is_edge,
    is_tail,
    run,
    trailing,
    without_bridges,
    without_frame,
)
from onrecord.find.clauses.frames import ASKING, describes, only_leads_up, told_of
from onrecord.find.clauses.subjects import has_subject, subject
from onrecord.find.clauses.unsaid import MYTHS, is_unsaid
from onrecord.records.clauses import Clause
from onrecord.records.spans import Span
from onrecord.records.texts import Text

RULES = {
    "clauses.tree": "A verb with its own subject, a coordinated verb or a relative clause makes a clause."
}
_OWN = frozenset(
    {
        "ccomp",
        "parataxis",
        "conj",
        "advcl",
        "acl",
        "csubj",
        "appos",
        "root",
        "dep",
        "xcomp",
        "obl",
        "nmod",
    }
)
_COMPLEMENTS = frozenset({"acl", "ccomp", "csubj"})
_STOPS = frozenset({"PUNCT", "CCONJ", "SCONJ"})
_QUOTES = frozenset("\"“”‘’'«»")
_AGAINST = frozenset({"despite", "contrary", "regardless", "whatever"})
"""With these a clause only says against what another holds: "..., despite what Orr said"."""
_NAMING = frozenset({"DET", "PRON", "PROPN", "NOUN", "NUM"})
_CONCEDING = frozenset({"although", "though", "whereas"})
LEAST_WORDS = 3
LEAST_TOLD = 2
"""Words of what somebody says of a noun: "who prosecutors say [took bribes]"."""
LONGEST_LEAD = 8
"""Words of a phrase that leads up to a subject: "and in the long run it"."""
DEEPEST = 4
"""Complements within complements."""
LEAST_SUBORDINATE = 6
"""A relative or adverbial clause shorter than this says too little to stand on a line of its own."""


def clauses(text: Text) -> tuple[Clause, ...]:
    """All clauses in text order. A headline counts once, and only if it has a verb."""
    found: list[Clause] = []
    kinds = [(b.start, b.end, b.kind) for b in text.document.blocks]
    seen: set[str] = set()
    for i, (first, last) in enumerate(text.segments.bounds):
        start, end = text.segments.sentences[i]
        kind = next((k for a, b, k in kinds if a <= start < b), "paragraph")
        printed = text.slice((start, end)).lower()
        if printed in seen or (kind == "headline" and not _is_told(text, first, last)):
            continue
        seen.add(printed)
        # A caption's own words have a subject; "Enlarge this image" is the page's.
        found += [c for c in _sentence(text, i) if kind != "caption" or has_subject(text, c.head)]
    return tuple(sorted(found, key=lambda clause: (clause.start, -clause.end)))


def _is_told(text: Text, first: int, last: int) -> bool:
    """Whether a headline tells something: it has a verb, and is no "What the mayor knew"."""
    asks = text.lower[first] in ASKING and "?" not in text.words[last - 1]
    return _has_verb(text, first, last) and not asks


def _has_verb(text: Text, first: int, last: int) -> bool:
    return any(text.upos(i) in {"VERB", "AUX"} for i in range(first, last))


def _sentence(text: Text, i: int) -> list[Clause]:
    first, last = text.segments.bounds[i]
    heads = frozenset(w for w in range(first, last) if _is_clause(text, w))
    if not heads and last - first > 4 and not text.syntax.heads:
        heads = frozenset({first})
    made = (_clause(text, i, head, heads) for head in sorted(heads))
    found = sorted((c for c in made if c is not None), key=lambda c: c.start)
    parted = _parted(text, _with_turned(text, found, (first, last)))
    whole = (_completed(text, clause, parted) for clause in parted)
    return [c for c in whole if not _is_torn(text, c)]


def _is_torn(text: Text, clause: Clause) -> bool:
    """Whether a clause waits for its verb: "they are going to"; not "as they are not required to."."""
    last = text.range((clause.start, clause.end))[1]
    ends = last == text.segments.bounds[clause.sentence][1] or text.upos(last) == "PUNCT"
    return text.lower[last - 1] == "to" and not ends


def _with_turned(text: Text, found: list[Clause], sentence: Span) -> list[Clause]:
    """Clauses, the first behind "Had it rained, ..." with that condition before it."""
    condition = turned(text, *sentence)
    if condition is None:
        return found
    begin, comma = (text.segments.words[word][0] for word in condition)
    at = next((i for i, clause in enumerate(found) if clause.start > comma), None)
    if at is None:
        return found
    whole = replace(found[at], start=begin, conditional=True)
    return [c for c in found[:at] if c.start < begin] + [whole, *found[at + 1 :]]


def _completed(text: Text, clause: Clause, others: list[Clause]) -> Clause:
    """A clause with the infinitive or adjective its last words wait for, where the tree tore it off.

    "We are going [to be careful]", "it has them [worried]".
    """
    last = text.range((clause.start, clause.end))[1]
    end = text.segments.bounds[clause.sentence][1]
    if last + 1 >= end or text.words[last - 1] in CLOSING:
        return clause
    infinitive = text.lower[last] == "to" and text.upos(last + 1) in {"VERB", "AUX"}
    adjective = text.upos(last) == "ADJ" or text.upos(last) == "VERB"
    if not infinitive and not (adjective and text.relation(last) == "xcomp"):
        return clause
    follows = {text.range((c.start, c.end))[0] for c in others} - {last}
    at = last
    while at < end and text.upos(at) not in _STOPS and at not in follows:
        at += 1
    return replace(clause, end=text.span(last, at)[1]) if at > last else clause


def _parted(text: Text, found: list[Clause]) -> list[Clause]:
    """Clauses that follow one another without sharing the words between them.

    "It closed in May and [in June the owner sold it]": what leads up to a subject is its own.
    """
    parted = list(found)
    for i, (one, other) in enumerate(pairwise(found)):
        border = other.start
        first, last = text.range((one.start, one.end))
        if one.end <= border:
            lead = _lead(text, (first, last), text.range((border, border + 1))[0])
            if lead is None:
                continue
            parted[i + 1] = replace(other, start=text.segments.words[lead][0])
            border = parted[i + 1].start
        elif one.end >= other.end:
            continue
        last = text.range((one.start, border))[1]
        while last > first and (
            text.upos(last - 1) in {"PUNCT", "CCONJ"} or is_tail(text, last - 1, one.head)
        ):
            last -= 1
        if last - first >= LEAST_WORDS and one.head < last:
            parted[i] = replace(one, end=text.span(first, last)[1])
    return parted


def _lead(text: Text, words: tuple[int, int], follows: int) -> int | None:
    """Where, at the end of a clause, a phrase after "and" leads straight on to the next one's subject."""
    first, last = words
    if last != follows or text.upos(follows) not in {"PRON", "DET", "PROPN"}:
        return None
    for word in range(last - 2, max(first + LEAST_WORDS, last - LONGEST_LEAD), -1):
        if text.upos(word) == "CCONJ":
            return word + 1 if text.upos(word + 1) == "ADP" else None
    return None


def _is_clause(text: Text, word: int) -> bool:
    """A predicate that asserts something: finite, with a subject of its own or its conjunct's."""
    relation = text.relation(word)
    predicate = text.upos(word) in {"VERB", "AUX"} or bool(text.dependents(word, "cop"))
    # "No one was hurt": a participle that the tagger takes for an adjective.
    helped = text.upos(word) == "ADJ" and bool(text.dependents(word, "aux"))
    predicate = predicate or (helped and relation != "conj")
    if relation == "root":
        return predicate or (
            text.upos(word) in {"NOUN", "PROPN", "ADJ"}
            and bool(text.dependents(word, "nsubj", "csubj"))
        )
    if not predicate or relation not in _OWN or is_bound(text, word):
        return False
    if relation in {"conj", "ccomp", "parataxis"} and is_other_way(text, word):
        return False
    if hangs_on_condition(text, word):
        return False
    if relation == "conj":
        if shares_verb(text, word) or is_of_reason(text, word) or is_but_that(text, word):
            return False
        head = text.syntax.heads[word]
        opening = (w for w in text.subtree(word) if text.upos(w) not in {"PUNCT", "CCONJ"})
        if text.lower[next(opening, word)] in ASKING and text.upos(word) == "VERB":
            # "what he would have done, or what he would do"
            return False
        return bool(text.dependents(word, "nsubj")) or (
            _is_clause(text, head) and _is_finite(text, word)
        )
    if is_likened(text, word) or _is_left_open(text, word) or _AGAINST & set(_opening(text, word)):
        return False
    if relation == "acl":
        opens = next(w for w in text.subtree(word) if w == word or text.upos(w) != "PUNCT")
        if text.lower[opens] in {"how", "why", "what", "whether"}:
            # "do not agree on how it began, [how many died]"
            return False
        own = text.lower[text.syntax.heads[word]] not in ASKING
        return own and text.syntax.relations[word] == "acl:relcl" and _adds(text, word)
    if relation in {"xcomp", "obl", "nmod", "appos"}:
        return False
    if relation in {"ccomp", "parataxis"} and describes(text, word):
        return False
    if relation == "ccomp" and (is_asked(text, word) or is_supposed(text, text.syntax.heads[word])):
        return False
    return bool(text.dependents(word, "nsubj", "csubj", "expl")) and _is_finite(text, word)


def _adds(text: Text, word: int) -> bool:
    """A relative clause that asserts: set off by a comma, a dash or a bracket.

    Without one ("the men who dug it") it only says which men are meant.
    """
    before = text.subtree(word)[0] - 1
    edge = [w for w in (before, before + 1) if w >= 0 and text.upos(w) == "PUNCT"]
    # A government “that leans on others”: a quotation mark sets nothing off.
    return _is_finite(text, word) and any(text.words[w] not in _QUOTES for w in edge)


def _is_finite(text: Text, word: int) -> bool:
    """Not an infinitive or a bare participle."""
    marks = {text.lower[c] for c in text.dependents(word, "mark")}
    if "to" in marks:
        return False
    helpers = {text.lower[c] for c in text.dependents(word, "aux", "cop")}
    if helpers & {"having", "being"}:
        return False
    return not (text.lower[word].endswith("ing") and not helpers)


def _clause(text: Text, sentence: int, head: int, heads: frozenset[int]) -> Clause | None:
    told = told_of(text, head)
    cue, head = head, head if told is None else told
    kept = {c for c in text.dependents(head, "conj") if _is_too_short(text, c)}
    kept.update((head, *text.dependents(head, "ccomp", "advcl")))
    below = text.subtree(head, heads - kept)
    others = [h for h in text.children(head) if h in heads and _stands_apart(text, h)]
    cut = {
        w
        for h in others
        if text.relation(h) in {"ccomp", "conj", "parataxis", "advcl"}
        for w in text.subtree(h)
    }
    cut |= trailing(text, head, below)
    if told is not None:
        cut |= {w for w in below if w <= cue}
    words = run(without_bridges(text, [w for w in below if w not in cut], head), head)
    while words and is_edge(text, words[0], head):
        words = words[1:]
    if [text.lower[w] for w in words[:2]] in (["is", "that"], ["was", "that"]):
        # "What is certain is that nobody has counted them"; not "A misconception is that it is safe".
        begin = text.segments.bounds[sentence][0]
        held = any(text.lower[w] in MYTHS for w in range(begin, words[0]))
        words = [*range(begin, words[0]), *words] if held else words[2:]
    words = without_measure(text, without_frame(text, words, head))
    while words and is_tail(text, words[-1], head):
        words = words[:-1]
    if [text.lower[w] for w in words[-2:]] == ["or", "so"]:
        # "The bridge is safe, [or so] the mayor says"
        words = words[:-2]
        while words and is_tail(text, words[-1], head):
            words = words[:-1]
    lower = text.relation(head) in {"acl", "advcl"} and not is_complement(text, head)
    lower = lower and not _concedes(text, head)
    least = LEAST_SUBORDINATE if lower else LEAST_WORDS
    least = least if told is None else LEAST_TOLD
    if len(words) < least or not _has_verb(text, words[0], words[-1] + 1):
        return None
    if only_leads_up(text, head, words, heads):
        return None
    start, end = text.span(words[0], words[-1] + 1)
    conditions = [c for c in below if _is_own_condition(text, c, head)]
    return Clause(
        start=start,
        end=end,
        head=head,
        sentence=sentence,
        conditional=bool(conditions) or is_threat(text, head),
        condition=is_bare_condition(text, head, words)
        or (text.relation(head) == "advcl" and is_condition(text, head)),
        subject=None if _begins_with_subject(text, words[0], head) else subject(text, head),
        unsaid=tuple(_stretch(text, w) for w in below if _is_held(text, w)),
    )


def _begins_with_subject(text: Text, first: int, head: int) -> bool:
    """Whether a coordinated clause opens with a noun: that is its subject, whatever the tree says."""
    return text.relation(head) == "conj" and first < head and text.upos(first) in _NAMING


def _opening(text: Text, word: int) -> list[str]:
    """The first word of a clause, and the one before it."""
    first = next((w for w in text.subtree(word) if text.upos(w) != "PUNCT"), word)
    return text.lower[max(0, first - 1) : first + 1]


def _is_left_open(text: Text, word: int) -> bool:
    """Whether a word heads a complement that nobody asserts, or one within such a complement."""
    for _ in range(DEEPEST):
        if text.relation(word) not in _COMPLEMENTS and not is_complement(text, word):
            return False
        marks = {text.lower[m] for m in text.dependents(word, "mark")}
        if text.syntax.relations[word] == "acl:relcl" and "that" not in marks:
            return False
        if is_unsaid(text, word):
            return True
        word = text.syntax.heads[word]
    return False


def _is_held(text: Text, word: int) -> bool:
    """Whether a clause holds a complement that nobody asserts, or that stands in a condition."""
    supposed = text.relation(word) == "ccomp" and hangs_on_condition(text, word)
    return supposed or _is_left_open(text, word)


def _is_own_condition(text: Text, word: int, head: int) -> bool:
    """Whether a condition hangs on a clause's own verb, or on an infinitive of it."""
    if text.relation(word) != "advcl" or not is_condition(text, word):
        return False
    over = text.syntax.heads[word]
    while over != head and text.relation(over) in {"xcomp", "csubj", "obl"}:
        over = text.syntax.heads[over]
    return over == head


def _stretch(text: Text, word: int) -> Span:
    """A complement's characters; it stands behind what it hangs on, whatever the tree says."""
    under = [w for w in text.subtree(word) if w == word or w > text.syntax.heads[word]]
    turns = (w for w in under if text.lower[w] == "but" and text.words[w - 1] == ",")
    # "did not deny that it had failed, [but said nobody was hurt]"
    under = [w for w in under if w < next(turns, under[-1] + 1)] or [word]
    return text.span(under[0], under[-1] + 1)


def _stands_apart(text: Text, word: int) -> bool:
    """Whether a clause under another is cut out of it: not a condition, nor too short to be shown alone."""
    short = text.relation(word) == "advcl" and len(text.subtree(word)) < LEAST_SUBORDINATE
    short = short and not is_complement(text, word) and not _concedes(text, word)
    return not short and not _is_too_short(text, word) and not is_condition(text, word)


def _concedes(text: Text, word: int) -> bool:
    """ ", although no date has been set": short as it is, it says what matters."""
    marks = {text.lower[m] for m in text.dependents(word, "mark")}
    first = text.subtree(word)[0]
    parted = "PUNCT" in (text.upos(first), text.upos(first - 1))
    return text.relation(word) == "advcl" and bool(marks & _CONCEDING) and parted


def _is_too_short(text: Text, word: int) -> bool:
    """ "innocent and would appeal", "said it was": two words that are lost on a line of their own."""
    conjunct = text.relation(word) == "conj" and not text.dependents(word, "nsubj")
    if not conjunct and text.relation(word) != "ccomp":
        return False
    return sum(text.upos(w) not in _STOPS for w in text.subtree(word)) < LEAST_WORDS
