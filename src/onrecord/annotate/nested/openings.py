"""Where the source of a reporting verb stands and where what it reports begins, by word order."""

from onrecord.lexicons import lexicon
from onrecord.records.spans import Record
from onrecord.records.texts import Text

_WORDS = lexicon("reporting").words
_THINKING = frozenset(_WORDS["think"])
_TELLING = frozenset(_WORDS["tell"])
_HEARING = frozenset(_WORDS["hear"])
_CALLING = frozenset(_WORDS["call"])
_SHOWING = frozenset(_WORDS["show"])
_DOCUMENT = frozenset(lexicon("sources").words["document"])
_DENYING = frozenset({"denied", "denies", "deny", "denying"})
_BE = frozenset({"is", "are", "was", "were", "been", "being", "be"})
_UNSURE = frozenset(
    {"not", "n't", "never", "may", "might", "could", "can", "should", "must", "to", "would", "will"}
)
_OBJECTS = frozenset({"me", "us", "you", "him", "her", "them", "it"})
_NOBODY = frozenset(
    {
        "i",
        "we",
        "you",
        "that",
        "which",
        "this",
        "who",
        "whom",
        "what",
        "there",
        "nobody",
        "none",
        "one",
    }
)
"""As subjects of a reporting verb these bring in no further voice."""
_SOME = frozenset({"another", "both", "some", "many", "most", "others", "all", "few", "several"})
_BARE = frozenset(v for name in ("say", "think") for v in _WORDS[name] if v + "s" in _WORDS[name])
_SELF = frozenset({"he", "she", "they", "it"})
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today".split()
)
"""At the end of a source these say when: "lawmakers Friday said"."""
_ASKING = frozenset("whether if who whom whose what which how why when where".split())
_QUOTES = frozenset('“"«')
_CLOSING = frozenset('”"»')
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_IN_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "PRON"})
_TURNS = frozenset({"while", "whereas", "but", "although", "though"})
_JUDGED = frozenset(
    "lie lies false nonsense untrue wrong absurd ridiculous not fiction insane crazy outrageous true rubbish joke".split()
)
"""What the outer voice says of a report in it: ", which is nonsense"."""
FARTHEST_THAT = 12
"""Words between a reporting verb and its "that": "told the mayor's office on Monday that"."""
LEAST_CONTENT = 2

Range = tuple[int, int]


class Stretch(Record, frozen=True, kw_only=True):
    """Words ``[first, last)`` of one sentence that somebody says; ``that``: they began with "that".

    ``direct``: they stand in quotation marks.
    """

    first: int
    last: int
    that: bool
    direct: bool


def sayer_of(text: Text, verb: int, inside: Stretch) -> tuple[Range, Range] | None:
    """Source and cue of a reporting verb, both inside a stretch; ``None`` if nobody is said to say it."""
    if text.upos(verb) != "VERB":
        return None
    first = verb
    while first > inside.first and _helps(text, first - 1):
        first -= 1
    helpers = set(text.lower[first:verb])
    if helpers & _UNSURE:
        return None
    if helpers & _BE and not text.lower[verb].endswith("ing"):
        source = _agent(text, verb, inside)
    else:
        source = _subject(text, verb, first, inside)
    if source is None or not _can_say(text, verb, source, inside):
        return None
    while first < verb and text.upos(first) != "AUX":
        first += 1
    return source, (first, verb + 1)


def heard_from(text: Text, verb: int, inside: Stretch) -> tuple[Range, Range] | None:
    """Source and cue where a verb names whom something was heard from: "learned from the envoy that"."""
    if text.lower[verb] not in _HEARING or verb + 1 >= inside.last:
        return None
    first = verb + 2
    last = first
    while last < inside.last and text.upos(last) in _IN_PHRASE and text.lower[last] != "that":
        last += 1
    if text.lower[verb + 1] != "from" or last == first or last >= inside.last:
        return None
    return ((first, last), (verb, verb + 2)) if text.lower[last] == "that" else None


def _helps(text: Text, word: int) -> bool:
    return (
        text.upos(word) in {"AUX", "ADV"}
        or text.lower[word] in {"not", "n't", "never", "to"}
        or (text.lower[word] in {"has", "have", "had"})
    )


def _can_say(text: Text, verb: int, source: Range, inside: Stretch) -> bool:
    """Whether a source is a voice of its own beside the one it stands in.

    "She said she thought": one voice; "the papers show" needs papers.
    """
    words, said = text.lower[slice(*source)], text.lower[verb]
    if words[0] in _OBJECTS - {"it", "you", "her"} or (
        len(words) == 1 and (words[0] in _NOBODY or (words[0] in _SELF and said in _THINKING))
    ):
        return False
    is_heard = source[0] > inside.first and text.lower[source[0] - 1] in _HEARING
    if said in _BARE and not is_heard and not _is_many(text, source):
        return False
    if source[0] > inside.first and text.lower[source[0] - 1] in {
        "what",
        "which",
        "whom",
        "when",
        "of",
    }:
        return False
    if text.lower[verb] in _SHOWING:
        return any(word in _DOCUMENT for word in words)
    return any(text.upos(w) in _NOMINAL for w in range(*source)) or words[-1] in _SOME


