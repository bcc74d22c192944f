"""What each kind of head is asked to get right, as one loss a batch.

Every function takes logits [B, W, ...] and the windows' annotation, and returns the mean
over what is annotated, or None when nothing is.
"""

from bisect import bisect
from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from onrecord.records.spans import Span
from training.examples import Choice, Example, Head, Labels
from training.heads.syntax import WAYS

Item = tuple[Example, Span]
IGNORED = -100


def loss(
    head: Head, logits: Tensor, items: Sequence[Item], table: Tensor | None = None
) -> Tensor | None:
    """The loss of one head on the windows that carry its annotation.

    ``table``: a span head's score [C, C] of going from one BIO label to the next, or a role
    head's matrix [labels + 1, ROLE].
    """
    present = [i for i, (example, _) in enumerate(items) if head.name in example.labels]
    if not present:
        return None
    chosen = [(items[i][0].labels[head.name], *items[i]) for i in present]
    if table is not None:
        with_table = _span if head.kind == "span" else _roles
        return with_table(head, logits[present].float(), chosen, table)
    return _LOSSES[head.kind](head, logits[present].float(), chosen)


Chosen = Sequence[tuple[Labels, Example, Span]]


def span_targets(head: Head, labels: Labels, window: Span) -> list[int]:
    """BIO label of every word of the window: 0 is O, 1 + 2k begins label k, 2 + 2k goes on."""
    first, last = window
    targets = [0] * (last - first)
    for begin, end, label in labels.spans:
        if begin < last and end > first:
            k = head.labels.index(label)
            for i in range(max(begin, first), min(end, last)):
                targets[i - first] = 2 + 2 * k
            if begin >= first:
                targets[begin - first] = 1 + 2 * k
    return targets


def _span(head: Head, logits: Tensor, chosen: Chosen, transitions: Tensor) -> Tensor:
    """A linear-chain CRF (Lafferty et al. 2001): log Z over all labels less log Z over the gold.

    Where a set knows only some labels, O stands for "none of those", so that more than one
    sequence is gold and the second sum runs over all of them.
    """
    allowed = torch.zeros_like(logits, dtype=torch.bool)
    sizes = []
    for row, (labels, _, window) in enumerate(chosen):
        values = torch.tensor(span_targets(head, labels, window))
        sizes.append(len(values))
        allowed[row, torch.arange(len(values)), values] = True
        if labels.known is not None:
            for k, name in enumerate(head.labels):
                if name not in labels.known:
                    allowed[row, : len(values), 1 + 2 * k : 3 + 2 * k] = (values == 0)[:, None]
    length = torch.tensor(sizes)
    both = torch.cat([logits, logits.masked_fill(~allowed, FORBIDDEN)])
    total = _log_z(both, transitions + legal(head), length.repeat(2))
    return (total[: len(sizes)] - total[len(sizes) :]).sum() / length.sum()


FORBIDDEN = -1e4


def legal(head: Head) -> Tensor:
    """[C, C]: 0 where a label may follow, very negative where I- does not go on with its own."""
    size = 1 + 2 * len(head.labels)
    mask = torch.zeros(size, size)
    for inside in range(2, size, 2):
        mask[:, inside] = FORBIDDEN
        mask[inside - 1 : inside + 1, inside] = 0.0
    return mask


def _log_z(logits: Tensor, transitions: Tensor, length: Tensor) -> Tensor:
    """Log of the sum over all sequences, a window a row: [B, W, C] -> [B].

    A window may begin with I-: what it cuts began in the window before.
    """
    alpha = logits[:, 0]
    for t in range(1, logits.shape[1]):
        step = torch.logsumexp(alpha[:, :, None] + transitions, 1) + logits[:, t]
        alpha = torch.where((t < length)[:, None], step, alpha)
    return alpha.logsumexp(-1)


def _word(head: Head, logits: Tensor, chosen: Chosen) -> Tensor | None:
    target = torch.full(logits.shape[:2], IGNORED)
    for row, (labels, _, (first, last)) in enumerate(chosen):
        for i in range(first, last):
            if i in labels.words:
                target[row, i - first] = int(labels.words[i])
    if not (target != IGNORED).any():
        return None
    return F.cross_entropy(logits.flatten(0, 1), target.flatten(), ignore_index=IGNORED)


def _pointer(head: Head, logits: Tensor, chosen: Chosen) -> Tensor | None:
    if any(labels.choices for labels, _, _ in chosen):
        return _choices(logits, chosen)
    target = torch.full(logits.shape[:2], IGNORED)
    for row, (labels, _, (first, last)) in enumerate(chosen):
        for i in range(first, last):
            aim = int(labels.words.get(i, -1))
            if first <= aim < last:
                target[row, i - first] = aim - first
        logits[row, :, last - first :] = -1e4
    if not (target != IGNORED).any():
        return None
    return F.cross_entropy(logits.flatten(0, 1), target.flatten(), ignore_index=IGNORED)


