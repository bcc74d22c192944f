"""Reports that their words alone give away: "quoted a general as saying", "As the army has admitted, ...".

The model marks none of these, or the wrong speaker of two; word order is enough for them.
"""

from collections.abc import Iterator
from itertools import pairwise

from msgspec.structs import replace

from onrecord.annotate.reports.reserves import turn_in
from onrecord.lexicons import lexicon
from onrecord.records.marks import Report
from onrecord.records.spans import Span, overlap
from onrecord.records.texts import Text

RULES = {
    "reports.quoted": 'Whoever is quoted, cited or recorded "as saying" something says it; whoever quotes him reports it.',
    "reports.admitted": 'Whose word a sentence is stands beside it ("As the army has admitted, ...", "..., or so he claims").',
    "reports.plain": 'Where the model marked no report: somebody and a verb of saying, "it was suggested that", "by its own account".',
    "reports.unparted": "A sentence without commas ends in somebody and a verb of saying, or the other way round.",
    "reports.headline": 'A headline ends with its source ("Army shelled school: UN").',
}
_WORDS = lexicon("reporting").words
_SAID = frozenset(
    w for w in (*_WORDS["say"], *_WORDS["show"]) if not w.endswith("ing")
) | frozenset("found finds pointed points believes thinks suspects fears".split())
_CLOSED = frozenset('"“”')
_TOLD = _SAID | {"continued", "added"}
_LINKING = frozenset("what which who whom that as than where how whatever everything".split())
_WHEN = frozenset({"ADP", "PROPN", "DET", "NOUN", "ADV"})
_SAYS = frozenset(_WORDS["say"])
_ACCOUNTS = frozenset(
    {"account", "accounts", "admission", "estimate", "reckoning", "telling", "count"}
)
_OWN = frozenset({"its", "his", "her", "their"})
_CONCEDING = frozenset({"though", "although", "but", "while", "yet", "whereas"})
_CHARGES = frozenset(
    "charge charges accusation accusations allegation allegations claim claims suggestion suggestions".split()
)
_SUGGESTED = frozenset(
    "said suggested reported alleged claimed rumoured rumored speculated argued feared hinted whispered".split()
)
_IMPERSONAL = frozenset({"is", "was", "has", "had"})
_SAID_PLAINLY = frozenset({"said", "says", "say"})
_QUOTING = frozenset(
    "quote quotes quoted cite cites cited record records recorded report reports reported".split()
)
_AS_SAYING = frozenset(
    "saying stating telling declaring warning claiming admitting denying arguing insisting".split()
)
_NAMING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "ADP"})
_NOBODY = frozenset(
    "i we you it this that which what whatever despite contrary regardless unlike who there one anyone everyone".split()
)
_HELPERS = frozenset({"has", "have", "had"})
_SPEAKERS = frozenset(
    word
    for name in ("collective", "unnamed", "document", "institution", "person")
    for word in lexicon("sources").words[name]
)
_TURNING = frozenset("but yet though although while and".split())
_OPENING = frozenset("\"“‘'«")
_STOPS = frozenset({".", "!", "?"})
LONGEST_SPEAKER, LONGEST_TAIL, LONGEST_HEADLINE_SOURCE = 8, 6, 3
LEAST_CLAUSE = 3
LEAST_TEXT = 40
"""Words of a text without any comma that has lost them."""


def with_wordings(text: Text, reports: tuple[Report, ...]) -> tuple[Report, ...]:
    """The reports, with those that words alone give away in the place of what was marked there."""
    found = [*_quoted(text), *_beside(text, reports), *_headlines(text), *_plain(text, reports)]
    found += [*_unparted(text), *_impersonal(text, reports), *_by_account(text)]
    frames = [span for made in found for span in (*made.cue, *made.source)]
    kept = [r for r in reports if not any(overlap(c, f) for c in r.cue for f in frames)]
    return tuple(sorted((*kept, *found), key=lambda r: r.span))


def _made(text: Text, rule: str, parts: tuple[Span | None, Span, Span]) -> Report:
    """A report from the words of its source, cue and content."""
    source, cue, content = (text.span(*part) if part else None for part in parts)
    spans = [s for s in (source, cue, content) if s]
    return Report(
        start=min(s[0] for s in spans),
        end=max(s[1] for s in spans),
        rule=rule,
        score=0.8,
        source=(source,) if source else (),
        cue=(cue,) if cue else (),
        content=(content,) if content else (),
        direct=False,
    )


