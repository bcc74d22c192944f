"""Times, quantities and loaded words become findings with ids."""

from tests.builders import Scene

SCENE = Scene(
    "At/ADV/2/case least/ADJ/3/nmod 40/NUM/4/nummod thugs/NOUN/5/nsubj left/VERB/0/root on/ADP/7/case Monday/PROPN/5/obl ./PUNCT/5/punct"
)


def test_marks_become_findings_with_their_text_values_and_ids() -> None:
    marks, found = SCENE.marks(), SCENE.findings()
    (time,), (quantity,), (loaded,) = found.times, found.quantities, found.loaded
    assert (time.text, time.type, time.value) == ("Monday", "DATE", marks.times[0].value)
    assert (quantity.low, quantity.high, quantity.unit) == (40.0, None, marks.quantities[0].unit)
    assert (loaded.text, loaded.technique) == ("thugs", "Name_Calling-Labeling")
    for finding in (time, quantity, loaded):
        assert SCENE.text.slice((finding.start, finding.end)) == finding.text
        assert finding.id.startswith(f"{type(finding).__name__.lower()}-")
    assert SCENE.findings() == found


def test_nothing_found_nothing_made() -> None:
    found = Scene("They/PRON/2/nsubj left/VERB/0/root").findings()
    assert (found.times, found.quantities, found.loaded) == ((), (), ())
