"""Speed of a case: putting real readings, and searching many documents, on both databases.

    python benchmarks/case.py ../shared/data/articles_politics/articles_1.jsonl.gz --documents 2000
    python benchmarks/case.py ../shared/data/articles_politics/articles_?.jsonl.gz --end-to-end 4000

Search runs over synthetic documents: twelve sentences each, drawn from all articles of the file,
with an outlet, a day and four claims drawn likewise; their words occur as often as in the file.
Putting is timed on top of them, with readings that the model made of a few dozen articles, under
ever new ids. Half of the questions are single words, the rest several words, phrases and fields;
words are drawn as often as they occur. Times are milliseconds, by the clock and of processor
(this program and its server process): on a busy machine the clock also counts the others.

``--end-to-end`` runs the real ``onrecord add`` over rows of the files instead, with as many workers
as there are cores, and counts in each of its processes what the network itself takes.
Appends one dated line to ``results/case.jsonl``.
"""

import argparse
import gzip
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from hashlib import sha256
from itertools import islice
from pathlib import Path

import msgspec

from onrecord.batch import pages_from_rows, read_pages
from onrecord.model.bundle import load, shipped
from onrecord.read import page_from_row
from onrecord.records.cases import Found
from onrecord.records.documents import Document, Metadata, Page
from onrecord.records.findings import Actor, Claim, Factuality, Voice
from onrecord.records.readings import MadeBy, Reading, Sentence
from onrecord.settings import Settings
from onrecord.store import Case, copy_case, open_case, writes
from onrecord.store.entries import entry_of

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.store.servers import Server, programs

KINDS = ("fact", "fact", "fact", "prediction", "opinion", "question", "directive")
FIRST_DAY = date(2015, 1, 1)


