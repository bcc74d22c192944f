"""What each kind of head is asked to get right, as one loss a batch.

Every function takes logits [B, W, ...] and the windows' annotation, and returns the mean
over what is annotated, or None when nothing is.
"""

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional as F

from onrecord.records.spans import Span
from training.examples import Example, Head, Labels

Item = tuple[Example, Span]
IGNORED = -100


def loss(head: Head, logits: Tensor, items: Sequence[Item]) -> Tensor | None:
    """The loss of one head on the windows that carry its annotation."""
    present = [i for i, (example, _) in enumerate(items) if head.name in example.labels]
    if not present:
        return None
    chosen = [(items[i][0].labels[head.name], *items[i]) for i in present]
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


def _span(head: Head, logits: Tensor, chosen: Chosen) -> Tensor:
    target = torch.full(logits.shape[:2], IGNORED)
    # Where a set knows only some labels, O means "none of those": their complement is summed.
    closed = torch.zeros(len(chosen), logits.shape[2], dtype=torch.bool)
    for row, (labels, _, window) in enumerate(chosen):
        values = span_targets(head, labels, window)
        target[row, : len(values)] = torch.tensor(values)
        if labels.known is not None:
            for k, name in enumerate(head.labels):
                closed[row, 1 + 2 * k : 3 + 2 * k] = name not in labels.known
    logp = F.log_softmax(logits, -1)
    collapsed = closed.clone()
    collapsed[:, 0] = True
    outside = logp.masked_fill(~collapsed[:, None, :], -1e4).logsumexp(-1)
    picked = logp.gather(-1, target.clamp(min=0)[..., None]).squeeze(-1)
    score = torch.where(target == 0, outside, picked)
    return -score[target != IGNORED].mean()


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
        for i, value in labels.words.items():
            if first <= i < last:
                guessed.append(logits[row, i - first, 0])
                wanted.append(value)
    if not guessed:
        return None
    return F.smooth_l1_loss(torch.stack(guessed), torch.tensor(wanted))


_LOSSES = {
    "span": _span,
    "word": _word,
    "pointer": _pointer,
    "sentence": _sentence,
    "score": _score,
}
