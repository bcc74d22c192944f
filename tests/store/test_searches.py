"""One body over both databases: what is asked is found, in one order, and shown where it stands."""

import random

import pytest

from onrecord.errors import WrongUse
from onrecord.records.cases import Found
from onrecord.store import Case
from tests.store.articles import MILL, actors, claim, page, reading, three

WORDS = (
    "mill rally union ferry lasko Nádia holm may 240 3,000 der police nobody said the of".split()
)
ODD = [
    *('"', "“", "'", ":", "::", "-", "--", "*", "^", "(", ")", "{", "}", "NEAR(", "NEAR/2", "AND"),
    *("OR", "NOT", "+", "\0", "\ud800", "\udfff", "🙂", "é", "e\u0301", "ﷺ", "½", "\u202e", "\ufeff"),
    *("%", "_", "\\", ";", "--", "/*", "$$", "?", "%s", ":1", "rowid:", "words:", "x:y", "kind:"),
    *("kind:fact", "-kind:fact", "kind:opinion", 'outlet:"orsova courier"', "outlet:harbour"),
    *("actor:reyl", 'actor:"tomas reyl"', "-actor:holm", "said-by:holm", "-said-by:reyl"),
    *("before:2024-03-05", "after:2024", "before:2024-13-01", "after:x", "-before:2024", "¦", " "),
]  # fmt: skip


def names(found: Found) -> list[str]:
    return [hit.name for hit in found.hits]


def shown(found: Found) -> list[list[str]]:
    """The highlighted words of each hit, as they stand in the text."""
    return [
        [hit.excerpt.text[s - hit.excerpt.start : e - hit.excerpt.start] for s, e in spans]
        for hit in found.hits
        for spans in [hit.excerpt.highlights]
    ]


@pytest.fixture
def filled(case: Case) -> Case:
    for given, read in three():
        case.put(given, read)
    return case


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("ferry", ["ferry"]),
        ("FERRY lasko", ["ferry"]),
        ("ferry mill", []),
        ("nadia", ["mill"]),
        ('"tomas reyl"', ["rally", "mill"]),
        ('"reyl tomas"', []),
        ('"240 people work"', ["mill"]),
        ("mill -ferry -march", ["mill"]),
        ('people -"people work"', ["rally", "ferry"]),
        ("-mill", ["ferry"]),
        ('outlet:"orsova courier" mill', ["rally", "mill"]),
        ("outlet:harbour", ["ferry"]),
        ("outlet:courier -outlet:orsova", []),
        ("actor:reyl", ["rally", "mill"]),
        ('actor:"holm"', ["mill"]),
        ('actor:"reyl tomas"', []),
        ('actor:"holm tomas"', []),
        ("before:2024-03-09", ["mill"]),
        ("after:2024-03-09", ["rally"]),
        ("after:2024-03 before:2024-04", ["rally", "mill"]),
        ("after:2024", ["rally", "mill"]),
        ("before:2024", []),
        ("mill before:2024-03-05", ["mill"]),
        ("3,000", ["rally"]),
        ("“coast guard”", ["ferry"]),
    ],
)
def test_texts_are_found(filled: Case, query: str, found: list[str]) -> None:
    assert sorted(names(filled.search(query))) == sorted(found)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("kind:prediction", ["The mill at Orsova will close in May"]),
        ("kind:opinion political", ["the closure was a political decision"]),
        ("kind:fact -mill people", ["Some 240 people work there.", "Police counted 3,000 people"]),
        ("said-by:reyl", ["We were told nothing", "the closure was a political decision"]),
        ('said-by:"nadia holm"', ["The mill at Orsova will close in May"]),
        ("said-by:author kind:fact outlet:orsova -said-by:reyl before:2024-03-05",
         ["Some 240 people work there."]),
        ("-kind:fact after:2024-03-05", ["the closure was a political decision"]),
        ('said-by:guard outlet:"harbour daily"', ["Nobody was hurt"]),
        ("kind:fact before:2030", ["Some 240 people work there.", "We were told nothing",
                                   "Police counted 3,000 people"]),
    ],
)  # fmt: skip
def test_claims_are_found(filled: Case, query: str, found: list[str]) -> None:
    hits = filled.search(query).hits
    assert sorted(hit.excerpt.text for hit in hits) == sorted(found)
    assert all(hit.claim for hit in hits)


def test_a_claim_hit_names_its_voices(filled: Case) -> None:
    (hit,) = filled.search("said-by:holm").hits
    assert hit.claim and hit.claim.kind == "prediction"
    assert [voice.name for voice in hit.claim.voices] == ["author", "Nádia Holm"]


def test_the_words_are_highlighted_as_they_stand(filled: Case) -> None:
    assert shown(filled.search('nadia "monday"')) == [["Nádia", "Monday"]]
    assert shown(filled.search("kind:fact 3,000")) == [["3,000"]]
    assert shown(filled.search("actor:reyl political")) == [["Reyl", "political"]]


def test_a_passage_is_a_piece_of_the_text(filled: Case) -> None:
    for query in ("mill", "police 8,000", "actor:reyl", "outlet:harbour", "kind:fact"):
        for hit in filled.search(query).hits:
            text = filled.reading(hit.article).document.text
            assert hit.excerpt.text == text[hit.excerpt.start : hit.excerpt.end]
            assert hit.excerpt.text


