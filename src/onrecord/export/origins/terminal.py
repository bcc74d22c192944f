"""Origins on a terminal: the answer in a sentence, then assertions, families, what is no copy."""

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text
from rich.tree import Tree as Drawing

from onrecord.export.origins.lookups import Lookup, look_up
from onrecord.export.origins.order import (
    EXPLANATION,
    assertion_order,
    bundles,
    family_order,
    no_copies,
)
from onrecord.export.origins.sentences import (
    Sentence,
    change_words,
    collapse_sentence,
    evidence,
    independence,
    kind_words,
    link_title,
    percent,
    plain,
    summary,
    unknown_sentence,
    unquoted,
)
from onrecord.export.origins.trees import Branch, family_tree
from onrecord.export.sentences import MOTTO, counted
from onrecord.export.texts import one_line, shortened
from onrecord.records.origins import Assertion, Change, Origins, Statement, TextFamily

_MOST = 20
_REASONS, _TEXTS = 4, 4


def origins_to_terminal(
    origins: Origins, console: Console, statements: Iterable[Statement] = ()
) -> None:
    """Print the answer in short; without colour where the console is no terminal.

    ``statements`` lend the words of claims that changed between versions.
    """
    lookup = look_up(origins, (), statements)
    console.print(Text(summary(origins), style="bold"))
    if not origins.documents:
        console.print(Text("Add articles with: onrecord add CASE PATH..."))
    _assertions(lookup, console)
    _families(lookup, console)
    _apart(lookup, console)
    _versions(lookup, console)
    console.print()
    console.print(Text(f"{MOTTO}."), style="italic")


def _assertions(lookup: Lookup, console: Console) -> None:
    """Assertions, those with only one origin proved first."""
    narrow, wide = assertion_order(lookup)
    if not narrow and not wide:
        return
    _title(console, "Assertions")
    console.print(Text(EXPLANATION, style="dim"))
    told = [*bundles(narrow), *bundles(wide)]
    for bundle in told[:_MOST]:
        _bundle(lookup, bundle, console)
    left = sum(map(len, told[_MOST:]))
    if left:
        _more(console, _MOST + left, "assertion")


def _bundle(lookup: Lookup, bundle: list[Assertion], console: Console) -> None:
    """Assertions of the same articles: words, range, articles, reasons, what is unknown."""
    assertion = bundle[0]
    console.print()
    for one in bundle[:_TEXTS]:
        console.print(Text(shortened(unquoted(one.text), 300)))
    if len(bundle) > _TEXTS:
        more = counted(len(bundle) - _TEXTS, "assertion")
        console.print(Text(f"… and {more} more of the same articles", style="dim"))
    each = "" if len(bundle) == 1 else "each "
    stands = f"  {each}stands in {counted(len(assertion.documents), 'article')}; "
    style = "bold" if assertion.independent.proved < 2 else ""
    console.print(Text(stands).append(independence(assertion), style=style))
    labels = "; ".join(lookup.of(article).label for article in assertion.documents)
    _indented(console, labels)
    for collapse in assertion.collapsed_by[:_REASONS]:
        _indented(console, f"- {_words(collapse_sentence(lookup, collapse))}")
    left = len(assertion.collapsed_by) - _REASONS
    if left > 0:
        _indented(console, f"- and {counted(left, 'reason')} more (see --html or --json)")
    if assertion.unknown:
        _indented(console, f"- {_words(unknown_sentence(lookup, assertion))}")


def _families(lookup: Lookup, console: Console) -> None:
    """Each family as a tree from the first article downward."""
    families = family_order(lookup)
    if not families:
        return
    _title(console, "Texts that were copied")
    for family in families[:_MOST]:
        console.print()
        console.print(_drawing(lookup, family))
    _more(console, len(families), "text")


