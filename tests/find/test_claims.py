"""Claims: what is asserted, on whose word, how firmly, with what support."""

import pytest
from msgspec.structs import replace

from onrecord.annotate import annotate
from onrecord.find import find
from onrecord.records.findings import Claim, Findings
from onrecord.records.predictions import Judged, Link
from tests.builders import Scene

PLAIN = "The/DET/2/det mill/NOUN/3/nsubj closed/VERB/0/root early/ADV/3/advmod ./PUNCT/3/punct"
SAID = (
    "Halvek/PROPN/2/nsubj {cue}/VERB/0/root that/SCONJ/6/mark the/DET/5/det mill/NOUN/6/nsubj"
    " closed/VERB/2/ccomp early/ADV/6/advmod ./PUNCT/2/punct"
)
CONTENT = "that the mill closed early"
NESTED = (
    "Halvek/PROPN/2/nsubj said/VERB/0/root that/SCONJ/5/mark officials/NOUN/5/nsubj told/VERB/2/ccomp"
    " him/PRON/5/obj the/DET/8/det mill/NOUN/9/nsubj closed/VERB/5/ccomp early/ADV/9/advmod ./PUNCT/2/punct"
)


def said(cue: str = "said") -> tuple[Claim, ...]:
    scene = Scene(SAID.format(cue=cue))
    return scene.findings(reports=[("Halvek", cue, CONTENT)], names=[("Halvek", "Person")]).claims


def only(sentence: str, **more: object) -> Claim:
    (claim,) = Scene(sentence).findings(**more).claims
    return claim


def test_a_plain_sentence_is_a_fact_on_the_authors_word() -> None:
    claim = only(PLAIN)
    assert (claim.text, claim.kind) == ("The mill closed early", "fact")
    assert [(v.who, v.name, v.named) for v in claim.voices] == [
        ("author", "the author", "unresolved")
    ]
    assert (claim.factuality.polarity, claim.factuality.certainty) == ("+", "certain")
    assert claim.factuality.cues == () and claim.support_offered == "none" and not claim.conditional


def test_the_frame_is_no_part_of_the_claim() -> None:
    (claim,) = said()
    assert claim.text == "the mill closed early"
    assert [(v.who, v.name, v.named) for v in claim.voices[1:]] == [("source", "Halvek", "named")]
    assert claim.support_offered == "named_source"
    assert (claim.factuality.polarity, claim.factuality.certainty) == ("+", "certain")


def test_a_chain_has_the_outermost_voice_first() -> None:
    scene = Scene(NESTED)
    found = scene.findings(
        names=[("Halvek", "Person")],
        reports=[
            ("Halvek", "said", "that officials told him the mill closed early"),
            ("officials", "told", "the mill closed early"),
        ],
    )
    (claim,) = found.claims
    assert claim.text == "the mill closed early"
    assert [(v.name, v.named) for v in claim.voices] == [
        ("the author", "unresolved"),
        ("Halvek", "named"),
        ("officials", "collective"),
    ]
    assert claim.support_offered == "unnamed_source"
    assert [v.attribution for v in claim.voices[1:]] == [a.id for a in found.attributions]


@pytest.mark.parametrize("cue", ["denied", "rejected", "disputes"])
def test_a_denial_turns_the_polarity_and_is_its_cue(cue: str) -> None:
    (claim,) = said(cue)
    assert (claim.factuality.polarity, claim.factuality.certainty) == ("-", "certain")
    start = len("Halvek ")
    assert (start, start + len(cue)) in claim.factuality.cues


@pytest.mark.parametrize("cue", ["believes", "suspects", "fears"])
def test_a_doubtful_report_is_probable(cue: str) -> None:
    (claim,) = said(cue)
    assert (claim.factuality.polarity, claim.factuality.certainty) == ("+", "probable")