def _is_many(text: Text, source: Range) -> bool:
    """Whether a verb in its bare form can be a source's: "officials say", not "let a man say"."""
    words = text.lower[slice(*source)]
    plain = words[-1].endswith("s") and text.words[source[1] - 1].islower()
    return plain or bool({"and", "people", "police", "they", "percent", *_SOME} & set(words))


def _agent(text: Text, verb: int, inside: Stretch) -> Range | None:
    """Whoever a passive names: "had been told by the envoy"."""
    after = verb + 1
    if after >= inside.last or text.lower[after] != "by":
        return None
    last = after + 1
    while last < inside.last and text.upos(last) in _IN_PHRASE and text.lower[last] != "that":
        last += 1
    return (after + 1, last) if last > after + 1 else None


def _subject(text: Text, verb: int, end: int, inside: Stretch) -> Range | None:
    """The noun phrase in front of a verb: by the tree with all that hangs on it, else by its words."""
    described = _described(text, end, inside)
    if described is not None:
        return described
    heads = [
        c for c in text.children(verb) if text.relation(c) == "nsubj" and inside.first <= c < end
    ]
    if not heads and text.relation(verb) == "conj" and text.upos(end - 1) == "CCONJ":
        # "praised the nurses and said": who praised them said so.
        shared = _shared(text, verb, inside)
        if shared is not None:
            return shared
    below = set(text.subtree(heads[-1])) if heads else set()
    if end - 1 in below or (text.words[end - 1] == "," and end - 2 in below):
        first, last = _run(text, below, heads[-1], inside.first)
    else:
        first, last = _phrase(text, end, inside.first)
    if first < last and text.upos(first) == "ADP":
        first, last = _phrase(text, end, inside.first)
    while first < last and (
        text.upos(first) in {"PUNCT", "CCONJ", "SCONJ", "ADV"} or _is_object(text, first)
    ):
        first += 1
    if last - first > 1 and text.lower[last - 1] in _DAYS:
        last -= 1
    return (first, last) if last > first and text.upos(last - 1) != "ADP" else None


def _described(text: Text, end: int, inside: Stretch) -> Range | None:
    """The phrase that words between two commas describe: "[The nurse], a mother of two, said"."""
    if text.words[end - 1] != ",":
        return None
    opened = [w for w in range(inside.first, end - 1) if text.words[w] == ","]
    first, last = _phrase(text, opened[0], inside.first) if opened else (0, 0)
    return (first, last) if first == inside.first < last else None


def _shared(text: Text, verb: int, inside: Stretch) -> Range | None:
    """The subject of the verb that another goes on from, inside a stretch."""
    top = text.syntax.heads[verb]
    found = [c for c in text.dependents(top, "nsubj") if inside.first <= c < top]
    first_verb = not any(text.upos(w) in {"VERB", "AUX"} for w in range(inside.first, top))
    past = text.lower[verb].endswith("ed") or text.lower[verb] in {"said", "told", "wrote"}
    if not found or not first_verb or not past:
        return None
    first, last = text.phrase(found[0])
    return (first, last) if first >= inside.first and last <= top else None


def _run(text: Text, below: set[int], head: int, floor: int) -> Range:
    """The unbroken words around a head among those below it, and a title or name right before."""
    first = last = head
    while first - 1 in below and first > floor:
        first -= 1
    while last + 1 in below:
        last += 1
    while first > floor and text.upos(first - 1) == "PROPN" and text.upos(first) == "PROPN":
        first -= 1
    return first, last + 1


def _phrase(text: Text, end: int, floor: int) -> Range:
    """The noun phrase that ends before a word: "one of them", "Mayor Devon Achterberg"."""
    first = end
    while first > floor and (
        text.upos(first - 1) in _IN_PHRASE
        or (
            text.lower[first - 1] in {"of", "at", "in", "from", "for"}
            and first - 2 >= floor
            and text.upos(first - 2) in _NOMINAL
        )
    ):
        first -= 1
        if text.lower[first] in _SELF or text.lower[first] in {"that", "which"}:
            break
    return first, end


def _is_object(text: Text, word: int) -> bool:
    """ "her" in "told her an inspector had said", taken for the inspector's."""
    return text.lower[word] in _OBJECTS and text.upos(word + 1) == "DET"


