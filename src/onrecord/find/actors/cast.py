"""The actors of a document, filled mention by mention: whom every name and description stands for."""

from bisect import bisect_left, insort

from msgspec.structs import replace

from onrecord.find.actors.entries import (
    Entry,
    clean,
    is_office,
    is_paper,
    same,
    title_gender,
    tokens,
)
from onrecord.find.actors.pronouns import Candidate, choose
from onrecord.find.actors.titles import is_other_post, offices, titles_of
from onrecord.lexicons import lexicon
from onrecord.records.marks import Marks, Naming
from onrecord.records.shelves import Shelf
from onrecord.records.spans import Span
from onrecord.records.texts import Text

SURE, VERY_SURE = 0.4, 0.75
"""The share from which the model's pointing alone joins a description to an actor, and from which
"she" makes a person of what was taken for a body or place."""
_PHRASE = frozenset({"ADP", "DET", "PROPN", "NOUN", "ADJ"})
FARTHEST_COMMA = 10
"""Words from a title to the comma before the name: "a spokesman for the Union of Miners, "."""
SAID_BEFORE = 4
"""Sentences before a pronoun in which somebody who speaks on was quoted."""
REACH = 900
"""Characters back to which "it", "they" and "the group" may reach."""
ACTOR_TYPES = frozenset({"Person", "Organization", "Group", "Place", "Misc"})
_WORDS = lexicon("actors").words
_ORGANIZATION_NOUNS = frozenset((*_WORDS["body"], *_WORDS["any_body"]))
_ANY_BODY, _COUNTRY_NOUNS = frozenset(_WORDS["any_body"]), frozenset(_WORDS["country"])
_HE, _SHE = frozenset(_WORDS["he"]), frozenset(_WORDS["she"])
FIRST, _FIRST_ONE = frozenset((*_WORDS["i"], *_WORDS["we"])), frozenset(_WORDS["i"])
_INSTITUTION = frozenset(lexicon("sources").words["institution"])
_OF_PEOPLE = frozenset("union party movement front coalition alliance association faction".split())
_OWN = frozenset({"its", "their", "his", "her", "our", "my", "your", "whose"})
_DEFINITE = frozenset("the this that his her its their".split())
_NEW = frozenset({"a", "an", "another", "some", "several", "many", "other", "others", "few"})
"""With these before it a description is of somebody not yet spoken of."""
_THEY, _IT = frozenset(_WORDS["they"]), frozenset(_WORDS["it"])


_SAYING = frozenset(lexicon("reporting").words["say"])
_DENIED = frozenset({"not", "n't", "no", "never"})