FIRM = [
    ("The/DET/2/det mill/NOUN/5/nsubj did/AUX/5/aux not/PART/5/advmod close/VERB/0/root ./PUNCT/5/punct", "-", "certain", "not"),
    ("The/DET/2/det mill/NOUN/4/nsubj never/ADV/4/advmod closed/VERB/0/root ./PUNCT/4/punct", "-", "certain", "never"),
    ("No/DET/2/det mill/NOUN/3/nsubj closed/VERB/0/root ./PUNCT/3/punct", "-", "certain", "No"),
    ("The/DET/2/det mill/NOUN/4/nsubj may/AUX/4/aux close/VERB/0/root ./PUNCT/4/punct", "+", "possible", "may"),
    ("The/DET/2/det mill/NOUN/4/nsubj reportedly/ADV/4/advmod closed/VERB/0/root ./PUNCT/4/punct", "+", "probable", "reportedly"),
    (
        "The/DET/2/det mill/NOUN/5/nsubj may/AUX/5/aux not/PART/5/advmod close/VERB/0/root ./PUNCT/5/punct",
        "-", "possible", "not",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "polarity", "certainty", "cue"), FIRM)
def test_cues_bound_how_firm_a_claim_is(
    sentence: str, polarity: str, certainty: str, cue: str
) -> None:
    scene = Scene(sentence)
    (claim,) = scene.findings().claims
    assert (claim.factuality.polarity, claim.factuality.certainty) == (polarity, certainty)
    assert cue in " ".join(scene.at(claim.factuality.cues))


def test_a_denied_negation_is_a_yes() -> None:
    scene = Scene(
        "Halvek/PROPN/2/nsubj denied/VERB/0/root the/DET/4/det mill/NOUN/7/nsubj did/AUX/7/aux not/PART/7/advmod"
        " close/VERB/2/ccomp ./PUNCT/2/punct"
    )
    (claim,) = scene.findings(reports=[("Halvek", "denied", "the mill did not close")]).claims
    assert claim.factuality.polarity == "+"


def test_a_negation_in_another_clause_does_not_count() -> None:
    scene = Scene(
        "The/DET/2/det mill/NOUN/3/nsubj closed/VERB/0/root because/SCONJ/10/mark the/DET/7/det old/ADJ/7/amod"
        " men/NOUN/10/nsubj did/AUX/10/aux not/PART/10/advmod come/VERB/3/advcl early/ADV/10/advmod ./PUNCT/3/punct"
    )
    polarity = {
        scene.text.slice((c.start, c.start + 3)): c.factuality.polarity
        for c in scene.findings().claims
    }
    assert polarity == {"The": "+", "the": "-"}


IF = (
    "If/SCONJ/4/mark the/DET/3/det strike/NOUN/4/nsubj spreads/VERB/9/advcl ,/PUNCT/4/punct the/DET/7/det"
    " mill/NOUN/9/nsubj will/AUX/9/aux close/VERB/0/root ./PUNCT/9/punct"
)


def test_a_condition_leaves_what_hangs_on_it_open_and_is_no_claim_itself() -> None:
    claim = only(IF)
    assert claim.text.endswith("the mill will close") and claim.conditional
    assert (claim.factuality.polarity, claim.factuality.certainty) == ("u", "underspecified")


KINDS = [
    ("The/DET/2/det mill/NOUN/4/nsubj will/AUX/4/aux close/VERB/0/root ./PUNCT/4/punct", "prediction", "certain"),
    ("Why/ADV/5/advmod did/AUX/5/aux the/DET/4/det mill/NOUN/5/nsubj close/VERB/0/root ?/PUNCT/5/punct", "question", "underspecified"),
    ("Close/VERB/0/root the/DET/4/det old/ADJ/4/amod mill/NOUN/1/obj !/PUNCT/1/punct", "directive", "underspecified"),
    ("The/DET/2/det mill/NOUN/4/nsubj must/AUX/4/aux close/VERB/0/root ./PUNCT/4/punct", "directive", "underspecified"),
    ("Do/AUX/3/aux not/PART/3/advmod close/VERB/0/root the/DET/5/det mill/NOUN/3/obj !/PUNCT/3/punct", "directive", "underspecified"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "kind", "certainty"), KINDS)
def test_the_kind_of_a_claim(sentence: str, kind: str, certainty: str) -> None:
    claim = only(sentence)
    assert (claim.kind, claim.factuality.certainty) == (kind, certainty)
    assert claim.factuality.polarity == ("u" if certainty == "underspecified" else "+")