def content_of(text: Text, verb: int, inside: Stretch) -> Range | None:
    """What a verb reports: a clause after it, or what it calls somebody; ``None`` if neither."""
    if text.lower[verb] in _CALLING:
        return _called(text, verb, inside)
    first = _opening(text, verb, inside)
    if first is None:
        return None
    last = _closing(text, first, inside)
    denied = text.lower[verb] in _DENYING and text.lower[first].endswith("ing")
    if last - first < LEAST_CONTENT or not (denied or _is_clause(text, first, last)):
        return None
    return first, last


def _called(text: Text, verb: int, inside: Stretch) -> Range | None:
    """ "called the draft “alarmist”": up to the end of the quoted words."""
    quoted = False
    after = verb + 1
    if after < inside.last and text.words[after] in _QUOTES:
        # "what he called “hell”": a name held at arm's length, no report.
        return None
    for word in range(after, min(inside.last, verb + 2 * FARTHEST_THAT)):
        if quoted and text.words[word] in _CLOSING:
            return after, word + 1
        quoted = quoted or text.words[word] in _QUOTES
    return None


def _opening(text: Text, verb: int, inside: Stretch) -> int | None:
    """The word at which what is reported begins."""
    after = verb + 1
    if text.lower[after : after + 2] in ([",", "and"], [",", "but"], [",", "or"]):
        # "until the king agreed, and that ..."
        return None
    for word in range(after, min(inside.last, after + FARTHEST_THAT)):
        lower = text.lower[word]
        dated = text.upos(word - 1) in {"PROPN", "NUM", "ADV"}
        if lower == "that" and (word == after or dated or text.upos(word) == "SCONJ"):
            return word
        if lower in _ASKING or (word > after and text.words[word] in {",", ";"}):
            break
        if text.upos(word) in {"VERB", "AUX"}:
            break
    if after >= inside.last or text.lower[after] in _ASKING or text.words[after] in {",", ";", "."}:
        return None
    if text.lower[verb] in _TELLING:
        return _after_hearer(text, after, inside.last)
    return after


def _after_hearer(text: Text, word: int, end: int) -> int | None:
    """The word after whom something is told: "told [her] an inspector had said"."""
    if text.lower[word] in _OBJECTS:
        return word + 1 if word + 1 < end and text.lower[word + 1] not in _ASKING else None
    first = word
    while word < end and text.upos(word) in _IN_PHRASE - {"PRON"}:
        if word > first and text.upos(word) == "DET":
            break
        word += 1
    return word if first < word < end and text.upos(word) in {"PRON", "DET"} else None


def _is_clause(text: Text, first: int, last: int) -> bool:
    """Whether words hold a subject and, after it, a verb that is no infinitive."""
    begun = False
    for word in range(first, last):
        if text.upos(word) in {"VERB", "AUX"}:
            return begun and text.lower[word - 1] != "to"
        if text.lower[word] in {"to", "of", "by", "about", "against", "with"} and not begun:
            return False
        begun = (
            begun
            or text.upos(word) in _NOMINAL
            or text.lower[word] in {"both", "all", "any", "that"}
        )
    return False


def _closing(text: Text, first: int, inside: Stretch) -> int:
    """The word after the last that is reported: the end of the stretch, or where another report begins."""
    last = inside.last
    for word in range(first + 2, inside.last - 1):
        if _turns(text, word, first, inside):
            last = word
            break
    while last > first and text.upos(last - 1) == "PUNCT" and not _closes(text, first, last - 1):
        last -= 1
    return last


def _turns(text: Text, word: int, first: int, inside: Stretch) -> bool:
    """Whether a word leads from what is reported to something else that the outer source says."""
    lower, comma = text.lower[word], text.words[word - 1] == ","
    if comma and lower == "which" and text.lower[word + 1] in {"is", "was"}:
        return bool(_JUDGED & set(text.lower[word + 2 : min(inside.last, word + 6)]))
    if lower in _TURNS:
        return comma
    if lower != "and":
        return False
    if text.lower[word + 1] == "that":
        # "The charity says it feeds nine towns and that it was never paid" is all its word.
        taking = text.lower[first].endswith("ing")
        return taking or (inside.that and (text.lower[first] != "that" or comma))
    verbs = [w for w in range(word + 1, min(inside.last, word + 5)) if text.upos(w) == "VERB"]
    return bool(verbs) and verbs[0] > word + 1 and text.lower[verbs[0]] in _WORDS["say"]


def _closes(text: Text, first: int, word: int) -> bool:
    """A mark that closes what was opened in the same words: “was in danger”, (again), 5 %."""
    if text.words[word] in _CLOSING:
        return any(mark in _QUOTES for mark in text.words[first:word])
    return text.words[word] in {")", "%"}
