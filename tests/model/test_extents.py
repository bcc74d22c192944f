"""How far an argument reaches from the word that heads it."""

import pytest

from onrecord.model.decode import syntax
from onrecord.model.extents import placed
from onrecord.records.predictions import Syntax

Tree = tuple[list[str], Syntax]


def tree(rows: str) -> Tree:
    """A sentence of ``word/TAG/head/relation``, heads counted from 0, -1 for the root."""
    cells = [row.rsplit("/", 3) for row in rows.split()]
    words, tags, heads, relations = zip(*cells, strict=True)
    return list(words), syntax(tags, [int(head) for head in heads], relations)


GUARDS = tree(
    "Guards/NOUN/3/nsubj did/AUX/3/aux not/PART/3/advmod hit/VERB/-1/root the/DET/5/det "
    "man/NOUN/3/obj who/PRON/7/nsubj sang/VERB/5/acl:relcl ./PUNCT/3/punct"
)
MAYOR = tree(
    "A/DET/1/det mayor/NOUN/6/nsubj is/AUX/6/cop not/PART/6/advmod a/DET/6/det free/ADJ/6/amod "
    "man/NOUN/-1/root ./PUNCT/6/punct"
)
CLERK = tree(
    "She/PRON/3/nsubj is/AUX/3/cop very/ADV/3/advmod able/ADJ/-1/root and/CCONJ/5/cc "
    "took/VERB/3/conj time/NOUN/5/obj"
)
GLAD = tree(
    "He/PRON/2/nsubj was/AUX/2/cop ashamed/ADJ/-1/root to/PART/4/mark stay/VERB/2/advcl "
    "as/SCONJ/7/mark he/PRON/7/nsubj knew/VERB/2/advcl"
)
PLAN = tree(
    "The/DET/1/det plan/NOUN/5/nsubj is/AUX/5/cop that/SCONJ/5/mark they/PRON/5/nsubj "
    "stay/VERB/-1/root"
)
LET = tree(
    "Police/NOUN/1/nsubj made/VERB/-1/root the/DET/3/det men/NOUN/1/obj leave/VERB/1/xcomp "
    "at/ADP/6/case noon/NOUN/4/obl"
)
BUREAU = tree(
    "Vesna/PROPN/1/nsubj ran/VERB/-1/root the/DET/3/det Bureau/PROPN/1/obj (/PUNCT/5/punct "
    "VB/PROPN/3/appos )/PUNCT/5/punct"
)
PAPER = tree(
    "Vesna/PROPN/1/nsubj wrote/VERB/-1/root \"/PUNCT/4/punct First/ADJ/4/amod Light/PROPN/1/obj "
    "\"/PUNCT/1/punct in/ADP/7/case May/PROPN/1/obl"
)  # fmt: skip


def read(sentence: Tree, verb: int, *heads: tuple[int, str]) -> list[str]:
    """The arguments of a predicate as ``LABEL words``."""
    words, found = sentence
    roles = placed(verb, heads, found, words, (0, len(words)))
    assert [role.predicate for role in roles] == [verb] * len(heads)
    return [f"{r.label} {' '.join(words[r.first : r.last])}" for r in roles]


@pytest.mark.parametrize(
    ("verb", "head", "wanted"),
    [
        (3, (0, "ARG0"), "ARG0 Guards"),
        (3, (5, "ARG1"), "ARG1 the man who sang"),
        (3, (2, "ARGM-NEG"), "ARGM-NEG not"),
        # The relative clause in which the predicate stands is not its own argument's.
        (7, (5, "ARG0"), "ARG0 the man"),
    ],
)
def test_an_argument_reaches_as_far_as_its_branch(
    verb: int, head: tuple[int, str], wanted: str
) -> None:
    assert read(GUARDS, verb, head) == [wanted]


def test_arguments_of_one_predicate_do_not_overlap() -> None:
    # Should the tree hang the clause on the man and the roles not.
    found = read(GUARDS, 3, (0, "ARG0"), (5, "ARG1"), (7, "ARG2"))
    assert found == ["ARG0 Guards", "ARG1 the man", "ARG2 who sang"]


def test_what_a_copula_says_of_somebody_is_less_than_the_clause() -> None:
    assert read(MAYOR, 2, (6, "ARG2"), (1, "ARG1")) == ["ARG2 a free man", "ARG1 A mayor"]
    assert read(CLERK, 1, (3, "ARG2")) == ["ARG2 very able"]


def test_what_an_adjective_is_about_is_a_part_of_what_is_said() -> None:
    assert read(GLAD, 1, (2, "ARG2")) == ["ARG2 ashamed to stay"]


def test_a_clause_behind_a_copula_is_whole() -> None:
    assert read(PLAN, 2, (5, "ARG2")) == ["ARG2 that they stay"]


def test_an_object_and_what_it_is_made_to_do_are_one_argument() -> None:
    assert read(LET, 1, (3, "ARG1")) == ["ARG1 the men leave at noon"]
    # What has a role of its own is another argument.
    assert read(LET, 1, (3, "ARG1"), (4, "ARG2")) == ["ARG1 the men", "ARG2 leave at noon"]
    assert read(LET, 1, (3, "ARG0")) == ["ARG0 the men"]


def test_a_bracket_and_a_quotation_mark_are_closed() -> None:
    assert read(BUREAU, 1, (3, "ARG1")) == ["ARG1 the Bureau ( VB )"]
    assert read(PAPER, 1, (4, "ARG1"), (7, "ARGM-TMP")) == [
        'ARG1 " First Light "',
        "ARGM-TMP in May",
    ]


def test_a_sign_of_the_next_sentence_closes_nothing() -> None:
    words, found = BUREAU
    (role,) = placed(1, [(3, "ARG1")], found, words, (0, 6))
    assert (role.first, role.last) == (2, 6)
