"""How well names are compared: onrecord's own pairs, made-up variations, other scripts.

    python evaluation/names.py [--transliterations FILE] [--show] [--part tune|report]

Three sets: ``gold/names/pairs.yml`` (written by hand), variations made of its names by a seeded
rule (slips, order, left-out words, legal forms; and other given names, surnames, numbers), and,
where a file of Latin and script forms is given, a form against its own and against another's.
Even pairs are for tuning, odd ones for reporting.
"""

import argparse
import gzip
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from onrecord.compare.names import SAME, names_match
from onrecord.compare.spellings import sound_alike
from onrecord.lexicons import lexicon
from onrecord.records.people import NameType

GOLD = Path(__file__).parent / "gold" / "names" / "pairs.yml"
SOUND = 0.62  # from here on a word and its form in another script are taken for one
SEED = 20


@dataclass(frozen=True)
class Pair:
    """Two names of one type, whether they are names of one, and what the pair tests."""

    left: str
    right: str
    type: NameType
    same: bool
    about: str


def gold(path: Path = GOLD) -> list[Pair]:
    """The pairs written by hand."""
    found = []
    for group in yaml.safe_load(path.read_text()):
        for line in group["pairs"]:
            left, right = line.split(" | ")
            found.append(Pair(left, right, group["type"], group["same"], group["about"]))
    return found


def variations(pairs: list[Pair], seed: int = SEED) -> list[Pair]:
    """Names changed by one or two of the ways in which lists and papers change them."""
    chance = random.Random(seed)
    names = sorted({(p.left, p.type) for p in pairs if p.left.isascii() and _plain(p.left)})
    people = [n for n, t in names if t == "Person"]
    bodies = [n for n, t in names if t != "Person"]
    made = []
    for name, type in names:
        others = people if type == "Person" else bodies
        ways = _same_ways(name, type, chance)
        made += [Pair(name, way, type, True, about) for about, way in ways if way != name]
        made += [
            Pair(name, way, type, False, about)
            for about, way in _other_ways(name, chance.choice(others), chance)
            if way.lower() != name.lower()
        ]
    return made


def _plain(name: str) -> bool:
    """Two words or more, none of them a title, number, short form or initial."""
    words = name.replace("-", " ").split()
    titled = words[0].lower() in lexicon("honorifics").words["title"]
    plain = all(len(w) > 3 and w[1:].islower() and w.isalpha() for w in words)
    return len(words) > 1 and plain and not titled


def _same_ways(name: str, type: NameType, chance: random.Random) -> Iterator[tuple[str, str]]:
    words = name.split()
    yield "one slip", slip(name, chance)
    if len(name) > 14:
        yield "two slips", slip(slip(name, chance), chance)
    if type == "Person":
        yield "order", " ".join((words[-1], *words[:-1]))
        yield "upper, comma", f"{words[-1].upper()}, {' '.join(words[:-1])}"
        yield "hyphen", f"{words[0]}-{' '.join(words[1:])}" if len(words) > 2 else name.upper()
        if len(words) == 2:
            yield "middle name", f"{words[0]} {chance.choice('ABCDEFGH')}. {words[1]}"
    elif type == "Company":
        yield "legal form", f"{name} {chance.choice(['Ltd', 'LLC', 'GmbH', 'Inc.', 'Limited'])}"


def _other_ways(name: str, other: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    words, others = name.split(), other.split()
    yield "other first word", " ".join((others[0], *words[1:]))
    yield "other last word", " ".join((*words[:-1], others[-1]))
    yield "another name", other


def slip(name: str, chance: random.Random) -> str:
    """A letter dropped, doubled, exchanged with its neighbour or for another, inside a word."""
    places = [i for i in range(1, len(name) - 1) if name[i - 1 : i + 2].isalpha()]
    if not places:
        return name
    i = chance.choice(places)
    return chance.choice(
        [
            name[:i] + name[i + 1 :],
            name[:i] + name[i] + name[i:],
            name[:i] + name[i + 1] + name[i] + name[i + 2 :],
            name[:i] + chance.choice("aeiorstnl") + name[i + 1 :],
        ]
    )


def scores(found: list[tuple[float, bool]], least: float = SAME) -> dict[str, float]:
    """Precision, recall and F1 at the shipped threshold, and the best F1 with its threshold."""

    def at(threshold: float) -> tuple[float, float, float]:
        hits = sum(same for score, same in found if score >= threshold)
        said = sum(score >= threshold for score, _ in found)
        real = sum(same for _, same in found)
        precision, recall = hits / max(1, said), hits / max(1, real)
        return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)

    best = max((at(i / 100)[2], i / 100) for i in range(30, 100))
    names = ("precision", "recall", "f1", "best_f1", "best_at")
    values = (*at(least), *best)
    return {"pairs": len(found)} | {n: round(v, 3) for n, v in zip(names, values, strict=True)}


def transliterations(path: Path, most: int, seed: int = SEED) -> dict[str, dict[str, float]]:
    """A word's form in another script against its own Latin form and one with the same letter."""
    with gzip.open(path, "rt") as lines:
        rows = [json.loads(line) for line in lines]
    told = {}
    for language in sorted({row["lang"] for row in rows}):
        chance = random.Random(seed)
        mine = chance.sample([r for r in rows if r["lang"] == language], most)
        found = []
        for row in mine:
            near = [r["latin"] for r in mine if r["latin"][0] == row["latin"][0]]
            found.append((sound_alike(row["latin"], row["script"]), True))
            other = chance.choice(near)
            if other != row["latin"]:
                found.append((sound_alike(other, row["script"]), False))
        told[language] = scores(found, SOUND)
    return told


def measure(pairs: list[Pair], show: bool) -> dict[str, float]:
    """Scores of a set; what went wrong is printed where asked for."""
    found = []
    for pair in pairs:
        match = names_match(pair.left, pair.right, pair.type)
        found.append((match.score, pair.same))
        if show and (match.score >= SAME) != pair.same:
            print(
                f"  {match.score:.2f} {'same' if pair.same else 'not '} {pair.type:12} {pair.left} | {pair.right}  ({pair.about})"
            )
    return scores(found)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--transliterations", type=Path)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--part", choices=("tune", "report", "all"), default="all")
    arguments = parser.parse_args()
    written = gold()
    for name, pairs in (("gold", written), ("variations", variations(written))):
        part = {"tune": pairs[::2], "report": pairs[1::2], "all": pairs}[arguments.part]
        print(name, json.dumps(measure(part, arguments.show)))
    if arguments.transliterations:
        for language, told in transliterations(arguments.transliterations, 2000).items():
            print(language, json.dumps(told))


if __name__ == "__main__":
    main()
