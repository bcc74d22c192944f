"""Where what somebody said ends and what the reporter holds against it begins."""

from collections.abc import Sequence

from msgspec.structs import replace

from onrecord.lexicons import lexicon
from onrecord.records.marks import Report
from onrecord.records.predictions import Tag
from onrecord.records.texts import Text

_CLOSED = frozenset('”"»')
_PAST = frozenset(lexicon("tenses").words["past"])
_WAS = frozenset({"was", "were", "did", "had"})
_CONTRADICTING = (
    "that was not true", "that is not true", "that was n't true", "that is n't true", "that 's not true", "that is false",
    "that was false", "that is wrong", "that was wrong", "there is no evidence", "there was no evidence", "there is little evidence",
    "there was little evidence", "there is no proof", "there was no proof", "this is not true", "this is false", "this was not true",
)  # fmt: skip
_DISPUTING = frozenset(
    "denies deny denied disputes dispute disputed rejects reject rejected contradicts contradict contradicted".split()
)
_DOCUMENT = frozenset(lexicon("sources").words["document"])
_SHOWING = frozenset(lexicon("reporting").words["show"])
_AHEAD = frozenset({"would", "will", "'ll", "could"})
RESERVE = tuple(words + " " for words in lexicon("sources").words["reserve"])
_RESERVED = frozenset(words.split()[0] for words in RESERVE)
_LEADS_TO_RESERVE = frozenset({",", "but", "and", "though", "although", "he", "she", "they", "it"})
_OPENING = frozenset('“"«‘”')
_TURNING = frozenset({"but", "yet"})
_SAYING = frozenset((*lexicon("reporting").words["say"], *lexicon("reporting").words["think"]))
_AGAINST = frozenset({"despite", "contrary", "regardless", "unlike", "against", "notwithstanding"})
_SHARES = frozenset({"all", "none", "some", "most", "both", "each"})
_CHARGING = frozenset(lexicon("reporting").words["accuse"])
_STIRRED = frozenset(
    "angered annoyed outraged infuriated enraged upset stunned shocked surprised pleased delighted alarmed embarrassed"
    " drew prompted sparked triggered provoked fuelled fueled halted delayed".split()
)
"""What somebody's words did to others, which the reporter tells."""
_NOW = frozenset("is are has have does do 's 're 've".split())


def without_reserve(text: Text, content: Tag, cues: Sequence[Tag]) -> Tag:
    """What somebody said without what the reporter adds: "... [but offered no proof]"."""
    first, last = content.first, content.last
    if text.words[first] in _OPENING:
        return content
    for word in range(first + 2, last - 1):
        if text.lower[word] in _TURNING and text.upos(word + 1) in {"VERB", "AUX"}:
            # "said he “respects” it but thinks it will not do": he thinks so.
            continue
        held = text.lower[word] == "but" and _is_rebuttal(text, content, word)
        parted = (_is_now, _is_others, _is_beside_charge, _is_next_deed)
        held = held or (text.words[word] == "," and _is_weighed(text, word + 1))
        if held or any(rule(text, content, word, cues) for rule in parted):
            return replace(content, last=word - (text.words[word - 1] == ","))
        if (
            text.words[word] == ","
            and text.lower[word + 1] == "which"
            and _STIRRED & {text.lower[word + 2]}
        ):
            # "said the road was unsafe, [which angered the drivers]"
            return replace(content, last=word)
        if text.lower[word] in _RESERVED and " ".join(
            (*text.lower[word : word + 4], "")
        ).startswith(RESERVE):
            while word > first and text.lower[word - 1] in _LEADS_TO_RESERVE:
                word -= 1
            return replace(content, last=word) if word > first + 1 else content
    return content


def _is_rebuttal(text: Text, content: Tag, word: int) -> bool:
    """Whether a "but" in reported words begins what the reporter holds against them.

    Behind the end of a quotation, before "that was not true" or what documents show, or where what
    was to come is followed by what came ("would fall, but it rose").
    """
    before, after = text.lower[content.first : word], text.lower[word + 1 : content.last]
    if text.words[word - 1] in _CLOSED or text.words[word - 2] in _CLOSED:
        return not _CLOSED & set(text.words[word + 1 : content.last])
    said = " ".join(after)
    if said.startswith(_CONTRADICTING):
        return True
    shows = next((i for i, w in enumerate(after) if w in _SHOWING), 0)
    if shows and _DOCUMENT & set(after[:shows]):
        return True
    verbs = [w for w in range(word + 1, content.last) if text.upos(w) in {"VERB", "AUX"}]
    if verbs and text.words[word - 1] == "," and text.lower[verbs[-1]] in _DISPUTING:
        # "..., but the ministry has denied this"
        return True
    came = bool(verbs) and text.lower[verbs[0]] in _PAST | _WAS
    return came and bool(_AHEAD & set(before)) and not _AHEAD & set(after)


def _is_now(text: Text, content: Tag, word: int, cues: Sequence[Tag]) -> bool:
    """Whether a "but" leads from what was said then to what holds now: "said he knew nothing, but his name is on it".

    Reported speech keeps to the tense of its verb; the reporter's own clause has its own.
    """
    if text.lower[word] not in _TURNING or text.words[word - 1] != ",":
        return False
    verb = text.syntax.heads[word] if text.syntax.heads else -1
    if not word < verb < content.last or not _has_subject(text, verb, word):
        return False
    told = any(_is_past(text, w) for cue in cues for w in range(cue.first, cue.last))
    said = next((w for w in range(content.first, word) if text.upos(w) in {"VERB", "AUX"}), None)
    return told and said is not None and _is_past(text, said) and _is_present(text, verb)


