"""Claims that share words: each word of a sentence is claimed once, wherever that can be told.

The tree hangs what follows on the wrong verb often enough that one clause holds the next, or a
report that is claimed itself. What coordination, subordination and the report's own marks show is
then surer than the tree.
"""

from collections import defaultdict
from itertools import pairwise

from msgspec.structs import replace

from onrecord.find.claims.chains import chain
from onrecord.find.claims.scenes import Scene
from onrecord.find.claims.tellings import CONCEDING, REPORTING, SHOWING, by_saying, is_said
from onrecord.records.clauses import Clause
from onrecord.records.spans import Span, within
from onrecord.records.texts import Text

_DEPENDING = frozenset("after before when whenever once until if unless as".split())
_COORDINATING = frozenset({"and", "but", "or", "so", "yet"})
_OPENING = frozenset({";", ":"})
_MARKS = frozenset('"“')
_RELATIVE = frozenset({"who", "which", "whose", "whom", "that", "where"})
_HANGING = frozenset("to of in for by on with at from into also as after before when while".split())
"""What waits for a word after it."""
_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM"})
_MEANING = frozenset({"means", "meant", "mean", "ensures", "ensured"})
_CHANCE = frozenset("chance chances risk danger possibility likelihood odds".split())
"""What these say may come stays with them: "there is a strong chance that it fails"."""
_BE = frozenset({"is", "was"})
_TOLD = frozenset({"told", "informed", "assured", "promised"})
_HEARD = frozenset({"was", "were", "been", "am", "is", "are"})
_PLAIN = frozenset({"clear", "plain", "obvious", "explicit", "known", "evident"})
_MAKING = frozenset({"make", "makes", "made", "making"})
_DOING = frozenset("do does did is are was were has have had will would can could".split())
_MODAL = frozenset({"could", "may", "might", "can", "would"})
_COMPLEMENTS = frozenset({"ccomp", "acl", "csubj"})
LEAST_WORDS, LEAST_LEFT = 3, 2
FARTHEST_TOLD = 8
"""Characters from a clause that ends in a cue to what the cue reports: " that "."""
LONGEST_SUBJECT = 6
LONGEST_LEAD = 5
"""Words before a clause that only lead up to it: "And", "At this point,"."""
LONGEST_SCRAP = 5
"""Words without a subject inside another claim that say nothing alone: "the first retreat"."""

Pair = tuple[Clause, ...]


def parted(scene: Scene, clauses: list[Clause]) -> list[Clause]:
    """Clauses in text order, without the words that another of them, or a report of its own, has."""
    sentences: defaultdict[int, list[Clause]] = defaultdict(list)
    for clause in clauses:
        sentences[clause.sentence].append(clause)
    return [c for _, own in sorted(sentences.items()) for c in _in_sentence(scene, own)]


def _in_sentence(scene: Scene, clauses: list[Clause]) -> list[Clause]:
    found = sorted(clauses, key=_place)
    changed = True
    while changed:
        changed = False
        for one, other in pairwise(found):
            pair = _parted(scene, one, other) if other.start < one.end else None
            if pair is not None:
                rest = [c for c in found if c is not one and c is not other]
                found = sorted((*rest, *pair), key=_place)
                changed = True
                break
    found = _leading_on(scene.text, found)
    cut = [_without_report(scene, clause, found) for clause in found]
    return [_with_subject(scene.text, clause) for clause in cut]


def _leading_on(text: Text, found: list[Clause]) -> list[Clause]:
    """Clauses, one with the next where its last verb only leads on to that: "that means [it is over]".

    As does what may show something, and does not yet: "the letters could show [he lied]".
    """
    made: list[Clause] = []
    for clause in found:
        before = made[-1] if made else None
        if before is not None and before.sentence == clause.sentence:
            last = text.range((before.start, before.end))[1] - 1
            begin = text.range((clause.start, clause.end))[0]
            led = text.lower[last + 1 : begin] in ([], ["that"]) and before.end <= clause.start
            helpers = {text.lower[w] for w in text.dependents(last, "aux")}
            that = text.lower[last + 1 : begin] == ["that"]
            opens = text.lower[last] in _MEANING or (that and text.lower[last] in _CHANCE)
            if that and led and text.lower[last] in _BE and before.conditional is False:
                # "Chief among them is that P" is P; "The trouble with the plan is that P" is all of it.
                short = last - text.range((before.start, before.end))[0] <= LONGEST_LEAD
                made[-1:] = [] if short else made[-1:]
                opens = not short
            opens = opens or (text.lower[last] in SHOWING and bool(helpers & _MODAL))
            opens = opens or (that and _is_of_it(text, before, last))
            opens = opens or (text.lower[last] in _TOLD and bool(helpers & _HEARD))
            opens = opens or (clause.start >= before.end and _is_likewise(text, clause))
            led = led or (opens and text.upos(last + 1) in {"PUNCT", "CCONJ"})
            if led and opens:
                made[-1] = replace(
                    before,
                    end=clause.end,
                    conditional=before.conditional or clause.conditional,
                )
                continue
        made.append(clause)
    return made


