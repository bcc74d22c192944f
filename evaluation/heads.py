"""Score the model's heads on gold words, apart from the route.

    python evaluation/heads.py --data ../shared/data

Syntax on EWT dev (UPOS, UAS, LAS; punctuation counts), PropBank arguments (label and exact words,
with predicted predicates; every gold argument counts, of whatever role), factuality on its sets' dev parts (mean
absolute error, Pearson r), sentence kinds on NewsDiscourse dev (F1), names and attribution
spans (exact F1). The texts come from the same readers that training uses.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from training.examples import Example
from training.heads import attribution, factuality, names, roles, sentences, syntax

from onrecord.model.bundle import Bundle, load, shipped
from onrecord.model.predict import predict
from onrecord.records.predictions import Predictions, Tag

Read = tuple[Example, Predictions]


def read(bundle: Bundle, examples: Iterator[Example]) -> Iterator[Read]:
    for example in examples:
        yield example, predict(bundle, [(example.text, example.segments)])[0]


def percent(hits: int, total: int) -> float:
    return round(hits / max(1, total), 4)


def f1(hits: int, found: int, wanted: int) -> float:
    return round(2 * hits / max(1, found + wanted), 4)


def parsing(bundle: Bundle, data: Path) -> dict[str, float]:
    """UPOS accuracy, unlabelled and labelled attachment (relations without their subtypes)."""
    count: Counter[str] = Counter()
    examples = (e for e in syntax.read(data, "dev") if e.key.startswith("ewt/"))
    for example, found in read(bundle, examples):
        labels = {name: example.labels[name].words for name in ("upos", "arc", "relation")}
        for i, tag in labels["upos"].items():
            head = int(labels["arc"][i])
            relation = syntax.RELATIONS[int(labels["relation"][i])].split(":")[0]
            right = found.syntax.heads[i] == (head if head != i else -1)
            count["words"] += 1
            count["upos"] += found.syntax.upos[i] == syntax.UPOS[int(tag)]
            count["uas"] += right
            count["las"] += right and found.syntax.relations[i].split(":")[0] == relation
    return {name: percent(count[name], count["words"]) for name in ("upos", "uas", "las")}


def firmness(bundle: Bundle, data: Path) -> dict[str, float]:
    """Mean absolute error and Pearson r for each set of factuality judgements."""
    pairs: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
    sets = {row["id"]: row["set"] for row in factuality.rows(data / "factuality" / "dev.jsonl")}
    for example, found in read(bundle, factuality.read(data, "dev")):
        name = sets[example.key.removeprefix("factuality/")]
        wanted = example.labels["factuality"].words
        figures = found.factuality[example.labels["factuality"].scale]
        pairs[name] += [(figures[i], value) for i, value in wanted.items()]
    scores = {}
    for name, values in sorted(pairs.items()):
        guessed, wanted_values = np.array(values).T
        scores[f"{name}_mae"] = round(float(np.abs(guessed - wanted_values).mean()), 3)
        scores[f"{name}_r"] = round(float(np.corrcoef(guessed, wanted_values)[0, 1]), 3)
    return scores


def propbank(bundle: Bundle, data: Path) -> dict[str, float]:
    """Predicates' F1 and arguments' F1 (predicate, role, first and last word) on EWT dev."""
    rows = roles.rows(data / "srl_propbank_ewt" / "dev.jsonl")
    frames = {row["sent_id"]: row["predicates"] for row in rows}
    count: Counter[str] = Counter()
    trees = {
        key: list(group)
        for key, group in groupby(
            syntax.treebank(data / "ud_ewt" / "en_ewt-ud-dev.conllu.gz"),
            key=lambda tree: syntax.document_name(tree.id),
        )
    }
    for example, found in read(bundle, roles.read(data, "dev")):
        known = example.segments.bounds
        wanted, predicates, annotated = set(), set(), set()
        for tree, (start, end) in zip(trees[example.key.removeprefix("ewt/")], known, strict=True):
            if tree.id not in frames:
                continue
            annotated |= set(range(start, end))
            for frame in frames[tree.id]:
                verb = start + frame["i"]
                predicates.add(verb)
                wanted |= {
                    (verb, start + a["start"], start + a["end"], a["role"]) for a in frame["args"]
                }
        got = {(r.predicate, r.first, r.last, r.label) for r in found.roles}
        got = {role for role in got if role[0] in annotated}
        verbs = {i for i in found.predicates if i in annotated}
        count["args.hit"] += len(got & wanted)
        count["args.found"] += len(got)
        count["args.wanted"] += len(wanted)
        count["verbs.hit"] += len(verbs & predicates)
        count["verbs.found"] += len(verbs)
        count["verbs.wanted"] += len(predicates)
    return {
        name: f1(*(count[f"{name}.{part}"] for part in ("hit", "found", "wanted")))
        for name in ("verbs", "args")
    }


def kinds(bundle: Bundle, data: Path) -> dict[str, float]:
    """F1 of prediction, opinion and speech on NewsDiscourse."""
    count: Counter[str] = Counter()
    examples = (e for e in sentences.read(data, "dev") if e.key.startswith("discourse/"))
    for example, found in read(bundle, examples):
        for name, labels in (("kind", sentences.KINDS), ("speech", ("no", "yes"))):
            for i, value in example.labels[name].sentences.items():
                best = labels[int(np.argmax(found.sentences[name].rows[i]))]
                for label in labels[1:]:
                    count[f"{name}.{label}.hit"] += best == label == labels[value]
                    count[f"{name}.{label}.found"] += best == label
                    count[f"{name}.{label}.wanted"] += labels[value] == label
    return {
        name: f1(*(count[f"{name}.{part}"] for part in ("hit", "found", "wanted")))
        for name in ("kind.prediction", "kind.opinion", "speech.yes")
    }


def spans(bundle: Bundle, data: Path, module: Any, head: str) -> dict[str, float]:
    """Exact F1 of a span head, a label each, over the labels a text was annotated with."""
    count: Counter[str] = Counter()
    for example, found in read(bundle, module.read(data, "dev")):
        labels = example.labels[head]
        tags: tuple[Tag, ...] = getattr(found, head)
        known = labels.known or {tag.label for tag in tags} | {s[2] for s in labels.spans}
        got = {(t.first, t.last, t.label) for t in tags if t.label in known}
        for part, chosen in (
            ("hit", got & set(labels.spans)),
            ("found", got),
            ("wanted", labels.spans),
        ):
            for _, _, label in chosen:
                source = example.key.split("/")[0]
                count[f"{source}.{label}.{part}"] += 1
                count[f"{source}.{part}"] += 1
    keys = sorted({key.rsplit(".", 1)[0] for key in count})
    return {k: f1(*(count[f"{k}.{p}"] for p in ("hit", "found", "wanted"))) for k in keys}


def measure(bundle: Bundle, data: Path) -> Iterator[tuple[str, dict[str, float]]]:
    yield "syntax", parsing(bundle, data)
    yield "roles", propbank(bundle, data)
    yield "factuality", firmness(bundle, data)
    yield "kinds", kinds(bundle, data)
    yield "names", spans(bundle, data, names, "names")
    yield "attribution", spans(bundle, data, attribution, "attribution")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--bundle", type=Path, default=shipped())
    arguments = parser.parse_args()
    for task, scores in measure(load(arguments.bundle, 2), arguments.data):
        print(f"{task}: {json.dumps(scores)}", flush=True)
