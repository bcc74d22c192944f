"""Wordings that reporters use every day, read by the whole route: who says what, how firmly."""

import pytest

from onrecord.model.bundle import Bundle, load, shipped
from onrecord.reader import read_documents
from tests.builders import plain

Said = tuple[str, str, str]
"""A claim's text, its sources outermost first, and kind, polarity, certainty."""

ON_TERMS: list[tuple[str, list[Said]]] = [
    (
        "According to a person familiar with the matter, who spoke on condition of anonymity, the talks failed on Monday.",
        [("the talks failed on Monday", "a person familiar with the matter", "fact + certain")],
    ),
    (
        "According to two officials, who asked not to be named, the army bought the drones in May.",
        [("the army bought the drones in May", "two officials", "fact + certain")],
    ),
    (
        "The talks failed on Monday, said a person familiar with the matter, who was not authorised to speak publicly.",
        [
            (
                "The talks failed on Monday",
                "a person familiar with the matter, who was not authorised to speak publicly",
                "fact + certain",
            )
        ],
    ),
    (
        "The aide, who requested anonymity because he was not authorised to discuss the deal, said the price had doubled.",
        [("the price had doubled", "aide", "fact + certain")],
    ),
]
UNPROVEN: list[tuple[str, list[Said]]] = [
    (
        "Marek falsely claimed that the vote was rigged.",
        [("the vote was rigged", "Marek", "fact + possible")],
    ),
    (
        "Marek claimed, without evidence, that the vote was rigged.",
        [("the vote was rigged", "Marek", "fact + possible")],
    ),
    (
        "Tovar told the rally the army had fired first but offered no proof.",
        [
            ("the army had fired first", "Tovar", "fact + possible"),
            ("offered no proof", "", "fact - certain"),
        ],
    ),
    (
        "The Front says 120,000 of its supporters have been executed since 1981, a figure that cannot be verified independently.",
        [
            (
                "120,000 of its supporters have been executed since 1981",
                "The Front",
                "fact + certain",
            )
        ],
    ),
]
TWO_SOURCES: list[tuple[str, list[Said]]] = [
    (
        "The bridge is safe, engineers say, but residents fear it could collapse.",
        [
            ("The bridge is safe", "engineers", "fact + certain"),
            ("it could collapse", "residents", "prediction + possible"),
        ],
    ),
    (
        "The attack killed at least 14 people, the army said in a statement, and wounded dozens more, according to medics.",
        [
            ("The attack killed at least 14 people", "the army", "fact + certain"),
            ("wounded dozens more", "medics", "fact + certain"),
        ],
    ),
    (
        '"I have nothing to hide," Tovar told reporters outside the court, according to the Gazette.',
        [("I have nothing to hide", "the Gazette > Tovar", "fact - certain")],
    ),
    (
        "The Gazette reported on Monday that the agency had warned ministers in March that the ship was unsafe.",
        [("the ship was unsafe", "The Gazette > the agency", "fact + certain")],
    ),
    (
        "Marek has long insisted that he knew nothing, but documents obtained by the Gazette show he signed the order.",
        [
            ("he knew nothing", "Marek", "fact - certain"),
            ("he signed the order", "documents obtained by the Gazette", "fact + certain"),
        ],
    ),
    (
        "The report, which says 14 ships entered illegally, was leaked.",
        [
            ("The report, which says 14 ships entered illegally, was leaked", "", "fact + certain"),
            ("14 ships entered illegally", "The report", "fact + certain"),
        ],
    ),
]
WHOLE: list[tuple[str, list[Said]]] = [
    (
        "Neither the army nor the ministry has commented on the reports.",
        [
            (
                "Neither the army nor the ministry has commented on the reports",
                "",
                "fact - certain",
            )
        ],
    ),
    (
        "Halvek's lawyer said his client was innocent and would appeal.",
        [("his client was innocent and would appeal", "Halvek's lawyer", "fact + certain")],
    ),
    (
        "[The president] said he'd love to testify.",
        [("he'd love to testify", "The president", "fact + certain")],
    ),
    (
        'A leaked memo dated 4 May warned of "serious and growing risk" at the dam.',
        [
            (
                '"serious and growing risk" at the dam',
                "A leaked memo dated 4 May",
                "fact + certain",
            )
        ],
    ),
    (
        "At least 14 ships sank, and Deputy Whip Patrick Hall said “I think we'll pass the bill” as he walked in.",
        [
            ("At least 14 ships sank", "", "fact + certain"),
            ("we'll pass the bill", "Deputy Whip Patrick Hall", "prediction + certain"),
        ],
    ),
    (
        "The list of members who say they are undecided has grown.",
        [
            ("The list of members who say they are undecided has grown", "", "fact + certain"),
            ("they are undecided", "members", "fact + certain"),
        ],
    ),
    (
        '"Halvek just doesn\'t believe that the port is good for Lenn," Tovar told the Gazette.',
        [
            (
                "Halvek just doesn't believe that the port is good for Lenn",
                "Tovar",
                "opinion - certain",
            )
        ],
    ),
    (
        "What is certain is that nobody has counted the graves.",
        [("nobody has counted the graves", "", "opinion - certain")],
    ),
]
MEANT: list[tuple[str, list[Said]]] = [
    (
        "Does Marek want new controls on missile tests and a withdrawal of forces from Lenn?",
        [
            (
                "Does Marek want new controls on missile tests and a withdrawal of forces from Lenn",
                "",
                "question u underspecified",
            )
        ],
    ),
    (
        "According to the Karven Gazette, Tovar said more than 20 men had returned home.",
        [("more than 20 men had returned home", "the Karven Gazette > Tovar", "fact + certain")],
    ),
    (
        "An official said that it didn't seem like the group had a lot of it.",
        [("it didn't seem like the group had a lot of it", "An official", "fact - certain")],
    ),
    (
        "The Karvenian army said the group had obtained gas.",
        [("the group had obtained gas", "Karvenian army", "fact + certain")],
    ),
    (
        "Wilson was asked about it, and Tovar said he knew what he had signed up for.",
        [
            ("Wilson was asked about it", "", "fact + certain"),
            ("he knew what he had signed up for", "Tovar", "fact + certain"),
        ],
    ),
    (
        "Two men were charged in connection with a plot that Karven's prime minister said involved plans to blow up a bridge.",
        [
            (
                "Two men were charged in connection with a plot that Karven's prime minister said involved plans to blow up a bridge",
                "",
                "fact + certain",
            )
        ],
    ),
]
SHOUTED: list[tuple[str, list[Said]]] = [
    (
        '"No more walls!" supporters shouted as Marek walked in. "Deport Halvek!" others chanted.',
        [
            ("No more walls!", "supporters", "directive u underspecified"),
            ("Deport Halvek!", "others", "directive u underspecified"),
        ],
    ),
    (
        '"Is this what we voted for?" asked Tovar.',
        [("Is this what we voted for?", "Tovar", "question u underspecified")],
    ),
    (
        "How can a government that claims to fight terror shelter terrorists?",
        [
            (
                "How can a government that claims to fight terror shelter terrorists?",
                "",
                "question u underspecified",
            )
        ],
    ),
    (
        "The report was criticised by the Front, which said its authors had been duped.",
        [
            ("The report was criticised by the Front", "", "fact + certain"),
            ("its authors had been duped", "the Front", "fact + certain"),
        ],
    ),
]


@pytest.fixture(scope="module")
def bundle() -> Bundle:
    return load(shipped(), threads=1)


EVERY = [*ON_TERMS, *UNPROVEN, *TWO_SOURCES, *WHOLE, *MEANT, *SHOUTED]


@pytest.mark.parametrize(("sentence", "wanted"), EVERY)
def test_who_says_what_how_firmly(bundle: Bundle, sentence: str, wanted: list[Said]) -> None:
    (reading,) = read_documents([plain(sentence)], bundle)
    found = [
        (
            claim.text,
            " > ".join(voice.name for voice in claim.voices[1:]),
            f"{claim.kind} {claim.factuality.polarity} {claim.factuality.certainty}",
        )
        for claim in reading.claims
    ]
    assert found == wanted


def test_a_sentence_cut_anywhere_is_read(bundle: Bundle) -> None:
    texts = [
        part
        for sentence, _ in EVERY
        for at in range(1, len(sentence.split()), 3)
        for part in (" ".join(sentence.split()[:at]), " ".join(sentence.split()[at:]))
    ]
    readings = read_documents([plain(text) for text in texts], bundle)
    assert all(
        claim.text in text for r, text in zip(readings, texts, strict=True) for claim in r.claims
    )