def _is_of_it(text: Text, clause: Clause, last: int) -> bool:
    """Whether an "it" stands for what follows: "made it clear | that", "it is unrealistic to expect | that"."""
    first = text.range((clause.start, clause.end))[0]
    made = text.lower[last] in _PLAIN and bool(_MAKING & set(text.lower[first:last]))
    weighed = text.lower[last - 1] == "to" and text.upos(last - 2) == "ADJ"
    return "it" in text.lower[first:last] and (made or weighed)


def _is_likewise(text: Text, clause: Clause) -> bool:
    """ "so did her deputy": whatever the clause before it says of another, without a verb of its own."""
    first, last = text.range((clause.start, clause.end))
    turned = text.lower[first] in {"so", "neither", "nor"} and text.lower[first + 1] in _DOING
    return turned and not any(text.upos(w) == "VERB" for w in range(first + 2, last))


def _with_subject(text: Text, clause: Clause) -> Clause:
    """A clause with the words that open its sentence, where the tree gave its subject to a later verb.

    "[Koch] sat in the front row as Orr, her rival, said the vote was fair".
    """
    first = text.range((clause.start, clause.end))[0]
    begin = text.segments.bounds[clause.sentence][0]
    opening = range(begin, first)
    if clause.subject or text.upos(first) != "VERB" or _is_told(text, clause):
        return clause
    named = any(text.upos(w) in {"NOUN", "PROPN", "PRON"} for w in opening)
    plain = all(text.upos(w) in _PHRASE for w in opening) and len(opening) <= LONGEST_SUBJECT
    finite = not text.lower[first].endswith("ing")
    if not (named and plain and finite):
        return clause
    return replace(clause, start=text.segments.words[begin][0])


def _place(clause: Clause) -> Span:
    return clause.start, -clause.end


def _parted(scene: Scene, one: Clause, other: Clause) -> Pair | None:
    """Two clauses that share words, as they stand by themselves; None if they may share them."""
    text = scene.text
    if one.sentence != other.sentence or (one.start, one.end) == (other.start, other.end):
        return None
    first, last = text.range((one.start, one.end))
    begin, end = text.range((other.start, other.end))
    if scene.reporting.inside((one.start, other.start)):
        # What is said behind a cue is a claim of its own.
        return None
    led = text.lower[one.head] in REPORTING and one.head < begin <= one.head + 2
    if other.end > one.end and led and begin < last:
        # "he believes the group was" / "the group was behind it"
        return (other,)
    if other.end > one.end and begin - first <= LONGEST_LEAD and begin <= one.head:
        # "And we know" / "we know there is a core": the longer one has it all.
        return (replace(other, start=one.start),)
    if text.words[begin - 1] in _MARKS and text.words[begin - 2] == ":" and one.end > other.end:
        # "Koch gave a warning: “We hold the pass,” she said, according to the Gazette."
        return (replace(one, end=text.span(first, begin - 2)[1]), other)
    if {text.lower[begin - 1], text.lower[begin]} & (_COORDINATING | _OPENING):
        turn = _in_turn(scene, one, other)
        if turn is not None:
            return turn
    if other.end > one.end:
        crossed = one.start <= text.segments.words[other.head][0] < one.end
        return (replace(one, end=other.end),) if crossed else None
    if begin - first <= LONGEST_LEAD and end <= one.head:
        turn = _first_in_turn(text, one, other, (first, last))
        if turn is not None:
            return turn
    if text.lower[begin] in _RELATIVE:
        return None
    marked = set(text.lower[begin - 1 : begin + 1]) & _DEPENDING
    scrap = end - begin <= LONGEST_SCRAP and not _is_told(text, other)
    # "in fact I think" of "in fact I think it was luck"
    scrap = scrap or (begin == first and text.lower[end - 1] in REPORTING)
    under = text.syntax.relations[other.head : other.head + 1]
    within_it = bool(set(under) & _COMPLEMENTS) and _voices(scene, one) == _voices(scene, other)
    # "Since Lenn, where he placed sixth, Koch has toured": no relative clause, whatever the tree says.
    slip = list(under) == ["acl:relcl"] and _is_told(text, other)
    return (one,) if marked or scrap or within_it or slip else None


def _voices(scene: Scene, clause: Clause) -> tuple[str, ...]:
    head = scene.text.segments.words[clause.head]
    return tuple(a.id for a in chain(scene, head, (clause.start, clause.end)))


