"""Room 7, compare: pure functions over records of many articles; it never sees a database."""

from onrecord.compare.families import families as families
from onrecord.compare.links import links as links
