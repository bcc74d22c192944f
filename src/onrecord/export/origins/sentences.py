"""Sentences about origins, in plain words, the same on paper, screen and terminal.

A sentence is a tuple of pieces: words, and the articles it speaks of, so that a page can make
links of them and a terminal can read them out.
"""

import re
from typing import TypeAlias

from onrecord.export.origins.lookups import Appearance, Lookup
from onrecord.export.origins.order import copied
from onrecord.export.origins.trees import Tree
from onrecord.export.sentences import counted
from onrecord.export.texts import one_line
from onrecord.records.origins import (
    COPIES,
    Assertion,
    Change,
    Collapse,
    Direction,
    Link,
    LinkKind,
    Origins,
    TextFamily,
)

Piece: TypeAlias = str | Appearance
Sentence: TypeAlias = tuple[Piece, ...]

KINDS: dict[LinkKind, str] = {
    "identical": "identical: the same words from first to last",
    "reprint": "reprint: most of both texts is the same",
    "excerpt": "excerpt: one prints a part of the other",
    "rewrite": "rewrite: the same text with many edits",
    "version": "version: the same page at another time",
    "shared_passage": "shared passage: both print a passage, perhaps from a third text; no copy",
    "shared_quotation": "shared quotation: only somebody’s quoted words are the same; no copy",
    "shared_boilerplate": "shared boilerplate: only standing matter is the same; no copy",
}
_NAMED, _CLAUSES = 8, 4
_ARROWS: dict[Direction, str] = {"left_first": "→", "right_first": "→", "unknown": "–"}
_CHANGES = {
    "added": "added",
    "dropped": "dropped",
    "changed_figure": "figure changed",
    "reworded": "reworded",
}


def plain(sentence: Sentence) -> str:
    """The sentence with the articles' names in their places."""
    return "".join(piece if isinstance(piece, str) else piece.who for piece in sentence)


def summary(origins: Origins) -> str:
    """The whole answer in one sentence."""
    articles = counted(len(origins.documents), "article")
    return f"{articles}; {_copied(origins)}; {_repeated(origins)}."


def _copied(origins: Origins) -> str:
    """How many texts were copied, and how many articles carry them."""
    families = copied(origins)
    if not families:
        return "no text was copied"
    carriers = {article for family in families for article in family.documents}
    were, stand = ("was", "stands") if len(families) == 1 else ("were", "stand")
    return (
        f"{counted(len(families), 'text')} {were} copied and {stand} "
        f"in {len(carriers)} of the articles"
    )


def _repeated(origins: Origins) -> str:
    """How many assertions stand in several articles, how many of them on one proved origin."""
    several = [a for a in origins.assertions if len(a.documents) > 1]
    if not several:
        return "no assertion stands in more than one article"
    stand = "stands" if len(several) == 1 else "stand"
    narrow = sum(1 for a in several if a.independent.proved < 2)
    return (
        f"{counted(len(several), 'assertion')} {stand} in more than one article, "
        f"{_of_these(narrow, len(several))} with only one origin proved"
    )


def _of_these(number: int, all_of_them: int) -> str:
    """ "3 of them", "none of them", "all of them"."""
    if number == all_of_them > 1:
        return "all of them"
    return f"{number or 'none'} of them"


def independence(assertion: Assertion) -> str:
    """The range of independent origins in words: "1 origin proved, at most 2"."""
    proved, possible = assertion.independent.proved, assertion.independent.possible
    if not proved:
        return f"no origin proved, at most {possible}"
    if proved == possible:
        return f"{counted(proved, 'origin')} proved, and no more are possible"
    return f"{counted(proved, 'origin')} proved, at most {possible}"


def percent(share: float) -> str:
    """A share of words in whole percent; what is neither nothing nor all never says so."""
    number = round(share * 100)
    if share > 0:
        number = max(1, number)
    if share < 1:
        number = min(99, number)
    return f"{number} %"


def kind_words(link: Link) -> str:
    """The kind of a link: "shared quotation"."""
    return link.kind.replace("_", " ")


def link_title(lookup: Lookup, link: Link) -> Sentence:
    """Who and who, with an arrow where it is known who came first."""
    first, second = lookup.sides(link)
    return (lookup.of(first), f" {_ARROWS[link.direction]} ", lookup.of(second))


def direction(lookup: Lookup, link: Link) -> Sentence:
    """Who came first, or that it is unknown, with the evidence."""
    first, second = lookup.sides(link)
    if link.direction != "unknown":
        said: Sentence = (lookup.of(first), " came first, ", lookup.of(second), " follows it. ")
        return (*said, evidence(link.why)) if link.why else said
    if not link.why and link.kind in COPIES:
        return ("Which of the two has it from the other is unknown.",)
    return (evidence(link.why),)


