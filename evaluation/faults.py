"""What can go wrong while a case is made, done on purpose, many times, to the real command.

python evaluation/faults.py --kills 50 --seed 1
    kill ``onrecord add`` at random moments (the command, its group, or a worker), add again, compare
    with a case made in peace; then a reader that hangs, a full disk, a case that may only be read, two
    writers at once, cut archives and damaged pages. Prints a table; exit code 1 if anything that was shown as done is
    lost, a message is not one sentence, or damage goes unnoticed.

Articles are written here; nothing is read from elsewhere. A full disk needs root (a small file
system is mounted) and is passed over without.
"""

import argparse
import io
import json
import os
import pty
import random
import re
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from onrecord.errors import CaseUnusable
from onrecord.store import open_case

COMMAND = [sys.executable, "-m", "onrecord.cli"]
# The superuser may write everywhere, unless it lays that power down first.
POWERLESS = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"]
TRAILER = 11
"""Bytes at the end of a gzip member in which no character of the page stands any more."""
ESCAPES = re.compile(r"\x1b\[[?\d;]*[A-Za-z]")
SENTENCE = re.compile(r"onrecord: [^\n]+\.")
SHOWN = re.compile(rb"(\d+)(?: articles?)? added")
PLACES = ("Sall", "Orun", "Tern", "Aske", "Valmere")


class Trial(NamedTuple):
    """One fault: what was done, what was found, and whether that is as it should be."""

    fault: str
    what: str
    fine: bool


class Moment(NamedTuple):
    """When to kill: so many seconds after so many articles were shown as added."""

    shown: int
    seconds: float


NEVER = Moment(0, float("inf"))


class Watched(NamedTuple):
    """What a command showed: its last count of articles added, its text, its exit code.

    ``hit``: it, or one of its workers, was killed.
    """

    shown: int
    said: str
    code: int
    hit: bool = False


def text(number: int) -> str:
    place, hours = PLACES[number % len(PLACES)], number + 2
    return (
        f"Ferry {number} to {place} late again\n\nThe ferry to {place} left {hours} hours late on "
        f"Monday, its captain, Ana Brandt, told the Orun Post. The company denied that {hours + 9} "
        f"passengers had been left behind.\n\nA spokesman for the port of {place} said that the "
        f"harbour would be dredged in May, and that {hours * 1000} marks had been set aside for it.\n"
    )


def articles(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(count):
        (folder / f"ferry-{number:04}.txt").write_text(text(number))
    return folder


def held(case: Path) -> int:
    """How many articles a case holds; 0 where there is no whole case yet."""
    try:
        with open_case(case) as opened:
            return opened.count()
    except CaseUnusable:
        return 0


def content(case: Path) -> list[tuple[str, bytes, str]]:
    """All that a case holds but the seconds that reading took."""
    with open_case(case) as opened:
        return [
            (
                article,
                opened.original(article).data,
                repr(replace(reading, made_by=replace(reading.made_by, seconds=0.0))),
            )
            for article, reading in opened.readings()
        ]


def run(*arguments: object, powerless: bool = False) -> Watched:
    """The command without a terminal; ``powerless``: file permissions hold for it, whoever runs it."""
    before = POWERLESS if powerless and os.geteuid() == 0 else []
    command = [*before, *COMMAND, *map(str, arguments)]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    return Watched(0, made.stderr, made.returncode)


def watched(moment: Moment, kill: Callable[[int], bool], *arguments: object) -> Watched:
    """The command at a terminal, killed at a moment if it still runs then."""
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, *map(str, arguments)],
        stdout=subprocess.DEVNULL,
        stderr=slave,
        start_new_session=True,
        env=os.environ | {"COLUMNS": "160", "TERM": "xterm"},
    )
    os.close(slave)
    said, hit, end = b"", False, None
    while process.poll() is None:
        said += at_hand(master, 0.01)
        if end is None and shown(said) >= moment.shown:
            end = time.monotonic() + moment.seconds
        if end is not None and time.monotonic() > end:
            hit, end = kill(process.pid), float("inf")
    while more := at_hand(master, 0):
        said += more
    os.close(master)
    plain = ESCAPES.sub("", said.decode(errors="replace"))
    return Watched(shown(said), plain, process.returncode, hit)


def at_hand(terminal: int, patience: float) -> bytes:
    """What a terminal has to say by now."""
    if select.select([terminal], [], [], patience)[0]:
        with suppress(OSError):
            return os.read(terminal, 1 << 16)
    return b""


def shown(said: bytes) -> int:
    """How many articles were last shown as added."""
    return max(map(int, SHOWN.findall(said)), default=0)


def kill_command(process: int) -> bool:
    os.kill(process, signal.SIGKILL)
    return True


def kill_group(process: int) -> bool:
    os.killpg(process, signal.SIGKILL)
    return True


def kill_worker(process: int, sent: signal.Signals = signal.SIGKILL) -> bool:
    """Kill one of the processes that read, if there is one yet."""
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    for child in children[::-1]:
        with suppress(OSError):
            if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes():
                os.kill(int(child), sent)
                return True
    return False