def _quoted(text: Text) -> Iterator[Report]:
    """ "Radio Lenn quoted the governor as saying that ...", "was quoted by state radio as saying that"."""
    for at in range(1, len(text.lower) - LEAST_CLAUSE):
        if text.lower[at] != "as" or text.lower[at + 1] not in _AS_SAYING:
            continue
        first, last = text.segments.bounds[text.sentence(at)]
        verb = next((w for w in range(at - 1, first, -1) if text.lower[w] in _QUOTING), None)
        said = _sentence_end(text, at + 2, turn_in(text, at + 2, last) or last)
        if verb is None or said[1] - said[0] < LEAST_CLAUSE:
            continue
        passive = any(
            text.lower[c] in {"was", "were", "is", "are", "been"}
            for c in text.dependents(verb, "aux")
        )
        subjects = text.dependents(verb, "nsubj")
        named = (first, verb) if _is_speaker(text, first, verb) else None
        before = text.phrase(subjects[0]) if subjects else named
        if before is None:
            continue
        if passive:
            by = (verb + 2, at) if text.lower[verb + 1] == "by" else None
            quoted, outer = before, by
        else:
            quoted, outer = (verb + 1, at), before
        if quoted[0] >= quoted[1] or quoted[1] - quoted[0] > LONGEST_SPEAKER:
            continue
        yield _made(text, "reports.quoted", (quoted, (at + 1, at + 2), said))
        if outer is not None and outer[0] < outer[1]:
            whole = _made(text, "reports.quoted", (outer, (verb, verb + 1), said))
            content = (min(text.span(*quoted)[0], whole.content[0][0]), whole.content[0][1])
            yield replace(whole, content=(text.span(at, said[1]),) if passive else (content,))


def _plain(text: Text, reports: tuple[Report, ...]) -> Iterator[Report]:
    """ "The broadcaster reports that P", "The army said P", where the model marked nothing at all."""
    for verb in range(1, len(text.lower) - LEAST_CLAUSE):
        that = text.lower[verb + 1] == "that"
        if text.lower[verb] not in _SAYS or text.upos(verb) != "VERB":
            continue
        if not that and (
            text.lower[verb] not in _SAID_PLAINLY or text.upos(verb + 1) not in _NAMING
        ):
            continue
        first, last = text.segments.bounds[text.sentence(verb)]
        subjects = [s for s in text.dependents(verb, "nsubj") if first <= s < verb]
        said = _sentence_end(text, verb + 1, last)
        place = text.span(first, last)
        if not subjects or said[1] - said[0] < LEAST_CLAUSE:
            continue
        if not that and not any(said[0] < c < said[1] for c in text.dependents(verb, "ccomp")):
            continue
        source = text.phrase(subjects[0])
        near = _is_speaker(text, *source) and source[1] == verb
        if near and not any(r.start < place[1] and place[0] < r.end for r in reports):
            yield _made(text, "reports.plain", (source, (verb, verb + 1), said))


def _by_account(text: Text) -> Iterator[Report]:
    """ "By its own account the party lost nine men", "By Koch's estimate, half are gone"."""
    for first, last in text.segments.bounds:
        if text.lower[first] != "by" or last - first < LONGEST_SPEAKER:
            continue
        told = (w for w in range(first + 2, first + LONGEST_SPEAKER) if text.lower[w] in _ACCOUNTS)
        noun = next(told, None)
        if noun is None:
            continue
        own = text.lower[first + 1] in _OWN
        named = noun - (text.lower[noun - 1] == "own")
        turns = (w for w in range(noun + 2, last - 1) if text.lower[w + 1] in _CONCEDING)
        turn = next((w for w in turns if text.words[w] == ","), last)
        said = _sentence_end(text, noun + 1, turn)
        subjects = [w for w in range(*said) if text.relation(w) == "nsubj"]
        if own and subjects and said[1] - said[0] >= LEAST_CLAUSE:
            source = text.phrase(subjects[0])
        elif text.lower[named - 1] in {"'s", "’s", "'", "’"}:
            source = (first + 1, named - 1)
        else:
            continue
        yield _made(text, "reports.plain", (source, (first, noun + 1), said))


def _impersonal(text: Text, reports: tuple[Report, ...]) -> Iterator[Report]:
    """ "It has been suggested, though not confirmed, that P": somebody says so, nobody named."""
    for word in range(len(text.lower) - LEAST_CLAUSE):
        if text.lower[word] != "it" or text.lower[word + 1] not in _IMPERSONAL:
            continue
        end = text.segments.bounds[text.sentence(word)][1]
        verbs = (w for w in range(word + 2, min(end, word + 6)) if text.lower[w] in _SUGGESTED)
        verb = next(verbs, end)
        that = (w for w in range(verb, min(end, verb + LONGEST_SPEAKER)) if text.lower[w] == "that")
        said = _sentence_end(text, next(that, end), end)
        denied = {"not", "n't", "never"} & set(text.lower[word:verb])
        place = text.span(*said) if said[0] < said[1] else None
        if place is None or denied or said[1] - said[0] < LEAST_CLAUSE:
            continue
        if not any(overlap(c, place) for r in reports for c in r.content):
            yield _made(text, "reports.plain", (None, (word + 1, verb + 1), said))


