"""Whose words a cue reports, where no source points at it: beside the cue, or by the tree."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec.structs import replace

from onrecord.lexicons import lexicon
from onrecord.records.predictions import Tag
from onrecord.records.texts import Text

_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "'re"})
_PASSIVE = ("ed", "en", "told", "said", "thought", "held", "sworn")
_SPOKEN_OF = frozenset("expected believed thought said reported alleged rumoured presumed".split())
_HEARERS = frozenset("told warned notified informed advised assured reminded briefed".split())
_REPORTING = frozenset(
    word for name in ("say", "think", "call", "expect") for word in lexicon("reporting").words[name]
) | frozenset("deemed considered regarded seen viewed".split())
_SOMEBODY = frozenset(
    word
    for name in ("collective", "unnamed", "institution", "person")
    for word in lexicon("sources").words[name]
)
_TIMES = frozenset(
    "early late mid end summer spring winter autumn fall year years month week then now next".split()
)
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_SHARING = frozenset({"conj", "advcl", "xcomp", "acl", "parataxis"})
"""Relations by which a verb has the subject of the one it hangs on."""
_ASKED = tuple([verb, "by"] for verb in ("interviewed", "quoted", "contacted", "cited", "reached"))
_STEPS, _LONGEST = 4, 5
_CLOSING = frozenset('”"»')
_OPENS_NOUN = frozenset({"PROPN", "DET", "NOUN"})
_BEFORE_NOUN = frozenset({"det", "compound", "amod", "nummod"})
_DOCUMENT = frozenset(lexicon("sources").words["document"])
_IN_NAME = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON"})
_WHO = frozenset({"who", "whom", "which"})
_SAYING = frozenset((*lexicon("reporting").words["say"], *lexicon("reporting").words["think"]))
FARTHEST_VERB, FARTHEST_SUBJECT = 8, 24
"""Words between a source and what it says, the reporting verb among them; and where the tree gives
that verb its subject."""
_MEANWHILE = frozenset({"as", "when", "after", "before", "while", "where", "because"})
_MORE_OR_LESS = frozenset({"more", "fewer", "less"})


def names_somebody(text: Text, tag: Tag) -> bool:
    """Whether a source is more than an article or preposition that the model cut off."""
    return any(text.upos(w) not in {"DET", "ADP", "PUNCT"} for w in range(tag.first, tag.last)) or (
        not text.syntax.upos
    )


def is_spoken_of(text: Text, source: Tag, cues: list[Tag]) -> bool:
    """The subject of a passive says nothing: "Mr. Orlu was accused of using it", by whoever it was."""
    if not text.syntax.heads:
        return False
    word = text.head_of(source.first, source.last)
    verb = text.syntax.heads[word]
    if text.syntax.relations[word] != "nsubj:pass" or not any(
        cue.first <= verb < cue.last for cue in cues
    ):
        return False
    helped = any(text.lower[c] in _BE for c in text.dependents(verb, "aux"))
    return helped and text.lower[verb].endswith(_PASSIVE)


def is_told(text: Text, source: Tag, cues: list[Tag]) -> bool:
    """Whether a source only hears it: "The palace was told in March that", by nobody named."""
    for cue in [c for c in cues if c.first >= source.last][:1]:
        words = text.lower[max(cue.first - 1, source.last) : cue.last]
        passive = any(a in _BE and b in _HEARERS | _SPOKEN_OF for a, b in pairwise(words))
        named = "by" in text.lower[cue.first : cue.last + 1]
        if source.last <= cue.first and passive and not named:
            return True
    return False


def by_whom(text: Text, cues: list[Tag]) -> tuple[list[Tag], list[Tag]]:
    """The cues, and whoever one names after "by": "is alleged | by prosecutors"."""
    kept: list[Tag] = []
    found: list[Tag] = []
    for cue in cues:
        by = next((w for w in range(cue.first + 1, cue.last - 1) if text.lower[w] == "by"), None)
        named = by is not None and any(text.upos(w) in _NOMINAL for w in range(by + 1, cue.last))
        says = bool(_REPORTING & set(text.lower[cue.first : by]))
        named = named and by is not None and _can_speak(text, by + 1, cue.last)
        dated = by is not None and any(
            text.upos(w) == "NUM" or text.lower[w] in _TIMES for w in range(by + 1, cue.last)
        )
        if by is not None and named and says and not dated:
            kept.append(replace(cue, last=by))
            found.append(replace(cue, first=by + 1, label="source"))
        else:
            kept.append(cue)
    return kept, found[:1]


def out_of_content(text: Text, cues: list[Tag], contents: list[Tag]) -> tuple[list[Tag], list[Tag]]:
    """The source that was taken for the end of what it says, and the contents without it.

    "Fifteen people were hurt, [medics] said"; "[Two members] told the Gazette that".
    """
    for content in contents:
        commas = [w for w in range(content.first, content.last) if text.words[w] == ","]
        first = commas[-1] + 1 if commas else content.first
        told = text.upos(cues[0].first) == "VERB" and text.lower[cues[0].first] in _SAYING
        named = all(text.upos(w) in _IN_NAME for w in range(first, content.last))
        if (
            content.last != cues[0].first
            or not told
            or not named
            or content.last - first > _LONGEST
        ):
            continue
        source = replace(content, first=first, label="source")
        rest = [c for c in contents if c is not content]
        if commas and _can_say(text, first, content.last):
            return [source], sorted(
                (*rest, replace(content, last=commas[-1])), key=lambda t: t.first
            )
        if not commas and rest and rest[0].first >= cues[0].last:
            return [source], rest
    return [], contents


def _can_say(text: Text, first: int, last: int) -> bool:
    several = text.upos(last - 1) == "NOUN" and text.lower[last - 1].endswith("s")
    own = text.lower[last - 1] in {"he", "she", "they"}
    return several or own or _can_speak(text, first, last)


def _can_speak(text: Text, first: int, last: int) -> bool:
    """Whether what stands after "by" is somebody: a name, "the army", "prosecutors"; not "telephone"."""
    words = range(first, last)
    return text.upos(first) == "DET" or any(
        text.upos(w) == "PROPN" or text.lower[w] in _SOMEBODY for w in words
    )


def of_document(text: Text, source: Tag, cues: list[Tag]) -> Tag:
    """A document that the cue names as its subject, where the model took only a name in it.

    "Documents obtained by the Gazette show ...": the documents do.
    """
    for subject in (s for cue in cues for s in text.dependents(_verb(text, cue), "nsubj")):
        whole = text.subtree(subject)
        first, last = whole[0], whole[-1] + 1
        inside = first <= source.first and source.last <= last
        # "Residents interviewed by the Gazette said": they did.
        asked = text.lower[source.first - 2 : source.first] in _ASKED
        if (
            inside
            and (asked or text.lower[subject] in _DOCUMENT)
            and not source.first <= subject < source.last
        ):
            return replace(source, first=first, last=last)
    return source


def without_hearer(sources: list[Tag], cues: list[Tag]) -> list[Tag]:
    """Sources without whom they told something: "[I] warned Mr. Orr that"."""
    before = [tag for tag in sources if cues and tag.last == cues[0].first]
    hearers = [tag for tag in sources if cues and tag.first == cues[-1].last]
    return [tag for tag in sources if tag not in hearers] if before else sources


def described(text: Text, source: Tag, cues: list[Tag]) -> Tag:
    """The source that words between two commas part from its cue: "Koch left as [Orr, her lawyer,] said".

    The model goes for whoever opens the sentence.
    """
    for cue in cues:
        closes = cue.first - 1
        commas = [w for w in range(source.last, closes) if text.words[w] == ","]
        if not commas or text.words[closes] != ",":
            continue
        first = commas[-1]
        while first > source.last and text.upos(first - 1) in _IN_NAME:
            first -= 1
        if source.last < first < commas[-1] and text.lower[first - 1] in _MEANWHILE:
            return replace(source, first=first, last=closes)
    return source


def with_inserted(
    text: Text, tags: Sequence[Tag], owner: Mapping[int, tuple[int, float]]
) -> dict[int, tuple[int, float]]:
    """Whose cue each tag is, a report in a relative clause parted from the one around it.

    "Koch, who [the Gazette says was paid nine million], denied it": the Gazette denied nothing.
    """
    parted = dict(owner)
    cues = [i for i, tag in enumerate(tags) if tag.label == "cue"]
    starts = {(tag.label, tag.first): i for i, tag in enumerate(tags)}
    ends = {(tag.label, tag.last): i for i, tag in enumerate(tags)}
    for one in cues:
        source = ends.get(("source", tags[one].first))
        content = starts.get(("content", tags[one].last))
        if source is None or content is None or text.lower[tags[source].first - 1] not in _WHO:
            continue
        sentence = text.sentence(tags[one].first)
        other = next((c for c in cues if tags[c].first >= tags[content].last), None)
        if other is None or text.sentence(tags[other].first) != sentence:
            continue
        pronoun = ends.get(("content", tags[source].first))
        own = {one, source, content} | ({pronoun} if pronoun is not None else set())
        for part, (top, score) in owner.items():
            around = tags[part].first < tags[source].first or tags[part].first > tags[other].first
            near = text.sentence(tags[part].first) == sentence
            if part not in own and top == one and around and near:
                parted[part] = (other, score)
        parted |= dict.fromkeys(own, (one, 1.0)) | {other: (other, 1.0)}
    return parted


def with_unmarked(
    text: Text, tags: tuple[Tag, ...], owner: Mapping[int, tuple[int, float]]
) -> tuple[tuple[Tag, ...], dict[int, tuple[int, float]]]:
    """Tags and owners with the reporting verb that stands unmarked between a source and a content.

    "[Orr] had just hours before told reporters [he understands it]".
    """
    made, owned = list(tags), dict(owner)
    for i, (source, content) in enumerate(pairwise(tags)):
        labels = (source.label, content.label)
        between = range(source.last, content.first)
        if labels != ("source", "content") or not 0 < len(between) <= FARTHEST_SUBJECT:
            continue
        if text.sentence(source.first) != text.sentence(content.first):
            continue
        said = [w for w in between if text.lower[w] in _SAYING and text.upos(w) == "VERB"]
        own = [w for w in said if _has_subject(text, w, source)]
        parted = any(text.words[w] in {",", ";", ":", "(", '"', "“"} for w in between)
        if parted or len(between) > FARTHEST_VERB:
            # "[Orr], who had been there on Monday, told the radio [that it fell]"
            said = [w for w in own if text.lower[content.first] == "that"]
        if len(said) != 1:
            continue
        cue = replace(source, first=said[0], last=said[0] + 1, label="cue")
        owned |= dict.fromkeys((i, i + 1, len(made)), (len(made), 1.0))
        made.append(cue)
    return tuple(made), owned


def _has_subject(text: Text, verb: int, source: Tag) -> bool:
    return any(source.first <= s < source.last for s in text.dependents(verb, "nsubj"))


def with_measure(text: Text, source: Tag) -> Tag:
    """A source with what bounds its number: "[Fewer than] one-third of voters"."""
    before = text.lower[max(0, source.first - 2) : source.first]
    counted = text.upos(source.first) == "NUM" or text.lower[source.first] in {"half", "a"}
    bounds = before[-1:] == ["than"] and before[0] in _MORE_OR_LESS
    return replace(source, first=source.first - 2) if counted and bounds else source


def beside(text: Text, cues: list[Tag], sources: list[Tag]) -> list[Tag]:
    """A source marked right beside a cue, in its sentence, that pointed nowhere or elsewhere."""
    first, last = cues[0].first, cues[-1].last
    for tag in sources:
        gap = first - tag.last if tag.last <= first else tag.first - last
        if 0 <= gap <= 1 and text.sentence(tag.first) == text.sentence(first):
            return [tag]
    return []


def subject_of(text: Text, cues: list[Tag], sources: list[Tag], contents: list[Tag]) -> list[Tag]:
    """Who does what the cue says, by the tree: its subject, that of the verb it hangs on, or "by" whom.

    What the tree hangs nowhere ("..., saying", "and vowed") has the source named before it.
    """
    if not text.syntax.heads or text.lower[cues[0].first] == "it":
        return []
    verb = _verb(text, cues[0])
    passive = _is_passive(text, verb)
    found = _agent(text, verb) if passive else _doer(text, verb)
    if found is not None:
        marked = [t for t in sources if t.first <= found < t.last]
        if marked:
            return marked[:1]
        first, last = text.phrase(found)
        last = max([last, *(text.phrase(c)[1] for c in text.dependents(found, "conj") if c < verb)])
        whole = Tag(first=first, last=last, label="source", score=0.5)
        by = passive and text.lower[first - 1] == "by" and _can_speak(text, first, last)
        held = [] if by else contents
        free = not any(t.first < last and first < t.last for t in (*held, *cues))
        if free and names_somebody(text, whole):
            return [whole]
    turned = _after_quotation(text, cues[0], contents)
    if turned is not None:
        return [turned]
    goes_on = not passive and _goes_on(text, verb)
    return _named_beside(text, cues[0], sources, contents) if goes_on else []


def _after_quotation(text: Text, cue: Tag, contents: list[Tag]) -> Tag | None:
    """Who stands right after the cue that follows a quotation: "..." asked Tovar."""
    at = cue.last
    quoted = text.words[cue.first - 1] in _CLOSING and any(t.last == cue.first for t in contents)
    if not quoted or at >= len(text.words) or text.upos(at) not in _OPENS_NOUN:
        return None
    head = next((w for w in range(at, at + _STEPS) if text.relation(w) not in _BEFORE_NOUN), at)
    first, last = text.phrase(head)
    return Tag(first=at, last=last, label="source", score=0.5) if first <= at < last else None


def _verb(text: Text, cue: Tag) -> int:
    """The verb of a cue, else its head."""
    verbs = [w for w in range(cue.first, cue.last) if text.upos(w) == "VERB"]
    return verbs[0] if verbs else text.head_of(cue.first, cue.last)


def _is_passive(text: Text, verb: int) -> bool:
    """Whether a verb's subject undergoes it: "was endorsed", "first reported by", "Asked about it"."""
    if not text.lower[verb].endswith(_PASSIVE) or text.upos(verb) != "VERB":
        return False
    helpers = {text.lower[c] for c in text.dependents(verb, "aux")}
    if helpers or text.dependents(verb, "nsubj"):
        return bool(helpers & _BE)
    opens = verb in _firsts(text, verb) or text.lower[verb - 1] in {"when", "if", "as"}
    return opens or text.relation(verb) == "acl" or _agent(text, verb) is not None