def test_the_sentence_head_decides_between_fact_opinion_and_prediction() -> None:
    labels = ("fact", "prediction", "opinion")
    for row, kind in (
        ((0.9, 0.05, 0.05), "fact"),
        ((0.1, 0.1, 0.8), "opinion"),
        ((0.1, 0.8, 0.1), "prediction"),
    ):
        judged = Judged(labels=labels, rows=(row,))
        assert only(PLAIN.replace("closed", "closes"), sentences={"kind": judged}).kind == kind


def test_what_was_is_no_prediction_unless_it_was_expected() -> None:
    ahead = {"kind": Judged(labels=("fact", "prediction", "opinion"), rows=((0.1, 0.8, 0.1),))}
    assert only(PLAIN, sentences=ahead).kind == "fact"
    for cue, kind in (("said", "fact"), ("expected", "prediction")):
        scene = Scene(SAID.format(cue=cue))
        (claim,) = scene.findings(reports=[("Halvek", cue, CONTENT)], sentences=ahead).claims
        assert claim.kind == kind


@pytest.mark.parametrize(
    ("clause", "content", "kind"),
    [
        ("closed/VERB/2/ccomp", "closed", "fact"),
        ("was/AUX/7/cop bad/ADJ/2/ccomp", "was bad", "opinion"),
    ],
)
def test_what_somebody_is_quoted_with_is_opinion_only_where_it_weighs(
    clause: str, content: str, kind: str
) -> None:
    comment = {"kind": Judged(labels=("fact", "prediction", "opinion"), rows=((0.1, 0.1, 0.8),))}
    head = 6 if kind == "fact" else 7
    scene = Scene(
        f"Halvek/PROPN/2/nsubj said/VERB/0/root that/SCONJ/{head}/mark the/DET/5/det"
        f" mill/NOUN/{head}/nsubj {clause} ./PUNCT/2/punct"
    )
    report = ("Halvek", "said", f"that the mill {content}")
    (claim,) = scene.findings(reports=[report], sentences=comment).claims
    assert claim.kind == kind


@pytest.mark.parametrize(("cue", "kind"), [("urged", "directive"), ("told", "fact")])
def test_what_somebody_is_asked_to_do_is_a_directive(cue: str, kind: str) -> None:
    assert said(cue)[0].kind == kind


def test_how_checkable_a_claim_is_comes_from_its_sentence() -> None:
    heads = {
        "verifiable": Judged(labels=("no", "yes"), rows=((0.3, 0.7),)),
        "checkworthy": Judged(labels=("no", "yes"), rows=((0.6, 0.4),)),
    }
    claim = only(PLAIN, sentences=heads)
    assert (claim.verifiable, claim.checkworthy) == (0.7, 0.4)


VOICES = [
    ("Officials/NOUN/2/nsubj", "Officials", [], "collective", "unnamed_source"),
    ("Sources/NOUN/2/nsubj", "Sources", [], "unnamed", "unnamed_source"),
    ("Spokesman/NOUN/2/nsubj", "Spokesman", [], "unnamed", "unnamed_source"),
    ("Police/NOUN/2/nsubj", "Police", [], "named", "named_source"),
    ("Critics/NOUN/2/nsubj", "Critics", [], "collective", "unnamed_source"),
    ("Halvek/PROPN/2/nsubj", "Halvek", [], "named", "named_source"),
    ("She/PRON/2/nsubj", "She", [], "unresolved", "unnamed_source"),
    ("Report/NOUN/2/nsubj", "Report", [], "unnamed", "document"),
]


@pytest.mark.parametrize(("row", "source", "names", "named", "support"), VOICES)
def test_what_kind_of_voice_and_support(
    row: str, source: str, names: list[tuple[str, str]], named: str, support: str
) -> None:
    scene = Scene(SAID.format(cue="said").replace("Halvek/PROPN/2/nsubj", row))
    (claim,) = scene.findings(reports=[(source, "said", CONTENT)], names=names).claims
    assert (claim.voices[-1].named, claim.support_offered) == (named, support)


def test_a_source_that_is_not_there_is_unresolved() -> None:
    scene = Scene(
        "It/PRON/3/expl was/AUX/3/aux:pass reported/VERB/0/root that/SCONJ/7/mark the/DET/6/det mill/NOUN/7/nsubj"
        " closed/VERB/3/ccomp early/ADV/7/advmod ./PUNCT/3/punct"
    )
    (claim,) = scene.findings(reports=[("", "reported", CONTENT)]).claims
    assert (claim.voices[-1].name, claim.voices[-1].named) == ("unnamed", "unresolved")
    assert claim.support_offered == "unnamed_source"


