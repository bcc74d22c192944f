"""Fine-tune the encoder and all heads at once; stop and go on at any epoch's end.

    python -m training.fit --data ../shared/data --out runs/default --epochs 5

Every epoch cuts the texts into windows of another length, so that the model does not learn
where windows end. The weights kept are a running average over steps (Polyak), which costs
nothing and is worth about half an F1 point.
"""

import argparse
import json
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from msgspec.structs import replace
from tokenizers import Tokenizer
from torch.nn.utils.rnn import pad_sequence

from onrecord.model.encode import MAX_PIECES, Batch, Encoded, Pieces, collate, encode, windows
from onrecord.records.spans import Span
from training.examples import Example, Head
from training.heads import HEADS, MODULES, RESEARCH, research
from training.losses import loss
from training.network import INPUTS, Network, base_weights

BATCH_PIECES = 4600
WARMUP, AVERAGE = 0.05, 0.998
RATES = {
    "layers": 1.5e-4,
    "words": 1.5e-4,
    "branches": 5e-4,
    "transitions": 1e-2,
    "matrices": 3e-3,
    "ways": 1e-2,
}
OTHER_RATE = 1e-3
HALF = bool(torch.cpu.get_capabilities().get("avx512_bf16"))
"""A processor without instructions for bf16 reckons it by detours, many times slower than fp32."""
LIMITS = (128, 160, 192, 192)
MASK, MASKED, SPREAD = 103, 0.04, 0.15
"""The [MASK] piece, the share of pieces hidden by it (so that context is read, not only names),
and the share of windows printed with blanks before every sign, as tokenised texts are."""


def gather(data: Path, part: str, modules: Sequence[Any] = MODULES) -> list[Example]:
    """All examples of all heads; those with one key are merged."""
    found: dict[str, Example] = {}
    for module in modules:
        for example in module.read(data, part):
            known = found.setdefault(example.key, example)
            if known is not example:
                if known.text != example.text:
                    raise ValueError(f"{example.key}: two heads read two texts")
                known.labels.update(example.labels)
    return list(found.values())


Prepared = tuple[Example, Encoded]
Item = tuple[Example, Encoded, Span]


def epoch_batches(prepared: Sequence[Prepared], rng: random.Random) -> list[list[Item]]:
    """One epoch: windows of like length together, at most ``BATCH_PIECES`` pieces a batch."""
    items: list[tuple[float, Item]] = []
    for example, encoded in prepared:
        for _ in range(int(example.rate + rng.random())):
            for first, last in cut(example, encoded, rng):
                size = int(encoded.offsets[last] - encoded.offsets[first]) + 2
                items.append((size * rng.uniform(0.85, 1.15), (example, encoded, (first, last))))
    items.sort(key=lambda pair: pair[0])
    batches: list[list[Item]] = [[]]
    longest = 0
    for _, item in items:
        _, encoded, (first, last) = item
        size = int(encoded.offsets[last] - encoded.offsets[first]) + 2
        if batches[-1] and max(longest, size) * (len(batches[-1]) + 1) > BATCH_PIECES:
            batches.append([])
            longest = 0
        batches[-1].append(item)
        longest = max(longest, size)
    rng.shuffle(batches)
    return batches


def cut(example: Example, encoded: Encoded, rng: random.Random) -> list[Span]:
    """Windows of a length drawn at random, or one for each sentence."""
    bounds = example.segments.bounds
    if rng.random() >= example.alone:
        return windows(encoded, bounds, rng.choice(LIMITS))
    room = MAX_PIECES - 2
    return [(a, b) for a, b in bounds if encoded.offsets[b] - encoded.offsets[a] <= room]


def noisy(batch: Batch, rng: np.random.Generator) -> Batch:
    """The same batch with some pieces hidden and some windows printed wide."""
    hidden = (rng.random(batch.ids.shape) < MASKED) & (batch.shapes > 0)
    wide = (rng.random((len(batch.ids), 1)) < SPREAD) & (batch.gaps == 1)
    return replace(batch, ids=np.where(hidden, MASK, batch.ids), gaps=np.where(wide, 2, batch.gaps))


def weighed(examples: list[Example], rates: Sequence[str]) -> list[Example]:
    """Take the texts of a set (the part of a key before "/") more or less often: "ewt=3"."""
    factors = {name: float(factor) for name, _, factor in (r.partition("=") for r in rates)}
    if unknown := set(factors) - {example.key.split("/")[0] for example in examples}:
        raise SystemExit(f"no set is called {', '.join(sorted(unknown))}")
    for example in examples:
        example.rate *= factors.get(example.key.split("/")[0], 1.0)
    return examples


def of_groups(
    examples: list[Example], groups: Sequence[str], heads: Sequence[Head]
) -> list[Example]:
    """The examples that some head of these groups learns from, sentence sets more often."""
    wanted = {head.name for head in heads if head.group in groups}
    chosen = [example for example in examples if wanted & set(example.labels)]
    for example in chosen:
        example.rate *= 2.5
    return chosen


