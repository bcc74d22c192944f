import numpy as np

from onrecord.compare.furniture import furniture
from onrecord.compare.words import words


def is_furniture(paragraph: str) -> bool:
    hashes = words([paragraph]).hashes
    found = furniture(hashes, np.zeros(len(hashes), dtype=np.int64))
    assert found.all() or not found.any()
    return bool(found.any())


def test_lines_that_invite_introduce_or_disclaim_are_furniture() -> None:
    assert is_furniture("Sign up for the Ledger's morning newsletter. Cancel at any time.")
    assert is_furniture("Mara Quill is a reporter for the Ledger. Follow her on Twitter.")
    assert is_furniture("© 2024 Ostwire. All rights reserved.")


def test_reporting_is_not() -> None:
    assert not is_furniture("The dockers follow their union and support the walkout's aims only.")
    assert not is_furniture("Officials said the subscription to the grain fund had lapsed.")
    assert not is_furniture("All rights reserved. " + "The ferry left late. " * 40)


def test_only_the_paragraph_itself_is_marked() -> None:
    hashes = words(["The ferry sank. All rights reserved."]).hashes
    assert furniture(hashes, np.array([0, 0, 0, 1, 1, 1])).tolist() == [False] * 3 + [True] * 3
