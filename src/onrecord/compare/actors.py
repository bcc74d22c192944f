"""One actor across the articles of a case, with a reason for every join.

The surest joins come first: what people decided; one full name with a role, a body or others in
common; another form of the name; the same name and nothing else known. A surname or first name
alone joins only where something else ties it. Every step meets names or ties in tables, never
all pairs of appearances, so that the work grows with their number.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from onrecord.compare.appearances import Seen, Tie, appearances
from onrecord.compare.groups import Groups
from onrecord.compare.names import SAME, names_match
from onrecord.compare.namesakes import Known, Namesake, namesakes
from onrecord.records.judgements import Judgement
from onrecord.records.people import CaseActor, CaseRole, Join, JoinKind, standing
from onrecord.records.readings import Reading

SURE_NAME = 0.88
"""Another form of a name that matches this well joins even where nothing else is known."""
SURE_WORD = 0.93
"""The same for a name of one word: single words are easily alike."""
SCORES: dict[JoinKind, float] = {
    "decided": 1.0, "same_role": 0.97, "same_company": 0.92, "other_name": 0.9, "same_name": 0.7,
}  # fmt: skip
SURNAME = 0.9
"""A surname alone that is tied is joined this much less surely than a full name."""
BESIDE_FOR_SURNAME = 2
"""So many telling others have to stand beside a bare surname, or a name with a slip, to tie it."""
LONG_ACRONYM = len("b iaea")
"""A key this long is an acronym of four letters or more: few names share those."""
CLEARLY = 2
"""A bare surname joins the actor with this many times the ties of the next; else it stays open."""
Profile = dict[Tie, dict[int, list[int]]]
Reason = tuple[JoinKind, float, str]


def actors(
    readings: Iterable[tuple[str, Reading]], judgements: Sequence[Judgement] = ()
) -> tuple[CaseActor, ...]:
    """The actors of a case, most widely named first; ``readings`` are (article id, reading)."""
    seen = appearances(readings)
    at = {s.shown.key: i for i, s in enumerate(seen)}
    decided = [
        (at[d.about[0]], at[d.about[1]], d)
        for d in standing(judgements)
        if all(key in at for key in d.about)
    ]
    groups = Groups(seen, [(a, b) for a, b, d in decided if d.verb == "split"])
    for a, b, d in decided:
        if d.verb == "merge":
            groups.join(a, b, ("decided", SCORES["decided"], f"{d.who} decided it: {d.why}"))
    _join_same_names(groups)
    _join_other_names(groups)
    _join_surnames(groups)
    joins: dict[int, list[Join]] = defaultdict(list)
    for join in groups.joins:
        joins[groups.root(at[join.left])].append(join)
    made = [_actor(groups, members, joins) for members in groups.groups()]
    return tuple(sorted(made, key=lambda a: (-len(a.articles), -a.mentions, a.name, a.key)))


# One full name


def _join_same_names(groups: Groups) -> None:
    """First those that share a tie, then the rest of each name."""
    rows: dict[tuple[bool, str], list[int]] = defaultdict(list)
    for i, seen in enumerate(groups.seen):
        if seen.full:
            rows[seen.person, seen.name_key].append(i)
    for row in rows.values():
        _join_tied(groups, row, 1)
    for row in rows.values():
        first = max(row, key=lambda i: (len(groups.members(i)), -i))
        for i in row:
            groups.join(first, i, _same_name(groups.seen[first], groups.seen[i]))


def _same_name(left: Seen, right: Seen) -> Reason:
    other = "" if left.type == right.type else f" (once as {left.type}, once as {right.type})"
    why = f"The same name, “{right.shown.name}”{other}; nothing else known ties the two."
    return "same_name", SCORES["same_name"], why


def _join_tied(groups: Groups, row: Sequence[int], least: int, factor: float = 1.0) -> None:
    """Join appearances of one name with the first that shares a tie with them."""
    first: dict[Tie, int] = {}
    for i in row:
        ties = groups.seen[i].ties
        shared = Counter(first[tie] for tie in sorted(ties) if tie in first)
        for other, _ in shared.most_common():
            both = ties & groups.seen[other].ties
            if _enough(both, least):
                groups.join(other, i, _tied(groups, i, both, factor))
        for tie in ties:
            first.setdefault(tie, i)


def _enough(ties: frozenset[Tie], least: int) -> bool:
    """A shared role or body is enough; of others beside, ``least``."""
    return any(t.kind in {"role", "body"} for t in ties) or len(ties) >= least


def _tied(groups: Groups, index: int, ties: frozenset[Tie], factor: float) -> Reason:
    kind = _kind(ties)
    why = f"The same name, “{groups.seen[index].shown.name}”, and both articles {_in_common(groups, ties)}."
    return kind, SCORES[kind] * factor, why


def _kind(ties: frozenset[Tie]) -> JoinKind:
    return "same_company" if all(t.kind == "beside" for t in ties) else "same_role"


def _in_common(groups: Groups, ties: frozenset[Tie]) -> str:
    """What two articles have in common about somebody, in words."""
    roles = sorted(t.key for t in ties if t.kind in {"role", "post"})
    if roles:
        return f"give the role “{roles[0]}”"
    names = sorted({groups.printed.get(t.key, t.key) for t in ties if t.kind in {"body", "beside"}})
    if any(t.kind == "body" for t in ties):
        return f"give a role in {names[0]}"
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return f"also name {', '.join(names[:3])}{more}"


# Other forms of the name


def _join_other_names(groups: Groups) -> None:
    """Names that match join where tied, or where they can hardly be another's."""
    by_name: dict[str, list[int]] = defaultdict(list)
    for i, seen in enumerate(groups.seen):
        if seen.full:
            by_name[_family(seen, seen.name_key)].append(i)
    found = namesakes(_known_names(groups.seen, by_name))
    _join_aliases(groups, by_name)
    near: dict[str, set[str]] = defaultdict(set)
    for pair in found:
        near[pair.left].add(pair.right)
        near[pair.right].add(pair.left)
    for pair in found:
        places = all(groups.seen[by_name[k][0]].type == "Place" for k in (pair.left, pair.right))
        sure = _sure(pair, places)
        alone = near[pair.left] - near[pair.right] <= {pair.right}
        alone = alone and near[pair.right] - near[pair.left] <= {pair.left}
        _join_pair(groups, by_name, pair, sure and alone)


