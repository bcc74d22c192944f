"""Speed and memory of the whole route beside the bare encoder, in one run.

    python benchmarks/speed.py ../shared/data/articles_politics/articles_1.jsonl.gz --articles 200

Reads the articles twice over, taking turns: through ``read_documents`` as the command does, and
through the graph alone on the same windows. Appends one dated line to ``results/speed.jsonl``.
"""

import argparse
import gzip
import json
import resource
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

from onrecord.batch import pages_from_rows, read_pages
from onrecord.batch.lines import TOGETHER
from onrecord.model.bundle import load, shipped
from onrecord.model.encode import encode, windows
from onrecord.model.predict import run
from onrecord.segment import segment
from onrecord.settings import Settings


def lines(path: Path, count: int) -> list[bytes]:
    """The first articles as input rows."""
    with gzip.open(path, "rt", encoding="utf-8") as source:
        found = [json.loads(line) for _, line in zip(range(count), source, strict=False)]
    keys = ("id", "text", "title", "url", "outlet")
    return [
        json.dumps({k: row[k] for k in keys} | {"published": row["date"]}).encode() for row in found
    ]


def measure(path: Path, count: int) -> dict[str, float]:
    """Words a second, the ratio to the bare graph, peak memory in MB, start-up in seconds."""
    rows, bundle, settings = lines(path, count), load(shipped()), Settings()
    texts = [json.loads(row)["text"] for row in rows]
    words = sum(len(text.split()) for text in texts)
    whole = bare = 0.0
    for start in range(0, len(rows), TOGETHER):
        began = time.perf_counter()
        chunk = rows[start : start + TOGETHER]
        readings = [r for _, r in read_pages(pages_from_rows(chunk, "bench"), bundle, settings)]
        whole += time.perf_counter() - began
        items = []
        for reading in readings:
            segments = segment(reading.document)
            encoded = encode(reading.document.text, segments, bundle.pieces)
            items += [(encoded, window) for window in windows(encoded, segments.bounds)]
        began = time.perf_counter()
        run(bundle, items)
        bare += time.perf_counter() - began
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "onrecord.cli", "doctor"], check=True, capture_output=True
    )
    return {
        "articles": len(rows),
        "words_a_second": round(words / whole),
        "articles_a_second": round(len(rows) / whole, 2),
        "ratio_to_encoder": round(whole / bare, 2),
        "peak_memory_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "start_up_s": round(time.perf_counter() - began, 2),
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("articles_file", type=Path)
    parser.add_argument("--articles", type=int, default=200)
    arguments = parser.parse_args()
    result = {"date": date.today().isoformat()} | measure(
        arguments.articles_file, arguments.articles
    )
    print(json.dumps(result))
    results = Path(__file__).parent / "results" / "speed.jsonl"
    with results.open("a") as out:
        out.write(json.dumps(result) + "\n")
