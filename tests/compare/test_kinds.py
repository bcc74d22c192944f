from onrecord.compare.kinds import Sharing, copy_of, kind_of, may_be_copy, sentence
from onrecord.compare.sides import Side


def side(
    words: int, shared: int, quoted: int = 0, furniture: int = 0, own: int | None = None
) -> Side:
    return Side(
        words=words,
        furniture=furniture,
        own=words - quoted - furniture if own is None else own,
        shared=shared,
        shared_furniture=furniture,
        shared_quoted=quoted,
        shared_own=shared - quoted - furniture,
    )


def sharing(left: Side, right: Side, kept: float = 0.95, longest: int = 0) -> Sharing:
    return Sharing(left, right, kept, 3, longest)


def test_most_of_both_is_a_reprint_and_most_of_one_an_excerpt() -> None:
    assert kind_of(sharing(side(500, 400), side(600, 400))) == "reprint"
    assert kind_of(sharing(side(120, 110), side(900, 110))) == "excerpt"


def test_many_edits_make_a_rewrite() -> None:
    assert kind_of(sharing(side(500, 400), side(600, 400), kept=0.6)) == "rewrite"


def test_quotations_and_furniture_alone_are_never_a_copy() -> None:
    assert (
        kind_of(sharing(side(300, 100, quoted=95), side(400, 100, quoted=95))) == "shared_quotation"
    )
    assert (
        kind_of(sharing(side(300, 80, furniture=80), side(400, 80, furniture=80)))
        == "shared_boilerplate"
    )
    assert kind_of(sharing(side(700, 20), side(700, 20))) is None


def test_a_printed_speech_is_a_copy_though_all_of_it_is_quoted() -> None:
    assert kind_of(sharing(side(900, 890, quoted=890), side(920, 890, quoted=890))) == "reprint"


def test_a_fifth_is_a_copy_only_within_a_family() -> None:
    some = sharing(side(500, 100), side(600, 100))
    assert kind_of(some) is None
    assert may_be_copy(some) and copy_of(some) == "excerpt"
    assert not may_be_copy(sharing(side(500, 30), side(600, 30)))


def test_a_few_lines_of_which_most_words_were_changed_are_no_copy() -> None:
    assert kind_of(sharing(side(90, 37), side(80, 37), kept=0.75)) == "rewrite"
    assert kind_of(sharing(side(90, 37), side(80, 37), kept=0.6)) is None


def test_a_long_passage_of_their_own_words_is_shared_where_it_makes_no_copy() -> None:
    some = side(500, 60), side(600, 60)
    assert kind_of(sharing(*some, longest=45)) == "shared_passage"
    assert kind_of(sharing(*some, longest=15)) is None
    quoted = side(500, 100, quoted=60), side(600, 100, quoted=60)
    assert kind_of(sharing(*quoted, longest=35)) == "shared_passage"
    assert kind_of(sharing(*quoted, longest=12)) == "shared_quotation"
    housed = side(500, 100, furniture=60), side(600, 100, furniture=60)
    assert kind_of(sharing(*housed, longest=35)) == "shared_boilerplate"


def test_every_kind_is_said_in_a_sentence() -> None:
    some = sharing(side(500, 100), side(600, 100))
    names = "Post", "Echo"
    assert "20 % of the words of Post and 17 % of those of Echo" in sentence("excerpt", some, names)
    assert "of one and 17 % of those of the other" in sentence("reprint", some, ("Post", "Post"))
    assert "100 words of their own" in sentence("shared_passage", some, names)
    assert "quote" in sentence("shared_quotation", some, names)
    assert "furniture" in sentence("shared_boilerplate", some, names)
    assert sentence("identical", some, names) == "Both have the same words."
