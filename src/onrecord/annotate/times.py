"""Find time expressions and say which date, length or rhythm they mean.

Words and patterns are data (``lexicons/en/times.yml``, ``time_patterns.yml``); a rule
here gives one kind of expression its TIMEX3 value. Expressions are read in text order,
since "the next day" hangs on the date before it.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from onrecord.lexicons import lexicon
from onrecord.records import calendars, phrases
from onrecord.records.documents import Document
from onrecord.records.marks import TimeMark, TimeType
from onrecord.records.segments import Segments
from onrecord.records.timelines import Story, amount, length, toward

...
