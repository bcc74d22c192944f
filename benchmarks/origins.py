"""Speed, memory and growth of the search for copies, beside datasketch in the same run.

    python benchmarks/origins.py ARTICLES.jsonl.gz... --sizes 5000 20000 100000 --sketches 1000000

The real articles come first. Beyond them, articles are made of them: the rarer words change places
with one another, so that every round of them is a world of its own with the same lengths, common
words and repetitions; a third of all articles are cut, reordered and sub-edited copies of others.
Each size runs in a process of its own, for its peak memory. datasketch takes turns with onrecord
on the same thousand texts, so that a busy machine slows both. Seconds are of the processor unless
they are called ``wall``. Appends one dated line to ``results/origins.jsonl``.
"""

import argparse
import gzip
import json
import random
import re
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import numpy as np

from onrecord import compare
from onrecord.compare.candidates import Known, candidates
from onrecord.compare.fingerprints import fingerprints
from onrecord.records.origins import Article

T = TypeVar("T")

TOGETHER = 1000
KEPT = 50
"""So many of the commonest words stay the same in all worlds, and all words below four letters."""
COPIED = 0.15
COPIES = (1, 1, 1, 1, 2, 2, 3, 4, 6, 12)
"""How often a text has copies, and how many: a third of all articles are copies."""
OUTLETS = 150
PERMUTATIONS = 128
THRESHOLD = 0.2


class Archive:
    """Real articles as numbers of words, and as many made ones as are asked for."""

    def __init__(self, paths: Sequence[Path]) -> None:
        lines = (line for path in paths for line in gzip.decompress(path.read_bytes()).splitlines())
        texts = [json.loads(line)["text"] for line in lines]
        tokens = [re.split(r"(\w+)", text) for text in texts]
        common = Counter(token for text in tokens for token in text)
        self.words = list(common)
        numbers = {word: number for number, word in enumerate(self.words)}
        self.texts = [np.array([numbers[token] for token in text]) for text in tokens]
        frequent = {word for word, _ in common.most_common(KEPT)}
        rare = [w for w in self.words if w.isalpha() and len(w) > 3 and w not in frequent]
        self.moved = [
            np.array([numbers[w] for w in rare if w[0].isupper() == upper]) for upper in (0, 1)
        ]

    def world(self, seed: int) -> np.ndarray:
        """The words, the rarer ones in another order; world 0 is the real one."""
        order = np.arange(len(self.words))
        chance = np.random.default_rng(seed)
        for group in self.moved if seed else ():
            order[group] = chance.permutation(group)
        return np.array(self.words, dtype=object)[order]

    def articles(self) -> Iterator[str]:
        """Texts without end: originals, and behind each its copies."""
        chance, seed = random.Random(1), 0
        while True:
            words = self.world(seed)
            for numbers in self.texts:
                text = "".join(words[numbers])
                yield text
                if chance.random() < COPIED:
                    yield from (copied(text, chance) for _ in range(chance.choice(COPIES)))
            seed += 1


def copied(text: str, chance: random.Random) -> str:
    """Cut from the end, some paragraphs dropped, two exchanged, one word in twelve another."""
    paragraphs = text.split("\n\n")
    kept = paragraphs[: max(3, round(len(paragraphs) * chance.uniform(0.4, 1)))]
    kept = [p for p in kept if chance.random() < 0.85] or kept
    if len(kept) > 3:
        place = chance.randrange(len(kept) - 1)
        kept[place], kept[place + 1] = kept[place + 1], kept[place]
    words = "\n\n".join(kept).split(" ")
    for place in range(chance.randrange(12), len(words), 12):
        words[place] = chance.choice(words)
    return " ".join(words)


class Clock:
    """Adds up seconds of the processor and of the wall."""

    def __init__(self) -> None:
        self.used = self.wall = 0.0

    def time(self, work: Callable[[], T]) -> T:
        """Do the work and count it."""
        used, wall = time.process_time(), time.perf_counter()
        result = work()
        self.used += time.process_time() - used
        self.wall += time.perf_counter() - wall
        return result


class Peer(NamedTuple):
    """What a peer does with texts, from the text to its sketch, and with all sketches at last."""

    name: str
    sketch: Callable[[Sequence[str]], list[Any]]
    pair: Callable[[list[Any]], int]


def shingles(text: str) -> list[bytes]:
    """Runs of five words."""
    words = text.lower().split()
    return [" ".join(words[i : i + 5]).encode() for i in range(max(1, len(words) - 4))]


def datasketch() -> Peer:
    """MinHash LSH as its manual has it, by the batch."""
    from datasketch import MinHash, MinHashLSH

    def pair(sketches: list[Any]) -> int:
        index, found = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS), 0
        for number, sketch in enumerate(sketches):
            found += len(index.query(sketch))
            index.insert(number, sketch)
        return found

    def sketch(texts: Sequence[str]) -> list[Any]:
        return list(MinHash.bulk(map(shingles, texts), num_perm=PERMUTATIONS))

    return Peer("datasketch", sketch, pair)


def known(size: int) -> Known:
    """Outlets and days, as the articles have them."""
    numbers = np.arange(size, dtype=np.int64)
    return Known(numbers % OUTLETS, 730_000 + numbers % 3000)