def rows(path: Path) -> list[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as source:
        return [json.loads(line) for line in source]


def as_line(row: dict[str, str]) -> str:
    """An article of the files as a row that onrecord reads."""
    keys = ("id", "text", "title", "url", "outlet")
    return json.dumps({k: row[k] for k in keys} | {"published": row["date"]})


def real(articles: list[dict[str, str]], count: int) -> list[tuple[Page, Reading]]:
    """A few articles with what the model reads in them."""
    lines = [as_line(row).encode() for row in articles[:count]]
    readings = read_pages(pages_from_rows(lines, "bench"), load(shipped()), Settings())
    pages = [page_from_row(line, at, "bench") for at, line in enumerate(lines, 1)]
    return [
        (page, read)
        for page, (_, read) in zip(pages, readings, strict=True)
        if isinstance(read, Reading)
    ]


def renamed(page: Page, reading: Reading, number: int) -> tuple[Page, Reading]:
    """The same article under another id, so that it is another one."""
    name = f"{page.name}-{number}"
    document = msgspec.structs.replace(reading.document, name=name)
    return (
        msgspec.structs.replace(page, name=name),
        msgspec.structs.replace(reading, document=document),
    )


class Archive:
    """Synthetic documents and questions drawn from the sentences of real articles."""

    def __init__(self, articles: list[dict[str, str]], seed: int) -> None:
        self.draw = random.Random(seed)
        self.sentences = sorted(
            {
                sentence.strip() + "."
                for row in articles
                for line in row["text"].split("\n")
                for sentence in line.split(". ")
                if 40 < len(sentence) < 300
            }
        )
        words = [word for s in self.sentences for word in s.split() if word.isalpha()]
        self.words = words
        capitals = sorted({word for word in words if word[0].isupper() and len(word) > 3})
        self.names = [" ".join(self.draw.sample(capitals, 2)) for _ in range(2000)]
        self.outlets = sorted({row["outlet"] for row in articles})

    def documents(self, count: int) -> Iterator[tuple[Page, Reading]]:
        for number in range(count):
            yield self._document(number)

    def _document(self, number: int) -> tuple[Page, Reading]:
        sentences = self.draw.sample(self.sentences, 12)
        text, spans = "", []
        for sentence in sentences:
            spans.append((len(text), len(text) + len(sentence)))
            text += sentence + "\n"
        people = [
            Actor(rule="drawn", id=f"act-{at}", type="Person", name=self.draw.choice(self.names))
            for at in range(3)
        ]
        outlet = self.draw.choice(self.outlets)
        page = Page(
            name=f"drawn-{number}",
            media="row",
            data=text.encode(),
            metadata=Metadata(outlet=outlet),
        )
        document = Document(
            id=f"doc-{number}",
            name=page.name,
            text=text,
            blocks=(),
            language="en",
            sha256=sha256(page.data).hexdigest(),
            title=sentences[0],
            outlet=outlet,
            published=(FIRST_DAY + timedelta(days=self.draw.randrange(3650))).isoformat(),
        )
        return page, Reading(
            document=document,
            sentences=tuple(Sentence(start=start, end=end) for start, end in spans),
            actors=tuple(people),
            claims=tuple(self._claim(text, span, people) for span in spans[:4]),
            made_by=MadeBy(onrecord="0", model=None, seconds=0.0),
        )

    def _claim(self, text: str, span: tuple[int, int], people: list[Actor]) -> Claim:
        source = self.draw.choice(people)
        return Claim(
            rule="drawn",
            id=f"clm-{self.draw.getrandbits(48):012x}",
            start=span[0],
            end=span[1],
            text=text[slice(*span)],
            kind=self.draw.choice(KINDS),  # type: ignore[arg-type]
            verifiable=0.5,
            checkworthy=0.5,
            voices=(
                Voice(who="author", name="author", actor=None, named="unnamed"),
                Voice(who="source", name=source.name, actor=source.id, named="named"),
            ),
            factuality=Factuality(polarity="+", certainty="certain"),
            conditional=False,
            support_offered="none",
            actors=(source.id,),
        )

    def question(self) -> str:
        """One word in half of the cases, else words, phrases and fields."""
        draw = self.draw
        if draw.random() < 0.5:
            return draw.choice(self.words)
        words = [w for w in draw.choice(self.sentences).split() if w.isalpha()] or ["the"]
        at = draw.randrange(len(words))
        name = draw.choice(self.names)
        return draw.choice(
            [
                lambda: " ".join(draw.sample(words, min(2, len(words)))),
                lambda: " ".join(draw.sample(words, min(3, len(words)))),
                lambda: f'"{" ".join(words[at : at + 2])}"',
                lambda: f'"{" ".join(words[at : at + 4])}"',
                lambda: f"{words[at]} -{draw.choice(self.words)}",
                lambda: f'{words[at]} outlet:"{draw.choice(self.outlets)}"',
                lambda: f"{words[at]} after:{draw.randint(2015, 2024)}-06",
                lambda: f'actor:"{name}" {words[at]}',
                lambda: f"kind:{draw.choice(KINDS)} {words[at]}",
                lambda: f'said-by:"{name}"',
                lambda: f"kind:prediction before:{draw.randint(2015, 2024)}-06-15",
            ]
        )()


class Stopwatch:
    """Milliseconds by the clock, and of processor in this program and its server process."""

    def __init__(self, case: Case) -> None:
        database = case._database
        self.server = None
        if database.dialect == "postgresql":
            (number,) = database.rows("SELECT pg_backend_pid()")[0]
            self.server = Path(f"/proc/{number}/schedstat")

    def time(self, work: Callable[[], object]) -> tuple[float, float]:
        began, used = time.perf_counter(), self._used()
        work()
        return (time.perf_counter() - began) * 1000, (self._used() - used) * 1000

    def _used(self) -> float:
        server = int(self.server.read_text().split()[0]) / 1e9 if self.server else 0.0
        return time.process_time() + server


def fill(case: Case, documents: Iterable[tuple[Page, Reading]]) -> None:
    """Put many at once: the rate of one by one is measured apart."""
    every = iter(documents)
    while chunk := list(islice(every, 500)):
        with case._database.writing():
            for page, read in chunk:
                writes.put(case._database, entry_of(page, read))


def put_times(case: Case, readings: list[tuple[Page, Reading]], count: int) -> dict[str, float]:
    """Milliseconds for one put of a real reading, the mean."""
    every = [renamed(*readings[at % len(readings)], at) for at in range(count)]
    clock, processor = Stopwatch(case).time(lambda: [case.put(*one) for one in every])
    return {"clock": round(clock / count, 2), "processor": round(processor / count, 2)}


def searched(case: Case, questions: list[str]) -> tuple[list[Found], dict[str, dict[str, float]]]:
    """The answers, and how long they took: median, 95 of 100, the longest."""
    answers: list[Found] = []
    watch = Stopwatch(case)
    case.search("first")
    times = [
        watch.time(lambda question=question: answers.append(case.search(question)))  # type: ignore[misc]
        for question in questions
    ]
    slowest = sorted(zip(times, questions, strict=True), key=lambda item: -item[0][1])
    for (clock, processor), question in slowest[:5]:
        print(f"{clock:8.1f} ms, {processor:8.1f} ms  {question}", file=sys.stderr)
    return answers, {
        name: {
            "p50": round(ordered[len(ordered) // 2], 1),
            "p95": round(ordered[int(len(ordered) * 0.95)], 1),
            "longest": round(ordered[-1], 1),
        }
        for name, ordered in zip(
            ("clock", "processor"), map(sorted, zip(*times, strict=True)), strict=True
        )
    }


def measure(path: Path, documents: int, questions: int, articles: int) -> dict[str, object]:
    found, server = rows(path), Server(programs() or Path("/usr/bin"))
    archive = Archive(found, seed=documents)
    readings = real(found, articles)
    server.start(settings="")
    try:
        with (
            tempfile.TemporaryDirectory() as folder,
            open_case(Path(folder) / "bench.case", create=True) as left,
            open_case(server.empty_database(), create=True) as right,
        ):
            fill(left, archive.documents(documents))
            copy_case(left, right)
            right._database.rows("ANALYZE")
            asked = [archive.question() for _ in range(questions)]
            answers, sqlite = searched(left, asked)
            others, postgresql = searched(right, asked)
            pairs = list(zip(answers, others, strict=True))
            return {
                "documents": documents,
                "questions": questions,
                "with_results": sum(bool(answer.hits) for answer in answers),
                "different_answers": sum(one != other for one, other in pairs),
                "search_sqlite_ms": sqlite,
                "search_postgresql_ms": postgresql,
                "real_readings": len(readings),
                "claims_each": round(sum(len(r.claims) for _, r in readings) / len(readings)),
                "put_sqlite_ms": put_times(left, readings, 500),
                "put_postgresql_ms": put_times(right, readings, 500),
                "load": os.getloadavg()[1],
            }
    finally:
        server.stop()


WITNESS = """
import atexit, os, time
import onnxruntime
_inner, _spent = onnxruntime.InferenceSession.run, [0.0, 0.0]
def _run(*arguments, **named):
    clock, processor = time.perf_counter(), time.process_time()
    try:
        return _inner(*arguments, **named)
    finally:
        _spent[0] += time.perf_counter() - clock
        _spent[1] += time.process_time() - processor
onnxruntime.InferenceSession.run = _run
def _tell():
    with open(os.environ["WITNESS"], "a") as out:
        out.write(f"{_spent[0]} {_spent[1]}\\n")
atexit.register(_tell)
"""
"""Stands as ``sitecustomize`` in the way of every process: how long it was in the network."""


def end_to_end(paths: list[Path], count: int) -> dict[str, object]:
    """Articles and words a second of ``onrecord add``, and the network's share of its time."""
    found = list(islice((row for path in paths for row in rows(path)), count))
    with tempfile.TemporaryDirectory() as folder:
        source, case = Path(folder) / "rows.jsonl", Path(folder) / "bench.case"
        source.write_text("".join(as_line(row) + "\n" for row in found))
        (Path(folder) / "sitecustomize.py").write_text(WITNESS)
        told = Path(folder) / "told"
        environment = {"PYTHONPATH": folder, "WITNESS": str(told), "ORT_DISABLE_TELEMETRY": "1"}
        before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "onrecord.cli", "add", case, source],
            check=False,  # rows without text are told, and are no reason to stop
            env=os.environ | environment,
        )
        clock, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
        processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        in_network = [tuple(map(float, line.split())) for line in told.read_text().splitlines()]
        with open_case(case) as opened:
            words = sum(len(read.document.text.split()) for _, read in opened.readings())
            added = opened.count()
        size = case.stat().st_size
    return {
        "added": added,
        "of": len(found),
        "words": words,
        "seconds": round(clock, 1),
        "articles_a_second": round(added / clock, 2),
        "words_a_second": round(words / clock),
        "processor_s": round(processor, 1),
        "network_processor_s": round(sum(spent for _, spent in in_network), 1),
        "network_share": round(sum(spent for _, spent in in_network) / processor, 3),
        "largest_process_mb": round(after.ru_maxrss / 1024),
        "case_mb": round(size / 1e6),
        "load": os.getloadavg()[1],
    }


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("articles_files", type=Path, nargs="+")
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--questions", type=int, default=500)
    parser.add_argument("--articles", type=int, default=36, help="read by the model")
    parser.add_argument("--end-to-end", type=int, metavar="N", help="add so many, search nothing")
    chosen = parser.parse_args()
    if chosen.end_to_end:
        measured = end_to_end(chosen.articles_files, chosen.end_to_end)
    else:
        measured = measure(
            chosen.articles_files[0], chosen.documents, chosen.questions, chosen.articles
        )
    result = json.dumps({"date": date.today().isoformat()} | measured)
    print(result)
    with (Path(__file__).parent / "results" / "case.jsonl").open("a") as out:
        out.write(result + "\n")


if __name__ == "__main__":
    main()
