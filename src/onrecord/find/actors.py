"""Who is who: names, acronyms, titles, nominals and pronouns joined to actors."""

from collections import Counter

from onrecord.lexicons import lexicon
from onrecord.records.findings import Actor, ActorType, Mention, Role
from onrecord.records.marks import Marks, Naming
from onrecord.records.spans import Span, identify
from onrecord.records.texts import Text

RULES = {
    "actors.name": "Mentions with the same name and type, a surname after the full name, the last word of a body's name, or an acronym of the full name are one actor.",
    "actors.nominal": "A description ('the group', 'the minister') stands for the last actor of that type or role.",
    "actors.pronoun": "A pronoun stands for the last fitting actor, subjects first.",
}
ACTOR_TYPES = frozenset({"Person", "Organization", "Group", "Place", "Misc"})
_WORDS = lexicon("actors").words
_ORGANIZATION_NOUNS = frozenset((*_WORDS["body"], *_WORDS["any_body"]))
_ANY_BODY, _COUNTRY_NOUNS = frozenset(_WORDS["any_body"]), frozenset(_WORDS["country"])
_HE, _SHE = frozenset(_WORDS["he"]), frozenset(_WORDS["she"])
_FIRST, _FIRST_ONE = frozenset((*_WORDS["i"], *_WORDS["we"])), frozenset(_WORDS["i"])
_THEY, _IT = frozenset(_WORDS["they"]), frozenset(_WORDS["it"])
_FEMALE, _MALE = frozenset(_WORDS["female"]), frozenset(_WORDS["male"])
_NAME_NOISE = frozenset(_WORDS["noise"])


class _Entry:
    """An actor while it is being put together."""

    def __init__(self, first: Naming, name: str) -> None:
        self.type: ActorType = first.type  # type: ignore[assignment]
        self.names: Counter[str] = Counter()
        self.first = first
        self.key = tuple(_tokens(name))
        self.titles: list[tuple[str, Span, Span | None]] = []
        self.count = 0
        self.last = first.start
        self.gender = ""

    def see(self, mark: Naming, name: str | None) -> None:
        """Count a mention; a longer name becomes the key."""
        self.count += 1
        self.last = mark.start
        if name is not None:
            self.names[name] += 1
            if len(_tokens(name)) > len(self.key):
                self.key = tuple(_tokens(name))

    @property
    def name(self) -> str:
        """The longest form, the more frequent first."""
        return max(self.names, key=lambda n: (len(_tokens(n)), self.names[n], n))


