"""Passages in which a name said again is put as "he" or "she" (as in Kocijan et al. 2019, WikiCREM).

News says a name again where a pronoun would be unclear, so that a hidden name is a hard case
with a known answer. Given names (the project's own list) say who is he and who she; no model is
asked. A passage counts only where somebody else who could be meant is named in it.
"""

import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.lexicons import lexicon
from training.examples import Choice, Example, Labels, from_text, rows, word_range

_GIVEN = {
    name.capitalize(): gender
    for gender in ("female", "male")
    for name in lexicon("given_names").words[gender]
}
_PERSON = re.compile(r"\b([A-Z][a-z]+)(?: [A-Z]\.)? ((?:Mc|Mac|O['’])?[A-Z][a-z]{2,})\b")
_FORMS = {
    "female": ("she", "her", "her"),
    "male": ("he", "him", "his"),
}
_BEFORE_OBJECT = frozenset(
    "to of with for against by from on about at behind over under told".split()
)
_BEFORE_SUBJECT = frozenset("that and but while because as if when after before whether".split())
SENTENCES, A_TEXT = 3, 8
"""Sentences in a passage at most, passages of one article at most."""


@dataclass(frozen=True)
class Named:
    """One mention of somebody: characters, surname, "female" or "male"."""

    start: int
    end: int
    who: str
    gender: str


def passages(data: Path) -> Iterator[Example]:
    """Passages of the articles' training part, each with one pronoun to be read."""
    rng = random.Random(19)
    for name in ("articles_1", "articles_2"):
        for row in rows(data / "articles_politics" / f"{name}.jsonl"):
            found = list(_of_article(row["text"], rng))
            for i, (text, pronoun, right, wrong) in enumerate(
                rng.sample(found, min(A_TEXT, len(found)))
            ):
                segments = from_text(text)
                word = word_range(segments, pronoun, pronoun + 1)
                sides = [
                    tuple(w for m in side if (r := word_range(segments, *m)) for w in range(*r))
                    for side in (right, wrong)
                ]
                if word and all(sides):
                    labels = Labels(choices={word[0]: Choice(right=sides[0], wrong=sides[1])})
                    yield Example(f"masked/{row['id']}/{i}", text, segments, {"antecedent": labels})


Place = tuple[int, int]
Passage = tuple[str, int, list[Place], list[Place]]


def _of_article(text: str, rng: random.Random) -> Iterator[Passage]:
    people = _people(text)
    if len(people) < 2:
        return
    mentions = sorted(_mentions(text, people), key=lambda m: m.start)
    sentences = from_text(text).sentences
    for last, (begin, end) in enumerate(sentences):
        first = max(0, last - rng.randrange(SENTENCES))
        start = sentences[first][0]
        if text.count("\n", start, end) > 4 or end - start > 700:
            continue
        near = [m for m in mentions if start <= m.start and m.end <= end]
        for hidden in near:
            if hidden.start < begin:
                continue
            right = [m for m in near if m.who == hidden.who and m.end <= hidden.start]
            wrong = [m for m in near if m.who != hidden.who and m.gender == hidden.gender]
            form = _form(text, hidden)
            if right and form and any(m.end <= hidden.start for m in wrong):
                yield _hide(text, (start, end), hidden, form, (right, wrong))


def _people(text: str) -> dict[str, str]:
    """Surnames of those whose given name says who is he and who she; each all but one person's."""
    found: dict[str, Counter[str]] = {}
    for match in _PERSON.finditer(text):
        if match[1] in _GIVEN and match[2] not in _GIVEN:
            found.setdefault(match[2], Counter())[match[1]] += 1
    people = {}
    for surname, given in found.items():
        (name, count), *_ = given.most_common(1)
        if count >= 0.75 * given.total():
            people[surname] = _GIVEN[name]
    return people


def _mentions(text: str, people: dict[str, str]) -> Iterator[Named]:
    for surname, gender in people.items():
        for match in re.finditer(rf"(?:\b[A-Z][a-z]+ (?:[A-Z]\. )?)?\b{surname}\b", text):
            given = match[0].split()[0] in _GIVEN
            start = match.start() if given else match.end() - len(surname)
            yield Named(start, match.end(), surname, gender)


def _form(text: str, hidden: Named) -> tuple[str, int] | None:
    """The pronoun in a mention's place, and where the text goes on after it; None if unclear."""
    before = re.findall(r"\S+", text[max(0, hidden.start - 30) : hidden.start])
    after = text[hidden.end : hidden.end + 20]
    subject, thing, owner = _FORMS[hidden.gender]
    last = before[-1] if before and not text[hidden.start - 1].isalnum() else "."
    if last[-1:].isalnum() and not last.islower():
        return None
    if after.startswith(("'s ", "’s ")):
        return (owner, hidden.end + 2)
    if not re.match(r"[ ,.;]", after):
        return None
    follows = re.match(r" [a-z]+", after)
    if last in _BEFORE_OBJECT or last.endswith("ed"):
        return (thing, hidden.end)
    opens = last in _BEFORE_SUBJECT or last[-1] in '.?!,“”"'
    if opens and follows:
        return (subject.capitalize() if last[-1] in ".?!“”" else subject, hidden.end)
    return None


def _hide(
    text: str,
    window: Place,
    hidden: Named,
    form: tuple[str, int],
    sides: tuple[list[Named], list[Named]],
) -> Passage:
    pronoun, rest = form
    start, end = window
    made = text[start : hidden.start] + pronoun + text[rest:end]
    shift = len(pronoun) - (rest - hidden.start)
    places = [
        [
            (m.start - start + (shift if m.start > hidden.start else 0),
             m.end - start + (shift if m.start > hidden.start else 0))
            for m in side
        ]
        for side in sides
    ]  # fmt: skip
    return made, hidden.start - start, places[0], places[1]