def _sure(pair: Namesake, places: bool) -> bool:
    """Whether a match can hardly be another's: of acronyms only places' or a long one."""
    if pair.match.kind == "acronym":
        return places or min(len(pair.left), len(pair.right)) >= LONG_ACRONYM
    least = SURE_NAME if " " in pair.left[2:] else SURE_WORD
    return pair.match.score >= least and pair.match.kind not in {"initials", "part", "slip"}


def _family(seen: Seen, key: str) -> str:
    return f"{'p' if seen.person else 'b'} {key}"


def _known_names(seen: Sequence[Seen], by_name: dict[str, list[int]]) -> list[Known]:
    known = []
    for key, row in sorted(by_name.items()):
        names = Counter(seen[i].shown.name for i in row)
        types = Counter(seen[i].type for i in row)
        name = min(names, key=lambda n: (-names[n], n))
        type = min(types, key=lambda t: (-types[t], t))
        words = tuple(seen[row[0]].name_key.split())
        known.append(Known(key=key, words=words, name=name, type=type))
    return known


def _join_aliases(groups: Groups, by_name: dict[str, list[int]]) -> None:
    """A name that an article uses beside another one for the same actor."""
    for i, seen in enumerate(groups.seen):
        for alias in seen.also:
            for j in by_name.get(_family(seen, alias), ())[:1]:
                here, there = seen.shown.name, groups.seen[j].shown.name
                if names_match(here, there, seen.type).score >= SAME:
                    why = f"An article names it both “{here}” and “{there}”."
                    groups.join(i, j, ("other_name", SCORES["other_name"], why))


def _join_pair(groups: Groups, by_name: dict[str, list[int]], pair: Namesake, sure: bool) -> None:
    """Join two names where their appearances share a tie, or else where the names are sure."""
    left, right = by_name[pair.left], by_name[pair.right]
    first: dict[Tie, int] = {}
    for i in left:
        for tie in groups.seen[i].ties:
            first.setdefault(tie, i)
    for j in right:
        for tie in sorted(groups.seen[j].ties & first.keys()):
            i = first[tie]
            both = groups.seen[i].ties & groups.seen[j].ties
            apart = groups.seen[i].shown.article != groups.seen[j].shown.article
            why = f"{pair.match.why[:-1]}, and both articles {_in_common(groups, both)}."
            score = SCORES["other_name"] * pair.match.score
            enough = pair.match.kind != "slip" or _enough(both, BESIDE_FOR_SURNAME)
            if apart and enough and groups.join(i, j, ("other_name", score, why)):
                break
    if sure and groups.root(left[0]) != groups.root(right[0]):
        why = f"{pair.match.why} Nothing else known ties the two."
        groups.join(left[0], right[0], ("other_name", SCORES["same_name"] * pair.match.score, why))


