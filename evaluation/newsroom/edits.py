"""What newsrooms do to a text they did not write: a registry of edits, each with a severity."""

import random
from collections.abc import Callable
from typing import TypeAlias

from newsroom import subediting as sub
from newsroom.additions import Stock
from newsroom.subediting import Rule
from newsroom.texts import Draft, Paragraph, Sentence, count, is_quoted

LEAST = 60
"""No edit leaves fewer words of a text than this."""


Edit: TypeAlias = Callable[[Draft, random.Random, float, Stock], Draft]


def cut_end(draft: Draft, chance: random.Random, amount: float, stock: Stock) -> Draft:
    """The end is cut off, up to nine tenths of the text."""
    wanted = max(LEAST, round(count(draft) * (1 - 0.9 * amount)))
    kept: Draft = []
    for paragraph in draft:
        if count(kept) >= wanted:
            break
        kept.append(paragraph)
    return kept


def new_lead(draft: Draft, chance: random.Random, amount: float, stock: Stock) -> Draft:
    """The opening paragraphs go, others take their place."""
    gone = min(len(draft) - 1, 1 + round(2 * amount))
    lead = [paragraph for _ in range(gone) for paragraph in stock.paragraph()]
    return [*lead, *draft[gone:]] if count(draft[gone:]) >= LEAST else [*lead, *draft]


def local_paragraphs(draft: Draft, chance: random.Random, amount: float, stock: Stock) -> Draft:
    """Own paragraphs stand between those that were taken, up to one for each."""
    out: Draft = []
    for paragraph in draft:
        out.append(paragraph)
        if chance.random() < amount:
            out += stock.paragraph()
    return out if len(out) > len(draft) else [*draft, *stock.paragraph()]


def reordered(draft: Draft, chance: random.Random, amount: float, stock: Stock) -> Draft:
    """Paragraphs change places; a higher severity moves more of them."""
    out = list(draft)
    for _ in range(1 + round(amount * len(out))):
        out.insert(chance.randrange(len(out)), out.pop(chance.randrange(len(out))))
    return out


def quotes_moved(draft: Draft, chance: random.Random, amount: float, stock: Stock) -> Draft:
    """Paragraphs that hold quotations move to the front or the end."""
    quoted = [p for p in draft if any(map(is_quoted, p)) and chance.random() < 0.3 + 0.7 * amount]
    plain = [p for p in draft if not any(p is one for one in quoted)]
    place = chance.choice((min(1, len(plain)), len(plain)))
    return [*plain[:place], *quoted, *plain[place:]]


def excerpt(draft: Draft, chance: random.Random, amount: float, stock: Stock) -> Draft:
    """A run of paragraphs, alone or inside an article of the newsroom's own."""
    wanted = max(LEAST, round(count(draft) * (0.6 - 0.45 * amount)))
    start = chance.randrange(max(1, len(draft)))
    while start and count(draft[start:]) < wanted:
        start -= 1
    run = cut_to(draft[start:], wanted)
    if chance.random() < amount:
        own = [paragraph for _ in range(chance.randint(2, 7)) for paragraph in stock.paragraph()]
        place = chance.randrange(len(own) + 1)
        return [*own[:place], *run, *own[place:]]
    return run


def cut_to(draft: Draft, wanted: int) -> Draft:
    """The first paragraphs, until they hold so many words."""
    kept: Draft = []
    for paragraph in draft:
        if count(kept) >= wanted:
            break
        kept.append(paragraph)
    return kept


def joined(draft: Draft, chance: random.Random, amount: float, stock: Stock) -> Draft:
    """Sentences are merged or split; paragraphs too."""
    out: Draft = []
    for paragraph in sentences_by(sub.BREAKING, amount)(draft, chance, amount, stock):
        new: Paragraph = []
        for sentence in paragraph:
            both = sub.joined(new[-1], sentence) if new and chance.random() < amount else None
            if both:
                new[-1] = both
            else:
                new.append(sentence)
        if out and chance.random() < 0.3 * amount:
            out[-1] = [*out[-1], *new]
        else:
            out.append(new)
    return out


def sentences_by(rules: tuple[Rule, ...], rate: float) -> Edit:
    """An edit that gives each sentence to the rules, each used as often as ``rate`` says."""

    def edit(draft: Draft, chance: random.Random, amount: float, stock: Stock) -> Draft:
        return [[_edited(s, rules, chance, rate) for s in paragraph] for paragraph in draft]

    return edit


def _edited(
    sentence: Sentence, rules: tuple[Rule, ...], chance: random.Random, rate: float
) -> Sentence:
    for rule in rules:
        if chance.random() < rate:
            sentence = rule(sentence, chance) or sentence
    return sentence


def _by_rules(*rules: Rule) -> Edit:
    def edit(draft: Draft, chance: random.Random, amount: float, stock: Stock) -> Draft:
        return sentences_by(rules, 0.25 + 0.75 * amount)(draft, chance, amount, stock)

    return edit


def reworded(draft: Draft, chance: random.Random, amount: float, stock: Stock) -> Draft:
    """Every rule at once: other words, moved speakers, dropped and broken clauses.

    The nearest to another hand's retelling that rules can honestly do; no sentence is invented.
    """
    rules = (*sub.DROPPING, sub.synonyms, *sub.MOVING, *sub.BREAKING, *sub.NUMBER_RULES)
    draft = sentences_by(rules, 0.35 + 0.6 * amount)(draft, chance, amount, stock)
    return joined(draft, chance, amount, stock)


def paragraphs_dropped(draft: Draft, chance: random.Random, amount: float, stock: Stock) -> Draft:
    """Paragraphs go, here and there."""
    wanted = max(LEAST, round(count(draft) * (1 - 0.8 * amount)))
    kept = list(draft)
    for place in chance.sample(range(len(draft)), len(draft)):
        without = [p for p in kept if p is not draft[place]]
        if count(without) >= wanted:
            kept = without
    return kept


EDITS: tuple[tuple[str, Edit], ...] = (
    ("cut from the end", cut_end),
    ("new headline and lead", new_lead),
    ("local paragraphs", local_paragraphs),
    ("numbers spelled", _by_rules(*sub.NUMBER_RULES)),
    ("reporting verbs", _by_rules(*sub.VERB_RULES)),
    ("clauses dropped", _by_rules(*sub.DROPPING)),
    ("sentences merged or split", joined),
    ("quotes shortened", _by_rules(*sub.SHORTENING)),
    ("quotes moved", quotes_moved),
    ("paragraphs dropped", paragraphs_dropped),
    ("paragraphs reordered", reordered),
    ("synonyms", _by_rules(sub.synonyms)),
    ("reworded", reworded),
    ("excerpt", excerpt),
)
"""``merged``, ``agency line removed``, ``identical`` and ``version`` are made where families are."""