class Cast:
    """The actors of a document, filled mention by mention in text order."""

    def __init__(self, text: Text, marks: Marks) -> None:
        self.text = text
        self.entries: list[_Entry] = []
        self.of: dict[Span, _Entry] = {}
        self.speakers = _speakers(marks)
        self._acronyms: dict[str, _Entry] = {}

    def name(self, mark: Naming) -> None:
        """Join a named mention to its actor, or begin a new one."""
        name = _clean(self.text.slice(mark.span))
        entry = self._known(mark, name)
        if entry is None:
            entry = _Entry(mark, name)
            self.entries.append(entry)
        entry.see(mark, name)
        self.of[mark.span] = entry
        self._note_title(mark, entry)
        if mark.type == "Organization":
            letters = "".join(
                w[0] for w in _tokens(name) if w not in {"of", "the", "for", "and", "in"}
            )
            if len(letters) > 1:
                self._acronyms.setdefault(letters, entry)

    def _known(self, mark: Naming, name: str) -> _Entry | None:
        tokens = tuple(_tokens(name))
        for entry in reversed(self.entries):
            if _same(entry, mark, tokens):
                return entry
        if mark.type in {"Organization", "Misc", "Group"} and name.isupper():
            before = self._bracketed(mark)
            return before or self._acronyms.get(name.lower().replace(".", ""))
        return None

    def _bracketed(self, mark: Naming) -> _Entry | None:
        """The actor named just before an acronym in brackets: "National Salt Union (NSU)"."""
        head = self.text.document.text[: mark.start].rstrip()
        if not head.endswith("("):
            return None
        end = len(head[:-1].rstrip())
        found = [e for span, e in self.of.items() if span[1] == end]
        return found[-1] if found and found[-1].type != "Person" else None

    def _note_title(self, mark: Naming, entry: _Entry) -> None:
        for title, span, where in _titles(self.text, mark):
            entry.titles.append((title, span, where))
            if entry.type == "Person" and not entry.gender:
                entry.gender = _gender(set(title.lower().split()))

    def refer(self, mark: Naming) -> None:
        """Join a description or pronoun to an actor where one fits; else leave it open."""
        word = self.text.lower[mark.head]
        entry = self._pronoun(mark, word) if mark.form == "pronoun" else self._nominal(mark, word)
        if entry is not None:
            entry.see(mark, None)
            self.of[mark.span] = entry

    def _latest(self, mark: Naming, *types: str) -> _Entry | None:
        near = [e for e in self.entries if e.type in types and mark.start - e.last < 900]
        return max(near, key=lambda e: (e.last, e.count), default=None)

    def _pronoun(self, mark: Naming, word: str) -> _Entry | None:
        if word in _FIRST:
            return self._speaker(mark) if word in _FIRST_ONE else None
        if word in _HE or word in _SHE:
            wanted, other = ("m", "f") if word in _HE else ("f", "m")
            people = [
                e
                for e in self.entries
                if e.type == "Person" and e.gender != other and mark.start - e.last < 900
            ]
            entry = max(people, key=lambda e: e.last + 40 * (e.gender == wanted), default=None)
            if entry is not None and not entry.gender:
                entry.gender = wanted
            return entry
        if word in _IT:
            return self._latest(mark, "Organization", "Place")
        return self._latest(mark, "Group", "Organization") if word in _THEY else None

    def _speaker(self, mark: Naming) -> _Entry | None:
        """Whoever says the quotation that an "I" stands in."""
        for content, source in self.speakers:
            if content[0] <= mark.start < content[1]:
                inside = [
                    e
                    for span, e in self.of.items()
                    if span[0] >= source[0] and span[1] <= source[1]
                ]
                return inside[0] if inside else None
        return None

    def _nominal(self, mark: Naming, word: str) -> _Entry | None:
        definite = self.text.lower[self.text.range(mark.span)[0]] in {
            "the",
            "this",
            "that",
            "his",
            "her",
            "its",
            "their",
        }
        if not definite:
            return None
        for entry in sorted(self.entries, key=lambda e: -e.last):
            if entry.type == "Person" and any(
                word in title.lower().split() for title, _, _ in entry.titles
            ):
                return entry
        if word in _ORGANIZATION_NOUNS:
            own = [e for e in self.entries if e.type in {"Organization", "Group"} and word in e.key]
            known = max(own, key=lambda e: e.last, default=None)
            return known or (self._latest(mark, "Organization") if word in _ANY_BODY else None)
        return self._latest(mark, "Place") if word in _COUNTRY_NOUNS else None


def actors(text: Text, marks: Marks) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
    """All actors by first mention, and all mentions with the actor each stands for."""
    cast = Cast(text, marks)
    own = [mark for mark in marks.names if mark.type in ACTOR_TYPES]
    # "I" may stand before its speaker is named, so first persons wait until all names are known.
    later = [m for m in own if m.form == "pronoun" and text.lower[m.head] in _FIRST]
    for mark in own:
        if mark.form == "named":
            cast.name(mark)
        elif mark not in later:
            cast.refer(mark)
    for mark in later:
        cast.refer(mark)
    ids = {id(e): identify("actor", text.document.id, e.type, e.name) for e in cast.entries}
    at = {span: ids[id(entry)] for span, entry in cast.of.items()}
    found = tuple(_actor(text, entry, ids[id(entry)], at) for entry in cast.entries)
    return found, tuple(_mention(text, mark, at.get(mark.span)) for mark in marks.names)


def _gender(words: set[str]) -> str:
    """What a title says about he or she: "f", "m" or nothing."""
    return "f" if words & _FEMALE else "m" if words & _MALE else ""


def _mention(text: Text, mark: Naming, actor: str | None) -> Mention:
    return Mention(
        rule=mark.rule,
        score=mark.score,
        start=mark.start,
        end=mark.end,
        text=text.slice(mark.span),
        type=mark.type,
        name=mark.form,
        actor=actor,
    )


