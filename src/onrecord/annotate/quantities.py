"""Find amounts: a number, what it counts, and the bounds that the words give it.

An exact number is bounded by itself (``40 people``: 40, 40 to 40). "At least" leaves the
top open, "up to" and "nearly" the bottom. "About 40" keeps its value and has no bounds,
since the words state none. Shares are percentages: "two thirds" is 66.67 %, "one in five"
20 %. Vague amounts ("dozens") have no value, only the least they can mean.
"""

import re
from bisect import bisect_right
from collections.abc import Callable
from typing import NamedTuple

from onrecord.lexicons import lexicon
from onrecord.records.documents import Document
from onrecord.records.marks import QuantityMark, TimeMark
from onrecord.records.phrases import Choice, Classes, Phrases, choices, number
from onrecord.records.segments import Segments
from onrecord.records.spans import Span

# The noun that is counted stands within so many words of its number.
NEAREST_NOUN = 6
# A figure of so many digits without commas is a telephone or account number.
LONGEST_FIGURE = 7

_MACROS = {
    "FIGURE": ("NUM", "DAY", "YEAR"),
    "WORDS": ("FIGURE (?:DASH? NUM)* (?:AND NUM (?:DASH? NUM)*)? DOZEN?", "AN (?:NUM|DOZEN) NUM?"),
    "LOW": (
        "AT LEAST", "(?:NO|NOT)? MORE THAN", "OVER OF?", "NO LESS THAN", "AS FEW AS",
    ),
    "HIGH": (
        "UP TO", "AT MOST", "LESS THAN", "UNDER", "AS MANY AS", "NEARLY", "CLOSE TO",
    ),
    "BOUND": ("(?P<low>LOW)", "(?P<high>HIGH)", "(?P<about>AN? ABOUT)"),
    "ONE": ("BOUND* (?P<first>WORDS) (?P<scale>SCALE)?",),
    "JOIN": ("TO", "OR", "AND", "DASH"),
    "TWO": (
        "BETWEEN (?P<first>WORDS) (?P<scale>SCALE)? AND MONEY_SIGN? (?P<second>WORDS) (?P<scale2>SCALE)?",
        "FROM? (?P<first_>WORDS) (?P<scale_>SCALE)? (?:TO|DASH) MONEY_SIGN? (?P<second_>WORDS) (?P<scale2_>SCALE)?",
    ),
    "MONEY_SIGN": ("DOLLAR_LAND? SIGN", "ISO"),
}  # fmt: skip
