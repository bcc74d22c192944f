"""The model's files: manifest, weights, word pieces, tables. Loaded only if every digest matches."""

import os
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Literal

import msgspec
from tokenizers import Tokenizer

from onrecord.errors import ModelUnusable
from onrecord.model.encode import Pieces
from onrecord.model.frames import Frames
from onrecord.model.tables import unpack
from onrecord.model.words import Words
from onrecord.settings import Settings, stay_offline

stay_offline()
import onnxruntime  # noqa: E402  it reads the variable while it is imported

FORMAT = "onrecord-model/2"
WEIGHTS, PIECES, FRAMES, WORDS = "model.onnx", "tokenizer.json", "frames.npz", "words.npz"


class HeadSpec(msgspec.Struct, frozen=True):
    """One output of the graph: its kind and labels (see ``training/examples.py``).

    ``transitions`` [C][C]: a span head's score of going from one BIO label to the next;
    ``matrix`` [1 + labels][R + ways]: a role head's label rows (see ``model/roles.py``).
    """

    name: str
    kind: Literal["span", "word", "pointer", "sentence", "score", "role"]
    labels: tuple[str, ...] = ()
    transitions: tuple[tuple[float, ...], ...] = ()
    matrix: tuple[tuple[float, ...], ...] = ()


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """``manifest.json``: what the bundle is. ``files`` maps a file name to its SHA-256."""

    format: str
    name: str
    heads: tuple[HeadSpec, ...]
    files: dict[str, str]
    licence: str
    data: dict[str, str]
    scores: dict[str, float]


class _Version(msgspec.Struct, frozen=True):
    format: str


class Bundle(msgspec.Struct, frozen=True):
    """A loaded model, ready to run; ``threads`` is how many windows it reads at once."""

    manifest: Manifest
    session: onnxruntime.InferenceSession
    pieces: Pieces
    frames: Frames
    words: Words
    threads: int = 1

    @property
    def sha256(self) -> str:
        """The digest of the weights."""
        return self.manifest.files[WEIGHTS]


def shipped() -> Path:
    """The folder of the bundle that comes with the package."""
    return Path(str(files("onrecord.model").joinpath("files")))


def chosen(settings: Settings) -> Bundle:
    """Load the bundle that the settings name, else the shipped one."""
    return load(Path(settings.model) if settings.model else shipped(), settings.threads)


def load(folder: Path, threads: int = 0) -> Bundle:
    """Load a bundle; a missing, changed or too new one raises ``ModelUnusable``.

    ``threads`` 0: as many as there are processors for this process.
    """
    manifest = _manifest(folder)
    for name in (WEIGHTS, PIECES, FRAMES, WORDS):
        _check(folder / name, manifest.files.get(name))
    options = onnxruntime.SessionOptions()
    # Two threads in one small matrix product are no faster than one; two windows at once are.
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    try:
        session = onnxruntime.InferenceSession(
            str(folder / WEIGHTS),
            options,
            providers=["CPUExecutionProvider"],
            # Its kernel is slow on CPUs: the plain additions and norms take an eighth less in all.
            disabled_optimizers=["SkipLayerNormFusion"],
        )
        pieces = Pieces(Tokenizer.from_file(str(folder / PIECES)))
        frames = Frames(**unpack((folder / FRAMES).read_bytes()))
        words = Words(**unpack((folder / WORDS).read_bytes()))
    except Exception as error:  # the libraries have no common error of their own
        reason = str(error).splitlines()[0][:200]
        raise ModelUnusable(
            f"The model in {folder} cannot be run ({reason}); install onrecord again."
        ) from None
    return Bundle(manifest, session, pieces, frames, words, threads or _processors())


def _check(path: Path, digest: str | None) -> None:
    """Raise ``ModelUnusable`` unless a file is there and is the one that its manifest names."""
    if digest is None:
        raise ModelUnusable(
            f"The manifest beside {path} does not name that file; install onrecord again."
        )
    if not path.is_file():
        raise ModelUnusable(f"The model file {path} is missing; install onrecord again.")
    try:
        found = sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise ModelUnusable(
            f"The model file {path} cannot be read ({error.strerror}); mend its permissions."
        ) from None
    if found != digest:
        raise ModelUnusable(
            f"The model file {path} is not the one its manifest names; install onrecord again."
        )


def _processors() -> int:
    """How many processors this process may use; not every system tells them from all there are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _manifest(folder: Path) -> Manifest:
    path = folder / "manifest.json"
    try:
        data = path.read_bytes()
        # First the version: a bundle of another one may have other fields.
        version = msgspec.json.decode(data, type=_Version).format
        manifest = msgspec.json.decode(data, type=Manifest) if version == FORMAT else None
    except FileNotFoundError:
        raise ModelUnusable(
            f"There is no model in {folder}; unset ONRECORD_MODEL or install onrecord again."
        ) from None
    except (OSError, msgspec.DecodeError) as error:
        raise ModelUnusable(f"{path} cannot be read ({error}); install onrecord again.") from None
    if manifest is None:
        raise ModelUnusable(
            f"{path} is a bundle of format {version!r}, this onrecord reads {FORMAT!r}; "
            "install the two from one release."
        )
    return manifest
