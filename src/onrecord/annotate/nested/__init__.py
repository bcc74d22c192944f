"""Reports within reports: the model marks one level only, as PolNeAR does; the words tell the rest.

Word order decides before the tree: inside what is told of somebody's telling, the tree of a small
model often hangs the innermost clause on the wrong verb.
"""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from onrecord.annotate.nested.nouns import with_claimed
from onrecord.annotate.nested.openings import Stretch, content_of, heard_from, sayer_of
from onrecord.annotate.nested.signed import signed
from onrecord.lexicons import lexicon
from onrecord.records.marks import Report
from onrecord.records.spans import Span, overlap
from onrecord.records.texts import Text

RULES = {
    "reports.nested": "Inside what a source says, a reporting verb with a subject and a clause of its own is a report within the report.",
    "reports.cited": 'Whoever a source quotes or cites ("the site, citing two doctors, said") stands behind it.',
    "reports.signed": "A post is the word of whoever signs it at its end, under a name and an address with @.",
    "reports.claimed": 'A noun says whose word a clause is: "Pike\'s charge that she took bribes".',
    "reports.while": 'A second report after "while" is not part of what the first source said.',
}
_WORDS = lexicon("reporting").words
_VERBS = frozenset(
    word for name in ("say", "think", "show", "call", "hear") for word in _WORDS[name]
)
_GOING_ON = frozenset("added adds continued continues".split())
"""What a quotation's speaker does behind it."""
_HEARING = frozenset(_WORDS["hear"])
_CITING = frozenset(_WORDS["cite"])
_SOURCES = frozenset(
    word
    for name in ("collective", "unnamed", "document", "institution", "person")
    for word in lexicon("sources").words[name]
)
_QUOTES, _CLOSING = frozenset('“"«'), frozenset('”"»')
_NAMING = frozenset({"PROPN", "NOUN", "PRON"})
_LONGEST_CITED = 14
_LONGEST_LEAD = 8


def nested(text: Text, outer: tuple[Report, ...]) -> tuple[Report, ...]:
    """All reports: those given, trimmed where two were run together, and those within them."""
    taken = {w for report in outer for span in report.cue for w in range(*text.range(span))}
    found: dict[int, Report] = {}
    kept: list[Report] = []
    given = with_claimed(text, signed(text, outer))
    for report in (part for whole in given for part in _unfolded(text, whole)):
        parts = [p for given in _parted(text, report) for p in _with_cited(text, given)]
        kept += parts
        kept += [made for part in parts for made in _quoted_within(text, part)]
        for stretch in (s for part in parts for s in _stretches(text, part)):
            for verb in range(stretch.first, stretch.last):
                if verb in found or verb in taken or text.lower[verb] not in _VERBS:
                    continue
                made = _report(text, verb, stretch)
                if made is not None:
                    found[verb] = made
    return tuple(sorted(_once((*kept, *found.values())), key=lambda r: r.span))


def _once(reports: tuple[Report, ...]) -> Iterator[Report]:
    """Without what the model marked as a report and is only a source cited in another."""
    cited = [r.source[0] for r in reports if r.rule == "reports.cited"]
    for report in reports:
        if report.rule == "reports.cited" or not any(c in cited for c in report.content):
            yield report


def _stretches(text: Text, report: Report) -> Iterator[Stretch]:
    """The contents of a report, sentence by sentence."""
    bounds = text.segments.bounds
    for span in report.content:
        first, last = text.range(span)
        that = first < last and text.lower[first] == "that"
        while first < last:
            end = min(last, bounds[text.sentence(first)][1])
            yield Stretch(first=first, last=end, that=that, direct=report.direct)
            first = end


def _report(text: Text, verb: int, inside: Stretch) -> Report | None:
    """The report whose verb this is, with its source and content inside a stretch of words."""
    said = content_of(text, verb, inside)
    hears = text.lower[verb] in _HEARING
    told = heard_from(text, verb, inside) if hears else sayer_of(text, verb, inside)
    if said is None or told is None:
        return None
    source, cue = told
    if text.lower[source[0] - 1 : source[0] + 1] in (["at", "least"], ["at", "most"]):
        source = (source[0] - 1, source[1])
    parts = {
        name: (text.span(*words),)
        for name, words in (("source", source), ("cue", cue), ("content", said))
    }
    return _of(parts, "reports.nested")