def _actor(text: Text, entry: _Entry, identity: str, at: dict[Span, str]) -> Actor:
    aliases = tuple(n for n, _ in entry.names.most_common() if n != entry.name)
    seen: set[str] = set()
    roles = []
    for title, span, where in entry.titles:
        if title.lower() not in seen:
            seen.add(title.lower())
            organization = at.get(where) if where else None
            roles.append(
                Role(
                    title=title,
                    organization=organization,
                    start=span[0],
                    end=span[1],
                    as_of=text.document.published,
                )
            )
    return Actor(
        rule="actors.name",
        id=identity,
        type=entry.type,
        name=entry.name,
        aliases=aliases,
        roles=tuple(roles),
        mentions=entry.count,
    )


def _clean(name: str) -> str:
    """A name on one line, without an article or possessive."""
    words = " ".join(name.split()).removesuffix("'s").removesuffix("’s")
    return words[4:] if words.lower().startswith("the ") else words


def _tokens(name: str) -> list[str]:
    return [
        t.strip(".,'’\"“”").lower() for t in name.replace("-", " ").split() if t.strip(".,'’\"“”")
    ]


def _same(entry: _Entry, mark: Naming, tokens: tuple[str, ...]) -> bool:
    """Same name; for people also a last or first name that goes with the full one."""
    if entry.key == tokens:
        return entry.type == mark.type or {entry.type, mark.type} <= {
            "Organization",
            "Misc",
            "Group",
            "Place",
        }
    if entry.type == mark.type == "Organization" and len(tokens) == 1 and len(entry.key) > 1:
        return entry.key[-1] == tokens[0]
    if entry.type != "Person" or mark.type != "Person" or not tokens:
        return False
    mine = tuple(t for t in entry.key if t not in _NAME_NOISE)
    theirs = tuple(t for t in tokens if t not in _NAME_NOISE)
    if not mine or not theirs:
        return False
    if len(theirs) == 1 or len(mine) == 1:
        short, long = sorted((mine, theirs), key=len)
        return short[0] in {long[-1], long[0]} if len(short) == 1 else False
    return (
        mine[0][0] == theirs[0][0]
        and mine[-1] == theirs[-1]
        and (len(mine[0]) == 1 or len(theirs[0]) == 1 or mine[0] == theirs[0])
    )


_TITLE_WORDS = frozenset(lexicon("titles").words["title"])


def _titles(text: Text, mark: Naming) -> list[tuple[str, Span, Span | None]]:
    """Titles beside a name: before it ("Interior Minister X") or in apposition ("X, the head of Y")."""
    if mark.type != "Person":
        return []
    first, last = text.range(mark.span)
    found: list[tuple[str, Span, Span | None]] = []
    begin = first
    sentence_first = text.segments.bounds[text.sentence(first)][0]
    while (
        begin > sentence_first
        and text.upos(begin - 1) in {"NOUN", "PROPN", "ADJ", "PUNCT"}
        and (
            text.words[begin - 1][0].isupper()
            or text.lower[begin - 1].strip(".") in _TITLE_WORDS
            or text.words[begin - 1] == "-"
        )
    ):
        begin -= 1
    if begin < first and any(text.lower[i].strip(".") in _TITLE_WORDS for i in range(begin, first)):
        span = text.span(begin, first)
        found.append((text.slice(span), span, None))
    found += _appositions(text, mark, last)
    return found


def _appositions(text: Text, mark: Naming, last: int) -> list[tuple[str, Span, Span | None]]:
    found: list[tuple[str, Span, Span | None]] = []
    for child in text.children(mark.head):
        if child >= last and text.relation(child) == "appos" and text.upos(child) == "NOUN":
            a, b = text.phrase(child)
            if a < b and any(text.lower[i] in _TITLE_WORDS for i in range(a, b)):
                a += text.lower[a] in {"the", "a", "an"}
                span = text.span(a, b)
                found.append((text.slice(span), span, _organization(text, span)))
    return found


def _organization(text: Text, span: Span) -> Span | None:
    """Where an "of ..." or "for ..." names the organisation; resolved against mentions later."""
    first, last = text.range(span)
    for i in range(first, last):
        if text.lower[i] in {"of", "for", "at"} and i + 1 < last:
            begin = i + 1 + (text.lower[i + 1] == "the" and i + 2 < last)
            return text.span(begin, last)
    return None


def _speakers(marks: Marks) -> list[tuple[Span, Span]]:
    return [(c, r.source[0]) for r in marks.reports if r.direct and r.source for c in r.content]
