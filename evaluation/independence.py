"""How well independent origins are counted, on generated families whose origins are known.

    python evaluation/independence.py                 200 families, claims as a perfect reader has them
    python evaluation/independence.py --read 60       and 60 of them read by the model, links found

Reported: ``exact`` (proved is the number of origins the texts show), ``false_two`` (two or more
proved where one is), ``bounded`` (possible is not below the number of origins), and precision and
recall of grouping over pairs of claims.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import msgspec
from claim_families import Family, Told, families

from onrecord.compare import assertions, links, statements
from onrecord.records.origins import Article, Assertion, Statement
from onrecord.records.readings import Reading
from onrecord.records.spans import overlap
from onrecord.settings import Settings
from onrecord.workbench import read_rows

Pair = tuple[str, str]


def by_hand(made: Sequence[Family]) -> dict[str, float]:
    """Scores where claims and links are given as they are."""
    told = [t for f in made for t in (*f.told, *f.traps)]
    found = assertions(
        [t.article for t in told],
        [t.statement() for t in told],
        [link for f in made for link in f.links],
    )
    return scores(made, found, {t.article.id: t.statement().claim for t in told})


def by_reading(made: Sequence[Family]) -> dict[str, float]:
    """Scores where each article is read by the model and the links are found."""
    told = [t for f in made for t in (*f.told, *f.traps)]
    articles, claims, named = read(told)
    found = assertions(articles, claims, links(articles))
    return scores(made, found, named) | {"claims_found": round(len(named) / len(told), 4)}


def read(told: Sequence[Told]) -> tuple[list[Article], list[Statement], dict[str, str]]:
    """Articles and claims as read, and for each article the claim that covers the one told."""
    articles, claims, named = [], [], {}
    for one, reading in zip(told, _readings(told), strict=True):
        document = reading.document
        made = statements(one.article.id, reading)
        start = document.text.index(one.claim)
        span = (start, start + len(one.claim))
        best = max(made, key=lambda s: overlap(s.span, span), default=None)
        if best and 2 * overlap(best.span, span) > len(one.claim):
            named[one.article.id] = best.claim
        articles.append(
            msgspec.structs.replace(one.article, text=document.text, credit=document.credit)
        )
        claims += made
    return articles, claims, named


def _readings(told: Sequence[Told]) -> list[Reading]:
    """The articles as rows through the same route as ``onrecord read --jsonl``."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "in.jsonl"), Path(folder, "out.jsonl")
        source.write_bytes(b"".join(_row(one.article) for one in told))
        for _ in read_rows(source, target, Settings()):
            pass
        lines = [msgspec.json.decode(line) for line in target.read_bytes().splitlines()]
    return [
        msgspec.convert({k: v for k, v in line.items() if k != "id"}, Reading) for line in lines
    ]


def _row(article: Article) -> bytes:
    kept = {name: getattr(article, name) for name in ("id", "text", "outlet", "published")}
    return msgspec.json.encode(kept) + b"\n"


def scores(
    made: Sequence[Family], found: Sequence[Assertion], claims: dict[str, str]
) -> dict[str, float]:
    """Hold the assertions found against the truth of the families."""
    home = {(c, d): i for i, a in enumerate(found) for c in a.claims for d in a.documents}
    exact = two = ones = bounded = several = 0
    for family in made:
        ranges = [
            found[at].independent
            for t in family.told
            if (at := home.get((claims.get(t.article.id, ""), t.article.id))) is not None
        ]
        proved = max((r.proved for r in ranges), default=1)
        exact += proved == family.proved
        ones += family.proved == 1
        several += family.proved > 1 and proved == family.proved
        two += family.proved == 1 and proved > 1
        bounded += max((r.possible for r in ranges), default=1) >= family.origins
    return {
        "families": len(made),
        "exact": round(exact / len(made), 4),
        "exact_of_one": round((exact - several) / max(1, ones), 4),
        "exact_of_more": round(several / max(1, len(made) - ones), 4),
        "false_two": round(two / max(1, ones), 4),
        "bounded": round(bounded / len(made), 4),
    } | _grouping(made, home, claims)


def _grouping(
    made: Sequence[Family], home: dict[tuple[str, str], int], claims: dict[str, str]
) -> dict[str, float]:
    """Precision and recall of pairs of claims in one assertion, traps and other families too."""
    where: dict[str, tuple[int, int | None]] = {}
    for number, family in enumerate(made):
        for kind, told in ((0, family.told), (1, family.traps)):
            for i, t in enumerate(told):
                # Two denials say the same; each other figure is a claim of its own.
                truth = 1000 * number + (0 if kind == 0 else 1 if t.denied else 2 + i)
                where[t.article.id] = (
                    truth,
                    home.get((claims.get(t.article.id, ""), t.article.id)),
                )
    hit = found = wanted = 0
    for (truth, at), (other, place) in combinations(where.values(), 2):
        found += at is not None and at == place
        wanted += truth == other
        hit += truth == other and at is not None and at == place
    return {
        "pair_precision": round(hit / max(1, found), 4),
        "pair_recall": round(hit / max(1, wanted), 4),
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)  # fmt: skip
    parser.add_argument("--families", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--read", type=int, default=0, metavar="N")
    arguments = parser.parse_args()
    every = families(arguments.families, arguments.seed)
    report = {"by_hand": by_hand(every)}
    if arguments.read:
        report["by_reading"] = by_reading(every[: arguments.read])
    print(json.dumps(report, indent=1))
