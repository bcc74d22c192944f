"""Where a clause begins and ends: what at its edges is not its own."""

from onrecord.lexicons import lexicon
from onrecord.records.texts import Text

_TELLING = frozenset(w for w in lexicon("reporting").words["say"] if w.endswith("ing"))
_LEADING = frozenset({"that", "when", "where", "who", "which", "why", "how", "whether", "while"})
_SUBORDINATING = frozenset("as while when since because after before although though once".split())
_PAIRED = frozenset({"neither", "either", "both", "nor"})
"""These belong to what they open: "Neither the army nor the ministry has commented"."""
CLOSING = frozenset({")", "]", "”", '"', "%"})
LONGEST_FRAME = 3
"""Words that can lead up to a clause and say nothing themselves."""
LONGEST_GAP = 60
"""Words that an embedded clause may take out of the middle of a claim, a relative clause between
subject and verb for one; a longer gap is a slip of the tree."""
LEAST_APPOSITION = 4
_COULD = frozenset({"would", "could", "might"})


def run(words: list[int], head: int) -> list[int]:
    """The stretch around the head, closing gaps of embedded clauses but not long ones."""
    if head not in words:
        return []
    at = words.index(head)
    first = last = at
    while first > 0 and words[first] - words[first - 1] <= LONGEST_GAP:
        first -= 1
    while last + 1 < len(words) and words[last + 1] - words[last] <= LONGEST_GAP:
        last += 1
    return list(range(words[first], words[last] + 1))


def without_bridges(text: Text, words: list[int], head: int) -> list[int]:
    """Words after the head up to the last that is no stop or "and": those would bridge a cut."""
    last = len(words)
    while last and words[last - 1] > head and text.upos(words[last - 1]) in {"PUNCT", "CCONJ"}:
        last -= 1
    kept = words[:last]
    for word in words[last:]:
        if not kept or word != kept[-1] + 1:
            break
        kept.append(word)
    while kept and kept[-1] > head and text.upos(kept[-1]) in {"PUNCT", "CCONJ"}:
        if text.words[kept[-1]] in CLOSING:
            break
        kept.pop()
    return kept


def trailing(text: Text, head: int, below: list[int]) -> set[int]:
    """An apposition after a comma that ends the clause says something else: "It went to Bora, a firm ..."."""
    for child in below:
        if child > head and text.relation(child) == "appos":
            under = text.subtree(child)
            ends = not any(w > under[-1] and text.upos(w) != "PUNCT" for w in below)
            if ends and len(under) >= LEAST_APPOSITION and text.upos(under[0] - 1) == "PUNCT":
                return set(range(under[0], below[-1] + 1))
    return set()


def is_edge(text: Text, word: int, head: int) -> bool:
    """What does not belong at the start of a claim: punctuation, "and", "that"."""
    if word == head or text.words[word] in {"“", '"', "$", "£", "€", "‘", "'", "#", "["}:
        return False
    if text.lower[word : word + 2] in (
        ["as", "far"],
        ["as", "long"],
        ["as", "soon"],
        ["so", "long"],
        ["at", "least"],
        ["at", "most"],
    ):
        return False
    if text.lower[word : word + 2] == ["but", "for"] and _COULD & set(text.lower[word:head]):
        # "But for the guards, the bridge would have fallen"
        return False
    if text.upos(word) in {"PUNCT", "CCONJ"}:
        return text.lower[word] not in _PAIRED
    # "While it rained, they left" and "After leaving, they" keep the mark of what is not their own verb.
    others = bool(text.syntax.heads) and text.syntax.heads[word] < head
    if others and ("," in text.words[word:head] or text.lower[word] in _SUBORDINATING):
        return False
    opens = text.lower[word] == "whether" and word == text.segments.bounds[text.sentence(word)][0]
    return text.relation(word) == "mark" and text.lower[word] not in {"if", "unless"} and not opens


def without_frame(text: Text, words: list[int], head: int) -> list[int]:
    """Words without a reporting verb at their end whose own clause was cut: "It fell, suggesting"."""
    while words and words[-1] != head and text.upos(words[-1]) in {"PUNCT", "CCONJ", "SCONJ"}:
        if text.words[words[-1]] in CLOSING:
            break
        words = words[:-1]
    last = words[-1] if words else head
    if text.upos(last) == "ADP" and text.syntax.heads and text.syntax.heads[last] == last - 1:
        # "pointing out"
        last -= 1
    framing = text.relation(last) in {"acl", "advcl"} or text.lower[last] in _TELLING
    said = [w for w in text.dependents(last, "ccomp") if w > last]
    if last == head or text.upos(last) != "VERB" or not framing or not said:
        return words
    first = max(text.subtree(last)[0], last - LONGEST_FRAME + 1)
    if any(text.lower[m] in {"after", "before"} for m in text.dependents(last, "mark")):
        first = text.subtree(last)[0]
    return [w for w in words if w < first] if first > head else [w for w in words if w < last]


def is_tail(text: Text, word: int, head: int) -> bool:
    """What does not belong at the end of a claim: a comma, "and", "when" whose clause was cut."""
    if text.upos(word) in {"PUNCT", "CCONJ"}:
        return text.words[word] not in CLOSING
    if word == head:
        return False
    goes_on = word + 1 < len(text.lower) and text.upos(word + 1) != "PUNCT"
    return text.upos(word) == "SCONJ" or (goes_on and text.lower[word] in _LEADING)