def grown(weights: dict[str, torch.Tensor], network: Network) -> dict[str, torch.Tensor]:
    """Weights of a network with narrower heads put into the corner of this one's.

    What is new of a matrix is zero, so that at first the head says what it said.
    """
    own = network.state_dict()
    fitted = {}
    for name, weight in weights.items():
        if name in own and own[name].shape != weight.shape:
            wide = own[name].clone()
            if name.startswith("matrices."):
                wide.zero_()
            wide[tuple(slice(0, size) for size in weight.shape)] = weight
            fitted[name] = wide
        else:
            fitted[name] = weight
    return fitted


def without(
    weights: dict[str, torch.Tensor], groups: Sequence[str], heads: Sequence[Head]
) -> dict[str, torch.Tensor]:
    """Weights to go on from, less the branches and heads of groups that begin anew.

    A branch that has seen a small set many times knows its sentences by heart.
    """
    again = {f"branches.{group}." for group in groups}
    again |= {f"heads.{head.name}." for head in heads if head.group in groups}
    return {name: w for name, w in weights.items() if not name.startswith(tuple(again))}


def freeze(network: Network, groups: Sequence[str], among: Sequence[Head]) -> None:
    """Leave only the branches and heads of these groups to learn."""
    heads = {head.name for head in among if head.group in groups}
    for name, parameter in network.named_parameters():
        part, _, rest = name.partition(".")
        owner = rest.split(".")[0]
        own = (part == "branches" and owner in groups) or (
            part in {"heads", "transitions", "matrices", "ways"} and owner in heads
        )
        parameter.requires_grad_(own)


def hold(network: Network, layers: int) -> None:
    """Leave the table of pieces and the lowest layers as they are: a fifth of the time saved."""
    low = ("words.", "positions.", *(f"layers.{i}." for i in range(layers)))
    for name, parameter in network.named_parameters():
        if layers and name.startswith(low):
            parameter.requires_grad_(False)


def parameters(network: Network, scale: float) -> list[dict[str, object]]:
    """Parameter groups: the encoder slow, heads and new features fast; no decay on vectors."""
    groups: dict[tuple[float, float], list[torch.nn.Parameter]] = {}
    learning = ((n, p) for n, p in network.named_parameters() if p.requires_grad)
    for name, parameter in learning:
        speed = RATES.get(name.split(".")[0], OTHER_RATE)
        key = (speed, 0.01 if parameter.dim() > 1 else 0.0)
        groups.setdefault(key, []).append(parameter)
    return [
        {"params": params, "lr": rate, "weight_decay": decay, "peak": rate * scale}
        for (rate, decay), params in groups.items()
    ]


