"""How well a set of links fits the truth about pairs."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any, TypeAlias

import numpy as np
from newsroom.truths import Pair

from onrecord.records.origins import COPIES, Direction, Link, Passage

Key: TypeAlias = tuple[str, str]
Table: TypeAlias = dict[str, Any]

BANDS = (0.0, 0.05, 0.1, 0.2, 0.3, 0.5, 0.8, 1.01)
"""Pairs by the share of their word 3-grams that survived."""
_TURNED: dict[Direction, Direction] = {
    "left_first": "right_first",
    "right_first": "left_first",
    "unknown": "unknown",
}


def by_pair(links: Iterable[Link], pairs: Sequence[Pair]) -> dict[Key, Link]:
    """Links under the truth's order of the two; links of other pairs under their own."""
    order = {(pair.left, pair.right) for pair in pairs}
    found: dict[Key, Link] = {}
    for link in links:
        turned = (link.right, link.left) in order
        found[(link.right, link.left) if turned else (link.left, link.right)] = (
            _turned(link) if turned else link
        )
    return found


def _turned(link: Link) -> Link:
    return Link(
        left=link.right,
        right=link.left,
        kind=link.kind,
        left_share=link.right_share,
        right_share=link.left_share,
        direction=_TURNED[link.direction],
        why=link.why,
        prov=link.prov,
        passages=tuple((c, d, a, b) for a, b, c, d in link.passages),
    )


def ratio(hits: float, total: float) -> float | None:
    """A share, ``None`` of nothing."""
    return round(hits / total, 4) if total else None


def pair_scores(pairs: Sequence[Pair], found: Mapping[Key, Link]) -> Table:
    """Precision, recall and F1 of copies; how many independent pairs were made one."""
    copies = {key for key, link in found.items() if link.kind in COPIES}
    wanted = {(p.left, p.right) for p in pairs if p.copy}
    unwanted = {(p.left, p.right) for p in pairs if p.copy is False}
    hits, wrong = len(copies & wanted), len(copies & unwanted)
    total = 2 * hits + wrong + len(wanted - copies)
    known = {(p.left, p.right) for p in pairs}
    return {
        "pairs": len(wanted) + len(unwanted),
        "copies": len(wanted),
        "precision": ratio(hits, hits + wrong),
        "recall": ratio(hits, len(wanted)),
        "f1": ratio(2 * hits, total),
        "false_merges": merges(pairs, copies),
        "links_elsewhere": len(copies - known),
    }


def merges(pairs: Sequence[Pair], copies: set[Key]) -> Table:
    """For each kind of pair that is none: wrong links, pairs, share."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for pair in pairs:
        if pair.copy is not True and not (
            pair.copy is None and pair.why in {"derived", "siblings"}
        ):
            name = (
                pair.why if pair.copy is False else f"{pair.why}, much prose in common (not scored)"
            )
            counts[name][0] += (pair.left, pair.right) in copies
            counts[name][1] += 1
    return {
        why: [wrong, total, ratio(wrong, total)] for why, (wrong, total) in sorted(counts.items())
    }


def recall_by(pairs: Sequence[Pair], found: Mapping[Key, Link]) -> Table:
    """Recall by the one edit that was done, and by the share of 3-grams that survived."""
    counts: dict[str, dict[str, list[int]]] = {"edit": {}, "survive": {}, "pair": {}}
    for pair in pairs:
        if not pair.copy:
            continue
        link = found.get((pair.left, pair.right))
        hit = link is not None and link.kind in COPIES
        band = max(edge for edge in BANDS if edge <= pair.survive)
        names = {"survive": [f"{band:.2f}"], "pair": [pair.why], "edit": _edits(pair)}
        for table, keys in names.items():
            for key in keys:
                cell = counts[table].setdefault(key, [0, 0])
                cell[0] += hit
                cell[1] += 1
    return {
        table: {key: [*cell, ratio(*cell)] for key, cell in sorted(cells.items())}
        for table, cells in counts.items()
    }


def _edits(pair: Pair) -> list[str]:
    """The one edit of a copy, or "several" (a lost agency line beside another edit not counted)."""
    if pair.why != "derived":
        return []
    main = [edit for edit in pair.edits if edit != "agency line removed"] or list(pair.edits)
    return main if len(main) == 1 else ["several"]


def direction_scores(pairs: Sequence[Pair], found: Mapping[Key, Link]) -> Table:
    """Accuracy by evidence over linked copies; how often siblings are said to be parent and child."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for pair in pairs:
        link = found.get((pair.left, pair.right))
        if not pair.copy or link is None or link.kind not in COPIES:
            continue
        told = "unknown" if link.direction == "unknown" else "wrong"
        if link.direction == pair.direction != "unknown":
            told = "right"
        name = "siblings" if pair.direction == "unknown" else pair.evidence
        counts[name][told] += 1
    told = sum((counts[name] for name in ("date", "credit", "both")), Counter[str]())
    return {
        "accuracy_where_told": ratio(told["right"], told.total()),
        "wrong_where_told": told["wrong"],
        "siblings_given_one": ratio(counts["siblings"]["wrong"], sum(counts["siblings"].values())),
        "by_evidence": {name: dict(cell) for name, cell in sorted(counts.items())},
    }