def hang_worker(process: int) -> bool:
    """Stop one of them, so that it is there and does nothing any more."""
    return kill_worker(process, signal.SIGSTOP)


KILLS: tuple[tuple[str, Callable[[int], bool]], ...] = (
    ("the command", kill_command),
    ("the whole group", kill_group),
    ("a worker", kill_worker),
)


class Bench:
    """A folder for all trials, its articles, and a case of them made in peace."""

    def __init__(self, folder: Path, count: int, seed: int) -> None:
        self.folder = folder
        self.chance = random.Random(seed)
        self.articles = articles(folder / "articles", count)
        self.count = count
        self.peaceful = folder / "peaceful.case"
        done = run("add", self.peaceful, self.articles, "--workers", 2)
        assert done.code == 0 and held(self.peaceful) == count, done.said
        self.whole = content(self.peaceful)

    def moment(self) -> Moment:
        """One while the command starts, or soon after some article."""
        if self.chance.random() < 0.2:
            return Moment(0, self.chance.uniform(0, 4))
        return Moment(self.chance.randrange(6), self.chance.uniform(0, 0.5))

    def place(self, name: str) -> Path:
        """A path for one more case."""
        path = self.folder / f"{name}-{self.chance.randrange(1 << 40):x}" / "a.case"
        path.parent.mkdir()
        return path


def killed(bench: Bench, kills: int) -> Iterator[Trial]:
    """Kill at random moments until a case is whole, then begin another."""
    done = 0
    while done < kills:
        case = bench.place("killed")
        whole = False
        while not whole:
            before = held(case)
            name, kill = bench.chance.choice(KILLS) if done < kills else ("nothing", kill_command)
            moment = bench.moment() if done < kills else NEVER
            seen = watched(moment, kill, "add", case, bench.articles, "--workers", 2)
            after = held(case)
            whole = seen.code == 0
            done += seen.hit
            if seen.hit:
                at = f"{moment.seconds:.2f} s after {moment.shown} were shown"
                what = f"{name} {at}: {before} + {seen.shown} shown, {after} kept"
                yield Trial("killed", what, after >= before + seen.shown)
        same = content(case) == bench.whole
        yield Trial("killed, then added again", f"{held(case)} articles", same)


def hung(bench: Bench, seconds: int = 60) -> Iterator[Trial]:
    """A reader hangs on its page: that page is given up, the others are added, and it later too."""
    case = bench.place("hung")
    os.environ["ONRECORD_PAGE_SECONDS"] = str(seconds)
    seen = watched(Moment(2, 0), hang_worker, "add", case, bench.articles, "--workers", 2)
    del os.environ["ONRECORD_PAGE_SECONDS"]
    told = [line for line in seen.said.splitlines() if "was given up" in line]
    fine = seen.code == 1 and len(told) == 1 and held(case) == bench.count - 1
    yield Trial("a reader hangs", f"{held(case)} of {bench.count} kept: {told}", fine)
    again = run("add", case, bench.articles, "--workers", 2)
    same = again.code == 0 and content(case) == bench.whole
    yield Trial("a reader hangs, then added again", f"{held(case)} articles", same)


def full_disk(bench: Bench) -> Iterator[Trial]:
    """Add to a case on a file system too small for it; then make room."""
    if os.geteuid() != 0:
        return
    for kilobytes in (200, 300, 400):
        with mounted(bench.folder / f"small-{kilobytes}", kilobytes) as small:
            case = small / "a.case"
            seen = watched(NEVER, kill_command, "add", case, bench.articles, "--workers", 2)
            kept = held(case)
            last = seen.said.strip().splitlines()[-1]
            fine = seen.code == 1 and bool(SENTENCE.fullmatch(last)) and kept >= seen.shown
            yield Trial(
                "full disk", f"{kilobytes} kB: {seen.shown} shown, {kept} kept: {last}", fine
            )
            subprocess.run(["mount", "-o", "remount,size=64m", small], check=True)
            again = run("add", case, bench.articles, "--workers", 2)
            same = again.code == 0 and content(case) == bench.whole
            yield Trial("full disk, then room", f"{held(case)} articles", same)


@contextmanager
def mounted(folder: Path, kilobytes: int) -> Iterator[Path]:
    folder.mkdir()
    subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", folder], check=True
    )
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


def read_only(bench: Bench) -> Iterator[Trial]:
    """Add to a case, and beside one, that may only be read."""
    case = bench.place("read-only")
    shutil.copy(bench.peaceful, case)
    extra = case.parent / "one-more.txt"
    extra.write_text(text(bench.count + 1))
    for path in (bench.folder, case.parent, bench.articles, case):
        path.chmod(0o555 if path.is_dir() else 0o444)
    for target in (case, case.with_name("new.case")):
        seen = run("add", target, extra, "--workers", 1, powerless=True)
        fine = seen.code == 1 and bool(SENTENCE.fullmatch(seen.said.strip()))
        yield Trial("may only be read", seen.said.strip(), fine)
    for verb, *rest in (("search", "ferry"), ("actors",), ("origins",), ("doctor",)):
        seen = run(verb, case, *rest, powerless=True)
        fine = seen.code == 0 and "Traceback" not in seen.said
        yield Trial("read where nothing may be written", f"{verb}: {seen.said.strip()}", fine)
    for path in (bench.folder, case.parent, bench.articles):
        path.chmod(0o755)
    same = content(case) == bench.whole
    yield Trial("may only be read", f"{held(case)} articles as before", same)