class Cast:
    """The actors of a document, filled mention by mention in text order."""

    def __init__(self, text: Text, marks: Marks) -> None:
        self.text = text
        self.entries: list[Entry] = []
        self.of: dict[Span, Entry] = {}
        self.at: dict[int, Entry] = {}
        self.speakers = _speakers(marks)
        self.told: Shelf[Span] = Shelf(
            (c, s) for r in marks.reports for s in r.source for c in r.content
        )
        self.sources = {
            s
            for r in marks.reports
            if any(_SAYING & set(text.lower[slice(*text.range(c))]) for c in r.cue)
            for s in r.source
        }
        self.spoken: Shelf[Span] = Shelf((s, s) for s in self.sources)
        self.described: list[Entry] = []
        self.people: list[Candidate] = []
        self.bodies: list[Candidate] = []
        self._acronyms: dict[str, Entry] = {}
        self._called: dict[str, dict[int, Entry]] = {}

    def name(self, mark: Naming) -> None:
        """Join a named mention to its actor, or begin a new one."""
        name = clean(self.text.slice(mark.span))
        entry = self._known(mark, name)
        if entry is None:
            entry = Entry(mark, name)
            entry.order = len(self.entries)
            self.entries.append(entry)
        self._see(mark, entry, name)
        for token in entry.key or ("",):
            self._called.setdefault(token, {})[entry.order] = entry
        self._note_title(mark, entry)
        if mark.type == "Organization":
            letters = "".join(
                w[0] for w in tokens(name) if w not in {"of", "the", "for", "and", "in"}
            )
            if len(letters) > 1:
                self._acronyms.setdefault(letters, entry)

    def _known(self, mark: Naming, name: str) -> Entry | None:
        words = tuple(tokens(name))
        # Names that are the same share a word.
        near = {at: e for word in words or ("",) for at, e in self._called.get(word, {}).items()}
        for at in sorted(near, reverse=True):
            if same(near[at], mark, words):
                return near[at]
        if mark.type in {"Organization", "Misc", "Group"} and name.isupper():
            before = self._bracketed(mark)
            return before or self._acronyms.get(name.lower().replace(".", ""))
        return None

    def _bracketed(self, mark: Naming) -> Entry | None:
        """The actor named just before an acronym in brackets: "National Salt Union (NSU)"."""
        head = self.text.document.text[: mark.start].rstrip()
        if not head.endswith("("):
            return None
        end = len(head[:-1].rstrip())
        found = [e for span, e in self.of.items() if span[1] == end]
        return found[-1] if found and found[-1].type != "Person" else None

    def _note_title(self, mark: Naming, entry: Entry) -> None:
        for title, span, where in titles_of(self.text, mark):
            entry.titles.append((title, span, where))
            if entry.type == "Person":
                entry.gender = title_gender(set(title.lower().split())) or entry.gender

    def refer(self, mark: Naming) -> None:
        """Join a description or pronoun to an actor where one fits; else leave it open."""
        word = self.text.lower[mark.head]
        if mark.form == "pronoun":
            entry = self._pronoun(mark, word)
        else:
            entry = self._named_beside(mark)
            if entry is not None:
                # The name is there for pronouns to go back to: the title is no second chance.
                entry.posts.add((word, self.text.slice(mark.span)))
                self._give(mark, entry)
                return
            self._note_post(mark, word)
            entry = self._institution(mark, word) or self._nominal(mark, word)
            entry = entry or self._meant(mark) or self._nameless(mark)
        if entry is not None:
            self._see(mark, entry, None)

    def _note_post(self, mark: Naming, word: str) -> None:
        """Whose post a sentence tells: "Koch is [the majority leader]"."""
        verbs = self.text.dependents(mark.head, "cop")
        subjects = self.text.dependents(mark.head, "nsubj")
        denied = any(self.text.lower[w] in _DENIED for w in self.text.children(mark.head))
        entry = self.at.get(subjects[0]) if verbs and subjects and not denied else None
        if entry is not None and entry.type == mark.type and not entry.described:
            entry.posts.add((word, self.text.slice(mark.span)))

    def _give(self, mark: Naming, entry: Entry) -> None:
        entry.see(mark, None)
        self.of[mark.span] = self.at[mark.head] = entry

    def _later_named(self, nameless: Entry) -> Entry | None:
        """Who "a former engineer" turns out to be: further down "the engineer, Ana Brandt"."""
        post, said = self.text.lower[nameless.first.head], self.text.slice(nameless.first.span)
        found = [
            entry
            for entry in self.entries
            if nameless.first.start < entry.first.start
            and any(post == word and not is_other_post(p, said) for word, p in entry.posts)
        ]
        return found[0] if len(found) == 1 and nameless.type == found[0].type else None

    def settle(self) -> None:
        """Keep of the nameless those that are spoken of again; the others are no actors."""
        for nameless in self.described:
            entry = self._later_named(nameless)
            if entry is not None:
                own = [span for span, e in self.of.items() if e is nameless]
                self.of.update(dict.fromkeys(own, entry))
                entry.count += len(own)
                nameless.count = 0
        kept = [entry for entry in self.described if entry.count > 1]
        alone = {id(entry) for entry in self.described} - {id(entry) for entry in kept}
        self.of = {span: entry for span, entry in self.of.items() if id(entry) not in alone}
        self.entries += kept

    def _see(self, mark: Naming, entry: Entry, name: str | None) -> None:
        entry.see(mark, name)
        self.of[mark.span] = entry
        own = range(*self.text.range(mark.span)) if mark.form == "named" else (mark.head,)
        self.at.update(dict.fromkeys(own, entry))
        lists = {"Person": self.people, "Misc": []}
        insort(
            lists.get(entry.type, self.bodies),
            Candidate(mark.head, entry, mark.form == "pronoun"),
            key=lambda candidate: candidate.head,
        )

    def _latest(self, mark: Naming, *types: str) -> Entry | None:
        near = [(e.last(mark.start), e.count, e) for e in self.entries if e.type in types]
        telling = self._telling(mark)
        near = [
            item
            for item in near
            if item[0] >= max(0, mark.start - REACH)
            and id(item[2]) not in telling
            and not (mark.form != "pronoun" and is_office(item[2]))
            and not (self.text.lower[mark.head] in _OF_PEOPLE and is_paper(item[2]))
        ]
        return max(near, key=lambda item: item[:2], default=(0, 0, None))[2]

    def _telling(self, mark: Naming) -> set[int]:
        """Who says what a description stands in: "the Gazette reported that the agency ..." are two."""
        return {
            id(self.at[word])
            for source in self.told.around(mark.span)
            for word in range(*self.text.range(source))
            if word in self.at
        }

    def _pronoun(self, mark: Naming, word: str) -> Entry | None:
        if word in FIRST:
            return self._speaker(mark) if word in _FIRST_ONE else None
        if word in _HE or word in _SHE:
            gender = "m" if word in _HE else "f"
            shares = self._pointed(mark)
            self._put_right(shares)
            entry = choose(self.text, mark.head, gender, self.people, shares, self._spoke(mark))
            if entry is not None and not entry.gender:
                entry.guess = gender
            return entry
        wanted = ("Organization", "Place") if word in _IT else ("Group", "Organization")
        if word not in _IT and word not in _THEY:
            return None
        fitting = [c for c in self.bodies if c.entry.type in wanted]
        return choose(self.text, mark.head, "", fitting, self._pointed(mark))

    def _spoke(self, mark: Naming) -> list[int]:
        """Who was quoted in the sentences before, where a pronoun says something: "he added"."""
        if mark.span not in self.sources:
            return []
        first = self.text.segments.bounds[max(0, self.text.sentence(mark.head) - SAID_BEFORE)][0]
        begin, end = (bisect_left(self.people, w, key=lambda c: c.head) for w in (first, mark.head))
        speakers: dict[Span, Entry] = {}
        for candidate in self.people[begin:end]:
            owns = self.text.lower[candidate.head + 1 : candidate.head + 2] in (["'s"], ["’s"])
            if owns or self.text.relation(candidate.head) in {"compound", "amod", "nmod"}:
                # "Lenn Radio's Koch", "the Koch campaigner", "an adviser to Koch": another speaks.
                continue
            for source in self.spoken.around(self.text.segments.words[candidate.head]):
                # Of "Messina, Koch's old adviser," the first one speaks.
                speakers.setdefault(source, candidate.entry)
        return [id(entry) for entry in speakers.values() if not entry.described]

    def _put_right(self, shares: dict[int, float]) -> None:
        """Whom "he" or "she" surely means is a person, whatever the name was taken for."""
        for entry in self.entries:
            if entry.type != "Person" and shares.get(id(entry), 0.0) > VERY_SURE:
                entry.type = "Person"
                moved = [c for c in self.bodies if c.entry is entry]
                self.bodies = [c for c in self.bodies if c.entry is not entry]
                for candidate in moved:
                    insort(self.people, candidate, key=lambda c: c.head)

    def _meant(self, mark: Naming) -> Entry | None:
        """Whom a description stands for where the model is sure of it."""
        shares = self._pointed(mark)
        best = max(shares, key=lambda one: shares[one], default=None)
        beside = self.text.dependents(mark.head, "nmod")
        of = {self.text.lower[c] for n in beside for c in self.text.children(n)}
        # "the mother of the family": whose she is has been said; the name must be beyond doubt.
        least = VERY_SURE if "of" in of else SURE
        if best is None or shares[best] < least or self._is_new(mark):
            return None
        entry = next(e for e in (*self.entries, *self.described) if id(e) == best)
        if any(is_other_post(t, self.text.slice(mark.span)) for t, _, _ in entry.titles):
            return None
        return entry if entry.type == mark.type and best not in self._telling(mark) else None

    def _is_new(self, mark: Naming) -> bool:
        """Whether a description brings somebody in: "a sailor", "two aides", "my manager"."""
        text = self.text
        first = text.range(mark.span)[0]
        owner = text.lower[first] in _OWN or text.dependents(mark.head, "nmod:poss")
        # "at least one person" as well as "two men"; not "the two men".
        before = range(first, mark.head + 1)
        counted = text.upos(first) != "DET" and any(text.upos(w) == "NUM" for w in before)
        counted = counted or text.lower[first] in _NEW
        return bool(owner) or counted or text.upos(first) in {"NOUN", "ADJ"}

    def _named_beside(self, mark: Naming) -> Entry | None:
        """Whose name stands in apposition: "the minister, Ana Brandt, said"."""
        beside = {*self.text.dependents(mark.head, "appos")}
        if self.text.relation(mark.head) == "appos":
            beside.add(self.text.syntax.heads[mark.head])
        # "a lawyer for the mayor, Ana Brandt": the name is the lawyer's.
        if not self.text.relation(mark.head).startswith("nmod"):
            beside |= self._after_comma(mark.head)
        # "a spokesman, Colonel Ana Brandt"
        near = [w for word in sorted(beside) for w in range(word, word + 3)]
        found = [self.at[word] for word in near if word in self.at]
        return next((e for e in found if e.type == mark.type and not e.described), None)

    def _after_comma(self, head: int) -> set[int]:
        """The word after the comma that ends a noun phrase: "a spokesman for the union, [Ana]"."""
        text = self.text
        end = text.segments.bounds[text.sentence(head)][1]
        word = head + 1
        while word < min(end, head + FARTHEST_COMMA) and text.upos(word) in _PHRASE:
            word += 1
        return {word + 1} if word + 1 < end and text.words[word] == "," else set()

    def _nameless(self, mark: Naming) -> Entry | None:
        """Somebody without a name: what is said or done next may be by the same."""
        if mark.type not in {"Person", "Group", "Organization"}:
            return None
        first, last = self.text.range(mark.span)
        while first < mark.head and self.text.upos(first) in {"ADV", "PART", "PUNCT", "CCONJ"}:
            first += 1
        name = clean(self.text.slice(self.text.span(first, last)))
        entry = Entry(mark, name)
        entry.names[name] += 1
        if mark.type == "Person":
            entry.gender = title_gender(set(name.lower().split()))
        entry.described = True
        self.described.append(entry)
        return entry

    def _pointed(self, mark: Naming) -> dict[int, float]:
        """The share of each actor in what a mention may go back to, by the entry's identity."""
        shares: dict[int, float] = {}
        for word, share in mark.before:
            entry = self.at.get(word)
            if entry is not None:
                shares[id(entry)] = shares.get(id(entry), 0.0) + share
        return shares

    def _speaker(self, mark: Naming) -> Entry | None:
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

    def _institution(self, mark: Naming, word: str) -> Entry | None:
        """A body under a description of its own: "Merkesh's defence ministry", "the police"."""
        first, last = self.text.range(mark.span)
        if word not in _INSTITUTION or self.text.lower[first] in _OWN:
            return None
        name = clean(self.text.slice(mark.span))
        words = tuple(tokens(name))
        known = next((e for e in self.entries if e.key == words), None)
        if known is not None and known.type != "Person":
            return known
        more = any(
            self.text.upos(w) in {"NOUN", "PROPN", "ADJ"}
            for w in range(first, last)
            if w != mark.head
        )
        owned = any(
            self.text.syntax.relations[c] == "nmod:poss" for c in self.text.children(mark.head)
        )
        definite = owned or self.text.lower[first] == "the"
        if not (word == "police" or (more and definite)):
            return None
        entry = Entry(replace(mark, type="Organization"), name)
        entry.names[name] += 0
        self.entries.append(entry)
        return entry

    def _nominal(self, mark: Naming, word: str) -> Entry | None:
        definite = self.text.lower[self.text.range(mark.span)[0]] in _DEFINITE
        if not definite:
            return None
        titled = [
            entry
            for entry in self.entries
            if entry.type == "Person"
            and any(
                word in offices(title) and not is_other_post(title, self.text.slice(mark.span))
                for title, _, _ in entry.titles
            )
        ]
        if titled:
            return max(titled, key=lambda e: e.last(mark.start))
        if word in _ORGANIZATION_NOUNS:
            own = [e for e in self.entries if e.type in {"Organization", "Group"} and word in e.key]
            known = max(own, key=lambda e: e.last(mark.start), default=None)
            if known is not None or word not in _ANY_BODY:
                return known
            # "The group" once more is the one before, whoever was named since.
            again = [e for e in self.described if e.key == (word,) and e.last(mark.start) > 0]
            return again[-1] if again else self._latest(mark, "Organization")
        return self._latest(mark, "Place") if word in _COUNTRY_NOUNS else None


def _speakers(marks: Marks) -> list[tuple[Span, Span]]:
    return [(c, r.source[0]) for r in marks.reports if r.direct and r.source for c in r.content]
