"""Make the bundle that onrecord ships: one ONNX graph (int8), word pieces, tables, manifest.

    python -m training.to_onnx --data DATA --run runs/default --out src/onrecord/model/files

Weights: dynamic quantisation of matrices, per channel, signed (per-tensor drifts: cosine .98), of
seven bits: processors without VNNI add two products in sixteen bits, which eight overflow (half a
point of names), and a bundle should read the same everywhere. The table of word pieces has a scale
a row.
"""

import argparse
import json
import re
import shutil
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np
import onnx
import torch
from msgspec.structs import asdict
from onnx import helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from onrecord.model.bundle import FORMAT, FRAMES, WORDS
from onrecord.model.tables import pack
from training import frames, words
from training.examples import Head
from training.heads import HEADS, RESEARCH
from training.network import INPUTS, Network, base_weights

SHIFTS = {"checkworthy": (0.0, 0.3), "speech": (0.0, 0.3)}
"""Added to a sentence head's logits, so that the likeliest label is the best choice on the dev
parts (``training/shifts.py`` finds them)."""
EMBEDDING = "words.weight"
NUMBERS = re.compile(r"\[[-\d.,e\s]+\]")
"""A row of numbers, which stands on one line of the manifest."""
DATA = {
    "polnear": "none stated; local training (class B)",
    "ner_worldwide": "none stated; local training (class B)",
    "ner_uner_ewt": "CC BY-SA 4.0",
    "ud_ewt": "CC BY-SA 4.0",
    "ud_gum": "CC BY, CC BY-SA by genre",
    "newsdiscourse": "none stated; local training (class B)",
    "policlaim": "none stated; local training (class B)",
    "checkworthy": "MIT / none stated; local training (class B)",
    "factuality": "MIT, CC BY-SA 4.0; local training (class B)",
    "srl_propbank_ewt": "CC BY-SA 4.0",
    "basil": "none stated; local training (class B)",
    "gap": "Apache-2.0",
    "articles_politics": "Apache-2.0 on the collection; local training (class B)",
}

RESEARCH_DATA = {
    "persuasion": "research only (class C)",
    "subjectivity": "CC BY-NC-SA 4.0 (class C)",
    "babe": "AGPL-3.0, reported non-commercial (class C)",
}

_TABLES = {"span": "transitions", "role": "matrix"}


def export(args: argparse.Namespace) -> None:
    """Write ``model.onnx`` (int8), ``tokenizer.json``, the tables and ``manifest.json``."""
    heads = (*HEADS, *RESEARCH) if args.research else HEADS
    network = Network(heads)
    network.load_state_dict(torch.load(args.run / "average.pt", weights_only=True))
    with torch.no_grad():
        for name, shift in SHIFTS.items():
            network.heads[name].bias += torch.tensor(shift)
    network.eval()
    args.out.mkdir(parents=True, exist_ok=True)
    full = args.run / "full.onnx"
    length, many = 24, 17
    example = [torch.ones(2, length, dtype=torch.int64) for _ in INPUTS[:-2]]
    example += [torch.arange(1, many + 1).repeat(2, 1) for _ in INPUTS[-2:]]
    axes = {name: {0: "batch", 1: "pieces"} for name in INPUTS}
    axes |= {name: {0: "batch", 1: "words"} for name in INPUTS[-2:]}
    axes |= {head.name: {0: "batch", 1: "words"} for head in heads}
    for head in heads:
        if head.kind == "pointer":
            axes[head.name] = {0: "batch", 1: "words", 2: "words"}
    names = [head.name for head in heads]
    torch.onnx.export(
        network,
        tuple(example),
        str(full),
        input_names=list(INPUTS),
        output_names=names,
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )
    target = args.out / "model.onnx"
    if args.full:
        shutil.copy(full, target)
    else:
        quantize_dynamic(
            full,
            target,
            per_channel=True,
            weight_type=QuantType.QInt8,
            reduce_range=True,
            op_types_to_quantize=["MatMul"],
        )
        pack_words(target)
    shutil.copy(args.encoder / "tokenizer.json", args.out / "tokenizer.json")
    for file, module in ((FRAMES, frames), (WORDS, words)):
        (args.out / file).write_bytes(pack(asdict(module.build(args.data))))
    tables = {
        head.name: [[round(value, 4) for value in row] for row in table.tolist()]
        for head in heads
        if (table := network.table(head)) is not None
    }
    scores = json.loads(args.scores.read_text()) if args.scores else {}
    write_manifest(args.out, heads, scores, tables)


def pack_words(path: Path) -> None:
    """Keep the table of word pieces as int8 with a scale a row.

    One scale for the whole table, as the library's own quantisation has it, cost two F1 points
    of names; a scale a row costs nothing that shows.
    """
    model = onnx.load(path)
    graph = model.graph
    table = next(item for item in graph.initializer if item.name == EMBEDDING)
    values = numpy_helper.to_array(table)
    scales = np.abs(values).max(1, keepdims=True) / 127
    rows = np.round(values / scales).astype(np.int8)
    graph.initializer.remove(table)
    graph.initializer.append(numpy_helper.from_array(rows, EMBEDDING + "_rows"))
    graph.initializer.append(
        numpy_helper.from_array(scales.astype(np.float32), EMBEDDING + "_scales")
    )
    at, gather = next((i, n) for i, n in enumerate(graph.node) if EMBEDDING in n.input)
    ids, out = gather.input[1], gather.output[0]
    graph.node.remove(gather)
    nodes = [
        helper.make_node("Gather", [EMBEDDING + "_rows", ids], ["words_small"]),
        helper.make_node("Cast", ["words_small"], ["words_wide"], to=onnx.TensorProto.FLOAT),
        helper.make_node("Gather", [EMBEDDING + "_scales", ids], ["words_scale"]),
        helper.make_node("Mul", ["words_wide", "words_scale"], [out]),
    ]
    for node in reversed(nodes):
        graph.node.insert(at, node)
    onnx.save(model, path)


def write_manifest(
    folder: Path,
    heads_written: Sequence[Head],
    scores: dict[str, float],
    tables: dict[str, list[list[float]]],
) -> None:
    """Describe the files that lie in a folder."""
    research = len(heads_written) > len(HEADS)
    files = {
        file: sha256((folder / file).read_bytes()).hexdigest()
        for file in ("model.onnx", "tokenizer.json", FRAMES, WORDS)
    }
    heads = [
        {"name": h.name, "kind": h.kind, "labels": list(h.labels)}
        | ({_TABLES[h.kind]: tables[h.name]} if h.name in tables else {})
        for h in heads_written
    ]
    manifest = {
        "format": FORMAT,
        "name": "research" if research else "default",
        "licence": "research only; not to be passed on" if research else "Apache-2.0",
        "heads": heads,
        "files": files,
        "data": DATA | (RESEARCH_DATA if research else {}),
        "scores": scores,
    }
    written = NUMBERS.sub(lambda found: " ".join(found[0].split()), json.dumps(manifest, indent=1))
    (folder / "manifest.json").write_text(written + "\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True, help="folder of the annotated sets")
    parser.add_argument("--encoder", type=Path, default=base_weights())
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--research", action="store_true", help="a run made with --research")
    parser.add_argument("--scores", type=Path)
    parser.add_argument("--full", action="store_true", help="keep 32-bit weights")
    export(parser.parse_args())
