import random
import sys
from itertools import combinations
from pathlib import Path

import msgspec
import pytest

from onrecord.records.origins import Link

EVALUATION = Path(__file__).parents[2] / "evaluation"
sys.path.insert(0, str(EVALUATION))

from newsroom.additions import Stock  # noqa: E402
from newsroom.articles import Made, Source, untouched  # noqa: E402
from newsroom.edits import EDITS, Edit  # noqa: E402
from newsroom.families import Desk, first_print, merged, printed, version  # noqa: E402
from newsroom.peers import best  # noqa: E402
from newsroom.runs import Plan, Run, run  # noqa: E402
from newsroom.scores import linked, score  # noqa: E402
from newsroom.sources import apart  # noqa: E402
from newsroom.strangers import shared_furniture, shared_statements  # noqa: E402
from newsroom.subediting import (  # noqa: E402
    broken,
    no_aside,
    numbers,
    shorter_quote,
    speaker_first,
    speaker_last,
)
from newsroom.texts import Sentence, lay_out, normal_words, parse  # noqa: E402
from newsroom.truths import Pair, pairs, side, truth  # noqa: E402
from reprints import from_outside, plan, seen, write  # noqa: E402

from onrecord.settings import Settings  # noqa: E402

# Named, so that a further gold article changes nothing of what is drawn here.
NAMES = (
    "election-result-rejected",
    "forward-to-what",
    "four-versions-of-a-clash",
    "guests-nobody-voted-for",
    "march-for-a-library",
    "sanctions-on-qarmat",
    "ventilators-that-never-came",
)
TEXTS = [EVALUATION / "gold" / f"{name}.txt" for name in NAMES]
SOURCES = [
    Source(
        id=path.stem,
        text=path.read_text(),
        title=path.stem.replace("-", " "),
        outlet="Karven Post",
        published=f"2024-03-{10 + number}",
        topic="all",
    )
    for number, path in enumerate(TEXTS)
]
# Three families, a group with the same furniture; what is left lends paragraphs.
PLAN = Plan(families=3, statements=0, groups=1, unrelated=5)
SAID = (
    "We have heard the anger of the people of Karven, and we will not walk away from the bridge while "
    "so many families wait for an answer. I gave my word and I intend to keep it."
)


@pytest.fixture
def desk() -> Desk:
    chance = random.Random(7)
    stock = Stock([source.text for source in SOURCES[3:]], chance)
    stock.statements.append(SAID)
    return Desk(chance, stock)


@pytest.fixture(scope="module")
def small() -> Run:
    return run(SOURCES, [], 3, PLAN)


def sentence(text: str) -> Sentence:
    return parse(text, "text:one")[0][0]


def text_of(words: Sentence | None) -> str:
    assert words is not None
    return " ".join(word.text for word in words)


def edited(edit: Edit, desk: Desk, amount: float = 0.8) -> tuple[Made, Made]:
    first = untouched(SOURCES[0], "first")
    draft = edit(parse(SOURCES[0].text, f"text:{SOURCES[0].id}"), desk.chance, amount, desk.stock)
    text, placed = lay_out(draft)
    row = msgspec.structs.replace(first.row, id="second", text=text, url="https://second.example")
    second = Made(row=row, words=tuple(placed), parents=("first",), edits=("one",))
    return first, second


def told(pair: Pair, **changes: object) -> Link:
    link = Link(
        left=pair.left,
        right=pair.right,
        kind=pair.kind or "reprint",
        left_share=1.0,
        right_share=1.0,
        direction=pair.direction,
        why="the truth",
        passages=pair.passages,
    )
    return msgspec.structs.replace(link, **changes)


def test_a_text_laid_out_again_keeps_its_words() -> None:
    text, placed = lay_out(parse(SOURCES[0].text, "text:one"))
    assert text.split() == SOURCES[0].text.split()
    assert all(text[start:end] == word.text for word, start, end in placed)


def test_sentences_end_at_full_stops_that_are_no_abbreviations() -> None:
    paragraph = parse("Sen. Mara Quill of R. Oldmere left. She said “no.” Nobody asked.", None)[0]
    assert [text_of(one) for one in paragraph] == [
        "Sen. Mara Quill of R. Oldmere left.",
        "She said “no.”",
        "Nobody asked.",
    ]


@pytest.mark.parametrize("edit", [edit for _, edit in EDITS], ids=[name for name, _ in EDITS])
def test_passages_of_the_truth_hold_the_same_words_on_both_sides(edit: Edit, desk: Desk) -> None:
    left, right = edited(edit, desk)
    found = truth(side(left), side(right))
    assert found is not None and found.copy and found.direction == "left_first"
    assert found.passages
    for a, b, c, d in found.passages:
        assert normal_words(left.row.text[a:b]) == normal_words(right.row.text[c:d])


@pytest.mark.parametrize("edit", [edit for _, edit in EDITS], ids=[name for name, _ in EDITS])
def test_every_edit_changes_the_text(edit: Edit, desk: Desk) -> None:
    left, right = edited(edit, desk, amount=1.0)
    assert left.row.text != right.row.text