def test_a_report_whose_content_asserts_nothing_stays_whole() -> None:
    scene = Scene(
        "Halvek/PROPN/2/nsubj confirmed/VERB/0/root the/DET/5/det quick/ADJ/5/amod closure/NOUN/2/obj of/ADP/8/case"
        " the/DET/8/det mill/NOUN/5/nmod ./PUNCT/2/punct"
    )
    (claim,) = scene.findings(
        reports=[("Halvek", "confirmed", "the quick closure of the mill")]
    ).claims
    assert claim.text == "Halvek confirmed the quick closure of the mill"
    assert claim.voices[0].name == "the author"


def test_quoted_words_without_a_clause_are_a_claim_of_their_own() -> None:
    scene = Scene(
        "Halvek/PROPN/2/nsubj said/VERB/0/root :/PUNCT/2/punct “/PUNCT/6/punct A/DET/6/det disgrace/NOUN/2/obj to/ADP/10/case"
        " the/DET/10/det whole/ADJ/10/amod coast/NOUN/6/nmod ./PUNCT/2/punct ”/PUNCT/6/punct"
    )
    quoted = "“A disgrace to the whole coast.”"
    (claim,) = scene.findings(reports=[("Halvek", "said", quoted)]).claims
    assert (claim.text, claim.rule) == ("A disgrace to the whole coast", "claims.content")
    assert [v.name for v in claim.voices] == ["the author", "Halvek"]


def whole() -> tuple[Scene, Findings]:
    scene = Scene(
        "Soldiers/NOUN/2/nsubj killed/VERB/0/root 40/NUM/4/nummod thugs/NOUN/2/obj in/ADP/6/case Varna/PROPN/2/obl"
        " on/ADP/8/case Monday/PROPN/2/obl ./PUNCT/2/punct",
        PLAIN,
    )
    return scene, scene.findings(names=[("Varna", "Place"), ("Monday", "Date")])


def test_a_claim_knows_what_stands_in_it_and_no_more() -> None:
    _, found = whole()
    first, second = found.claims
    assert first.actors == tuple(a.id for a in found.actors if a.name == "Varna")
    assert first.events == tuple(e.id for e in found.events) and len(first.events) == 1
    assert first.times == tuple(t.id for t in found.times) and len(first.times) == 1
    assert first.quantities == tuple(q.id for q in found.quantities) and len(first.quantities) == 1
    assert first.loaded == tuple(m.id for m in found.loaded) and len(first.loaded) == 1
    assert (second.actors, second.events, second.times, second.quantities, second.loaded) == (
        (),
    ) * 5


def test_claims_stand_in_text_order_each_span_once_with_its_own_id() -> None:
    scene, found = whole()
    spans = [(c.start, c.end) for c in found.claims]
    assert spans == sorted(set(spans)) and len({c.id for c in found.claims}) == len(spans)
    assert all(
        scene.text.slice(span) == c.text for span, c in zip(spans, found.claims, strict=True)
    )


def test_the_authors_own_i_is_no_source_of_its_own() -> None:
    said = SAID.format(cue="think").replace("Halvek/PROPN", "I/PRON")
    (claim,) = Scene(said).findings(reports=[("I", "think", CONTENT)]).claims
    assert [v.who for v in claim.voices] == ["author"]
    assert claim.support_offered == "none"


def test_a_figure_is_claimed_on_the_word_of_whoever_gives_it() -> None:
    sentence = (
        "Halvek/PROPN/2/nsubj estimated/VERB/0/root the/DET/4/det crowd/NOUN/2/obj"
        " at/ADP/6/case 8,000/NUM/4/nmod ./PUNCT/2/punct"
    )
    scene = Scene(sentence)
    reports = [("Halvek", "estimated", "the crowd at 8,000")]
    (claim,) = scene.findings(reports=reports, names=[("Halvek", "Person")]).claims
    assert claim.text == "the crowd at 8,000"
    assert [v.name for v in claim.voices] == ["the author", "Halvek"]


