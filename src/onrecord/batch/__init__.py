"""Many pages: read line by line in order, or by several processes at once into a case."""

from onrecord.batch.adding import Added, add
from onrecord.batch.lines import Failure, pages_from_rows, read_pages

__all__ = ["Added", "Failure", "add", "pages_from_rows", "read_pages"]