def test_a_heavier_edit_leaves_fewer_word_3_grams(desk: Desk) -> None:
    edit = dict(EDITS)["reworded"]
    light, heavy = (truth(*map(side, edited(edit, desk, amount=amount))) for amount in (0.05, 1.0))
    assert light and heavy and heavy.survive < light.survive < 1


def test_the_speaker_moves_and_nothing_is_lost() -> None:
    back = "The harbour will close in May, Mara Quill said."
    front = "Mara Quill said that The harbour will close in May."
    assert text_of(speaker_first(sentence(back), random.Random(1))) == front
    given = "Mara Quill said the harbour of Karven will close in May."
    moved = "The harbour of Karven will close in May, Mara Quill said."
    assert text_of(speaker_last(sentence(given), random.Random(1))) == moved


def test_a_quotation_is_shortened_inside_its_marks() -> None:
    given = "“We will rebuild the bridge, we will pay for it, and we will open it in May,” he said."
    short = text_of(shorter_quote(sentence(given), random.Random(1)))
    assert short.endswith("” he said.") and len(short) < len(given) and short.count("”") == 1


def test_quoted_figures_stay_as_they_were_said() -> None:
    given = sentence("“All 12 boats are lost,” said the owner of 12 boats.")
    assert text_of(numbers(given, random.Random(1)) or numbers(given, random.Random(2))) == (
        "“All 12 boats are lost,” said the owner of twelve boats."
    )


def test_asides_are_dropped_and_sentences_broken() -> None:
    given = sentence("The mayor, a former teacher from Vanter, opened the bridge on Monday.")
    assert text_of(no_aside(given, random.Random(1))) == "The mayor opened the bridge on Monday."
    long = sentence(
        "The mayor opened the new bridge on Monday, and the people of the town walked over."
    )
    assert "Monday. The people" in text_of(broken(long, random.Random(1)))


def test_a_merged_text_is_a_copy_of_both_and_they_are_none_of_each_other(desk: Desk) -> None:
    one, two = first_print(SOURCES[0], desk), first_print(SOURCES[1], desk)
    made = list(printed([one, two, merged(one, two, desk)], desk.chance))
    found = {(p.left, p.right): p for p in pairs(made)}
    ids = [one.row.id for one in made]
    assert set(found) == {(ids[0], ids[2]), (ids[1], ids[2])}
    assert all(pair.copy and pair.direction == "left_first" for pair in found.values())


def test_a_later_text_at_the_same_address_is_a_version(desk: Desk) -> None:
    first = first_print(SOURCES[0], desk)
    (pair,) = pairs(list(printed([first, version(first, desk)], desk.chance)))
    assert (pair.kind, pair.direction, pair.copy) == ("version", "left_first", True)


def test_a_shared_statement_is_no_copy(desk: Desk) -> None:
    two = (untouched(SOURCES[0], "a"), untouched(SOURCES[1], "b"))
    (pair,) = pairs(list(shared_statements([two], desk)))
    assert (pair.copy, pair.kind) == (False, "shared_quotation")
    assert pair.passages


def test_shared_furniture_is_no_copy(desk: Desk) -> None:
    three = [untouched(source, source.id) for source in SOURCES[:3]]
    found = pairs(list(shared_furniture([three], desk.chance)))
    assert [(pair.copy, pair.kind) for pair in found] == [(False, "shared_boilerplate")] * 3


def test_reports_of_one_event_that_share_their_prose_stay_open() -> None:
    same, other = SOURCES[0].text, SOURCES[1].text
    made = [
        untouched(Source(id=name, text=text, title="", outlet=name, event="set/1"), name)
        for name, text in (("a", same), ("b", other), ("c", f"{other} {same}"))
    ]
    found = {(p.left, p.right): p.copy for p in pairs(made)}
    assert found == {("a", "b"): False, ("a", "c"): None, ("b", "c"): None}


def test_credits_and_dates_are_told_as_evidence(small: Run) -> None:
    rows = {made.row.id: made for made in small.articles}
    for pair in small.pairs:
        if pair.evidence in {"date", "both"}:
            dates = [rows[name].row.published for name in (pair.left, pair.right)]
            assert dates[0] and dates[1] and dates[0] != dates[1]
        if pair.evidence in {"credit", "both"}:
            names = (pair.left, pair.right)
            first, second = names if pair.direction == "left_first" else names[::-1]
            assert rows[first].row.outlet in rows[second].credits


def test_a_run_is_the_same_for_the_same_seed(small: Run) -> None:
    again, other = run(SOURCES, [], 3, PLAN), run(SOURCES, [], 4, PLAN)
    assert msgspec.json.encode(again.pairs) == msgspec.json.encode(small.pairs)
    assert msgspec.json.encode(other.pairs) != msgspec.json.encode(small.pairs)


