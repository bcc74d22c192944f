"""Which different names of a case may be names of one actor, found without comparing all.

Two names are compared only if they share a block: the bare consonants of one word and the
beginning of another, the consonants of a whole name, or an acronym's letters.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, permutations

from onrecord.compare.name_words import given_names
from onrecord.compare.names import SAME, names_match
from onrecord.compare.parts import body_parts, known, person_parts
from onrecord.compare.spellings import romanised, skeleton
from onrecord.records.findings import ActorType
from onrecord.records.people import NameMatch, NameType
from onrecord.records.spans import Record

MOST_IN_BLOCK = 40
"""A block with more names than this tells nothing: its names meet in narrower blocks."""

LEFT_OUT = 0.84
"""So well a body's name has to match one with a word more: only a general word may be missing."""


class Known(Record, frozen=True, kw_only=True):
    """A name as it stands in a case: what it is called by, its bare words, its commonest
    printed form and its type.
    """

    key: str
    words: tuple[str, ...]
    name: str
    type: ActorType


class Namesake(Record, frozen=True, kw_only=True):
    """Two different names that can be names of one, by their keys."""

    left: str
    right: str
    match: NameMatch


def namesakes(names: Sequence[Known]) -> list[Namesake]:
    """All pairs of names of one type that match, the best first."""
    near = _near(names)
    found = [
        (_compared(names[i], names[j]), names[i].type == "Person")
        for i, j in sorted(near)
        if _comparable(names[i], names[j])
    ]
    matches = [namesake for namesake, person in found if _enough(namesake.match, person)]
    return sorted(matches, key=lambda f: (-f.match.score, f.left, f.right))


def _near(names: Sequence[Known]) -> set[tuple[int, int]]:
    """The pairs of names that share a block, by their places."""
    blocks: dict[str, list[int]] = defaultdict(list)
    initials: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for i, name in enumerate(names):
        for block in sorted(set(_blocks(name))):
            blocks[block].append(i)
        short = any(len(word) == 1 for word in name.words)
        for block in sorted(set(_initial_blocks(name))):
            initials[block][short].append(i)
    near = {
        pair
        for row in blocks.values()
        if len(row) <= MOST_IN_BLOCK
        for pair in combinations(row, 2)
    }
    for full, brief in initials.values():
        if len(full) + len(brief) <= MOST_IN_BLOCK:
            near.update((min(i, j), max(i, j)) for i in brief for j in (*full, *brief) if i != j)
    return near


def _compared(left: Known, right: Known) -> Namesake:
    match = names_match(left.name, right.name, _compared_as(left.type, right.type))
    return Namesake(left=left.key, right=right.key, match=match)


def _compared_as(left: ActorType, right: ActorType) -> NameType:
    """Peoples and places are compared as strictly as places: their names are short."""
    if left == right:
        return "Organization" if left == "Misc" else "Place" if left == "Group" else left
    return "Organization"


def _comparable(left: Known, right: Known) -> bool:
    """One type, or bodies of which one is written in capitals ("Syria" and "Syrian" are not).

    People of one generation: a name with "Jr." is the son's, the name without it often not.
    """
    if left.type == right.type == "Person":
        return person_parts(left.name).generation == person_parts(right.name).generation
    capitals = left.name.isupper() or right.name.isupper()
    return left.type == right.type or (capitals and "Person" not in {left.type, right.type})


def _enough(match: NameMatch, person: bool) -> bool:
    """A body's name with a telling word less is another body ("West", "West Bank")."""
    return match.score >= (LEFT_OUT if match.kind == "left_out" and not person else SAME)


def _blocks(name: Known) -> Iterator[str]:
    """Every block a name stands in; people and bodies never share one."""
    family = "p" if name.type == "Person" else "b"
    words = [w for w in name.words if not w.isdigit()]
    bones = [skeleton(w) for w in words]
    telling = _telling(family, words)
    for i, j in permutations(range(len(words)), 2):
        if i in telling and (family == "b" or len(words[j]) > 1):
            yield from (f"{family} {bones[i]} {start}" for start in _starts(words[j]))
    yield f"{family} {''.join(bones)}"
    if family == "b":
        yield from _letters(name, words)


def _initial_blocks(name: Known) -> Iterator[str]:
    """Blocks in which a person with an initial meets the full names it may stand for."""
    if name.type == "Person":
        for i, j in permutations(range(len(name.words)), 2):
            if len(name.words[i]) > 1:
                yield f"{skeleton(name.words[i])} {name.words[j][0]}"


def _starts(word: str) -> Iterator[str]:
    """What forms of a word begin with alike: the given names it is a form of, or two consonants."""
    yield from sorted(given_names(word)) or [skeleton(word)[:2]]


def _telling(family: str, words: list[str]) -> set[int]:
    """The words that may lead a block: no initials; of a body no common words, if it has others."""
    long = {i for i, word in enumerate(words) if len(word) > 1}
    rare = {i for i in long if not known(words[i])}
    return rare if family == "b" and rare else long


def _letters(name: Known, words: Iterable[str]) -> Iterator[str]:
    """The letters of an acronym, and the first letters of a longer name."""
    rows = list(words)
    if len(rows) == 1 and (name.name.isupper() or "." in name.name):
        yield f"a {romanised(rows[0])}"
    elif len(rows) > 1:
        yield f"a {''.join(w[0] for w in rows)}"
        yield f"a {body_parts(name.name, 'Organization').letters}"
