"""Take the weights of a shipped bundle back to torch, to go on training from them.

    python -m training.from_onnx --bundle src/onrecord/model/files --out runs/start.pt

int8 weights come back as ``scale * (quantised - zero)``: within half a step of what they were.
What the bundle's graph lacks (a branch that is new) is left out.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from training.heads import HEADS
from training.network import ROLE, Network
from training.to_onnx import SHIFTS


def weights(path: Path) -> dict[str, torch.Tensor]:
    """The parameters of a graph that ``to_onnx`` wrote, by their names in the network."""
    graph = onnx.load(path).graph
    kept = {item.name: numpy_helper.to_array(item) for item in graph.initializer}
    whole = {name: value for name, value in kept.items() if value.dtype == np.float32}
    for name, value in kept.items():
        if name.endswith("_quantized"):
            stem = name.removesuffix("_quantized")
            zero = kept[f"{stem}_zero_point"].astype(np.float32)
            whole[stem] = (value.astype(np.float32) - zero) * kept[f"{stem}_scale"]
    if "words.weight_rows" in kept:
        rows = kept["words.weight_rows"].astype(np.float32)
        whole["words.weight"] = rows * kept["words.weight_scales"]
    network = Network(HEADS)
    found = {}
    for node in graph.node:
        # A linear layer is exported as MatMul and Add; only the Add keeps the layer's name.
        if node.op_type == "Add" and any(name.endswith(".bias") for name in node.input):
            bias = next(name for name in node.input if name.endswith(".bias"))
            found[bias.removesuffix(".bias") + ".weight"] = _matrix(graph, node, whole).T.copy()
    found |= {name: value for name, value in whole.items() if name in network.state_dict()}
    if "kind.1" in whole:
        found["kind"] = whole["kind.1"]
    manifest = json.loads(path.with_name("manifest.json").read_text())
    for head in manifest["heads"]:
        name = head["name"]
        if "transitions" in head:
            found[f"transitions.{name}"] = np.array(head["transitions"], dtype=np.float32)
        if "matrix" in head:
            # Beside each other, as `Network.table` puts them.
            table = np.array(head["matrix"], dtype=np.float32)
            found[f"matrices.{name}"], found[f"ways.{name}"] = np.split(table, [ROLE], axis=1)
    for name, shift in SHIFTS.items():
        # Not the network's own: it was added on the way out, and will be again.
        found[f"heads.{name}.bias"] = found[f"heads.{name}.bias"] - np.float32(shift)
    shapes = {name: value.shape for name, value in network.state_dict().items()}
    return {
        name: torch.from_numpy(np.array(value))
        for name, value in found.items()
        if name in shapes and tuple(value.shape) == tuple(shapes[name])
    }


def _matrix(
    graph: onnx.GraphProto, node: onnx.NodeProto, whole: dict[str, np.ndarray]
) -> np.ndarray:
    """The matrix whose product an Add takes: behind a MatMul, or the nodes int8 puts there."""
    makers = {output: maker for maker in graph.node for output in maker.output}
    at = next(name for name in node.input if not name.endswith(".bias"))
    while True:
        maker = makers[at]
        if maker.op_type in {"MatMul", "MatMulInteger"}:
            name = maker.input[1]
            return whole[name.removesuffix("_quantized")]
        at = maker.input[0]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bundle", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save(weights(arguments.bundle / "model.onnx"), arguments.out)
