"""Who copied whom, scored on newsroom edits of known truth.

python evaluation/reprints.py --articles ARTICLES.jsonl --stories STORIES.jsonl --seed 1
    make articles from these texts, link them, score the links, beside two public methods
python evaluation/reprints.py --articles ... --stories ... --seed 1 --out rows.jsonl
    write the made articles, and the truth beside them (rows.truth.jsonl)
python evaluation/reprints.py --score origins.json rows.truth.jsonl
    score what ``onrecord origins CASE --json`` said about them
"""

import argparse
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import msgspec

sys.path.insert(0, str(Path(__file__).parent))

from newsroom.articles import Row
from newsroom.peers import PEERS, at_best
from newsroom.runs import Plan, Run, run
from newsroom.scores import Table, linked, score
from newsroom.sources import Source, articles, rows, stories
from newsroom.truths import Pair

from onrecord import compare
from onrecord.read import document_from_page, page_from_row
from onrecord.records.origins import Article, Link
from onrecord.settings import Settings


def made(arguments: argparse.Namespace) -> Run:
    """The run that the arguments ask for."""
    texts: list[Source] = [source for path in arguments.articles for source in articles(path)]
    told = [source for path in arguments.stories for source in stories(path)]
    return run(texts, told, arguments.seed, plan(arguments.families))


def plan(families: int) -> Plan:
    """A run of this many families, with all else in proportion."""
    whole = Plan()
    part = families / whole.families
    return Plan(
        families=families,
        statements=round(part * whole.statements),
        groups=round(part * whole.groups),
        unrelated=round(part * whole.unrelated),
    )


def write(result: Run, path: Path) -> Path:
    """The rows as JSONL, and beside them the truth; its path is given back."""
    encode = msgspec.json.encode
    path.write_bytes(b"".join(encode(made.row) + b"\n" for made in result.articles))
    truth = path.with_suffix(".truth.jsonl")
    truth.write_bytes(b"".join(encode(pair) + b"\n" for pair in result.pairs))
    return truth


def seen(row: Row, settings: Settings) -> Article:
    """A row as a case would see it: the page's own text, and the credit that the text gives."""
    document = document_from_page(page_from_row(msgspec.json.encode(row), 1, "rows"), settings)
    return Article(
        id=row.id,
        name=row.id,
        text=document.text,
        title=document.title,
        url=document.url,
        outlet=document.outlet,
        published=document.published,
        modified=document.modified,
        credit=document.credit,
    )


def ours(result: Run) -> tuple[list[Link], list[Sequence[str]], float]:
    """onrecord's links and families, and how long they took in seconds."""
    settings = Settings()
    given = [seen(made.row, settings) for made in result.articles]
    began = time.perf_counter()
    links = compare.links(given)
    families = compare.families(given, links)
    return list(links), [one.documents for one in families], time.perf_counter() - began


def compared(result: Run, peers: bool) -> dict[str, Table]:
    """Scores of onrecord, and of the peers on the same pairs."""
    links, families, seconds = ours(result)
    scores = {"onrecord": score(result.pairs, links, families) | {"seconds": round(seconds, 1)}}
    for peer in PEERS if peers else ():
        for name, alike in at_best(peer, result.articles, result.pairs):
            scores[name] = score(result.pairs, alike, linked(alike))
    return scores


def from_outside(answer: Path, truth: Path) -> Table:
    """Scores of what the command said, by the names of the documents."""
    told = json.loads(answer.read_text(encoding="utf-8"))
    names = {one["id"]: one["name"] for one in told["documents"]}
    links = [
        msgspec.convert(one | {"left": names[one["left"]], "right": names[one["right"]]}, Link)
        for one in told["links"]
    ]
    families = [[names[key] for key in one["documents"]] for one in told["families"]]
    pairs = [msgspec.convert(row, Pair) for row in rows(truth)]
    return score(pairs, links, families)


def headline(name: str, table: Table) -> str:
    """A method's main figures in one line."""
    clusters, direction = table["clusters"], table["direction"]
    wrong = {why: cell[:2] for why, cell in table["false_merges"].items()}
    return (
        f"{name}: F1 {table['f1']} (precision {table['precision']}, recall {table['recall']}) on "
        f"{table['pairs']} pairs, {table['copies']} copies; clusters ARI {clusters['ari']}, B-cubed "
        f"{clusters['bcubed_f1']}; direction {direction['accuracy_where_told']}, siblings given one "
        f"{direction['siblings_given_one']}; false merges {wrong}; elsewhere {table['links_elsewhere']}"
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--articles", type=Path, nargs="*", default=[])
    parser.add_argument("--stories", type=Path, nargs="*", default=[])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--families", type=int, default=300, help="all else is in proportion")
    parser.add_argument("--out", type=Path, help="write rows and truth, score nothing")
    parser.add_argument("--alone", action="store_true", help="without the peers")
    parser.add_argument("--score", type=Path, nargs=2, metavar=("ORIGINS", "TRUTH"))
    return parser.parse_args()


def _main(arguments: argparse.Namespace) -> None:
    if arguments.score:
        scores = {"onrecord": from_outside(*arguments.score)}
    elif arguments.out:
        print(write(made(arguments), arguments.out))
        return
    else:
        scores = compared(made(arguments), not arguments.alone)
    for name, table in scores.items():
        print(headline(name, table))
    print(json.dumps(scores))


if __name__ == "__main__":
    _main(_arguments())
