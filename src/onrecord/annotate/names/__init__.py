"""Named, nominal and pronoun mentions."""

import re
from collections import defaultdict
from itertools import pairwise

from msgspec.structs import replace

from onrecord.annotate.names.surroundings import spoken_of
from onrecord.lexicons import lexicon
from onrecord.records.marks import MentionType, Naming
from onrecord.records.predictions import Predictions, Tag
from onrecord.records.texts import Text

RULES = {
    "names.model": "The model's names head marked these words as a name.",
    "names.nominal": "The model marked this noun as somebody or something; the phrase around it follows the tree.",
    "names.pronoun": "A pronoun that stands for somebody or something.",
}

_PRONOUN_TYPES: tuple[tuple[MentionType, str], ...] = (
    ("Person", "he him his himself she her hers herself i me my mine myself"),
    ("Group", "they them their theirs themselves we us our ours ourselves"),
    ("Organization", "it its itself"),
)
_SMALL = frozenset(lexicon("common").words["small"])
_PRONOUNS = {word: label for label, words in _PRONOUN_TYPES for word in words.split()}
_DAYS = frozenset(
    word.lower()
    for name, words in lexicon("times").words.items()
    if name.startswith("weekday")
    for word in words
)
_PARTY = re.compile(r"[RDI]\s?[-–]\s?[A-Z]\w*\.?$")
LEAST_SCORE = 0.3
SURE, CERTAIN = 0.7, 0.9
SIGN = 1.0
"""What a word beside a name counts for what it is a name of, as one reading that is certain."""


def names(text: Text, predictions: Predictions) -> tuple[Naming, ...]:
    """All mentions in text order; a nominal inside or equal to a name is left out."""
    found: list[Naming] = []
    taken: set[int] = set()
    people = {t.first for t in predictions.nominal if t.label == "Person"}
    printed = _in_lines(text, predictions.names)
    for tag in _agreed(text, tuple(_titled(text, t, people) for t in printed)):
        first, last = tag.first, tag.last
        if last - first > 1 and text.words[last - 1] == ",":
            last -= 1
        opened = text.words[first + 1 : last]
        if "(" in opened and ")" not in opened:
            # "Rep. Ana Brandt (D-Orm.)": the bracket is no part of her name.
            last = first + 1 + opened.index("(")
        if _is_sentence_start(text, first, last) or _is_party(text.words[first:last]):
            continue
        if all(word.lower() in _DAYS for word in text.words[first:last]):
            tag = replace(tag, label="Date")
        if tag.score >= LEAST_SCORE and any(c.isalnum() for c in "".join(text.words[first:last])):
            taken.update(range(first, last))
            found.append(_naming(text, first, last, (tag.label, "named", "names.model", tag.score)))
    for tag in predictions.nominal:
        if tag.first not in taken:
            first, last = text.phrase(tag.first)
            first, last = _outside_names(text, (tag.first, first, last), taken)
            found.append(
                _naming(
                    text, first, last, (tag.label, "nominal", "names.nominal", tag.score), tag.first
                )
            )
    for i, word in enumerate(text.lower):
        standing = text.upos(i) in {"PRON", "DET", "X"} and text.relation(i) != "expl"
        if word in _PRONOUNS and i not in taken and standing:
            made = (_PRONOUNS[word], "pronoun", "names.pronoun", 1.0)
            found.append(_naming(text, i, i + 1, made))
    before = predictions.antecedents
    found = [
        replace(n, before=before[n.head]) if n.form != "named" and n.head in before else n
        for n in found
    ]
    return tuple(sorted(found, key=lambda n: (n.start, -n.end)))


def _is_sentence_start(text: Text, first: int, last: int) -> bool:
    """ "No more walls": a small word with a capital because it comes first, and none after it."""
    return text.lower[first] in _SMALL and not any(
        c.isupper() or c.isdigit() for word in text.words[first + 1 : last] for c in word
    )


def _is_party(words: list[str]) -> bool:
    """ "(R-Orm.)": a legislator's party and state."""
    return bool(_PARTY.match("".join(words)))