def _quoted_within(text: Text, report: Report) -> Iterator[Report]:
    """A quotation with its own speaker in what another source says: "..., " he told them, they report."""
    first, last = text.range(report.content[0])
    if text.words[first] not in _QUOTES:
        # "Koch gave a warning: “We will not be moved,” she said, according to the Gazette."
        colons = (w for w in range(first, last - 1) if text.words[w] == ":")
        first = next((w + 1 for w in colons if text.words[w + 1] in _QUOTES), last)
    if first == last:
        return
    closing = next((w for w in range(first + 2, last - 2) if text.words[w] in _CLOSING), last)
    turned = _turned_speaker(text, closing + 1, last)
    if turned is not None:
        spoken = (closing + 1, closing + 2)
        parts = {"source": turned, "cue": spoken, "content": (first, closing + 1)}
        yield _with_more(text, report, parts)
        return
    verbs = (w for w in range(closing + 2, min(last, closing + _LONGEST_LEAD)))
    verb = next((w for w in verbs if text.lower[w] in _VERBS | _GOING_ON), None)
    if verb is not None and text.upos(verb - 1) == "AUX" and text.lower[verb].endswith("ed"):
        # "“some” lawmakers were notified"
        return
    if verb is None or not any(text.upos(w) in _NAMING for w in range(closing + 1, verb)):
        return
    places = {
        "source": (closing + 1, verb),
        "cue": (verb, verb + 1),
        "content": (first, closing + 1),
    }
    yield _with_more(text, report, places)


def _with_more(text: Text, report: Report, places: Mapping[str, Span]) -> Report:
    """The speaker's report, with the quotations that follow: "..., " she said, they report. "More."."""
    parts = {name: (text.span(*words),) for name, words in places.items()}
    more = tuple(
        content
        for content in report.content[1:]
        if content[0] > parts["cue"][0][1] and text.slice(content)[:1] in _QUOTES
    )
    return _of({**parts, "content": (*parts["content"], *more)}, "reports.nested")


def _turned_speaker(text: Text, verb: int, last: int) -> Span | None:
    """Who stands behind a reporting verb that follows a quotation: "..., " said Captain Moser."""
    said = verb + 1 < last and text.words[verb] in _VERBS and text.upos(verb) == "VERB"
    if not said:
        return None
    end = verb + 1
    while end < last and (
        text.upos(end) in _NAMING | {"DET", "ADJ", "NUM"} or text.lower[end] == "of"
    ):
        end += 1
    named = any(text.upos(w) in _NAMING for w in range(verb + 1, end))
    return (verb + 1, end) if named else None


def _of(parts: Mapping[str, tuple[Span, ...]], rule: str) -> Report:
    spans = [span for part in parts.values() for span in part]
    return Report(
        start=min(start for start, _ in spans),
        end=max(end for _, end in spans),
        rule=rule,
        score=0.7,
        direct=False,
        **parts,
    )


def _unfolded(text: Text, report: Report) -> Iterator[Report]:
    """Two reports where the model ran them into one: "She says the minister told them that ..."."""
    if len(report.source) != 2 or len(report.cue) != 2 or not report.content:
        yield report
        return
    (outer, inner), (says, told) = report.source, report.cue
    # "According to the Gazette, Tovar said that ..." names the outer source after its cue.
    inside_out = says[1] <= outer[0] < inner[0] < told[0]
    if not (inside_out or outer[1] <= says[0] < inner[0] < told[0]) or (
        told[0] > report.content[0][0]
    ):
        yield report
        return
    end = report.content[-1][1]
    yield replace(report, source=(outer,), cue=(says,), content=((inner[0], end),))
    yield _of({"source": (inner,), "cue": (told,), "content": report.content}, "reports.nested")


