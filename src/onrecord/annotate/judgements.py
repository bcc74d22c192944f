"""What kind of sentence each sentence is."""

from onrecord.records.marks import SentenceMark
from onrecord.records.predictions import Predictions
from onrecord.records.texts import Text

RULES = {"sentences.model": "The model's sentence heads; questions and directives by form."}


def judgements(text: Text, predictions: Predictions) -> tuple[SentenceMark, ...]:
    """One mark a sentence."""
    return tuple(_judge(text, predictions, i) for i in range(len(text.segments.bounds)))


def _judge(text: Text, predictions: Predictions, i: int) -> SentenceMark:
    def p(head: str, label: str) -> float:
        judged = predictions.sentences.get(head)
        return judged.probability(i, label) if judged else 0.0

    start, end = text.segments.sentences[i]
    return SentenceMark(
        start=start,
        end=end,
        rule="sentences.model",
        fact=p("kind", "fact"),
        prediction=p("kind", "prediction"),
        opinion=p("kind", "opinion"),
        question=_is_question(text, i),
        directive=_is_directive(text, i),
        verifiable=p("verifiable", "yes"),
        checkworthy=p("checkworthy", "yes"),
        speech=p("speech", "yes"),
    )


def _is_question(text: Text, i: int) -> bool:
    first, last = text.segments.bounds[i]
    return "?" in text.words[max(first, last - 3) : last]


def _is_directive(text: Text, i: int) -> bool:
    """An imperative: the root is a bare verb without a subject, and it stands first."""
    first, last = text.segments.bounds[i]
    roots = [w for w in range(first, last) if text.syntax.heads and text.syntax.heads[w] < 0]
    if not roots or text.upos(roots[0]) != "VERB":
        return False
    root = roots[0]
    opening = [
        w for w in range(first, root) if text.upos(w) not in {"PUNCT", "ADV", "INTJ", "CCONJ"}
    ]
    polite = all(text.lower[w] in {"let", "do", "not", "n't", "please"} for w in opening)
    bare = not text.lower[root].endswith(("ing", "ed"))
    helped = any(text.lower[c] not in {"do", "let"} for c in text.dependents(root, "aux"))
    return polite and bare and not helped and not text.dependents(root, "nsubj", "expl", "csubj")