# A surname or first name alone


def _join_surnames(groups: Groups) -> None:
    """To the one full name that it is part of and tied to; else to others of its own kind."""
    single = [i for i, s in enumerate(groups.seen) if s.person and not s.full]
    full: dict[str, list[int]] = defaultdict(list)
    for i, seen in enumerate(groups.seen):
        if seen.person and seen.full:
            for word in {seen.name_key.split()[0], seen.name_key.split()[-1]}:
                full[word].append(i)
    profiles = {word: _profile(groups, row) for word, row in full.items()}
    alone: dict[str, list[int]] = defaultdict(list)
    for i in single:
        if not _join_full(groups, i, profiles.get(groups.seen[i].name_key, {})):
            alone[groups.seen[i].name_key].append(i)
    for row in alone.values():
        _join_tied(groups, row, BESIDE_FOR_SURNAME, SURNAME)


def _profile(groups: Groups, row: Sequence[int]) -> Profile:
    """For each tie of the full names: which actors have it, and in which appearances."""
    held: Profile = defaultdict(lambda: defaultdict(list))
    for i in row:
        for tie in groups.seen[i].ties:
            held[tie][groups.root(i)].append(i)
    return held


def _join_full(groups: Groups, index: int, held: Profile) -> bool:
    """Join a bare surname to the one actor that has what ties it at least twice as often."""
    shared = _shared(groups, index, held)
    often = Counter({root: sum(map(len, ties.values())) for root, ties in shared.items()})
    ranked = often.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < CLEARLY * ranked[1][1]):
        return False
    ties = shared[ranked[0][0]]
    if not _enough(frozenset(ties), BESIDE_FOR_SURNAME):
        return False
    other = ties[min(ties)][0]
    kind = _kind(frozenset(ties))
    why = (
        f"“{groups.seen[index].shown.name}” is part of “{groups.seen[other].shown.name}”, and"
        f" articles with the full name {_in_common(groups, frozenset(ties))}."
    )
    return groups.join(other, index, (kind, SCORES[kind] * SURNAME, why))


def _shared(groups: Groups, index: int, held: Profile) -> dict[int, dict[Tie, list[int]]]:
    """For each actor what a bare surname shares with it, and where in other articles."""
    here = groups.seen[index].shown.article
    shared: dict[int, dict[Tie, list[int]]] = defaultdict(dict)
    for tie in groups.seen[index].ties & held.keys():
        for root, places in held[tie].items():
            others = [i for i in places if groups.seen[i].shown.article != here]
            if others:
                shared[root][tie] = others
    return shared


# The record


def _actor(groups: Groups, members: list[int], joins: dict[int, list[Join]]) -> CaseActor:
    rows = [groups.seen[i] for i in members]
    names = Counter(r.shown.name for r in rows)
    names.update({alias: 0 for r in rows for alias in r.aliases if alias not in names})
    full = {r.shown.name for r in rows if r.full} or set(names)
    name = min(full, key=lambda n: (-names[n], -len(n), n))
    types = Counter({r.type: 0 for r in rows})
    for row in rows:
        types[row.type] += row.shown.mentions
    own = joins[groups.root(members[0])]
    return CaseActor(
        key=min(r.shown.key for r in rows),
        type=min(types, key=lambda t: (-types[t], t)),
        name=name,
        aliases=tuple(n for n in sorted(names, key=lambda n: (-names[n], n)) if n != name),
        roles=_case_roles(rows),
        articles=tuple(sorted({r.shown.article for r in rows})),
        appearances=tuple(r.shown for r in rows),
        joins=tuple(sorted(own, key=lambda j: (-j.score, j.left, j.right))),
        mentions=sum(r.shown.mentions for r in rows),
    )


def _case_roles(rows: Sequence[Seen]) -> tuple[CaseRole, ...]:
    """All roles in order of their dates, each once an article."""
    roles = {role for row in rows for role in row.roles}
    return tuple(sorted(roles, key=lambda r: (r.as_of or "~", r.article, r.title)))
