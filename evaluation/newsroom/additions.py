"""What a newsroom adds of its own: paragraphs, headlines, credit lines, furniture, quotations.

Names, lines and furniture are invented. Paragraphs and statements come from other articles that were
given, each used once: made-up ones from patterns would all be copies of one another.
"""

import random
import re
from collections.abc import Sequence

from newsroom.texts import Paragraph, parse

_PLACES = "Karven Oldmere Tessaly Brackwater Lunden Northfold Ashgrove Pellworth Marrick Vanter Quillon Hartsea Dunmoor Elsward Corrin Tamsin".split()
_FIRST = "Mara Edwin Lucia Tobias Nadia Harold Priya Conrad Selma Victor Ines Gareth Yolanda Piet Amara Doran".split()
_LAST = "Quill Hargrove Bellamy Stroud Okoye Lindqvist Marchetti Draper Fenwick Novak Sutherby Calloway Ibarra Whitlock Reyes Thorne".split()
_PAPERS = "Gazette Courier Herald Observer Chronicle Ledger Sentinel Examiner Dispatch Register Beacon Standard".split()
_TOPICS = "the school levy|the bridge repair|the hospital wing|the bus lines|water rates|the old mill|the county fair|the new depot|the harbour dues".split(
    "|"
)
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

_SUBSCRIBE = (
    "Sign up for the {paper}'s morning newsletter and get the stories that matter to {place} in your inbox at {number} past six every day. You can cancel at any time. By signing up you agree to our terms of use and our privacy notice.",
    "Support local journalism. Subscribe to the {paper} from {number} cents a day and read every story without limits, on all your devices. Already a member? Log in here to continue reading, or call our {place} office on weekdays.",
    "This newspaper lives on its readers. If you value independent reporting from {place}, please consider a gift to the {paper}: even {number} dollars a month keeps a reporter on the road. Donations are not tax-deductible. Thank you for reading.",
    "Follow the {paper} on Facebook, Twitter and Instagram, and download our free app for breaking news alerts from {place} and beyond. Have a tip for our newsroom? Write to tips at our address or leave a message at extension {number}.",
)
_AUTHOR = (
    "{name} is the {paper}'s political correspondent. Before joining the newspaper she covered county courts in {place} for {number} years and taught at the school of journalism there. Follow her on Twitter or write to her with comments and corrections.",
    "About the author: {name} writes about government and public money for the {paper}. A native of {place}, he has won {number} regional press awards and is at work on a book about {topic}. He can be reached by e-mail.",
    "{name} has reported from {number} states and now leads the {paper}'s desk for national affairs. She lives in {place} with two dogs. The views expressed in commentary are the author's own and do not reflect those of the {paper}.",
)
_SAID = (
    "{who} said in a statement on {day}.",
    "{who} told reporters.",
    "{who} said.",
    "said {who}, who spoke in {place}.",
    "{who} wrote on {day}.",
)
_BEHIND = (
    "This article was originally published in {outlet}.",
    "This story first appeared in {outlet}.",
    "Republished with permission from {outlet}.",
    "Source: {outlet}",
    "Via {outlet}",
)


_STATEMENT = re.compile(r"[“\"]([A-Z][^“”\"\n]{120,600}[.,!?])[”\"]")


class Stock:
    """Paragraphs and statements of other people's articles, each handed out once."""

    def __init__(self, texts: Sequence[str], chance: random.Random) -> None:
        self.statements: list[str] = []
        self.paragraphs: list[str] = []
        for block in (block for text in texts for block in text.split("\n\n")):
            said = _STATEMENT.search(block)
            if said and chance.random() < 0.3:
                self.statements.append(said[1])
            elif 25 <= len(block.split()) <= 110:
                self.paragraphs.append(block)
        chance.shuffle(self.statements)
        chance.shuffle(self.paragraphs)

    def paragraph(self) -> list[Paragraph]:
        """A paragraph that no other article of this newsroom holds; none when all are used."""
        if not self.paragraphs:
            return []
        return parse(self.paragraphs.pop(), f"text:own {len(self.paragraphs)}")[:1]


def _filled(pattern: str, chance: random.Random, **fixed: str) -> str:
    slots = {
        "place": chance.choice(_PLACES),
        "name": name(chance),
        "topic": chance.choice(_TOPICS),
        "day": chance.choice(_DAYS),
        "number": str(chance.randint(13, 980)),
        "paper": chance.choice(_PAPERS),
    }
    return pattern.format(**slots | fixed)


def name(chance: random.Random) -> str:
    """A person's name."""
    return f"{chance.choice(_FIRST)} {chance.choice(_LAST)}"


def outlet(number: int) -> str:
    """The name of an outlet, another for each number below 3,000."""
    sizes = (len(_PLACES), len(_PAPERS))
    place, rest = number % sizes[0], number // sizes[0]
    edition = rest // sizes[1]
    ending = f" {edition + 1}" if edition else ""
    return f"{_PLACES[place]} {_PAPERS[rest % sizes[1]]}{ending}"


def invented_title(chance: random.Random) -> str:
    """A headline."""
    pattern = chance.choice(
        ("What it means for {place}", "{place} asks what comes next", "{name} on a day of {topic}")
    )
    return _filled(pattern, chance)


def quoted(words: str, who: str, chance: random.Random) -> str:
    """A statement as an article gives it; the words round it differ from article to article."""
    said = _filled(chance.choice(_SAID), chance, who=who)
    first, _, rest = words.partition(". ")
    if chance.random() < 0.4 and rest:
        return f"“{first},” {said} “{rest}”"
    return f"“{words.rstrip('.')},” {said}"


def furniture(chance: random.Random) -> list[str]:
    """A house's subscription paragraph and author box."""
    paper = f"{chance.choice(_PLACES)} {chance.choice(_PAPERS)}"
    pieces = [chance.choice(_SUBSCRIBE), chance.choice(_AUTHOR), chance.choice(_SUBSCRIBE)]
    return [_filled(piece, chance, paper=paper) for piece in pieces[: chance.randint(1, 3)]]


def credit_line(outlet: str, chance: random.Random) -> str:
    """A line that says where a text comes from."""
    return chance.choice(_BEHIND).format(outlet=outlet)
