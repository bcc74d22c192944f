"""The particulars of an article: who wrote it, where, when, and where each was found."""

from babel import Locale

from onrecord.export.calendars import in_words
from onrecord.export.sentences import quoted
from onrecord.export.texts import one_line
from onrecord.records.documents import Document
from onrecord.records.readings import Reading
from onrecord.records.spans import Record


class Particular(Record, frozen=True, kw_only=True):
    """One line of the head: a label, its value, where it was found, an address to follow."""

    label: str
    value: str
    found: str = ""
    link: str | None = None


def headline(document: Document) -> str:
    """The headline, or the name the text was given under where there is none."""
    return one_line(document.title or "") or one_line(document.name) or "Untitled"


def particulars(document: Document) -> tuple[Particular, ...]:
    """Authors, outlet, dates, language and where the article was taken from."""
    found = {field: f"found: {one_line(place)}" for field, place in document.found.items()}
    authors = ", ".join(one_line(name) for name in document.authors)
    lines = [
        Particular(label="By", value=authors or "no author found", found=found.get("authors", "")),
        Particular(
            label="Outlet",
            value=one_line(document.outlet or "") or "unknown",
            found=found.get("outlet", ""),
        ),
        Particular(
            label="Published", value=day(document.published), found=found.get("published", "")
        ),
    ]
    if document.modified:
        found_modified = found.get("modified", "")
        lines.append(
            Particular(label="Changed", value=day(document.modified), found=found_modified)
        )
    lines.append(_taken_from(document))
    if document.credit:
        value = f"{one_line(document.credit.agency)}, the text says: {quoted(document.credit.text)}"
        lines.append(Particular(label="Comes from", value=value))
    lines.append(Particular(label="Language", value=language(document.language)))
    return tuple(lines)


def language(code: str) -> str:
    """The English name of a language code; "unknown" for ``und``."""
    if code in ("", "und"):
        return "unknown"
    return Locale("en").languages.get(code.replace("-", "_")) or one_line(code)


def day(value: str | None) -> str:
    """An ISO date or moment as a day in words; "no date found" where there is none."""
    return in_words(one_line(value)) if value else "no date found"


def nothing_found(reading: Reading) -> str:
    """What to do next when a reading holds no claim; empty where it holds some."""
    document = reading.document
    if reading.claims:
        return ""
    if document.language not in ("en", "und"):
        return (
            f"No claims: the text is in {language(document.language)}, and findings are made for "
            "English only. Give an English version of the article to read its claims."
        )
    return (
        f"No claims were found in {len(document.text.split())} words. Look whether the text "
        "shown is the article: if not, paste the article into a .txt file and read that."
    )


def made_by(reading: Reading) -> str:
    """What made the reading: the version and the model with the digest of its weights."""
    made = reading.made_by
    version = f"onrecord {one_line(made.onrecord)}"
    if made.model is None:
        return f"{version}, by rules alone, no model"
    return f"{version} with the model {one_line(made.model.name)} ({made.model.sha256[:12]})"


def _taken_from(document: Document) -> Particular:
    """The address or file the text came from, and when it was fetched."""
    when = f"fetched {day(document.fetch.at)}" if document.fetch else ""
    url = document.url or (document.fetch.url if document.fetch else None)
    # Only web addresses become links: a page may call anything its address, scripts too.
    safe = url if url and url.lower().startswith(("https://", "http://")) else None
    return Particular(
        label="Taken from", value=one_line(url or document.name), found=when, link=safe
    )