def _in_lines(text: Text, tags: tuple[Tag, ...]) -> list[Tag]:
    """Names end where their line ends: a signature is not part of the greeting below it."""
    found = []
    for tag in tags:
        cuts = [tag.first, tag.last]
        for i in range(text.sentence(tag.first) + 1, text.sentence(tag.last - 1) + 1):
            at = text.segments.bounds[i][0]
            # "... by Lars Prel. Prel said": the name once more, in the next sentence.
            again = (
                text.words[at - 1] == "." and text.words[at - 2 : at - 1] == text.words[at : at + 1]
            )
            if again or "\n" in text.slice((text.span(at - 1, at)[1], text.span(at, at + 1)[0])):
                cuts.insert(-1, at)
        parts = (replace(tag, first=a, last=b) for a, b in pairwise(cuts))
        found += [_without_stop(text, part) if len(cuts) > 2 else part for part in parts]
    return _mailboxes(text, found)


def _without_stop(text: Text, tag: Tag) -> Tag:
    stop = tag.last - tag.first > 1 and text.words[tag.last - 1] == "."
    return replace(tag, last=tag.last - 1) if stop else tag


def _mailboxes(text: Text, tags: list[Tag]) -> list[Tag]:
    """A mailbox is one name: "Dana Orwell@HARBOUR" is a person, not a person and a company."""
    found: list[Tag] = []
    for tag in tags:
        before = found[-1] if found else None
        if (
            before
            and text.slice(
                (text.span(before.first, before.last)[1], text.span(tag.first, tag.last)[0])
            )
            == "@"
        ):
            found[-1] = replace(before, last=tag.last)
        else:
            found.append(tag)
    return found


def _titled(text: Text, tag: Tag, people: set[int]) -> Tag:
    """A name in apposition to somebody ("the police chief, Ana Brandt") is a person's."""
    if tag.label not in {"Place", "Organization", "Misc"} or not 1 < tag.last - tag.first < 5:
        return tag
    head = text.head_of(tag.first, tag.last)
    beside = {*text.dependents(head, "appos")}
    if text.syntax.heads and text.relation(head) == "appos":
        beside.add(text.syntax.heads[head])
    return replace(tag, label="Person") if beside & people else tag


def _agreed(text: Text, tags: tuple[Tag, ...]) -> list[Tag]:
    """Names of one document agree: the same words have one type, and a surname its person's.

    Each reading votes with its score, and so does what stands around it; a word that is part of a
    surer Person name counts for that.
    """
    votes: defaultdict[str, dict[str, float]] = defaultdict(dict)
    signs: defaultdict[str, dict[str, float]] = defaultdict(dict)
    parts: dict[str, float] = {}
    for tag in tags:
        words = text.words[tag.first : tag.last]
        own, beside = votes[" ".join(words)], signs[" ".join(words)]
        own[tag.label] = own.get(tag.label, 0.0) + tag.score
        for sign in spoken_of(text, tag):
            beside[sign] = beside.get(sign, 0.0) + SIGN
        if tag.label == "Person" and 1 < len(words) < 5 and tag.score > SURE:
            parts.update({word: tag.score for word in words if word[0].isupper() and len(word) > 2})
    agreed = []
    for tag in tags:
        name = " ".join(text.words[tag.first : tag.last])
        counts: dict[str, float] = defaultdict(float, votes[name])
        if name in parts:
            counts["Person"] += parts[name]
        if tag.score < CERTAIN or any(spoken_of(text, tag)):
            # "Lincoln said" beside "in Lincoln" may be two.
            for seen, weight in signs[name].items():
                counts[seen] += weight
        label = max(counts, key=lambda k: (counts[k], k == tag.label))
        fixed = tag.label in {"Date", "Money"} or label in {"Date", "Money"}
        agreed.append(tag if fixed or label == tag.label else replace(tag, label=label))
    return agreed


def _outside_names(text: Text, phrase: tuple[int, int, int], taken: set[int]) -> tuple[int, int]:
    """A phrase (head, first, last) without the name at its end: "the minister Ana Brandt"."""
    head, first, last = phrase
    name = next((i for i in range(head + 1, last) if i in taken), last)
    if name < last and not any(text.upos(i) == "ADP" for i in range(head + 1, name)):
        last = name
    while last - 1 > head and text.upos(last - 1) in {"ADP", "DET", "PUNCT"}:
        last -= 1
    return first, last


def _naming(text: Text, first: int, last: int, made: tuple[object, ...], head: int = -1) -> Naming:
    label, form, rule, score = made
    start, end = text.span(first, last)
    top = head if head >= 0 else text.head_of(first, last)
    return Naming(start=start, end=end, rule=rule, score=score, type=label, form=form, head=top)  # type: ignore[arg-type]
