"""The scored tasks: how a gold row becomes input, and how a reading is counted against it.

Spans are characters of the text that was read. Counts are (hits, found, wanted).
"""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from wording import (
    loaded_count,
    loaded_scores,
    subjectivity_count,
    subjectivity_scores,
    text_input,
)

Row = dict[str, Any]
Span = tuple[int, int]
Counts = Counter[str]

PARTS = ("source", "cue", "content")
WORLDWIDE = {
    "Person": "Person",
    "Organization": "Organization",
    "Location": "Place",
    "Facility": "Place",
}
UNER = {"PER": "Person", "ORG": "Organization", "LOC": "Place"}


def add(counts: Counts, name: str, found: set[Any], wanted: set[Any]) -> None:
    """Count exact matches of two sets under a name."""
    counts.update(
        {
            f"{name}.hit": len(found & wanted),
            f"{name}.found": len(found),
            f"{name}.wanted": len(wanted),
        }
    )


def f1(counts: Counts, name: str) -> float:
    """F1 of one count."""
    total = counts[f"{name}.found"] + counts[f"{name}.wanted"]
    return round(2 * counts[f"{name}.hit"] / total, 4) if total else 0.0


# attribution (PolNeAR rows)


def attribution_input(row: Row) -> Row:
    return {"id": row["id"], "text": row["text"], "published": row.get("date")}


def attribution_count(row: Row, reading: Row, counts: Counts) -> None:
    """Exact spans of each part, and triples whose three parts each overlap by half.

    PolNeAR marks the outermost report only (none of its 2,192 in dev stands inside another), so
    reports within reports are left out there; ``triple_raw`` counts them as found in vain.
    """
    said = _outermost(row, reading)
    for part in PARTS:
        wanted = {tuple(s) for a in row["attributions"] for s in a[part]}
        add(counts, part, {tuple(s) for a in said for s in a[part]}, wanted)
        whole = {tuple(map(tuple, a[part])) for a in row["attributions"] if a[part]}
        add(
            counts,
            f"{part}_whole",
            {tuple(map(tuple, a[part])) for a in said if a[part]},
            whole,
        )
    left = list(row["attributions"])
    hits = 0
    for found in said:
        match = next((a for a in left if all(_half(a[p], found[p]) for p in PARTS)), None)
        if match is not None:
            left.remove(match)
            hits += 1
    for name, found_in_all in (("triple", len(said)), ("triple_raw", len(reading["attributions"]))):
        counts.update(
            {
                f"{name}.hit": hits,
                f"{name}.found": found_in_all,
                f"{name}.wanted": len(row["attributions"]),
            }
        )


def _outermost(row: Row, reading: Row) -> list[Row]:
    """What is scored of a reading: where the gold knows no parents, only what has none itself."""
    flat = not any("parent" in wanted for wanted in row["attributions"])
    return [a for a in reading["attributions"] if not (flat and a.get("parent"))]


def _half(left: list[Span], right: list[Span]) -> bool:
    """Both empty, or sharing at least half of the characters of each."""
    if not left or not right:
        return not left and not right
    shared = sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in left for b in right)
    return all(2 * shared >= sum(e - s for s, e in spans) for spans in (left, right))


def attribution_scores(counts: Counts) -> dict[str, float]:
    names = (*PARTS, *(f"{p}_whole" for p in PARTS), "triple", "triple_raw")
    return {name: f1(counts, name) for name in names}


# mentions (token rows)


def _sentences(row: Row) -> list[Row]:
    return row.get("sentences", [row])


def mentions_input(row: Row) -> Row:
    text = "\n".join(" ".join(s["tokens"]) for s in _sentences(row))
    return {"id": row.get("id") or row["sent_id"], "text": text}


def _token_spans(row: Row) -> Iterator[tuple[str, Span]]:
    start = 0
    for sentence in _sentences(row):
        for token, label in zip(sentence["tokens"], sentence["labels"], strict=True):
            yield label, (start, start + len(token))
            start += len(token) + 1