def test_a_verb_that_denies_asserts_that_it_does() -> None:
    rejected = (
        "Halvek/PROPN/2/nsubj rejected/VERB/0/root the/DET/5/det generous/ADJ/5/amod offer/NOUN/2/obj"
        " ./PUNCT/2/punct"
    )
    assert only(rejected).factuality.polarity == "+"


def test_could_not_denies_without_a_doubt() -> None:
    could = (
        "Halvek/PROPN/4/nsubj could/AUX/4/aux {}/PART/4/advmod find/VERB/0/root the/DET/6/det"
        " forms/NOUN/4/obj ./PUNCT/4/punct"
    )
    found = [only(could.format(word)).factuality for word in ("not", "soon")]
    assert [(f.polarity, f.certainty) for f in found] == [("-", "certain"), ("+", "possible")]


def test_a_reported_would_is_a_will_told_later() -> None:
    would = (
        "Halvek/PROPN/2/nsubj said/VERB/0/root the/DET/4/det mill/NOUN/6/nsubj would/AUX/6/aux"
        " close/VERB/2/ccomp early/ADV/6/advmod ./PUNCT/2/punct"
    )
    reports = [("Halvek", "said", "the mill would close early")]
    (told,) = Scene(would).findings(reports=reports).claims
    (alone,) = (
        Scene("The/DET/2/det mill/NOUN/4/nsubj would/AUX/4/aux close/VERB/0/root ./PUNCT/4/punct")
        .findings()
        .claims
    )
    assert (told.factuality.certainty, alone.factuality.certainty) == ("certain", "possible")
    assert (told.kind, alone.kind) == ("prediction", "fact")


def test_a_source_that_reports_itself_is_one_voice() -> None:
    scene = Scene(NESTED)
    reports = [("Halvek", "said", "that officials told him the mill closed early")]
    (claim,) = scene.findings(reports=reports, names=[("Halvek", "Person")]).claims
    assert [v.name for v in claim.voices[1:]] == ["Halvek", "officials"]
    itself = Scene(NESTED.replace("officials/NOUN", "Halvek/PROPN"))
    reports = [("Halvek", "said", "that Halvek told him the mill closed early")]
    names = [("Halvek", "Person"), ("Halvek#2", "Person")]
    (claim,) = itself.findings(reports=reports, names=names).claims
    assert [v.name for v in claim.voices[1:]] == ["Halvek"]


def test_what_a_report_within_a_report_says_is_claimed_though_the_tree_knows_no_clause() -> None:
    scene = Scene(
        "Halvek/PROPN/2/nsubj said/VERB/0/root officials/NOUN/4/nsubj told/VERB/2/ccomp him/PRON/4/obj"
        " the/DET/7/det mill/NOUN/4/obj closed/VERB/4/xcomp early/ADV/8/advmod ./PUNCT/2/punct"
    )
    reports = [("Halvek", "said", "officials told him the mill closed early")]
    (claim,) = scene.findings(reports=reports).claims
    assert (claim.text, len(claim.voices)) == ("the mill closed early", 3)


def test_reportedly_puts_a_claim_on_the_word_of_somebody_unsaid() -> None:
    heard = "The/DET/2/det mill/NOUN/4/nsubj {}/ADV/4/advmod closed/VERB/0/root ./PUNCT/4/punct"
    assert [v.named for v in only(heard.format("allegedly")).voices[1:]] == ["unresolved"]
    assert only(heard.format("early")).voices[1:] == ()


def test_an_according_to_at_the_edge_is_no_part_of_the_claim() -> None:
    scene = Scene(
        "The/DET/2/det mill/NOUN/3/nsubj closed/VERB/0/root early/ADV/3/advmod ,/PUNCT/8/punct"
        " according/VERB/8/case to/ADP/6/fixed Halvek/PROPN/3/obl ./PUNCT/3/punct"
    )
    reports = [("Halvek", "according to", "The mill closed early")]
    (claim,) = scene.findings(reports=reports, names=[("Halvek", "Person")]).claims
    assert claim.text == "The mill closed early"
    assert claim.voices[-1].name == "Halvek"


