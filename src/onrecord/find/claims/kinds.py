"""What kind of assertion a claim is."""

from onrecord.find.claims.chains import is_called
from onrecord.find.claims.scenes import Scene
from onrecord.find.claims.scopes import is_in_relative
from onrecord.lexicons import lexicon
from onrecord.records.clauses import Clause
from onrecord.records.findings import Attribution, ClaimKind
from onrecord.records.marks import Cue, SentenceMark
from onrecord.records.texts import Text

_PAST = frozenset(lexicon("tenses").words["past"])
_PAST_AUXILIARY = frozenset(lexicon("tenses").words["past_auxiliary"])
_AHEAD = frozenset(lexicon("tenses").words["ahead"])
_FUTURE = frozenset({"will", "'ll", "shall", "wo"})
_CONCEDING = frozenset("though although because while since as even".split())
_ASKING = frozenset(
    "do does did is are was were has have had can could will would shall should may might must"
    " who whom whose what which how why when where ai wo ca".split()
)
_MODAL = _FUTURE | {"would", "'d", "could", "may", "might", "can", "should"}
_PAST_HELP = frozenset({"did", "do", "not", "n't", "would", "used"})
_DEMANDS = frozenset(lexicon("sources").words["demand"])
_CALLS = ("called on", "call on", "calls on", "called for", "calls for", "call for")
_WISHES = frozenset({"like", "love", "prefer", "want", "rather", "say", "argue", "call"})
"""After "would" these say what is so now: "would like", "would say"."""
OWN_VIEW, LEAST_OPINION = -0.2, 0.2
"""Chosen on the dev part of CheckThat! subjectivity and the project's own gold."""
_QUOTES = frozenset('"“”«»')
_SUBJECTS = frozenset({"nsubj", "expl", "csubj"})
_BIDDING = frozenset(
    "insist insists insisted propose proposes proposed demand demands demanded recommend recommended"
    " recommends suggest suggested ask asked request requested require requires required urged".split()
)
_ACTS = frozenset(
    (
        *lexicon("cues").words["denial"],
        *(w for name in ("accuse", "urge") for w in lexicon("reporting").words[name]),
        *"thanked welcomed congratulated praised apologised apologized expressed voiced complained vowed".split(),
    )
)
"""Verbs of speech: that somebody denied or thanked is a fact, whatever the sentence sounds like."""
_OUGHT = frozenset({"should", "must", "ought"})


def kind_of(
    scene: Scene,
    clause: Clause,
    sentence: SentenceMark,
    context: tuple[list[Cue], list[Attribution]],
) -> ClaimKind:
    """Question, directive and prediction by form and modal verbs, then as the model judges.

    ``context``: the cues inside the claim, and the attributions it stands in.
    """
    cues, chain = context
    text = scene.text
    if _is_asked(text, clause, sentence):
        return "question"
    if chain and is_called(text, chain[-1]):
        return "opinion"
    ordered = sentence.directive and not text.dependents(clause.head, "nsubj")
    if _is_demanded(text, clause) or ordered or _is_slogan(text, clause):
        return "directive"
    ahead = any(text.lower[c] in _FUTURE for c in text.dependents(clause.head, "aux"))
    if ahead or any(_is_ahead(text, clause, c) for c in cues):
        return "prediction"
    if chain and not clause.conditional and _is_promised(text, clause):
        return "prediction"
    verbs = (clause.head, *text.dependents(clause.head, "aux"))
    inferred = {"must", "have"} <= {text.lower[w] for w in verbs[1:]}
    if any(text.lower[word] in _OUGHT for word in verbs) and not inferred:
        return "directive"
    if _is_needed(text, clause) or _is_called_for(text, clause):
        return "directive"
    if any(_asks_for(text, attribution) for attribution in chain[-1:]):
        return "directive"
    expected = sentence.prediction > max(sentence.fact, sentence.opinion, 0.5)
    expected = expected and not _is_ahead_elsewhere(text, clause)
    if expected and (not _is_past(text, clause) or _looks_ahead(text, chain)):
        return "prediction"
    if not chain:
        own = _is_own_view(sentence) and not _is_act(text, clause.head)
        return "opinion" if own else "fact"
    if sentence.opinion > 0.5 and sentence.opinion > sentence.verifiable:
        return "opinion" if _values(scene, clause) else "fact"
    return "fact"


