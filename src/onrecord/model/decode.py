"""From figures to labels: BIO sequences, trees, who points at whom."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.records.predictions import Link, Shares, Syntax, Tag
from onrecord.records.spans import Span

Floats = NDArray[np.float32]
LEAST_SHARE, MOST_OWN = 0.03, 0.9
"""A word's share of less is not told; a word that so surely points at itself stands for nothing else."""


def softmax(logits: Floats) -> Floats:
    """Probabilities over the last axis."""
    shifted = np.exp(logits - logits.max(-1, keepdims=True))
    return np.asarray(shifted / shifted.sum(-1, keepdims=True), dtype=np.float32)


def spans(
    logits: Sequence[Floats],
    labels: Sequence[str],
    transitions: Sequence[Sequence[float]] = (),
) -> list[list[Tag]]:
    """The best legal BIO reading of each window ([W, 1 + 2 * labels]); word indices in the window.

    Viterbi, all windows at once, with the learned ``transitions`` ([C][C], none: all alike)
    and the constraint that I- follows B- or I- of its own label.
    """
    if not logits:
        return []
    width, size = max(len(row) for row in logits), logits[0].shape[1]
    padded = np.full((len(logits), width, size), -30.0, dtype=np.float32)
    padded[:, :, 0] = 0.0
    every, at = np.log(softmax(np.concatenate(logits)) + 1e-9), 0
    for row, values in zip(padded, logits, strict=True):
        row[: len(values)] = every[at : at + len(values)]
        at += len(values)
    paths = _viterbi(padded, _legal(size) + np.array(transitions or 0.0, dtype=np.float32))
    return [
        _tags(path[: len(values)], np.exp(scores), labels)
        for path, scores, values in zip(paths, padded, logits, strict=True)
    ]


def _legal(size: int) -> Floats:
    """[C, C]: 0 where the column's label may follow the row's, else very negative."""
    mask = np.zeros((size, size), dtype=np.float32)
    for inside in range(2, size, 2):
        mask[:, inside] = -1e4
        mask[inside - 1 : inside + 1, inside] = 0.0
    return mask


def _viterbi(scores: Floats, transitions: Floats) -> NDArray[np.int64]:
    batch, width, size = scores.shape
    # Nothing begins inside a span.
    best = scores[:, 0] + np.where(np.arange(size) % 2 + (np.arange(size) == 0), 0.0, -1e4)
    back = np.zeros((width, batch, size), dtype=np.int64)
    arriving = np.ascontiguousarray(transitions.T)
    for t in range(1, width):
        # The last axis is where one comes from: the maximum over it reads memory in a row.
        ways = best[:, None, :] + arriving
        back[t] = ways.argmax(-1)
        best = ways.max(-1) + scores[:, t]
    path = np.zeros((batch, width), dtype=np.int64)
    path[:, -1] = best.argmax(1)
    rows = np.arange(batch)
    for t in range(width - 1, 0, -1):
        path[:, t - 1] = back[t, rows, path[:, t]]
    return path


def _tags(path: NDArray[np.int64], probabilities: Floats, labels: Sequence[str]) -> list[Tag]:
    tags: list[Tag] = []
    at = 0
    codes = path.tolist()
    while at < len(codes):
        code = codes[at]
        end = at + 1
        if code:
            while end < len(codes) and codes[end] == code + code % 2 and codes[end] % 2 == 0:
                end += 1
            k = (code - 1) // 2
            sure = probabilities[at:end, 1 + 2 * k : 3 + 2 * k].sum(1).mean()
            tags.append(Tag(first=at, last=end, label=labels[k], score=round(float(sure), 3)))
        at = end
    return tags


def links(tags: Sequence[Tag], pointers: Floats) -> list[Link]:
    """Tie every tag to a cue of its window ([W, W] pointer logits); a cue may be its own.

    The score is the share of pointing at that cue among all cues, averaged over the tag's words.
    """
    cues = [i for i, tag in enumerate(tags) if tag.label == "cue"]
    if not cues:
        return []
    columns = softmax(pointers[:, [tags[i].first for i in cues]])
    found = []
    for i, tag in enumerate(tags):
        share = columns[tag.first : tag.last].mean(0)
        best = int(share.argmax())
        found.append(Link(part=i, cue=cues[best], score=round(float(share[best]), 3)))
    return found


def antecedents(pointers: Floats, words: Sequence[int]) -> dict[int, Shares]:
    """What some words of a window ([W, W] pointer logits) may go back to; itself is not told."""
    found: dict[int, Shares] = {}
    if not words:
        return found
    shares = softmax(pointers[list(words)])
    for word, row in zip(words, shares, strict=True):
        if row[word] < MOST_OWN:
            aims = [(int(i), round(float(row[i]), 3)) for i in np.flatnonzero(row > LEAST_SHARE)]
            found[word] = tuple(sorted((a for a in aims if a[0] != word), key=lambda a: -a[1]))
    return found


def heads(pointers: Floats, sentences: Sequence[Span], rootlike: Floats | None = None) -> list[int]:
    """A tree for every sentence of a window: for each word the index of its head, -1 for roots.

    The surest root is the only one; ``rootlike`` [W] adds how much each word looks like one.
    What would close a circle hangs on the root.
    """
    found = [-1] * len(pointers)
    for first, last in sentences:
        scores = pointers[first:last, first:last]
        sure = np.diag(scores) - _without_self(scores).max(1)
        if rootlike is not None:
            sure = sure + rootlike[first:last]
        root = int(sure.argmax())
        best = _without_self(scores).argmax(1).tolist()
        best[root] = -1
        _break_circles(best, root)
        for i, head in enumerate(best):
            found[first + i] = first + head if head >= 0 else -1
    return found


def relations(logits: Floats, parents: Sequence[int], labels: Sequence[str]) -> list[str]:
    """The best relation of each word ([W, labels]); ``root`` belongs to words without a head alone."""
    scores = logits.copy()
    scores[:, labels.index("root")] = np.where(np.array(parents) < 0, 1e4, -1e4)
    return [labels[k] for k in scores.argmax(1).tolist()]


def _without_self(scores: Floats) -> Floats:
    copy = scores.copy()
    np.fill_diagonal(copy, -1e4)
    return copy


def _break_circles(best: list[int], root: int) -> None:
    safe = [False] * len(best)
    safe[root] = True
    for start in range(len(best)):
        trail, at = [], start
        while not safe[at]:
            if at in trail:
                best[at] = root
                break
            trail.append(at)
            at = best[at] if best[at] >= 0 else root
        for step in trail:
            safe[step] = True


def syntax(upos: Sequence[str], parents: Sequence[int], relations: Sequence[str]) -> Syntax:
    """The columns of a document's tree, with the children of every word."""
    children: list[list[int]] = [[] for _ in parents]
    for i, parent in enumerate(parents):
        if parent >= 0:
            children[parent].append(i)
    return Syntax(
        upos=tuple(upos),
        heads=tuple(parents),
        relations=tuple(relations),
        children=tuple(map(tuple, children)),
    )
