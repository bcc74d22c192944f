"""Score events on PLOVER's sets: which type a reading gives to what happens between two actors.

    python evaluation/events.py --data ../shared/data [--part dev]

``plv_*`` rows hold a sentence, a source, a target and one of 15 root types. Of the events of these
types that a reading finds in the sentence, the one counts that joins the two best (an actual one
before one only meant, then the first); where there is none, the row has no answer. PLV follows
CAMEO's table, onrecord the PLOVER manual, so ``root`` converts (docs/reference/events.md).
Reported: macro-F1 over the types of the part, accuracy, how often source and target overlap the
event's agent and whoever else takes part. ``--gsr`` scores the gold standard records as well.

Mode, on ``factuality`` dev (UW, MEANTIME), for triggers that readers judged from -3 to +3: how many
"actual" ones they put above 1, how many "negated" ones below 0, and how many of those they put below
0 are not called actual. Future and hypothetical events are open and not scored.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from training.examples import rows

from onrecord.model.bundle import Bundle, load, shipped
from onrecord.read.documents import document_from_page
from onrecord.reader import read_documents
from onrecord.records.documents import Metadata, Page
from onrecord.records.findings import Event, Findings, Participant
from onrecord.records.readings import Reading
from onrecord.settings import Settings

Row = dict[str, Any]
Counts = Counter[str]
ROOTS = (
    "AGREE CONSULT SUPPORT COOPERATE AID YIELD REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION"
    " MOBILIZE COERCE ASSAULT"
).split()
OLDER = {
    "DEMAND": "REQUEST",
    "DISAPPROVE": "ACCUSE",
    "INVESTIGATE": "ACCUSE",
    "FIGHT": "ASSAULT",
    "CONCEDE": "YIELD",
    "RETREAT": "YIELD",
}
COOPERATIVE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD"})
HOSTILE = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
GUILTY = ("convict", "found")
IMPOSING = re.compile(
    r"(impos|order|announc|extend|prolong|renew|tighten|enforc|slap|introduc|plac|reimpos)\w*"
    r"(\W+[\w-]+){0,6}?\W+(sanction|embargo|tariff|penalt|fine|restriction|ban)"
)
"""CAMEO's table, which PLV follows, calls convictions ACCUSE and imposed embargoes and sanctions COERCE
(163); the PLOVER manual has both as SANCTION. Other reductions ("announced a suspension of aid") stay."""
HAPPENED = 1.0
"""On the scale from -3 (did not happen) to +3 (happened), above this readers say it happened."""


def wanted_root(row: Row) -> str:
    """The row's type under PLV's labels."""
    label = row.get("root") or row["event"]
    return OLDER.get(label, label)


def root(event: Event | None, text: str) -> str | None:
    """The type that PLV gives to what onrecord keeps as type and mode."""
    if event is None:
        return None
    if event.mode == "future" and event.type in COOPERATIVE:
        return "AGREE"
    if event.mode == "future" and event.type in HOSTILE:
        return "THREATEN"
    if event.mode == "negated" and event.type in COOPERATIVE | {"AGREE"}:
        return "REJECT"
    if event.type == "SANCTION":
        told = text[event.trigger[0] :].lower()
        if told.startswith(GUILTY):
            return "ACCUSE"
        return "COERCE" if IMPOSING.match(told) else "SANCTION"
    return event.type


def chosen(reading: Findings | Reading, row: Row) -> Event | None:
    """The event that joins the row's two actors best; an actual one before what is only meant."""
    source = _places(reading, row, ("SOURCE", "SRC"))
    target = _places(reading, row, ("TARGET", "TAR"))

    def fit(event: Event) -> tuple[int, bool, float]:
        agents = [p for p in event.participants if p.role == "agent"]
        others = [p for p in event.participants if p.role != "agent"]
        straight = 2 * _met(source, agents) + 2 * _met(target, others)
        near = _met(source, others) + _met(target, agents)
        return straight + near, event.mode != "hypothetical", event.score

    return max((e for e in reading.events if e.type in ROOTS), key=fit, default=None)


Places = tuple[list[tuple[int, int]], set[str]]


def _places(reading: Findings | Reading, row: Row, roles: tuple[str, ...]) -> Places:
    """Where a row's actor stands, and which actors of the reading are named there."""
    spans = [(s["start"], s["end"]) for s in row["spans"] if s["role"].startswith(roles)]
    ids = {
        m.actor
        for m in reading.mentions
        if m.actor and any(a <= m.start and m.end <= b for a, b in spans)
    }
    return spans, ids