def _parted(text: Text, report: Report) -> Iterator[Report]:
    """A report cut in two where its content runs on into another: "..., while both armies denied it"."""
    if report.direct or len(report.content) != 1:
        yield report
        return
    first, last = text.range(report.content[0])
    for word in range(first + 2, last - 3):
        if text.lower[word] in {"while", "whereas"} and text.lower[word - 1] == ",":
            beside = Stretch(first=word + 1, last=last, that=False, direct=False)
            verbs = [
                w
                for w in range(word + 1, min(last, word + _LONGEST_LEAD))
                if text.lower[w] in _VERBS
            ]
            second = _report(text, verbs[0], beside) if verbs else None
            if second is not None:
                yield replace(report, content=(text.span(first, word - 1),), end=second.start)
                yield replace(second, rule="reports.while")
                return
    yield report


def _with_cited(text: Text, report: Report) -> Iterator[Report]:
    """A report, and behind its source whoever that cites: "The site, citing two doctors, said"."""
    led = _cited_first(text, report)
    if led is not None:
        yield from led
        return
    place = _citing(text, report)
    if place is None:
        yield report
        return
    verb, last = place
    named = text.span(verb, last)
    parts = {
        name: tuple(span for span in getattr(report, name) if not overlap(span, named))
        for name in ("source", "cue", "content")
    }
    parts["source"] = tuple(
        s for s in parts["source"] if text.slice(s).lower() not in {"which", "who"}
    )
    parts["cue"] = parts["cue"] or _verb_before(text, parts["content"])
    if not parts["content"] or not parts["cue"]:
        yield report
        return
    yield replace(report, **parts)
    behind = {"source": (text.span(verb + 1, last),), "cue": (text.span(verb, verb + 1),)}
    yield _of({**behind, "content": parts["content"]}, "reports.cited")


def _cited_first(text: Text, report: Report) -> tuple[Report, Report] | None:
    """ "According to the site, which quoted [two doctors, the tests failed]": two voices, one clause."""
    first, last = text.range(report.content[0])
    if first == 0 or text.lower[first - 1] not in _CITING or not report.source:
        return None
    if any(overlap(cue, text.segments.words[first - 1]) for cue in report.cue):
        return None
    comma = next((w for w in range(first + 1, last - 2) if text.words[w] == ","), None)
    if comma is None or not _names_a_source(text, first, comma):
        return None
    content = (text.span(comma + 1, last), *report.content[1:])
    cue = text.span(first - 1, first)
    source = tuple(s for s in report.source if not overlap(s, cue))
    places = {"source": (text.span(first, comma),), "cue": (cue,), "content": content}
    outer = replace(report, source=source or report.source, content=content)
    return outer, _of(places, "reports.cited")


def _citing(text: Text, report: Report) -> tuple[int, int] | None:
    """Where a report's own sentence cites somebody: the word "citing", and the end of whom it names."""
    cue = text.range(report.cue[0])[0]
    first, end = text.segments.bounds[text.sentence(cue)]
    for word in range(first, end - 1):
        led = text.lower[word - 1] if word > first else ","
        is_cited = text.lower[word] in _CITING and (
            text.lower[word].endswith("ing") or led in {"which", "who"}
        )
        if not is_cited or any(overlap(c, text.segments.words[word]) for c in report.content):
            continue
        last = word + 1
        while last < min(end, word + _LONGEST_CITED) and text.words[last] not in {
            ",",
            ".",
            ";",
            ")",
        }:
            last += 1
        if _names_a_source(text, word + 1, last):
            return word, last
    return None


def _names_a_source(text: Text, first: int, last: int) -> bool:
    """Whether words name somebody who can be quoted: "citing national security" cites nobody."""
    for word in range(first, last):
        if text.upos(word) in {"ADP", "VERB", "SCONJ"}:
            return False
        if text.lower[word] in _SOURCES or text.upos(word) == "PROPN":
            return True
    return False


def _verb_before(text: Text, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """The reporting verb that leads up to a content, where the model marked another as the cue."""
    if not content:
        return ()
    first = text.range(content[0])[0]
    for word in range(first - 1, max(-1, first - _LONGEST_LEAD), -1):
        if text.lower[word] in _VERBS and text.upos(word) == "VERB":
            return (text.span(word, word + 1),)
    return ()