def share_sentences(lookup: Lookup, link: Link) -> tuple[Sentence, Sentence]:
    """How much of each side's words stands in the other."""
    first, second = (lookup.of(article) for article in lookup.sides(link))
    one, other = lookup.shares(link)
    return (
        (first, f": {percent(one)} of its words stand in the other"),
        (second, f": {percent(other)} of its words stand in the other"),
    )


def collapse_sentence(lookup: Lookup, collapse: Collapse) -> Sentence:
    """Why two articles count as one origin, with both of them named in it."""
    left, right = lookup.of(collapse.left), lookup.of(collapse.right)
    said = named_in(evidence(collapse.why), (left, right))
    if left in said and right in said:
        return said
    return (left, " and ", right, ": ", *said)


def named_in(words: str, named: tuple[Appearance, ...]) -> Sentence:
    """The words with the articles they name in their places, each where it first stands.

    Two articles of one name cannot be told apart, so they are left as words.
    """
    known = {key: item for item in named for key in (item.name, item.who) if key}
    if len({item.who for item in named}) < len(named):
        return (words,)
    found = re.compile("|".join(map(re.escape, sorted(known, key=len, reverse=True))))
    pieces: list[Piece] = []
    reached = 0
    for match in found.finditer(words):
        if known[match[0]] not in pieces:
            pieces += [words[reached : match.start()], known[match[0]]]
            reached = match.end()
    return tuple(piece for piece in (*pieces, words[reached:]) if piece)


def unknown_sentence(lookup: Lookup, assertion: Assertion) -> Sentence:
    """What could not be proved of which articles."""
    named = [lookup.of(article) for article in assertion.unknown]
    if set(assertion.unknown) >= set(assertion.documents):
        return (
            "Unknown: whether ",
            *listing(named),
            " go back to more than one origin. None of them is shown to have its own.",
        )
    verb, own = ("has", "its") if len(named) == 1 else ("have", "their")
    return (
        "Unknown: whether ",
        *listing(named),
        f" {verb} an origin of {own} own. Nothing shows it, so it does not raise the number.",
    )


def family_sentence(lookup: Lookup, family: TextFamily, tree: Tree) -> Sentence:
    """What the picture of a family shows."""
    directed = [branch for branch in tree.branches if branch.directed]
    pieces: list[Piece] = ["Where the text began is unknown."]
    if family.root:
        root = lookup.of(family.root)
        pieces = [root, f" comes first ({root.when})."]
    firsts = list(dict.fromkeys(branch.first for branch in directed))
    for first in firsts[:_CLAUSES]:
        followers = [lookup.of(b.second) for b in directed if b.first == first]
        verb = " has" if len(followers) == 1 else " have"
        pieces += [" ", *listing(followers), f"{verb} the text from ", lookup.of(first), "."]
    loose = [branch for branch in tree.branches if not branch.directed]
    for branch in loose[:_CLAUSES]:
        pair = [lookup.of(branch.first), lookup.of(branch.second)]
        source = branch.link.source if branch.link else None
        if source:
            pieces += [" ", *listing(pair), " may both have it from ", _named(lookup, source), "."]
        else:
            pieces += [" Who of ", *listing(pair), " has it from the other is unknown."]
    if len(firsts) > _CLAUSES or len(loose) > _CLAUSES:
        pieces.append(" The picture and its table show the others.")
    return tuple(pieces)


def _named(lookup: Lookup, source: str) -> Piece:
    """What two articles go back to: an article of the answer, or the name of one that is not."""
    return lookup.appearances.get(source) or one_line(source)


def change_words(change: Change) -> str:
    """What happened to a claim between two versions."""
    return _CHANGES[change.kind]


def credit_words(appearance: Appearance) -> str:
    """The credit line of an article, where it has one."""
    return f"credits {appearance.credit}" if appearance.credit else ""


def listing(named: list[Appearance]) -> Sentence:
    """Articles in a row: "A, B and C"; of many, the first ones and how many others."""
    shown: list[Piece] = [*named]
    if len(named) > _NAMED + 1:
        shown = [*named[:_NAMED], f"{len(named) - _NAMED} others"]
    pieces: list[Piece] = []
    for place, piece in enumerate(shown):
        if place:
            pieces.append(" and " if place == len(shown) - 1 else ", ")
        pieces.append(piece)
    return tuple(pieces)


def evidence(why: str) -> str:
    """The evidence on one line, with a full stop at its end. A name may begin it as it is."""
    words = one_line(why)
    return words if not words or words.endswith((".", "!", "?", "”")) else f"{words}."


def unquoted(text: str) -> str:
    """A claim without a quotation mark whose other half it does not hold."""
    words = one_line(text)
    for first, last in (("“", "”"), ("„", "“"), ("«", "»")):
        if words.startswith(first) and last not in words[1:]:
            words = words[1:]
        if words.endswith(last) and first not in words[:-1]:
            words = words[:-1]
    if words.count('"') == 1:
        words = words.strip('"')
    return words.rstrip(" ,;") or one_line(text)
