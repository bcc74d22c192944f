"""Compile the gold annotations (``*.txt`` + ``*.yml``) to Readings (``*.json``) and an index.

python evaluation/gold/compile_gold.py            write the JSON files and index.json
python evaluation/gold/compile_gold.py --check    fail if a committed file is not up to date
python evaluation/gold/compile_gold.py --show N   print the annotations of article N
"""

import argparse
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import msgspec
import yaml

HERE = Path(__file__).resolve().parent
EXAMPLES = HERE.parent.parent / "examples"
sys.path.insert(0, str(HERE))

from layers import assemble  # noqa: E402 - beside this file, not installed
from notes import Annotation, BadNote  # noqa: E402

from onrecord.records.readings import Reading  # noqa: E402


def annotated() -> list[Path]:
    """The annotation files, in order of name."""
    return sorted(HERE.glob("*.yml"))


def compile_one(notes: Path) -> tuple[Reading, Annotation]:
    """One article's Reading; raises ``BadNote`` naming the file where a note does not fit."""
    page = notes.with_suffix(".txt")
    page = page if page.exists() else EXAMPLES / page.name
    data = page.read_bytes()
    try:
        # Plain strings throughout: 2024-08-19 and "No" are quotes here, not a date and a boolean.
        written = yaml.load(notes.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        annotation = msgspec.convert(written, Annotation, strict=False)
        reading = assemble(annotation, data.decode(), page.name, sha256(data).hexdigest())
    except (BadNote, msgspec.ValidationError) as error:
        raise BadNote(f"{notes.name}: {error}; correct the note or the text.") from error
    return reading, annotation


def outputs() -> Iterator[tuple[Path, bytes]]:
    """Every file this program writes, with its bytes."""
    index = {}
    for notes in annotated():
        reading, annotation = compile_one(notes)
        document = reading.document
        index[notes.stem] = {
            "document": document.id,
            "complete": annotation.complete,
            "blocks": [[block.start, block.end] for block in document.blocks],
        }
        yield HERE / f"{notes.stem}.json", encode(reading)
    yield HERE / "index.json", encode(index)


def encode(thing: object) -> bytes:
    """Indented JSON with a final line break."""
    return msgspec.json.format(msgspec.json.encode(thing), indent=1) + b"\n"


def stale() -> list[str]:
    """The names of committed files that differ from what the notes say."""
    return [path.name for path, data in outputs() if not path.exists() or path.read_bytes() != data]


def show(reading: Reading) -> Iterator[str]:
    """Every sentence with the annotations that begin in it, for reading over."""
    text = reading.document.text
    names = {actor.id: actor.name for actor in reading.actors}
    keys = {one.id: f"a{n}" for n, one in enumerate(reading.attributions)}
    notes: list[tuple[int, str]] = []
    for one in reading.attributions:
        parts = [[text[s:e] for s, e in spans] for spans in (one.source, one.cue, one.content)]
        inside = f" inside {keys[one.parent]}" if one.parent else ""
        notes.append(
            (one.cue[0][0], f"SAID {keys[one.id]}{inside} {names.get(one.actor or '')} {parts}")
        )
    for claim in reading.claims:
        voices = " > ".join(f"{voice.name} ({voice.named})" for voice in claim.voices[1:])
        cues = [text[s:e] for s, e in claim.factuality.cues]
        marks = (claim.kind, claim.verifiable, claim.checkworthy, claim.support_offered)
        firm = (claim.factuality.polarity, claim.factuality.certainty, cues, claim.conditional)
        notes.append((claim.start, f"CLAIM {claim.text!r} [{voices}] {marks} {firm}"))
    for mention in reading.mentions:
        who = names.get(mention.actor or "")
        notes.append((mention.start, f"  {mention.name} {mention.type} {mention.text!r} = {who}"))
    for event in reading.events:
        who_did = [
            (p.role, text[p.start : p.end], names.get(p.actor or "")) for p in event.participants
        ]
        notes.append(
            (
                event.trigger[0],
                f"EVENT {event.type} {event.mode} {text[slice(*event.trigger)]!r} {who_did}",
            )
        )
    for time in reading.times:
        notes.append(
            (time.start, f"TIME {time.text!r} {time.type} {time.value} {time.edtf} {time.anchor}")
        )
    for amount in reading.quantities:
        of = text[slice(*amount.of)] if amount.of else None
        notes.append(
            (
                amount.start,
                f"AMOUNT {amount.text!r} {amount.value} {amount.low} "
                f"{amount.high} {amount.unit} of {of!r}",
            )
        )
    notes += [(one.start, f"LOADED {one.text!r} {one.technique}") for one in reading.loaded]
    for sentence in reading.sentences:
        yield f"\n# {text[sentence.start : sentence.end]}"
        yield from sorted(line for at, line in notes if sentence.start <= at < sentence.end)


def main() -> int:
    """Run from the command line; the answer is the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--check", action="store_true", help="only say what is not up to date")
    parser.add_argument("--show", metavar="NAME", help="print one article's annotations")
    options = parser.parse_args()
    if options.show:
        notes = next(path for path in annotated() if path.stem == options.show)
        print(*show(compile_one(notes)[0]), sep="\n")
        return 0
    if options.check:
        late = stale()
        print(*(f"{name} is not up to date: run {Path(__file__).name}" for name in late), sep="\n")
        return 1 if late else 0
    for path, data in outputs():
        path.write_bytes(data)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