def _unparted(text: Text) -> Iterator[Report]:
    """ "The bridge was hit the group said", in a text that has lost its commas."""
    if "," in text.words or len(text.words) < LEAST_TEXT:
        return
    for first, last in text.segments.bounds:
        end = last
        while end > first and text.words[end - 1] in _STOPS:
            end -= 1
        if end == last or _CLOSED & set(text.words[first:end]):
            continue
        verb = next((w for w in range(end - 1, first, -1) if text.lower[w] in _TOLD), first)
        if verb == first or text.upos(verb) != "VERB" or end - verb > LONGEST_SPEAKER + 2:
            continue
        source = _name_before(text, first, verb)
        place = (source[0], verb) if source else (verb + 1, end)
        after = (verb + 1, end) if source else _name_after(text, verb, end)
        if source is None and after is None:
            continue
        said = (first, source[0] if source else verb)
        asks = text.lower[said[1] - 1] in _LINKING
        closes = source is None or all(text.upos(w) in _WHEN for w in range(verb + 1, end))
        if closes and not asks and said[1] - first >= LEAST_CLAUSE and _has_verb(text, *said):
            yield _made(
                text, "reports.unparted", (place if source else after, (verb, verb + 1), said)
            )


def _name_before(text: Text, first: int, verb: int) -> Span | None:
    """ "he", "the group", "Siege Watch" before a verb: whoever cannot belong to what stands before them."""
    at = verb - 1
    if text.lower[at] in {"he", "she", "they"}:
        return (at, verb)
    if text.upos(at) == "NOUN":
        described = at - 1 - (text.upos(at - 1) in {"ADJ", "NOUN", "VERB"})
        opens = described > first and text.lower[described] in {"the", "a", "an"}
        return (described, verb) if opens else None
    while at > first and text.upos(at) == "PROPN" and not text.lower[at].endswith("day"):
        at -= 1
    at -= text.lower[at] == "the" and at > first
    return (at + 1, verb) if first < at < verb - 1 else None


def _name_after(text: Text, verb: int, end: int) -> Span | None:
    """ "said Furati", "said Security Officer Ammar Aref to ARA News"."""
    at = verb + 1
    while at < end and text.upos(at) == "PROPN":
        at += 1
    goes_on = at < end and text.lower[at] not in {"to", "in", "on"}
    return None if at == verb + 1 or goes_on else (verb + 1, at)


def _beside(text: Text, reports: tuple[Report, ...]) -> Iterator[Report]:
    for first, last in text.segments.bounds:
        end = last
        while end > first and text.words[end - 1] in _STOPS:
            end -= 1
        commas = [w for w in range(first, end) if text.words[w] == ","]
        if text.lower[first] == "as" and commas and end - commas[0] > LEAST_CLAUSE:
            told = _admitted(text, first + 1, commas[0])
            if told:
                yield _made(text, "reports.admitted", (*told, (commas[0] + 1, end)))
                continue
        for opens, closes in pairwise(commas):
            led = text.lower[opens + 1] == "as"
            told = _admitted(text, opens + 1 + led, closes)
            if told and not led:
                # "The dam is sound, Koch maintains, but cracks have been found"
                apart = closes + 1 < end and text.lower[closes + 1] in _TURNING
                if (
                    apart
                    and not _is_marked(text, told[1], reports)
                    and _has_verb(text, first, opens)
                ):
                    yield _made(text, "reports.admitted", (*told, (first, opens)))
                continue
            if told and closes + 1 < end:
                made = _made(text, "reports.admitted", (*told, (first, opens)))
                rest = text.span(closes + 1, end)
                if any(rest[0] <= c[0] < rest[1] for r in reports for c in r.cue):
                    # "Asked if it hurts, as critics have argued, Koch argued that": two reports.
                    break
                yield replace(made, content=(*made.content, rest), end=max(made.end, rest[1]))
                break
        if (
            commas
            and end - commas[-1] <= LONGEST_SPEAKER + 2
            and commas[-1] - first >= LEAST_CLAUSE
        ):
            yield from _tail(text, (first, commas[-1], end), reports)