def kind_scores(pairs: Sequence[Pair], found: Mapping[Key, Link]) -> Table:
    """For each true kind, which kinds were said."""
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for pair in pairs:
        if pair.kind and pair.copy is not None:
            link = found.get((pair.left, pair.right))
            table[pair.kind][link.kind if link else "no link"] += 1
    same = sum(cell[kind] for kind, cell in table.items())
    return {
        "accuracy": ratio(same, sum(cell.total() for cell in table.values())),
        "confusion": {kind: dict(cell.most_common()) for kind, cell in sorted(table.items())},
    }


def passage_scores(pairs: Sequence[Pair], found: Mapping[Key, Link]) -> Table:
    """Characters of both sides that were marked and stayed; exchanged words count neither way."""
    marked = right = stayed = 0
    for pair in pairs:
        link = found.get((pair.left, pair.right))
        if not pair.copy or link is None or not link.passages:
            continue
        for side in (0, 2):
            size = max(p[side + 1] for p in (*pair.passages, *pair.edited, *link.passages))
            kept = _filled(size, pair.passages, side)
            neutral = _neutral(kept, _filled(size, pair.edited, side))
            told = _filled(size, link.passages, side)
            right += int((told & kept).sum())
            stayed += int(kept.sum())
            marked += int((told & (kept | ~neutral)).sum())
    precision, recall = right / max(1, marked), right / max(1, stayed)
    return {
        "precision": ratio(right, marked),
        "recall": ratio(right, stayed),
        "f1": ratio(2 * precision * recall, precision + recall),
    }


def _filled(size: int, passages: Sequence[Passage], side: int) -> np.ndarray:
    out = np.zeros(size, dtype=bool)
    for passage in passages:
        out[passage[side] : passage[side + 1]] = True
    return out


def _neutral(kept: np.ndarray, edited: np.ndarray) -> np.ndarray:
    """Exchanged words, and gaps of one or two characters (spaces, line breaks) between words."""
    known = kept | edited
    neutral = edited.copy()
    edges = np.flatnonzero(np.diff(known.astype(np.int8)))
    for start, end in pairwise(edges):
        if not known[start + 1] and end - start <= 2:
            neutral[start + 1 : end + 1] = True
    return neutral


def components(names: Iterable[str], edges: Iterable[Key]) -> dict[str, str]:
    """Each name's cluster, under the name of one of its members."""
    root = {name: name for name in names}

    def find(name: str) -> str:
        while root[name] != name:
            root[name] = root[root[name]]
            name = root[name]
        return name

    for left, right in edges:
        if left in root and right in root:
            root[find(left)] = find(right)
    return {name: find(name) for name in root}


def cluster_scores(pairs: Sequence[Pair], families: Iterable[Sequence[str]]) -> Table:
    """Adjusted Rand index and B-cubed over all articles that stand in a pair.

    Articles of a pair that stays open (too little or doubtful text in common) are left out.
    """
    unsure = {name for p in pairs if p.copy is None for name in (p.left, p.right)}
    names = {name for p in pairs for name in (p.left, p.right)} - unsure
    wanted = components(names, ((p.left, p.right) for p in pairs if p.copy))
    told = {name: name for name in names}
    for number, family in enumerate(families):
        told.update({name: f"family {number}" for name in family if name in names})
    return _agreement(wanted, told)


def _agreement(wanted: Mapping[str, str], told: Mapping[str, str]) -> Table:
    both = Counter((wanted[name], told[name]) for name in wanted)
    left, right = Counter(wanted.values()), Counter(told[name] for name in wanted)

    def twos(counts: Counter[Any]) -> float:
        return sum(n * (n - 1) / 2 for n in counts.values())

    chance = twos(left) * twos(right) / max(1, len(wanted) * (len(wanted) - 1) / 2)
    mean = (twos(left) + twos(right)) / 2
    precision = sum(n * n / right[t] for (_, t), n in both.items()) / max(1, len(wanted))
    recall = sum(n * n / left[w] for (w, _), n in both.items()) / max(1, len(wanted))
    return {
        "articles": len(wanted),
        "ari": ratio(twos(both) - chance, mean - chance),
        "bcubed_precision": round(precision, 4),
        "bcubed_recall": round(recall, 4),
        "bcubed_f1": ratio(2 * precision * recall, precision + recall),
    }


def linked(links: Iterable[Link]) -> list[list[str]]:
    """Families as connected articles, for methods that only give pairs."""
    edges = [(link.left, link.right) for link in links if link.kind in COPIES]
    groups: dict[str, list[str]] = defaultdict(list)
    for name, root in components({name for edge in edges for name in edge}, edges).items():
        groups[root].append(name)
    return list(groups.values())


def score(pairs: Sequence[Pair], links: Sequence[Link], families: Iterable[Sequence[str]]) -> Table:
    """Everything."""
    found = by_pair(links, pairs)
    return {
        **pair_scores(pairs, found),
        "clusters": cluster_scores(pairs, families),
        "direction": direction_scores(pairs, found),
        "passages": passage_scores(pairs, found),
        "kinds": kind_scores(pairs, found),
        "recall_by": recall_by(pairs, found),
    }
