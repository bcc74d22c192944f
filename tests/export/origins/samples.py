"""An answer about origins made by hand: an agency text about an invented matter and what
became of it: reprints, a rewrite, an independent report, a shared quotation, two versions."""

import re
from difflib import SequenceMatcher

from onrecord.records.documents import Credit
from onrecord.records.origins import (
    Article,
    Assertion,
    Change,
    Collapse,
    Independent,
    Link,
    Listed,
    Origins,
    Passage,
    Statement,
    TextFamily,
    Versions,
)

LEAD = (
    "HALVIK, 2 May (Nordwire) - The port authority of Halvik paid 4.2 million crowns over three "
    "years to a dredging firm that owns no ships and has no staff, the state auditor Runa Selde "
    "said on Thursday."
)
QUOTE = (
    "\u201cWe looked for the dredgers and we looked for the mud they were paid to move. We found "
    "neither the one nor the other,\u201d Selde told reporters at the harbour office."
)
AGENCY = "\n\n".join(
    (
        "Halvik port paid firm without ships, auditor says",
        LEAD,
        QUOTE,
        "The firm, Orsund Marine, was registered in 2021 at an address that it shares with a "
        "bakery. Its only director did not answer calls. The auditor\u2019s report runs to 140 pages "
        "and names two officials who signed the invoices.",
        "The head of the port, Jonas Brekk, denied that any rule was broken. He said that the "
        "contracts had been checked by lawyers and that the work would be shown to anyone who "
        "asked. The council will discuss the report in June.",
        "Halvik is the third largest harbour on the coast. Some 900 people work there, and its "
        "channel has to be dredged each spring because the river carries sand into it.",
    )
)
LOCAL = (
    "In the cafes of Quay Street the report was the only subject on Friday morning. \U0001f6a2 Several "
    "dockers who have worked in the harbour for more than twenty years told this newspaper that "
    "they had never seen a ship of the firm, that no barge had lain at the north mole since the "
    "winter of 2019, and that they had wondered for a long time why the channel was said to be "
    "six metres deep when every pilot on the river knew it to be less than five at low water."
)
POST = AGENCY.replace(
    "Halvik port paid firm without ships, auditor says",
    "Millions for mud nobody moved",
).replace(QUOTE, QUOTE + "\n\n" + LOCAL)
COAST = "\n\n".join(AGENCY.split("\n\n")[1:4])
LEDGER = "\n\n".join(
    (
        "Auditor: Halvik paid a firm with no fleet",
        "The Halvik port authority paid 4.2 million crowns in three years to a dredging company "
        "that owns no ships and has no staff, according to the state auditor Runa Selde.",
        "The company, Orsund Marine, was registered in 2021 at an address it shares with a bakery. "
        "Its sole director did not answer calls. The report runs to 140 pages and names two "
        "officials who signed the invoices.",
        "\u201cWe looked for the dredgers,\u201d Selde told reporters at the harbour office.",
        "Jonas Brekk, head of the port, denied that any rule was broken. He said the contracts "
        "had been checked by lawyers and that the work would be shown to anyone who asked.",
    )
)
MERIDIAN = "\n\n".join(
    (
        "\u201cI was told to sign\u201d: inside the Halvik payments",
        "A former bookkeeper of the port of Halvik says that she was told to approve invoices for "
        "dredging although nobody had seen a dredger. Ylva Marr, who left in March, showed The "
        "Meridian copies of eleven payments, together 4.2 million crowns, to Orsund Marine.",
        "Marr says that her superior called the firm \u201ca formality\u201d. The port did not answer "
        "our questions before this edition closed.",
        "Subscribe to The Meridian to read all of our reporting on the coast. A subscription "
        "costs four crowns a week and can be ended at any time.",
    )
)
MERIDIAN_LATER = MERIDIAN.replace("eleven payments", "fourteen payments").replace(
    "The port did not answer our questions before this edition closed.",
    "The port said on Saturday that it would look into the matter.",
)
COMMENT = "\n\n".join(
    (
        "Who minds the harbour?",
        "There is a sentence that will stay with this town. " + QUOTE,
        "It is easy to laugh. It is harder to ask why a council of nineteen members, each of whom "
        "walks past the north mole on the way to its meetings, needed an auditor from the capital "
        "to see what was not there.",
        "Subscribe to The Meridian to read all of our reporting on the coast. A subscription "
        "costs four crowns a week and can be ended at any time.",
    )
)


