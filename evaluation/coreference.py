"""Score who is who within a text: CoNLL-F1 of onrecord's actors on OntoGUM.

    python evaluation/coreference.py --data ../shared/data [--part dev]

The mean of three F1: MUC (Vilain 1995, links), B3 (Bagga and Baldwin 1998, mentions), CEAF with
phi4 (Luo 2005, actors one to one). A mention counts only with exactly
the gold's characters, and an
actor mentioned once is left out on both sides, as OntoNotes has none. onrecord marks people,
bodies, groups and places, the gold also things, events and ideas: ``all`` holds our clusters
against every gold cluster, ``ours`` against those of the types we mark. Ours leave out articles,
relative clauses and appositions where the gold has them: ``near`` is ``ours`` once each mention
stands for the shortest gold mention that begins or ends where it does. ``mentions`` is the F1 of
the mentions themselves, the most that the three can build on.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from training.examples import rows

from onrecord.model.bundle import load, shipped
from onrecord.read.documents import document_from_page
from onrecord.reader import read_documents
from onrecord.records.documents import Metadata, Page
from onrecord.records.findings import Findings
from onrecord.records.readings import Reading
from onrecord.settings import Settings

Place = tuple[int, int]
Clusters = list[frozenset[Place]]
Counts = Counter[str]
OURS = frozenset({"person", "organization", "place"})
MEASURES = ("muc", "b3", "ceaf")


def clusters(reading: Reading | Findings) -> Clusters:
    """The mentions of every actor that has two or more."""
    found: dict[str, set[Place]] = {}
    for mention in reading.mentions:
        if mention.actor:
            found.setdefault(mention.actor, set()).add((mention.start, mention.end))
    return [frozenset(places) for places in found.values() if len(places) > 1]


def aligned(found: Clusters, gold: Clusters, text: str) -> Clusters:
    """Our mentions moved to the gold mention they begin or end with, an article left aside.

    The shortest gold mention that holds ours is taken, each once at most: "United States" for
    "the United States", "the mayor" for "the mayor of the town".
    """
    free = {place for cluster in gold for place in cluster}
    moved: dict[Place, Place] = {}
    for place in sorted({p for cluster in found for p in cluster}, key=lambda p: p[0] - p[1]):
        fits = [g for g in free if _begins_or_ends(place, g, text)]
        if fits:
            moved[place] = min(fits, key=lambda g: (g[1] - g[0], g))
            free.discard(moved[place])
    return [frozenset(moved.get(p, p) for p in cluster) for cluster in found]


def _begins_or_ends(place: Place, gold: Place, text: str) -> bool:
    if not gold[0] <= place[0] <= place[1] <= gold[1]:
        return False
    before = text[gold[0] : place[0]].strip().lower()
    return place[1] == gold[1] or before in {"", "the", "a", "an"}


def muc(mine: Clusters, theirs: Clusters) -> tuple[float, float]:
    """Links of mine that theirs keep together, and all links of mine."""
    where = {place: i for i, cluster in enumerate(theirs) for place in cluster}
    kept = 0
    for cluster in mine:
        parts = {where[place] for place in cluster if place in where}
        alone = sum(place not in where for place in cluster)
        kept += len(cluster) - len(parts) - alone
    return float(kept), float(sum(len(cluster) - 1 for cluster in mine))


def b3(mine: Clusters, theirs: Clusters) -> tuple[float, float]:
    """For each mention of mine, the share of its cluster that theirs put with it; and how many."""
    where = {place: cluster for cluster in theirs for place in cluster}
    shared = sum(
        len(cluster & where.get(place, frozenset())) / len(cluster)
        for cluster in mine
        for place in cluster
    )
    return shared, float(sum(map(len, mine)))


def ceaf(mine: Clusters, theirs: Clusters) -> tuple[float, float]:
    """Likeness of the best pairing of clusters one to one, and how many mine are."""
    likeness = [[2 * len(a & b) / (len(a) + len(b)) for b in theirs] for a in mine]
    return best_pairing(likeness), float(len(mine))


def best_pairing(weights: Sequence[Sequence[float]]) -> float:
    """The greatest sum of weights with each row and column used once at most (Hungarian method)."""
    if not weights or not weights[0]:
        return 0.0
    if len(weights) > len(weights[0]):
        weights = [list(column) for column in zip(*weights, strict=True)]
    columns = len(weights[0])
    row_price, price = [0.0] * (len(weights) + 1), [0.0] * (columns + 1)
    taken_by = [0] * (columns + 1)
    for row in range(1, len(weights) + 1):
        taken_by[0] = row
        way = _shortest(weights, row_price, price, taken_by)
        _turn(taken_by, *way)
    return sum(weights[taken_by[c] - 1][c - 1] for c in range(1, columns + 1) if taken_by[c])


def _shortest(
    weights: Sequence[Sequence[float]],
    row_price: list[float],
    price: list[float],
    taken_by: list[int],
) -> tuple[int, list[int]]:
    """The cheapest free column from the row in place 0, and the way there; prices are kept right."""
    size = len(price)
    least, way, done, at = [float("inf")] * size, [0] * size, [False] * size, 0
    while taken_by[at]:
        done[at], row, step, following = True, taken_by[at], float("inf"), 0
        for column in range(1, size):
            if done[column]:
                continue
            cost = -weights[row - 1][column - 1] - row_price[row] - price[column]
            if cost < least[column]:
                least[column], way[column] = cost, at
            if least[column] < step:
                step, following = least[column], column
        for column in range(size):
            if done[column]:
                row_price[taken_by[column]] += step
                price[column] -= step
            else:
                least[column] -= step
        at = following
    return at, way


def _turn(taken_by: list[int], at: int, way: list[int]) -> None:
    """Give the free column to the last row of the way, and so back to the first."""
    while at:
        taken_by[at] = taken_by[way[at]]
        at = way[at]


def count(gold: Clusters, found: Clusters, counts: Counts, name: str) -> None:
    """Count one document."""
    for measure, function in zip(MEASURES, (muc, b3, ceaf), strict=True):
        for side, (hits, total) in (("r", function(gold, found)), ("p", function(found, gold))):
            counts[f"{name}.{measure}.{side}.hit"] += hits  # type: ignore[assignment]
            counts[f"{name}.{measure}.{side}.all"] += total  # type: ignore[assignment]
    mine, theirs = ({p for c in side for p in c} for side in (found, gold))
    for side, total in (("p", mine), ("r", theirs)):
        counts[f"{name}.mentions.{side}.hit"] += len(mine & theirs)
        counts[f"{name}.mentions.{side}.all"] += len(total)


def scores(counts: Counts, name: str) -> dict[str, float]:
    """F1 of each measure over all documents, and the mean of the three."""
    made = {}
    for measure in (*MEASURES, "mentions"):
        p, r = (
            counts[f"{name}.{measure}.{s}.hit"] / max(1e-9, counts[f"{name}.{measure}.{s}.all"])
            for s in "pr"
        )
        made[measure] = round(2 * p * r / max(1e-9, p + r), 4)
    return {"conll": round(sum(made[m] for m in MEASURES) / 3, 4)} | made


def gold_clusters(row: dict[str, object], types: frozenset[str] | None = None) -> Clusters:
    """The gold's clusters, of some types only where these are given."""
    pairs = zip(row["clusters"], row["entity_types"], strict=True)  # type: ignore[call-overload]
    return [
        frozenset((start, end) for start, end in cluster)
        for cluster, kind in pairs
        if types is None or kind in types
    ]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--part", choices=("train", "dev"), default="dev")
    arguments = parser.parse_args()
    bundle, counts_of_all = load(shipped(), 1), Counter[str]()
    for gold_row in rows(arguments.data / "coref_gum" / f"{arguments.part}.jsonl"):
        page = Page(
            name="row", media="row", data=gold_row["text"].encode(), metadata=Metadata(found={})
        )
        mine = clusters(read_documents([document_from_page(page, Settings())], bundle)[0])
        count(gold_clusters(gold_row), mine, counts_of_all, "all")
        theirs = gold_clusters(gold_row, OURS)
        count(theirs, mine, counts_of_all, "ours")
        count(theirs, aligned(mine, theirs, gold_row["text"]), counts_of_all, "near")
    for kinds in ("all", "ours", "near"):
        print(f"{kinds}: {json.dumps(scores(counts_of_all, kinds))}")