def test_not_only_negates_nothing() -> None:
    only_so = (
        "The/DET/2/det mill/NOUN/5/nsubj not/PART/5/advmod only/ADV/5/advmod closed/VERB/0/root"
        " early/ADV/5/advmod ./PUNCT/5/punct"
    )
    assert only(only_so).factuality.polarity == "+"


def test_a_description_of_somebody_by_another_is_not_that_other() -> None:
    scene = Scene(
        "A/DET/3/det former/ADJ/3/amod adviser/NOUN/6/nsubj to/ADP/5/case Halvek/PROPN/3/nmod"
        " said/VERB/0/root the/DET/8/det mill/NOUN/9/nsubj closed/VERB/6/ccomp early/ADV/9/advmod"
        " ./PUNCT/6/punct"
    )
    found = scene.findings(
        reports=[("A former adviser to Halvek", "said", "the mill closed early")],
        names=[("Halvek", "Person")],
    )
    assert found.attributions[0].actor is None
    assert found.claims[0].voices[-1].named == "unnamed"


@pytest.mark.parametrize(("verb", "voices"), [("insists", ["Halvek"]), ("proves", [])])
def test_what_somebody_insists_is_not_the_authors_even_where_no_report_is_marked(
    verb: str, voices: list[str]
) -> None:
    scene = Scene(SAID.format(cue=verb))
    claims = scene.findings(names=[("Halvek", "Person")]).claims
    inner = next(c for c in claims if c.text == "the mill closed early")
    assert [v.name for v in inner.voices[1:]] == voices


def test_rather_than_negates_what_follows_and_not_the_claim() -> None:
    chosen = (
        "The/DET/2/det mill/NOUN/3/nsubj closed/VERB/0/root early/ADV/3/advmod rather/ADV/7/cc"
        " than/ADP/5/fixed late/ADV/4/conj ./PUNCT/3/punct"
    )
    assert only(chosen).factuality.polarity == "+"


def test_a_frame_that_breaks_into_a_claim_is_no_other_voices_claim() -> None:
    scene = Scene(
        "The/DET/2/det vote/NOUN/5/nsubj ,/PUNCT/5/punct Halvek/PROPN/5/nsubj argued/VERB/0/root ,/PUNCT/5/punct"
        " was/AUX/5/cop never/ADV/10/advmod about/ADP/10/case money/NOUN/5/obl ./PUNCT/5/punct"
    )
    said = scene.predictions(reports=[("Halvek", "argued", "The vote")])
    more = scene.tag("was never about money", "content")
    predictions = replace(
        said,
        attribution=(*said.attribution, more),
        links=(*said.links, Link(part=3, cue=1, score=0.9)),
    )
    (claim,) = find(scene.text, annotate(scene.text, predictions)).claims
    assert [v.name for v in claim.voices[1:]] == ["Halvek"]
    assert (claim.text, claim.factuality.polarity) == (
        "The vote, Halvek argued, was never about money",
        "-",
    )


ACCUSED = (
    "Orlu/PROPN/2/nsubj accused/VERB/0/root the/DET/4/det mill/NOUN/2/obj of/SCONJ/6/mark"
    " “/PUNCT/7/punct hiding/VERB/2/advcl files/NOUN/7/obj ”/PUNCT/7/punct ./PUNCT/2/punct"
)


def test_an_accusation_is_one_claim_on_the_word_of_whoever_makes_it() -> None:
    claim = only(
        ACCUSED,
        names=[("Orlu", "Person")],
        reports=[("Orlu", "accused", "the mill of “hiding files”")],
    )
    assert claim.text == "Orlu accused the mill of “hiding files”"
    assert [v.name for v in claim.voices[1:]] == ["Orlu"]


def test_what_is_clear_without_a_source_is_the_authors_own() -> None:
    clear = (
        "It/PRON/3/expl is/AUX/3/cop {}/0/root that/SCONJ/6/mark mills/NOUN/6/nsubj closed/VERB/3/ccomp"
        " early/ADV/6/advmod"
    )
    plain = Scene(clear.format("clear/ADJ")).findings(
        reports=[("", "is clear", "that mills closed early")]
    )
    heard = Scene(clear.format("reported/VERB")).findings(
        reports=[("", "is reported", "that mills closed early")]
    )
    assert len(plain.claims[-1].voices) == 1 and len(heard.claims[-1].voices) == 2