def _met(places: Places, participants: Sequence[Participant]) -> bool:
    """Whether one of the participants stands there, or is somebody who does ("it said it ...")."""
    spans, ids = places
    return any(
        p.actor in ids or any(p.start < end and start < p.end for start, end in spans)
        for p in participants
    )


def count(reading: Findings | Reading, row: Row, counts: Counts) -> None:
    """Count one row's answer."""
    event = chosen(reading, row)
    wanted, found = wanted_root(row), root(event, row["text"])
    counts.update({"rows": 1, "right": wanted == found, f"{wanted}.wanted": 1})
    if found:
        counts.update({f"{found}.found": 1, f"{found}.hit": wanted == found})
    roles = {"agent": ("SOURCE", "SRC"), "recipient": ("TARGET", "TAR")}
    for name, marks in roles.items():
        places = _places(reading, row, marks)
        theirs = [
            p
            for p in (event.participants if event else ())
            if (p.role == "agent") == (name == "agent")
        ]
        counts.update({f"{name}.rows": bool(places[0]), f"{name}.met": _met(places, theirs)})


def scores(counts: Counts) -> dict[str, Any]:
    """Macro-F1 over the types that occur, accuracy, roles; then F1 a type."""
    each = {
        name: round(
            2 * counts[f"{name}.hit"] / (counts[f"{name}.wanted"] + counts[f"{name}.found"]), 3
        )
        for name in ROOTS
        if counts[f"{name}.wanted"]
    }
    return {
        "macro_f1": round(sum(each.values()) / max(1, len(each)), 4),
        "accuracy": round(counts["right"] / max(1, counts["rows"]), 4),
        "agent": round(counts["agent.met"] / max(1, counts["agent.rows"]), 4),
        "recipient": round(counts["recipient.met"] / max(1, counts["recipient.rows"]), 4),
        "rows": counts["rows"],
        "types": each,
    }


def read(bundle: Bundle, text: str) -> Reading:
    """The whole route over one text."""
    page = Page(name="row", media="row", data=text.encode(), metadata=Metadata(found={}))
    return read_documents([document_from_page(page, Settings())], bundle)[0]


def root_scores(bundle: Bundle, path: Path) -> dict[str, Any]:
    """Types and roles of one file of rows."""
    counts: Counts = Counter()
    for row in rows(path):
        if row.get("spans"):
            count(read(bundle, row["text"]), row, counts)
    return scores(counts)


def _judged(data: Path) -> Iterator[tuple[str, dict[tuple[int, int], float]]]:
    """A sentence with its judged words: characters and value. UDS is web talk: left out."""
    for row in rows(data / "factuality" / "dev.jsonl"):
        if row["set"] in {"UW", "MEANTIME"}:
            yield row["text"], {tuple(t["span"]): t["factuality"] for t in row["targets"]}


def mode_scores(bundle: Bundle, data: Path) -> dict[str, Any]:
    """How often readers agree with "actual" and "negated", and how many denied events we miss."""
    counts: Counts = Counter()
    for text, judged in _judged(data):
        modes = {e.trigger: e.mode for e in read(bundle, text).events}
        for span in judged.keys() & modes.keys():
            count_mode(modes[span], judged[span], counts)
    return mode_shares(counts)


def count_mode(mode: str, value: float, counts: Counts) -> None:
    """Count one trigger's mode against what readers judged."""
    counts.update({f"{mode}.found": 1, "denied.wanted": value < 0})
    counts["actual.right"] += mode == "actual" and value > HAPPENED
    counts["negated.right"] += mode == "negated" and value < 0
    counts["denied.kept"] += mode != "actual" and value < 0


def mode_shares(counts: Counts) -> dict[str, Any]:
    """The counts as shares."""
    return {
        "actual": round(counts["actual.right"] / max(1, counts["actual.found"]), 4),
        "negated": round(counts["negated.right"] / max(1, counts["negated.found"]), 4),
        "denied_not_actual": round(counts["denied.kept"] / max(1, counts["denied.wanted"]), 4),
        "triggers": {
            mode: counts[f"{mode}.found"]
            for mode in ("actual", "future", "hypothetical", "negated")
        },
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--part", choices=("train", "dev"), default="dev")
    parser.add_argument("--gsr", action="store_true", help="the gold standard records too")
    arguments = parser.parse_args()
    shipped_bundle, folder = load(shipped(), 1), arguments.data / "events_plover"
    found = root_scores(shipped_bundle, folder / f"plv_{arguments.part}.jsonl")
    print(f"root: {json.dumps(found)}", flush=True)
    if arguments.gsr:
        print(f"gsr: {json.dumps(root_scores(shipped_bundle, folder / 'gsr.jsonl'))}", flush=True)
    print(f"mode: {json.dumps(mode_scores(shipped_bundle, arguments.data))}", flush=True)
