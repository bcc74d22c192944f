"""What a newsroom adds of its own: leads, local paragraphs, credit lines, furniture, statements.

All of it is invented. Slots are filled at random, so that two articles seldom share a paragraph.
"""

import random

_PLACES = "Karven Oldmere Tessaly Brackwater Lunden Northfold Ashgrove Pellworth Marrick Vanter Quillon Hartsea Dunmoor Elsward Corrin Tamsin".split()
_FIRST = "Mara Edwin Lucia Tobias Nadia Harold Priya Conrad Selma Victor Ines Gareth Yolanda Piet Amara Doran".split()
_LAST = "Quill Hargrove Bellamy Stroud Okoye Lindqvist Marchetti Draper Fenwick Novak Sutherby Calloway Ibarra Whitlock Reyes Thorne".split()
_ROLES = "councillor|teacher|union organiser|parish clerk|county commissioner|shop owner|nurse|retired judge|farmer|student leader".split(
    "|"
)
_PAPERS = "Gazette Courier Herald Observer Chronicle Ledger Sentinel Examiner Dispatch Register Beacon Standard".split()
_FEELINGS = "worried|relieved|not surprised|of two minds|angry|hopeful|tired of the whole affair|curious what comes next".split(
    "|"
)
_TOPICS = "the school levy|the bridge repair|the hospital wing|the bus lines|water rates|the old mill|the county fair|the new depot|the harbour dues".split(
    "|"
)
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

_LEADS = (
    "What was decided far away this week will be felt in {place}, where {name}, a {role}, said people were {feeling} about it.",
    "{place} woke on {day} to news that few here had asked for, and {number} residents had signed a letter about it by noon.",
    "The story that has filled the screens since {day} has a {place} side to it, as {name} can tell.",
    "For {name}, a {role} from {place}, the latest turn came as no surprise; here is how matters stand.",
)
_PARAGRAPHS = (
    "In {place}, {name}, a {role}, was {feeling}. The last time anything like it came up was {number} years ago, when {topic} divided the town.",
    "Closer to home, some {number} people met in {place} on {day} to talk it over. {name}, who called the meeting, said {topic} mattered more to most of them.",
    "{name}, a {role} in {place}, keeps {number} letters about it in a drawer. None of them, she said, mentions {topic}, though that is what callers ask about first.",
    "The {place} council will take the matter up on {day}, after {topic}. {name} expects {number} speakers and has asked for a larger room.",
    "Readers in {place} wrote in as well: of {number} letters, most were from people who were {feeling}. {name} tied it to {topic}.",
    "At the {place} market {name} had heard of it on the radio on {day}. The {role} said that whatever happens, {topic} will have to be paid for, and put the bill at {number} thousand.",
)
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
_STATEMENTS = (
    "We have listened to the people of {place}, we have heard their anger, and we will not walk away from {topic} while {number} families wait for an answer. I gave my word on {day} and I intend to keep it, whatever it costs me.",
    "Nobody in this administration was told about {topic} before {day}. When I learned of it I asked for the {number} pages of minutes, I read them that night, and I was ashamed of what had been done in our name in {place}.",
    "Let me be as plain as I can: there was no deal over {topic}, there was no promise, and the {number} letters that are being passed round in {place} were written by somebody who wants to see this effort fail before it has begun.",
    "The figures speak for themselves. Of every {number} households in {place}, one has left since {day}, and all that our opponents offer is another committee on {topic}. That is not a plan. That is a way of looking the other way.",
    "I have served for {number} years, under three governors, and never have I seen a matter as simple as {topic} turned into such a spectacle. The voters in {place} deserve better than this, and they will say so when the time comes.",
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


def _filled(pattern: str, chance: random.Random, **fixed: str) -> str:
    slots = {
        "place": chance.choice(_PLACES),
        "name": name(chance),
        "role": chance.choice(_ROLES),
        "feeling": chance.choice(_FEELINGS),
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


def invented_lead(chance: random.Random) -> str:
    """An opening paragraph."""
    return _filled(chance.choice(_LEADS), chance)


def invented_paragraph(chance: random.Random) -> str:
    """A local paragraph."""
    return _filled(chance.choice(_PARAGRAPHS), chance)


def invented_title(chance: random.Random) -> str:
    """A headline."""
    pattern = chance.choice(
        ("What it means for {place}", "{place} asks what comes next", "{name} on a day of {topic}")
    )
    return _filled(pattern, chance)


def statement(chance: random.Random) -> str:
    """What somebody said, without quotation marks: thirty to fifty words."""
    return _filled(chance.choice(_STATEMENTS), chance)


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
