"""What each article shows of an actor: its name, its roles, and who stands beside it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec.structs import replace

from onrecord.compare.parts import body_parts, is_small, person_parts
from onrecord.compare.spellings import fold, pieces
from onrecord.lexicons import lexicon
from onrecord.records.findings import Actor, ActorType
from onrecord.records.people import Appearance, CaseRole
from onrecord.records.readings import Reading
from onrecord.records.spans import Record, identify

_TITLES = {k: frozenset(v) for k, v in lexicon("honorifics").words.items()}
_SEAT = re.compile(r"[RDI]-[A-Z][\w.]*$")
"""Party and state behind a legislator's name ("R-Iowa"): nobody's name."""
MOST_BESIDE = 25
"""So many of the most mentioned others of an article count as standing beside an actor."""
RARE_SHARE, RARE_LEAST, RARE_MOST = 0.05, 5, 50
"""Who is named in more than this share of all articles ties nothing together (at least, at most)."""


class Tie(Record, frozen=True, kw_only=True, order=True):
    """Something two appearances can share: a role, a body a role is held in, somebody beside."""

    kind: str
    key: str


class Seen(Record, frozen=True, kw_only=True):
    """An appearance with all that can tie it to others. ``full``: more than a surname.

    ``also`` are the keys of other full names that the article itself uses for it.
    """

    shown: Appearance
    type: ActorType
    name_key: str
    full: bool
    also: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    roles: tuple[CaseRole, ...] = ()
    ties: frozenset[Tie] = frozenset()

    @property
    def person(self) -> bool:
        """Whether this is a person: people are joined with people only."""
        return self.type == "Person"


@lru_cache(maxsize=200_000)
def name_key(name: str, type: ActorType) -> str:
    """The name without titles, articles, accents and script; a people's plural made singular.

    Empty where nothing is left ("The").
    """
    if type == "Person":
        words = [w.form for w in person_parts(name).words] if any(map(str.isalpha, name)) else []
        generation = person_parts(name).generation if words else ""
        return " ".join((*words, generation)).strip()
    forms = [w.form for w in body_parts(name, "Organization").words]
    if all(is_small(form) for form in forms):
        return ""
    if type == "Group" and len(forms[-1]) > 3:
        forms[-1] = forms[-1].removesuffix("s")
    return " ".join(forms)


def appearances(readings: Iterable[tuple[str, Reading]]) -> list[Seen]:
    """Every named actor of every article, in the order of their keys, with telling ties only."""
    found = [seen for article, reading in readings for seen in _of_article(article, reading)]
    articles = len({s.shown.article for s in found})
    most = min(RARE_MOST, max(RARE_LEAST, round(RARE_SHARE * articles)))
    beside = Counter(
        (tie, article) for tie, article in {(t, s.shown.article) for s in found for t in s.ties}
    )
    often = Counter(tie for tie, _ in beside)
    kept = [_with_ties(seen, often, most) for seen in found]
    return sorted(kept, key=lambda s: s.shown.key)


def _with_ties(seen: Seen, often: Counter[Tie], most: int) -> Seen:
    """The appearance without those beside it who stand in too many articles."""
    telling = frozenset(t for t in seen.ties if t.kind != "beside" or often[t] <= most)
    return replace(seen, ties=telling)


def _of_article(article: str, reading: Reading) -> list[Seen]:
    """The actors of one article; two with one name and kind are one appearance."""
    named = [
        a
        for a in reading.actors
        if not a.described and name_key(a.name, a.type) and not _SEAT.match(a.name)
    ]
    bodies = {a.id: a for a in named}
    beside = [
        (a.id, Tie(kind="beside", key=name_key(a.name, a.type)))
        for a in sorted(named, key=lambda a: (-a.mentions, a.name))
        if _ties_others(a)
    ][:MOST_BESIDE]
    made: dict[str, Seen] = {}
    for actor in sorted(named, key=lambda a: (-a.mentions, a.name)):
        seen = _seen(article, actor, bodies, beside)
        if seen.shown.key not in made:
            made[seen.shown.key] = seen
    return list(made.values())


def _ties_others(actor: Actor) -> bool:
    """Full names of people, and bodies, can tie others together; places cannot."""
    full = len(name_key(actor.name, actor.type).split()) > 1
    return full and actor.type in {"Person", "Organization"}


def _full(key: str) -> bool:
    """Whether a person's name has two words, one of them more than an initial."""
    words = key.split()
    return len(words) > 1 and max(map(len, words)) > 1


def _can_be_tied(actor: Actor) -> bool:
    """A place or people is known by its name alone, whoever else an article names."""
    return actor.type in {"Person", "Organization"}


def _seen(
    article: str, actor: Actor, bodies: dict[str, Actor], beside: list[tuple[str, Tie]]
) -> Seen:
    key = name_key(actor.name, actor.type)
    family = "person" if actor.type == "Person" else "body"
    shown = Appearance(
        key=identify("who", article, family, key),
        article=article,
        actor=actor.id,
        name=actor.name,
        mentions=actor.mentions,
    )
    roles = tuple(_roles(article, actor, bodies))
    others = frozenset(tie for other, tie in beside if other != actor.id and tie.key != key)
    return Seen(
        shown=shown,
        type=actor.type,
        name_key=key,
        full=actor.type != "Person" or _full(key),
        also=_also(actor, key),
        aliases=actor.aliases,
        roles=roles,
        ties=others | frozenset(_role_ties(roles)) if _can_be_tied(actor) else frozenset(),
    )


def _also(actor: Actor, key: str) -> tuple[str, ...]:
    """Keys of the other full names that the article uses; an acronym is one for a body."""
    keys = {
        name_key(alias, actor.type)
        for alias in actor.aliases
        if len(pieces(alias)) > 1 or (actor.type != "Person" and alias.isupper())
    }
    return tuple(sorted(keys - {key}))


def _roles(article: str, actor: Actor, bodies: dict[str, Actor]) -> Iterator[CaseRole]:
    """The titles of an actor without forms of address."""
    for role in actor.roles:
        title = role.title.strip(" -–,.;:'\"“”’")
        if title and fold(title).strip(".") not in _TITLES["address"]:
            body = bodies.get(role.organization or "")
            yield CaseRole(
                title=title,
                organization=body.name if body else None,
                as_of=role.as_of,
                article=article,
            )


def _role_ties(roles: tuple[CaseRole, ...]) -> Iterator[Tie]:
    """A role that few hold ties by its last word ("Israeli Prime Minister": "minister"), a common
    post by its last two ("security adviser"), and both by the body they are held in.
    """
    for role in roles:
        words = pieces(fold(role.title))
        if words and words[-1] not in _TITLES["common_post"]:
            yield Tie(kind="role", key=words[-1])
        elif len(words) > 1:
            yield Tie(kind="post", key=" ".join(words[-2:]))
        if role.organization:
            yield Tie(kind="body", key=name_key(role.organization, "Organization"))
