"""Articles that are no copies of one another, however near they seem."""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec.structs import replace
from newsroom.additions import furniture, name, quoted
from newsroom.articles import Made, Source, untouched
from newsroom.families import Desk
from newsroom.texts import Draft, Word, lay_out, parse


def with_paragraphs(made: Made, places: Sequence[tuple[int, Draft]], edit: str) -> Made:
    """The article with further paragraphs before the ones that stand at these places."""
    draft: Draft = [[[word for word, *_ in run]] for run in _runs(made)]
    for place, added in sorted(places, key=lambda pair: -pair[0]):
        draft[place:place] = added
    text, placed = lay_out(draft)
    row = replace(made.row, text=text)
    return replace(made, row=row, words=tuple(placed), edits=(*made.edits, edit))


def _runs(made: Made) -> list[list[tuple[Word, int, int]]]:
    """The words of each paragraph."""
    runs: list[list[tuple[Word, int, int]]] = [[]]
    for number, placed in enumerate(made.words):
        if number and placed[1] - made.words[number - 1][2] > 1:
            runs.append([])
        runs[-1].append(placed)
    return runs


def paragraphs(made: Made) -> int:
    """How many paragraphs the article has."""
    return len(_runs(made))


def shared_statements(pairs: Sequence[tuple[Made, Made]], desk: Desk) -> Iterator[Made]:
    """Each pair gets one statement, in words of its own round it, while there are statements."""
    chance, statements = desk.chance, desk.stock.statements
    for pair in pairs:
        words, who = statements.pop() if statements else "", name(chance)
        for made in pair:
            passage = _marked(quoted(words, who, chance), words, f"quote:{pair[0].row.id}")
            place = chance.randrange(1, max(2, paragraphs(made)))
            yield with_paragraphs(made, [(place, passage)], "shared quotation") if words else made


def _marked(text: str, words: str, base: str) -> Draft:
    """A passage whose quoted words know that they are one statement."""
    places = defaultdict(list)
    for index, token in enumerate(words.split()):
        places[token.strip('“”".,')].append(index)
    draft = parse(text, None)
    for paragraph in draft:
        for sentence in paragraph:
            for index, word in enumerate(sentence):
                known = places.get(word.text.strip('“”".,'))
                if known:
                    sentence[index] = word._replace(base=base, at=known.pop(0))
    return draft


def shared_furniture(groups: Sequence[Sequence[Made]], chance: random.Random) -> Iterator[Made]:
    """Each group gets one house's subscription paragraph and author box."""
    for group in groups:
        pieces = furniture(chance)
        for made in group:
            last = paragraphs(made)
            house = f"furniture:{group[0].row.id}"
            box = [parse(text, f"{house}:{i}")[0] for i, text in enumerate(pieces)]
            first = chance.choice((last, last // 2))
            places = [(last if i else first, [piece]) for i, piece in enumerate(box)]
            yield with_paragraphs(made, places, "shared furniture")


def reports(sources: Sequence[Source], desk: Desk) -> list[list[Made]]:
    """Independent reports, one list an event."""
    events: dict[str, list[Made]] = defaultdict(list)
    for source in sources:
        events[source.event or source.id].append(untouched(source, desk.next_name()[0]))
    return list(events.values())
