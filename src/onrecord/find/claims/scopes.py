"""Which cues bear on a claim: those among its own words, and those of the words that frame it.

A claim's frame are the words right before it in its sentence ("It is doubtful that", "a rumour
that"), the reporting words above it, and a condition beside it. Words decide before the tree
does: a slip of the tree must not lose a marker.
"""

from bisect import bisect_left

from onrecord.find.claims.scenes import Scene
from onrecord.lexicons import lexicon
from onrecord.records.clauses import Clause
from onrecord.records.marks import Cue
from onrecord.records.spans import Span, overlap
from onrecord.records.texts import Text

_DENIALS = frozenset(lexicon("cues").words["denial"])
_NEARLY = frozenset({"almost", "nearly", "virtually", "practically"})
_GROWING = frozenset("doubled tripled quadrupled halved doubling tripling doubles triples".split())
"""What is nearly so much is no less so."""
_NOT = frozenset({"not", "n't", "never"})
_NO_ONE = frozenset({"no", "none", "nobody", "neither", "nor", "nothing", "hardly", "scarcely"})
_OPENERS = frozenset(
    {"who", "whom", "whose", "which", "what", "how", "why", "when", "where", "whether", "because"}
)
_MODALS = frozenset({"may", "might", "can", "could", "would", "will"})
_LINKS = frozenset({"that", "whether", "if", "the", "a", "any", "of", "it", ",", "as"})
REPORTED = frozenset(
    {"claim", "claims", "report", "reports", "allegation", "allegations", "suggestion"}
    | {"idea", "notion", "argument", "view", "theory", "assertion", "premise", "charge", "charges"}
    | {"suggestions", "rumour", "rumours", "rumor", "rumors", "accusation", "accusations"}
)
_INVERTED = frozenset({"had", "were", "should"})
_RELATIVE = frozenset({"that", "which", "who", "whom", "whose", "where"})
_DESCRIBING = frozenset({"cues.doubt", "cues.possible", "cues.probable"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_BESIDES = frozenset("because since after before until till".split())
_INTO = frozenset({"into", "discuss", "review", "decide", "determine", "consider", "establish"})
_READERS = frozenset("you anyone anybody everyone everybody we readers one some many".split())
_SEEING = frozenset("see know tell imagine recall remember guess expect notice hear read".split())
_HOLDING = tuple(
    "arrest detain jail imprison held hold seize question charg remand interrogat search raid expel suspend".split()
)
LONGEST_ADDRESS = 6
"""Words from "can" to "see" in "as anyone who can read would see"."""
DEEPEST = 8
"""Steps up the tree from a cue to the relative clause it may stand in."""
FARTHEST_LINK = 4
"""Words between a framing cue and its claim: "denied as false the claim that"."""


def own(scene: Scene, clause: Clause, cues: list[Cue], reported: bool) -> list[Cue]:
    """The cues inside a claim that say something of it as a whole."""
    text = scene.text
    return [
        cue
        for cue in cues
        if not _is_of_denied(text, cue) and _bears(text, clause, cue, (cues, reported))
    ]


def framing(scene: Scene, clause: Clause) -> list[Cue]:
    """The cues of the words that lead up to a claim in its sentence, and of a condition beside it."""
    text, cues = scene.text, scene.marks.cues
    start, end = text.segments.sentences[clause.sentence]
    at = bisect_left(cues, start, key=lambda cue: cue.start)
    found = []
    while at < len(cues) and cues[at].start < end:
        cue = cues[at]
        before = cue.end <= clause.start and _leads_to(text, cue, clause.start)
        beside = cue.kind == "conditional" and _is_beside(text, cue, (clause.start, clause.end))
        inside = overlap(cue.span, (clause.start, clause.end))
        if (not inside and before) or (beside and inside < cue.end - cue.start):
            found.append(cue)
        at += 1
    return [cue for cue in found if not _is_of_denied(text, cue)]


def is_inverted(text: Text, clause: Clause) -> bool:
    """Whether the claim's sentence opens with a condition by word order: "Had he known, ..."."""
    first = text.segments.bounds[clause.sentence][0]
    head = clause.head
    asked = "?" in text.words[first : text.segments.bounds[clause.sentence][1]]
    return not asked and text.lower[first] in _INVERTED and "," in text.words[first + 1 : head]


def _leads_to(text: Text, cue: Cue, start: int) -> bool:
    """Whether nothing, or no more than words such as "the claim that", parts a cue and a claim."""
    between = text.lower[slice(*text.range((cue.end, start)))]
    last = text.lower[text.range(cue.span)[1] - 1]
    if not [w for w in between if w != ","] and (
        cue.kind in {"hedge", "conditional"} or last.startswith("doubt")
    ):
        return True
    linked = {"that", "whether", "if"} & {*between, last}
    return bool(linked) and len(between) <= FARTHEST_LINK and set(between) <= _LINKS | REPORTED


def _is_beside(text: Text, cue: Cue, span: Span) -> bool:
    """Whether a condition begins where the claim ends, or runs over its end."""
    if overlap(cue.span, span):
        return True
    between = text.slice((span[1], cue.start)) if span[1] <= cue.start else "x"
    return not any(map(str.isalnum, between))


def _is_of_denied(text: Text, cue: Cue) -> bool:
    """ "claims that" in "dismissed claims that" hedges nothing: the claim is denied."""
    word = text.range(cue.span)[0]
    return (
        cue.kind == "hedge"
        and text.lower[word] in REPORTED
        and bool(_DENIALS & set(text.lower[max(0, word - 3) : word]))
    )


def _bears(text: Text, clause: Clause, cue: Cue, context: tuple[list[Cue], bool]) -> bool:
    """Whether a cue says something of the claim as a whole.

    "could not" denies without a doubt; a reported "would" is a "will" told later; what hangs
    on a question word ("did not say who could pay") is said of something else.
    """
    cues, reported = context
    word, last = text.range(cue.span)
    if _is_inner(text, clause.head, cue):
        return False
    printed = " ".join(text.lower[word:last])
    if printed.endswith(" that") and text.relation(word) in {"obl", "nmod"} and word < clause.head:
        # "Amid reports that the plant had closed, Koch met the workers": the meeting is certain.
        return False
    if printed in {"likely", "potential"} and text.relation(word) == "amod":
        # "420 likely voters"; "the likely winner" of a claim that somebody is one hedges it.
        return text.syntax.heads[word] == clause.head
    if cue.kind in {"negation", "denial"}:
        return negates(text, clause, cue)
    if printed == "whether" and _is_either_way(text, word, clause.sentence):
        # "Whether they like it or not, ..."
        return False
    if printed == "whether" and word > clause.head and text.lower[word - 1] in _INTO:
        # "opened an inquiry into whether": the inquiry is open, not that it was opened.
        return False
    if printed == "whether" and any(c.kind == "negation" and c.end <= cue.start for c in cues):
        return False
    if printed in _MODALS and _is_asked(text, clause, word):
        return False
    if printed in {"could", "can", "would", "ca"} and _is_denied(text, cue, cues):
        return False
    if cue.kind == "hedge" and cue.rule != "cues.improbable" and text.lower[word - 1] in _NOT:
        return False
    if cue.rule == "cues.prospect" and any(
        c.kind == "negation" and c.end <= cue.start for c in cues
    ):
        return False
    if printed == "otherwise":
        return cue.start == clause.start
    return not (reported and not clause.conditional and printed == "would")


def _is_either_way(text: Text, word: int, sentence: int) -> bool:
    """ "Whether they like it or not, ...": so or so, it is so."""
    first, last = text.segments.bounds[sentence]
    comma = next((w for w in range(first, last) if text.words[w] == ","), last)
    return word == first and comma < last and "or" in text.lower[first:comma]


def stands_aside(text: Text, clause: Clause, cue: Cue) -> bool:
    """Whether a hedge stands in words that give a reason, a time or an aim beside the claim.

    "was jailed because she wanted to leave", "cut prices, hoping to win": the fact is certain. So does
    what stands in a complement that nobody asserts.
    """
    if cue.kind != "future" and any(overlap(cue.span, held) for held in clause.unsaid):
        return True
    at = text.range(cue.span)[0]
    if cue.kind in {"hedge", "future"} and _is_addressed(text, at, clause.sentence):
        return True
    if text.lower[at : at + 2] == ["on", "suspicion"] and _is_held_on(text, clause.head):
        # "was arrested on suspicion of": the arrest is certain.
        return True
    if cue.kind not in {"hedge", "future"} or text.lower[at].endswith("ly"):
        # "after allegedly taking bribes" stays alleged.
        return False
    for _ in range(DEEPEST):
        over = text.syntax.heads[at] if text.syntax.heads else -1
        if at == clause.head or over < 0:
            return False
        marks = {text.lower[m] for m in text.dependents(at, "mark", "advmod")}
        opens = text.subtree(at)[0]
        if " ".join(text.lower[opens : opens + 2]) == "so that" and at > clause.head:
            # "opened the door so that they could hear"
            return True
        parted = "PUNCT" in (text.upos(opens), text.upos(opens - 1))
        aim = text.lower[at].endswith("ing") and parted
        if text.relation(at) == "advcl" and at > clause.head and (marks & _BESIDES or aim):
            return True
        at = over
    return False


def _is_addressed(text: Text, word: int, sentence: int) -> bool:
    """ "as you can see", "as anyone who can read would know": what the reader is told of himself."""
    first = text.segments.bounds[sentence][0]
    begin = max((i for i in range(first, word) if text.lower[i] == "as"), default=-1)
    if begin < 0 or "," in text.words[begin:word]:
        return False
    return text.lower[begin + 1] in _READERS and bool(
        _SEEING & set(text.lower[word : word + LONGEST_ADDRESS])
    )


def _is_held_on(text: Text, head: int) -> bool:
    lower = text.lower[head]
    return lower.startswith(_HOLDING) or any(
        text.lower[c].startswith(_HOLDING) for c in text.dependents(head, "conj", "xcomp")
    )


def _is_inner(text: Text, head: int, cue: Cue) -> bool:
    """Whether a cue only says something of a thing the claim names beside its subject and object.

    "met an envoy close to losing his post", "at an arena that can seat 900", "in the so-called
    corridor": the meeting is certain. For relative clauses words and tree must agree: a slip of
    the tree must lose no marker.
    """
    word, last = text.range(cue.span)
    if is_in_relative(text, head, word):
        return True
    if word <= head + 1 or not text.syntax.upos:
        return False
    if cue.rule == "cues.unfulfilled":
        return last - word > 1 and text.upos(word - 1) in _NOUNS
    before = word - 1
    while before > head and text.upos(before) in {"DET", "ADJ", "NUM"}:
        before -= 1
    describes = cue.rule in _DESCRIBING and last < len(text.lower) and text.upos(last) in _NOUNS
    return describes and text.upos(before) == "ADP" and before > head


def is_in_relative(text: Text, head: int, word: int) -> bool:
    """Whether a word hangs in a clause that hangs on a noun, its "that" or "who" between them."""
    at, steps = word, 0
    while at not in (-1, head) and steps < DEEPEST:
        if text.syntax.relations[at : at + 1] == ("acl:relcl",):
            opener = next(w for w in text.subtree(at) if text.upos(w) != "PUNCT" or w == at)
            lead = text.lower[max(opener, head) : word + 1]
            noun = text.syntax.heads[at]
            if head < word:
                # "the house [she had planned to sell]": the clause follows its noun at once.
                bare = opener - 1 == noun and text.upos(opener) in {"PRON", "PROPN"}
                return noun > head and (bare or bool(_RELATIVE & set(lead)))
            apart = text.words[opener - 1] == "," and "," in text.words[word:head]
            return apart and text.lower[opener] in _RELATIVE and noun < opener
        at, steps = text.syntax.heads[at] if text.syntax.heads else -1, steps + 1
    return False


def _is_denied(text: Text, cue: Cue, cues: list[Cue]) -> bool:
    """ "could not", "no longer can", "none of them can": ability denied, nothing left open."""
    word, last = text.range(cue.span)
    if last < len(text.lower) and text.lower[last] in _NOT | {"no"}:
        return True
    return text.lower[word] != "would" and any(
        c.kind == "negation" and c.end <= cue.start and text.lower[text.range(c.span)[0]] in _NO_ONE
        for c in cues
    )


def _is_asked(text: Text, clause: Clause, word: int) -> bool:
    """Whether a word stands behind a question word that follows the claim's own verb."""
    return bool(_OPENERS & set(text.lower[clause.head + 1 : word]))


def negates(text: Text, clause: Clause, cue: Cue) -> bool:
    """Whether a negation hangs on the clause's own verb, an auxiliary of it, or its subject or object.

    A verb that denies ("The ministry rejected the offer") asserts that it does, unless what it
    denies follows: "rejected claims that", "denied taking".
    """
    first, last = text.range(cue.span)
    idiom = text.lower[max(0, first - 3) : first] == ["like", "it", "or"]
    if text.lower[first] == "no" and text.lower[first - 1] == "with" and first > clause.head:
        # "took the town with no losses": it did.
        return False
    opens = text.range((clause.start, clause.end))[0]
    deed = first == opens + 1 and text.lower[opens].endswith("ing")
    if deed and text.lower[opens] != "nothing" and first < clause.head:
        # "doing nothing will cost lives", "not paying", whatever it does
        return False
    if text.lower[first:last] == ["far", "from"] and "," in text.words[last : clause.head]:
        # "Far from weakening them, the raid has brought them recruits"
        return False
    if idiom or text.lower[last : last + 2] == ["help", "but"]:
        # "like it or not", "could not help but notice"
        return False
    if cue.kind == "denial":
        return _denies_what_follows(text, cue) or _is_near(text, clause, first)
    if text.lower[first:last] == ["rather", "than"] and first > clause.head:
        # "mainly on traffickers rather than users" negates what follows, not the claim.
        return False
    if text.lower[first] in _NEARLY and last - first == 1 and not _is_short_of(text, last):
        return False
    if text.lower[first] == "no" and first == text.range((clause.start, clause.end))[0]:
        return True
    if cue.rule == "cues.unfulfilled" or last - first > 1:
        return not (first > clause.head and _is_asked(text, clause, first))
    return _is_near(text, clause, first)


def _is_short_of(text: Text, word: int) -> bool:
    """Whether what nearly was, was not: "nearly hit it"; not "nearly doubled", "almost surgical precision"."""
    describes = text.upos(word) in {"ADJ", "NUM", "NOUN"} and text.relation(word) in {
        "amod",
        "nummod",
    }
    return not describes and text.lower[word] not in _GROWING


def _denies_what_follows(text: Text, cue: Cue) -> bool:
    """Denial with a claim behind it: "denied that", "denied taking", "rejected reports that"."""
    last = text.range(cue.span)[1]
    after = [
        w for w in text.lower[last : last + 5] if w not in {"any", "all", "the", "as", "false"}
    ]
    if not after or cue.kind != "denial":
        return False
    taking = text.lower[last - 1].startswith("den") and after[0].endswith("ing")
    reported = after[0] in REPORTED and "that" in after[1:3]
    return taking or after[0] == "that" or reported


def _is_near(text: Text, clause: Clause, word: int) -> bool:
    if text.upos(word) in {"VERB", "AUX"} and text.lower[word] not in _NOT:
        return False
    head = text.syntax.heads[word] if text.syntax.heads else -1
    near = {
        clause.head,
        *text.dependents(clause.head, "aux", "cop", "nsubj", "obj", "obl", "advmod", "xcomp"),
    }
    return (
        word in near
        or head == clause.head
        or (word == clause.head + 1 and text.upos(clause.head) == "AUX")
        or (head in near and text.lower[word] in {"no", "neither", "not", "n't"})
    )