def _drawing(lookup: Lookup, family: TextFamily) -> Drawing:
    """One family: branches below the article they come from."""
    tree = family_tree(lookup, family)
    size = counted(len(family.documents), "article")
    root = f"first: {lookup.of(family.root).who}" if family.root else "where it began is unknown"
    drawing = Drawing(Text(f"One text in {size}; {root}"))
    placed: dict[str, Drawing] = {}
    for group in tree.groups:
        for article in group:
            branch = next((b for b in tree.branches if _ends_in(b, article, placed)), None)
            above = placed[_other(branch, article)] if branch else drawing
            placed[article] = above.add(_line(lookup, article, branch))
    return drawing


def _ends_in(branch: Branch, article: str, placed: dict[str, Drawing]) -> bool:
    """Whether a branch joins an article to one that is drawn already."""
    return article in (branch.first, branch.second) and _other(branch, article) in placed


def _other(branch: Branch, article: str) -> str:
    """The other end of a branch."""
    return branch.first if branch.second == article else branch.second


def _line(lookup: Lookup, article: str, branch: Branch | None) -> Text:
    """One article in a tree, with what joins it to the one above."""
    found = lookup.of(article)
    text = Text(found.who, style="bold").append(f", {found.when}", style="not bold")
    if branch and branch.link:
        unknown = "" if branch.directed else "; direction unknown"
        share = f" ({kind_words(branch.link)}, {percent(branch.share)} shared{unknown})"
        text.append(share, style="not bold dim")
    return text


def _apart(lookup: Lookup, console: Console) -> None:
    """What is shared and is no copy."""
    links = no_copies(lookup)
    if not links:
        return
    _title(console, "Shared, but no copy")
    for link in links[:_MOST]:
        title = _words(link_title(lookup, link))
        console.print(Text(f"{title}: {kind_words(link)}"))
        if link.why:
            _indented(console, evidence(link.why))
    _more(console, len(links), "pair")


def _versions(lookup: Lookup, console: Console) -> None:
    """Versions of one page and what changed in their claims."""
    if not lookup.origins.versions:
        return
    _title(console, "Versions of one page")
    for pair in lookup.origins.versions[:_MOST]:
        earlier, later = lookup.of(pair.earlier), lookup.of(pair.later)
        console.print(Text(f"{earlier.label}, then {later.label}"))
        for change in pair.changes[:_MOST]:
            _change(lookup, change, console)
        if not pair.changes:
            _indented(console, "no claim was added, dropped or changed")
    _more(console, len(lookup.origins.versions), "pair")


def _change(lookup: Lookup, change: Change, console: Console) -> None:
    """One claim that changed, in its words where they are known, else by its id."""
    claims = [lookup.claim_text(claim) for claim in (change.before, change.after) if claim]
    words = " → ".join(f"“{shortened(claim, 120)}”" for claim in claims)
    _indented(console, f"{change_words(change)}: {words}")


def _words(sentence: Sentence) -> str:
    """A sentence for the terminal, articles with their dates where they are needed to tell."""
    names = [piece.who for piece in sentence if not isinstance(piece, str)]
    twice = len(set(names)) < len(names)
    said = [
        piece if isinstance(piece, str) else _name(piece.label, piece.who, twice)
        for piece in sentence
    ]
    return one_line("".join(said)) if twice else one_line(plain(sentence))


def _name(label: str, who: str, twice: bool) -> str:
    return f"{who} ({label.removeprefix(who + ', ')})" if twice else who


def _indented(console: Console, words: str) -> None:
    """A paragraph set in by two spaces, folded to the width there is."""
    body = Text(words)
    for line in body.wrap(console, max(20, console.width - 2)):
        line.rstrip()
        console.print(Text("  ").append_text(line))


def _more(console: Console, number: int, noun: str) -> None:
    """How many of a list are not shown here."""
    if number > _MOST:
        left = counted(number - _MOST, noun)
        console.print(Text(f"… and {left} more: see --html OUT or --json.", style="dim"))


def _title(console: Console, words: str) -> None:
    """A heading with an empty line before it."""
    console.print()
    console.print(Text(words, style="bold underline"))