def two_writers(bench: Bench) -> Iterator[Trial]:
    """Two commands add the same articles to one case at once."""
    for _ in range(3):
        case = bench.place("writers")
        both = [
            subprocess.Popen(
                [*COMMAND, "add", str(case), str(bench.articles), "--workers", "1"],
                stderr=subprocess.PIPE,
                text=True,
            )
            for _ in range(2)
        ]
        said = [process.communicate()[1].strip() for process in both]
        fine = all(process.returncode == 0 for process in both) and content(case) == bench.whole
        yield Trial("two writers at once", " | ".join(said), fine)


def cut_archives(bench: Bench, count: int = 6) -> Iterator[Trial]:
    """Archives cut at random places: whole pages are taken, and the break is told."""
    out = io.BytesIO()
    writer, ends = WARCWriter(out, gzip=True), []
    for number in range(12):
        page = f"<html><body><h1>Ferry {number}</h1><p>{text(number)}</p></body></html>".encode()
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
        address = f"https://orunpost.example/{number}"
        writer.write_record(
            writer.create_warc_record(
                address, "response", payload=io.BytesIO(page), http_headers=headers
            )
        )
        ends.append(out.tell())
    for _ in range(count):
        size = bench.chance.randrange(ends[0] // 2, ends[-1])
        case = bench.place("cut")
        dump = case.with_name("dump.warc.gz")
        dump.write_bytes(out.getvalue()[:size])
        seen = run("add", case, dump, "--workers", 1)
        whole = sum(end - TRAILER <= size for end in ends)
        cut = size not in ends
        fine = held(case) == whole and seen.code == cut and ("breaks off" in seen.said) == cut
        yield Trial("cut archive", f"{size} bytes, {whole} pages whole, {held(case)} kept", fine)


def damaged(bench: Bench) -> Iterator[Trial]:
    """Pages of the database overwritten: the doctor names the damage, the others one sentence."""
    data = bench.peaceful.read_bytes()
    pages = len(data) // 4096
    for page in sorted(bench.chance.sample(range(pages), min(12, pages))):
        case = bench.place("damaged")
        noise = bench.chance.randbytes(4096)
        case.write_bytes(data[: page * 4096] + noise + data[(page + 1) * 4096 :])
        seen = subprocess.run(
            [*COMMAND, "doctor", str(case)], capture_output=True, text=True, check=False
        )
        said = (seen.stdout + seen.stderr).strip()
        told = [line for line in said.splitlines() if not line.startswith(("model", "limits"))]
        damage = next(iter(told), "")
        fine = seen.returncode == 1 and "Traceback" not in said
        yield Trial("damaged page", f"page {page} of {pages}: {damage[:150]}", fine)


FAULTS: tuple[Callable[[Bench], Iterator[Trial]], ...] = (
    hung,
    full_disk,
    read_only,
    two_writers,
    cut_archives,
    damaged,
)


def trials(bench: Bench, kills: int) -> Iterator[Trial]:
    yield from killed(bench, kills)
    for fault in FAULTS:
        yield from fault(bench)


def table(found: list[Trial]) -> dict[str, str]:
    """Of each fault, how many of how many trials were as they should be."""
    kinds = dict.fromkeys(trial.fault for trial in found)
    return {
        kind: f"{sum(t.fine for t in found if t.fault == kind)} of {sum(t.fault == kind for t in found)}"
        for kind in kinds
    }


def main(given: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--record", type=Path, help="append a dated line with the counts")
    chosen = parser.parse_args(given)
    folder = Path(tempfile.mkdtemp(prefix="onrecord-faults-"))
    try:
        folder.chmod(0o755)
        found = []
        for trial in trials(Bench(folder, chosen.articles, chosen.seed), chosen.kills):
            found.append(trial)
            print(f"{'fine ' if trial.fine else 'WRONG'}  {trial.fault}: {trial.what}", flush=True)
    finally:
        shutil.rmtree(folder)
    counts = table(found)
    print(json.dumps(counts, indent=2))
    if chosen.record:
        asked = {name: getattr(chosen, name) for name in ("kills", "articles", "seed")}
        line = {"at": datetime.now(UTC).isoformat(timespec="seconds"), **asked, **counts}
        with chosen.record.open("a") as file:
            file.write(json.dumps(line) + "\n")
    return 0 if all(trial.fine for trial in found) else 1


if __name__ == "__main__":
    sys.exit(main())