def article(name: str, text: str, **known: object) -> Article:
    fields = {"id": f"d-{name}", "name": f"{name}.html", "text": text, "title": text.split("\n")[0]}
    return Article(**(fields | known))  # type: ignore[arg-type]


NORDWIRE = Credit(agency="Nordwire", text="(Nordwire)", start=14, end=24)
HOSTILE = "</script><script>alert('x')</script> <b>Harbour</b> \u202efeed\u202c & \"co\""
ARTICLES = (
    article("comment", COMMENT, outlet="The Meridian Weekly", published="2024-05"),
    article("wire", AGENCY, outlet="Nordwire", published="2024-05-02T09:12:00Z"),
    article(
        "post",
        POST,
        outlet="Halvik Post",
        published="2024-05-03T06:00:00Z",
        credit=NORDWIRE,
        url="https://post.example/mud",
    ),
    article("meridian", MERIDIAN, outlet="The Meridian", published="2024-05-03"),
    article("coast", COAST, outlet="Coast Today", published="2024-05-03", title=None),
    article("meridian-2", MERIDIAN_LATER, outlet="The Meridian", published="2024-05-04T18:30:00Z"),
    article("ledger", LEDGER, outlet="Ledger Online", published="2024-05-05"),
    article("feed", AGENCY, outlet=None, title=HOSTILE, url="https://www.feed.example/77"),
)
BY_NAME = {item.id: item for item in ARTICLES}


def words(text: str) -> list[re.Match[str]]:
    return list(re.finditer(r"\S+", text))


def passages(left: str, right: str, least: int = 8) -> tuple[Passage, ...]:
    """Shared stretches of at least ``least`` words; those a few words apart are one."""
    a, b = words(left), words(right)
    same = SequenceMatcher(None, [w[0] for w in a], [w[0] for w in b], autojunk=False)
    joined: list[list[int]] = []
    for i, j, size in same.get_matching_blocks():
        if size < 3:
            continue
        if joined and i - joined[-1][1] <= 4 and j - joined[-1][3] <= 4:
            joined[-1][1], joined[-1][3] = i + size, j + size
        else:
            joined.append([i, i + size, j, j + size])
    return tuple(
        (a[i].start(), a[e - 1].end(), b[j].start(), b[f - 1].end())
        for i, e, j, f in joined
        if e - i >= least
    )


def link(left: str, right: str, kind: str, direction: str, why: str, **more: object) -> Link:
    one, other = BY_NAME[f"d-{left}"].text, BY_NAME[f"d-{right}"].text
    found = passages(one, other)
    covered = [
        sum(len(text[p[at] : p[at + 1]].split()) for p in found) / len(text.split())
        for text, at in ((one, 0), (other, 2))
    ]
    return Link(
        left=f"d-{left}",
        right=f"d-{right}",
        kind=kind,  # type: ignore[arg-type]
        left_share=round(min(covered[0], 1), 3),
        right_share=round(min(covered[1], 1), 3),
        direction=direction,  # type: ignore[arg-type]
        why=why,
        passages=found,
        **more,  # type: ignore[arg-type]
    )


LINKS = (
    link(
        "wire",
        "post",
        "reprint",
        "left_first",
        "It is dated 21 hours later and credits Nordwire",
        prov="wasDerivedFrom",
    ),
    link(
        "coast",
        "wire",
        "excerpt",
        "right_first",
        "It is dated a day later and lies wholly inside the longer text",
        prov="wasDerivedFrom",
    ),
    link(
        "wire",
        "ledger",
        "rewrite",
        "left_first",
        "It is dated three days later",
        prov="wasRevisionOf",
    ),
    link("wire", "feed", "identical", "unknown", "One of them has no date and no credit line"),
    link("post", "ledger", "rewrite", "left_first", "It is dated two days later"),
    link("coast", "post", "excerpt", "unknown", "Both are dated 3 May 2024"),
    link("coast", "feed", "excerpt", "right_first", "It lies wholly inside the longer text"),
    link(
        "meridian",
        "meridian-2",
        "version",
        "left_first",
        "The same address at a later time",
        prov="wasRevisionOf",
    ),
    link(
        "wire",
        "comment",
        "shared_quotation",
        "unknown",
        "All that is shared are words of Runa Selde between quotation marks",
        prov="wasQuotedFrom",
    ),
    link(
        "meridian",
        "comment",
        "shared_boilerplate",
        "unknown",
        "All that is shared is a line that invites to subscribe",
    ),
)
PAID = "The port authority of Halvik paid 4.2 million crowns to a dredging firm that owns no ships"