def _firsts(text: Text, word: int) -> range:
    """The first words of a word's sentence: its own place and one adverb or mark before it."""
    first = text.segments.bounds[text.sentence(word)][0]
    return range(first, first + 2)


def _agent(text: Text, verb: int) -> int | None:
    """The noun after "by" that hangs on a passive."""
    for word in text.dependents(verb, "obl"):
        if any(text.lower[c] == "by" for c in text.dependents(word, "case")):
            return word
    return None


def _doer(text: Text, verb: int) -> int | None:
    """The subject of a verb, or of what it hangs on; the noun that a participle describes."""
    at = verb
    for _ in range(_STEPS):
        subjects = text.dependents(at, "nsubj")
        if subjects and not text.dependents(at, "expl"):
            return subjects[0]
        above = text.syntax.heads[at]
        if above < 0 or text.relation(at) not in _SHARING:
            return None
        if text.relation(at) == "acl" and text.upos(above) in _NOMINAL:
            return above if above < verb else None
        at = above
    return None


def _goes_on(text: Text, verb: int) -> bool:
    """Whether a verb goes on with another's subject: "..., adding", "Noting this, she", "and vowed"."""
    if text.lower[verb].endswith("ing") and not text.dependents(verb, "aux"):
        return True
    before = verb - 1
    while before > 0 and text.upos(before) in {"ADV", "AUX", "PART"}:
        before -= 1
    return before >= 0 and text.lower[before] in {",", "and", "but", "then"}


def _named_beside(text: Text, cue: Tag, sources: list[Tag], contents: list[Tag]) -> list[Tag]:
    """The last source marked before a cue in its sentence, else the first one after it."""
    here = text.sentence(cue.first)
    own = [
        t
        for t in sources
        if text.sentence(t.first) == here and not any(c.first <= t.first < c.last for c in contents)
    ]
    before = [t for t in own if t.last <= cue.first]
    return before[-1:] or [t for t in own if t.first >= cue.last][:1]