def _choices(logits: Tensor, chosen: Chosen) -> Tensor | None:
    """Less log of the share of all right words together (Lee et al. 2017), a word a term."""
    rows, goods, bads = [], [], []
    for row, (labels, _, (first, last)) in enumerate(chosen):
        for word, choice in labels.choices.items():
            if first <= word < last and (sides := _sides(word, choice, (first, last))):
                rows.append(logits[row, word - first])
                for part, side in zip((goods, bads), sides, strict=True):
                    part.append(torch.zeros(logits.shape[2], dtype=torch.bool))
                    part[-1][sorted(side)] = True
    if not rows:
        return None
    scores, good, bad = torch.stack(rows), torch.stack(goods), torch.stack(bads)
    every = scores.masked_fill(~(good | bad), FORBIDDEN).logsumexp(-1)
    return (every - scores.masked_fill(~good, FORBIDDEN).logsumexp(-1)).mean()


def _sides(word: int, choice: Choice, window: Span) -> tuple[set[int], set[int]] | None:
    """The right and the wrong words in a window, counted in it; None where it decides nothing."""
    first, last = window
    right, wrong, same = ({i - first for i in part if first <= i < last} for part in choice)
    everything, own = set(range(last - first)), word - first
    if not choice.wrong:
        # What it means may lie in no window but this one's neighbour: then it points at itself.
        good = right or {own}
        return good, (everything - same - good) | ({own} - good)
    if not wrong or (choice.right and not right):
        return None
    return (right, wrong) if right else (everything - wrong, wrong)


def _sentence(head: Head, logits: Tensor, chosen: Chosen) -> Tensor | None:
    pooled, target = [], []
    for row, (labels, example, (first, last)) in enumerate(chosen):
        for i, (begin, end) in enumerate(example.segments.bounds):
            if i in labels.sentences and first <= begin and end <= last:
                pooled.append(logits[row, begin - first : end - first].mean(0))
                target.append(labels.sentences[i])
    return F.cross_entropy(torch.stack(pooled), torch.tensor(target)) if pooled else None


def _score(head: Head, logits: Tensor, chosen: Chosen) -> Tensor | None:
    guessed, wanted = [], []
    for row, (labels, _, (first, last)) in enumerate(chosen):
        column = head.labels.index(labels.scale)
        for i, value in labels.words.items():
            if first <= i < last:
                guessed.append(logits[row, i - first, column])
                wanted.append(value)
    if not guessed:
        return None
    # Nearly the plain distance: most events stand at one end, and a mean would be drawn away from it.
    return F.smooth_l1_loss(torch.stack(guessed), torch.tensor(wanted), beta=0.3)


def _roles(head: Head, logits: Tensor, chosen: Chosen, matrix: Tensor) -> Tensor | None:
    """Cross entropy over every likely predicate and every word of its sentence; 0 is no role."""
    scores, targets = [], []
    width = logits.shape[2] // 2
    for row, (labels, example, (first, last)) in enumerate(chosen):
        for number in labels.sentences:
            begin, end = example.segments.bounds[number]
            roles = labels.spans[bisect(labels.spans, (begin,)) : bisect(labels.spans, (end,))]
            verbs = [i for i in range(begin, end) if i in labels.words]
            if begin < first or end > last or not verbs:
                continue
            target = torch.zeros(len(verbs), end - begin, dtype=torch.long)
            for verb, word, label in roles:
                target[verbs.index(verb), word - begin] = 1 + head.labels.index(label)
            asking = logits[row, [verb - first for verb in verbs], :width]
            asked = logits[row, begin - first : end - first, width:]
            found = role_scores(asking, asked, matrix[:, :width])
            ways = tree_ways(example, (begin, end), verbs)
            scores.append((found + matrix[:, width:].T[ways]).flatten(0, 1))
            targets.append(target.flatten())
    # A word has a role in few pairs: the mean over pairs would be all but still.
    return 4 * F.cross_entropy(torch.cat(scores), torch.cat(targets)) if scores else None


def tree_ways(example: Example, sentence: Span, verbs: Sequence[int]) -> Tensor:
    """The ways from each predicate to each word [P, W], by the gold tree.

    One word in fifteen loses its place: the trees that the model reads are not the gold's.
    """
    begin, end = sentence
    arcs, relations = example.labels["arc"].words, example.labels["relation"].words
    heads = np.array([int(arcs[i]) - begin if arcs[i] != i else -1 for i in range(begin, end)])
    tree = heads, np.array([int(relations[i]) for i in range(begin, end)])
    ways = torch.from_numpy(np.stack([WAYS.of(tree, verb - begin) for verb in verbs]))
    return ways.masked_fill(torch.rand(ways.shape) < 1 / 15, 0)


def role_scores(asking: Tensor, asked: Tensor, matrix: Tensor) -> Tensor:
    """[P, R] predicates, [W, R] words, [L, R] labels: the score of each, [P, W, L]."""
    return torch.einsum("pr,wr,lr->pwl", asking, asked, matrix)


_LOSSES = {
    "word": _word,
    "pointer": _pointer,
    "sentence": _sentence,
    "score": _score,
}
