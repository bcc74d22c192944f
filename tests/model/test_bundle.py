"""The shipped bundle loads; a bundle that is not whole says so in one sentence."""

import json
import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from onrecord.errors import ModelUnusable
from onrecord.model.bundle import FORMAT, load, shipped
from onrecord.model.tables import pack

FILES = ("model.onnx", "tokenizer.json", "frames.npz", "words.npz")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(shipped(), tmp_path / "model"))


def refusal(folder: Path) -> str:
    with pytest.raises(ModelUnusable) as error:
        load(folder)
    message = str(error.value)
    assert "\n" not in message and message.endswith(".") and message.count(". ") == 0
    assert str(folder) in message and "install" in message
    assert error.value.exit_code == 1
    return message


def test_the_shipped_bundle_has_all_heads_that_are_read() -> None:
    bundle = load(shipped(), threads=1)
    kinds = {head.name: head.kind for head in bundle.manifest.heads}
    wanted = {
        "names": "span", "nominal": "span", "attribution": "span", "loaded": "span",
        "attribution_link": "pointer", "arc": "pointer", "upos": "word", "relation": "word",
        "kind": "sentence", "verifiable": "sentence", "checkworthy": "sentence",
        "speech": "sentence", "factuality": "score",
    }  # fmt: skip
    assert wanted.items() <= kinds.items()
    outputs = {output.name for output in bundle.session.get_outputs()}
    assert kinds.keys() <= outputs
    assert len(bundle.sha256) == 64


def test_the_shipped_manifest_names_its_format_licence_and_data() -> None:
    manifest = json.loads((shipped() / "manifest.json").read_bytes())
    assert manifest["format"] == FORMAT and manifest["licence"] and manifest["data"]
    assert manifest["files"].keys() == set(FILES)


def test_an_untouched_copy_loads(copy: Path) -> None:
    assert load(copy).sha256 == load(shipped()).sha256


@pytest.mark.parametrize("name", FILES)
def test_a_changed_file_is_refused(copy: Path, name: str) -> None:
    path = copy / name
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    assert str(path) in refusal(copy)


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_refused(copy: Path, name: str) -> None:
    (copy / name).unlink()
    assert f"{copy / name} is missing" in refusal(copy)


def test_no_manifest_is_no_model(copy: Path) -> None:
    (copy / "manifest.json").unlink()
    assert "no model" in refusal(copy)
    assert "no model" in refusal(copy / "nowhere")


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"format": 1}', b"\xff\xfe"])
def test_a_broken_manifest_is_refused(copy: Path, data: bytes) -> None:
    (copy / "manifest.json").write_bytes(data)
    assert "manifest.json cannot be read" in refusal(copy)


def test_another_format_is_refused_by_name(copy: Path) -> None:
    path = copy / "manifest.json"
    manifest = json.loads(path.read_bytes())
    manifest["format"] = "onrecord-model/3"
    path.write_text(json.dumps(manifest))
    message = refusal(copy)
    assert "onrecord-model/3" in message and FORMAT in message


def test_the_runtime_collects_nothing_to_send_home(tmp_path: Path) -> None:
    load = "from onrecord.model.bundle import load, shipped; load(shipped())"
    home = {**os.environ, "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    home.pop("ORT_DISABLE_TELEMETRY", None)
    subprocess.run([sys.executable, "-c", load], check=True, env=home)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def rewrite(folder: Path, **fields: object) -> None:
    """Change some fields of a manifest."""
    path = folder / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_bytes()) | fields))


def test_a_bundle_of_another_version_is_told_by_its_version_whatever_else_it_says(
    copy: Path,
) -> None:
    rewrite(copy, format="onrecord-model/9", heads="elsewhere", files=7)
    assert "'onrecord-model/9'" in refusal(copy)


def test_a_manifest_that_names_no_weights_is_refused(copy: Path) -> None:
    rewrite(copy, files={})
    assert "does not name" in refusal(copy)


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_no_model_is_refused_in_one_sentence(copy: Path, name: str) -> None:
    (copy / name).write_bytes(b"neither graph nor table")
    digests = json.loads((copy / "manifest.json").read_bytes())["files"]
    rewrite(copy, files=digests | {name: sha256((copy / name).read_bytes()).hexdigest()})
    assert "cannot be run" in refusal(copy)


def test_a_table_without_its_columns_is_refused(copy: Path) -> None:
    (copy / "words.npz").write_bytes(pack({"numbers": {"will": 0}}))
    digests = json.loads((copy / "manifest.json").read_bytes())["files"]
    rewrite(
        copy, files=digests | {"words.npz": sha256((copy / "words.npz").read_bytes()).hexdigest()}
    )
    assert "cannot be run" in refusal(copy)