def test_a_smaller_run_has_all_in_proportion() -> None:
    assert plan(300) == Plan()
    assert plan(30) == Plan(families=30, statements=15, groups=4, unrelated=50)


def test_near_copies_among_the_sources_are_set_apart() -> None:
    copy = msgspec.structs.replace(SOURCES[0], id="copy")
    assert [source.id for source in apart([*SOURCES, copy])] == [one.id for one in SOURCES]


def test_the_truth_itself_scores_full_marks(small: Run) -> None:
    links = [told(pair) for pair in small.pairs if pair.copy]
    scores = score(small.pairs, links, linked(links))
    assert (scores["f1"], scores["links_elsewhere"]) == (1.0, 0)
    assert scores["clusters"]["ari"] == scores["clusters"]["bcubed_f1"] == 1.0
    assert scores["direction"]["accuracy_where_told"] == 1.0
    assert scores["passages"]["f1"] == 1.0


def test_links_are_scored_whichever_way_round_they_stand(small: Run) -> None:
    turned = {"left_first": "right_first", "right_first": "left_first", "unknown": "unknown"}
    links = [
        told(
            pair,
            left=pair.right,
            right=pair.left,
            direction=turned[pair.direction],
            passages=tuple((c, d, a, b) for a, b, c, d in pair.passages),
        )
        for pair in small.pairs
        if pair.copy
    ]
    scores = score(small.pairs, links, linked(links))
    assert scores["f1"] == scores["direction"]["accuracy_where_told"] == 1.0
    assert scores["passages"]["f1"] == 1.0


def test_a_pair_made_one_for_its_furniture_and_a_missed_copy_cost(small: Run) -> None:
    housed = [pair for pair in small.pairs if pair.why == "shared furniture"]
    copies = [pair for pair in small.pairs if pair.copy]
    links = [told(pair, kind="reprint") for pair in (*housed, *copies[1:])]
    scores = score(small.pairs, links, linked(links))
    assert scores["false_merges"]["shared furniture"] == [len(housed), len(housed), 1.0]
    assert scores["precision"] < 1 and scores["recall"] < 1


def test_furniture_that_is_shown_as_such_merges_nothing(small: Run) -> None:
    links = [told(pair) for pair in small.pairs if pair.kind]
    scores = score(small.pairs, links, linked(links))
    assert scores["precision"] == 1.0
    assert list(scores["kinds"]["confusion"]["shared_boilerplate"]) == ["shared_boilerplate"]


def test_passages_over_foreign_text_cost_precision(small: Run) -> None:
    links = [told(pair, passages=((0, 4000, 0, 4000),)) for pair in small.pairs if pair.copy]
    scores = score(small.pairs, links, linked(links))["passages"]
    assert scores["precision"] < 0.95 < scores["recall"]


def test_what_the_command_says_is_scored_by_names(small: Run, tmp_path: Path) -> None:
    truth_path = write(small, tmp_path / "rows.jsonl")
    links = [told(pair) for pair in small.pairs if pair.copy]
    ids = {made.row.id: f"art-{number}" for number, made in enumerate(small.articles)}
    families = [{"documents": [ids[name] for name in one], "root": None} for one in linked(links)]
    answer = {
        "documents": [{"id": key, "name": name} for name, key in ids.items()],
        "links": [
            msgspec.to_builtins(link) | {"left": ids[link.left], "right": ids[link.right]}
            for link in links
        ],
        "families": families,
    }
    path = tmp_path / "origins.json"
    path.write_bytes(msgspec.json.encode(answer))
    scores = from_outside(path, truth_path)
    assert scores["f1"] == scores["clusters"]["ari"] == scores["passages"]["f1"] == 1.0


def test_articles_are_seen_with_their_own_text_and_credit(small: Run) -> None:
    lines = [made for made in small.articles if "(" in " ".join(made.row.text.split()[:4])]
    for made in small.articles:
        assert seen(made.row, Settings()).text == made.row.text
    found = [seen(made.row, Settings()).credit for made in lines if made.edits]
    assert found and all(credit is not None for credit in found)


def test_a_peer_is_given_the_threshold_that_suits_it_best() -> None:
    five = [
        Pair(left=str(n), right="x", copy=copy, why="derived" if copy else "same event in set")
        for n, copy in enumerate((True, True, False, True, False))
    ]
    alike = {(str(n), "x"): value for n, value in enumerate((0.9, 0.8, 0.7, 0.6, 0.1))}
    f1, threshold = best(alike, five)
    assert (round(f1, 3), threshold) == (0.857, 0.6)
    f1, threshold = best(alike, five, most=0.0)
    assert (round(f1, 3), threshold) == (0.8, 0.8)


def test_no_two_articles_of_a_run_share_an_outlet_unless_one_wire_or_page(small: Run) -> None:
    wires = {"Associated Press", "Reuters", "Agence France-Presse", "United Press International"}
    for one, two in combinations([made.row for made in small.articles], 2):
        if one.outlet == two.outlet and one.url != two.url:
            assert one.outlet in wires | {"Karven Post"}
