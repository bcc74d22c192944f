"""An agency's text about an invented strait, and what newsrooms made of it."""

from onrecord.records.documents import Credit
from onrecord.records.origins import Article

AGENCY = """Port workers in Karven walk out over ferry deaths

KARVEN, March 3 (Ostwire) - Dock workers in the port of Karven stopped work on Monday, three days after eleven people died when a ferry struck a breakwater that the harbour authority had left unlit for most of the winter.

The walkout shut four of the six container terminals and left at least nineteen ships waiting in the Sound of Aldery, according to the harbour master's office.

“We told them in October that the lamps were out and we told them again in January,” said Ilse Marrant, who leads the dockers' union. “Nobody came, nobody called, and now there are eleven coffins in the customs hall.”

The transport ministry said an inquiry would begin within the week. A spokesman declined to say why the lamps had not been replaced, citing the inquiry.

The ferry, the Saint Orla, was carrying 142 passengers from the island of Hesk when it hit the breakwater shortly before midnight on Friday. Survivors described standing in cold water for almost an hour while rescue boats searched for the hull in heavy fog.

Karven handles about a third of the country's grain exports, and traders said a stoppage of more than a few days would delay shipments to buyers across the region. Wheat futures rose slightly in early trading before falling back.

The harbour authority was split off from the ministry six years ago and has since cut its maintenance staff by almost half, budget documents published last year show. Its director, Pavel Onderka, has not spoken in public since the accident."""

REPRINT = """Eleven coffins in the customs hall: Karven dockers down tools

Dock workers in the port of Karven stopped work Monday, three days after 11 people died when a ferry struck a breakwater that the harbour authority had left unlit for most of the winter.

The walkout closed four of the six container terminals and left at least 19 ships waiting in the Sound of Aldery, the harbour master's office said.

“We told them in October that the lamps were out,” said Ilse Marrant, the dockers' union leader. “Nobody came, nobody called, and now there are eleven coffins in the customs hall.”

In our own town, the council of Lower Brill said it would check the lamps along the river wall before the spring fair, and invited residents to report any that had failed.

The transport ministry said an inquiry would begin within the week. A spokesman declined to say why the lamps had not been replaced, citing the inquiry.

The ferry, the Saint Orla, was carrying 142 passengers from the island of Hesk when it hit the breakwater shortly before midnight on Friday. Survivors described standing in cold water for nearly an hour while rescue boats searched for the hull in thick fog.

Originally published by Ostwire."""

INDEPENDENT = """Grief and anger on Hesk as island buries its dead

There is one road on Hesk and on Tuesday it was full. The first of the coffins came off the morning boat a little after nine, and the school had closed so that the children could stand along the wall.

Eleven people from the island and the mainland were killed on Friday when the night ferry ran onto the Karven breakwater. Most of them were travelling home for a wedding.

Maren Tholle, whose brother was a deckhand, said the crew had complained for months that the harbour entrance could not be seen in bad weather. She had saved his messages.

On the mainland the dockers have gone on strike. “Nobody came, nobody called, and now there are eleven coffins in the customs hall,” their leader, Ilse Marrant, told a crowd on the quay on Monday.

The government in the capital has promised answers. On the island few expect any before the summer, when the boats will be full of visitors again and the matter, as one shopkeeper put it, will have been tidied away."""


def article(name: str, text: str, **known: object) -> Article:
    """An article whose id and name are the same."""
    return Article(id=name, name=name, text=text, **known)  # type: ignore[arg-type]


def credit(agency: str) -> Credit:
    return Credit(agency=agency, text=agency, start=0, end=len(agency))
