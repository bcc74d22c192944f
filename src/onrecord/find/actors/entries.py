"""An actor while it is being put together, and which names can be its."""

from bisect import bisect_left, insort
from collections import Counter

from onrecord.lexicons import lexicon
from onrecord.records.findings import ActorType
from onrecord.records.marks import Naming
from onrecord.records.spans import Span

_WORDS = lexicon("actors").words
_FEMALE, _MALE = frozenset(_WORDS["female"]), frozenset(_WORDS["male"])
_NAME_NOISE = frozenset(_WORDS["noise"])
_OFFICES = (
    frozenset(lexicon("sources").words["institution"])
    - frozenset(_WORDS["any_body"])
    - frozenset({"bank", "club", "team", "charity", "opposition"})
)
_PAPERS = frozenset(_WORDS["paper"])
_WOMEN = frozenset(lexicon("given_names").words["female"])
_MEN = frozenset(lexicon("given_names").words["male"])


class Entry:
    """An actor while it is being put together."""

    def __init__(self, first: Naming, name: str) -> None:
        self.type: ActorType = first.type  # type: ignore[assignment]
        self.names: Counter[str] = Counter()
        self.first = first
        self.order = -1  # among the named ones of its document
        self.key = tuple(tokens(name))
        self.titles: list[tuple[str, Span, Span | None]] = []
        self.count = 0
        self.places: list[int] = []
        self.gender = given_gender(self.key) if first.type == "Person" else ""
        self.described = False
        self.posts: set[tuple[str, str]] = set()
        """Nouns in apposition, and their phrases: "the finance minister, Ana Brandt"."""
        self.guess = ""  # what the pronouns say that were taken for this person's

    def see(self, mark: Naming, name: str | None) -> None:
        """Count a mention; a longer name becomes the key."""
        self.count += 1
        insort(self.places, mark.start)
        if name is not None:
            self.names[name] += 1
            if len(tokens(name)) > len(self.key):
                self.key = tuple(tokens(name))
                if self.type == "Person" and not self.gender:
                    self.gender = given_gender(self.key)

    def last(self, before: int) -> int:
        """Where it was mentioned last before a character, or -1."""
        at = bisect_left(self.places, before)
        return self.places[at - 1] if at else -1

    @property
    def name(self) -> str:
        """The longest form, the more frequent first."""
        return max(self.names, key=lambda n: (len(tokens(n)), self.names[n], n))


def title_gender(words: set[str]) -> str:
    """What a title says about he or she: "f", "m" or nothing."""
    return "f" if words & _FEMALE else "m" if words & _MALE else ""


def given_gender(key: tuple[str, ...]) -> str:
    """What a full name's first name says about he or she; a surname alone says nothing."""
    names = [token for token in key if token not in _NAME_NOISE]
    if len(names) < 2:
        return ""
    return "f" if names[0] in _WOMEN else "m" if names[0] in _MEN else ""


def clean(name: str) -> str:
    """A name on one line, without an article or possessive."""
    words = (
        " ".join(name.replace("[", "").replace("]", "").split())
        .removesuffix("'s")
        .removesuffix("’s")
    )
    return words[4:] if words.lower().startswith("the ") else words


def tokens(name: str) -> list[str]:
    """The words of a name in lower case, without marks."""
    return [
        t.strip(".,'’\"“”").lower() for t in name.replace("-", " ").split() if t.strip(".,'’\"“”")
    ]


def same(entry: Entry, mark: Naming, words: tuple[str, ...]) -> bool:
    """Same name; for people also a last or first name that goes with the full one."""
    if entry.key == words:
        return entry.type == mark.type or {entry.type, mark.type} <= {
            "Organization",
            "Misc",
            "Group",
            "Place",
        }
    if entry.type == mark.type == "Organization" and len(words) == 1 and len(entry.key) > 1:
        return entry.key[-1] == words[0]
    if entry.type != "Person" or mark.type != "Person" or not words:
        return False
    mine = tuple(t for t in entry.key if t not in _NAME_NOISE)
    theirs = tuple(t for t in words if t not in _NAME_NOISE)
    if not mine or not theirs:
        return False
    if len(theirs) == 1 or len(mine) == 1:
        short, long = sorted((mine, theirs), key=len)
        return short[0] in {long[-1], long[0]} if len(short) == 1 else False
    if mine[-len(theirs) :] == theirs or theirs[-len(mine) :] == mine:
        return True  # a surname of several parts: "Oduya-Lind", "van der Meer"
    return (
        mine[0][0] == theirs[0][0]
        and mine[-1] == theirs[-1]
        and (len(mine[0]) == 1 or len(theirs[0]) == 1 or mine[0] == theirs[0])
    )


def is_office(entry: Entry) -> bool:
    """A body by its name that nobody calls "the group" or "the firm": an office, court or ministry."""
    return bool(_OFFICES & {token.lower() for token in entry.key})


def is_paper(entry: Entry) -> bool:
    """A newspaper or station by its name, which is no union, party or movement."""
    return bool(_PAPERS & {token.lower() for token in entry.key})
