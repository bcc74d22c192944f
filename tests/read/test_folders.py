from pathlib import Path

from onrecord.read.folders import files_in


def test_files_come_by_name_without_furniture(tmp_path: Path) -> None:
    for name in (
        "b.html", "a.txt", "B.pdf", ".hidden.txt", "look.css", "Photo.JPG", "case.toml",
        "sub/z.txt", "sub/a.md", ".git/a.txt", "b_files/frame.html", "c_files/kept.html",
    ):  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    found = [str(path.relative_to(tmp_path)) for path in files_in(tmp_path)]
    assert found == ["B.pdf", "a.txt", "b.html", "c_files/kept.html", "sub/a.md", "sub/z.txt"]


def test_a_folder_that_links_to_itself_ends(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "again").symlink_to(tmp_path)
    assert [path.name for path in files_in(tmp_path)] == ["a.txt"]
