"""Who copied whom, scored on newsroom edits of known truth.

python evaluation/reprints.py --articles ARTICLES.jsonl --stories STORIES.jsonl --seed 1
    make articles from these texts, link them, score the links, beside two public methods
python evaluation/reprints.py --articles ... --stories ... --seed 1 --out rows.jsonl
    write the made articles, and the truth beside them (rows.truth.jsonl)
python evaluation/reprints.py --score origins.json rows.truth.jsonl
    score what ``onrecord origins CASE --json`` said about them
"""

import argparse
import sys
from pathlib import Path

import msgspec

sys.path.insert(0, str(Path(__file__).parent))

from newsroom.runs import Plan, Run, run
from newsroom.sources import Source, articles, stories


def made(arguments: argparse.Namespace) -> Run:
    """The run that the arguments ask for."""
    texts: list[Source] = [source for path in arguments.articles for source in articles(path)]
    told = [source for path in arguments.stories for source in stories(path)]
    return run(texts, told, arguments.seed, Plan(families=arguments.families))


def write(result: Run, path: Path) -> Path:
    """The rows as JSONL, and beside them the truth; its path is given back."""
    encode = msgspec.json.encode
    path.write_bytes(b"".join(encode(made.row) + b"\n" for made in result.articles))
    truth = path.with_suffix(".truth.jsonl")
    truth.write_bytes(b"".join(encode(pair) + b"\n" for pair in result.pairs))
    return truth


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--articles", type=Path, nargs="*", default=[])
    parser.add_argument("--stories", type=Path, nargs="*", default=[])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--families", type=int, default=240)
    parser.add_argument("--out", type=Path)
    return parser.parse_args()


if __name__ == "__main__":
    arguments = _arguments()
    result = made(arguments)
    if arguments.out:
        print(write(result, arguments.out))
