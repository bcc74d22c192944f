"""Room 7, compare: pure functions over records of many articles; it never sees a database."""

from onrecord.compare.actors import actors as actors
from onrecord.compare.answers import origins as origins
from onrecord.compare.assertions import assertions as assertions
from onrecord.compare.families import families as families
from onrecord.compare.links import links as links
from onrecord.compare.names import names_match as names_match
from onrecord.compare.statements import statements as statements
from onrecord.compare.versions import versions as versions