def _is_others(text: Text, content: Tag, word: int, cues: Sequence[Tag]) -> bool:
    """ "According to police, he fell, [but his mother says he was pushed]": two accounts side by side."""
    if text.words[word - 1] != "," or text.lower[word] not in _TURNING:
        return False
    verb = text.syntax.heads[word] if text.syntax.heads else -1
    accorded = any(text.lower[cue.first] == "according" for cue in cues)
    said = word < verb < content.last and text.lower[verb] in _SAYING
    return accorded and said and _is_another(text, word, content.last)


def _is_weighed(text: Text, word: int) -> bool:
    """ "described beatings, [all of which the leadership disputes]": what others say of it."""
    said = text.lower[word : word + 3]
    return said[1:] == ["of", "which"] and said[0] in _SHARES


def _is_next_deed(text: Text, content: Tag, word: int, cues: Sequence[Tag]) -> bool:
    """ "Koch said the plot had failed, [and blamed the guards]": what the speaker did besides."""
    if text.lower[word] != "and" or not text.syntax.heads:
        return False
    verb = text.syntax.heads[word]
    joined = text.relation(verb) == "conj" and any(
        cue.first <= text.syntax.heads[verb] < cue.last for cue in cues
    )
    own = any(word < s < verb for s in text.dependents(verb, "nsubj", "expl"))
    own = own or bool(_OPENING & set(text.words[word : content.last]))
    return (
        joined
        and word < verb < content.last
        and text.upos(verb) == "VERB"
        and _is_past(text, verb)
        and not own
    )


def _is_beside_charge(text: Text, content: Tag, word: int, cues: Sequence[Tag]) -> bool:
    """Whether a clause follows what somebody is blamed for: "blamed the army for it [and two generals left]"."""
    if text.lower[word] != "and" or not any(text.lower[c.first] in _CHARGING for c in cues):
        return False
    verb = text.syntax.heads[word] if text.syntax.heads else -1
    finite = (
        any(text.upos(w) == "AUX" for w in text.dependents(verb, "aux", "cop"))
        if verb >= 0
        else False
    )
    charged = range(content.first, word)
    told = any(text.upos(w) == "AUX" or _is_past(text, w) for w in charged)
    return finite and not told and _is_another(text, word, content.last)


def without_turn(text: Text, contents: list[Tag], cues: Sequence[Tag]) -> list[Tag]:
    """Contents without what follows their source and "but": "The dam, Koch says, is sound, [but cracks show]"."""
    kept = []
    for content in contents:
        behind = bool(cues) and content.first >= cues[-1].last and content is not contents[0]
        apart = ";" in text.words[content.first - 1 : content.first + 1]
        if behind and apart and not _OPENING & set(text.words[content.first : content.first + 2]):
            # "It fell, the group says; [the Gazette could not verify it]"
            continue
        at = content.first
        while at < content.last - 1 and text.words[at] == ",":
            at += 1
        turns = [at] if text.lower[at] in _TURNING else []
        if behind and text.words[content.first - 1] == ",":
            turns += [w for w in range(at + 1, content.last) if text.lower[w] in _TURNING]
        turn = next((w for w in turns if behind and _is_another(text, w, content.last)), None)
        last = content.last if turn is None else turn - (text.words[turn - 1] == ",")
        if last > content.first:
            kept.append(replace(content, last=last))
    return kept


def turn_in(text: Text, first: int, last: int) -> int | None:
    """Where in a sentence's words a comma and a "but" lead over to something else."""
    return next(
        (
            w - 1
            for w in range(first + 1, last)
            if text.lower[w] in _TURNING and text.words[w - 1] == "," and _is_another(text, w, last)
        ),
        None,
    )


def _is_another(text: Text, word: int, last: int) -> bool:
    """Whether a clause about something else begins behind a "but": with a subject that is no pronoun."""
    verb = text.syntax.heads[word] if text.syntax.heads else -1
    if not word < verb < last:
        return False
    subjects = [s for s in text.dependents(verb, "nsubj", "nsubj:pass") if s > word]
    return any(text.upos(s) != "PRON" for s in subjects)


def is_gone_against(text: Text, report: Report) -> bool:
    """Whether what somebody said is only what holds against a sentence: "..., despite what Orr said"."""
    if not report.source:
        return False
    first = text.range(report.source[0])[0]
    before = text.lower[max(0, first - 3) : first + (text.lower[first] in {"what", "whatever"})]
    ahead = any(content[0] < report.source[0][0] for content in report.content)
    return ahead and (
        before[-1:] == ["whatever"] or (before[-1:] == ["what"] and bool(_AGAINST & set(before)))
    )


def _has_subject(text: Text, verb: int, word: int) -> bool:
    return any(s > word for s in text.dependents(verb, "nsubj", "expl"))


def _is_past(text: Text, word: int) -> bool:
    lower = text.lower[word]
    return lower in _PAST | _WAS or (text.upos(word) == "VERB" and lower.endswith("ed"))


def _is_present(text: Text, verb: int) -> bool:
    helpers = [text.lower[h] for h in text.dependents(verb, "aux", "cop")]
    if helpers:
        return helpers[0] in _NOW
    return (
        text.upos(verb) == "VERB"
        and not _is_past(text, verb)
        and not text.lower[verb].endswith("ing")
    )
