"""In which order an answer about origins is read: what looks wider than it is comes first."""

from onrecord.export.origins.lookups import Lookup
from onrecord.records.origins import COPIES, Assertion, Link, LinkKind, Origins, TextFamily

_APART: tuple[LinkKind, ...] = ("shared_passage", "shared_quotation", "shared_boilerplate")
EXPLANATION = (
    "First what stands in many articles and yet has only one origin proved; "
    "the more articles, the higher."
)


def assertion_order(lookup: Lookup) -> tuple[list[Assertion], list[Assertion]]:
    """Assertions with at most one origin proved, then those with more."""
    ordered = sorted(
        lookup.origins.assertions,
        key=lambda a: (-len(a.documents), a.independent.possible, _first(lookup, a)),
    )
    narrow = [a for a in ordered if a.independent.proved < 2]
    return narrow, [a for a in ordered if a.independent.proved >= 2]


def bundles(ordered: list[Assertion]) -> list[list[Assertion]]:
    """Assertions that the same articles make for the same reasons, told together.

    A text that was copied carries all its assertions along: they have one picture.
    """
    together: dict[object, list[Assertion]] = {}
    for assertion in ordered:
        pairs = tuple((c.left, c.right, c.dependence) for c in assertion.collapsed_by)
        key = (assertion.documents, assertion.independent, pairs, assertion.unknown)
        together.setdefault(key, []).append(assertion)
    return list(together.values())


def copied(origins: Origins) -> list[TextFamily]:
    """Families that are more than versions of one page."""
    return [family for family in origins.families if not _one_page(origins, family)]


def family_order(lookup: Lookup) -> list[TextFamily]:
    """Families of texts, the largest first, then by date."""
    return sorted(
        copied(lookup.origins),
        key=lambda f: (-len(f.documents), min(lookup.of(a).number for a in f.documents)),
    )


def no_copies(lookup: Lookup) -> list[Link]:
    """Links that share too little for a copy: passages, then quotations, then standing matter."""
    found = [link for link in lookup.origins.links if link.kind not in COPIES]
    return sorted(found, key=lambda k: (_APART.index(k.kind), lookup.numbers[k]))


def _first(lookup: Lookup, assertion: Assertion) -> int:
    """The number of an assertion's earliest article."""
    return min((lookup.of(article).number for article in assertion.documents), default=0)


def _one_page(origins: Origins, family: TextFamily) -> bool:
    """Whether all that joins a family are links between versions."""
    inside = set(family.documents)
    kinds = {k.kind for k in origins.links if {k.left, k.right} <= inside and k.kind in COPIES}
    return kinds == {"version"}