def mentions_count(row: Row, reading: Row, counts: Counts) -> None:
    """Exact Person, Organization and Place mentions, all three together."""
    names = UNER if "sent_id" in row else WORLDWIDE
    wanted: list[tuple[int, int, str]] = []
    for label, (start, end) in _token_spans(row):
        kind = names.get(label[2:], label[2:])
        if label.startswith("I-") and wanted and wanted[-1][2] == kind:
            wanted[-1] = (wanted[-1][0], end, kind)
        elif label != "O":
            wanted.append((start, end, kind))
    kinds = ("Person", "Organization", "Place")
    found = {(m["start"], m["end"], m["type"]) for m in reading["mentions"] if m["name"] == "named"}
    for kind in kinds:
        add(counts, kind, {f for f in found if f[2] == kind}, {w for w in wanted if w[2] == kind})
    add(counts, "all", {f for f in found if f[2] in kinds}, {w for w in wanted if w[2] in kinds})


def mentions_scores(counts: Counts) -> dict[str, float]:
    return {name: f1(counts, name) for name in ("Person", "Organization", "Place", "all")}


# sentences (a label for each row's text: verifiable, or check-worthy)


def sentences_input(row: Row) -> Row:
    return {"id": row["id"], "text": row["text"]}


def sentences_count(row: Row, reading: Row, counts: Counts) -> None:
    """A text is verifiable (check-worthy) when a claim in it is, at 0.5."""
    field, label = (
        ("verifiable", row["verifiable"]) if "verifiable" in row else ("checkworthy", row["label"])
    )
    wanted = label.lower() == "yes"
    found = any(claim[field] >= 0.5 for claim in reading["claims"])
    counts.update({"right": found == wanted, "rows": 1})
    counts.update({"yes.hit": found and wanted, "yes.found": found, "yes.wanted": wanted})


def sentences_scores(counts: Counts) -> dict[str, float]:
    return {
        "accuracy": round(counts["right"] / max(1, counts["rows"]), 4),
        "yes_f1": f1(counts, "yes"),
    }


# times (timex rows)


def times_input(row: Row) -> Row:
    return {"id": row["id"], "text": row["text"], "published": row["dct"]}


def times_count(row: Row, reading: Row, counts: Counts) -> None:
    """TempEval-3: relaxed spans match when they overlap; a value counts on such a match."""
    left = list(row["timexes"])
    spans = values = strict = 0
    for found in reading["times"]:
        match = next(
            (t for t in left if t["start"] < found["end"] and found["start"] < t["end"]), None
        )
        if match is not None:
            left.remove(match)
            spans += 1
            strict += (match["start"], match["end"]) == (found["start"], found["end"])
            values += match["value"] == found["value"]
    for name, hits in (("relaxed", spans), ("value", values), ("strict", strict)):
        counts.update(
            {
                f"{name}.hit": hits,
                f"{name}.found": len(reading["times"]),
                f"{name}.wanted": len(row["timexes"]),
            }
        )


def times_scores(counts: Counts) -> dict[str, float]:
    return {name: f1(counts, name) for name in ("relaxed", "value", "strict")}


# claims (the project's own gold)


def claims_input(row: Row) -> Row:
    return {"id": row["id"], "text": row["text"], "published": row.get("date")}


def claims_count(row: Row, reading: Row, counts: Counts) -> None:
    """Claims match one to one, best first, where they share half of their joint characters.

    On a match: kind, polarity and certainty; how many voices stand above it; how the innermost
    one is named, and whether its name shares a telling word with the gold's. ``chain_0``: of
    claims on the author's own word, the share whose whole chain is right; ``chain_1`` on one
    source's word, ``chain_2`` on one through another, ``chain_3`` through two others or more.
    ``chain_2_of_all``: the same, a claim that was not found counted as wrong.
    """
    pairs = sorted(
        (
            (share, i, j)
            for i, wanted in enumerate(row["claims"])
            for j, found in enumerate(reading["claims"])
            if (share := _joint(wanted, found)) >= 0.5
        ),
        reverse=True,
    )
    left: set[int] = set()
    right: set[int] = set()
    for _, i, j in pairs:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            wanted, found = row["claims"][i], reading["claims"][j]
            counts.update(_agreement(wanted, found))
            depth = _depth(wanted)
            counts.update({f"chain_{depth}.met": 1, f"chain_{depth}": _same_chain(wanted, found)})
    counts.update(f"chain_{_depth(wanted)}.all" for wanted in row["claims"])
    counts.update(
        {
            "claims.hit": len(left),
            "claims.found": len(reading["claims"]),
            "claims.wanted": len(row["claims"]),
        }
    )