def _in_turn(scene: Scene, one: Clause, other: Clause) -> Pair | None:
    """ "A, and B, which the tree hangs on A": each up to the other."""
    text = scene.text
    first, last = text.range((one.start, other.start))
    joined = _is_told(text, other) or (other.subject and text.relation(other.head) == "conj")
    while last > first and (
        text.lower[last - 1] in _COORDINATING or text.upos(last - 1) == "PUNCT"
    ):
        last -= 1
    if text.upos(one.head) not in {"VERB", "AUX"} and not text.dependents(
        other.head, "nsubj", "aux", "cop"
    ):
        # "It was calm and well organised": one verb for both.
        return None
    if not joined or one.head >= last or last - first < LEAST_WORDS:
        return None
    if text.lower[last - 1] in _HANGING:
        return None
    cut = replace(one, end=text.span(first, last)[1])
    said = scene.contents.around(text.segments.words[other.head])
    ends = [b for a in said for a_, b in a.content if a_ <= other.start < b]
    end = min([one.end, *(e for e in ends if e >= other.end)])
    return (cut, replace(other, end=max(end, other.end)))


def _first_in_turn(text: Text, one: Clause, other: Clause, words: Span) -> Pair | None:
    """ "[At this point, A], so B", "[Although A], B": the first of two, where the tree gave both to B."""
    first, last = words
    begin, end = text.range((other.start, other.end))
    lead = set(text.lower[first : begin + 1])
    if lead & _DEPENDING or text.upos(end) != "PUNCT" or text.words[end] in {'"', "”"}:
        return None
    at = end + 1
    follows = text.lower[at] in _COORDINATING
    if not (follows or text.words[end] == ";" or lead & CONCEDING):
        return None
    at += follows
    start = other.start if lead & CONCEDING else one.start
    if one.head < at or last - at < LEAST_WORDS:
        return None
    return (replace(other, start=start), replace(one, start=text.span(at, last)[0]))


def _is_told(text: Text, clause: Clause) -> bool:
    """Whether a clause has a subject of its own among its words."""
    span = (clause.start, clause.end)
    subjects = text.dependents(clause.head, "nsubj", "csubj", "expl")
    own = [w for w in subjects if text.lower[w] not in _RELATIVE]
    return any(within(text.segments.words[w], span) for w in own)


def _without_report(scene: Scene, clause: Clause, found: list[Clause]) -> Clause:
    """A clause without the report before or behind it, whose content is claimed by itself.

    "She was joined by Orr, [who said the bill was dead]"; "[Orr said it was dead], as anger grew".
    """
    text, span = scene.text, (clause.start, clause.end)
    head = text.segments.words[clause.head]
    for attribution in scene.reporting.inside((span[0], span[1] + FARTHEST_TOLD)):
        cue = attribution.cue[-1 if by_saying(text, attribution, head) else 0]
        told = attribution.content[0]
        if not cue[1] <= told[0] < max(span[1], cue[1]) + FARTHEST_TOLD:
            continue
        if not any(c is not clause and within((c.start, c.end), told) for c in found):
            continue
        if told[1] <= head[0] and not is_said(text, attribution):
            continue
        if told[1] <= head[0]:
            if not _is_told(text, replace(clause, start=told[1])):
                # "The list of members who say they are undecided [has grown]"
                continue
            span = (_after_report(text, (told[1], head[0])), span[1])
        elif head[1] <= cue[0] and any(text.upos(w) == "VERB" for w in range(*text.range(cue))):
            source = [s for s in attribution.source if s[1] <= cue[0]]
            end = _before_report(text, (span[0], cue[0]), source[-1] if source else None)
            span = (span[0], end) if end is not None and head[1] <= end else span
    return replace(clause, start=span[0], end=span[1])


def _after_report(text: Text, gap: Span) -> int:
    word, last = text.range(gap)
    while word < last and text.upos(word) in {"PUNCT", "CCONJ", "SCONJ"}:
        word += 1
    return text.segments.words[word][0]


def _before_report(text: Text, span: Span, source: Span | None) -> int | None:
    """Where a clause ends before a cue: ahead of ", who", "but also", "by" and the like."""
    first, last = text.range(span)
    least = first + LEAST_LEFT
    related = last > least and text.lower[last - 1] in _RELATIVE
    helpless = text.lower[last - 2 : last] == ["help", "but"]
    if helpless or (related and text.upos(last - 2) != "PUNCT"):
        return None
    last -= related
    if source is not None and not related and text.range(source)[1] >= last - 1:
        last = text.range(source)[0]
    while last > least and (
        text.lower[last - 1] in _COORDINATING | _HANGING | {"leaving", "prompting", "leading"}
        or text.upos(last - 1) == "PUNCT"
    ):
        last -= 1
    return text.span(first, last)[1] if last - first >= LEAST_LEFT else None
