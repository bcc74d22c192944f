"""The files of a folder that may hold articles."""

from collections.abc import Iterator
from pathlib import Path

# What a folder of saved pages holds beside its articles. Named on their own, they are tried.
_FURNITURE = frozenset(
    """
    .css .js .mjs .map .json .xml .csv .tsv .yml .yaml .toml .ini .lock .log .py .sh
    .png .jpg .jpeg .gif .svg .webp .avif .ico .bmp .tif .tiff .heic
    .woff .woff2 .ttf .otf .eot
    .mp3 .m4a .ogg .oga .wav .flac .mp4 .m4v .webm .mov .avi .mkv
    .db .sqlite .sqlite3 .sqlite-wal .sqlite-shm .db-wal .db-shm .case .case-wal .case-shm
    """.split()
)
_PAGES = (".html", ".htm", ".xhtml")


def files_in(folder: Path) -> Iterator[Path]:
    """Every file under a folder that may hold an article, by name, so that the order is stable.

    Hidden files, styles, scripts, pictures and the ``..._files`` folders that browsers save
    beside a page are passed over. A folder that may not be listed raises ``OSError``.
    """
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.name.startswith("."):
            continue
        if path.is_dir():
            if not path.is_symlink() and not _is_beside_a_page(path):
                yield from files_in(path)
        elif path.suffix.lower() not in _FURNITURE:
            yield path


def _is_beside_a_page(folder: Path) -> bool:
    """Whether a browser saved this folder with the page of the same name."""
    stem = folder.name.removesuffix("_files")
    return stem != folder.name and any(
        folder.with_name(stem + suffix).exists() for suffix in _PAGES
    )