def side_by_side(archive: Archive, size: int) -> dict[str, Any]:
    """Documents a second from text to candidate pairs, of onrecord and of datasketch."""
    peer, own, other = datasketch(), Clock(), Clock()
    texts, keys, sketches = archive.articles(), [], []
    for start in range(0, size, TOGETHER):
        some = list(islice(texts, min(TOGETHER, size - start)))
        part = own.time(lambda some=some: fingerprints(some))
        keys.append(part + np.uint64(start))
        sketches += other.time(lambda some=some: peer.sketch(some))
    together = own.time(lambda: np.sort(np.concatenate(keys)))
    found = own.time(lambda: candidates(together, known(size)))
    pairs = other.time(lambda: peer.pair(sketches))
    return {
        "documents": size,
        "documents_a_second": round(size / own.used),
        "datasketch_documents_a_second": round(size / other.used),
        "times_as_fast": round(other.used / own.used, 1),
        "candidates": len(found.pairs),
        "datasketch_candidates": pairs,
    }


def sketched(archive: Archive, size: int) -> dict[str, Any]:
    """Fingerprints and candidate pairs alone, the texts made and forgotten by the thousand."""
    texts, clock, keys = archive.articles(), Clock(), []
    for start in range(0, size, TOGETHER):
        some = list(islice(texts, min(TOGETHER, size - start)))
        keys.append(clock.time(lambda some=some: fingerprints(some)) + np.uint64(start))
    first = clock.used
    together = np.concatenate(keys)
    keys.clear()
    clock.time(together.sort)
    found = clock.time(lambda: candidates(together, known(size)))
    return {
        "documents": size,
        "fingerprints": len(together),
        "candidates": len(found.pairs),
        "fingerprints_s": round(first, 1),
        "candidates_s": round(clock.used - first, 1),
        "wall_s": round(clock.wall, 1),
        "documents_a_second": round(size / clock.used),
        "peak_memory_mb": peak(),
    }


def collapsed(archive: Archive, size: int) -> dict[str, Any]:
    """The whole way: links with passages, and families."""
    given = [_article(number, text) for number, text in enumerate(islice(archive.articles(), size))]
    held, clock = peak(), Clock()
    links = clock.time(lambda: compare.links(given))
    families = clock.time(lambda: compare.families(given, links))
    return {
        "documents": size,
        "links": len(links),
        "families": len(families),
        "seconds": round(clock.used, 1),
        "wall_s": round(clock.wall, 1),
        "documents_a_second": round(size / clock.used),
        "texts_memory_mb": held,
        "peak_memory_mb": peak(),
    }


def _article(number: int, text: str) -> Article:
    day = date(2012, 1, 1) + timedelta(days=number % 3000)
    name = f"n{number}"
    return Article(
        id=name,
        name=name,
        text=text,
        outlet=f"outlet {number % OUTLETS}",
        published=day.isoformat(),
    )


def peak() -> int:
    """Peak memory of this process in MB."""
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


STEPS: tuple[tuple[str, Callable[[Archive, int], dict[str, Any]]], ...] = (
    ("side_by_side", side_by_side),
    ("collapsed", collapsed),
    ("sketched", sketched),
)


def apart(step: str, size: int, paths: Sequence[Path]) -> dict[str, Any]:
    """One measurement in a process of its own."""
    command = [sys.executable, __file__, *map(str, paths), "--step", step, "--sizes", str(size)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    result: dict[str, Any] = json.loads(done.stdout)
    print(step, result, flush=True)
    return result


def exponent(rows: Sequence[dict[str, Any]], field: str) -> float | None:
    """How seconds grow with documents: the slope through their logarithms."""
    if len(rows) < 2:
        return None
    sizes, seconds = ([max(0.01, row[name]) for row in rows] for name in ("documents", field))
    return round(float(np.polyfit(np.log(sizes), np.log(seconds), 1)[0]), 3)


def measured(arguments: argparse.Namespace) -> dict[str, Any]:
    """All measurements, as one row."""
    paths = arguments.articles
    collapsed_rows = [apart("collapsed", size, paths) for size in arguments.sizes]
    sketches = [*arguments.sizes, *arguments.sketches]
    sketched_rows = [apart("sketched", size, paths) for size in sketches]
    for row in sketched_rows:
        row["seconds"] = row["fingerprints_s"] + row["candidates_s"]
    return {
        "date": date.today().isoformat(),
        "side_by_side": apart("side_by_side", arguments.beside, paths),
        "collapsed": collapsed_rows,
        "collapsed_exponent": exponent(collapsed_rows, "seconds"),
        "sketched": sketched_rows,
        "sketched_exponent": exponent(sketched_rows, "seconds"),
    }


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("articles", type=Path, nargs="+")
    parser.add_argument("--sizes", type=int, nargs="*", default=[5000, 20_000])
    parser.add_argument("--sketches", type=int, nargs="*", default=[])
    parser.add_argument("--beside", type=int, default=5000, help="documents beside datasketch")
    parser.add_argument("--step", choices=[name for name, _ in STEPS], help=argparse.SUPPRESS)
    return parser.parse_args()


def _main(arguments: argparse.Namespace) -> None:
    if arguments.step:
        step = dict(STEPS)[arguments.step]
        print(json.dumps(step(Archive(arguments.articles), arguments.sizes[0])))
        return
    result = measured(arguments)
    print(json.dumps(result))
    path = Path(__file__).parent / "results" / "origins.jsonl"
    with path.open("a", encoding="utf-8") as out:
        out.write(json.dumps(result) + "\n")


if __name__ == "__main__":
    _main(_arguments())
