"""The mean of two runs' weights, number by number: often better than either (Wortsman et al. 2022).

    python -m training.mean runs/third runs/fourth --out runs/mean --keep meaning

The second run must have gone on from the first. What only it has is taken as it is, and so are
the branches and heads of the groups to keep: a group that learns on afterwards had better begin
from what fits together.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import torch

from training.heads import HEADS


def mean(
    first: dict[str, torch.Tensor],
    second: dict[str, torch.Tensor],
    share: float = 0.5,
    keep: Sequence[str] = (),
) -> dict[str, torch.Tensor]:
    """Weights by name; those of one name and shape are averaged, ``share`` of the second."""
    own = {f".{head.name}" for head in HEADS if head.group in keep}
    kept = tuple(f"branches.{group}." for group in keep)
    return {
        name: torch.lerp(first[name], value, share)
        if name in first
        and first[name].shape == value.shape
        and not name.startswith(kept)
        and not any(f"{part}." in f"{name}." for part in own)
        else value
        for name, value in second.items()
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("runs", type=Path, nargs=2)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--share", type=float, default=0.5, help="of the second run")
    parser.add_argument("--keep", nargs="*", default=[], help="groups taken from the second as is")
    arguments = parser.parse_args()
    weights = [torch.load(run / "average.pt", weights_only=True) for run in arguments.runs]
    arguments.out.mkdir(parents=True, exist_ok=True)
    made = mean(*weights, arguments.share, arguments.keep)
    torch.save(made, arguments.out / "average.pt")
