"""Room 1, read: a file, address, row or pasted text becomes a Page, and a Page a Document.

Folders, web archives, files of rows and mailboxes become many.

The functions below are the room's doors; everything else is behind them. Imports that are
slow to load (HTML, PDF, network, language) happen inside the routes that need them.
"""

from onrecord.read.containers import count_pages, pages_from_paths
from onrecord.read.documents import document_from_page
from onrecord.read.fetches import page_from_url
from onrecord.read.pages import page_from_bytes, page_from_path
from onrecord.read.rows import page_from_row, row_id
from onrecord.read.unreadable import Unreadable

__all__ = [
    "Unreadable",
    "count_pages",
    "document_from_page",
    "page_from_bytes",
    "page_from_path",
    "page_from_row",
    "page_from_url",
    "pages_from_paths",
    "row_id",
]
