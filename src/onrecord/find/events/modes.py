"""Whether an event happened, will, might or did not: the words over its verb."""

from onrecord.find.events.arguments import CHARGING, charged
from onrecord.lexicons import lexicon
from onrecord.records.findings import Mode
from onrecord.records.texts import Text

_NOT = frozenset({"not", "n't", "never"})
_NOBODY = frozenset({"nobody", "none", "nothing", "no-one"})
_WILL = frozenset({"will", "'ll", "shall", "wo"})
_MIGHT = frozenset("may might could would should must can ought if unless whether 'd".split())
_FAILING = frozenset(
    "fail failed fails failing refuse refused refuses refusing decline declined declines declining deny denied denies denying".split()
)
"""Verbs under which nothing happened: "failed to sign"."""
_MEANING = frozenset(
    "begin began begun beginning start started starts manage managed manages continue continued continues help helped"
    " helps helping stop stopped used force forces forced forcing compel compels compelled cause causes caused".split()
)
"""Verbs under which something did happen: "began to withdraw", "helped to free"."""
_GOING = frozenset(
    "go goes going gone went come comes coming came travel travels travelling traveled travelled fly flies flew return"
    " returns returned visit visits visited".split()
)
"""Verbs whose purpose falls with them: "will not go to the capital to meet him"."""
_KEEPING = frozenset(
    "prevent prevents prevented preventing stop stops stopped stopping keep keeps kept keeping bar bars barred barring ban"
    " bans banned block blocks blocked prohibit prohibits prohibited forbid forbids forbade forbidden deter deters deterred"
    " discourage discouraged dissuade dissuaded save saved protect protected refrain refrained stay stayed".split()
)
"""Verbs that with "from" keep something from happening."""
_AVOIDING = frozenset(
    "avoid avoids avoided avoiding abandoned shelved rule rules ruled ruling".split()
)
"""Verbs under which nothing happened, "rule" with "out"."""
_WEIGHING = frozenset(
    "consider considers considered considering propose proposes proposed proposing advocate advocates advocated suggest"
    " suggests suggested recommend recommends recommended discuss discussed discussing contemplate contemplated mull mulled"
    " mulling favour favor favours favors favoured favored oppose opposes opposed acquit acquits acquitted clear clears"
    " cleared plot plots plotted plotting plan plans planned planning threaten threatens threatened demand demands demanded"
    " demanding order orders ordered insist insists insisted call calls called calling push pushed press pressed urge urged"
    " appeal appealed request requested require requires required warn warns warned warning fear fears feared".split()
)
"""Verbs under which it is only spoken of: "considered attacking", "called for the bombing of"."""
_BIDDING = frozenset(
    "ask asked asks asking urge urged urges urging tell told tells telling beg begged implored warn warned order ordered"
    " called advised instructed agreed promised pledged vowed".split()
)
"""Verbs under which something is not to happen: "asked them not to shoot"."""
_PLOTTING = frozenset(
    "plot plots plotted plotting plan plans planned planning propose proposed".split()
)
_PREVENTING = frozenset(
    "prevent prevents prevented preventing avoid avoids avoided avert averted foil foiled".split()
)
_PAST = frozenset(lexicon("tenses").words["past"])
_TELLINGS = frozenset(
    "report reports claim claims allegation allegations rumour rumours rumor rumors accusation accusations charge charges"
    " suggestion suggestions fear fears warning warnings".split()
)
"""Nouns of what may not have been: "rejected reports that it had shelled"."""
_PROOFS = frozenset("evidence proof sign signs indication indications suggestion record".split())
_STORIES = frozenset(
    "story stories idea notion belief theory lie myth narrative video clip".split()
)
_FALSE = frozenset("false untrue fake fabricated invented baseless unfounded hoax lie myth".split())
_AHEAD = frozenset("going due set scheduled about expected".split())
FARTHEST = 4


def mode(text: Text, word: int, noun: bool = False) -> Mode:
    """The mode of the event that a word names."""
    if noun:
        return _of_noun(text, word)
    helpers = {text.lower[c] for c in text.dependents(word, "aux", "mark")}
    if {text.lower[c] for c in text.dependents(word, "advmod")} & _NOT or _is_nobody(text, word):
        above = text.lower[text.syntax.heads[word]] if "to" in helpers else ""
        return "hypothetical" if above in _BIDDING else "negated"
    if helpers & _WILL or _is_due(text, word):
        return "future"
    if helpers & {"would", "'d"} and _is_told(text, word):
        return "future"
    if helpers & _MIGHT or _is_turned(text, word):
        return "hypothetical"
    return _above(text, word, "to" in helpers)


def _is_due(text: Text, word: int) -> bool:
    """ "is due to visit", "was due to be sentenced", whichever of the two the tree puts first."""
    due = {text.lower[c] for c in text.dependents(word, "case", "mark", "advmod", "aux")}
    head = text.syntax.heads[word] if text.syntax.heads else -1
    return "due" in due or (
        text.relation(word) == "xcomp" and head >= 0 and text.lower[head] in {"due", "slated"}
    )


def _is_turned(text: Text, word: int) -> bool:
    """ "Had the guards shot him, the town would have burned": a condition without an "if"."""
    helpers = [
        c for c in text.dependents(word, "aux") if text.lower[c] in {"had", "were", "should"}
    ]
    first = text.segments.bounds[text.sentence(word)][0]
    turned = any(
        c in {first, first + 1} and c < min(text.dependents(word, "nsubj"), default=0)
        for c in helpers
    )
    return turned and any(
        text.lower[aux] in {"would", "could", "might"}
        for clause in [
            *text.dependents(word, "parataxis", "advcl", "ccomp"),
            text.syntax.heads[word],
        ]
        if clause >= 0
        for aux in text.dependents(clause, "aux")
    )