def _admitted(text: Text, first: int, last: int) -> tuple[Span, Span] | None:
    """Speaker and verb of "[the army] has since [admitted]"; behind the verb no object."""
    verb = next((w for w in range(first + 1, last) if text.lower[w] in _SAID), None)
    if verb is None or last - verb > LONGEST_TAIL or text.upos(verb) == "NOUN":
        return None
    own = {"obj", "ccomp", "xcomp"}
    if any(text.relation(c) in own and verb < c < last for c in text.children(verb)):
        return None
    end = verb
    while end > first and (text.upos(end - 1) == "ADV" or text.lower[end - 1] in _HELPERS):
        end -= 1
    return ((first, end), (end, last)) if _is_speaker(text, first, end) else None


def _tail(text: Text, place: tuple[int, int, int], reports: tuple[Report, ...]) -> Iterator[Report]:
    """ "The mine is dead, Orr laments", "..., or so the army claims": where nothing was marked yet."""
    first, comma, end = place
    so = text.lower[comma + 1 : comma + 3] == ["or", "so"]
    begin = comma + 3 if so else comma + 1
    verbs = [
        w
        for w in range(begin, end)
        if text.lower[w] in _SAID and (text.upos(w) != "NOUN" or w + 1 == end)
    ]
    if len(verbs) != 1 or _CHARGES & set(text.lower[begin : verbs[0]]):
        # "He was accused of taking bribes, charges he denies": not that he was accused.
        return
    verb = verbs[0]
    marked = _is_marked(text, (verb, verb + 1), reports)
    if (marked and not so) or not _has_verb(text, first, comma) or (verb + 1 < end and not so):
        return
    if text.lower[begin:verb] in (["it", "was"], ["it", "is"], ["it", "has", "been"]) and so:
        yield _made(text, "reports.admitted", (None, (verb, verb + 1), (first, comma)))
    elif _is_speaker(text, begin, verb):
        yield _made(text, "reports.admitted", ((begin, verb), (verb, verb + 1), (first, comma)))


def _is_marked(text: Text, words: Span, reports: tuple[Report, ...]) -> bool:
    place = text.span(*words)
    return any(overlap(place, cue) for report in reports for cue in report.cue)


def _has_verb(text: Text, first: int, last: int) -> bool:
    return any(text.upos(w) in {"VERB", "AUX"} for w in range(first, last))


def _headlines(text: Text) -> Iterator[Report]:
    """ "Koch lied about fees: report": a line without a full stop whose last words say whose word it is."""
    for (first, last), (_, end) in zip(text.segments.bounds, text.segments.sentences, strict=True):
        colons = [w for w in range(first, last) if text.words[w] == ":"]
        alone = text.document.text[end : end + 1] in {"", "\n"}
        if len(colons) != 1 or not alone or text.words[last - 1] in _STOPS:
            continue
        colon = colons[0]
        spoken = _spoken_of(text, first, colon, last)
        if spoken is not None:
            yield spoken
            continue
        source = (colon + 1, last)
        if not 0 < last - source[0] <= LONGEST_HEADLINE_SOURCE or colon - first < LEAST_CLAUSE:
            continue
        named = all(text.upos(w) in _NAMING for w in range(*source)) and (
            text.lower[last - 1] in _SPEAKERS or text.upos(last - 1) == "PROPN"
        )
        if named and any(text.upos(w) in {"VERB", "AUX"} for w in range(first, colon)):
            yield _made(text, "reports.headline", (source, (colon, colon + 1), (first, colon)))


def _spoken_of(text: Text, first: int, colon: int, last: int) -> Report | None:
    """ "Koch on Orr: 'He sold the port'": whose quotation a headline is, and what it is about."""
    on = next((w for w in range(first + 1, colon) if text.lower[w] == "on"), None)
    quoted = colon + 1 < last and text.words[colon + 1][0] in _OPENING
    if on is None or not quoted or on - first > LONGEST_HEADLINE_SOURCE:
        return None
    if not all(text.upos(w) in _NAMING for w in range(first, on)):
        return None
    made = _made(text, "reports.headline", ((first, on), (colon, colon + 1), (colon + 1, last)))
    return replace(made, direct=True)


def _sentence_end(text: Text, first: int, last: int) -> Span:
    """What is said from a word to its sentence's end, without "that" before it and the stop behind it."""
    while first < last and text.lower[first] in {"that", ",", ":"}:
        first += 1
    while last > first and text.words[last - 1] in _STOPS:
        last -= 1
    return first, last


def _is_speaker(text: Text, first: int, last: int) -> bool:
    return (
        0 < last - first <= LONGEST_SPEAKER
        and all(text.upos(w) in _NAMING or text.lower[w] == "'s" for w in range(first, last))
        and text.lower[first] not in _NOBODY
        and any(text.upos(w) in {"NOUN", "PROPN", "PRON"} for w in range(first, last))
    )
