"""One forward pass a window, then everything decoded to words of the document."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from onrecord.model import decode, extents
from onrecord.model import roles as arguments
from onrecord.model.bundle import Bundle, HeadSpec
from onrecord.model.decode import Floats
from onrecord.model.encode import Encoded, collate, encode, windows
from onrecord.model.frames import marks
from onrecord.model.words import Words
from onrecord.records.predictions import Judged, Link, Predictions, Role, Shares, Syntax, Tag
from onrecord.records.segments import Segments
from onrecord.records.spans import Span

Outputs = dict[str, Floats]
_MENTIONING = frozenset({"NOUN", "PRON", "PROPN"})


def predict(bundle: Bundle, texts: Sequence[tuple[str, Segments]]) -> list[Predictions]:
    """Read several documents at once, each by itself."""
    encoded = [encode(text, segments, bundle.pieces) for text, segments in texts]
    cuts = [windows(e, s.bounds) for e, (_, s) in zip(encoded, texts, strict=True)]
    outputs = run(
        bundle, [(e, cut) for e, ranges in zip(encoded, cuts, strict=True) for cut in ranges]
    )
    # One pass over the windows of all documents: a step for each word of the longest.
    tags = {
        head.name: decode.spans([out[head.name] for out in outputs], head.labels, head.transitions)
        for head in bundle.manifest.heads
        if head.kind == "span"
    }
    scoring = _scoring(bundle)
    found, at = [], 0
    for (text, segments), ranges in zip(texts, cuts, strict=True):
        end = at + len(ranges)
        own = list(zip(ranges, outputs[at:end], strict=True))
        words = [text[first:last] for first, last in segments.words]
        marked = {name: rows[at:end] for name, rows in tags.items()}
        found.append(_decode((bundle, scoring), words, segments, own, marked))
        at = end
    return found


def _scoring(bundle: Bundle) -> arguments.Scoring | None:
    """What roles are scored with; ``None`` where the bundle has no role head."""
    heads = {head.name: head for head in bundle.manifest.heads}
    if "role" not in heads:
        return None
    matrix = np.array(heads["role"].matrix, dtype=np.float32)
    ways = arguments.Ways(heads["relation"].labels)
    return arguments.Scoring(heads["role"].labels, matrix, ways, bundle.frames)


def run(bundle: Bundle, items: Sequence[tuple[Encoded, Span]]) -> list[Outputs]:
    """The graph's outputs for every window: [W, labels] or, of a pointer, [W, W].

    Each window is a run of its own, ``bundle.threads`` of them at once: dynamic int8 takes its
    scales over a whole batch, so that beside others a window would be read otherwise.
    """
    names = [head.name for head in bundle.manifest.heads]
    inputs = {item.name for item in bundle.session.get_inputs()}

    def outputs(item: tuple[Encoded, Span]) -> Outputs:
        feeds = collate([item]).feeds()
        arrays = bundle.session.run(names, {k: v for k, v in feeds.items() if k in inputs})
        return {name: array[0] for name, array in zip(names, arrays, strict=True)}

    if bundle.threads == 1 or len(items) < 2:
        return [outputs(item) for item in items]
    with ThreadPoolExecutor(bundle.threads) as pool:
        return list(pool.map(outputs, items))


Window = tuple[Span, Outputs]
Model = tuple[Bundle, arguments.Scoring | None]


def _decode(
    model: Model,
    words: Sequence[str],
    segments: Segments,
    own: Sequence[Window],
    tags: Mapping[str, list[list[Tag]]],
) -> Predictions:
    bundle = model[0]
    by_name = {head.name: head for head in bundle.manifest.heads}
    attribution, links = _linked(tags["attribution"], own)
    syntax = _syntax(by_name, segments, own)
    predicates, roles = _roles(model, words, segments, own, syntax)
    said = bundle.words.of([words[first:last] for first, last in segments.bounds])
    return Predictions(
        names=_placed(tags["names"], own),
        nominal=_placed(tags["nominal"], own),
        # A research bundle names every technique, loaded language among them.
        loaded=_placed(tags.get("techniques", tags["loaded"]), own),
        attribution=attribution,
        links=links,
        syntax=syntax,
        predicates=predicates,
        roles=roles,
        antecedents=_antecedents(own, syntax) if "antecedent" in by_name else {},
        factuality=_scores(by_name["factuality"], own),
        sentences={
            name: _judged(head, segments, own, _columns(bundle.words, head, said))
            for name, head in by_name.items()
            if head.kind == "sentence"
        },
    )


def _moved(tag: Tag, by: int) -> Tag:
    return Tag(first=tag.first + by, last=tag.last + by, label=tag.label, score=tag.score)


def _placed(tags: list[list[Tag]], own: Sequence[Window]) -> tuple[Tag, ...]:
    """Window tags as document tags."""
    pairs = zip(tags, own, strict=True)
    return tuple(_moved(tag, first) for row, ((first, _), _) in pairs for tag in row)


def _linked(
    tags: list[list[Tag]], own: Sequence[Window]
) -> tuple[tuple[Tag, ...], tuple[Link, ...]]:
    """Attribution tags of all windows with their links, both counted through the document."""
    found: list[Link] = []
    count = 0
    for row, (_, out) in zip(tags, own, strict=True):
        for link in decode.links(row, out["attribution_link"]):
            found.append(Link(part=link.part + count, cue=link.cue + count, score=link.score))
        count += len(row)
    return _placed(tags, own), tuple(found)


def _inside(segments: Segments, window: Span) -> list[Span]:
    """The sentences, or pieces of one, that lie in a window; word indices in the window."""
    first, last = window
    return [
        (max(a, first) - first, min(b, last) - first)
        for a, b in segments.bounds
        if a < last and b > first
    ]


def _syntax(heads: dict[str, HeadSpec], segments: Segments, own: Sequence[Window]) -> Syntax:
    """Tags, trees and relations of all windows."""
    tags, names = heads["upos"].labels, heads["relation"].labels
    root = names.index("root")
    upos: list[str] = []
    parents: list[int] = []
    relations: list[str] = []
    for window, out in own:
        upos += [tags[k] for k in out["upos"].argmax(1).tolist()]
        rootlike = np.log(decode.softmax(out["relation"])[:, root] + 1e-9)
        local = decode.heads(out["arc"], _inside(segments, window), rootlike)
        relations += decode.relations(out["relation"], local, names)
        parents += [head + window[0] if head >= 0 else -1 for head in local]
    return decode.syntax(upos, parents, relations)


def _roles(
    model: Model,
    words: Sequence[str],
    segments: Segments,
    own: Sequence[Window],
    syntax: Syntax,
) -> tuple[tuple[int, ...], tuple[Role, ...]]:
    """The predicates and their arguments; none where the bundle has no role head."""
    bundle, scoring = model
    if scoring is None:
        return (), ()
    names = next(head.labels for head in bundle.manifest.heads if head.name == "relation")
    codes = {name: i for i, name in enumerate(names)}
    by = bundle.frames.marked(marks(words, syntax.upos, syntax.heads, syntax.relations))
    predicates: list[int] = []
    found: list[Role] = []
    for window, out in own:
        verbs = np.flatnonzero(out["predicate"].argmax(1)).tolist()
        predicates += [verb + window[0] for verb in verbs]
        sentences = [
            (inside, _tree(syntax, (first, last), codes), words[first:last], by[first:last])
            for inside in _inside(segments, window)
            for first, last in [(inside[0] + window[0], inside[1] + window[0])]
        ]
        of: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
        for verb, word, label in arguments.roles(out["role"], verbs, scoring, sentences):
            of[verb + window[0]].append((word + window[0], label))
        for (first, last), *_ in sentences:
            sentence = (first + window[0], last + window[0])
            for verb in range(*sentence):
                if verb in of:
                    found += extents.placed(verb, of[verb], syntax, words, sentence)
    return tuple(predicates), tuple(found)


def _tree(syntax: Syntax, sentence: Span, codes: dict[str, int]) -> arguments.Tree:
    """The columns of one sentence, or of the piece of one that lies in a window."""
    first, last = sentence
    heads = np.array(syntax.heads[first:last], dtype=np.int64)
    heads = np.where(heads >= 0, heads - first, -1)
    return heads, np.array([codes[name] for name in syntax.relations[first:last]], dtype=np.int64)


def _antecedents(own: Sequence[Window], syntax: Syntax) -> dict[int, Shares]:
    """What the nouns and pronouns of all windows may stand for, counted through the document."""
    found: dict[int, Shares] = {}
    for (first, last), out in own:
        words = [i - first for i in range(first, last) if syntax.upos[i] in _MENTIONING]
        for word, shares in decode.antecedents(out["antecedent"], words).items():
            found[word + first] = tuple((aim + first, share) for aim, share in shares)
    return found


def _scores(head: HeadSpec, own: Sequence[Window]) -> dict[str, tuple[float, ...]]:
    """A score head's columns, a scale each; the sets end at -3 and 3."""
    rows = [np.round(out[head.name].astype(np.float64), 2).clip(-3, 3) for _, out in own]
    return {
        scale: tuple(v for row in rows for v in row[:, column].tolist())
        for column, scale in enumerate(head.labels or ("news",))
    }


def _columns(words: Words, head: HeadSpec, rows: Floats) -> Floats | None:
    """What the words say for the labels of one head [S, labels]; None where they say nothing."""
    first = words.columns.get(head.name)
    return None if first is None else rows[:, first : first + len(head.labels)]


def _judged(
    head: HeadSpec, segments: Segments, own: Sequence[Window], by_words: Floats | None
) -> Judged:
    """Probabilities a sentence: the mean of its words' logits, what its words say added, softmax."""
    if not own:
        return Judged(labels=head.labels, rows=())
    logits = np.concatenate([out[head.name] for _, out in own])
    firsts = [first for first, _ in segments.bounds]
    sizes = np.array([last - first for first, last in segments.bounds])
    means = np.add.reduceat(logits, firsts, axis=0) / sizes[:, None]
    if by_words is not None:
        means = means + by_words
    rows = np.round(decode.softmax(means).astype(np.float64), 3).tolist()
    return Judged(labels=head.labels, rows=tuple(map(tuple, rows)))