def _is_nobody(text: Text, word: int) -> bool:
    """ "no member was allowed", "fired no shot", "nobody signed"."""
    return any(
        text.lower[thing] in _NOBODY
        or any(text.lower[c] == "no" for c in text.dependents(thing, "det"))
        for thing in text.dependents(word, "nsubj", "obj")
    )


def _is_unproved(text: Text, noun: int) -> bool:
    """ "no evidence that", "the story that ... is false"."""
    if any(text.lower[c] == "no" for c in text.dependents(noun, "det")):
        return text.lower[noun] in _PROOFS
    above = text.syntax.heads[noun]
    return text.lower[noun] in _STORIES and above >= 0 and text.lower[above] in _FALSE


def _is_told(text: Text, word: int) -> bool:
    """ "said it would leave": what was to come then; with an "if" it stays open."""
    conditions = {
        text.lower[m] for c in text.dependents(word, "advcl") for m in text.dependents(c, "mark")
    }
    return text.relation(word) == "ccomp" and not conditions & {"if", "unless"}


def _above(text: Text, word: int, infinitive: bool) -> Mode:
    """What the verb over an infinitive, a participle or a coordinated verb makes of it."""
    relation = text.relation(word)
    head = text.syntax.heads[word] if text.syntax.heads else -1
    if head < 0:
        return "hypothetical" if infinitive else "actual"
    if (
        relation == "conj"
        and not text.dependents(word, "nsubj")
        and not text.dependents(word, "aux")
    ):
        if text.upos(head) not in {"VERB", "AUX"}:
            return "actual"
        before = mode(text, head)
        # "did not attack but freed nine hostages"
        turned = {text.lower[c] for c in text.dependents(word, "cc")} & {"but", "yet"}
        return "actual" if turned and before == "negated" else before
    if relation in {"xcomp", "ccomp", "advcl"} and text.lower[head] in _FAILING:
        return "negated" if relation == "xcomp" else "hypothetical"
    if charged(text, word):
        return "hypothetical"
    if relation in {"xcomp", "ccomp", "advcl", "acl"} and text.lower[head] in CHARGING:
        return "hypothetical"
    if relation in {"ccomp", "acl"} and (text.lower[head] in _TELLINGS or _is_unproved(text, head)):
        return "hypothetical"
    spoken = _spoken_of(text, word, head)
    if spoken is not None:
        return spoken
    if not infinitive:
        return "actual"
    if text.lower[head] in _GOING and mode(text, head) == "negated":
        return "negated"
    if relation == "xcomp" and text.lower[head] in _MEANING:
        return mode(text, head)
    if relation == "xcomp" and text.lower[head] in _AHEAD:
        return "future"
    return "hypothetical"


def _spoken_of(text: Text, word: int, head: int) -> Mode | None:
    """The mode of a deed that its governor prevents, avoids, weighs or asks for; else ``None``."""
    leads = {text.lower[c] for c in text.dependents(word, "mark", "case")}
    governs = text.lower[head]
    gerund = text.lower[word].endswith("ing")
    if gerund and "from" in leads and governs in _KEEPING:
        return "negated"
    out = "out" in {text.lower[c] for c in text.children(head)}
    if gerund and governs in _AVOIDING and (out or not governs.startswith("rul")):
        return "negated"
    if gerund and "without" in leads:
        return "negated"
    # "warned that it had bombed" tells; "warned against bombing", "ordered that it be bombed" ask.
    bidden = text.relation(word) == "ccomp" and _is_bidden(text, word)
    asks = (gerund and not text.dependents(word, "aux")) or bidden
    return "hypothetical" if governs in _WEIGHING and asks else None


def _is_bidden(text: Text, word: int) -> bool:
    """ "ordered that the guard be jailed", "demanded that the mayor fire him": a bare verb."""
    helpers = [text.lower[c] for c in text.dependents(word, "aux", "cop")]
    bare = not text.lower[word].endswith(("s", "ed", "ing")) and not helpers
    return helpers == ["be"] or (bare and text.lower[word] not in _PAST)


def _of_noun(text: Text, word: int) -> Mode:
    """ "no attack", "a planned attack"; else as actual as the text says nothing to the contrary."""
    beside = {text.lower[c] for c in text.dependents(word, "det", "amod")}
    if "no" in beside:
        return "negated"
    if beside & {
        "planned",
        "possible",
        "potential",
        "future",
        "proposed",
        "any",
        "further",
        "alleged",
    }:
        return "hypothetical"
    return _asked_for(text, word)


def _asked_for(text: Text, word: int) -> Mode:
    """ "called for the bombing of", "plotting an attack": what a verb asks for or plans is not yet so."""
    head = text.syntax.heads[word] if text.syntax.heads else -1
    if head < 0 or text.upos(head) != "VERB":
        return "actual"
    leads = {text.lower[c] for c in text.dependents(word, "case")}
    planned = text.relation(word) == "obj" and text.lower[head] in _PLOTTING
    asked = text.relation(word) == "obl" and "for" in leads and text.lower[head] in _WEIGHING
    prevented = text.relation(word) == "obj" and text.lower[head] in _PREVENTING
    return "hypothetical" if planned or asked else "negated" if prevented else "actual"
