"""A Page becomes a Document: the route for its media type, then language, digest and warnings."""

import unicodedata
from hashlib import sha256

from msgspec.structs import replace

from onrecord.errors import NoText
from onrecord.read.articles import article_of
from onrecord.read.characters import hidden_warnings, visible
from onrecord.read.drafts import Draft
from onrecord.read.encodings import decode
from onrecord.read.languages import language_name, language_of
from onrecord.read.markdown import is_markdown, without_markup
from onrecord.read.units import units_of
from onrecord.records.documents import Block, Document, Metadata, Page
from onrecord.records.spans import identify
from onrecord.settings import Settings


def document_from_page(page: Page, settings: Settings) -> Document:
    """Find the article in a page.

    A ``row`` keeps its text exactly; other plain text loses only characters no eye sees and
    Markdown's signs. Raises ``CannotRead`` or ``NoText``; each message names the page.
    """
    draft = _drafted(page, settings)
    if not any(map(str.isalnum, draft.text)):
        raise NoText(f"{page.name} holds no article text; give a page with an article in it.")
    known = _completed(draft.metadata, page.metadata)
    language = language_of(_body(draft))
    return Document(
        id=identify("doc", " ".join(unicodedata.normalize("NFC", draft.text).split())),
        name=page.name,
        text=draft.text,
        blocks=draft.blocks,
        language=language,
        sha256=sha256(page.data).hexdigest(),
        url=known.url or (page.fetch.url if page.fetch else None),
        title=known.title,
        authors=known.authors,
        outlet=known.outlet,
        published=known.published,
        modified=known.modified,
        found=known.found,
        credit=draft.credit,
        fetch=page.fetch,
        warnings=(*draft.warnings, *_foreign(language)),
    )


def _completed(told: Metadata, given: Metadata) -> Metadata:
    """What a page tells of itself and, where it is silent, what was known when it was given."""
    added = {
        field: value
        for field in given.found
        if not getattr(told, field) and (value := getattr(given, field))
    }
    found = told.found | {field: given.found[field] for field in added}
    return replace(told, **added, found=found) if added else told


def _drafted(page: Page, settings: Settings) -> Draft:
    """The draft by the route of the page's media type."""
    if page.media == "row":
        return _row(page)
    if page.media == "pdf":
        from onrecord.read.pdfs import article_from_pdf

        return article_from_pdf(page)
    if page.media == "html":
        from onrecord.read.html import article_from_html

        return article_from_html(page)
    return _text(page)


def _row(page: Page) -> Draft:
    """A row's own text, untouched; only its blocks leave out what is no article."""
    text = page.data.decode()
    draft = article_of(text, units_of(text), page.metadata)
    line = text.strip()
    if line and "\n" not in line and not _whole(draft, line):
        # One line is somebody's sentence, whatever it looks like: nothing stands beside it.
        start = text.index(line)
        block = Block(kind="paragraph", start=start, end=start + len(line))
        draft = replace(draft, blocks=(block,))
    return _warned(draft, hidden_warnings(text))


def _whole(draft: Draft, line: str) -> bool:
    """Whether a draft has its one line as one paragraph already."""
    return [b.kind for b in draft.blocks] == ["paragraph"] and (
        draft.blocks[0].end - draft.blocks[0].start == len(line)
    )


def _text(page: Page) -> Draft:
    """Plain text or Markdown as people paste it."""
    raw, guess = decode(page.data)
    text, warnings = visible(raw)
    if is_markdown(text, page.name):
        text = without_markup(text)
    text = text.strip("\n")
    draft = article_of(text, units_of(text), page.metadata)
    return _warned(draft, (*warnings, *((guess,) if guess else ())))


def _warned(draft: Draft, warnings: tuple[str, ...]) -> Draft:
    """The same draft with warnings."""
    return replace(draft, warnings=(*draft.warnings, *warnings))


def _body(draft: Draft) -> str:
    """The first blocks' words, for telling the language."""
    parts: list[str] = []
    for block in draft.blocks[:30]:
        parts.append(draft.text[block.start : min(block.end, block.start + 1500)])
        if sum(map(len, parts)) > 1500:
            break
    return "\n".join(parts)


def _foreign(language: str) -> tuple[str, ...]:
    """The warning for a text that is not English, or not to be told."""
    if language == "en":
        return ()
    if language == "und":
        return ("Findings are for English only; the language of this text could not be told.",)
    return (f"Findings are for English only; this text looks like {language_name(language)}.",)
