import re
from itertools import pairwise

import msgspec

from onrecord.export.lookups import look_up
from onrecord.export.timelines import Timeline, timeline
from onrecord.records.readings import Reading

from .samples import bare, contested


def drawn(reading: Reading) -> Timeline:
    found = timeline(look_up(reading))
    assert found is not None
    return found


def test_no_times_no_picture() -> None:
    assert timeline(look_up(bare())) is None


def test_the_sentence_says_what_the_picture_shows() -> None:
    assert drawn(contested()).sentence == (
        "The article names 7 dates, from the 1990s to 12 May 2023; 2 unsure or open at an end; "
        "2 expressions of time with no date on a calendar. It was published on 2 June 2023."
    )


def test_every_entry_is_labelled_in_every_picture_and_in_the_table() -> None:
    line = drawn(contested())
    for entry in line.entries:
        assert all(entry.label in picture for picture in line.pictures)
    assert len(line.pictures) == 2


def test_unsure_dates_have_soft_ends_and_sure_ones_hard() -> None:
    picture = drawn(contested()).pictures[0]
    assert picture.count('fill="url(#both-592)"') == 2
    assert picture.count('class="bar"') == 5


def test_undated_expressions_have_their_own_lane() -> None:
    picture = drawn(contested()).pictures[0]
    lane = picture[picture.index(">no date<") :]
    assert "more than three decades" in lane
    assert "<rect" not in lane


def test_labels_in_one_row_do_not_touch() -> None:
    for picture in drawn(contested()).pictures:
        width = float(re.search(r'width="(\d+)"', picture)[1])  # type: ignore[index]
        rows: dict[str, list[tuple[float, float]]] = {}
        for x, y, rest, words in re.findall(
            r'class="date" x="([\d.]+)" y="([\d.]+)"([^>]*)>([^<]*)<', picture
        ):
            size = len(words) * 6
            left = float(x) - size if "end" in rest else float(x)
            assert left >= -1
            assert left + size <= width + 1
            rows.setdefault(y, []).append((left, left + size))
        for row in rows.values():
            row.sort()
            assert all(a[1] < b[0] for a, b in pairwise(row))


def test_one_day_alone_can_be_drawn() -> None:
    reading = contested()
    alone = msgspec.structs.replace(
        reading,
        times=tuple(time for time in reading.times if time.id == "t-12may"),
        document=msgspec.structs.replace(reading.document, published=None),
    )
    assert drawn(alone).sentence == "The article names 1 date."


def test_same_dates_are_one_entry_with_all_their_claims() -> None:
    entry = next(e for e in drawn(contested()).entries if e.label == "2016")
    assert entry.claims == (6, 16)