def _is_ahead_elsewhere(text: Text, clause: Clause) -> bool:
    """ "It is safe, they say, but others fear it could fall": what makes the sentence look ahead is not here."""
    first, last = text.range((clause.start, clause.end))
    begin, end = text.segments.bounds[clause.sentence]
    modal = [w for w in range(begin, end) if text.lower[w] in _MODAL]
    return bool(modal) and not any(first <= w < last for w in modal)


def _is_asked(text: Text, clause: Clause, sentence: SentenceMark) -> bool:
    """Whether a clause asks: it opens its sentence as questions do, or leads up to the mark.

    "We have the money, but will we get a vote?" asks only the second; "even though ..." asserts.
    """
    if "?" in text.slice((clause.end - 1, clause.end + 1)):
        return True
    if not sentence.question:
        return False
    first, last = text.range((clause.start, clause.end))
    begin, end = text.segments.bounds[clause.sentence]
    conceded = text.lower[first] in _CONCEDING or (
        first > begin and text.lower[first - 1] in _CONCEDING
    )
    ends = all(text.upos(w) == "PUNCT" for w in range(last, end))
    opens = all(text.upos(w) in {"PUNCT", "CCONJ", "ADV"} for w in range(begin, first))
    return (ends and not conceded) or (opens and text.lower[first] in _ASKING)


def _is_demanded(text: Text, clause: Clause) -> bool:
    """ "insisted that the meeting be moved": a bare "be" says what ought to be."""
    helpers = [text.lower[c] for c in text.dependents(clause.head, "aux", "cop")]
    told = text.dependents(clause.head, "nsubj")
    if not told or text.relation(clause.head) != "ccomp":
        return False
    return helpers == ["be"] or (not helpers and _is_bidden(text, clause.head, told[0]))


def _is_bidden(text: Text, verb: int, subject: int) -> bool:
    """ "insisted that the envoy leave": a bare verb after one person or thing."""
    over, word = text.syntax.heads[verb], text.lower[verb]
    plain = (
        text.upos(verb) == "VERB" and word not in _PAST and not word.endswith(("s", "ed", "ing"))
    )
    one = text.upos(subject) in {"NOUN", "PROPN"} and not text.lower[subject].endswith("s")
    joined = text.dependents(subject, "conj", "nummod") or text.lower[subject] == "people"
    return plain and one and not joined and over >= 0 and text.lower[over] in _BIDDING


def _is_needed(text: Text, clause: Clause) -> bool:
    """ "We have to rebuild", "you need to listen": what one ought to do."""
    if text.lower[clause.head] not in {"have", "need"} or not text.dependents(clause.head, "xcomp"):
        return False
    own = {text.lower[s] for s in text.dependents(clause.head, "nsubj")}
    helped = any(text.lower[c] in {"not", "n't"} for c in text.dependents(clause.head, "advmod"))
    return bool(own & {"we", "you"}) and not helped


def _is_called_for(text: Text, clause: Clause) -> bool:
    """ "We call on Velmar to close it", "we urge the council to act": who says it asks for it."""
    own = {text.lower[s] for s in text.dependents(clause.head, "nsubj")}
    helped = {text.lower[c] for c in text.dependents(clause.head, "aux", "advmod")}
    asks = text.lower[clause.head] in {"urge", "demand", "ask", "appeal", "implore", "beg"}
    called = text.lower[clause.head : clause.head + 2] in (["call", "on"], ["call", "for"])
    return bool(own & {"we", "i"}) and (asks or called) and not helped & _PAST_HELP


