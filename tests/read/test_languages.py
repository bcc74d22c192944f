import pytest

from onrecord.read.languages import language_name, language_of

GERMAN = "Der Minister sagte am Dienstag, dass die Regierung das Lager bei Ostmere schließen werde, sobald die Verhandlungen mit der Gruppe beendet seien."
RUSSIAN = "Министр заявил во вторник, что правительство закроет лагерь под городом, как только завершатся переговоры с группой, а оппозиция назвала это маневром и требует голосования."


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The minister said on Tuesday that the camp would close once the talks with the group had ended in Ostmere and elsewhere.", "en"),
        (GERMAN, "de"),
        (RUSSIAN, "ru"),
        ("The camp has closed.", "en"),
        ("“It’s over,” the minister said.", "en"),
        ("Camp closes", "und"),
        ("Das Lager schließt.", "und"),
        ("2024", "und"),
    ],
)  # fmt: skip
def test_the_language_of_a_text(text: str, code: str) -> None:
    assert language_of(text) == code


def test_languages_have_names() -> None:
    assert language_name("de") == "German"
    assert language_name("xx") == "xx"
