"""Whether two claims say the same: how much they share, and what forbids it."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from math import log

from onrecord.compare.moments import disagree
from onrecord.compare.sources import BODIES
from onrecord.compare.wordings import Wording, stem
from onrecord.lexicons import lexicon
from onrecord.records.origins import Statement
from onrecord.records.spans import Record

Feature = str | float
_FOOTING = 50
"""Claims supposed beyond those at hand, so that three claims of one event do not make its own
words worthless."""
_WHOLE = 5
"""Words and figures a claim needs to be looked for as a part of a longer one."""
_PART = 0.6
"""What lying wholly in a longer claim is worth beside being it."""
_ROOT = 4
"""Letters that a name and the people or things called after it have in common."""
_NOTE = re.compile(
    r"contributed to (?:this|the) report|declined? to (?:be )?(?:comment|interview)|no comment"
    r"|request(?:s|ed)? for (?:a )?comment|(?:requested|seeking) comment|sign up (?:for|to)\b"
    r"|terms of (?:service|use)|privacy policy|playback is (?:un|not )supported|newsletters?\b.*inbox",
    re.IGNORECASE,
)
"""What newsrooms write under any story: it says nothing of the matter."""
_KINDS = {"fact": "said", "opinion": "said", "prediction": "ahead"}
"""Claims of these groups can say the same; questions and directives assert nothing."""


class Sayable(Record, frozen=True, kw_only=True):
    """A statement beside its parts, and the features that it is compared by."""

    statement: Statement
    wording: Wording

    @property
    def features(self) -> frozenset[Feature]:
        """Words and figures in one set."""
        return frozenset([*self.wording.words, *self.wording.figures])


def asserts(statement: Statement) -> bool:
    """Whether a claim asserts something of the matter, so that another can say the same."""
    if statement.kind not in _KINDS or statement.polarity == "u":
        return False
    return not _NOTE.search(statement.text)


class Scale:
    """What each word and figure of a case is worth: more, the fewer claims hold it."""

    def __init__(self, sets: Iterable[frozenset[Feature]]) -> None:
        seen = list(sets)
        counts = Counter(feature for features in seen for feature in features)
        total = len(seen) + _FOOTING
        self.weight = {feature: log(1 + total / count) for feature, count in counts.items()}
        self._masses = {features: self.of(features) for features in seen}

    def of(self, features: Iterable[Feature]) -> float:
        """The weight of several together."""
        weight = self.weight
        return sum([weight[feature] for feature in features])

    def likeness(self, left: frozenset[Feature], right: frozenset[Feature]) -> float:
        """Weighted Jaccard of two feature sets, 0 to 1; or somewhat less than the share of the
        smaller that lies in the larger, so that a sentence and its main part are alike.
        """
        shared = self.of(left & right)
        mine, theirs = self._masses[left], self._masses[right]
        jaccard = shared / (mine + theirs - shared or 1.0)
        if len(left) < _WHOLE or len(right) < _WHOLE:
            return jaccard
        return max(jaccard, _PART * shared / min(mine, theirs))


def contradicts(left: Sayable, right: Sayable) -> bool:
    """Whether two claims differ in what makes a dispute: figure, polarity, date, name, roles."""
    mine, theirs = left.wording, right.wording
    return (
        left.statement.polarity != right.statement.polarity
        or _KINDS[left.statement.kind] != _KINDS[right.statement.kind]
        or mine.negated != theirs.negated
        or _figures_differ(mine.figures, theirs.figures)
        or _both_have_more(mine, theirs)
        or _are_opposite(mine, theirs)
        or _days_differ(left, right)
        or _roles_differ(left, right)
    )


def _figures_differ(left: frozenset[float], right: frozenset[float]) -> bool:
    """Each side gives a figure that the other lacks, or only one side gives any.

    One ("one of the dead") is left aside unless it stands against another figure.
    """
    if left <= right or right <= left:
        return bool(left - {1.0}) != bool(right - {1.0})
    return True


def _both_have_more(mine: Wording, theirs: Wording) -> bool:
    """Each side names somebody or some place of whom the other has no word."""
    return _has_more(mine, theirs) and _has_more(theirs, mine)


def _has_more(left: Wording, right: Wording) -> bool:
    """Names are known by the first letters of a telling word: China, Chinese; not by "Office"."""
    known = {word[:_ROOT] for word in right.words}
    told = (name - _bodies() or name for name in left.names)
    return any(not any(word[:_ROOT] in known for word in name) for name in told)


@cache
def _bodies() -> frozenset[str]:
    return frozenset(map(stem, BODIES))


@cache
def _sides() -> dict[str, tuple[tuple[str, str], ...]]:
    """By stem: the pairs it takes a side in, and which."""
    found: dict[str, list[tuple[str, str]]] = {}
    for label, words in lexicon("opposites").words.items():
        pair, side = label.rsplit(".", 1)
        for word in words:
            found.setdefault(stem(word), []).append((pair, side))
    return {word: tuple(dict.fromkeys(sides)) for word, sides in found.items()}


def _are_opposite(left: Wording, right: Wording) -> bool:
    """One rises where the other falls: words of both sides of a pair, neither in both claims."""
    mine = _taken(set(left.words) - set(right.words))
    theirs = _taken(set(right.words) - set(left.words))
    return any(pair == other and side != place for pair, side in mine for other, place in theirs)


def _taken(words: set[str]) -> list[tuple[str, str]]:
    sides = _sides()
    return [one for word in words for one in sides.get(word, ())]


def _days_differ(left: Sayable, right: Sayable) -> bool:
    """Dates that cannot be the same; weekdays count where one side has no date."""
    mine, theirs = left.statement.times, right.statement.times
    if mine and theirs:
        return disagree(mine, theirs)
    days = left.wording.days, right.wording.days
    return bool(days[0] and days[1]) and not days[0] & days[1]


def _roles_differ(left: Sayable, right: Sayable) -> bool:
    """Who did it to whom is turned round: by the events found, else by subject and voice."""
    mine, theirs = left.statement, right.statement
    if _is_turned(mine, theirs) or _is_turned(theirs, mine):
        return True
    first, second = left.wording.subject, right.wording.subject
    if not first or not second or first == second or left.wording.verb != right.wording.verb:
        return False
    exchanged = second in left.wording.words and first in right.wording.words
    return exchanged and left.wording.passive == right.wording.passive


def _is_turned(left: Statement, right: Statement) -> bool:
    """Somebody does in one what is done to them in the other, and in neither both."""
    doers = set(left.agents) - set(left.patients)
    done_to = set(right.patients) - set(right.agents)
    return bool(doers & done_to)