def _is_slogan(text: Text, clause: Clause) -> bool:
    """ "No more walls!", "Deport them!": shouted in quotation marks, by its words nobody's deed."""
    first, last = text.range((clause.start, clause.end))
    around = [*text.words[max(0, first - 1) : first], *text.words[last : last + 1]]
    shouted = "!" in text.words[last - 1 : last + 1]
    marked = len(around) > 1 and shouted and _QUOTES.issuperset({*around} - {"!"})
    words = range(first, last)
    verbs = any(text.upos(w) in {"VERB", "AUX"} for w in words)
    told = any(text.relation(w) in _SUBJECTS or text.upos(w) == "AUX" for w in words)
    return marked and not (verbs and told)


def _is_act(text: Text, verb: int) -> bool:
    """ "Dorn has denied any wrongdoing", "the king thanked the crew": what was said or done with words."""
    subjects = text.dependents(verb, "nsubj")
    told = bool(subjects) and text.lower[subjects[0]] not in {
        "i",
        "we",
        "you",
        "it",
        "this",
        "that",
    }
    past = text.lower[verb] in _PAST or text.lower[verb].endswith("ed")
    return told and past and text.upos(verb) == "VERB" and text.lower[verb] in _ACTS


def _is_own_view(sentence: SentenceMark) -> bool:
    """Whether the author's own sentence weighs rather than tells.

    Three heads say so together better than the one on opinion alone: what cannot be verified is
    likelier a view, and what stands in a sentence of reported speech is likelier a report.
    """
    weighs = sentence.opinion - sentence.verifiable - sentence.speech > OWN_VIEW
    return weighs and sentence.opinion > LEAST_OPINION


def _is_ahead(text: Text, clause: Clause, cue: Cue) -> bool:
    """Whether "is going to", "is set to" belong to a clause's own verb, not to one under it."""
    if cue.kind != "future" or " " not in text.slice(cue.span):
        return False
    first, last = text.range(cue.span)
    if is_in_relative(text, clause.head, first):
        return False
    near = {clause.head, *text.dependents(clause.head, "aux", "cop", "xcomp")}
    return clause.head <= last or bool(near.intersection(range(first, last + 1)))


def _values(scene: Scene, clause: Clause) -> bool:
    """Whether a reported clause itself weighs or names something.

    The model was taught on news, where what officials are quoted with counts as comment.
    """
    text, span = scene.text, (clause.start, clause.end)
    said = range(*text.range(span))
    return (
        bool(scene.loaded.inside(span))
        or text.upos(clause.head) == "ADJ"
        or bool(text.dependents(clause.head, "cop"))
        or any(text.upos(word) == "ADJ" and text.relation(word) != "amod" for word in said)
    )


def _is_promised(text: Text, clause: Clause) -> bool:
    """A reported "would" that was a "will" when it was said: "He said the repairs would begin"."""
    helpers = [text.lower[c] for c in text.dependents(clause.head, "aux")]
    return "would" in helpers and "have" not in helpers and text.lower[clause.head] not in _WISHES


def _asks_for(text: Text, attribution: Attribution) -> bool:
    """Whether the reporting words ask for what is reported: "urged", "called on", "demanded"."""
    words = [w for cue in attribution.cue for w in text.lower[slice(*text.range(cue))]]
    return bool(_DEMANDS & set(words)) or " ".join(words).startswith(_CALLS)


def _is_past(text: Text, clause: Clause) -> bool:
    """Whether a clause's own verb tells of what was: another clause of its sentence may look ahead."""
    before = {text.lower[c] for c in text.dependents(clause.head, "aux", "cop")}
    if before:
        return bool(before & _PAST_AUXILIARY)
    word = text.lower[clause.head]
    return text.upos(clause.head) == "VERB" and (word in _PAST or word.endswith("ed"))


def _looks_ahead(text: Text, chain: list[Attribution]) -> bool:
    """Whether the reporting words expect, promise or fear what is reported."""
    return any(
        word in _AHEAD
        for attribution in chain[-1:]
        for cue in attribution.cue
        for word in text.lower[slice(*text.range(cue))]
    )
