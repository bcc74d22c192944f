"""The mean of two runs' weights, number by number: often better than either (Wortsman et al. 2022).

    python -m training.mean runs/third runs/fourth --out runs/mean

The second run must have gone on from the first. What only it has is taken as it is.
"""

import argparse
from pathlib import Path

import torch


def mean(
    first: dict[str, torch.Tensor], second: dict[str, torch.Tensor]
) -> dict[str, torch.Tensor]:
    """Weights by name; those of one name and shape are averaged."""
    return {
        name: (value + first[name]) / 2
        if name in first and first[name].shape == value.shape
        else value
        for name, value in second.items()
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("runs", type=Path, nargs=2)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    weights = [torch.load(run / "average.pt", weights_only=True) for run in arguments.runs]
    arguments.out.mkdir(parents=True, exist_ok=True)
    torch.save(mean(*weights), arguments.out / "average.pt")