def statement(name: str, text: str, source: str | None = None) -> Statement:
    return Statement(
        claim=f"c-{name}",
        article=f"d-{name}",
        span=(0, 10),
        text=text,
        kind="fact",
        polarity="+",
        source=source,
        numbers=(4.2e6,),
    )


STATEMENTS = (
    *(statement(name, PAID, "Runa Selde") for name in ("wire", "post", "coast", "ledger", "feed")),
    statement(
        "meridian",
        "eleven payments, together 4.2 million crowns, to Orsund Marine",
        "Ylva Marr",
    ),
    statement("meridian-2", "fourteen payments, together 4.2 million crowns, to Orsund Marine"),
    statement("comment", "We found neither the one nor the other"),
)


def same_text(left: str, right: str, why: str) -> Collapse:
    return Collapse(left=f"d-{left}", right=f"d-{right}", dependence="same_text", why=why)


COPIED = (
    same_text("wire", "post", "Halvik Post repeats Nordwire in the same words."),
    same_text("wire", "coast", "Coast Today repeats Nordwire in the same words."),
    same_text("wire", "ledger", "Ledger Online repeats Nordwire in the same words."),
    same_text(
        "wire",
        "feed",
        "Nordwire and feed.html say it in the same words; who came first is unknown.",
    ),
)
ASSERTIONS = (
    Assertion(
        text=PAID,
        claims=tuple(s.claim for s in STATEMENTS[:-1]),
        documents=(
            "d-wire",
            "d-post",
            "d-coast",
            "d-meridian",
            "d-meridian-2",
            "d-ledger",
            "d-feed",
        ),
        independent=Independent(proved=2, possible=2),
        collapsed_by=(
            *COPIED,
            Collapse(
                left="d-meridian",
                right="d-meridian-2",
                dependence="same_publisher",
                why="Both articles were published by The Meridian.",
            ),
        ),
    ),
    Assertion(
        text="The auditor\u2019s report runs to 140 pages and names two officials who signed the invoices",
        claims=("c-x1", "c-x2"),
        documents=("d-wire", "d-post", "d-coast", "d-ledger", "d-feed"),
        independent=Independent(proved=1, possible=1),
        collapsed_by=(*COPIED,),
    ),
    Assertion(
        text="Orsund Marine was registered in 2021 at an address that it shares with a bakery",
        claims=("c-x7", "c-x8"),
        documents=("d-wire", "d-post", "d-coast", "d-ledger", "d-feed"),
        independent=Independent(proved=1, possible=1),
        collapsed_by=COPIED,
    ),
    Assertion(
        text="Auditors found neither dredgers nor the mud they were paid to move",
        claims=("c-comment", "c-x3"),
        documents=("d-wire", "d-comment"),
        independent=Independent(proved=1, possible=1),
        collapsed_by=(
            Collapse(
                left="d-comment",
                right="d-wire",
                dependence="same_source",
                why="The Meridian Weekly and Nordwire quote the same words of Runa Selde.",
            ),
        ),
    ),
    Assertion(
        text="Nobody had seen a dredger in the harbour",
        claims=("c-x4", "c-x5", "c-x6"),
        documents=("d-post", "d-meridian", "d-comment"),
        independent=Independent(proved=1, possible=3),
        unknown=("d-post", "d-comment"),
    ),
)


def sample() -> Origins:
    """The whole answer."""
    return Origins(
        documents=tuple(
            Listed(
                id=item.id,
                name=item.name,
                outlet=item.outlet,
                published=item.published,
                credit=item.credit,
            )
            for item in ARTICLES
        ),
        links=LINKS,
        families=(
            TextFamily(documents=("d-wire", "d-post", "d-coast", "d-ledger", "d-feed"), root=None),
            TextFamily(documents=("d-meridian", "d-meridian-2"), root="d-meridian"),
        ),
        assertions=ASSERTIONS,
        versions=(
            Versions(
                earlier="d-meridian",
                later="d-meridian-2",
                changes=(
                    Change(kind="changed_figure", before="c-meridian", after="c-meridian-2"),
                    Change(
                        kind="added",
                        before=None,
                        after="The port said on Saturday that it would look into the matter",
                    ),
                ),
            ),
        ),
    )
