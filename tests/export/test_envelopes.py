from base64 import b64encode
from hashlib import sha256

from onrecord.export.envelopes import environment, policy, static


def test_the_policy_lets_exactly_this_style_and_this_script_through() -> None:
    said = policy("p { }", "go()")
    for content in ("p { }", "go()"):
        assert b64encode(sha256(content.encode()).digest()).decode() in said
    assert said.startswith("default-src 'none'")
    assert "unsafe" not in said


def test_values_are_escaped_unless_they_are_our_own_markup() -> None:
    assert environment().from_string("{{ words }}").render(words="<b>") == "&lt;b&gt;"


def test_the_files_of_static_are_read_as_text() -> None:
    assert "--paper" in static("report.css")