class States:
    """The states of a window's words; those of an encoder that does not learn are kept.

    It then reads every window once, with the noise of that time: later epochs cost a twentieth.
    """

    def __init__(self, network: Network, keep: bool) -> None:
        self.network, self.keep = network, keep
        self.kept: dict[tuple[str, Span], torch.Tensor] = {}

    def of(
        self, items: list[Item], noise: np.random.Generator
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """States [B, W, width], and where they are padding [B, W]."""
        keys = [(example.key, window) for example, _, window in items]
        new = [i for i, key in enumerate(keys) if key not in self.kept]
        if new:
            batch = noisy(collate([items[i][1:] for i in new]), noise)
            feeds = {name: torch.from_numpy(getattr(batch, name)) for name in INPUTS}
            with torch.set_grad_enabled(not self.keep):
                read = self.network.encode(feeds)
            if not self.keep:
                return read, feeds["firsts"] == 0
            for i, states in zip(new, read, strict=True):
                first, last = keys[i][1]
                self.kept[keys[i]] = states[: last - first].to(torch.bfloat16)
        known = [self.kept[key] for key in keys]
        lengths = torch.tensor([len(states) for states in known])
        padded = pad_sequence(known, batch_first=True).float()
        return padded, torch.arange(padded.shape[1]) >= lengths[:, None]


def step_loss(
    states: States, items: list[Item], heads: Sequence[Head], noise: np.random.Generator
) -> dict[str, torch.Tensor]:
    """The weighted loss of every head that has annotation in this batch."""
    network = states.network
    pairs = [(example, window) for example, _, window in items]
    asked: dict[str, set[int]] = {head.group: set() for head in heads}
    for head in heads:
        asked[head.group] |= {i for i, (e, _) in enumerate(pairs) if head.name in e.labels}
    # A layer takes no empty batch: a group that nobody asks reads one window for nothing.
    rows = {group: sorted(windows) or [0] for group, windows in asked.items()}
    with torch.autocast("cpu", torch.bfloat16, enabled=HALF):
        outputs = network.answer(*states.of(items, noise), rows)
    losses = {}
    for head, logits in zip(heads, outputs, strict=True):
        own = [pairs[i] for i in rows[head.group]]
        value = loss(head, logits, own, network.table(head))
        if value is not None:
            losses[head.name] = head.weight * value
    return losses


def schedule(step: int, total: int) -> float:
    """Linear warm-up, then linear decay to zero."""
    warm = max(1, int(total * WARMUP))
    return min((step + 1) / warm, max(0.0, (total - step) / max(1, total - warm)))


def fit(args: argparse.Namespace) -> None:
    """Run or continue a training run and leave ``average.pt`` after each epoch."""
    torch.manual_seed(args.seed)
    np.random.seed(args.seed)
    args.out.mkdir(parents=True, exist_ok=True)
    pieces = Pieces(Tokenizer.from_file(str(args.encoder / "tokenizer.json")))
    heads = (*HEADS, *RESEARCH) if args.research else HEADS
    modules = (*MODULES, research) if args.research else MODULES
    examples = weighed(gather(args.data, "train", modules), args.rates)
    if args.only:
        examples = of_groups(examples, args.only, heads)
    prepared = [(e, encode(e.text, e.segments, pieces)) for e in examples if e.segments.words]
    network = Network(heads, args.dropout)
    if args.start:
        known = without(torch.load(args.start, weights_only=True), args.fresh, heads)
        new = set(network.load_state_dict(grown(known, network), strict=False).missing_keys)
        if any(name.startswith(("layers.", "words.")) for name in new):
            raise SystemExit(f"{args.start} lacks parts of the encoder")
    else:
        network.load_encoder(str(args.encoder / "model.safetensors"))
    if args.only:
        freeze(network, args.only, heads)
    hold(network, args.hold)
    optimizer = torch.optim.AdamW(parameters(network, args.rate), betas=(0.9, 0.98), fused=True)
    average = {name: value.clone() for name, value in network.state_dict().items()}
    begin, step = 0, 0
    saved = args.out / "state.pt"
    if saved.exists():
        state = torch.load(saved, weights_only=True)
        network.load_state_dict(state["network"])
        optimizer.load_state_dict(state["optimizer"])
        average, begin, step = state["average"], state["epoch"], state["step"]
    states = States(network, keep=bool(args.only))
    total = args.steps or args.epochs * len(epoch_batches(prepared, random.Random(0)))
    log = (args.out / "log.jsonl").open("a")
    for epoch in range(begin, args.epochs):
        batches = epoch_batches(prepared, random.Random(args.seed * 1000 + epoch))
        batches = batches[: max(0, total - step)]
        for record in run_epoch(states, optimizer, average, batches, (step, total)):
            log.write(json.dumps({"epoch": epoch, **record}) + "\n")
            log.flush()
            torch.save(average, args.out / "average.pt")
        step += len(batches)
        torch.save(average, args.out / "average.pt")
        state = {"network": network.state_dict(), "optimizer": optimizer.state_dict()}
        state |= {"average": average, "epoch": epoch + 1, "step": step}
        torch.save(state, args.out / "state.tmp")
        (args.out / "state.tmp").replace(saved)


def run_epoch(
    states: States,
    optimizer: torch.optim.Optimizer,
    average: dict[str, torch.Tensor],
    batches: list[list[Item]],
    progress: tuple[int, int],
) -> Iterator[dict[str, object]]:
    """One pass over the batches; yields a line for the log every 100 steps."""
    network = states.network
    network.train()
    step, total = progress
    noise = np.random.default_rng(step)
    sums: dict[str, list[float]] = {}
    began, seen = time.time(), 0
    for number, items in enumerate(batches):
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * schedule(step, total)
        losses = step_loss(states, items, network.specs, noise)
        losses = {name: value for name, value in losses.items() if value.requires_grad}
        if not losses:
            continue
        optimizer.zero_grad(set_to_none=True)
        torch.stack(list(losses.values())).sum().backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        decay = min(AVERAGE, (step + 1) / (step + 10))
        with torch.no_grad():
            for name, value in network.named_parameters():
                if value.requires_grad:
                    average[name].lerp_(value, 1 - decay)
        step += 1
        seen += sum(int(e.offsets[b] - e.offsets[a]) for _, e, (a, b) in items)
        for name, value in losses.items():
            sums.setdefault(name, []).append(value.item())
        if number % 100 == 99:
            means = {name: round(sum(v) / len(v), 4) for name, v in sums.items()}
            speed = round(seen / (time.time() - began))
            yield {"step": step, "of": total, "pieces_a_second": speed, **means}
            sums = {}


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the annotated sets")
    parser.add_argument(
        "--encoder", type=Path, default=base_weights(), help="folder with the base weights"
    )
    parser.add_argument("--out", type=Path, required=True, help="folder of the run")
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--start", type=Path, help="weights to go on from (an average.pt)")
    parser.add_argument("--rate", type=float, default=1.0, help="multiplies the learning rates")
    parser.add_argument(
        "--rates", nargs="*", default=[], help="how many times as often a set is taken: ewt=3"
    )
    parser.add_argument("--only", nargs="*", default=[], help="groups of heads; all else is frozen")
    parser.add_argument("--steps", type=int, help="end at so many steps, the rate at zero by then")
    parser.add_argument("--research", action="store_true", help="with the heads of class C sets")
    parser.add_argument("--fresh", nargs="*", default=[], help="groups of heads that begin anew")
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--hold", type=int, default=0, help="lowest layers that do not learn")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    fit(arguments())