def test_the_passage_is_where_the_words_stand_together(case: Case) -> None:
    text = (
        "The harbour was quiet. " * 40
        + "Then the harbour master saw the broken light. "
        + "Rain. " * 90
    )
    long = page("long", text)
    case.put(long, reading(long))
    (hit,) = case.search("harbour light").hits
    assert "harbour master saw the broken light" in hit.excerpt.text
    assert len(hit.excerpt.text) < 320


def test_nearer_and_more_often_comes_first(case: Case) -> None:
    texts = {
        "near": "The ferry ran aground. Nobody was hurt. Rain fell all night on the coast.",
        "far": "The ferry left late. Rain fell all night on the coast. A barge ran aground.",
        "often": "The ferry ran aground. A ferry aground is a ferry late: aground, aground.",
    }
    for name, text in texts.items():
        given = page(name, text)
        case.put(given, reading(given, published="2024-01-01"))
    found = case.search("ferry aground")
    assert names(found) == ["often", "near", "far"]
    assert found.hits[1].why == "2 times, within 3 words"


def test_the_headline_lifts_a_text(case: Case) -> None:
    body = "A ferry ran aground off the coast."
    for name, title in (("plain", "News of the day"), ("titled", "Ferry ran late")):
        given = page(name, f"{name}. {body}")
        case.put(given, reading(given, title=title))
    assert names(case.search("ferry ran")) == ["titled", "plain"]
    assert case.search("ferry ran").hits[0].why.startswith("all words in the headline")


def test_the_newest_are_looked_at_when_there_are_too_many(case: Case) -> None:
    for number in range(310):
        given = page(f"{number:03}", f"A ferry ran aground, number {number}.")
        day = f"2024-{number // 28 + 1:02}-{number % 28 + 1:02}"
        case.put(given, reading(given, published=day))
    found = case.search("ferry", limit=400)
    assert (found.matches, found.more, len(found.hits)) == (300, True, 300)
    assert names(found)[0] == "309"
    assert min(names(found)) == "010"
    assert not case.search("ferry before:2024-02").more


def test_phrases_hold_in_very_long_texts(case: Case) -> None:
    text = "the ship sailed " * 9000 + "and the captain slept"
    long = page("long", text)
    case.put(long, reading(long))
    assert case.search('"the captain slept"').matches == 1
    assert case.search('"sailed the ship sailed and the captain"').matches == 1
    assert case.search('"the ship and the captain"').matches == 0
    assert case.search('"captain the"').matches == 0


def test_texts_of_a_hundred_thousand_different_words_are_taken(case: Case) -> None:
    text = " ".join(f"{number:09}" for number in range(120_000)) + " end"
    vast = page("vast", text)
    people = actors(*(f"Person{number} {number:060}" for number in range(4_000)))
    made = claim(text, text[: 9 * 40_000], "fact", *people)
    case.put(vast, reading(vast, (made,), people, title="x" * 5000 + " mill"))
    assert case.search("000000001 mill").matches == 1
    assert case.search("end").matches == 0
    assert case.search("kind:fact 000000002").matches == 1


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("", "no word"),
        ("🙂 *", "no word"),
        ("colour:red", "actor:, kind:, outlet:, said-by:, before:, after:"),
        ("before:may", "2024-05-31"),
        ("after:2023-02-29", "2024-05-31"),
        ("-after:2024", "2024-05-31"),
        ("kind:rumour", "fact, prediction, opinion, question, directive"),
        ("actor:", "no value"),
        ('outlet:"!"', "no value"),
        ("word " * 20_000, "100 words"),
    ],
)
def test_what_says_nothing_is_refused_in_a_sentence(case: Case, query: str, said: str) -> None:
    with pytest.raises(WrongUse, match=said) as refusal:
        case.search(query)
    assert "\n" not in str(refusal.value) and len(str(refusal.value)) < 250


def test_no_results_are_no_question(case: Case) -> None:
    with pytest.raises(WrongUse):
        case.search("mill", limit=0)


def test_one_word_of_a_hundred_kilobytes_is_no_error(filled: Case) -> None:
    assert filled.search("x" * 100_000).hits == ()
    assert filled.search('"' * 100_001 + "mill").matches == 2


def odd_query(draw: random.Random) -> str:
    """Words, operators of other languages and broken characters, thrown together."""
    parts = [draw.choice(WORDS if draw.random() < 0.5 else ODD) for _ in range(draw.randint(1, 7))]
    query = draw.choice(["", " ", "  "]).join(parts)
    if draw.random() < 0.3:
        query = query.replace(" ", f" {chr(draw.randrange(0x11000))}", 1)
    return f'"{query}"' if draw.random() < 0.1 else query


def test_both_databases_give_the_same_answer_to_anything(both: tuple[Case, Case]) -> None:
    for case, articles in zip(both, (three(), three()[::-1]), strict=True):
        for given, read in articles:
            case.put(given, read)
    draw, answered = random.Random(4), 0
    for _ in range(3000):
        query = odd_query(draw)
        answers = []
        for case in both:
            try:
                answers.append(case.search(query))
            except WrongUse as refusal:
                answers.append(str(refusal))
        assert answers[0] == answers[1], query
        answered += isinstance(answers[0], Found) and bool(answers[0].hits)
    assert answered > 200


def test_a_bad_highlight_cannot_be_outside_its_text(filled: Case) -> None:
    for word in {*MILL.split()}:
        for hit in filled.search(f'"{word}"').hits if any(map(str.isalnum, word)) else ():
            for start, end in hit.excerpt.highlights:
                assert hit.excerpt.start <= start < end <= hit.excerpt.end
