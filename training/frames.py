"""Count what stood beside the predicates of a treebank, for ``onrecord.model.frames``.

The network has read these sentences too, but what it knows of one verb is blurred by the others,
and reading them again did not sharpen it. The counts beside its scores are worth a point and a
half of arguments (EWT dev).
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.model.frames import ANY, STEP, Frames, key, marks
from training.examples import rows
from training.heads.roles import ROLES, head_of
from training.heads.syntax import RELATIONS, WAYS, tree_labels, treebank

SHARE = 0.5
"""How much of a log ratio is added to the network's score (chosen on EWT dev)."""
OF_MARK, OF_LEMMA, OF_BOTH = 5.0, 2.0, 3.0
"""For how many sightings the wider count stands by which a narrower one is smoothed."""
LEAST = 0.6
"""A row that sets no two scores as far apart, beside the wider rows, is left out."""
Row = NDArray[np.float64]
Place = tuple[str, int, str]
"""A lemma, a way, a mark; "" is any lemma or any mark."""
Counts = defaultdict[Place, Row]


def build(data: Path) -> Frames:
    """The log ratios of the train part, as int8 rows."""
    lemma_of, seen = count(data)
    kept = telling(ratios(seen))
    lemmas = _numbered({lemma for lemma, _, _ in kept})
    by = _numbered({mark for _, _, mark in kept})
    coded = {
        int(key(lemmas.get(lemma, ANY), np.int64(way), by.get(mark, ANY))): row
        for (lemma, way, mark), row in kept.items()
    }
    keys = sorted(coded)
    units = np.round(np.stack([coded[k] for k in keys]) / STEP).clip(-127, 127)
    return Frames(
        lemmas={form: lemmas[lemma] for form, lemma in lemma_of.items() if lemma in lemmas},
        marks=by,
        keys=np.array(keys, dtype=np.int64),
        rows=units.astype(np.int8),
    )


def _numbered(names: set[str]) -> dict[str, int]:
    return {name: 1 + i for i, name in enumerate(sorted(names - {""}))}


def count(data: Path) -> tuple[dict[str, str], Counts]:
    """The lemma of every form, and how often each label (0: none) stood in each place."""
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    seen: Counts = defaultdict(lambda: np.zeros(1 + len(ROLES)))
    for form, lemma, places in _frames(data):
        forms[form][lemma] += 1
        for way, mark, label in places:
            for place in (("", way, ""), ("", way, mark), (lemma, way, ""), (lemma, way, mark)):
                seen[place][label] += 1
    return {form: lemmas.most_common(1)[0][0] for form, lemmas in forms.items()}, seen


def _frames(data: Path) -> Iterator[tuple[str, str, list[tuple[int, str, int]]]]:
    """Form and lemma of every predicate, with way, mark and label of the words near it."""
    path = data / "srl_propbank_ewt" / "train.jsonl"
    predicates = {row["sent_id"]: row["predicates"] for row in rows(path)}
    for tree in treebank(data / "ud_ewt" / "en_ewt-ud-train.conllu.gz"):
        codes = [int(code) for code in tree_labels([tree])["relation"].words.values()]
        columns = np.array(tree.heads), np.array(codes)
        by = marks(tree.words, tree.upos, tree.heads, [RELATIONS[code] for code in codes])
        for found in predicates.get(tree.id, ()):
            labels = {
                head_of(tree, a["start"], a["end"]): 1 + ROLES.index(a["role"])
                for a in found["args"]
                if a["role"] in ROLES
            }
            ways = WAYS.of(columns, found["i"]).tolist()
            places = [(way, by[i], labels.get(i, 0)) for i, way in enumerate(ways) if way]
            yield tree.words[found["i"]].lower(), found["lemma"], places


def ratios(seen: Counts) -> dict[Place, Row]:
    """How much likelier each label is in a place than on its way in general, as logarithms."""
    general = {way: _smooth(c, 0.01, len(c)) for (a, way, b), c in seen.items() if not a and not b}
    shares = {
        (lemma, way, mark): _smooth(c, general[way], OF_LEMMA if lemma else OF_MARK)
        for (lemma, way, mark), c in seen.items()
        if bool(lemma) != bool(mark)
    }
    for (lemma, way, mark), c in seen.items():
        if lemma and mark:
            both = shares[lemma, way, ""] * shares["", way, mark] / general[way]
            shares[lemma, way, mark] = _smooth(c, both / both.sum(), OF_BOTH)
    return {
        place: SHARE * (np.log(row + 1e-6) - np.log(general[place[1]] + 1e-6))
        for place, row in shares.items()
    }


def _smooth(counts: Row, wider: Row | float, sightings: float) -> Row:
    mixed = counts + sightings * wider
    return np.asarray(mixed / mixed.sum())


def telling(rows_of: dict[Place, Row]) -> dict[Place, Row]:
    """The rows that say something beyond the wider ones."""
    kept: dict[Place, Row] = {}
    for place in sorted(rows_of, key=lambda p: (bool(p[0]) and bool(p[2]), p)):
        lemma, way, mark = place
        wider = [p for p in ((lemma, way, ""), ("", way, mark)) if p != place and p in kept]
        if np.ptp(rows_of[place] - sum(kept[p] for p in wider)) >= LEAST:
            kept[place] = rows_of[place]
    return kept
