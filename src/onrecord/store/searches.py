"""A search: the database finds, in one order on both; the best are ranked and shown."""

from msgspec.structs import replace

from onrecord.errors import WrongUse
from onrecord.records.cases import Excerpt, Found, FoundClaim, Hit
from onrecord.store import queries
from onrecord.store.database import Database
from onrecord.store.entries import Claimed, claimed_from
from onrecord.store.questions import Question, question_of
from onrecord.store.ranking import Standing, best_excerpt, standing, whole_excerpt

RANKED = 300
"""Matches that are ranked: those with the words in the headline first, then the newest."""


def search(database: Database, query: str, limit: int, claims: bool = False) -> Found:
    """Find texts, or claims where ``claims`` or a field asks for them; the best of ``RANKED`` first."""
    if limit < 1:
        raise WrongUse(f"{limit} results cannot be shown; ask for at least one.")
    question = question_of(query)
    if claims:
        question = replace(question, claims=True)
    standings, more = _ranked(database, question)
    show = _claim_hit if question.claims else _text_hit
    return Found(
        query=query,
        hits=tuple(show(database, question, best) for best in standings[:limit]),
        matches=len(standings),
        more=more,
    )


def _ranked(database: Database, question: Question) -> tuple[list[Standing], bool]:
    """The matches, best first, and whether there are older ones that were not looked at."""
    table = "claim_words" if question.claims else "article_words"
    headlines: list[int] = []
    if question.words and not question.claims:
        headlines = queries.matches(database, table, (question, True), RANKED + 1)
    places = list(headlines)
    if len(places) <= RANKED:
        known = set(headlines)
        found = queries.matches(database, table, (question, False), RANKED + 1)
        places += [place for place in found if place not in known]
    more = len(places) > RANKED
    places = places[:RANKED]
    if not question.words:
        return [standing(place, "", (), False) for place in places], more
    words, top = queries.words_at(database, table, places), set(headlines)
    ranked = [
        standing(place, words[place], question.words, place in top)
        for place in places
        if place in words
    ]
    return sorted(ranked, key=lambda found: (-found.score, -found.place)), more


def _text_hit(database: Database, question: Question, best: Standing) -> Hit:
    article, packed = queries.article_at(database, best.place)
    read = claimed_from(packed)
    excerpt = best_excerpt(
        read.document.text,
        [(sentence.start, sentence.end) for sentence in read.sentences],
        question.words,
        question.names,
    )
    return _hit(article, read, (best, excerpt), None)


def _claim_hit(database: Database, question: Question, best: Standing) -> Hit:
    article, packed, number = queries.claim_at(database, best.place)
    read = claimed_from(packed)
    claim = read.claims[number]
    excerpt = whole_excerpt(
        read.document.text, (claim.start, claim.end), question.words + question.names
    )
    found = FoundClaim(id=claim.id, kind=claim.kind, voices=claim.voices)
    return _hit(article, read, (best, excerpt), found)


def _hit(
    article: str, read: Claimed, shown: tuple[Standing, Excerpt], claim: FoundClaim | None
) -> Hit:
    document = read.document
    return Hit(
        article=article,
        name=document.name,
        title=document.title,
        outlet=document.outlet,
        published=document.published,
        excerpt=shown[1],
        why=shown[0].why,
        claim=claim,
    )
