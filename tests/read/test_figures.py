from lxml.html import document_fromstring

from onrecord.read.figures import Placed, captions_of

TEXTS = [
    f"Paragraph {word} says that the ministers met in the capital on Sunday."
    for word in ("one", "two", "three")
]


def page(article: str, around: str = "") -> object:
    return document_fromstring(f"<html><body>{around}<article>{article}</article></body></html>")


def test_captions_stand_after_the_text_before_them() -> None:
    tree = page(
        f"<figure><figcaption>At the gate</figcaption></figure><p>{TEXTS[0]}</p><p>{TEXTS[1]}</p>"
        f'<div class="wp-caption"><img><p class="wp-caption-text">In the yard</p></div><p>{TEXTS[2]}</p>'
    )
    assert captions_of(tree, TEXTS) == [
        Placed(words="At the gate", after=-1),
        Placed(words="In the yard", after=1),
    ]


def test_captions_of_teasers_and_other_parts_are_left_out() -> None:
    teaser = "<figure><figcaption>Cats of Ostmere</figcaption></figure>"
    tree = page(
        f'<p>{TEXTS[0]}</p><aside>{teaser}</aside><div class="related-posts">{teaser}</div><p>{TEXTS[1]}</p>',
        around=teaser,
    )
    assert captions_of(tree, TEXTS) == []


def test_a_caption_is_given_once() -> None:
    figure = "<figure><figcaption>At the <b>gate</b></figcaption></figure>"
    assert len(captions_of(page(f"<p>{TEXTS[0]}</p>{figure}{figure}"), TEXTS)) == 1


def test_a_page_without_the_texts_has_no_captions() -> None:
    assert captions_of(page("<figcaption>At the gate</figcaption>"), TEXTS) == []
