"""The house keeps its own rules: floors, budgets, mirrored tests, one door to the environment."""

import ast
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

import onrecord

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "onrecord"
MODULES = sorted(SOURCE.rglob("*.py"))
FLOORS = {
    "errors": 1,
    "records": 2, "lexicons": 2, "settings": 2,
    "read": 3, "segment": 3, "model": 3, "annotate": 3, "find": 3, "export": 3,
    "store": 3, "compare": 3, "review": 3,
    "reader": 4, "batch": 5, "workbench": 6, "cli": 7,
}  # fmt: skip
# A room whose files may not know one another; its __init__ brings them together.
SEPARATE = ("annotate", "find")
HOUSE_TESTS = {
    "tests/test_happenings.py",
    "tests/test_wordings.py",
    "tests/test_house.py",
    "tests/test_docs.py",
    "tests/test_gold.py",
}


def room(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node  # type: ignore[misc]


def length(function: ast.FunctionDef) -> int:
    return (function.end_lineno or 0) - function.lineno + 1


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_imports_go_down_only(path: Path) -> None:
    if path.parent == SOURCE and path.name == "__init__.py":
        return
    own = room(path)
    for name in imports(path):
        parts = name.split(".")
        if parts[0] == "training":
            pytest.fail(f"{path} imports {name}")
        if parts[0] != "onrecord" or len(parts) < 2 or parts[1] not in FLOORS:
            continue
        assert FLOORS[parts[1]] < FLOORS[own] or parts[1] == own, f"{path} imports {name}"
        neighbour = own in SEPARATE and path != SOURCE / own / "__init__.py" and parts[1] == own
        if neighbour and parts[2:3] != [Path(*path.relative_to(SOURCE).parts[1:2]).stem]:
            pytest.fail(f"{path} imports its neighbour {name}")


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_no_file_is_too_long(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= 400


def test_files_and_functions_are_small() -> None:
    files = [len(p.read_text().splitlines()) for p in MODULES if p.name != "__init__.py"]
    assert statistics.median(files) <= 180
    every = [(length(f), f"{p.name}:{f.name}") for p in MODULES for f in functions(p)]
    assert max(every)[0] <= 60, max(every)
    assert statistics.median(size for size, _ in every) <= 10


def test_no_function_takes_more_than_six_things() -> None:
    for path in MODULES:
        for function in functions(path):
            arguments = function.args
            names = [
                a.arg for a in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)
            ]
            count = len([n for n in names if n not in {"self", "cls"}])
            assert count <= 6, f"{path.name}:{function.name} takes {count}"


def test_the_environment_has_one_door() -> None:
    for path in MODULES:
        if path.name != "settings.py":
            assert "os.environ" not in path.read_text(), path
            assert "getenv" not in path.read_text(), path


def test_the_library_never_prints_or_exits() -> None:
    for path in MODULES:
        if room(path) == "cli":
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in {"print", "exit", "quit"}, path
            if isinstance(node, ast.Attribute) and node.attr == "exit":
                pytest.fail(f"{path} exits")


def test_nothing_needs_torch() -> None:
    for path in MODULES:
        assert not any(name.split(".")[0] in {"torch", "transformers"} for name in imports(path))


def test_tests_mirror_the_source() -> None:
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        name = str(path.relative_to(ROOT))
        if (
            name in HOUSE_TESTS
            or name.startswith("tests/evaluation/")
            or path.name == "test_browser.py"
        ):
            continue
        here = path.relative_to(ROOT / "tests")
        name = "__init__.py" if here.name == "test_init.py" else here.name.removeprefix("test_")
        source = SOURCE / here.with_name(name)
        folder = source.with_suffix("")
        assert source.exists() or folder.is_dir(), f"{path} tests nothing in src/onrecord"


def test_every_room_is_tested() -> None:
    for name in FLOORS:
        if (SOURCE / name).is_dir():
            assert list((ROOT / "tests" / name).glob("test_*.py")), f"{name} has no tests"


def test_public_names_are_few() -> None:
    assert len(onrecord.__all__) <= 12
    assert callable(onrecord.read)


def test_no_path_of_a_machine_is_in_the_tree() -> None:
    for path in [
        *MODULES,
        *(ROOT / "training").rglob("*.py"),
        ROOT / "README.md",
        ROOT / "Makefile",
    ]:
        for word in ("/work/", "/root/", "/home/"):
            assert word not in path.read_text(), f"{path} names {word}"