def _depth(claim: Row) -> int:
    """How many sources a claim comes through, three or more alike."""
    return min(3, len(claim["voices"]) - 1)


def _joint(left: Row, right: Row) -> float:
    shared = min(left["end"], right["end"]) - max(left["start"], right["start"])
    return shared / (max(left["end"], right["end"]) - min(left["start"], right["start"]))


def _agreement(wanted: Row, found: Row) -> dict[str, int]:
    mine, theirs = wanted["voices"][-1], found["voices"][-1]
    return {
        "kind": wanted["kind"] == found["kind"],
        "polarity": wanted["factuality"]["polarity"] == found["factuality"]["polarity"],
        "certainty": wanted["factuality"]["certainty"] == found["factuality"]["certainty"],
        "depth": len(wanted["voices"]) == len(found["voices"]),
        "named": mine["named"] == theirs["named"],
        "voice": mine["who"] == theirs["who"]
        and (mine["who"] == "author" or _is_one(mine, theirs)),
        "support": wanted["support_offered"] == found["support_offered"],
    }


def _is_one(left: Row, right: Row) -> bool:
    """Whether two voices' names share a word that tells who it is: "the" does not."""
    mine, theirs = (
        {word.strip(",;") for word in voice["name"].lower().split()} for voice in (left, right)
    )
    return mine == theirs or bool((mine & theirs) - EMPTY)


def _same_chain(wanted: Row, found: Row) -> bool:
    """As many voices, each of one kind and, where it is named, sharing a word of its name."""
    pairs = list(zip(wanted["voices"], found["voices"], strict=False))[1:]
    return len(wanted["voices"]) == len(found["voices"]) and all(
        a["named"] == b["named"] == "unresolved" or _is_one(a, b) for a, b in pairs
    )


EMPTY = frozenset("a an the of in at on for and by to from his her its their our my who".split())
AGREED = ("kind", "polarity", "certainty", "depth", "named", "voice", "support")


def claims_scores(counts: Counts) -> dict[str, float]:
    hits = max(1, counts["claims.hit"])
    chains = {
        f"chain_{n}{of}": round(counts[f"chain_{n}"] / max(1, counts[f"chain_{n}.{total}"]), 4)
        for n in range(4)
        for of, total in (("", "met"), ("_of_all", "all"))
    }
    agreed = {name: round(counts[name] / hits, 4) for name in AGREED}
    return {"claims": f1(counts, "claims")} | agreed | chains


# pronouns (GAP rows)


def pronouns_input(row: Row) -> Row:
    return {"id": row["id"], "text": row["text"]}


def pronouns_count(row: Row, reading: Row, counts: Counts) -> None:
    """GAP: for each of two names, whether the pronoun stands for it; F1 over both."""

    def actors(place: Row, form: str) -> set[str]:
        # A description may hold the pronoun or the name of another: "her husband", "Brandt's aide".
        return {
            m["actor"]
            for m in reading["mentions"]
            if m["actor"]
            and m["name"] == form
            and m["start"] < place["end"]
            and place["start"] < m["end"]
        }

    meant = actors(row["pronoun"], "pronoun")
    women = row["pronoun"]["text"].lower() in {"she", "her", "hers", "herself"}
    for name in ("a", "b"):
        found, wanted = bool(meant & actors(row[name], "named")), row[name]["coref"]
        for group in ("all", "women" if women else "men"):
            counts.update(
                {
                    f"{group}.hit": found and wanted,
                    f"{group}.found": found,
                    f"{group}.wanted": wanted,
                }
            )


def pronouns_scores(counts: Counts) -> dict[str, float]:
    return {name: f1(counts, name) for name in ("all", "women", "men")}


Task = tuple[
    Callable[[Row], Row], Callable[[Row, Row, Counts], None], Callable[[Counts], dict[str, float]]
]
TASKS: dict[str, Task] = {
    "attribution": (attribution_input, attribution_count, attribution_scores),
    "mentions": (mentions_input, mentions_count, mentions_scores),
    "sentences": (sentences_input, sentences_count, sentences_scores),
    "claims": (claims_input, claims_count, claims_scores),
    "pronouns": (pronouns_input, pronouns_count, pronouns_scores),
    "times": (times_input, times_count, times_scores),
    "loaded": (text_input, loaded_count, loaded_scores),
    "subjectivity": (text_input, subjectivity_count, subjectivity_scores),
}
